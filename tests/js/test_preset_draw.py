"""The draw of an exam: it answers the check of the presets, keeps to the preset, and prefers what it should."""

from __future__ import annotations

import json
import random
import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest
from tests.support.project import make_project, write
from tests.support.quizzes import quiz_text

from lianxue.content.catalog import Catalog, load_catalog
from lianxue.content.vocabulary import DIFFICULTIES, DISCIPLINES
from lianxue.rendering.bank import export_bank

Draw = Callable[[Sequence[Mapping[str, Any]]], Any]
BANKS = 60
PRESETS = 8  # a bank
TYPES = ("single_choice", "multiple_choice", "true_false")
DAY = {"month": "2026-02", "today": "2026-02-10", "seed": "seed", "events": []}
COLUMNS = {
    "disciplines": "discipline",
    "difficulties": "difficulty",
    "quizzes": "quiz",
    "regulations": "regulation",
}
_ROW = re.compile(r"第 (?P<row>\d+) 行 .*只有 (?P<have>\d+) 题")
_QUOTA = re.compile(r"(?P<discipline>..纪律)至少.*只有 (?P<have>\d+) 题")


@pytest.fixture(scope="module")
def draw(run_script: Callable[[str, Any], Any]) -> Draw:
    """Draw from banks by presets, in node."""
    return lambda banks: run_script("run_draws.js", banks)


def index_of(catalog: Catalog) -> dict[str, Any]:
    """The index as the browser gets it."""
    index: dict[str, Any] = json.loads(
        export_bank(catalog).index.text.removeprefix("Lianxue.bank.index(").removesuffix(");\n")
    )
    return index


def chance_question(number: int, dice: random.Random) -> dict[str, Any]:
    """A question of any of three types, perhaps with a discipline, a difficulty and an article."""
    kind = dice.choice(TYPES)
    question: dict[str, Any] = {"id": f"q{number}", "type": kind, "stem": f"第{number}句话。", "answer": "对"}
    if kind != "true_false":
        question |= {"options": {"A": "甲", "B": "乙", "C": "丙"}, "answer": ["A", "B"]}
    if kind == "single_choice":
        question["answer"] = "A"
    if dice.random() < 0.7:
        question["discipline"] = dice.choice(DISCIPLINES[:3])
    if dice.random() < 0.7:
        question["difficulty"] = dice.choice(DIFFICULTIES)
    return question | {"cite": [f"第{dice.randint(1, 9)}条"] if dice.random() < 0.8 else []}


def chance_filter(dice: random.Random) -> dict[str, Any]:
    """Often nothing, so that pools overlap."""
    first = dice.randint(1, 6)
    asked = {
        "disciplines": dice.sample(DISCIPLINES[:3], dice.randint(1, 2)),
        "difficulties": dice.sample(DIFFICULTIES, dice.randint(1, 2)),
        "quizzes": ["one"],
        "regulations": ["study-rules"],
    }
    kept = {name: names for name, names in asked.items() if dice.random() < 0.25}
    return kept | ({"articles": f"{first}-{first + 3}"} if "regulations" in kept else {})


def chance_preset(dice: random.Random) -> dict[str, Any]:
    """Some rows, often of one type, and quotas within their total."""
    kinds = dice.sample(TYPES, dice.randint(1, 2))
    rows = [
        {"type": dice.choice(kinds), "count": dice.randint(1, 3), "points": 2, "filters": chance_filter(dice)}
        for _ in range(dice.randint(1, 3))
    ]
    left = sum(int(row["count"]) for row in rows)
    quotas = {}
    for discipline in dice.sample(DISCIPLINES[:3], dice.randint(0, 2)):
        if left:
            quotas[discipline] = dice.randint(1, min(left, 3))
            left -= quotas[discipline]
    return {"title": "卷", "filters": chance_filter(dice), "rows": rows, "quotas": quotas}


def said(catalog: Catalog, preset_id: str) -> tuple[dict[int, int], dict[str, int]]:
    """What the check says a preset lacks: row (from 0) → have, discipline → have."""
    messages = [
        problem.message
        for problem in catalog.problems
        if problem.rule == "short-preset" and problem.path == f"quizzes/presets/{preset_id}.yml"
    ]
    rows = {int(match["row"]) - 1: int(match["have"]) for text in messages if (match := _ROW.search(text))}
    quotas = {match["discipline"]: int(match["have"]) for text in messages if (match := _QUOTA.search(text))}
    assert len(rows) + len(quotas) == len(messages)
    return rows, quotas


def check_paper(drawn: Mapping[str, Any], preset: Mapping[str, Any], index: Mapping[str, Any]) -> None:
    """Every row has its number of questions of its type, no question comes twice, quotas are met."""
    ids: list[str] = drawn["ids"]
    rows = [index["ids"].index(question) for question in ids]
    assert len(set(ids)) == len(ids) == sum(row["count"] for row in preset["rows"])
    start = 0
    for wanted in preset["rows"]:
        own = rows[start : start + wanted["count"]]
        start += wanted["count"]
        assert {index["types"][index["type"][row]] for row in own} == {wanted["type"]}
        for asked in (preset["filter"], wanted["filter"]):
            for names, column in COLUMNS.items():
                found = {index[names][index[column][row]] for row in own if index[column][row] >= 0}
                assert not asked.get(names) or found <= set(asked[names])
            low, high = asked.get("articles", (0, 10**6))
            assert all(low <= index["article"][row] <= high for row in own)
    disciplines = Counter(
        index["disciplines"][index["discipline"][row]] for row in rows if index["discipline"][row] >= 0
    )
    assert {name: least for name, least in preset["quotas"].items() if disciplines[name] < least} == {}


def test_the_check_and_the_draw_agree(draw: Draw, tmp_path: Path) -> None:
    """For any bank and preset the browser draws a whole paper where `check` is silent, else lacks what it says."""
    root = make_project(tmp_path / "project")
    banks, catalogs = [], []
    for seed in range(BANKS):
        dice = random.Random(seed)
        for name in ("one", "two"):
            questions = [chance_question(number, dice) for number in range(dice.randint(3, 16))]
            for question in questions:
                question["stem"] = name + question["stem"]
            facts = {"regulation": "study-rules", "lesson": "2026/02-study-rules"}
            write(root / f"quizzes/{name}.yml", quiz_text(*questions, **facts))
        for number in range(PRESETS):
            text = json.dumps(chance_preset(dice), ensure_ascii=False)
            write(root / f"quizzes/presets/p{number}.yml", text)
        catalog = load_catalog(root)
        assert {problem.rule for problem in catalog.problems} <= {"short-preset"}
        index = index_of(catalog)
        catalogs.append(catalog)
        banks.append({"index": index, "draws": [{"preset": preset, **DAY} for preset in index["presets"]]})
    whole = 0
    for catalog, bank, results in zip(catalogs, banks, draw(banks), strict=True):
        for drawn, given in zip(results, bank["draws"], strict=True):
            rows, quotas = said(catalog, given["preset"]["id"])
            assert {entry["row"]: entry["have"] for entry in drawn["lacking"]} == rows
            assert drawn["lacking_quotas"] == quotas
            if rows or quotas:
                assert drawn["ids"] == drawn["points"] == []
            else:
                whole += 1
                check_paper(drawn, given["preset"], bank["index"])
    assert BANKS * PRESETS // 10 < whole < BANKS * PRESETS * 9 // 10  # neither answer is rare


def columns(count: int, **own: Sequence[int]) -> dict[str, Any]:
    """An index of single-choice questions q0 … of one lesson, with some columns given."""
    names = ("quiz", "shard", "type", "regulation", "article", "discipline", "difficulty", "points")
    index: dict[str, Any] = {
        "quizzes": ["quiz"],
        "quiz_lessons": [0],
        "lessons": [{"id": "2026/02-x", "title": "课", "month": "2026-02", "url": ""}],
        "types": list(TYPES),
        "regulations": ["rules"],
        "disciplines": list(DISCIPLINES),
        "difficulties": list(DIFFICULTIES),
        "ids": [f"q{number}" for number in range(count)],
        "revision": ["r"] * count,
    }
    return index | {name: [0] * count for name in names} | own


def preset_of(*rows: Mapping[str, Any], **own: Any) -> dict[str, Any]:
    """A preset of the index, random unless it says otherwise."""
    shape = {"id": "p", "title": "卷", "minutes": 0, "pass_mark": 80, "draw": "random", "this_month": False}
    filled = [{"type": "single_choice", "points": 1, "filter": {}, **row} for row in rows]
    return {**shape, "filter": {}, "quotas": {}, "rows": filled, **own}


def response(question: str, verdict: str, sequence: int) -> dict[str, Any]:
    """A response event."""
    payload = {"question": question, "revision": "r", "response": [], "verdict": verdict, "share": 0}
    facts = {"id": str(sequence), "device": "d", "sequence": sequence, "time": sequence, "offset": 0}
    return {**facts, "date": "2026-02-01", "kind": "response", "schema": 1, "payload": payload}


def drawn_ids(draw: Draw, preset: Mapping[str, Any], **day: Any) -> list[str]:
    """What one draw of ten questions' bank chooses."""
    result = draw([{"index": columns(10), "draws": [{"preset": preset, **DAY, **day}]}])[0][0]
    return [str(question) for question in result["ids"]]


def test_points_are_those_of_the_row(draw: Draw) -> None:
    """Whatever the quiz gives for a question, the exam gives what its row says."""
    index = columns(4, type=[0, 0, 2, 2])
    preset = preset_of({"count": 2, "points": 3}, {"type": "true_false", "count": 1, "points": 5})
    result = draw([{"index": index, "draws": [{"preset": preset, **DAY}]}])[0][0]
    assert sorted(result["ids"][:2]) == ["q0", "q1"]
    assert result["points"] == [3, 3, 5]


def test_unseen_questions_come_first(draw: Draw) -> None:
    """With unseen_first what was answered is drawn only where nothing else is left."""
    events = [response(f"q{number}", "correct", number + 1) for number in range(6)]
    preset = preset_of({"count": 5}, draw="unseen_first")
    ids = drawn_ids(draw, preset, events=events)
    assert set(ids) > {"q6", "q7", "q8", "q9"}


def test_mistakes_come_first(draw: Draw) -> None:
    """With mistakes_first the open mistakes are all drawn."""
    events = [response("q3", "wrong", 1), response("q5", "partial", 2), response("q1", "correct", 3)]
    for seed in "abc":
        ids = drawn_ids(draw, preset_of({"count": 3}, draw="mistakes_first"), events=events, seed=seed)
        assert set(ids) > {"q3", "q5"}


def test_one_paper_for_all_on_a_day(draw: Draw) -> None:
    """same_for_all depends on the day and on nothing of the learner; on another day it differs."""
    preset = preset_of({"count": 5}, draw="same_for_all")
    first = drawn_ids(draw, preset, seed="a")
    assert drawn_ids(draw, preset, seed="b", events=[response("q1", "wrong", 1)]) == first
    assert drawn_ids(draw, preset, today="2026-02-11") != first


def test_chance_decides_otherwise(draw: Draw) -> None:
    """Another seed, another paper."""
    preset = preset_of({"count": 5})
    assert drawn_ids(draw, preset, seed="a") != drawn_ids(draw, preset, seed="b")


def test_a_monthly_preset_keeps_to_the_months_lesson(draw: Draw) -> None:
    """In a month without a lesson everything lacks."""
    preset = preset_of({"count": 5}, this_month=True)
    assert len(drawn_ids(draw, preset)) == 5
    result = draw([{"index": columns(10), "draws": [{"preset": preset, **DAY, "month": "2026-03"}]}])[0][0]
    assert result["lacking"] == [{"row": 0, "have": 0}]


def test_a_hundred_of_ten_thousand_are_drawn_whole(draw: Draw) -> None:
    """Overlapping rows and tight quotas in a large bank (its time is measured in the bench)."""
    count = 10_000
    index = columns(
        count,
        type=[number % 3 for number in range(count)],
        discipline=[number % 7 - 1 for number in range(count)],
        difficulty=[number % 4 - 1 for number in range(count)],
    )
    rows = [
        {"type": kind, "count": 10, "filter": {"difficulties": list(DIFFICULTIES[:size])}}
        for kind in TYPES
        for size in (1, 2, 3)
    ]
    preset = preset_of(*rows, {"count": 10}, quotas=dict.fromkeys(DISCIPLINES, 16))
    result = draw([{"index": index, "draws": [{"preset": preset, **DAY}]}])[0][0]
    assert len(result["ids"]) == 100
    check_paper(result, preset, index)
