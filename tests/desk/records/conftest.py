"""What the tests of reading records share."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest

from desk.documents.model import OpenedFile, Sheet
from desk.drafts.draft import PaperReading
from desk.importing.papers.reading import read_paper
from desk.importing.records.reading import read_records

Rows = Sequence[Sequence[str]]


def sheet_of(rows: Rows, name: str = "", *, is_hidden: bool = False) -> Sheet:
    """A sheet whose rows are numbered from 1."""
    numbered = tuple((number, tuple(row)) for number, row in enumerate(rows, start=1))
    return Sheet(name=name, rows=numbered, is_hidden=is_hidden)


@pytest.fixture
def read_sheet() -> Callable[..., PaperReading]:
    """Read the rows of one sheet, or several Sheets."""

    def read(*sheets: Sheet | Rows) -> PaperReading:
        made = tuple(sheet if isinstance(sheet, Sheet) else sheet_of(sheet) for sheet in sheets)
        return read_records(OpenedFile(name="题库.xlsx", kind="xlsx", sheets=made), read_paper)

    return read
