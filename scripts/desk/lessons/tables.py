"""Read a table of the source as one that Markdown can show."""

from __future__ import annotations

from desk.documents.model import Table
from desk.lessons.blocks import Grid


def read_grid(table: Table) -> Grid | tuple[str, ...] | None:
    """A table without empty rows and columns; the lines of a mere box; None for an empty table.

    Merged cells repeat in the source. A first row that is one cell across all columns is the
    caption; such a row further down keeps its text in the first column alone.
    """
    rows = [tuple(cell.strip() for cell in row) for row in table.rows]
    rows = [row for row in rows if any(row)]
    if not rows:
        return None
    caption = ""
    if len(rows) > 2 and _is_one_cell(rows[0]):
        caption, rows = rows[0][0], rows[1:]
    columns = [index for index in range(len(rows[0])) if any(row[index] for row in rows)]
    rows = [tuple(row[index] for index in columns) for row in rows]
    if len(columns) == 1:
        return tuple(line.strip() for (cell,) in rows for line in cell.split("\n") if line.strip())
    rows = [
        (row[0], *("" for _cell in row[1:])) if _is_one_cell(row) and number else row
        for number, row in enumerate(rows)
    ]
    return Grid(rows=tuple(rows), where=table.where, caption=" ".join(caption.split()))


def _is_one_cell(row: tuple[str, ...]) -> bool:
    """Whether a row is most likely one cell over all columns: two equal cells may be meant."""
    return len(row) > 2 and len(set(row)) == 1
