"""Tables of questions inside a paper: found, read as records, put back in their places."""

from __future__ import annotations

from dataclasses import replace

from desk.documents.model import OpenedFile, Table
from desk.drafts.draft import Draft, PaperReading, SourceLine
from desk.importing.records.reading import read_table_rows


def read_tables(opened: OpenedFile) -> dict[int, PaperReading]:
    """The readings of the tables whose first row is a header of a bank, by the position of the block."""
    readings: dict[int, PaperReading] = {}
    heading = ""
    for position, block in enumerate(opened.blocks):
        if not isinstance(block, Table):
            heading = block.text.strip() or heading
            continue
        rows = [(f"{block.where} 第 {number} 行", row) for number, row in enumerate(block.rows, start=1)]
        reading = read_table_rows(opened.name, rows, heading=heading)
        if reading is not None and reading.drafts:
            readings[position] = reading
    return readings


def put_back(opened: OpenedFile, reading: PaperReading, tables: dict[int, PaperReading]) -> PaperReading:
    """The reading of a paper with those of its tables, the questions in the order of the document."""
    if not tables:
        return reading
    places: dict[tuple[str, str], int] = {}
    for position, block in enumerate(opened.blocks):
        if not isinstance(block, Table):
            places.setdefault((block.where, block.text), position)
    drafts = [(_place(draft, places), draft) for draft in reading.drafts]
    drafts += [(position, draft) for position, table in tables.items() for draft in table.drafts]
    parts = list(tables.values())
    return replace(
        reading,
        drafts=tuple(draft for _, draft in sorted(drafts, key=lambda pair: pair[0])),
        ignored=(*reading.ignored, *(ignored for part in parts for ignored in part.ignored)),
        unsure=(*reading.unsure, *(unsure for part in parts for unsure in part.unsure)),
        remarks=(
            *(remark for remark in reading.remarks if remark != "没有找到题目"),
            *(remark for part in parts for remark in part.remarks),
        ),
    )


def _place(draft: Draft, places: dict[tuple[str, str], int]) -> int:
    first: SourceLine = draft.lines[0]
    return places.get((first.where, first.text), 0)
