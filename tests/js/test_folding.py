"""folding.js folds as the core does."""

from __future__ import annotations

import random
from collections.abc import Callable
from typing import Any

from lianxue.reading.folding import FOLDINGS, fold

ALPHABET = "〇零○一壹二贰两三四五六七八九玖十拾百佰千仟万萬亿億第条 　\t１２ａＢbＣ（）()%％①-"


def test_five_reads_the_same_in_all_its_forms(call: Callable[..., Any]) -> None:
    """五, 5, ５ and 伍 are one filling."""
    forms = ["五", "5", "５", "伍", " 五 "]
    folded = call(["folding"], *[("folding.fold", [form, list(FOLDINGS)]) for form in forms])
    assert folded == ["5"] * 5


def test_numerals_by_places_and_by_digits(call: Callable[..., Any]) -> None:
    """Positional numerals become numbers; what reads as none stays."""
    expected = {
        "一百五十八": "158",
        "十二": "12",
        "二十": "20",
        "一万二千": "12000",
        "一百零五": "105",
        "二〇二六年": "2026年",
        "〇五": "05",
        "一百五": "一百五",
        "三二十": "三二十",
        "百分之五": "百分之5",
    }
    folded = call(["folding"], *[("folding.fold", [text, ["numerals"]]) for text in expected])
    assert dict(zip(expected, folded, strict=True)) == expected


def test_both_languages_fold_alike(call: Callable[..., Any]) -> None:
    """Thousands of odd strings fold to the same text in Python and in JavaScript, under every switch."""
    chance = random.Random(20261122)
    cases = []
    for _ in range(4000):
        text = "".join(chance.choices(ALPHABET, k=chance.randint(0, 9)))
        switches = [name for name in FOLDINGS if chance.random() < 0.6]
        cases.append((text, switches))
    folded = call(["folding"], *[("folding.fold", list(case)) for case in cases])
    assert [(case, text) for case, text in zip(cases, folded, strict=True) if fold(*case) != text] == []
