"""settings.js: the learner's own settings as a fold."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

SCRIPTS = ["record", "learning/settings"]
DEFAULTS = {"mastered_after": 2, "daily_limit": 10, "exam_date": "", "exam_time": 1}


def setting(sequence: int, name: str, value: Any, **place: Any) -> dict[str, Any]:
    """A change of one setting as the record keeps it."""
    event = {"id": str(sequence), "device": "a", "sequence": sequence, "time": sequence, "date": "2026-11-20"}
    payload = {"name": name, "value": value}
    return {**event, "offset": 480, "kind": "setting", "schema": 1, "payload": payload, **place}


def test_without_events_the_defaults_stand(call: Callable[..., Any]) -> None:
    """Two right answers, ten reviews a day, no exam date, the clock as set."""
    assert call(SCRIPTS, ("settings.fold", [[]])) == [DEFAULTS]


def test_the_latest_change_of_each_setting_stands(call: Callable[..., Any]) -> None:
    """In the record's order, whatever order the events are read in."""
    events = [
        setting(3, "daily_limit", 20),
        setting(1, "daily_limit", 5),
        setting(2, "exam_date", "2026-12-01"),
    ]
    assert call(SCRIPTS, ("settings.fold", [events])) == [
        {**DEFAULTS, "daily_limit": 20, "exam_date": "2026-12-01"}
    ]


def test_what_is_unsound_or_unknown_changes_nothing(call: Callable[..., Any]) -> None:
    """A damaged backup, a newer version or another kind of event leaves the value before it."""
    events = [
        setting(1, "daily_limit", 5),
        setting(2, "daily_limit", 0),
        setting(3, "colour", "red"),
        setting(4, "__proto__", {"daily_limit": 1}),
        setting(5, "daily_limit", 7, schema=2),
        setting(6, "daily_limit", 8, kind="note"),
        setting(7, "daily_limit", 9, payload=None),
    ]
    assert call(SCRIPTS, ("settings.fold", [events])) == [{**DEFAULTS, "daily_limit": 5}]


@pytest.mark.parametrize(
    ("name", "sound", "unsound"),
    [
        ("mastered_after", [1, 5], [0, 6, 1.5, "2", None]),
        ("daily_limit", [1, 50], [0, 51, 2.5, "10", True]),
        ("exam_date", ["", "2028-02-29"], ["2026-02-29", "2026-13-01", "2026-2-1", "明天", 20261201, None]),
        ("exam_time", [0, 1, 1.5, 2], [3, -1, "1", None]),
        ("toString", [], ["x", 1]),
    ],
)
def test_each_setting_takes_its_own_values(
    call: Callable[..., Any], name: str, sound: list[Any], unsound: list[Any]
) -> None:
    """A sound value comes back as it is, another one as null."""
    answers = call(SCRIPTS, *[("settings.check", [name, value]) for value in sound + unsound])
    assert answers == sound + [None] * len(unsound)
