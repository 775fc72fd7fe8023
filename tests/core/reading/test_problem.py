"""Problems are values with a place, a rule and a level."""

from __future__ import annotations

import pytest

from lianxue.reading.problem import (
    ContentProblems,
    Level,
    Place,
    Report,
    count_by_level,
    sort_problems,
    without_drafts,
)


def report_of(*notes: tuple[str, int, int, str]) -> Report:
    report = Report()
    for path, line, column, rule in notes:
        report.note(Place(path, line, column), rule, "话")
    return report


def test_problems_are_sorted_by_place_and_said_once() -> None:
    """Files in order, lines as numbers, the same thing once."""
    report = report_of(
        ("b", 1, 1, "bad-id"),
        ("a", 10, 1, "bad-id"),
        ("a", 9, 5, "bad-id"),
        ("a", 9, 5, "bad-id"),
        ("a", 9, 4, "bad-id"),
    )
    assert [str(p) for p in sort_problems(report.problems)] == [
        "a:9:4: 话",
        "a:9:5: 话",
        "a:10:1: 话",
        "b:1:1: 话",
    ]


def test_levels_are_counted_even_where_there_are_none() -> None:
    """A count line can always name all three."""
    report = report_of(("a", 1, 1, "bad-id"), ("a", 2, 1, "no-citation"))
    assert count_by_level(report.problems) == {Level.MUST_FIX: 1, Level.TO_FILL: 1, Level.ADVICE: 0}


def test_drafts_do_not_stop_a_preview() -> None:
    """待确认 becomes advice there; everything else keeps its level."""
    report = report_of(("a", 1, 1, "unsettled"), ("a", 2, 1, "bad-id"))
    assert [p.level for p in without_drafts(report.problems)] == [Level.ADVICE, Level.MUST_FIX]


def test_an_unknown_rule_is_our_own_mistake() -> None:
    """A rule that is not in the table cannot be noted."""
    with pytest.raises(KeyError):
        Report().note(Place("a"), "no-such-rule", "话")


def test_refused_content_carries_its_problems_sorted() -> None:
    """The exception's text is the list itself."""
    report = report_of(("b", 1, 1, "bad-id"), ("a", 1, 1, "bad-id"))
    assert str(ContentProblems(report.problems)) == "a:1:1: 话\nb:1:1: 话"
