"""Read a Word table as rows of cells, merged ones repeated."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from lxml import etree

from desk.documents.cells import EMPTY, Cell, cell_of
from desk.documents.limits import COLUMNS
from desk.documents.model import UnreadableFile
from desk.documents.word.names import VAL, child, number, value, w

_ROW, _CELL, _TABLE, _PARAGRAPH = w("tr"), w("tc"), w("tbl"), w("p")
_WRAPPERS = frozenset(w(name) for name in ["sdt", "sdtContent", "customXml", "ins", "moveTo", "smartTag"])


def table_rows(
    table: etree._Element, read_paragraph: Callable[[etree._Element], list[Cell]], name: str
) -> list[list[Cell]]:
    """The cells; `read_paragraph` gives the lines of a `w:p`. Raises UnreadableFile when too wide."""
    rows: list[list[Cell]] = []
    above: dict[int, Cell] = {}  # column → the cell that reaches down
    for row in _found(table, _ROW):
        properties = child(row, "trPr")
        if child(properties, "del") is not None:
            continue
        cells: list[Cell] = [EMPTY] * number(value(properties, "gridBefore"))
        for cell in _found(row, _CELL):
            cell_properties = child(cell, "tcPr")
            content = cell_of(_cell_lines(cell, read_paragraph, name))
            span = max(1, number(value(cell_properties, "gridSpan"), 1))
            merge = child(cell_properties, "vMerge")
            column = len(cells)
            if merge is not None and merge.get(VAL, "continue") != "restart":
                content = content if content[0] else above.get(column, EMPTY)
            above[column] = content
            cells += [content] * span
            if len(cells) > COLUMNS:
                raise UnreadableFile(f"《{name}》里有超过 {COLUMNS} 列的表格：请删去不要的列")
        rows.append(cells)
    return rows


def _cell_lines(
    cell: etree._Element, read_paragraph: Callable[[etree._Element], list[Cell]], name: str
) -> list[Cell]:
    lines: list[Cell] = []
    for item in _found(cell, _PARAGRAPH, _TABLE):
        if item.tag == _PARAGRAPH:
            lines += read_paragraph(item)
        else:  # a table inside a cell: a line a row
            rows = table_rows(item, read_paragraph, name)
            lines += [("\t".join(text for text, _spans in row), ()) for row in rows]
    return lines


def _found(element: etree._Element, *tags: str) -> Iterator[etree._Element]:
    """Children of those names, through content controls and the like."""
    for item in element:
        if item.tag in tags:
            yield item
        elif item.tag in _WRAPPERS:
            yield from _found(item, *tags)
