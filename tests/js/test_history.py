"""history.js: the record sorted by question and by exam."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

SCRIPTS = ["record", "learning/history"]


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
    return event(sequence, "exam", {"exam": exam, "score": 80, "items": []}, **place)


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
