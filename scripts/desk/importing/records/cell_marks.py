"""Answers of a table shown by nothing but the look of the options in its cells."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from desk.documents.model import Span
from desk.drafts.draft import TO_CHECK, Draft, SourceLine
from desk.drafts.option_marks import Found, Marked, find_marks, stretches
from desk.importing.records.columns import Columns
from desk.importing.records.record import Record
from desk.importing.records.sheet_rows import Row

_ENOUGH = 3  # questions of a table that marks answer; fewer may be chance
_NO_ANSWER = "没有答案"


def find_cell_marks(records: Sequence[Record], rows: Sequence[Row], columns: Columns) -> Found:
    """What marks say of the records that have options and no answer, by their positions."""
    if not any(row.spans for row in rows):
        return Found()
    by_line = {row.line: row for row in rows}
    open_records = {
        position: _marked(record, by_line, columns)
        for position, record in enumerate(records)
        if record.options and not (record.answer or record.items or record.flags)
    }
    return find_marks(open_records)


def with_marks(record: Record, position: int, found: Found) -> Record:
    """The record with the answer that marks give it, or with the doubt that they raise."""
    if position in found.whole:
        said = f"{len(record.options)} 个选项全是{found.name}，请确认是不是都对"
        return replace(record, doubts=(*record.doubts, said))
    letters = found.letters.get(position, ())
    if not letters:
        return record
    doubts = (f"答案由{found.name}看出{TO_CHECK}",) if len(found.letters) < _ENOUGH else ()
    return replace(record, answer="、".join(letters), doubts=(*record.doubts, *doubts))


def told_of_marks(draft: Draft, position: int, found: Found) -> Draft:
    """The draft that says its answer was seen by a mark, and asks one thing only where all are marked."""
    if position in found.whole:
        return replace(draft, doubts=tuple(doubt for doubt in draft.doubts if doubt != _NO_ANSWER))
    if position in found.letters and not any(found.name in doubt for doubt in draft.doubts):
        return replace(draft, remarks=(*draft.remarks, f"答案由{found.name}看出"))
    return draft


def _marked(record: Record, rows: Mapping[SourceLine, Row], columns: Columns) -> Marked:
    """How each option looks in the cells that hold options."""
    places = [column for _label, column in columns.options] or [columns.roles.get("options", -1)]
    spans: list[Span] = []
    for row in (rows[line] for line in record.lines if line in rows):
        for column in places:
            if 0 <= column < len(row.cells):
                own = row.spans[column] if column < len(row.spans) else ()
                spans += [*(own or (Span(text=row.cells[column]),)), Span(text="\n")]
    text = "".join(span.text for span in spans)
    marked, position = {}, 0
    for label, option in record.options:
        at = text.find(option, position)
        marked[label] = stretches(spans, at, at + len(option)) if at >= 0 else []
        position = at + len(option) if at >= 0 else position
    return marked
