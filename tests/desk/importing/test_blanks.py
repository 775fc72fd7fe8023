"""Long runs of blanks in what trainers hand in."""

from __future__ import annotations

from pathlib import Path

from desk.documents.model import Line, OpenedFile, Sheet, Span, Table
from desk.drafts.blanks import shorten_blanks
from desk.importing.importing import plan_import


def test_long_runs_of_blanks_are_shortened_everywhere() -> None:
    """In lines with their spans, tables and sheets; shorter ones and line ends stay."""
    long, short = "甲" + "\t " * 10_000 + "乙", "甲" + "\t" * 40 + "乙"
    spans = (Span(text="甲" + " " * 10_000), Span(text="乙", is_bold=True))
    by_turns = tuple(Span(text=" ", is_bold=bool(number % 2)) for number in range(500))
    opened = shorten_blanks(
        OpenedFile(
            name="卷.docx",
            kind="docx",
            blocks=(
                Line(text=long, where="第 1 段"),
                Line(text="甲" + " " * 10_000 + "乙", where="第 2 段", spans=spans),
                Line(text=" " * 500, where="第 3 段", spans=by_turns),
                Line(text="甲\n乙", where="第 4 段"),
                Table(rows=((long, "乙"),), where="表格 1"),
            ),
            sheets=(Sheet(name="", rows=((2, (long, "乙")),)),),
        )
    )
    assert opened.blocks == (
        Line(text=short, where="第 1 段"),
        Line(
            text="甲" + " " * 40 + "乙",
            where="第 2 段",
            spans=(Span(text="甲" + " " * 40), Span(text="乙", is_bold=True)),
        ),
        Line(text=" " * 40, where="第 3 段"),
        Line(text="甲\n乙", where="第 4 段"),
        Table(rows=((short, "乙"),), where="表格 1"),
    )
    assert opened.sheets == (Sheet(name="", rows=((2, (short, "乙")),)),)


def test_a_line_of_blanks_is_read_at_once(portal: Path, tmp_path: Path) -> None:
    """One that used to take minutes: the question before it is there."""
    file = tmp_path / "卷.txt"
    blanks = "正确" + "\t " * 45_000 + "x"
    file.write_text(f"1. 几次？\nA. 一次\nB. 两次\n答案：A\n{blanks}\n", encoding="utf-8")
    assert plan_import(portal, [file]).questions[0].fields["answer"] == "A"
