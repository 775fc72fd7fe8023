"""What trainers mistype in YAML is told in their words (the case files hold the rest)."""

from __future__ import annotations

import pytest

from lianxue.reading.yaml_slips import find_slips, find_slips_near


@pytest.mark.parametrize(
    ("line", "slip"),
    [
        ("title：甲", (1, 6, "“title”后面是全角冒号“：”：请改成半角“:”，后面空一格")),
        ("  - 题干：甲", (1, 7, "“题干”后面是全角冒号“：”：请改成半角“:”，后面空一格")),
        ("      2：甲", (1, 8, "“2”后面是全角冒号“：”：请改成半角“:”，后面空一格")),
        ("　　stem: 甲", (1, 1, "缩进用了全角空格“　”：请改成半角空格“ ”")),
        ("stem:　甲", (1, 6, "“stem:”后面是全角空格“　”：请改成半角空格“ ”")),
        ("{A: 甲，B: 乙}", (1, 6, "“B”前面是全角逗号“，”：请改成半角“,”，后面空一格")),
        ("{A: 甲, B：[乙]}", (1, 9, "“B”后面是全角冒号“：”：请改成半角“:”，后面空一格")),
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


@pytest.mark.parametrize(
    "text",
    [
        "stem: |\n  注意：甲\n\n  -乙\nanswer: 对\n",
        "- stem: >-  # 长\n    注意：甲\n- |\n  注意：甲\n",
        "  - stem: 甲\n      注意：乙\n",
    ],
)
def test_lines_inside_a_text_hold_no_slip(text: str) -> None:
    """What looks like a field there is the author's sentence."""
    assert list(find_slips(text)) == []


def test_fields_behind_a_text_are_looked_at_again() -> None:
    """A text ends where a line stands no deeper than its field."""
    assert [line for line, _column, _message in find_slips("- stem: |\n    注意：甲\n  答案：对\n")] == [3]


def test_slips_far_from_the_error_do_not_explain_it() -> None:
    """All slips, or none where none stands between the two lines."""
    text = "a: 甲\nb：乙\nc: 丙\nd：丁\n"
    assert [line for line, _column, _message in find_slips_near(text, 1, 2)] == [2, 4]
    assert find_slips_near(text, 5, 8) == []
