"""Excel workbooks: rows and cells as Excel shows them, and what it does not show at once."""

from __future__ import annotations

import io
from datetime import date, datetime

import pytest
import xlsxwriter
from tests.support.office import xlsx

from desk.documents.model import Aside, Sheet, UnreadableFile


def workbook(fill) -> bytes:
    """A workbook that `fill` writes."""
    buffer = io.BytesIO()
    with xlsxwriter.Workbook(buffer, {"in_memory": True}) as book:
        fill(book)
    return buffer.getvalue()


def test_rows_keep_their_numbers_and_cells_their_columns(read) -> None:
    """Empty rows and columns in front are counted; empty ends are cut off."""
    content = xlsx({"单选": [[], ["", "题干", "答案"], [], ["", "党员", "A", ""]], "空的": []})
    assert read(content, "题.xlsx").sheets == (
        Sheet(name="单选", rows=((2, ("", "题干", "答案")), (4, ("", "党员", "A")))),
        Sheet(name="空的", rows=()),
    )


def test_numbers_dates_and_truths_read_as_shown(read) -> None:
    """1.0 is 1; a date has no time of day; digits kept as text keep their noughts."""

    def fill(book) -> None:
        sheet = book.add_worksheet("一")
        day = book.add_format({"num_format": "yyyy/m/d"})
        sheet.write_row(0, 0, [1, 2.5, 0.1 + 0.2, "001", True, 20260401])
        sheet.write_datetime(1, 0, date(2026, 4, 1), day)
        sheet.write_datetime(
            1, 1, datetime(2026, 4, 1, 8, 30), book.add_format({"num_format": "yyyy/m/d h:mm"})
        )
        sheet.write_formula(1, 2, "=1+1", None, 2)
        sheet.write(1, 3, "行一\r\n行二")
        sheet.write_rich_string(1, 4, "前", book.add_format({"bold": True}), "粗", "后")

    assert read(workbook(fill), "题.xlsx").sheets[0].rows == (
        (1, ("1", "2.5", "0.3", "001", "TRUE", "20260401")),
        (2, ("2026-04-01", "2026-04-01 08:30:00", "2", "行一\n行二", "前粗后")),
    )


def test_merged_cells_repeat(read) -> None:
    """A material that several rows share."""

    def fill(book) -> None:
        sheet = book.add_worksheet("一")
        sheet.merge_range(0, 0, 2, 0, "材料")
        sheet.merge_range(3, 0, 3, 2, "横着")
        sheet.write_column(0, 1, ["题一", "题二", "题三"])

    assert read(workbook(fill), "题.xlsx").sheets[0].rows == (
        (1, ("材料", "题一")),
        (2, ("材料", "题二")),
        (3, ("材料", "题三")),
        (4, ("横着", "横着", "横着")),
    )


def test_what_is_not_seen_at_once_goes_aside(read) -> None:
    """Hidden sheets, comments, headers, text boxes and properties."""

    def fill(book) -> None:
        sheet = book.add_worksheet("单选")
        sheet.write(0, 0, "题干")
        sheet.write_comment("A1", "内部掌握")
        sheet.set_header('&L&"宋体"机密★')
        sheet.set_footer("&C内部资料")
        sheet.insert_textbox("C1", "框里的话")
        hidden = book.add_worksheet("底稿")
        hidden.write_row(2, 1, ["甲", "乙"])
        hidden.hide()
        book.set_properties({"title": "标题", "author": "某人", "company": "某局"})
        book.set_custom_property("密级", "内部")

    opened = read(workbook(fill), "题.xlsx")
    assert opened.sheets[1] == Sheet(name="底稿", rows=((3, ("", "甲", "乙")),), is_hidden=True)
    assert set(opened.asides) >= {
        Aside(where="隐藏的工作表“底稿”第 3 行", text="甲\n乙"),
        Aside(where="工作表“单选”A1 的批注", text="内部掌握"),
        Aside(where="工作表“单选”的页眉", text="机密★"),
        Aside(where="工作表“单选”的页脚", text="内部资料"),
        Aside(where="工作表“单选”文本框 1", text="框里的话"),
        Aside(where="文件属性“标题”", text="标题"),
        Aside(where="文件属性“作者”", text="某人"),
        Aside(where="文件属性“公司”", text="某局"),
        Aside(where="文件属性“密级”", text="内部"),
    }


def test_a_damaged_workbook_is_said(read) -> None:
    """An old workbook that is only a head."""
    content = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600) + "Workbook".encode("utf-16-le")
    with pytest.raises(UnreadableFile) as caught:
        read(content, "旧.xls")
    assert str(caught.value) == "《旧.xls》已损坏或没有下载完整：请重新取一份，或用原来的程序打开修复后另存"


def test_percentages_read_as_shown(read) -> None:
    """What a format shows as per cent, with as many digits as it shows; words in a format say nothing."""

    def fill(book) -> None:
        sheet = book.add_worksheet("一")
        for column, shown in enumerate(("0%", "0.0%", "0.00%", '0.0"%"', "General")):
            sheet.write_number(0, column, 0.155, book.add_format({"num_format": shown}))

    ((_number, cells),) = read(workbook(fill), "题.xlsx").sheets[0].rows
    assert cells == ("16%", "15.5%", "15.50%", "0.155", "0.155")


def test_words_struck_through_are_left_out_and_said(read) -> None:
    """A cell, a part of one, a whole row; the words are still looked at for secrets."""

    def fill(book) -> None:
        struck, bold = book.add_format({"font_strikeout": True}), book.add_format({"bold": True})
        sheet = book.add_worksheet("题目")
        sheet.write_row(0, 0, ["题干", "答案"])
        sheet.write_row(1, 0, ["谁点名？"])
        sheet.write_string(1, 1, "A", struck)
        sheet.write_string(2, 0, "谁记录？")
        sheet.write_rich_string(2, 1, struck, "A", bold, "B")
        sheet.write_row(3, 0, ["谁检查？", "B"], struck)

    opened = read(workbook(fill), "题.xlsx")
    assert opened.sheets[0].rows == ((1, ("题干", "答案")), (2, ("谁点名？",)), (3, ("谁记录？", "B")))
    assert opened.remarks == (
        "工作表“题目”第 2 行划掉的“A”没有读入",
        "工作表“题目”第 3 行划掉的“A”没有读入",
        "工作表“题目”第 4 行划掉的“谁检查？”“B”没有读入",
    )
    assert opened.asides[:3] == (
        Aside(where="工作表“题目”第 2 行划掉的字", text="A"),
        Aside(where="工作表“题目”第 3 行划掉的字", text="A"),
        Aside(where="工作表“题目”第 4 行划掉的字", text="谁检查？\nB"),
    )


def test_many_rows_struck_through_are_told_by_their_numbers(read) -> None:
    """The first five with their words."""

    def fill(book) -> None:
        sheet = book.add_worksheet("题目")
        for row in range(8):
            sheet.write_string(row, 0, "旧", book.add_format({"font_strikeout": True}))

    remarks = read(workbook(fill), "题.xlsx").remarks
    assert remarks[4:] == (
        "工作表“题目”第 5 行划掉的“旧”没有读入",
        "工作表“题目”第 6、7、8 行也有划掉的字没有读入",
    )
