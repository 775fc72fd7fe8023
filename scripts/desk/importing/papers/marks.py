"""Answers of a paper shown by nothing but colour, highlight, bold or underline."""

from __future__ import annotations

from collections.abc import Sequence

from desk.drafts.option_marks import PLAIN, Found, Stretch, find_marks, stretches
from desk.importing.papers.items import Item, Option
from desk.importing.papers.lines import PaperLine
from desk.importing.papers.margins import read_mark_note


def read_marks(items: Sequence[Item], lines: Sequence[PaperLine]) -> Found:
    """What marks say of the questions that have options and no answer in words, by their positions.

    A question all of whose options are marked is doubted.
    """
    if not any(line.spans for line in lines):
        return Found()
    found = find_marks(
        {
            index: {option.letter: _stretches(option, lines) for option in item.options}
            for index, item in enumerate(items)
            if item.options and not any(item.answers) and not item.keys
        },
        next((note for line in lines if (note := read_mark_note(line.folded))), ""),
    )
    for index in found.whole:
        count = len(items[index].options)
        items[index].doubts.append(f"{count} 个选项全是{found.name}，请确认是不是都对")
    return found


def _stretches(option: Option, lines: Sequence[PaperLine]) -> list[Stretch]:
    return [
        stretch
        for line, start, end in option.pieces
        for stretch in (
            stretches(lines[line].spans, start, end) if lines[line].spans else [(end - start, PLAIN)]
        )
    ]


def underlined_in_stem(item: Item, lines: Sequence[PaperLine]) -> list[str]:
    """The underlined words of a stem, in order: fillings of gaps that were filled in."""
    found: list[str] = []
    for line, start, end in item.stem_pieces:
        position = 0
        previous = False
        for span in lines[line].spans:
            inside = max(0, min(end, position + len(span.text)) - max(start, position)) > 0
            if inside and span.is_underlined and span.text.strip(" _　"):
                if previous:
                    found[-1] += span.text
                else:
                    found.append(span.text)
                previous = True
            else:
                previous = False
            position += len(span.text)
    return [text.strip() for text in found]
