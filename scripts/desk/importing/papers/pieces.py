"""A piece of a line, and what it announces."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from desk.importing.papers.headings import Heading
from desk.importing.papers.lines import PaperLine


@dataclass(slots=True, kw_only=True)
class Token:
    """A piece of a line. Kinds: number option label key run heading material case text ignored secret."""

    kind: str
    line: int
    start: int  # where the piece starts in its line, its mark included
    text_start: int
    end: int
    text: str  # behind the mark
    folded: str
    style: str = ""  # of a number
    value: int = 0
    label: str = ""  # a number as printed, an option's letter, a label's kind
    tick: str = ""  # a sign before the number or on the option
    tag: str = ""  # the word of a type tag
    tag_type: str = ""
    tag_score: str = ""
    keyed: str = ""  # the answer, where the text of a number is nothing else
    doubt: str = ""  # of a key
    heading: Heading | None = None
    span: tuple[int, int] = (0, 0)  # of a material: the numbers of its questions
    reason: str = ""  # of an ignored line
    is_after_blank: bool = False
    is_bracketed: bool = False
    has_evidence: bool = False  # of a number: options, an answer, a bracket or a gap before the next number
    is_strong: bool = False  # the same, options or an answer alone


def piece(
    lines: Sequence[PaperLine], index: int, kind: str, start: int, text_start: int, end: int, reason: str = ""
) -> Token:
    """A piece of the line at `index`, from `start`; its text runs from `text_start` to `end`."""
    line = lines[index]
    return Token(
        kind=kind,
        line=index,
        start=start,
        text_start=text_start,
        end=end,
        text=line.text[text_start:end].strip(),
        folded=line.folded[text_start:end].strip(),
        reason=reason,
        is_after_blank=line.is_after_blank and start == 0,
    )
