"""The bank: answers for the browser, in files whose names change with their content."""

from __future__ import annotations

import hashlib
import json
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import Any

import pytest
from tests.support.project import CASES, make_project
from tests.support.quizzes import TRUE_FALSE, catalog_of, quiz_text

from lianxue.content.catalog import load_catalog
from lianxue.content.question_types.registry import QUESTION_TYPES
from lianxue.rendering.bank import SHARD_SIZE, Asset, export_bank
from lianxue.rendering.question_views import quiz_view


def content(asset: Asset, call: str) -> Any:
    """What a script of the bank hands over."""
    assert asset.text.startswith(f"Lianxue.bank.{call}(")
    assert asset.text.endswith(");\n")
    return json.loads(asset.text.removeprefix(f"Lianxue.bank.{call}(").removesuffix(");\n"))


def every_kind() -> dict[str, str]:
    """The case file with every type of question."""
    text = (CASES / "quizzes" / "good" / "every-kind.yml").read_text(encoding="utf-8")
    return {"quizzes/every-kind.yml": text}


def test_the_same_content_gives_the_same_bytes(tmp_path: Path) -> None:
    """Names and texts do not depend on the folder or the moment."""
    first = export_bank(catalog_of(tmp_path / "a", every_kind()))
    second = export_bank(catalog_of(tmp_path / "b", every_kind()))
    assert list(first.assets()) == list(second.assets())


def test_a_name_carries_the_digest_of_its_text(tmp_path: Path) -> None:
    """A changed answer is another file: no browser shows an old one."""
    for asset in export_bank(catalog_of(tmp_path)).assets():
        digest = hashlib.sha256(asset.text.encode()).hexdigest()[:10]
        assert asset.url.startswith("assets/bank/")
        assert asset.url.endswith(f"-{digest}.js")


def test_a_shard_holds_a_hundred_questions(tmp_path: Path) -> None:
    """201 questions are three shards in the order of the quiz."""
    questions = [
        {**TRUE_FALSE, "id": f"q{n}", "stem": f"这是编号为{n}的题。"} for n in range(2 * SHARD_SIZE + 1)
    ]
    bank = export_bank(catalog_of(tmp_path, {"quizzes/many.yml": quiz_text(*questions)}))
    shards = [content(shard, "add")["questions"] for shard in bank.shards["many"]]
    assert [len(shard) for shard in shards] == [100, 100, 1]
    assert [question["id"] for shard in shards for question in shard] == [f"many/q{n}" for n in range(201)]


def test_a_question_is_exported_with_all_the_verdict_needs(tmp_path: Path) -> None:
    """The base case's second question, field by field."""
    bank = export_bank(catalog_of(tmp_path))
    (shard,) = bank.shards["study-rules"]
    sent = content(shard, "add")
    assert {"quiz": sent["quiz"], "pass_mark": sent["pass_mark"]} == {"quiz": "study-rules", "pass_mark": 80}
    question = sent["questions"][1]
    assert len(question.pop("revision")) == 8
    assert question == {
        "id": "study-rules/absent-member",
        "type": "true_false",
        "rule": "half_if_incomplete",
        "points": 1,
        "number": 2,
        "stem": ["缺课的党员要补学。"],
        "options": [["对", "对"], ["错", "错"]],
        "material": "",
        "stale": [],
        "answer": ["对"],
        "explanation": "<p>新增的一条写明了补学。</p>",
        "cite": [
            {
                "text": "《学习守则》第五条之一",
                "url": "regulations/study-rules.html#art-5-1",
                "status": "现行有效",
            },
            {
                "text": "《学习守则》总纲",
                "url": "regulations/study-rules.html#preamble",
                "status": "现行有效",
            },
        ],
    }


def test_every_type_has_its_answer_in_the_agreed_shape(tmp_path: Path) -> None:
    """What grading.js reads, type by type."""
    bank = export_bank(catalog_of(tmp_path, every_kind()))
    questions = content(bank.shards["every-kind"][0], "add")["questions"]
    answers = {question["id"].split("/")[1]: question["answer"] for question in questions}
    assert answers == {
        "single": ["B"],
        "multiple": ["A", "B", "C"],
        "verdict": ["错"],
        "gaps": [
            {"accept": ["月"], "fold": ["width", "case", "numerals", "blanks"]},
            {"accept": ["一", "1"], "fold": ["width", "numerals"]},
            {"accept": ["十二"], "fold": ["width", "case", "numerals", "blanks"]},
        ],
        "pairs": {"1": "A", "2": "B"},
        "sequence": ["B", "A", "C"],
        "essay": ["学习是义务", "缺课不免除义务"],
        "duty": ["对"],
        "deadline": ["B"],
    }
    assert {question["type"] for question in questions} == set(QUESTION_TYPES)
    assert [q["points"] for q in questions if q["type"] == "single_choice"] == [2, 2]


def test_the_index_has_one_entry_a_question_in_every_column(tmp_path: Path) -> None:
    """Columns of numbers that point into lists of names, -1 for none."""
    index = content(export_bank(catalog_of(tmp_path, every_kind())).index, "index")
    columns = ["ids", "quiz", "shard", "type", "revision"]
    columns += ["regulation", "article", "discipline", "difficulty", "points"]
    assert {len(index[column]) for column in columns} == {9 + 2}
    row = index["ids"].index("study-rules/absent-member")
    assert index["quizzes"][index["quiz"][row]] == "study-rules"
    assert index["types"][index["type"][row]] == "true_false"
    assert index["regulations"][index["regulation"][row]] == "study-rules"
    assert index["article"][row] == 5
    assert index["disciplines"][index["discipline"][row]] == "组织纪律"
    assert index["difficulties"][index["difficulty"][row]] == "中"
    assert index["discipline"][index["ids"].index("study-rules/how-often")] == -1
    assert index["pass_marks"] == {"every-kind": 60, "study-rules": 80}


def test_the_index_knows_the_lessons_titles_and_addresses(tmp_path: Path) -> None:
    """Practice names what it chooses by, and finds a quiz's lesson, without loading a shard."""
    index = content(export_bank(catalog_of(tmp_path, every_kind())).index, "index")
    place = index["quizzes"].index("study-rules")
    assert index["quiz_urls"][place] == "quizzes/study-rules.html"
    lesson = index["lessons"][index["quiz_lessons"][place]]
    assert (lesson["id"], lesson["month"]) == ("2026/02-study-rules", "2026-02")
    assert lesson["url"] == "lessons/2026/02-study-rules.html"
    assert index["regulation_titles"][index["regulations"].index("study-rules")] == "守则"
    assert index["type_labels"][index["types"].index("true_false")] == "判断"


def test_the_index_names_the_shard_of_every_question(tmp_path: Path) -> None:
    """The shard a row points at is the one that holds the question."""
    questions = [{**TRUE_FALSE, "id": f"q{n}", "stem": f"这是编号为{n}的题。"} for n in range(SHARD_SIZE + 1)]
    bank = export_bank(catalog_of(tmp_path, {"quizzes/many.yml": quiz_text(*questions)}))
    index = content(bank.index, "index")
    texts = {asset.url: asset.text for asset in bank.assets()}
    for question_id, shard in zip(index["ids"], index["shard"], strict=True):
        assert f'"id":"{question_id}"' in texts[index["shards"][shard]]


def test_a_shard_carries_what_a_form_shows(tmp_path: Path) -> None:
    """Stems by parts where there are gaps, labelled lists, and the text that questions share."""
    shard = content(export_bank(catalog_of(tmp_path, every_kind())).shards["every-kind"][0], "add")
    questions = {question["id"].split("/")[1]: question for question in shard["questions"]}
    assert len(questions["gaps"]["stem"]) == 1 + len(questions["gaps"]["answer"])
    assert [left[0] for left in questions["pairs"]["left"]] == ["1", "2"]
    assert [right[0] for right in questions["pairs"]["right"]] == ["A", "B", "C"]
    assert [option[0] for option in questions["sequence"]["options"]] == ["A", "B", "C"]
    assert questions["duty"]["material"] == questions["deadline"]["material"]
    assert set(shard["materials"]) == {questions["duty"]["material"]}
    assert shard["materials"][questions["duty"]["material"]].startswith("<p>")


def test_materials_are_listed_by_their_rows(tmp_path: Path) -> None:
    """Practice keeps a text's questions together: the index says where they begin and how many they are."""
    index = content(export_bank(catalog_of(tmp_path, every_kind())).index, "index")
    shared = [index["ids"][row : row + count] for row, count in index["materials"]]
    assert shared == [["every-kind/duty", "every-kind/deadline"]]


def test_line_separators_are_escaped(tmp_path: Path) -> None:
    """U+2028 in a string ends a line in old engines."""
    text = quiz_text({**TRUE_FALSE, "id": "a", "stem": "两行。", "explanation": "一\\u2028二"})
    bank = export_bank(catalog_of(tmp_path, {"quizzes/lines.yml": text.replace("\\\\u", "\\u")}))
    assert all("\u2028" not in asset.text for asset in bank.assets())
    assert "\\u2028" in bank.shards["lines"][0].text


def texts_in(value: object) -> list[str]:
    """Every text in a tree of views."""
    if is_dataclass(value) and not isinstance(value, type):
        return [text for field in fields(value) for text in texts_in(getattr(value, field.name))]
    if isinstance(value, (tuple, list)):
        return [text for item in value for text in texts_in(item)]
    return [str(value)]


@pytest.mark.parametrize("own_page", [True, False])
def test_a_quiz_on_a_page_holds_no_answer(own_page: bool, tmp_path: Path) -> None:
    """Neither explanations nor accepted fillings nor points of a short answer nor which option is right."""
    catalog = load_catalog(make_project(tmp_path / "project", files=every_kind()))
    quiz = catalog.quizzes["every-kind"]
    view = quiz_view(quiz, catalog, ["assets/bank/x.js"], own_page=own_page)
    shown = "\n".join(texts_in(view))
    for question in quiz.questions:
        assert question.explanation not in shown
    for secret in ["缺课不免除义务", "十二"]:
        assert secret not in shown
    names = {
        field.name for block in view.blocks for question in block.questions for field in fields(question)
    }
    assert names & {"answer", "body", "explanation", "points", "accept"} == set()
