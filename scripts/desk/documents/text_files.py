"""Read plain text, Markdown and CSV."""

from __future__ import annotations

import csv
import io
import re
from collections import Counter

from desk.documents.limits import CELL_CHARACTERS, COLUMNS, LINE_CHARACTERS, LINES, ROWS
from desk.documents.model import Line, Sheet, UnreadableFile

_BREAK = re.compile(r"\r\n|\n|\r")
_CSV_LINE_CHARACTERS = 1_000_000
_SOFT_BREAK = re.compile("[\v\f\u0085\u2028\u2029]")  # editors count these as no new line


def read_lines(text: str, name: str) -> tuple[Line, ...]:
    """Every line of a text, empty ones too, so that a gap between paragraphs is seen."""
    rows = _BREAK.split(text)
    if rows and not rows[-1]:
        rows.pop()
    if len(rows) > LINES:
        raise UnreadableFile(f"《{name}》有 {len(rows):,} 行，超过 {LINES:,} 行的上限：请拆成几个文件")
    has_soft_breaks = bool(_SOFT_BREAK.search(text))
    lines = []
    for number, row in enumerate(rows, start=1):
        if len(row) > LINE_CHARACTERS:
            raise UnreadableFile(
                f"《{name}》第 {number} 行有 {len(row):,} 个字，超过 {LINE_CHARACTERS:,} 个字的上限：请分行后再试"
            )
        where = f"第 {number} 行"
        if has_soft_breaks:
            lines += [Line(text=part, where=where) for part in _SOFT_BREAK.split(row)]
        else:
            lines.append(Line(text=row, where=where))
    return tuple(lines)


def lost_character_remarks(text: str) -> tuple[str, ...]:
    """A word on � in the text itself: what stood there was lost before the file came to us."""
    at = text.find("\ufffd")
    if at < 0:
        return ()
    line = len(_BREAK.findall(text, 0, at)) + 1
    return (f"第 {line} 行起有 {text.count(chr(0xFFFD))} 个字在存成这个文件之前就丢了，显示为 �",)


def read_delimited(text: str, name: str, delimiter: str = "") -> Sheet:
    """A CSV or TSV file as a sheet without a name; the delimiter is seen from the text where not given."""
    first = re.match(r"sep=(.)\r?\n", text)  # Excel's own hint
    if first:
        delimiter, text = first[1], text[first.end() :]
    if any(len(line) > _CSV_LINE_CHARACTERS for line in io.StringIO(text)):
        raise _too_large(name)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter or _delimiter(text))
    csv.field_size_limit(CELL_CHARACTERS)
    rows: list[tuple[int, tuple[str, ...]]] = []
    number = 0
    try:
        for number, row in enumerate(reader, start=1):  # Excel counts records, not lines
            if any(cell.strip() for cell in row):
                rows.append((number, tuple(cell.strip() for cell in row)))
            if len(rows) > ROWS or len(row) > COLUMNS:
                raise _too_large(name)
    except csv.Error as error:
        raise UnreadableFile(
            f"《{name}》第 {number + 1} 行有一格超过 {CELL_CHARACTERS:,} 个字，或引号没有配对：请在 Excel 中改好后再试"
        ) from error
    return Sheet(name="", rows=tuple(rows))


def _too_large(name: str) -> UnreadableFile:
    return UnreadableFile(
        f"《{name}》超过 {ROWS:,} 行或 {COLUMNS} 列的上限：请拆成几个文件，或只留要导入的列"
    )


def _delimiter(text: str) -> str:
    """The mark that stands equally often in most of the first lines, outside quotes."""
    lines = [line for line in re.sub(r'"[^"]*"', "", text[:50_000]).splitlines()[:50] if line.strip()]
    best, best_score = ",", 0
    for mark in (",", "\t", ";", "|", "，"):
        counts = Counter(line.count(mark) for line in lines)
        count, lines_with_it = max(
            ((c, n) for c, n in counts.items() if c), key=lambda x: x[1], default=(0, 0)
        )
        if count and lines_with_it > best_score:
            best, best_score = mark, lines_with_it
    return best
