"""Read a file of records, whatever format they are in."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from desk.documents.model import OpenedFile, Span
from desk.drafts.draft import PaperReading
from desk.failures import DeskError
from desk.importing.records.sheet_rows import row_of
from desk.importing.records.tables import read_table


def read_records(
    opened: OpenedFile, read_lines: Callable[[OpenedFile], PaperReading] | None = None
) -> PaperReading:
    """The questions of sheets, JSON, Moodle XML or our own YAML.

    `read_lines` reads a paper that was pasted into a sheet, a line a row. Raises DeskError where JSON or XML is broken, naming the line.
    """
    if opened.sheets or opened.kind in ("xlsx", "xls", "csv", "tsv"):
        from desk.importing.records.sheets import (
            read_sheets,  # each reader only where it is needed: a fast start
        )

        return read_sheets(opened, read_lines)
    if opened.kind == "json":
        from desk.importing.records.json_bank import read_json

        return read_json(opened)
    if opened.kind == "xml":
        from desk.importing.records.moodle import read_moodle

        return read_moodle(opened)
    if opened.kind == "yaml":
        from desk.importing.records.own_quiz import read_quiz_file

        return read_quiz_file(opened)
    raise DeskError(f"《{opened.name}》不是表格、JSON、Moodle XML 或题库文件")


def read_table_rows(
    file: str,
    rows: Sequence[tuple[str, Sequence[str]]],
    heading: str = "",
    marks: Sequence[Sequence[tuple[Span, ...]]] = (),
) -> PaperReading | None:
    """The questions of a table inside a document; None where it does not look like one of questions.

    `rows` are (where, cells); `heading` is the text above the table, which may name the type; `marks`
    are the spans of each row's cells, () where nothing is marked.
    """
    looks = marks or [()] * len(rows)
    found = (row_of(file, where, cells, spans) for (where, cells), spans in zip(rows, looks, strict=True))
    table = read_table([row for row in found if row is not None], section=heading)
    if table is None:
        return None
    return PaperReading(
        file=file,
        drafts=tuple(table.drafts),
        ignored=tuple(table.ignored),
        unsure=tuple(table.unsure),
        remarks=tuple(table.remarks),
        title=table.title,
    )
