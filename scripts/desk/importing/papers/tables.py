"""Tables of questions inside a paper: found, read as records, put back in their places."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from desk.documents.model import Line, OpenedFile, Table
from desk.drafts.draft import Draft, Ignored, PaperReading, SourceLine
from desk.importing.papers.lines import without_struck
from desk.importing.papers.text import quoted
from lianxue.reading.patterns import lazy_pattern

_MD_RULE = lazy_pattern(r"\s*\|(?:\s*:?-+:?\s*\|)+\s*$")
_MD_BAR = lazy_pattern(r"(?<!\\)\|")


def read_tables(opened: OpenedFile) -> dict[int, PaperReading]:
    """The readings of the tables whose first row is a header of a bank, by the position of the block."""
    readings: dict[int, PaperReading] = {}
    heading = ""
    for position, block in enumerate(opened.blocks):
        if not isinstance(block, Table):
            heading = block.text.strip() or heading
            continue
        from desk.importing.records.reading import read_table_rows  # few papers have tables: a fast start

        block, struck = _unstruck(block)
        rows = [(f"{block.where} 第 {number} 行", row) for number, row in enumerate(block.rows, start=1)]
        reading = _read_forms(opened.name, block) or read_table_rows(opened.name, rows, heading, block.spans)
        if reading is not None and reading.drafts:
            said = [f"{block.where}里划掉的“{quoted(words)}”没有读入" for words in struck]
            readings[position] = replace(reading, remarks=(*reading.remarks, *said))
    return {**readings, **_read_markdown(opened)}


def _read_forms(file: str, table: Table) -> PaperReading | None:
    """The questions of a table that is a form of one, or of several below each other."""
    from desk.importing.papers.forms import read_form
    from desk.importing.records.reading import read_table_rows

    parts = []
    for number, pairs in enumerate(forms := read_form(table.rows), start=1):
        where = f"{table.where} 第 {number} 题" if len(forms) > 1 else table.where
        names, values = zip(*pairs, strict=True)
        reading = read_table_rows(file, [(where, names), (where, values)])
        if reading is None:
            return None
        parts.append(reading)
    return _together(file, parts) if parts else None


def _together(file: str, parts: Sequence[PaperReading]) -> PaperReading:
    return PaperReading(
        file=file,
        drafts=tuple(draft for part in parts for draft in part.drafts),
        ignored=tuple(ignored for part in parts for ignored in part.ignored),
        unsure=tuple(unsure for part in parts for unsure in part.unsure),
        remarks=tuple(dict.fromkeys(remark for part in parts for remark in part.remarks)),
    )


def _read_markdown(opened: OpenedFile) -> dict[int, PaperReading]:
    """The tables that Markdown draws with bars; every line of one is taken, its questions at the first."""
    if opened.kind not in ("md", "txt"):
        return {}
    if not any(isinstance(block, Line) and _MD_RULE.match(block.text) for block in opened.blocks):
        return {}
    from desk.importing.records.reading import read_table_rows

    readings: dict[int, PaperReading] = {}
    heading, run = "", list[int]()
    for position, block in enumerate([*opened.blocks, None]):
        text = block.text.strip() if isinstance(block, Line) else ""
        if text.startswith("|") and text.count("|") > 2:
            run.append(position)
            continue
        lines = [line for place in run if isinstance(line := opened.blocks[place], Line)]
        if len(lines) > 2 and _MD_RULE.match(lines[1].text):
            rows = [(line.where, _md_cells(line.text)) for line in lines if not _MD_RULE.match(line.text)]
            reading = read_table_rows(opened.name, rows, heading)
            if reading is not None and reading.drafts:
                readings |= dict.fromkeys(
                    run, PaperReading(file=opened.name, drafts=(), ignored=(), unsure=())
                )
                readings[run[0]] = _with_lines(reading, lines)
        run = []
        heading = text.lstrip("# ") or heading
    return readings


def _md_cells(text: str) -> tuple[str, ...]:
    return tuple(cell.replace("\\|", "|").strip() for cell in _MD_BAR.split(text.strip().strip("|")))


def _with_lines(reading: PaperReading, lines: Sequence[Line]) -> PaperReading:
    """The reading with its lines as they stand in the file, the ruled ones left out."""
    texts = {line.where: line.text for line in lines}
    rules = [line for line in lines if _MD_RULE.match(line.text)]

    def own(line: SourceLine) -> SourceLine:
        return replace(line, text=texts.get(line.where, line.text))

    return replace(
        reading,
        drafts=tuple(replace(draft, lines=tuple(map(own, draft.lines))) for draft in reading.drafts),
        ignored=(
            *(replace(ignored, line=own(ignored.line)) for ignored in reading.ignored),
            *(
                Ignored(line=SourceLine(file=reading.file, where=rule.where, text=rule.text), reason="分隔线")
                for rule in rules
            ),
        ),
        unsure=tuple(replace(unsure, line=own(unsure.line)) for unsure in reading.unsure),
    )


def _unstruck(table: Table) -> tuple[Table, list[str]]:
    """A table without the words that were struck through, and these words."""
    struck: list[str] = []
    rows, looks = [list(row) for row in table.rows], [list(row) for row in table.spans]
    for number, row in enumerate(looks):
        for column, spans in enumerate(row):
            if any(span.is_struck for span in spans):
                row[column], words = without_struck(spans)
                rows[number][column] = "".join(span.text for span in row[column]).strip()
                struck += [words]
    if not struck:
        return table, []
    return replace(table, rows=tuple(map(tuple, rows)), spans=tuple(map(tuple, looks))), struck


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
    found = _together(reading.file, list(tables.values()))
    return replace(
        reading,
        drafts=tuple(draft for _, draft in sorted(drafts, key=lambda pair: pair[0])),
        ignored=(*reading.ignored, *found.ignored),
        unsure=(*reading.unsure, *found.unsure),
        remarks=(*(remark for remark in reading.remarks if remark != "没有找到题目"), *found.remarks),
    )


def _place(draft: Draft, places: dict[tuple[str, str], int]) -> int:
    first: SourceLine = draft.lines[0]
    return places.get((first.where, first.text), 0)
