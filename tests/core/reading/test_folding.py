"""Folding is for comparing only."""

from __future__ import annotations

import pytest

from lianxue.reading.folding import clean, fold, fold_for_likeness


@pytest.mark.parametrize(
    ("switches", "folded"),
    [
        ((), "Ａ 第五 条"),
        (("width",), "A 第五 条"),
        (("case",), "ａ 第五 条"),
        (("numerals",), "Ａ 第5 条"),
        (("blanks",), "Ａ第五条"),
        (("blanks", "numerals", "case", "width"), "a第5条"),
    ],
)
def test_each_switch_folds_its_own(switches: tuple[str, ...], folded: str) -> None:
    """Width, case, numerals and blanks fold apart and together, in whatever order they are named."""
    assert fold("Ａ 第五 条", switches) == folded


def test_everything_is_folded_by_default() -> None:
    """A gap without switches folds all."""
    assert fold(" ＧＢ 二〇二六 ") == "gb2026"


def test_likeness_ignores_punctuation_but_not_numerals() -> None:
    """Two stems are alike when they differ in marks, blanks, width and case only."""
    assert fold_for_likeness("《守则》第 5 条，ＡＢ_____？") == fold_for_likeness("守则第5条ab")
    assert fold_for_likeness("第五条") != fold_for_likeness("第5条")


def test_shown_text_is_composed_and_trimmed_only() -> None:
    """Compatibility forms stay: NFKC would turn ①％ into 1%."""
    assert clean("　é①％ \n") == "é①％"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("1.5倍", "15倍"),
        ("3.5", "35"),
        ("≤5", "≥5"),
        ("+1", "-1"),
        ("1/2", "12"),
        ("8:30", "830"),
        ("（）", "？"),
    ],
)
def test_signs_and_marks_inside_numbers_tell_texts_apart(one: str, other: str) -> None:
    """A decimal point, a sign, or punctuation alone is what the options are about."""
    assert fold_for_likeness(one) != fold_for_likeness(other)
