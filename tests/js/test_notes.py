"""notes.js: stars and notes by what they are about."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

SCRIPTS = ["record", "learning/notes"]


def event(sequence: int, kind: str, payload: Any, **place: Any) -> dict[str, Any]:
    """An event of the day whose number is its sequence."""
    base = {
        "id": str(sequence),
        "device": "a",
        "sequence": sequence,
        "time": sequence,
        "date": f"2026-11-{sequence:02}",
    }
    return {**base, "offset": 480, "kind": kind, "schema": 1, "payload": payload, **place}


def star(sequence: int, target: str, on: bool, **place: Any) -> dict[str, Any]:
    """A star set or taken away."""
    return event(sequence, "star", {"target": target, "title": "题目甲", "on": on}, **place)


def note(sequence: int, target: str, text: str, **place: Any) -> dict[str, Any]:
    """A note written, or emptied."""
    return event(sequence, "note", {"target": target, "title": "题目乙", "text": text}, **place)


def test_star_and_note_of_a_target_come_together(call: Callable[..., Any]) -> None:
    """With the title and the date of the latest change; line breaks are kept."""
    events = [note(2, "question:q/a", "第一行\n第二行"), star(1, "question:q/a", True)]
    assert call(SCRIPTS, ("notes.fold", [events])) == [
        [
            {
                "target": "question:q/a",
                "title": "题目乙",
                "is_starred": True,
                "note": "第一行\n第二行",
                "date": "2026-11-02",
            }
        ]
    ]


def test_the_latest_star_and_the_latest_note_stand(call: Callable[..., Any]) -> None:
    """Each for itself: taking the star away leaves the note."""
    events = [
        star(1, "page:a/", True),
        note(2, "page:a/", "旧"),
        note(3, "page:a/", "新"),
        star(4, "page:a/", False),
    ]
    ((noted,),) = call(SCRIPTS, ("notes.fold", [events]))
    assert (noted["is_starred"], noted["note"], noted["date"]) == (False, "新", "2026-11-04")


def test_what_was_taken_away_is_not_listed(call: Callable[..., Any]) -> None:
    """No star and an empty note are nothing."""
    events = [
        star(1, "page:a/", True),
        note(2, "page:a/", "x"),
        note(3, "page:a/", ""),
        star(4, "page:a/", False),
    ]
    assert call(SCRIPTS, ("notes.fold", [events])) == [[]]


def test_the_latest_change_stands_first(call: Callable[..., Any]) -> None:
    """A target touched again moves to the front."""
    events = [star(1, "page:a/", True), star(2, "page:b/", True), star(3, "page:a/", True)]
    (listed,) = call(SCRIPTS, ("notes.fold", [events]))
    assert [noted["target"] for noted in listed] == ["page:a/", "page:b/"]


def test_what_this_version_cannot_read_is_left_out(call: Callable[..., Any]) -> None:
    """A newer schema, another kind and broken payloads change nothing."""
    events = [
        star(1, "page:a/", True, schema=2),
        event(2, "response", {"target": "page:a/", "on": True}),
        event(3, "star", None),
        event(4, "star", {"target": "page:a/", "on": "yes"}),
        event(5, "note", {"target": 7, "text": "x"}),
    ]
    assert call(SCRIPTS, ("notes.fold", [events])) == [[]]
