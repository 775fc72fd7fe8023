"""Tables with a grid, header rows that come again on every page, and rows that are not torn apart."""

from __future__ import annotations

from collections.abc import Sequence

from docx.document import Document
from docx.enum.table import WD_CELL_VERTICAL_ALIGNMENT, WD_TABLE_ALIGNMENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm
from docx.table import Table, _Cell, _Row
from docx.text.paragraph import Paragraph

from desk.word.text import set_style, set_text

CENTRED, LEFT = "表格文字", "表格正文"


def add_grid(
    document: Document, widths: Sequence[float], row_count: int, *, row_height: float = 0, lines: bool = True
) -> Table:
    """An empty table with columns of `widths` mm; rows are at least `row_height` mm high."""
    table: Table = document.add_table(rows=row_count, cols=len(widths))
    if lines:
        table.style = document.styles["Table Grid"]
    table.alignment = WD_TABLE_ALIGNMENT.CENTER
    table.autofit = False
    for place, width in enumerate(widths):
        table.columns[place].width = Mm(width)
    for row in table.rows:
        keep_row_whole(row)
        if row_height:
            row.height = Mm(row_height)
        for cell, width in zip(row.cells, widths, strict=True):
            cell.width = Mm(width)
            cell.vertical_alignment = WD_CELL_VERTICAL_ALIGNMENT.CENTER
            set_style(cell.paragraphs[0], CENTRED)
    return table


def fill_cell(cell: _Cell, text: str, style: str = CENTRED, *, bold: bool = False) -> Paragraph:
    """Plain words in a cell."""
    paragraph: Paragraph = cell.paragraphs[0]
    set_style(paragraph, style)
    run = set_text(paragraph, text)
    if bold:
        run.font.bold = True
    return paragraph


def repeat_header(row: _Row) -> None:
    """Show a row again at the top of every page the table runs over."""
    _mark_row(row, "w:tblHeader")


def keep_row_whole(row: _Row) -> None:
    """Never break a row over two pages."""
    _mark_row(row, "w:cantSplit")


def _mark_row(row: _Row, name: str) -> None:
    properties = row._tr.get_or_add_trPr()
    if properties.find(qn(name)) is None:
        properties.append(OxmlElement(name))


def shade(cell: _Cell, colour: str) -> None:
    """A ground for a cell, such as F2F2F2."""
    element = OxmlElement("w:shd")
    for name, value in (("w:val", "clear"), ("w:color", "auto"), ("w:fill", colour)):
        element.set(qn(name), value)
    properties = cell._tc.get_or_add_tcPr()
    before = properties.find(qn("w:vAlign"))
    if before is None:
        properties.append(element)
    else:
        before.addprevious(element)


def keep_rows_together(table: Table) -> None:
    """Keep a small table on one page, together with the heading above it."""
    for row in table.rows[:-1]:
        for cell in row.cells:
            for paragraph in cell.paragraphs:
                paragraph.paragraph_format.keep_with_next = True
