"""What trainers mistype in YAML is told in their words (the case files hold the rest)."""

from __future__ import annotations

import pytest

from lianxue.reading.yaml_slips import find_slips


@pytest.mark.parametrize(
    ("line", "slip"),
    [
        ("title：甲", (1, 6, "“title”后面是全角冒号“：”：请改成半角“:”，后面空一格")),
        ("  - 题干：甲", (1, 7, "“题干”后面是全角冒号“：”：请改成半角“:”，后面空一格")),
        ("    A：甲", (1, 6, "“A”后面是全角冒号“：”：请改成半角“:”，后面空一格")),
        ("stem:甲", (1, 5, "“stem:”的冒号后面要空一格")),
        ("  -id: a", (1, 3, "行首的“-”后面要空一格")),
        ("  — id: a", (1, 3, "行首是“—”：列表请用半角“-”，后面空一格")),
        ("－ 第一条", (1, 1, "行首是“－”：列表请用半角“-”，后面空一格")),
    ],
)
def test_a_slip_is_found_where_it_is(line: str, slip: tuple[int, int, str]) -> None:
    """Full-width colons and dashes, and missing blanks, each at its column."""
    assert list(find_slips(line)) == [slip]


@pytest.mark.parametrize(
    "line", ["title: 甲", "stem: 他说：好", "http://x", "  - A", "---", "- -5", "# 说明：甲", ""]
)
def test_sound_lines_hold_no_slip(line: str) -> None:
    """A colon inside a text is the author's own affair."""
    assert list(find_slips(line)) == []
