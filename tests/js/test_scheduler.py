"""The scheduler against its oracle, the PyPI package `fsrs`: the same cards after thousands of random histories."""

from __future__ import annotations

import math
import random
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

from fsrs import Card, Rating, Scheduler, State

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
MILLISECOND = timedelta(milliseconds=1)
SECOND, MINUTE, HOUR, DAY = 1000, 60_000, 3_600_000, 86_400_000
STATES = {State.Learning: "learning", State.Review: "review", State.Relearning: "relearning"}
SCRIPT = ["learning/scheduler"]

# as this side names them, minutes and days; None: the defaults
OPTIONS: list[dict[str, Any] | None] = [
    None,
    {"learning_steps": [], "relearning_steps": []},
    {"learning_steps": [5], "relearning_steps": [10, 60], "desired_retention": 0.8},
    {"learning_steps": [1, 10, 60], "relearning_steps": [], "maximum_interval": 90},
]


def a_gap(dice: random.Random) -> int:
    """Milliseconds to the next review: any scale alike, at times exactly whole days, at times a clock set back."""
    if dice.random() < 0.1:
        return dice.choice([0, DAY - 1, DAY, DAY + 1, 7 * DAY])
    if dice.random() < 0.03:
        return -dice.randrange(400 * DAY)
    least, most = dice.choice(
        [(SECOND, MINUTE), (MINUTE, HOUR), (HOUR, DAY), (DAY, 30 * DAY), (30 * DAY, 1500 * DAY)]
    )
    return dice.randrange(least, most)


def a_history(dice: random.Random, options: dict[str, Any] | None) -> dict[str, Any]:
    """One learner and one question: up to 14 reviews from 2024 on, mostly right."""
    start = 1_704_067_200_000 + dice.randrange(365 * DAY)
    time, reviews = start, []
    for _ in range(dice.randint(1, 14)):
        reviews.append((dice.choice([1, 1, 2, 3, 3, 3, 4]), time))
        time += a_gap(dice)
    return {"options": options, "start": start, "reviews": reviews, "asked": [time, time + 100 * DAY]}


def oracle_of(options: dict[str, Any] | None) -> Scheduler:
    """The package with the same options."""
    given = dict(options or {})
    for name in ("learning_steps", "relearning_steps"):
        if name in given:
            given[name] = tuple(timedelta(minutes=step) for step in given[name])
    return Scheduler(enable_fuzzing=False, **given)


def is_near(ours: float, theirs: float | None) -> bool:
    """The two sides' powers may differ in the last bit."""
    return theirs is not None and math.isclose(ours, theirs, rel_tol=1e-9, abs_tol=0)


def moment(time: int) -> datetime:
    """Milliseconds, exactly: the package counts in microseconds, so nothing is rounded."""
    return EPOCH + time * MILLISECOND


def differences(given: dict[str, Any], replayed: dict[str, Any], oracle: Scheduler) -> list[Any]:
    """Where the two sides part, in one history."""
    card = Card(card_id=1, due=moment(given["start"]))
    found: list[Any] = []
    for (rating, time), ours in zip(given["reviews"], replayed["cards"], strict=True):
        card, _ = oracle.review_card(card, Rating(rating), moment(time))
        exact = (STATES[card.state], card.step, (card.due - EPOCH) / MILLISECOND, time)
        if exact != (ours["state"], ours["step"], ours["due"], ours["last_review"]):
            found.append((exact, ours))
        if not (is_near(ours["stability"], card.stability) and is_near(ours["difficulty"], card.difficulty)):
            found.append((card.stability, card.difficulty, ours))
    chances = [oracle.get_card_retrievability(card, moment(time)) for time in given["asked"]]
    if not all(map(is_near, replayed["chances"], chances)):
        found.append((chances, replayed["chances"]))
    return found


def test_cards_equal_the_packages_over_six_thousand_histories(run_script: Callable[[str, Any], Any]) -> None:
    """State, step and due to the millisecond; stability, difficulty and retrievability to 1e-9: with steps, without, with others."""
    dice = random.Random(20261120)
    histories = [a_history(dice, OPTIONS[number % len(OPTIONS)]) for number in range(6000)]
    oracles = [oracle_of(options) for options in OPTIONS]
    replayed = run_script("run_histories.js", histories)
    assert len(replayed) == len(histories)
    for number, (given, ours) in enumerate(zip(histories, replayed, strict=True)):
        assert differences(given, ours, oracles[number % len(OPTIONS)]) == [], given


def test_the_histories_reach_every_state(run_script: Callable[[str, Any], Any]) -> None:
    """The comparison would prove little if the dice never left one state."""
    dice = random.Random(20261120)
    replayed = run_script("run_histories.js", [a_history(dice, None) for _ in range(200)])
    assert {card["state"] for one in replayed for card in one["cards"]} == {
        "learning",
        "review",
        "relearning",
    }


def test_a_new_card_is_due_at_once(call: Callable[..., Any]) -> None:
    """Nothing is known of it yet."""
    assert call(SCRIPT, ("scheduler.newCard", [5])) == [
        {"state": "new", "step": 0, "stability": None, "difficulty": None, "due": 5, "last_review": None}
    ]


def test_a_question_never_answered_is_known_by_nobody(call: Callable[..., Any]) -> None:
    """Retrievability of a new card is 0, as in the package."""
    card = {"state": "new", "step": 0, "stability": None, "difficulty": None, "due": 0, "last_review": None}
    assert call(SCRIPT, ("scheduler.retrievability", [card, DAY])) == [0]


def test_without_steps_the_first_answer_decides_the_first_interval(
    run_script: Callable[[str, Any], Any],
) -> None:
    """The portal's own setting: wrong and half right come again after a day, right after two."""
    histories = [
        {"options": OPTIONS[1], "start": 0, "reviews": [[rating, 0]], "asked": []} for rating in (1, 2, 3)
    ]
    replayed = run_script("run_histories.js", histories)
    assert [one["cards"][0]["due"] / DAY for one in replayed] == [1, 1, 2]
