"""Turn slides into the lines of a talk: a slide's title is a heading, its text a list."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from desk.documents.model import Line, Table

_LONGEST_TITLE = 40
_MOST_ON_COVER = 4  # lines


def slide_lines(blocks: Sequence[Line | Table]) -> tuple[Line | Table, ...]:
    """The lines of a presentation as an outline; the first slide's title is the talk's."""
    return tuple(_slide_lines(blocks))


def cover_of(blocks: Sequence[Line | Table]) -> str:
    """Where the cover is: a first slide of a title and a few lines; "" where there is none."""
    lines = [block for block in blocks if isinstance(block, Line) and block.text.strip()]
    first = [line for line in lines if line.where == lines[0].where]
    has_more = len(first) < len(lines)
    return lines[0].where if has_more and len(first) <= _MOST_ON_COVER and first[0].heading else ""


def _slide_lines(blocks: Sequence[Line | Table]) -> Iterator[Line | Table]:
    slide, last_title = "", ""
    for block in blocks:
        if isinstance(block, Table):
            yield block
            continue
        if not block.text.strip():
            yield block
            continue
        is_first = _slide_of(block.where) != slide
        was_none = not slide
        slide = _slide_of(block.where)
        text = block.text.strip()
        if block.heading or (is_first and len(text) <= _LONGEST_TITLE):
            if text != last_title:  # a title repeated on the next slide goes on
                yield replace(block, heading=1 if was_none else 2, is_list_item=False)
            last_title = text
        else:
            yield replace(block, heading=0, is_list_item=True, label="")


def _slide_of(where: str) -> str:
    """幻灯片 4 · 文本框 2 → 幻灯片 4."""
    return " ".join(where.split()[:2])
