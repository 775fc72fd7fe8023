"""Shorten absurdly long runs of blanks, which would cost the patterns that look for questions minutes."""

from __future__ import annotations

from dataclasses import replace

from desk.documents.model import Line, OpenedFile, Sheet, Table
from lianxue.reading.patterns import lazy_pattern

_MOST = 40  # more than any gap or layout needs
_LONG = lazy_pattern(rf"([^\S\n])[^\S\n]{{{_MOST},}}")


def shorten_blanks(opened: OpenedFile) -> OpenedFile:
    """The file with no more than a few dozen blanks together, in lines and cells."""
    return replace(
        opened,
        blocks=tuple(_line(block) if isinstance(block, Line) else _table(block) for block in opened.blocks),
        sheets=tuple(_sheet(sheet) for sheet in opened.sheets),
    )


def _short(text: str) -> str:
    return text if len(text) <= _MOST else _LONG.sub(lambda match: match[1] * _MOST, text)


def _line(line: Line) -> Line:
    text = _short(line.text)
    if text == line.text:
        return line
    spans = tuple(replace(span, text=_short(span.text)) for span in line.spans)
    joined = "".join(span.text for span in spans)
    if _short(joined) == joined and spans:
        return replace(line, text=joined, spans=spans)
    return replace(line, text=text, spans=())  # blanks marked by turns: nobody wrote that


def _table(table: Table) -> Table:
    rows = tuple(tuple(map(_short, row)) for row in table.rows)
    return table if rows == table.rows else replace(table, rows=rows, spans=())


def _sheet(sheet: Sheet) -> Sheet:
    return replace(sheet, rows=tuple((number, tuple(map(_short, cells))) for number, cells in sheet.rows))
