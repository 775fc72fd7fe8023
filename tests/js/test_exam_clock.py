"""The time left in an exam: it survives reload and sleep, and never grows."""

from __future__ import annotations

import json
import random
from collections.abc import Callable
from typing import Any

import pytest

Call = Callable[..., Any]
START = 1_770_000_000_000  # epoch milliseconds
MINUTE = 60_000


def moment(now: int, steady: int) -> dict[str, int]:
    """Milliseconds after the start by both clocks."""
    return {"now": START + now, "steady": steady}


@pytest.fixture
def clock(call: Call) -> Call:
    """Call functions of the clock."""
    return lambda *calls: call(
        ["practice/exam_clock"], *((f"examClock.{name}", given) for name, given in calls)
    )


@pytest.fixture
def looks(run_script: Callable[[str, Any], Any]) -> Call:
    """What is left at each moment of some pages that all open with the same saved clock."""
    return lambda saved, *pages: run_script("run_clock.js", {"saved": saved, "pages": pages})


def test_a_setting_lengthens_the_time_or_takes_the_limit_away(clock: Call) -> None:
    """照常, 1.5 倍, 2 倍, 不限时; an odd half is rounded up; no limit stays none."""
    asked = [(30, 1), (15, 1.5), (15, 2), (30, 0), (0, 2)]
    assert clock(*(("lengthened", given) for given in asked)) == [30, 23, 30, 0, 0]
    assert clock(("begin", [0, START]), ("begin", [1, START])) == [None, {"left": MINUTE, "seen": START}]


def test_time_runs_by_either_clock(looks: Call) -> None:
    """Both agree; in sleep the steady clock may stand; a wall clock set back is not believed."""
    both = [moment(0, 500), moment(MINUTE, 500 + MINUTE)]
    asleep = [moment(0, 500), moment(4 * MINUTE, 1000)]
    set_back = [
        moment(0, 500),
        moment(-60 * MINUTE, 500 + 2 * MINUTE),
        moment(-59 * MINUTE, 500 + 3 * MINUTE),
    ]
    assert looks({"left": 10 * MINUTE, "seen": START}, both, asleep, set_back) == [
        [10 * MINUTE, 9 * MINUTE],
        [10 * MINUTE, 6 * MINUTE],
        [10 * MINUTE, 8 * MINUTE, 7 * MINUTE],
    ]


def test_time_runs_while_the_page_is_closed(looks: Call) -> None:
    """Opened again, the wall clock tells; set back meanwhile, what was left stays."""
    openings = ([moment(minutes * MINUTE, 7)] for minutes in (3, -3, 11))
    saved = {"left": 10 * MINUTE, "seen": START}
    assert looks(saved, *openings) == [[7 * MINUTE], [10 * MINUTE], [0]]


def test_what_is_left_never_grows(looks: Call) -> None:
    """Whatever the wall clock does, and never more than the steady clock allows."""
    pages = []
    for seed in range(50):
        dice = random.Random(seed)
        steady, moments = 0, []
        for _ in range(30):
            steady += dice.randint(0, MINUTE)
            moments.append(moment(dice.randint(-20 * MINUTE, 20 * MINUTE), steady))
        pages.append(moments)
    for moments, left in zip(pages, looks({"left": 15 * MINUTE, "seen": START}, *pages), strict=True):
        assert left == sorted(left, reverse=True)
        allowed = [max(0, left[0] - (at["steady"] - moments[0]["steady"])) for at in moments]
        assert all(rest <= most for rest, most in zip(left, allowed, strict=True))


def test_the_face_and_the_announcements(clock: Call) -> None:
    """Minutes and seconds, hours where there are some; said aloud at five minutes and at one."""
    lefts = [0, 1, 59_001, 899_000, 3_600_000, 5_400_000]
    assert clock(*(("words", [left]) for left in lefts)) == [
        "00:00",
        "00:01",
        "01:00",
        "14:59",
        "1:00:00",
        "1:30:00",
    ]
    crossings = [(301_000, 300_000), (300_000, 299_000), (61_000, 59_000), (301_000, 30_000), (1_000, 0)]
    assert clock(*(("announcement", given) for given in crossings)) == [
        "还剩 5 分钟。",
        "",
        "还剩 1 分钟。",
        "还剩 1 分钟。",
        "",
    ]


def test_a_saved_clock_is_plain_json(clock: Call) -> None:
    """What was left, and when; together they are the end by the wall clock."""
    running = {"left": 5000, "start": {"left": 9000, "now": START, "steady": 0}}
    saved = clock(("save", [running, moment(4000, 4000)]))[0]
    assert json.loads(json.dumps(saved)) == {"left": 5000, "seen": START + 4000}
    assert clock(("deadline", [saved])) == [START + 9000]
