"""csv.js: a file that a spreadsheet opens without garbling, and without running anything."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

SCRIPTS = ["learning/csv"]


def make(call: Callable[..., Any], rows: list[list[str]]) -> str:
    """The file's text."""
    (text,) = call(SCRIPTS, ("csv.make", [rows]))
    return text  # type: ignore[no-any-return]


def test_the_file_begins_with_a_byte_order_mark_and_ends_lines_as_windows_does(
    call: Callable[..., Any],
) -> None:
    """Excel then reads UTF-8 and not GBK."""
    assert make(call, [["题目", "日期"], ["甲", "2026-11-20"]]) == "\ufeff题目,日期\r\n甲,2026-11-20\r\n"


def test_commas_quotes_and_line_breaks_stay_in_their_cell(call: Callable[..., Any]) -> None:
    """Such a cell stands in quotes, its own quotes doubled."""
    assert make(call, [["a,b", '说"好"', "一\n二"]]) == '\ufeff"a,b","说""好""","一\n二"\r\n'


@pytest.mark.parametrize(
    "text", ["=1+1", "+86", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", " =1", "＝1", "＋1", "－1", "＠x"]
)
def test_a_cell_that_a_spreadsheet_would_run_is_made_harmless(call: Callable[..., Any], text: str) -> None:
    """An apostrophe in front makes it text."""
    ((cell,),) = csv.reader(io.StringIO(make(call, [[text]])[1:], newline=""))
    assert cell == "'" + text


@settings(max_examples=15, deadline=None, derandomize=True)
@given(
    st.lists(st.lists(st.text(alphabet="甲a ,\"\n\r\t=-'1"), min_size=2, max_size=4), min_size=1, max_size=20)
)
def test_any_rows_come_back_as_they_went(call: Callable[..., Any], rows: list[list[str]]) -> None:
    """Python's reader finds the same cells, but for the apostrophes."""
    read = list(csv.reader(io.StringIO(make(call, rows)[1:], newline=""), strict=True))
    assert [
        [cell[1:] if cell != told else cell for cell, told in zip(*pair, strict=True)]
        for pair in zip(read, rows, strict=True)
    ] == rows
    assert not [cell for row in read for cell in row if cell.startswith(("=", "-", "\t", "\r"))]
