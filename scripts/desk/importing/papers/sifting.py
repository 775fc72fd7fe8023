"""Take numbered text that is no question out of an outline: instructions, notes, a whole lecture."""

from __future__ import annotations

import re
from collections.abc import Sequence

from desk.importing.papers.items import Item, Outline
from desk.importing.papers.lines import PaperLine
from desk.importing.papers.margins import is_instruction
from desk.importing.papers.planning import BRACKET, asks
from desk.importing.papers.text import fold

_NOTE = "像是正文，没有题目的样子"


def sift(outline: Outline, lines: Sequence[PaperLine]) -> None:
    """Items without type, options, answer, gap or question mark become instructions or notes."""
    items = outline.items
    real = [item for item in items if _is_question(item)]
    first = min((item.lines[0] for item in real if item.lines), default=len(lines))
    for section in outline.sections:
        for item in [item for item in section.items if not _is_question(item)]:
            section.items.remove(item)
            for line in item.lines:
                if not real:
                    outline.ignored.setdefault(line, _NOTE)
                elif line < first:
                    outline.ignored.setdefault(line, "考试说明")
                else:
                    outline.unsure.setdefault(line, _NOTE)
    if not real:
        for line, reason in outline.unsure.items():
            if reason.startswith(("看不出", "像是")):
                outline.ignored.setdefault(line, _NOTE)


def _is_question(item: Item) -> bool:
    if item.section.is_typed or item.tag or item.fields.get("type") or item.material is not None:
        return True
    if item.options or item.answers or item.keys or item.points or item.tick:
        return True
    text = "".join(item.stem)
    if is_instruction(fold(text)):
        return False
    return (
        asks(text)
        or not item.style
        or bool(BRACKET.search(fold(text)[-4000:]) or re.search(r"[?？]|[(（]\s*[)）]", text))
    )
