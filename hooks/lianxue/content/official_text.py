"""The official text on a regulation page: the quotation right below a heading of its outline."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from lianxue.content.regulation import Heading, find_headings

QUOTE = ">"
_SPECIAL = re.compile(r"[\\`*_{}\[\]#]")
# Python-Markdown has no backslash for these; ~ and = make fences and headings, | tables, : definitions.
_ENTITIES = re.compile(r"[<>&~|^$=]")
# At the start of a line only: bullets, numbers of lists, blocks of extensions, definitions.
_OPENING = re.compile(r"(?P<number>\d+)\.(?=\s|$)|(?P<sign>[-+!?:%])")
_ESCAPED = re.compile(r"\\([\\`*_{}\[\]#.+\-!])")
_BLANKS = re.compile(r"[^\S\u3000]+")
_ITEM = re.compile(r"[（(][0-9〇零一二三四五六七八九十]+[）)]")


@dataclass(frozen=True, slots=True)
class QuotedSection:
    """A heading of the outline, the official text below it, and the author's lines after that."""

    heading: Heading | None  # None for what stands before the first heading
    paragraphs: tuple[str, ...]  # as plain text; () where no text was imported
    first: int  # line of the body on which the section begins, from 0
    rest: int  # first line after the quotation
    end: int


def quoted_sections(body: str, preamble: str) -> Iterator[QuotedSection]:
    """A page's body cut at the headings of its outline, in order; the first may be empty."""
    lines = body.split("\n")
    headings = list(find_headings(body, preamble))
    starts = [heading.index for heading in headings]
    yield QuotedSection(None, (), 0, 0, starts[0] if starts else len(lines))
    for heading, end in zip(headings, [*starts, len(lines)][1:], strict=True):
        rest, paragraphs = read_quotation(lines, heading.index + 1, end)
        yield QuotedSection(heading, paragraphs, heading.index, rest, end)


def read_quotation(lines: Sequence[str], first: int, end: int) -> tuple[int, tuple[str, ...]]:
    """The line after a quotation that begins at `first` or behind blank lines, and its paragraphs."""
    start = first
    while start < end and not lines[start].strip():
        start += 1
    rest = start
    while rest < end and lines[rest].startswith(QUOTE):
        rest += 1
    if rest == start:
        return first, ()
    quoted = [line[1:].strip() for line in lines[start:rest]]
    return rest, tuple(unescape_text(text) for text in quoted if text)


@lru_cache(maxsize=64)
def official_texts(body: str, preamble: str) -> Mapping[str, tuple[str, ...]]:
    """Anchor of an article or of the preamble → its paragraphs, where the text was imported."""
    return {
        section.heading.anchor: section.paragraphs
        for section in quoted_sections(body, preamble)
        if section.heading and section.paragraphs
    }


def quotation_lines(paragraphs: Iterable[str]) -> list[str]:
    """Markdown that shows these paragraphs exactly, as a quotation."""
    lines: list[str] = []
    for paragraph in paragraphs:
        lines += [QUOTE] if lines else []
        lines.append(f"{QUOTE} {escape_text(paragraph)}")
    return lines


def escape_text(text: str) -> str:
    """One line of plain text as Markdown that shows it exactly."""
    text = _ENTITIES.sub(lambda match: f"&#{ord(match.group())};", text)
    text = _SPECIAL.sub(r"\\\g<0>", text.replace("&#", "\0")).replace("\0", "&#")
    return _OPENING.sub(_escape_opening, text, count=1) if _OPENING.match(text) else text


def _escape_opening(match: re.Match[str]) -> str:
    return f"{match['number']}\\." if match["number"] else f"&#{ord(match['sign'])};"


def unescape_text(text: str) -> str:
    """The plain text that a line of Markdown shows, as far as escape_text wrote it."""
    return html.unescape(_ESCAPED.sub(r"\1", text))


def paragraph_anchors(article_anchor: str, paragraphs: Sequence[str]) -> list[str]:
    """An anchor for each paragraph of an article: art-97-p2 (款), art-97-p1-i3 (项).

    A paragraph that opens with （一） is an item of the one before; the next that does not is the
    next 款, as citations count them.
    """
    anchors = []
    paragraph = item = 0
    for text in paragraphs:
        if _ITEM.match(text) and paragraph:
            item += 1
            anchors.append(f"{article_anchor}-p{paragraph}-i{item}")
        else:
            paragraph, item = paragraph + 1, 0
            anchors.append(f"{article_anchor}-p{paragraph}")
    return anchors


def clean_paragraph(text: str) -> str:
    """A paragraph as it is kept: blanks run together, none outside, none of no width."""
    return _BLANKS.sub(" ", text.replace("\u200b", "").replace("\ufeff", "")).strip()
