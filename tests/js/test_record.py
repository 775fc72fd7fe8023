"""record.js: events as values, and the folds over them."""

from __future__ import annotations

import random
from collections.abc import Callable
from typing import Any

EIGHT_HOURS = 480  # minutes east of UTC


def response(question: str, share: float, **place: Any) -> dict[str, Any]:
    """An event as the record keeps it."""
    event = {"id": "x", "device": "a", "sequence": 1, "time": 1000, "date": "2026-11-20", "offset": 480}
    payload = {"question": question, "revision": "r1", "response": ["A"], "verdict": "wrong", "share": share}
    return {**event, "kind": "response", "schema": 1, "payload": payload, **place}


def test_event_holds_the_local_date(call: Callable[..., Any]) -> None:
    """Half past midnight in Beijing is the new day, although UTC still has the old one."""
    moment = {"id": "u", "time": 1763570000000 + 8 * 3600 * 1000, "offset": EIGHT_HOURS}
    (event,) = call(["record"], ("record.makeEvent", [moment, "response", {"question": "q"}]))
    assert event == {
        "id": "u",
        "device": "",
        "sequence": 0,
        "time": 1763598800000,
        "date": "2025-11-20",
        "offset": 480,
        "kind": "response",
        "schema": 1,
        "payload": {"question": "q"},
    }


def test_dates_are_read_as_people_write_them(call: Callable[..., Any]) -> None:
    """No leading zeros in 2026 年 3 月 5 日."""
    assert call(["record"], ("record.readableDate", ["2026-03-05"])) == ["2026 年 3 月 5 日"]


def test_uuid_is_of_version_four(call: Callable[..., Any]) -> None:
    """Version and variant bits are set over the random bytes."""
    assert call(["record"], ("record.formatUuid", [[255] * 16])) == ["ffffffff-ffff-4fff-bfff-ffffffffffff"]


def test_latest_response_stands(call: Callable[..., Any]) -> None:
    """Of two responses to one question the later counts, in whatever order they are read."""
    first, second = response("q/a", 0, sequence=1, time=1), response("q/a", 1, sequence=2, time=2)
    one, other = call(
        ["record"],
        ("record.latestResponses", [[first, second]]),
        ("record.latestResponses", [[second, first]]),
    )
    assert one == other == {"q/a": second, "q/a@r1": second}


def test_a_later_answer_to_an_older_revision_does_not_hide_the_present_one(call: Callable[..., Any]) -> None:
    """Answered at the office with the new bank, then at home with an older package, and merged."""
    new = response("q/a", 1, sequence=1, time=1)
    old = response("q/a", 0, sequence=2, time=2, payload=new["payload"] | {"revision": "r0", "share": 0})
    (latest,) = call(["record"], ("record.latestResponses", [[new, old]]))
    (progress,) = call(
        ["record"], ("record.progressOf", [[{"id": "q/a", "revision": "r1", "points": 1}], latest])
    )
    assert progress == {"answered": 1, "total": 1, "score": 100}


def test_clock_set_back_does_not_revive_an_old_response(call: Callable[..., Any]) -> None:
    """Within a device the sequence is the order, not the clock."""
    before, after = response("q/a", 0, sequence=1, time=9_000), response("q/a", 1, sequence=2, time=10)
    (latest,) = call(["record"], ("record.latestResponses", [[before, after]]))
    assert latest["q/a"]["payload"]["share"] == 1


def test_order_does_not_depend_on_reading(call: Callable[..., Any]) -> None:
    """Events of several devices with crooked clocks come into one order, however they are shuffled."""
    chance = random.Random(7)
    events = [
        response("q/a", 1, id=f"{device}{number}", device=device, sequence=number, time=chance.randint(1, 50))
        for device in "abc"
        for number in range(1, 20)
    ]
    shuffles = [chance.sample(events, len(events)) for _ in range(10)]
    orders = call(["record"], *[("record.inOrder", [shuffle]) for shuffle in shuffles])
    assert all(order == orders[0] for order in orders)


def test_events_of_a_newer_schema_or_another_kind_are_left_alone(call: Callable[..., Any]) -> None:
    """What this version cannot read counts for nothing."""
    odd = [response("q/a", 1, schema=2), response("q/b", 1, kind="note"), response("q/c", 1, payload=None)]
    assert call(["record"], ("record.latestResponses", [odd])) == [{}]


def test_changed_question_counts_as_unanswered(call: Callable[..., Any]) -> None:
    """A response to another revision neither counts nor scores."""
    questions = [
        {"id": "q/a", "revision": "r1", "points": 1},
        {"id": "q/b", "revision": "r2", "points": 2},
    ]
    (latest,) = call(["record"], ("record.latestResponses", [[response("q/a", 1), response("q/b", 1)]]))
    (progress,) = call(["record"], ("record.progressOf", [questions, latest]))
    assert progress == {"answered": 1, "total": 2, "score": 33}


def test_scores_round_half_up(call: Callable[..., Any]) -> None:
    """12.5 is 13, and thirds do not lose a point to floating point."""
    calls = [[0.5, 4], [1, 3], [2 / 3 + 1 / 3 + 0.5, 12], [0, 0]]
    scores = call(["record"], *[("record.scoreOf", given) for given in calls])
    assert scores == [13, 33, 13, 0]


def test_states_of_a_lesson(call: Callable[..., Any]) -> None:
    """未学, 学习中, 已学 below the pass mark, 已通过 at it; every quiz must pass."""

    def quiz(answered: int, score: int) -> dict[str, Any]:
        return {"progress": {"answered": answered, "total": 2, "score": score}, "passMark": 80}

    lessons = [[], [quiz(0, 0)], [quiz(1, 50)], [quiz(2, 79)], [quiz(2, 80)], [quiz(2, 100), quiz(2, 50)]]
    states = call(["record"], *[("record.stateOf", [lesson]) for lesson in lessons])
    assert states == ["none", "none", "started", "studied", "passed", "studied"]
