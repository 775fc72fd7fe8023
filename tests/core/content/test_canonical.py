"""The canonical form of quiz files: golden files, and laws that hold for any quiz."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.support.project import BASE, CASES, REPOSITORY
from tests.support.quiz_cases import compare, expected_problems

from lianxue.content.canonical import QUESTION_ORDER, format_quiz
from lianxue.content.canonical_sense import say_the_same
from lianxue.content.question_types.registry import QUESTION_TYPES
from lianxue.reading.problem import ContentProblems, Report
from lianxue.reading.yaml_source import Mapping, read_yaml

GOLDEN = sorted(folder for folder in (CASES / "format").iterdir() if (folder / "before.yml").exists())
REFUSED = sorted((CASES / "format" / "refused").glob("*.yml"))
GOOD = sorted(
    [
        *(CASES / "quizzes" / "good").glob("*.yml"),
        *(BASE / "quizzes").glob("*.yml"),
        *(REPOSITORY / "quizzes").glob("*.yml"),
    ]
)


def tree(text: str) -> Mapping:
    """What a quiz file holds."""
    report = Report()
    root = read_yaml(text, "quiz.yml", report)
    assert isinstance(root, Mapping)
    assert report.problems == []
    return root


@pytest.mark.parametrize("case", GOLDEN, ids=lambda case: case.name)
def test_before_becomes_after(case: Path) -> None:
    """A file as a trainer left it becomes the golden one, byte by byte."""
    before = (case / "before.yml").read_text(encoding="utf-8")
    assert format_quiz(before, "quiz.yml") == (case / "after.yml").read_text(encoding="utf-8")


@pytest.mark.parametrize("case", GOLDEN, ids=lambda case: case.name)
def test_after_stays_as_it_is(case: Path) -> None:
    """A canonical file is not touched."""
    after = (case / "after.yml").read_text(encoding="utf-8")
    assert format_quiz(after, "quiz.yml") == after


@pytest.mark.parametrize("file", GOOD, ids=lambda file: f"{file.parent.parent.name}-{file.stem}")
def test_formatting_twice_is_formatting_once_and_loses_nothing(file: Path) -> None:
    """Every good quiz keeps its content, and its second formatting changes nothing."""
    text = file.read_text(encoding="utf-8")
    once = format_quiz(text, "quiz.yml")
    assert format_quiz(once, "quiz.yml") == once
    assert say_the_same(tree(text), tree(once))


@pytest.mark.parametrize("case", REFUSED, ids=lambda case: case.stem)
def test_what_cannot_be_rewritten_is_refused_with_a_reason(case: Path) -> None:
    """A file that formatting would break is left alone; its problems say why."""
    text = case.read_text(encoding="utf-8")
    with pytest.raises(ContentProblems) as refused:
        format_quiz(text, "quiz.yml")
    assert compare(list(expected_problems(text)), list(refused.value.problems)) == []


def test_every_field_of_every_type_has_its_place() -> None:
    """A field that a type adds has a place in the canonical order."""
    fields = {field for question_type in QUESTION_TYPES.values() for field in question_type.fields}
    assert fields - set(QUESTION_ORDER) == set()


# Characters that trouble YAML, beside ordinary ones.
TEXTS = st.text("甲乙丙AB1 :#-,，：“”'\"[]{}&*!|>%@`?~\\_\n", max_size=12)
LABELS = st.sampled_from("ABCD")
FIELDS: dict[str, st.SearchStrategy[Any]] = {
    "id": st.sampled_from(["one", "two-2"]),
    "题型": st.sampled_from(["single_choice", "判断", "fill_in"]),
    "stem": TEXTS,
    "选项": st.dictionaries(LABELS, TEXTS, max_size=3),
    "answer": st.one_of(TEXTS, st.lists(TEXTS, max_size=3), st.dictionaries(LABELS, LABELS, max_size=2)),
    "解析": TEXTS,
    "cite": st.lists(TEXTS, max_size=2),
    "tags": st.lists(TEXTS, max_size=2),
    "no-such-field": TEXTS,
}


@st.composite
def questions(draw: st.DrawFn) -> dict[str, Any]:
    """A question with some fields in some order."""
    names = draw(st.lists(st.sampled_from(sorted(FIELDS)), unique=True, min_size=1))
    return {name: draw(FIELDS[name]) for name in names}


@st.composite
def quiz_texts(draw: st.DrawFn) -> str:
    """A quiz file in block style with comments, values as JSON (which is YAML) or as blocks of text."""
    lines = ["# 头", f"标题: {json.dumps(draw(TEXTS), ensure_ascii=False)}", "questions:"]
    for question in draw(st.lists(questions(), min_size=1, max_size=3)):
        dash = "  - "
        for name, value in question.items():
            if draw(st.booleans()):
                lines.append("    # 说明")
            if isinstance(value, str) and value.strip() and draw(st.booleans()):
                lines.append(f"{dash}{name}: |2-")
                lines.extend(f"      {line}" for line in value.split("\n"))
            else:
                lines.append(f"{dash}{name}: {json.dumps(value, ensure_ascii=False)}")
            dash = "    "
        lines.extend([""] * draw(st.integers(0, 2)))
    return "\n".join(lines) + "\n"


@settings(max_examples=40)
@given(quiz_texts())
def test_any_quiz_keeps_its_content_and_is_formatted_once_for_all(text: str) -> None:
    """Whatever the order of fields, the comments and the characters: nothing is lost, and once is enough."""
    once = format_quiz(text, "quiz.yml")
    assert say_the_same(tree(text), tree(once))
    assert once.count("# 说明") == text.count("# 说明")
    assert format_quiz(once, "quiz.yml") == once
