"""Questions on one line each: 题干|选项|选项 : 正确选项的文字."""

from __future__ import annotations

import re
from collections.abc import Sequence

from desk.drafts.draft import Draft, PaperReading, Unsure
from desk.drafts.option_words import labels_by_text
from desk.importing.papers.answers import read_letters
from desk.importing.papers.lines import MOST_CHARACTERS, PaperLine
from desk.importing.papers.text import fold, quoted, shown
from lianxue.content.letters import letter
from lianxue.reading.patterns import lazy_pattern

_MOST_OPTIONS = 26
_TAIL = lazy_pattern(r"\s[:]\s|[:]\s*(?=[^:|]*$)")
_ENOUGH = 0.6  # of the lines


def is_of_pipes(lines: Sequence[PaperLine]) -> bool:
    """Whether most lines are whole questions of this shape."""
    found = sum(_parts(line) is not None for line in lines[:200])
    return bool(found) and found >= _ENOUGH * min(len(lines), 200)


def read_pipes(name: str, lines: Sequence[PaperLine]) -> PaperReading:
    """Every line a question; lines of another shape are unsure."""
    drafts, unsure = [], []
    for line in lines:
        parts = _parts(line)
        if parts is None:
            unsure.append(Unsure(line=line.source, reason="不是“题干|选项|选项 : 正确选项”的样子"))
        else:
            drafts.append(_draft(line, *parts))
    return PaperReading(file=name, drafts=tuple(drafts), ignored=(), unsure=tuple(unsure))


def _parts(line: PaperLine) -> tuple[str, list[str], str] | None:
    """(stem, options, answer) of a line, or None."""
    folded = line.folded
    if len(folded) > MOST_CHARACTERS or folded.count("|") < 2 or "\t" in folded:
        return None
    last = folded.rfind("|")
    tails = list(_TAIL.finditer(folded, last))
    if not tails:
        return None
    cells = line.text[: tails[-1].start()].replace("｜", "|").split("|")
    answer = line.text[tails[-1].end() :].strip()
    stem, options = cells[0].strip(), [cell.strip() for cell in cells[1:] if cell.strip()]
    return (stem, options, answer) if stem and 2 <= len(options) <= _MOST_OPTIONS else None


def _draft(line: PaperLine, stem: str, texts: Sequence[str], answer: str) -> Draft:
    options = [
        (letter(index), shown(re.sub(r"^[A-Za-z]\s*[.、．:：]\s*", "", text)))
        for index, text in enumerate(texts)
    ]
    letters = labels_by_text(answer, options) or read_letters(fold(answer), [])
    doubts: list[str] = []
    if not letters:
        doubts.append(f"答案“{quoted(answer)}”不是哪个选项的文字" if answer else "没有答案")
    elif outside := [label for label in letters if label not in dict(options)]:
        doubts.append(f"答案 {'、'.join(outside)} 不在选项 {'、'.join(dict(options))} 中")
        letters = ()
    number = re.match(r"\s*(\d{1,4})\s*[.、．]\s*(?!\d)", stem)
    return Draft(
        type="single_choice" if len(letters) == 1 else "multiple_choice" if letters else "",
        stem=shown(stem[number.end() :] if number else stem),
        options=tuple(options),
        answer=tuple(label for label, _ in options if label in letters),
        number=number[1] if number else "",
        lines=(line.source,),
        doubts=tuple(doubts),
    )
