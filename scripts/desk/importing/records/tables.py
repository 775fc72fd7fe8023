"""Read the rows of a table as questions, and account for each of them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from desk.drafts.draft import Draft, Ignored, Unsure
from desk.importing.records.cell_marks import find_cell_marks, told_of_marks, with_marks
from desk.importing.records.columns import Columns, columns_of, guess_columns, header_score
from desk.importing.records.numbering import find_numbering
from desk.importing.records.options import split_options
from desk.importing.records.plain_html import without_html
from desk.importing.records.record import Record
from desk.importing.records.rows import record_of
from desk.importing.records.settling import settle
from desk.importing.records.sheet_rows import Row
from desk.importing.records.standing import explains, is_aside
from desk.importing.records.words import is_type_word, role_of, type_of
from lianxue.reading.patterns import lazy_pattern

_QUOTED_NOTES = 3  # of those that were not read
_HEADER_WITHIN = 20  # rows: what stands above a header is a title, a note, an empty line
_TOTAL = lazy_pattern(r"\s*(?:合计|总计|小计|共计|总分|共\s*\d+\s*(?:道|个)?题)")
_NOTE = lazy_pattern(r"\s*(?:备注|注|说明|附注)\s*(?:[:：].*)?$", re.DOTALL)
# 示例：我国的首都是哪里, with a word to delete the row
_EXAMPLE = lazy_pattern(
    r"\s*[【（(\[]?\s*(?:填写|模板)?(?:示例|样例|范例|样题|例题|例(?=\s*[：:]))(?:题|行|数据)?\s*\d{0,2}\s*(?:[：:】）)\]]|$)"
)
_TO_DELETE = lazy_pattern(
    r"(?:请|须|应)(?:先|自行)?(?:删除|删掉|删去)(?:本|此|该|这)(?:行|条|题)|导入(?:之?前|时)[^。；，]{0,6}(?:删除|删掉|删去)|(?:本|此|该)行(?:为|是)?(?:示例|样例|例题)|示例行"
)
_BESIDE = ("number", "explanation", "note", "status")  # where a template says that a row is an example
_SECTION = lazy_pattern(
    r"\s*(?:第?[一二三四五六七八九十]{1,3}(?:部分|[、.．])|[（(][一二三四五六七八九十][）)])"
)
_NO_SECTION = lazy_pattern(r"\s*(?:sheet|工作表|表)\s*\d*$", re.IGNORECASE)  # names that programs give
_ONLY_NUMBER = lazy_pattern(r"[\d\s.、．]+$")


@dataclass(slots=True)
class TableReading:
    """What a table comes to."""

    drafts: list[Draft] = field(default_factory=list)
    ignored: list[Ignored] = field(default_factory=list)
    unsure: list[Unsure] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)
    title: str = ""


def read_table(rows: Sequence[Row], *, name: str = "", section: str = "") -> TableReading | None:
    """The questions of a table; None where it does not look like one of questions.

    `name` is how remarks call it (工作表“单选”); `section` a heading or sheet's name that may
    hand a type down.
    """
    rows = [replace(row, cells=tuple(map(_plain, row.cells))) for row in rows]
    blocks = list(_blocks(rows))
    if not blocks:
        return None
    reading = TableReading()
    for block in blocks:
        _read_block(block, reading, name, section)
    return reading


def _plain(cell: str) -> str:
    """A cell without the HTML that another program may have left in it."""
    return without_html(cell) if "<" in cell or "&" in cell else cell


@dataclass(frozen=True, slots=True, kw_only=True)
class _Block:
    """A header with the rows below it, down to another header."""

    above: tuple[Row, ...] = ()
    header: tuple[Row, ...] = ()
    rows: tuple[Row, ...]
    columns: Columns


def _blocks(rows: Sequence[Row]) -> Iterator[_Block]:
    scores = [header_score(row.cells) for row in rows[:_HEADER_WITHIN]]
    first = max(range(len(scores)), key=lambda index: scores[index], default=0)
    if not scores or not scores[first]:
        yield from _headless(rows)
        return
    known = rows[first].cells
    starts = [
        index
        for index in range(first, len(rows))
        if index == first
        or (header_score(rows[index].cells) and _headed(rows[index]) != _headed(rows[first]))
    ]
    ends = [*starts[1:], len(rows)]
    for number, (start, end) in enumerate(zip(starts, ends, strict=True)):
        height, header = _merge_header(rows[start:end])
        body = rows[start + height : end]
        columns = columns_of(header, [row.cells for row in body if row.cells != known])
        if not columns.is_usable:
            if number == 0:
                yield from _headless(rows)
                return
            columns = replace(columns, roles={})
        above = rows[:start] if number == 0 else ()
        yield _Block(
            above=tuple(above), header=tuple(rows[start : start + height]), rows=tuple(body), columns=columns
        )


def _headed(row: Row) -> frozenset[tuple[str, str]]:
    return frozenset(role_of(cell) for cell in row.cells)


def _merge_header(rows: Sequence[Row]) -> tuple[int, tuple[str, ...]]:
    """(rows the header takes, its cells): A, B, C may stand in a second row below a wide 选项."""
    header = rows[0].cells
    below = rows[1].cells if len(rows) > 1 else ()
    roles = [role_of(cell)[0] for cell in below if cell.strip()]
    if not roles or not all(roles) or roles.count("option") < 2:
        return 1, header
    cells = list(header) + [""] * (len(below) - len(header))
    for column, cell in enumerate(below):
        if cell.strip():
            cells[column] = cell
    return 2, tuple(cells)


def _headless(rows: Sequence[Row]) -> Iterator[_Block]:
    widths = [len(row.texts) for row in rows]
    body = [row for row, width in zip(rows, widths, strict=True) if width > 1]
    columns = guess_columns([row.cells for row in body])
    if columns is not None:
        yield _Block(rows=tuple(rows), columns=columns)


def _read_block(block: _Block, reading: TableReading, name: str, section: str) -> None:
    for row in block.above:
        reading.title = reading.title or (row.texts[0] if len(row.texts) == 1 else "")
        reading.ignored.append(Ignored(line=row.line, reason="表头以上的标题或说明"))
    reading.ignored += [Ignored(line=row.line, reason="表头") for row in block.header]
    records = list(_records(block, reading, section))
    told = [text for row in (*block.above, *block.header) for text in row.texts]
    numbering = find_numbering(records, told)
    marks = find_cell_marks(records, block.rows, block.columns)
    for position, record in enumerate(records):
        draft = settle(with_marks(record, position, marks), numbering)
        reading.drafts.append(told_of_marks(draft, position, marks))
    reading.remarks += [marks.remark] if marks.remark else []
    if "note" in block.columns.roles and "explanation" not in block.columns.roles:
        reading.remarks += _note_remarks(block, name or "表格")
    for column in block.columns.unread:
        title = block.columns.names.get(column, "")
        called = f"“{title}”一列" if title else f"第 {column + 1} 列"
        reading.remarks.append(f"{name or '表格'}的{called}没有读入")


def _note_remarks(block: _Block, name: str) -> Iterator[str]:
    """What of a column of notes was read as explanations, and what was not read."""
    notes = [_at(row, block.columns, "note") for row in block.rows]
    if any(map(explains, notes)):
        yield f"{name}的“备注”一列当作解析读入，请抽查"
    if asides := list(dict.fromkeys(filter(is_aside, notes))):
        more = "等" if len(asides) > _QUOTED_NOTES else ""
        said = "".join(f"“{text}”" for text in asides[:_QUOTED_NOTES])
        yield f"{name}的“备注”里{said}{more}不像解析，没有读入"


def _records(block: _Block, reading: TableReading, section: str) -> Iterator[Record]:
    """One record a question; rows that only go on with its options are part of it."""
    columns, heads = block.columns, {_headed(row) for row in block.header}
    kind = type_of(section)
    section = "" if _NO_SECTION.match(section) else section
    waiting: list[Row] = []
    for row in block.rows:
        if waiting and (_goes_on(row, columns) or _is_more(row, waiting[-1], columns)):
            waiting.append(row)
            continue
        if waiting:
            yield _record(waiting, columns, kind, section)
            waiting = []
        if not columns.roles:
            reading.unsure.append(Unsure(line=row.line, reason="表头里看不出哪一列是题干"))
        elif row.cells in [head.cells for head in block.header] or (heads and _headed(row) in heads):
            reading.ignored.append(Ignored(line=row.line, reason="重复的表头"))
        elif heading := _heading(row, columns):
            section, kind = heading, type_of(heading) or kind
            reading.ignored.append(Ignored(line=row.line, reason="大题标题"))
        elif reason := _not_question(row, columns):
            reading.ignored.append(Ignored(line=row.line, reason=reason))
        elif _at(row, columns, "stem"):
            waiting = [row]
        else:
            reading.unsure.append(Unsure(line=row.line, reason="这一行没有题干"))
    if waiting:
        yield _record(waiting, columns, kind, section)


def _record(rows: Sequence[Row], columns: Columns, kind: str, section: str) -> Record:
    return record_of(
        [row.line for row in rows], [row.cells for row in rows], columns, kind=kind, section=section
    )


def _at(row: Row, columns: Columns, role: str) -> str:
    column = columns.roles.get(role, -1)
    return row.cells[column].strip() if 0 <= column < len(row.cells) else ""


def _heading(row: Row, columns: Columns) -> str:
    """The text of a row that is a heading: one text alone, which numbers a part or names a kind."""
    if len(row.texts) != 1:
        return ""
    text = row.texts[0]
    if len(text) > 60 or not (_SECTION.match(text) or is_type_word(text)):
        return ""
    return text if type_of(text) or _at(row, columns, "stem") != text else ""


def _not_question(row: Row, columns: Columns) -> str:
    """Why a row is no question; "" where it may be one."""
    if (
        any(_TOTAL.match(text) for text in row.texts[:2])
        and len(row.texts) <= 4
        and not _options(row, columns)
    ):
        return "合计行"
    heads = row.cells[: columns.roles.get("stem", -1) + 1]
    said = [_at(row, columns, role) for role in _BESIDE]
    is_said = any((match := _EXAMPLE.match(text)) and match.end() == len(text) for text in said)
    if is_said or any(map(_EXAMPLE.match, heads)) or any(map(_TO_DELETE.search, row.texts)):
        return "模板里的示例"
    if _NOTE.match(row.texts[0]) and len(row.texts) <= 2 and not _at(row, columns, "answer"):
        return "备注"
    if all(_ONLY_NUMBER.match(text) for text in row.texts):
        has_stem = _at(row, columns, "stem") and len(row.texts) > 1
        return "" if has_stem else "只有序号的空行"
    return ""


def _options(row: Row, columns: Columns) -> bool:
    return any(column < len(row.cells) and row.cells[column].strip() for _label, column in columns.options)


def _is_more(row: Row, above: Row, columns: Columns) -> bool:
    """A row under the same merged stem that holds one more option."""
    option = _at(row, columns, "options")
    is_same = bool(option) and _at(row, columns, "stem") == _at(above, columns, "stem")
    return is_same and option != _at(above, columns, "options") and len(split_options(option).options) < 2


def _goes_on(row: Row, columns: Columns) -> bool:
    """A row without a stem that holds one more option of the question above."""
    others = set(columns.roles) - {"options", "answer", "mark", "number", "id"}
    return bool(_at(row, columns, "options")) and not any(_at(row, columns, role) for role in others)
