"""random.js: a seed decides, in every browser alike."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

RUN = "run_random.js"
EXPECTED = [0.741478281, 0.598194839, 0.65516116, 0.700810311]


def test_a_seed_gives_these_numbers_for_ever(run_script: Callable[[str, Any], Any]) -> None:
    """每日五题 is the same for everybody only as long as these stay."""
    drawn = run_script(RUN, {"seed": "lianxue 2026-02-10", "count": 4, "items": []})
    assert [round(number, 9) for number in drawn["numbers"]] == EXPECTED


def test_like_seeds_part_at_once(run_script: Callable[[str, Any], Any]) -> None:
    """Two days that follow each other have nothing in common."""
    first = run_script(RUN, {"seed": "lianxue 2026-02-10", "count": 20, "items": []})["numbers"]
    second = run_script(RUN, {"seed": "lianxue 2026-02-11", "count": 20, "items": []})["numbers"]
    assert not set(first) & set(second)


@settings(max_examples=10, deadline=None)
@given(seed=st.text(max_size=20), items=st.lists(st.integers(-(2**53) + 1, 2**53 - 1), max_size=50))
def test_a_shuffle_loses_and_adds_nothing(
    run_script: Callable[[str, Any], Any], seed: str, items: list[int]
) -> None:
    """The same items, however often they stand there; the numbers stay within 0 and 1."""
    drawn = run_script(RUN, {"seed": seed, "count": 10, "items": items})
    assert sorted(drawn["shuffled"]) == sorted(items)
    assert drawn["given"] == items
    assert len(drawn["numbers"]) == 10
    assert all(0 <= number < 1 for number in drawn["numbers"])


def test_every_place_is_reached_about_equally_often(run_script: Callable[[str, Any], Any]) -> None:
    """Of 3,000 shuffles of four items each item comes first about 750 times."""
    firsts = run_script(RUN, {"seed": "fair", "count": 0, "items": [0, 1, 2, 3], "rounds": 3000})["firsts"]
    assert all(650 < count < 850 for count in firsts), firsts
