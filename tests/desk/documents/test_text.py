"""Plain text, Markdown and CSV in every encoding a trainer's computer writes."""

from __future__ import annotations

import pytest

from desk.documents.model import Line, UnreadableFile

TEXT = "1、党员的“义务”是（）。\nA．学习…①\n"


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16", "utf-16-le", "utf-16-be", "utf-32"]
)
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_encodings_and_line_ends_read_alike(read, encoding: str, end: str) -> None:
    """记事本 and others write these; the lines come out the same."""
    opened = read((TEXT * 5).replace("\n", end).encode(encoding), "题.txt")
    assert [line.text for line in opened.blocks] == (TEXT * 5).splitlines()
    assert opened.remarks == ()


def test_empty_lines_stay_and_soft_breaks_share_a_place(read) -> None:
    """Line numbers are those an editor shows."""
    assert read("一\n\n二\v三\n", "题.txt").blocks == (
        Line(text="一", where="第 1 行"),
        Line(text="", where="第 2 行"),
        Line(text="二", where="第 3 行"),
        Line(text="三", where="第 3 行"),
    )


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (
            "党员的义务\n党员的权利\n".encode() + b"\xe5\x85" + "\n学习".encode() * 20,
            "《题.txt》第 3 行有认不出的字节，可能没有保存或下载完整：请用记事本打开看看是否正常，再另存为 UTF-8 编码",
        ),
        (
            "黨員的權利與義務，學習貫徹憲法與黨章規範。".encode("big5"),
            "《题.txt》不是 UTF-8 或 GB18030 编码，读出来会是乱码：请用记事本打开看看是否正常，再另存为 UTF-8 编码",
        ),
        (
            "党员".encode("gb18030") + b"\xff\xff\n",
            "《题.txt》第 1 行有认不出的字节，可能没有保存或下载完整：请用记事本打开看看是否正常，再另存为 UTF-8 编码",
        ),
    ],
)
def test_wrong_bytes_are_said_and_never_shown_as_nonsense(read, content: bytes, sentence: str) -> None:
    """Cut characters, Big5, and bytes that no encoding has."""
    with pytest.raises(UnreadableFile) as caught:
        read(content, "题.txt")
    assert str(caught.value) == sentence


def test_traditional_characters_in_gb18030_are_read(read) -> None:
    """Only what is really another encoding is refused."""
    text = "黨員的權利與義務，學習貫徹憲法。"
    assert read(text.encode("gb18030"), "题.txt").blocks == (Line(text=text, where="第 1 行"),)


def test_characters_lost_before_are_remarked(read) -> None:
    """A � in the file itself is told, with its line."""
    assert read("一\n党\ufffd员\ufffd\n", "题.txt").remarks == (
        "第 2 行起有 2 个字在存成这个文件之前就丢了，显示为 �",
    )


def test_csv_keeps_excels_row_numbers(read) -> None:
    """A cell with a line end is one row; an empty row counts."""
    sheet = read('题干,答案\n\n"第一行\n第二行, 有逗号",A\n末,B\n', "题.csv").sheets[0]
    assert sheet.name == ""
    assert sheet.rows == (
        (1, ("题干", "答案")),
        (3, ("第一行\n第二行, 有逗号", "A")),
        (4, ("末", "B")),
    )


@pytest.mark.parametrize("text", ["题干;答案\n甲,乙;A\n丙;B\n", "sep=;\n题干;答案\n甲,乙;A\n丙;B\n"])
def test_the_delimiter_is_seen(read, text: str) -> None:
    """Semicolons as some systems export them, with or without Excel's hint."""
    assert read(text, "题.csv").sheets[0].rows == (
        (1, ("题干", "答案")),
        (2, ("甲,乙", "A")),
        (3, ("丙", "B")),
    )


def test_raw_formats_come_as_text(read) -> None:
    """JSON, XML and YAML are handed on undivided."""
    assert read('[{"题干": "党员"}]'.encode("gb18030"), "题.json").raw == '[{"题干": "党员"}]'
    text = '<?xml version="1.0" encoding="GBK"?><quiz>党员</quiz>'
    assert read(text.encode("gbk"), "题.xml").raw == text
