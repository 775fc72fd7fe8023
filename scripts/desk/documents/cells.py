"""Put the cells of a table together, with the marks in them."""

from __future__ import annotations

from collections.abc import Sequence

from desk.documents.model import Span, Table

Cell = tuple[str, tuple[Span, ...]]  # text, and its spans or () where nothing is marked
EMPTY: Cell = ("", ())


def cell_of(lines: Sequence[Cell]) -> Cell:
    """One cell of the lines in it, without the blank ones at its ends."""
    kept = list(lines)
    while kept and not kept[-1][0].strip():
        kept.pop()
    while kept and not kept[0][0].strip():
        kept.pop(0)
    text = "\n".join(text for text, _spans in kept)
    if not any(spans for _text, spans in kept):
        return text, ()
    joined: list[Span] = []
    for number, (line, spans) in enumerate(kept):
        joined += [Span(text="\n")] * (number > 0)
        joined += spans or ([Span(text=line)] if line else [])
    return text, tuple(joined)


def table_of(rows: Sequence[Sequence[Cell]], where: str) -> Table:
    """The table, its rows filled up to the widest."""
    width = max(map(len, rows), default=0)
    filled = [[*row, *[EMPTY] * (width - len(row))] for row in rows]
    is_marked = any(spans for row in filled for _text, spans in row)
    return Table(
        rows=tuple(tuple(text for text, _spans in row) for row in filled),
        where=where,
        spans=tuple(tuple(spans for _text, spans in row) for row in filled) if is_marked else (),
    )
