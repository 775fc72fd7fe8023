"""calendar.js: the date chooses the lesson."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

MONTHS = ["2026-03", "2026-01", "2026-02"]


def test_this_months_lesson_is_chosen(call: Callable[..., Any]) -> None:
    """A lesson of the month stands, whatever order the cards have."""
    assert call(["calendar"], ("calendar.chooseMonth", [MONTHS, "2026-02"])) == ["2026-02"]


def test_without_one_the_newest_past_lesson_stands(call: Callable[..., Any]) -> None:
    """In November the lesson of March is still the newest."""
    assert call(["calendar"], ("calendar.chooseMonth", [MONTHS, "2026-11"])) == ["2026-03"]


def test_before_all_lessons_the_first_stands(call: Callable[..., Any]) -> None:
    """A portal handed out in December shows January's lesson."""
    assert call(["calendar"], ("calendar.chooseMonth", [MONTHS, "2025-12"])) == ["2026-01"]


def test_no_lesson_chooses_none(call: Callable[..., Any]) -> None:
    """An empty portal has nothing to choose."""
    assert call(["calendar"], ("calendar.chooseMonth", [[], "2026-01"])) == [None]


def test_year_without_lessons_gives_way_to_the_newest(call: Callable[..., Any]) -> None:
    """The current year where it has lessons, else the newest."""
    chosen = call(
        ["calendar"],
        ("calendar.chooseYear", [["2025", "2026"], "2025"]),
        ("calendar.chooseYear", [["2025", "2026"], "2027"]),
    )
    assert chosen == ["2025", "2026"]
