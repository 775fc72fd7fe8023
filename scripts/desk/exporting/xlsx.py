"""Write questions as a workbook that trainers edit and import again."""

from __future__ import annotations

import datetime
import io
import math
import unicodedata
from collections.abc import Mapping

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from desk.exporting.selection import Selection
from desk.exporting.sheet_rows import TYPE_LABELS, SheetRows, sheet_rows
from desk.failures import DeskError
from desk.master_copy import columns as layout
from desk.master_copy.columns import NOTES, SHEET
from desk.word.saving import stored
from lianxue.content.vocabulary import DIFFICULTIES, DISCIPLINES

_LONGEST = 32767  # characters that a cell can hold
_SPARE_ROWS = 500  # below the last question, ready for new ones
_LINE_HEIGHT, _TALLEST = 15, 300  # points
_DAY = datetime.datetime(2000, 1, 1)  # the file shall not tell when it was made
_WIDTHS = {
    layout.ID: 26,
    layout.TYPE: 7,
    layout.STEM: 48,
    layout.LEFT: 30,
    layout.ANSWER: 24,
    layout.EXPLANATION: 40,
    layout.CITE: 20,
    layout.DISCIPLINE: 11,
    layout.DIFFICULTY: 6,
    layout.TAGS: 14,
    layout.STATUS: 9,
    layout.QUIZ: 20,
    layout.MATERIAL: 24,
    layout.WAIVED: 20,
}
_OPTION_WIDTH = 20
_HEADERS = {
    layout.ID: f"{layout.ID}（请勿改动）",
    layout.QUIZ: f"{layout.QUIZ}（请勿改动）",
    layout.MATERIAL: f"{layout.MATERIAL}（请勿改动）",
}
_GREY = frozenset(_HEADERS)
NOTE_LINES = (
    "这张表从廉学题库导出。改好后保存为 .xlsx，再导入，就只更新改动过的地方；导入前会先列出改动，由您确认。",
    "“编号”认得每一道题，请勿改动；整行可以移动、排序、筛选。新增题目：在最后另起一行，编号留空。",
    "题型：单选、多选、判断、填空、匹配、排序、简答；“材料”一行是几道题共用的材料，文字写在题干里。",
    "答案：单选写 A；多选写 ACD；判断写 对 或 错；排序按先后写 CAB；匹配写 1→C，2→A。",
    "填空：题干里每个空用四个下划线 ____；答案每空一行（Alt+Enter 换行），几种填法用 | 隔开，如 五 | 5。",
    "填空的答案后面可以写 〔一字不差〕；各空不分先后时，最后另起一行写 〔各空不分先后〕。",
    "简答：答案是要点，每个要点一行。匹配：左列每项一行，写成 1：文字；右列写在 A、B、C 各列。",
    "依据：一行一条，如 第九十七条，或 《中国共产党章程》第三条。标签之间用顿号隔开。",
    "状态为“待确认”的题目不会发布；核对后清空这一格。",
    "删去一行不会删去题库里的题目；要停用一道题，请在题库文件里删去。",
)


def export_xlsx(selection: Selection) -> bytes:
    """The workbook of a selection; the same for the same questions. Raises DeskError for a text too long."""
    laid_out = sheet_rows(selection)
    stream = io.BytesIO()
    workbook = xlsxwriter.Workbook(
        stream, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    )
    workbook.set_properties({"title": selection.title, "created": _DAY})
    sheet = workbook.add_worksheet(SHEET)
    _write_rows(sheet, laid_out, _formats(workbook))
    _set_up(sheet, laid_out)
    _write_notes(workbook, workbook.add_worksheet(NOTES))
    workbook.close()
    return stored(stream.getvalue())


def _formats(workbook: xlsxwriter.Workbook) -> Mapping[str, Format]:
    # "@" keeps what is typed as text: 1-2 becomes no date, 007 no 7.
    base = {"font_name": "微软雅黑", "font_size": 10, "num_format": "@", "text_wrap": True, "valign": "top"}
    line = {"border": 1, "border_color": "#D9D9D9"}
    return {
        "cell": workbook.add_format({**base, **line}),
        "grey": workbook.add_format({**base, **line, "font_color": "#8C8C8C"}),
        "draft": workbook.add_format({**base, **line, "bg_color": "#FFF4D6"}),
        "material": workbook.add_format({**base, **line, "bg_color": "#EEF3F8"}),
        "header": workbook.add_format(
            {**base, **line, "bold": True, "bg_color": "#F3E3E1", "valign": "vcenter"}
        ),
        "blank": workbook.add_format(base),
    }


def _write_rows(sheet: Worksheet, laid_out: SheetRows, formats: Mapping[str, Format]) -> None:
    for column, name in enumerate(laid_out.columns):
        sheet.write_string(0, column, _HEADERS.get(name, name), formats["header"])
        sheet.set_column(column, column, _WIDTHS.get(name, _OPTION_WIDTH), formats["blank"])
    for number, row in enumerate(laid_out.rows, start=1):
        is_material = row[layout.TYPE] == layout.MATERIAL_TYPE
        sheet.set_row(number, _height(row, laid_out.columns))
        look = "draft" if row.get(layout.STATUS) else "material" if is_material else "cell"
        for column, name in enumerate(laid_out.columns):
            text = row.get(name, "")
            if len(text) > _LONGEST:
                raise DeskError(
                    f"{row[layout.ID]} 的{name}太长（{len(text)} 字），Excel 的一格最多 {_LONGEST} 字"
                )
            style = formats["grey" if name in _GREY and look == "cell" else look]
            if text:
                sheet.write_string(number, column, text, style)
            else:
                sheet.write_blank(number, column, None, style)


def _height(row: Mapping[str, str], columns: tuple[str, ...]) -> float:
    """Points that show every line of a row, up to what is left of a screen.

    Programs that open the file disagree on whether they fit rows themselves.
    """
    lines = max(
        sum(
            max(1, math.ceil(_places(line) / (_WIDTHS.get(name, _OPTION_WIDTH) - 1)))
            for line in row[name].split("\n")
        )
        for name in columns
        if row.get(name)
    )
    return min(max(lines * _LINE_HEIGHT + 4, 20), _TALLEST)


def _places(text: str) -> int:
    """How wide a text is, in digits: a Chinese character is as wide as two."""
    return sum(2 if unicodedata.east_asian_width(character) in "WFA" else 1 for character in text)


def _set_up(sheet: Worksheet, laid_out: SheetRows) -> None:
    last = len(laid_out.rows)
    columns = laid_out.columns
    sheet.freeze_panes(1, columns.index(layout.STEM) + 1)
    sheet.autofilter(0, 0, last, len(columns) - 1)
    sheet.set_row(0, 30)
    choices = {
        layout.TYPE: [*TYPE_LABELS.values(), layout.MATERIAL_TYPE],
        layout.DISCIPLINE: list(DISCIPLINES),
        layout.DIFFICULTY: list(DIFFICULTIES),
        layout.STATUS: [layout.UNSETTLED],
    }
    for name, words in choices.items():
        column = columns.index(name)
        rule = {
            "validate": "list",
            "source": words,
            "error_title": f"{name}不认识",
            "error_message": f"请从下拉列表里选：{'、'.join(words)}",
        }
        sheet.data_validation(1, column, last + _SPARE_ROWS, column, rule)
    sheet.set_landscape()
    sheet.set_paper(8)  # A3
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)
    sheet.set_footer("&C第 &P 页，共 &N 页")


def _write_notes(workbook: xlsxwriter.Workbook, sheet: Worksheet) -> None:
    style = workbook.add_format(
        {"font_name": "微软雅黑", "font_size": 11, "text_wrap": True, "valign": "top"}
    )
    sheet.set_column(0, 0, 80)
    sheet.fit_to_pages(1, 0)
    for number, line in enumerate(NOTE_LINES):
        sheet.set_row(number, 18 * math.ceil(_places(line) / 76))
        sheet.write_string(number, 0, line, style)
