"""A row of a table as the readers of questions take it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from desk.documents.model import Span
from desk.drafts.draft import SourceLine
from desk.importing.records.record import squeeze


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One row that is not empty."""

    line: SourceLine
    cells: tuple[str, ...]
    spans: tuple[tuple[Span, ...], ...] = ()  # of each cell; () where nothing in the row is marked

    @property
    def texts(self) -> tuple[str, ...]:
        """The different texts in it: a merged cell may be repeated."""
        return tuple(dict.fromkeys(cell.strip() for cell in self.cells if cell.strip()))


def row_of(file: str, where: str, cells: Sequence[str], spans: Sequence[tuple[Span, ...]] = ()) -> Row | None:
    """A row with its source line; None for an empty one."""
    shown = [" ".join(cell.split()) for cell in cells if cell.strip()]
    if not shown:
        return None
    line = SourceLine(file=file, where=where, text=" | ".join(shown))
    return Row(line=line, cells=tuple(map(squeeze, cells)), spans=tuple(spans) if any(spans) else ())
