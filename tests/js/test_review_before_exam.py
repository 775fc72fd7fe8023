"""review.js with an exam date: everything once more before it, spread over the days that are left."""

from __future__ import annotations

from collections import Counter
from datetime import timedelta

from .reviewing import ALL, TODAY, Run, known_for_long, live, response, settings_of


def test_what_is_due_after_the_exam_is_spread_evenly_over_the_days_left(run_script: Run) -> None:
    """43 questions over the 10 days before the exam: four or five a day, none on the day itself, always the same ones."""
    exam = TODAY + timedelta(days=10)
    first, again = (
        live(run_script, known_for_long(43), settings_of(exam=exam), [(TODAY, [])])[0]["before"]
        for _ in range(2)
    )
    assert first == again
    needed = Counter(item["due"] for item in first if item["is_needed"])
    days = [(TODAY + timedelta(days=ahead)).isoformat() for ahead in range(10)]
    total = sum(needed.values())
    assert [day for day in days if needed[day] not in (total // 10, -(-total // 10))] == []
    assert set(needed) <= set(days)


def test_a_question_answered_in_the_final_weeks_needs_no_second_time(run_script: Run) -> None:
    """One answered 21 days before today, with the exam in 10, lies outside the 30 days; one answered yesterday within."""
    exam = TODAY + timedelta(days=10)
    yesterday = TODAY - timedelta(days=1)
    events = [*known_for_long(2), response(1, yesterday)]
    [lived] = live(run_script, events, settings_of(exam=exam), [(TODAY, [])])
    assert {item["question"]: item["is_needed"] for item in lived["before"]} == {
        "q/000": True,
        "q/001": False,
    }
    [moved] = [item["due"] for item in lived["before"] if item["is_needed"]]
    assert "2026-11-20" <= moved < exam.isoformat()


def test_an_exam_that_is_over_or_today_changes_nothing(run_script: Run) -> None:
    """No day is left before it."""
    events = known_for_long(20)
    without, *others = (
        live(run_script, events, settings_of(exam=exam), [(TODAY, [])])
        for exam in (None, TODAY, TODAY - timedelta(days=1))
    )
    assert others == [without, without]


def test_the_limit_is_exceeded_only_where_the_days_do_not_suffice(run_script: Run) -> None:
    """100 questions in 5 days are 20 a day; in 20 days they stay within 10 a day."""
    events = [response(number, TODAY - timedelta(days=300)) for number in range(100)]
    for ahead, most in ((5, 20), (20, 10)):
        exam = TODAY + timedelta(days=ahead)
        lived = live(
            run_script,
            events,
            settings_of(exam=exam),
            [(TODAY + timedelta(days=day), [ALL]) for day in range(ahead)],
        )
        assert max(len(day["sittings"][0]) for day in lived) == most
        assert len({question for day in lived for question in day["sittings"][0]}) == 100


def test_a_sitting_broken_off_asks_for_the_rest_of_the_day_and_no_more(run_script: Run) -> None:
    """Of the 20 that the exam forces, 8 are answered, then 12 are offered, then none."""
    events = [response(number, TODAY - timedelta(days=300)) for number in range(100)]
    chosen = settings_of(exam=TODAY + timedelta(days=5))
    [lived] = live(run_script, events, chosen, [(TODAY, [8, ALL])])
    assert [len(ids) for ids in [*lived["sittings"], lived["after"]]] == [20, 12, 0]


def test_whoever_has_done_the_days_reviews_is_not_given_tomorrows(run_script: Run) -> None:
    """Eight are due and four are brought forward to two days: nine today, and the tenth place stays empty."""
    yesterday = TODAY - timedelta(days=1)
    long_known = [
        response(number, TODAY - timedelta(days=days)) for number in range(4) for days in (400, 380, 320, 35)
    ]
    due = [response(number, TODAY - timedelta(days=300)) for number in range(4, 12)]
    chosen = settings_of(exam=TODAY + timedelta(days=2))
    [lived] = live(run_script, [*long_known, *due, response(99, yesterday)], chosen, [(TODAY, [ALL])])
    assert [len(ids) for ids in [*lived["sittings"], lived["after"]]] == [9, 0]


def test_whoever_comes_once_a_week_gets_a_weeks_share(run_script: Run) -> None:
    """28 questions over 28 days are one a day; after a week away it is seven at once."""
    exam = TODAY + timedelta(days=28)
    events = [*known_for_long(28), response(99, TODAY - timedelta(days=7))]
    events = [
        event
        for event in events
        if (TODAY - timedelta(days=25)).isoformat() > event["date"] or event["payload"]["question"] == "q/099"
    ]
    [lived] = live(run_script, events, settings_of(exam=exam), [(TODAY, [])])
    planned_today = [item for item in lived["before"] if item["due"] == TODAY.isoformat()]
    assert len(planned_today) < 7 <= len(lived["after"]) <= 10
