"""An exam being sat, as a value: answers, marks, gaps, grading, and what the record keeps."""

from __future__ import annotations

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


@pytest.fixture
def exam(call: Call) -> Call:
    """Call one function of the exam."""
    return lambda name, *given: call(SCRIPTS, (f"exam.{name}", list(given)))[0]


@pytest.fixture
def sitting(exam: Call) -> Any:
    """An exam of three questions just begun."""
    return exam("begin", {"exam": "u", "preset": PRESET, "minutes": 15, "started": STARTED, "items": ITEMS})


def test_an_exam_begins_empty(exam: Call, sitting: Any) -> None:
    """Nothing answered, nothing marked, at the first question, all the time left."""
    assert sitting == {
        "exam": "u",
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


@pytest.mark.parametrize("memo", [None, 5, "exam", {}, {"exam": "u", "title": "", "items": 3}])
def test_a_damaged_memo_is_no_exam(exam: Call, memo: Any) -> None:
    """What another version or a fault left behind is not sat."""
    assert exam("isSitting", memo) is False


def test_answers_and_marks_can_be_taken_back(exam: Call, sitting: Any) -> None:
    """An emptied form counts as not answered; a second press takes the mark away."""
    answered = exam("answer", sitting, "x/one", ["A"])
    assert answered["responses"] == {"x/one": ["A"]}
    assert exam("answer", answered, "x/one", None)["responses"] == {}
    marked = exam("toggleMark", sitting, "x/two")
    assert marked["marked"] == ["x/two"]
    assert exam("toggleMark", marked, "x/two")["marked"] == []


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
        "kind": "response",
        "payload": {
            "question": "x/one",
            "revision": "r1",
            "response": ["B"],
            "verdict": "wrong",
            "share": 0,
            "mode": "exam",
            "exam": "u",
        },
    }
    assert handed == {"kind": "exam", "payload": payload}


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
