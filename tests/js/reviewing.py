"""Learners with a past: their answers as events, and what review.js offers them day by day."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, timedelta
from typing import Any

TODAY = date(2026, 11, 20)
EPOCH = date(1970, 1, 1)
ALL = 10_000
VERDICTS = ["correct", "correct", "wrong", "correct", "partial"]
Run = Callable[[str, Any], Any]


def settings_of(limit: int = 10, exam: date | None = None) -> dict[str, Any]:
    """The learner's settings."""
    return {
        "mastered_after": 2,
        "daily_limit": limit,
        "exam_date": exam.isoformat() if exam else "",
        "exam_time": 1,
    }


def response(
    number: int, day: date, verdict: str = "correct", revision: str = "r1", **more: str
) -> dict[str, Any]:
    """Question number so-and-so, answered at ten in the morning in Beijing."""
    time = (day - EPOCH).days * 86_400_000 + 2 * 3_600_000 + number
    payload = {
        "question": f"q/{number:03}",
        "revision": revision,
        "response": ["A"],
        "verdict": verdict,
        "share": 0,
        **more,
    }
    base = {
        "id": f"{day}-{number}",
        "device": "a",
        "sequence": 1,
        "time": time,
        "date": day.isoformat(),
        "offset": 480,
    }
    return {**base, "kind": "response", "schema": 1, "payload": payload}


def in_sequence(events: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """As one device writes them down."""
    ordered = sorted(events, key=lambda event: event["time"])
    return [{**event, "sequence": place} for place, event in enumerate(ordered, 1)]


def live(
    run: Run, events: list[dict[str, Any]], chosen: dict[str, Any], days: Sequence[tuple[date, list[int]]]
) -> Any:
    """What each of the days offers a learner for whom all questions stand at revision r1."""
    ordered = in_sequence(events)
    asked = {
        "events": ordered,
        "settings": chosen,
        "revisions": {event["payload"]["question"]: "r1" for event in ordered},
        "days": [{"date": day.isoformat(), "answers": answers} for day, answers in days],
        "verdicts": VERDICTS,
    }
    return run("run_learners.js", asked)


def known_for_long(count: int) -> list[dict[str, Any]]:
    """Questions answered right four times, the last time three weeks to two months ago: none is due within a month."""
    return [
        response(number, TODAY - timedelta(days=days))
        for number in range(count)
        for days in (400, 380, 320, 21 + number % 40)
    ]
