"""Read Excel workbooks with calamine, after looking how large their sheets really are."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Mapping
from datetime import date, datetime, time, timedelta
from typing import Any

import python_calamine

from desk.documents.limits import CELL_CHARACTERS, CELLS, COLUMNS, MEGABYTE, MERGED_CELLS, ROWS
from desk.documents.model import Aside, OpenedFile, Sheet, UnreadableFile
from desk.documents.packages import Package, broken
from desk.documents.properties import external_remarks, property_asides
from desk.documents.workbook_looks import Look, Looks, cell_looks, percentage

# No `<` stands inside a tag and nothing is tried twice: a broken tag of megabytes costs no time.
_CELL = re.compile(rb'<(?:\w+:)?c\b(?>[^<>]*?\br="([A-Z]{1,3})(\d{1,7})")[^<>]*+(?<!/)>')
_NAMELESS_CELL = re.compile(rb"<(?:\w+:)?c(?:\s(?![^<>]*\br=)[^<>]*+)?>")  # counts on from its neighbour
_ROW = re.compile(rb'<(?:\w+:)?row\b(?>[^<>]*?\br="(\d{1,9})")[^<>]*+(?<!/)>')
Struck = dict[int, list[str]]  # row → the words in it that were struck through
_OPEN_ENDED = re.compile(r"\.0+$")


def read_xlsx(package: Package, data: bytes) -> OpenedFile:
    """A workbook with its comments, headers and properties. Raises UnreadableFile."""
    from desk.documents.workbook_parts import sheet_asides, sheet_parts
    from desk.documents.workbook_struck import struck_asides, struck_remarks

    parts = sheet_parts(package)
    for sheet, part in parts.items():
        _check_extent(package, sheet, part)
    looks = cell_looks(package, parts.values())
    struck: dict[str, Struck] = {}
    sheets = _sheets(
        data, package.name, {sheet: looks.get(part, {}) for sheet, part in parts.items()}, struck
    )
    asides = [*_hidden_sheet_asides(sheets), *sheet_asides(package, parts), *property_asides(package)]
    asides += struck_asides(struck)
    return OpenedFile(
        name=package.name,
        kind="xlsx",
        sheets=sheets,
        asides=tuple(asides),
        remarks=(*external_remarks(package), *struck_remarks(struck)),
    )


def read_xls(data: bytes, name: str) -> OpenedFile:
    """An old workbook. Raises UnreadableFile."""
    sheets = _sheets(data, name, {}, {})
    return OpenedFile(name=name, kind="xls", sheets=sheets, asides=tuple(_hidden_sheet_asides(sheets)))


def _check_extent(package: Package, sheet: str, part: str) -> None:
    """Look at the addresses of the cells that hold something: what the sheet says of its size may be a lie."""
    rows = columns = 0
    tail = b""
    with package.stream(part) as stream:
        while chunk := stream.read(4 * MEGABYTE):
            chunk = tail + chunk
            for letters, row in _CELL.findall(chunk):
                rows = max(rows, int(row))
                columns = max(columns, _column_number(letters))
            if _NAMELESS_CELL.search(chunk):
                rows = max([rows, *map(int, _ROW.findall(chunk))])
            tail = chunk[-200:]
            _check_size(rows, columns, sheet, package.name)  # at once: the rest may be long


def _check_size(rows: int, columns: int, sheet: str, name: str) -> None:
    if rows > ROWS or columns > COLUMNS or rows * columns > CELLS:
        raise UnreadableFile(
            f"《{name}》工作表“{sheet}”用到了第 {rows:,} 行、第 {columns:,} 列，"
            f"超过 {ROWS:,} 行或 {COLUMNS} 列的上限：请删去远处多余的内容，或拆成几个文件"
        )


def _column_number(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number


def _sheets(
    data: bytes, name: str, looks: Mapping[str, Looks], struck: dict[str, Struck]
) -> tuple[Sheet, ...]:
    """The sheets; words that were struck through are left out of them and put into `struck`."""
    try:
        workbook = python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(data))
    except python_calamine.PasswordError as error:
        raise UnreadableFile(f"《{name}》设了打开密码：请用 Excel 或 WPS 打开，取消密码后另存一份") from error
    except (python_calamine.CalamineError, OSError) as error:
        raise broken(name) from error
    sheets = []
    for meta in workbook.sheets_metadata:
        if meta.typ != python_calamine.SheetTypeEnum.WorkSheet:
            continue
        try:
            sheet = workbook.get_sheet_by_name(meta.name)
            rows = tuple(
                _rows(sheet, meta.name, name, looks.get(meta.name, {}), struck.setdefault(meta.name, {}))
            )
        except (python_calamine.CalamineError, OSError) as error:
            raise broken(name) from error
        is_hidden = meta.visible != python_calamine.SheetVisibleEnum.Visible
        sheets.append(Sheet(name=meta.name, rows=rows, is_hidden=is_hidden))
    return tuple(sheets)


def _rows(
    sheet: python_calamine.CalamineSheet, sheet_name: str, name: str, looks: Looks, struck: Struck
) -> Iterator[tuple[int, tuple[str, ...]]]:
    """Rows that hold something, with Excel's numbers; merged cells repeat, empty ends are cut off."""
    _check_size(sheet.total_height, sheet.total_width, sheet_name, name)
    merged = _merged_cells(sheet)
    firsts: dict[tuple[int, int], str] = {}  # the text of each merged area
    # Not iter_rows: it leaves out the empty columns in front, but not the empty rows.
    for row, values in enumerate(sheet.to_python(skip_empty_area=False)):
        texts = [_shown(value) for value in values]
        if any(len(text) > CELL_CHARACTERS for text in texts):
            raise UnreadableFile(
                f"《{name}》工作表“{sheet_name}”第 {row + 1} 行有一格超过 {CELL_CHARACTERS:,} 个字，不打开：请删去这一格"
            )
        if row + 1 in looks:
            _look_at(values, texts, looks[row + 1], struck.setdefault(row + 1, []))
        for column, head in merged.get(row, {}).items():
            if column >= len(texts):
                texts += [""] * (column + 1 - len(texts))
            texts[column] = firsts.setdefault(head, texts[column])
        while texts and not texts[-1].strip():
            texts.pop()
        if texts:
            yield row + 1, tuple(texts)


def _look_at(values: list[Any], texts: list[str], looks: Mapping[int, Look], struck: list[str]) -> None:
    """Show the cells of a row as they look: percentages, and without what was struck through."""
    for column, look in looks.items():
        if column >= len(texts) or not texts[column].strip():
            continue
        if look.percent is not None and isinstance(values[column], int | float):
            texts[column] = percentage(values[column], look.percent)
        parts = look.parts or ((texts[column], look.is_struck),)
        if "".join(text for text, _is_struck in parts).split() == texts[column].split():
            struck += [text.strip() for text, is_struck in parts if is_struck and text.strip()]
            texts[column] = "".join(text for text, is_struck in parts if not is_struck)


def _merged_cells(sheet: python_calamine.CalamineSheet) -> dict[int, dict[int, tuple[int, int]]]:
    """Row → column → the first cell of the merged area; none where there are absurdly many."""
    merged: dict[int, dict[int, tuple[int, int]]] = {}
    count = 0
    for (top, left), (bottom, right) in sheet.merged_cell_ranges or ():
        right = min(right, left + COLUMNS)
        count += (bottom - top + 1) * (right - left + 1)
        if count > MERGED_CELLS:
            return {}
        for row in range(top, bottom + 1):
            merged.setdefault(row, {}).update(dict.fromkeys(range(left, right + 1), (top, left)))
    return merged


def _shown(value: Any) -> str:
    """A cell as Excel shows it."""
    if isinstance(value, str):
        return value.replace("\r\n", "\n").replace("\r", "\n")
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() and abs(value) < 1e15 else f"{value:.15g}"
    if isinstance(value, datetime):
        if value.time() == time():
            return value.date().isoformat()
        return value.isoformat(sep=" ", timespec="seconds")
    if isinstance(value, (date, time)):
        return value.isoformat()
    if isinstance(value, timedelta):
        return _OPEN_ENDED.sub("", str(value))
    return str(value)


def _hidden_sheet_asides(sheets: tuple[Sheet, ...]) -> Iterator[Aside]:
    for sheet in sheets:
        if sheet.is_hidden:
            for number, cells in sheet.rows:
                text = "\n".join(cell for cell in cells if cell)  # no cell runs on into the next
                yield Aside(where=f"隐藏的工作表“{sheet.name}”第 {number} 行", text=text)
