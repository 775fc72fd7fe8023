"""The lines of an opened paper: tables unrolled, Markdown's marks taken off."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace

from desk.documents.model import Line, OpenedFile, Span, Table
from desk.drafts.draft import SourceLine
from desk.importing.papers.margins import is_page_mark
from desk.importing.papers.text import clean, fold
from lianxue.reading.patterns import lazy_pattern


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
    struck: str = ""  # words in it that were struck through, and are not in `text`


MOST_CHARACTERS = 20_000  # of a line that may be part of a question
_MD_HEADING = lazy_pattern(r"\s{0,3}(#{1,6})\s+")
_MD_BULLET = lazy_pattern(r"\s*[-*+]\s+(?=\S)")
_MD_BOX = lazy_pattern(r"\[([ xX√])\]\s*")
_MD_STRONG = lazy_pattern(r"\*\*([^*\n]{1,300}?)\*\*|(?<![\w*])\*([^*\s][^*\n]{0,200}?)\*(?![\w*])")
_MD_EMPHASIS = lazy_pattern(r"(?<!\w)_([\[(【][^_\n]{1,40}[\])】])_")
_MD_STRUCK = lazy_pattern(r"~~([^~\n]{1,300})~~")
_MD_SIGN = lazy_pattern("[-*+#>]")  # without which a line need not be looked through for labels
_MD_LABEL = lazy_pattern(r"\s*(?:[-*+]\s+|#{1,6}\s+|>\s?)|\*\*")


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
    heading, ticked, struck = line.heading, "", ""
    spans: tuple[Span, ...] = ()
    if line.spans:  # most lines have none
        spans = tuple(replace(span, text=clean(span.text)) for span in line.spans)
    if spans and any(span.is_struck for span in spans):
        spans, struck = without_struck(spans)
        text = "".join(span.text for span in spans)
        text = "" if text.strip() == line.label.strip() else text
    else:
        text = clean(line.text)
    if "~~" in text and opened.kind == "md":
        struck = " ".join(_MD_STRUCK.findall(text))
        text = _MD_STRUCK.sub("", text)
    may_be_marked = opened.kind in ("md", "txt", "html") and _MD_SIGN.search(text)
    if may_be_marked and _MD_LABEL.search(text) and not is_page_mark(fold(text)):
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
        struck=struck.strip(),
    )


def without_struck(spans: Sequence[Span]) -> tuple[tuple[Span, ...], str]:
    """The spans that were not struck through, and the words of those that were."""
    kept = tuple(span for span in spans if not span.is_struck)
    return kept, " ".join(span.text.strip() for span in spans if span.is_struck and span.text.strip())


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
    looks = table.spans or [()] * len(table.rows)
    for number, (row, marks) in enumerate(zip(table.rows, looks, strict=True), start=1):
        places = [
            index for index, cell in enumerate(row) if index == 0 or cell != row[index - 1] or len(cell) < 6
        ]
        where = f"{table.where} 第 {number} 行"
        is_unrolled = any("\n" in row[index] for index in places)
        joint = Span(text="\n" if is_unrolled else "\t")
        spans: list[Span] = []
        for index in places:
            spans += [joint] * bool(spans or index)
            spans += (marks[index] if index < len(marks) else ()) or (Span(text=row[index]),)
        for line in _split(spans):
            text = "".join(span.text for span in line)
            if text.strip():
                kept, struck = without_struck(line)
                cleaned = clean("".join(span.text for span in kept)).strip("\t")
                yield PaperLine(
                    source=SourceLine(file=file, where=where, text=text),
                    text=cleaned,
                    folded=fold(cleaned),
                    spans=_cleaned(kept, cleaned) if any(marks) else (),
                    is_of_table=True,
                    struck=struck,
                )


def _split(spans: Sequence[Span]) -> Iterator[list[Span]]:
    """The spans line by line."""
    line: list[Span] = []
    for span in spans:
        first, *rest = span.text.split("\n")
        line += [replace(span, text=first)] if first else []
        for text in rest:
            yield line
            line = [replace(span, text=text)] if text else []
    yield line


def _cleaned(spans: Sequence[Span], text: str) -> tuple[Span, ...]:
    """The spans of a line that was cleaned; () where they no longer fit it."""
    found = [replace(span, text=clean(span.text)) for span in spans]
    while found and not found[0].text.strip("\t"):
        found.pop(0)
    while found and not found[-1].text.strip("\t"):
        found.pop()
    return tuple(found) if "".join(span.text for span in found) == text else ()
