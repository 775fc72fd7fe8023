"""Lines made to take long are read or left as unsure, and never lost."""

from __future__ import annotations

import pytest
from tests.support.papers import opened_text, unaccounted

from desk.importing.papers.reading import read_paper

PIECES = (
    "A.",
    "A.一B.二",
    "（",
    "1",
    "1.",
    "_",
    "【",
    "答案：",
    "（√）1、",
    "1-5 ",
    "一、",
    "**a",
    "解析：",
    "第",
    "(1)",
    "《第一条",
    "正确\t ",
    "1、A ",
    "A\t ",
    "（A）",
    "1.A 2.",
    "1-A ",
    "判断题：对的：1、",
    "（ ）",
)


@pytest.mark.parametrize("piece", PIECES)
def test_a_line_of_endless_length_is_unsure(piece: str) -> None:
    """Longer than any question: it is reported with its reason, whatever it is made of."""
    line = piece * (200_000 // len(piece))
    if len(set(piece)) == 1:
        line += "、甲" * 20_000  # one sign repeated is cut short before it is looked at
    opened = opened_text("长.txt", f"1. 甲（ ）\nA. 一\nB. 二\n答案：A\n{line}")
    reading = read_paper(opened)
    assert [draft.answer for draft in reading.drafts] == [("A",)]
    assert [entry.reason for entry in reading.unsure] == ["这一行太长，不像题目"]
    assert unaccounted(opened, reading) == []


@pytest.mark.parametrize("piece", PIECES)
def test_long_lines_that_are_looked_at_lose_nothing(piece: str) -> None:
    """Just short enough to be read: every line is accounted for."""
    line = (piece * 20_000)[:15_000]
    opened = opened_text("长.txt", "\n".join(["1. 甲（ ）", line, "A. 一", "B. 二", "答案：A"]))
    assert unaccounted(opened, read_paper(opened)) == []
