"""Chinese numerals are read where they are sure, and left alone where they are not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lianxue.reading.chinese_numerals import fold_numerals, format_number, parse_number


@given(st.integers(1, 9999))
def test_what_is_written_is_read_back(number: int) -> None:
    """Every article number survives being written in Chinese."""
    assert parse_number(format_number(number)) == number


@given(st.text("〇零○一二两三九壹玖十拾百佰千仟万萬亿億", max_size=10))
def test_folding_never_fails_and_folds_once(text: str) -> None:
    """Whatever the run of numerals, folding gives a text, and folding that changes nothing more."""
    folded = fold_numerals(text)
    assert fold_numerals(folded) == folded


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("五", 5),
        ("伍", 5),
        ("十", 10),
        ("十二", 12),
        ("一十二", 12),
        ("二十", 20),
        ("一百零五", 105),
        ("一百一十", 110),
        ("一百五十八", 158),
        ("两千零二十六", 2026),
        ("二〇二六", 2026),
        ("一万二千", 12000),
        ("一万零二", 10002),
        ("壹拾贰萬", 120000),
        ("一亿二千万", 120000000),
        ("三亿零五", 300000005),
    ],
)
def test_sure_numerals_are_read(text: str, number: int) -> None:
    """Places and plain digits, ordinary and formal characters."""
    assert parse_number(text) == number


@pytest.mark.parametrize(
    "text",
    [
        "",
        "一百五",
        "三二十",
        "零十",
        "一万二",
        "十百",
        "一千百",
        "百",
        "万",
        "一百零",
        "一百零零五",
        "廿",
        "5",
    ],
)
def test_doubtful_numerals_are_not_guessed(text: str) -> None:
    """一百五 is 150 in speech and 105 by places: it stays text."""
    assert parse_number(text) is None
    assert fold_numerals(text) == text


@pytest.mark.parametrize("number", [0, -1, 10000])
def test_no_article_is_numbered_beyond_four_places(number: int) -> None:
    """A number outside 1 to 9999 is our own mistake."""
    with pytest.raises(ValueError, match=f"no article has the number {number}"):
        format_number(number)


def test_thousands_of_digits_are_text_but_no_number() -> None:
    """int() would refuse them; folding goes digit by digit, as in the browser."""
    assert parse_number("一" * 5000) is None
    assert fold_numerals("一" * 5000) == "1" * 5000
