"""review.js: what is asked again, on which day, and how many of them."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

SCRIPTS = ["record", "learning/history", "learning/scheduler", "learning/review"]
TODAY = date(2026, 11, 20)
EPOCH = date(1970, 1, 1)
ALL = 10_000
VERDICTS = ["correct", "correct", "wrong", "correct", "partial"]
FINAL_DAYS = 30
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
