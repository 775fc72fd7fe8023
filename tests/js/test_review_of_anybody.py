"""review.js for any past, any settings and any days on which somebody comes."""

from __future__ import annotations

import math
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from .reviewing import ALL, TODAY, VERDICTS, Run, live, response, settings_of

FINAL_DAYS = 30


@dataclass(frozen=True)
class Learner:
    """Somebody with a past, settings, and days on which they come."""

    events: list[dict[str, Any]]
    limit: int
    exam_in: int
    first_sitting: int


@st.composite
def learners(draw: st.DrawFn) -> Learner:
    """Up to 80 questions answered once to five times within two years, and an exam within seven weeks."""
    dice = draw(st.randoms(use_true_random=False))
    events = [
        response(
            number, TODAY - timedelta(days=dice.randint(1, dice.choice([10, 40, 700]))), dice.choice(VERDICTS)
        )
        for number in range(draw(st.integers(1, 80)))
        for _ in range(dice.randint(1, 5))
    ]
    return Learner(events, draw(st.integers(1, 12)), draw(st.integers(1, 50)), draw(st.integers(0, 20)))


def check_each_day(learner: Learner, lived: list[dict[str, Any]], days: list[date]) -> None:
    """What holds on any day of anybody."""
    seen = {event["payload"]["question"] for event in learner.events}
    for day, offered in zip(days, lived, strict=True):
        dues = [item["due"] for item in offered["before"]]
        assert dues == sorted(dues)
        assert min(dues) >= day.isoformat()
        assert {item["question"] for item in offered["before"]} == seen
        for ids in [*offered["sittings"], offered["after"]]:
            assert len(ids) == len(set(ids))
            assert set(ids) <= seen


PROPERTY = settings(max_examples=15, deadline=None, derandomize=True)


@PROPERTY
@given(learners(), st.lists(st.booleans(), min_size=20, max_size=20))
def test_without_an_exam_date_the_limit_holds_every_day(
    run_script: Run, learner: Learner, comes: list[bool]
) -> None:
    """However long the learner was away, and whether or not a sitting was broken off."""
    days = [TODAY + timedelta(days=ahead) for ahead in range(20)]
    visits = [
        (day, [learner.first_sitting, ALL] if is_there else [])
        for day, is_there in zip(days, comes, strict=True)
    ]
    lived = live(run_script, learner.events, settings_of(learner.limit), visits)
    check_each_day(learner, lived, days)
    for offered in lived:
        if offered["sittings"]:
            first, second = offered["sittings"]
            assert len(first) <= learner.limit
            assert min(len(first), learner.first_sitting) + len(second) <= learner.limit
            assert offered["after"] == []


@PROPERTY
@given(learners(), st.lists(st.booleans(), min_size=50, max_size=50), st.booleans())
def test_every_seen_question_comes_before_the_exam(
    run_script: Run, learner: Learner, comes: list[bool], is_daily: bool
) -> None:
    """For whoever comes daily, and for whoever comes at least on the last day; over the limit by no more than the days left ask for."""
    days = [TODAY + timedelta(days=ahead) for ahead in range(learner.exam_in)]
    exam = TODAY + timedelta(days=learner.exam_in)
    there = [is_daily or comes[ahead] for ahead in range(learner.exam_in - 1)] + [True]
    visits = [
        (day, [learner.first_sitting, ALL] if is_there else [])
        for day, is_there in zip(days, there, strict=True)
    ]
    lived = live(run_script, learner.events, settings_of(learner.limit, exam), visits)
    check_each_day(learner, lived, days)

    seen = {event["payload"]["question"] for event in learner.events}
    start = (exam - timedelta(days=max(FINAL_DAYS, math.ceil(len(seen) / learner.limit)))).isoformat()
    covered = {event["payload"]["question"] for event in learner.events if event["date"] >= start}
    for day, offered in zip(days, lived, strict=True):
        assert all(item["due"] < exam.isoformat() for item in offered["before"] if item["is_needed"])
        if not offered["sittings"]:
            continue
        needed = sum(item["is_needed"] for item in offered["before"]) if day.isoformat() >= start else 0
        first, second = offered["sittings"]
        answered = [*first[: learner.first_sitting], *second]
        assert len(answered) <= max(learner.limit, math.ceil(needed / (exam - day).days))
        assert offered["after"] == []
        if day.isoformat() >= start:
            covered.update(answered)
    assert covered == seen
