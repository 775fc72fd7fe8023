"""The lines of an opened paper: tables unrolled, Markdown's marks taken off."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from desk.documents.model import Line, OpenedFile, Span, Table
from desk.drafts.draft import SourceLine
from desk.importing.papers.margins import is_page_mark
from desk.importing.papers.text import clean, fold


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperLine:
    """A line to be read; `folded` is as long as `text`, `spans` are of `text` where it has marks."""

    source: SourceLine
    text: str
    folded: str
    spans: tuple[Span, ...] = ()
    heading: int = 0
    is_after_blank: bool = False
    is_of_table: bool = False
    ticked: str = ""  # √ for a ticked box of a Markdown list
    has_picture: bool = False  # in it, or alone on the line before


MOST_CHARACTERS = 20_000  # of a line that may be part of a question
_MD_HEADING = re.compile(r"\s{0,3}(#{1,6})\s+")
_MD_BULLET = re.compile(r"\s*[-*+]\s+(?=\S)")
_MD_BOX = re.compile(r"\[([ xX√])\]\s*")
_MD_STRONG = re.compile(r"\*\*([^*\n]{1,300}?)\*\*|(?<![\w*])\*([^*\s][^*\n]{0,200}?)\*(?![\w*])")
_MD_EMPHASIS = re.compile(r"(?<!\w)_([\[(【][^_\n]{1,40}[\])】])_")
_MD_LABEL = re.compile(r"\s*(?:[-*+]\s+|#{1,6}\s+|>\s?)|\*\*")


def paper_lines(opened: OpenedFile, left_out: Collection[int] = ()) -> tuple[PaperLine, ...]:
    """Every line that is not blank, in the order of reading; a row of a table is a line.

    `left_out` are the positions of blocks that are read elsewhere.
    """
    return tuple(_walk(opened, left_out))


def _walk(opened: OpenedFile, left_out: Collection[int]) -> Iterator[PaperLine]:
    is_after_blank, has_picture = True, False
    for position, block in enumerate(opened.blocks):
        if position in left_out:
            is_after_blank = True
            continue
        if isinstance(block, Table):
            yield from _table_lines(opened.name, block)
            is_after_blank = True
            continue
        has_picture = has_picture or bool(block.pictures)
        if not block.text.strip():
            is_after_blank = True
            continue
        yield _paper_line(opened, block, is_after_blank, has_picture)
        is_after_blank = has_picture = False


def _paper_line(opened: OpenedFile, line: Line, is_after_blank: bool, has_picture: bool) -> PaperLine:
    source = SourceLine(file=opened.name, where=line.where, text=line.text)
    text = clean(line.text)
    heading, ticked = line.heading, ""
    spans = tuple(
        Span(
            text=clean(span.text),
            is_bold=span.is_bold,
            is_underlined=span.is_underlined,
            colour=span.colour,
            highlight=span.highlight,
        )
        for span in line.spans
    )
    if opened.kind in ("md", "txt", "html") and _MD_LABEL.search(text) and not is_page_mark(fold(text)):
        text, heading, ticked = _without_markdown(text, heading)
        spans = ()
    return PaperLine(
        source=source,
        text=text,
        folded=fold(text),
        spans=spans,
        heading=heading,
        is_after_blank=is_after_blank,
        ticked=ticked,
        has_picture=has_picture,
    )


def _without_markdown(text: str, heading: int) -> tuple[str, int, str]:
    ticked = ""
    if match := _MD_HEADING.match(text):
        text, heading = text[match.end() :], len(match[1])
    text = text.removeprefix("> ").removeprefix(">")
    if match := _MD_BULLET.match(text):
        text = text[match.end() :]
        if box := _MD_BOX.match(text):
            ticked = "√" if box[1] != " " else ""
            text = text[box.end() :]
    if "*" in text:
        text = _MD_STRONG.sub(lambda match: match[1] or match[2], text)
    if "_" in text:
        text = _MD_EMPHASIS.sub(r"\1", text)
    return text, heading, ticked


def _table_lines(file: str, table: Table) -> Iterator[PaperLine]:
    """A row is one line, its cells apart by tabs; cells of several lines are unrolled."""
    for number, row in enumerate(table.rows, start=1):
        cells = [
            cell for index, cell in enumerate(row) if index == 0 or cell != row[index - 1] or len(cell) < 6
        ]
        where = f"{table.where} 第 {number} 行"
        texts = ["\t".join(cells)]
        if any("\n" in cell for cell in cells):
            texts = [line for cell in cells for line in cell.split("\n")]
        for text in texts:
            if text.strip():
                cleaned = clean(text).strip("\t")
                yield PaperLine(
                    source=SourceLine(file=file, where=where, text=text),
                    text=cleaned,
                    folded=fold(cleaned),
                    is_of_table=True,
                )
