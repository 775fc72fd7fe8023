"""Read the sheets of a workbook, or a CSV file, as questions."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from desk.documents.model import Line, OpenedFile, Sheet
from desk.drafts.draft import TO_CHECK, Draft, Ignored, PaperReading, Unsure
from desk.importing.records.own_sheet import own_columns, read_own_sheet
from desk.importing.records.sheet_rows import Row, row_of
from desk.importing.records.tables import TableReading, read_table
from desk.master_copy.columns import NOTES
from lianxue.reading.patterns import lazy_pattern

_DATE = lazy_pattern(r"\d{4}-\d\d-\d\d(?: \d\d:\d\d:\d\d)?$")
_FRACTION = lazy_pattern(r"0?\.\d{1,4}$")
ReadLines = Callable[[OpenedFile], PaperReading]


def read_sheets(opened: OpenedFile, read_lines: ReadLines | None = None) -> PaperReading:
    """The questions of all visible sheets; of hidden ones only where the visible have none."""
    visible = [sheet for sheet in opened.sheets if not sheet.is_hidden]
    hidden = [sheet for sheet in opened.sheets if sheet.is_hidden]
    reading = _read(opened, visible, read_lines)
    remarks = list(reading.remarks)
    if hidden and any(sheet.rows for sheet in hidden):
        names = "、".join(f"“{sheet.name}”" for sheet in hidden)
        if reading.drafts:
            remarks.append(f"隐藏的工作表{names}没有读入")
        else:
            reading = _read(opened, opened.sheets, read_lines)
            remarks = [*reading.remarks, f"看得见的工作表里没有题目，读了隐藏的工作表{names}"]
    return PaperReading(
        file=opened.name,
        drafts=reading.drafts,
        ignored=reading.ignored,
        unsure=reading.unsure,
        remarks=tuple(remarks),
        title=reading.title,
    )


def _read(
    opened: OpenedFile, sheets: tuple[Sheet, ...] | list[Sheet], read_lines: ReadLines | None
) -> PaperReading:
    drafts: list[Draft] = []
    ignored: list[Ignored] = []
    unsure: list[Unsure] = []
    remarks: list[str] = []
    title = ""
    has_own = any(rows and own_columns(rows[0]) for rows in (_rows(opened, sheet) for sheet in sheets))
    for sheet in sheets:
        rows = _rows(opened, sheet)
        name = f"工作表“{sheet.name}”" if sheet.name else ""
        columns = own_columns(rows[0]) if rows else None
        is_of_others = columns is None and opened.kind in ("xlsx", "xls")
        if columns is not None:
            table: TableReading | None = read_own_sheet(rows, columns)
        elif has_own and sheet.name == NOTES:
            table = TableReading(ignored=[Ignored(line=row.line, reason="导出时附上的说明") for row in rows])
        else:
            table = read_table(rows, name=name, section=sheet.name)
        if table is None and rows:
            table = _as_paper(opened, rows, read_lines)
        if table is None:
            table = _not_questions(rows)
            if rows:
                remarks.append(
                    f"{name or '表格'}看不出是题目：请在第一行写上表头，如 题干、选项A、选项B、答案"
                )
        is_old = opened.kind == "xls"  # its formats are not known
        drafts += [_doubt_numbers(one, is_old) for one in table.drafts] if is_of_others else table.drafts
        ignored += table.ignored
        unsure += table.unsure
        remarks += table.remarks
        title = title or table.title
    return PaperReading(
        file=opened.name,
        drafts=tuple(drafts),
        ignored=tuple(ignored),
        unsure=tuple(unsure),
        remarks=tuple(remarks),
        title=title,
    )


def _doubt_numbers(draft: Draft, is_old: bool) -> Draft:
    """A draft with a doubt where a workbook may show options otherwise: 1/2 is a day, in an old one 10% is 0.1."""
    texts = [text for _label, text in draft.options]
    if any(map(_DATE.match, texts)):
        said = f"选项里有日期，Excel 里看到的可能是另一种写法{TO_CHECK}"
    elif is_old and len(texts) > 1 and all(map(_FRACTION.match, texts)):
        said = f"选项都是小数，Excel 里看到的可能是百分数{TO_CHECK}"
    else:
        return draft
    return replace(draft, doubts=(*draft.doubts, said))


def _rows(opened: OpenedFile, sheet: Sheet) -> list[Row]:
    opening = f"工作表“{sheet.name}”" if sheet.name else ""
    rows = (row_of(opened.name, f"{opening}第 {number} 行", cells) for number, cells in sheet.rows)
    return [row for row in rows if row is not None]


def _as_paper(opened: OpenedFile, rows: list[Row], read_lines: ReadLines | None) -> TableReading | None:
    """A paper that was pasted into a sheet, a line a row; None where it does not read as one either."""
    if read_lines is None:
        return None
    lines = tuple(
        Line(text=text.strip(), where=row.line.where)
        for row in rows
        for text in "\t".join(cell for cell in row.cells if cell.strip()).split("\n")
        if text.strip()
    )
    paper = read_lines(OpenedFile(name=opened.name, kind="txt", blocks=lines))
    whole = [draft for draft in paper.drafts if draft.type and (draft.options or draft.answer or draft.gaps)]
    if not whole or 2 * len(whole) < len(paper.drafts):
        return None
    return TableReading(
        drafts=list(paper.drafts),
        ignored=list(paper.ignored),
        unsure=list(paper.unsure),
        remarks=list(paper.remarks),
        title=paper.title,
    )


def _not_questions(rows: list[Row]) -> TableReading:
    return TableReading(unsure=[Unsure(line=row.line, reason="这张表看不出是题目") for row in rows])
