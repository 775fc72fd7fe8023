"""review.js: what is asked again, on which day, and how many of them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

from .reviewing import EPOCH, TODAY, VERDICTS, Run, in_sequence, live, response, settings_of

SCRIPTS = ["record", "learning/history", "learning/scheduler", "learning/review"]


def test_verdicts_become_ratings_by_the_documented_table(call: Callable[..., Any]) -> None:
    """Right 3, half right 2, wrong 1; what a later version may say is no rating."""
    asked = [
        ("review.ratingOf", [verdict]) for verdict in ("correct", "partial", "wrong", "none", "constructor")
    ]
    assert call(SCRIPTS, *asked) == [3, 2, 1, 0, 0]


def test_intervals_are_the_schedulers_without_steps(run_script: Run) -> None:
    """Wrong and half right today: tomorrow. Right: the day after. As local dates."""
    events = [response(0, TODAY), response(1, TODAY, "partial"), response(2, TODAY, "wrong")]
    [lived] = live(run_script, events, settings_of(), [(TODAY, [])])
    assert [(item["question"], item["due"], item["reviewed"]) for item in lived["before"]] == [
        ("q/001", "2026-11-21", "2026-11-20"),
        ("q/002", "2026-11-21", "2026-11-20"),
        ("q/000", "2026-11-22", "2026-11-20"),
    ]
    assert lived["after"] == []


def test_a_day_is_the_learners_local_one(run_script: Run) -> None:
    """Answered at half past midnight in Beijing, it is due two of Beijing's days later, not two of Greenwich's."""
    midnight = (TODAY - EPOCH).days * 86_400_000 - 8 * 3_600_000
    late = {**response(0, TODAY), "time": midnight + 1_800_000}
    [lived] = live(run_script, [late], settings_of(), [(TODAY, [])])
    assert [item["due"] for item in lived["before"]] == ["2026-11-22"]


def test_only_the_present_revision_of_a_question_that_exists_counts(run_script: Run) -> None:
    """A changed question counts as new, a removed one is nowhere but in the history."""
    old = TODAY - timedelta(days=100)
    events = [
        response(0, old, revision="r0"),
        response(1, old),
        response(1, old, revision="r0", verdict="wrong"),
        response(2, old),
    ]
    asked = {
        "events": in_sequence(events), "settings": settings_of(), "revisions": {"q/000": "r1", "q/001": "r1"},
        "days": [{"date": TODAY.isoformat(), "answers": []}], "verdicts": VERDICTS,
    }  # fmt: skip
    [lived] = run_script("run_learners.js", asked)
    assert [item["question"] for item in lived["before"]] == lived["after"] == ["q/001"]


def test_what_waits_is_due_today_and_never_earlier(run_script: Run) -> None:
    """After half a year away nobody is shown a debt: ten questions are offered, those most likely forgotten."""
    events = [response(number, TODAY - timedelta(days=100 + number)) for number in range(60)]
    [lived] = live(run_script, events, settings_of(), [(TODAY, [])])
    assert {item["due"] for item in lived["before"]} == {"2026-11-20"}
    assert lived["after"] == [f"q/{number:03}" for number in range(59, 49, -1)]


def test_reviews_given_today_count_against_the_limit_and_other_answers_do_not(run_script: Run) -> None:
    """Three reviewed leave seven; an answer on a lesson page costs none."""
    old = [response(number, TODAY - timedelta(days=100)) for number in range(60)]
    given_today = [response(number, TODAY, mode="review") for number in (0, 1, 2)] + [
        response(3, TODAY),
        response(4, TODAY, mode="drill"),
    ]
    [lived] = live(
        run_script, [*old, *given_today, response(0, TODAY, mode="review")], settings_of(), [(TODAY, [])]
    )
    assert len(lived["after"]) == 7
    assert not {f"q/{number:03}" for number in range(5)} & set(lived["after"])
