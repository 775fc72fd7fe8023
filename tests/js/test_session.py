"""session.js: which questions each way of practising asks, in which order."""

from __future__ import annotations

import random
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from .small_bank import IDS, small_index

Choose = Callable[..., list[str]]
MATERIAL = ["code/b", "code/c", "code/d"]


@pytest.fixture(scope="module")
def choose(run_script: Callable[[str, Any], Any]) -> Choose:
    """Choose the questions of one session."""

    def choose_one(mode: str, **asked: Any) -> list[str]:
        index = asked.pop("index", None) or small_index()
        [ids] = run_script("run_session.js", {"index": index, "calls": [{"mode": mode, **asked}]})
        return list(ids)

    return choose_one


def responses(*given: tuple[str, str, str], revision: str = "r1") -> list[dict[str, Any]]:
    """Responses as (question, verdict, date), one minute after the other."""
    return [
        {
            "id": str(number),
            "device": "d",
            "sequence": number,
            "time": int(datetime.fromisoformat(f"{date}T08:00:00+00:00").astimezone(UTC).timestamp() * 1000)
            + number * 60_000,
            "date": date,
            "offset": 0,
            "kind": "response",
            "schema": 1,
            "payload": {
                "question": question,
                "revision": revision,
                "response": [],
                "verdict": verdict,
                "share": 1 if verdict == "correct" else 0,
            },
        }
        for number, (question, verdict, date) in enumerate(given, start=1)
    ]


def is_together(ids: list[str]) -> bool:
    """The questions on the one material stand next to each other, in the bank's order."""
    return "".join("x" if one in MATERIAL else "." for one in ids).count("x.") <= 1 and [
        one for one in ids if one in MATERIAL
    ] == [one for one in MATERIAL if one in ids]


def test_month_and_recite_keep_the_quizzes_order(choose: Choose) -> None:
    """本月自测 and 背题 go through their questions as they stand."""
    assert choose("month", filter={"lessons": ["2026/02-rules"]}) == IDS[:4]
    assert choose("recite") == IDS


def test_order_goes_on_where_it_was(choose: Choose) -> None:
    """From the remembered question on; from the first where that one is gone."""
    assert choose("order", position="code/c") == IDS[6:]
    assert choose("order", position="rules/gone") == IDS
    assert choose("order") == IDS


@settings(max_examples=10, deadline=None)
@given(
    seed=st.text(max_size=5), count=st.integers(0, 12), mode=st.sampled_from(["drill", "random", "unseen"])
)
def test_a_draw_keeps_to_its_number_and_keeps_materials_whole(
    choose: Choose, seed: str, count: int, mode: str
) -> None:
    """Never more than asked unless a single material is larger; nothing twice; a text's questions together."""
    ids = choose(mode, seed=seed, count=count)
    assert len(set(ids)) == len(ids)
    assert is_together(ids)
    assert len(ids) == len(IDS) if count == 0 else len(ids) <= max(count, 3)
    assert not set(MATERIAL) & set(ids) or set(MATERIAL) <= set(ids)


def test_a_filter_may_take_a_part_of_a_material(choose: Choose) -> None:
    """What the filter leaves out stays out."""
    assert sorted(choose("drill", filter={"types": ["multiple_choice"]})) == ["code/b", "code/c", "rules/b"]


@settings(max_examples=10, deadline=None)
@given(order=st.randoms(use_true_random=False), seed=st.text(max_size=5), day=st.dates())
def test_the_daily_five_are_the_same_for_everybody(
    choose: Choose, order: random.Random, seed: str, day: Any
) -> None:
    """Whatever was answered before, whatever the dice, whatever order the quizzes have."""
    today = day.isoformat()
    index = small_index()
    blocks = [IDS[:4], IDS[4:8], IDS[8:]]
    order.shuffle(blocks)
    rows = [IDS.index(one) for block in blocks for one in block]
    columns = ("ids", "quiz", "type", "regulation", "article", "discipline", "difficulty", "revision")
    moved = index | {name: [index[name][row] for row in rows] for name in columns}
    moved["materials"] = [[moved["ids"].index("code/b"), 3]]
    mine = choose("daily", today=today)
    yours = choose(
        "daily", today=today, index=moved, seed=seed, events=responses((IDS[0], "wrong", "2026-02-09"))
    )
    assert mine == yours
    assert len(set(mine)) == len(mine) == 5


def test_another_day_and_another_site_have_other_five(choose: Choose) -> None:
    """The date and the site decide."""
    days = {tuple(choose("daily", today=f"2026-02-{day:02}")) for day in range(1, 8)}
    assert len(days) > 4
    sites = {tuple(choose("daily", siteId=site)) for site in ("a", "b", "c", "d")}
    assert len(sites) > 2


def test_unseen_come_first_then_the_longest_ago(choose: Choose) -> None:
    """An answer to an older revision counts as none."""
    events = responses(
        *((one, "correct", "2026-02-01") for one in IDS if one not in {"rules/a", "rules/b"}),
        ("rules/c", "wrong", "2026-02-03"),
        ("loose/a", "wrong", "2026-02-02"),
    ) + responses(("rules/b", "correct", "2026-02-05"), revision="r0")
    ids = choose("unseen", events=events)
    assert set(ids[:2]) == {"rules/a", "rules/b"}
    assert ids[-2:] == ["loose/a", "rules/c"]


def test_mistakes_are_the_unmastered_ones_newest_first(choose: Choose) -> None:
    """Two right answers on different days master one; an updated question is none any more; materials stay together."""
    events = responses(
        ("rules/a", "wrong", "2026-02-01"),
        ("rules/b", "wrong", "2026-02-02"),
        ("code/d", "wrong", "2026-02-03"),
        ("rules/b", "correct", "2026-02-03"),
        ("rules/b", "correct", "2026-02-04"),
        ("rules/d", "partial", "2026-02-05"),
        ("code/b", "wrong", "2026-02-06"),
    ) + responses(("rules/c", "wrong", "2026-02-07"), revision="r0")
    assert choose("mistakes", events=events) == ["code/b", "code/d", "rules/d", "rules/a"]
    assert choose("mistakes", events=events, filter={"quizzes": ["rules"]}) == ["rules/d", "rules/a"]
    assert choose("mistakes", events=events, count=2) == ["code/b", "code/d"]


def test_a_later_answer_to_an_older_revision_takes_no_mistake_away(choose: Choose) -> None:
    """A record merged from a place with an older bank: the mistake in the present question still stands."""
    events = responses(("rules/a", "wrong", "2026-02-01"))
    older = responses(("rules/a", "correct", "2026-02-03"), revision="r0")
    assert choose("mistakes", events=events + older) == ["rules/a"]


def test_review_asks_what_the_scheduler_offers(choose: Choose) -> None:
    """Nothing on the day itself, the seen questions weeks later, of them those the filter asks for."""
    events = responses(("rules/a", "wrong", "2026-01-05"), ("code/a", "correct", "2026-01-05"))
    assert choose("review", events=events, today="2026-01-05") == []
    assert sorted(choose("review", events=events, today="2026-03-05")) == ["code/a", "rules/a"]
    assert choose("review", events=events, today="2026-03-05", filter={"quizzes": ["code"]}) == ["code/a"]


def test_this_months_lesson_is_one_that_has_questions(call: Callable[..., Any]) -> None:
    """April's has none: March stands; an empty bank has no lesson."""
    scripts = ["calendar", "practice/session"]
    index = small_index()
    chosen = call(
        scripts,
        ("session.lessonOfMonth", [index, "2026-04"]),
        ("session.lessonOfMonth", [index, "2026-02"]),
        ("session.lessonOfMonth", [index | {"quiz_lessons": []}, "2026-02"]),
    )
    assert [lesson and lesson["id"] for lesson in chosen] == ["2026/03-code", "2026/02-rules", None]


@settings(max_examples=10, deadline=None)
@given(day=st.dates())
def test_a_long_text_leaves_five_a_day(choose: Choose, day: Any) -> None:
    """A text of six questions never makes the five more; where there is nothing else five of it are asked."""
    index = small_index() | {"materials": [[2, 6]]}
    text = set(IDS[2:8])
    ids = choose("daily", today=day.isoformat(), index=index)
    assert sorted(ids) == sorted(set(IDS) - text)
    alone = choose("daily", today=day.isoformat(), index=index | {"materials": [[0, 9]]})
    assert alone == IDS[:5]
