"""history.js: the record sorted by question and by exam."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

SCRIPTS = ["record", "learning/history"]

ITEM = {
    "question": "q/a",
    "revision": "r1",
    "type": "single_choice",
    "discipline": "",
    "points": 100,
    "share": 0.8,
    "verdict": "partial",
    "response": ["A"],
}
HANDED = {
    "exam": "u",
    "preset": "monthly",
    "title": "月度自测",
    "started": 1_770_000_000_000,
    "ended": 1_770_000_600_000,
    "minutes": 15,
    "by": "hand",
    "pass_mark": 60,
    "points": 100,
    "gained": 80,
    "score": 80,
    "items": [ITEM, {**ITEM, "verdict": "none", "share": 0, "response": None}],
}


def event(sequence: int, kind: str, payload: Any, **place: Any) -> dict[str, Any]:
    """An event as the record keeps it."""
    base = {
        "id": str(sequence),
        "device": "a",
        "sequence": sequence,
        "time": sequence,
        "date": "2026-11-20",
        "offset": 480,
    }
    return {**base, "kind": kind, "schema": 1, "payload": payload, **place}


def response(sequence: int, question: str, **place: Any) -> dict[str, Any]:
    """A right answer."""
    payload = {"question": question, "revision": "r1", "response": ["A"], "verdict": "correct", "share": 1}
    return event(sequence, "response", payload, **place)


def sitting(sequence: int, exam: str, **place: Any) -> dict[str, Any]:
    """An exam handed in."""
    return event(sequence, "exam", {**HANDED, "exam": exam}, **place)


def test_responses_stand_by_question_oldest_first(call: Callable[..., Any]) -> None:
    """The order is the record's, not that of the reading."""
    first, second, other = response(1, "q/a"), response(2, "q/a"), response(3, "q/b")
    (history,) = call(SCRIPTS, ("history.byQuestion", [[other, second, first]]))
    assert history == {"q/a": [first, second], "q/b": [other]}


def test_a_clock_set_back_does_not_turn_the_order(call: Callable[..., Any]) -> None:
    """Within a device the sequence decides."""
    before, after = response(1, "q/a", time=9_000), response(2, "q/a", time=10)
    assert call(SCRIPTS, ("history.byQuestion", [[after, before]])) == [{"q/a": [before, after]}]


def test_what_this_version_cannot_read_is_left_out(call: Callable[..., Any]) -> None:
    """A newer schema, another kind and a broken payload are no responses."""
    events = [
        response(1, "q/a", schema=2),
        event(2, "star", {"target": "x"}),
        event(3, "response", {"question": 5}),
    ]
    assert call(SCRIPTS, ("history.byQuestion", [events])) == [{}]


def test_a_question_may_have_any_name(call: Callable[..., Any]) -> None:
    """A restored file with a question called constructor breaks no page."""
    strange = [response(1, "constructor"), response(2, "constructor")]
    assert call(SCRIPTS, ("history.byQuestion", [strange])) == [{"constructor": strange}]


def test_exams_stand_newest_first(call: Callable[..., Any]) -> None:
    """Sittings that this version can read, and nothing else."""
    old, new = sitting(1, "u1"), sitting(4, "u2")
    events = [
        old,
        response(2, "q/a"),
        sitting(3, "u3", schema=2),
        new,
        event(5, "exam", None),
        event(6, "exam", {"exam": "u4"}),
    ]
    assert call(SCRIPTS, ("history.exams", [events])) == [[new, old]]


@pytest.mark.parametrize(
    "damage",
    [
        {"items": [None]},
        {"items": [{**ITEM, "response": None}]},
        {"items": [{**ITEM, "verdict": "perhaps"}]},
        {"items": [{**ITEM, "points": None}]},
        {"items": [{**ITEM, "share": "1"}]},
        {"items": [{**ITEM, "type": 3}]},
        {"items": None},
        {"started": None},
        {"ended": 1e300},
        {"score": "80"},
        {"title": None},
    ],
    ids=str,
)
def test_a_damaged_exam_is_left_out(call: Callable[..., Any], damage: dict[str, Any]) -> None:
    """The pages that show past exams need every item and every number."""
    damaged = event(1, "exam", {**HANDED, **damage})
    assert call(SCRIPTS, ("history.exams", [[damaged]])) == [[]]


def test_an_exam_handed_in_twice_stands_once(call: Callable[..., Any]) -> None:
    """As it was handed in first."""
    first, second, other = sitting(1, "u1"), sitting(3, "u1"), sitting(2, "u2")
    assert call(SCRIPTS, ("history.exams", [[second, other, first]])) == [[other, first]]
