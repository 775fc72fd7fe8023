"""An exam being sat, as a value: answers, marks, gaps, grading, and what the record keeps."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest

Call = Callable[..., Any]
SCRIPTS = ["record", "folding", "grading", "practice/exam_clock", "practice/exam"]
PRESET = {"id": "monthly", "title": "月度自测", "minutes": 15, "pass_mark": 80}
ITEMS = [
    {"question": "x/one", "revision": "r1", "type": "single_choice", "discipline": "廉洁纪律", "points": 4},
    {"question": "x/two", "revision": "r2", "type": "multiple_choice", "discipline": "", "points": 4},
    {"question": "x/three", "revision": "r3", "type": "true_false", "discipline": "廉洁纪律", "points": 2},
]
QUESTIONS = {
    "x/one": {"type": "single_choice", "rule": "half_if_incomplete", "answer": ["A"]},
    "x/two": {"type": "multiple_choice", "rule": "half_if_incomplete", "answer": ["A", "B"]},
    "x/three": {"type": "true_false", "rule": "half_if_incomplete", "answer": ["对"]},
}
STARTED = 1_770_000_000_000
UUID = "11111111-1111-4111-8111-1111111111ff"


@pytest.fixture
def exam(call: Call) -> Call:
    """Call one function of the exam."""
    return lambda name, *given: call(SCRIPTS, (f"exam.{name}", list(given)))[0]


@pytest.fixture
def sitting(exam: Call) -> Any:
    """An exam of three questions just begun."""
    return exam("begin", {"exam": UUID, "preset": PRESET, "minutes": 15, "started": STARTED, "items": ITEMS})


def test_an_exam_begins_empty(exam: Call, sitting: Any) -> None:
    """Nothing answered, nothing marked, at the first question, all the time left."""
    assert sitting == {
        "exam": UUID,
        "preset": "monthly",
        "title": "月度自测",
        "pass_mark": 80,
        "minutes": 15,
        "started": STARTED,
        "items": ITEMS,
        "responses": {},
        "marked": [],
        "at": 0,
        "clock": {"left": 900_000, "seen": STARTED},
        "handed": None,
    }
    assert exam("isSitting", sitting) is True


@pytest.mark.parametrize("memo", [None, 5, "exam", {}, {"exam": UUID, "title": "", "items": 3}])
def test_what_is_no_exam_at_all_is_not_sat(exam: Call, memo: Any) -> None:
    """Another version may have left anything."""
    assert exam("isSitting", memo) is False


@pytest.mark.parametrize(
    "damage",
    [
        {"exam": "u"},
        {"items": [{"question": "x/one"}]},
        {"items": [None]},
        {"items": [{**ITEMS[0], "points": "4"}]},
        {"items": [{**ITEMS[0], "revision": None}]},
        {"responses": None},
        {"marked": [1]},
        {"at": None},
        {"started": "today"},
        {"clock": {"left": 5}},
        {"clock": 900},
        {"handed": {"by": "hand"}},
        {"pass_mark": None},
    ],
    ids=str,
)
def test_a_damaged_memo_is_no_exam(exam: Call, sitting: Any, damage: dict[str, Any]) -> None:
    """One part that cannot be worked with is enough: every item and the clock are looked at."""
    assert exam("isSitting", {**sitting, **damage}) is False


def test_a_memo_of_any_stage_is_an_exam(exam: Call, sitting: Any) -> None:
    """Without a limit of time; on its way into the record."""
    assert exam("isSitting", {**sitting, "clock": None, "minutes": 0}) is True
    assert exam("isSitting", {**sitting, "handed": {"by": "hand", "ended": STARTED}}) is True


def test_answers_and_marks_can_be_taken_back(exam: Call, sitting: Any) -> None:
    """An emptied form counts as not answered; a mark that is set twice is one mark."""
    answered = exam("answer", sitting, "x/one", ["A"])
    assert answered["responses"] == {"x/one": ["A"]}
    assert exam("answer", answered, "x/one", None)["responses"] == {}
    marked = exam("mark", sitting, "x/two", True)
    assert marked["marked"] == exam("mark", marked, "x/two", True)["marked"] == ["x/two"]
    assert exam("mark", marked, "x/two", False)["marked"] == []


def test_gaps_are_named_by_number(exam: Call, sitting: Any) -> None:
    """As the warning before handing in says them."""
    answered = exam("answer", sitting, "x/two", ["A"])
    assert exam("gaps", answered) == [1, 3]
    assert exam("gapWords", answered) == "还有 2 题未答：第 1、3 题。"
    whole = exam("answer", exam("answer", answered, "x/one", ["A"]), "x/three", ["对"])
    assert exam("gapWords", whole) == "题目已全部作答。"


def test_one_moves_within_the_paper(exam: Call, sitting: Any) -> None:
    """Never before the first nor behind the last question."""
    assert [exam("goTo", sitting, place)["at"] for place in (-1, 1, 9)] == [0, 1, 2]


def test_questions_that_changed_leave_the_exam(exam: Call, sitting: Any) -> None:
    """Nobody is graded on a question that was removed or is not the one that was asked."""
    at_last = exam("goTo", sitting, 2)
    left = exam("drop", at_last, {"x/one": "r1", "x/two": "changed"})
    assert ([item["question"] for item in left["items"]], left["at"]) == (["x/one"], 0)
    nameless = {key: value for key, value in ITEMS[1].items() if key != "revision"}
    assert exam("drop", {**sitting, "items": [nameless]}, {})["items"] == []


def test_grading_gives_points_by_share(exam: Call, sitting: Any) -> None:
    """Right, half right, not answered: 4 and 2 of 10 points are 60."""
    given = exam("answer", exam("answer", sitting, "x/one", ["A"]), "x/two", ["B"])
    payload = exam("grade", given, QUESTIONS, {"by": "hand", "ended": STARTED + 60_000})
    assert {name: payload[name] for name in ("points", "gained", "score", "by", "minutes", "pass_mark")} == {
        "points": 10,
        "gained": 6,
        "score": 60,
        "by": "hand",
        "minutes": 15,
        "pass_mark": 80,
    }
    assert [(item["verdict"], item["share"], item["response"]) for item in payload["items"]] == [
        ("correct", 1, ["A"]),
        ("partial", 0.5, ["B"]),
        ("none", 0, None),
    ]


def test_the_record_gets_the_responses_given_and_the_exam(exam: Call, sitting: Any) -> None:
    """In one list, the exam last; a question without a response leaves no response."""
    given = exam("answer", sitting, "x/one", ["B"])
    payload = exam("grade", given, QUESTIONS, {"by": "time", "ended": STARTED + 60_000})
    response, handed = exam("drafts", payload)
    assert response == {
        "id": response["id"],
        "time": STARTED + 60_000,
        "kind": "response",
        "payload": {
            "question": "x/one",
            "revision": "r1",
            "response": ["B"],
            "verdict": "wrong",
            "share": 0,
            "mode": "exam",
            "exam": UUID,
        },
    }
    assert handed == {
        "id": handed["id"],
        "time": STARTED + 60_000,
        "kind": "exam",
        "payload": payload,
    }


def test_handed_in_twice_is_written_once(exam: Call, sitting: Any) -> None:
    """The ids follow from the sitting: uuids of version 4, the same each time, each another, of this exam alone."""

    def ids(uuid: str) -> list[str]:
        given = {**sitting, "exam": uuid, "responses": {"x/one": ["B"], "x/two": ["A"]}}
        payload = exam("grade", given, QUESTIONS, {"by": "time", "ended": STARTED})
        return [draft["id"] for draft in exam("drafts", payload)]

    first = ids(UUID)
    assert first == ids(UUID)
    assert first == [f"11111111-1111-4111-8111-1111111111{tail}" for tail in ("fd", "fc", "fe")]
    other = ids("ffffffff-ffff-4fff-8fff-ffffffffffff")
    assert not set(first) & set(other)
    shape = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}")
    assert all(shape.fullmatch(name) for name in first + other)


def test_points_are_counted_by_type_and_discipline(exam: Call, sitting: Any) -> None:
    """In the order of the paper; what belongs to no discipline comes last."""
    given = exam("answer", exam("answer", sitting, "x/one", ["A"]), "x/two", ["B"])
    payload = exam("grade", given, QUESTIONS, {"by": "hand", "ended": STARTED})
    tally = exam("tally", payload, "discipline")
    assert [tuple(row.values()) for row in tally] == [("廉洁纪律", 2, 1, 6, 4), ("", 1, 0, 4, 2)]
    names = [row["name"] for row in exam("tally", payload, "type")]
    assert names == ["single_choice", "multiple_choice", "true_false"]


def test_points_read_with_one_decimal_at_most(exam: Call) -> None:
    """Thirds are rounded, whole points stay whole."""
    assert [exam("readable", points) for points in (12, 7.5, 10 / 3)] == ["12", "7.5", "3.3"]
