"""Gaps of fill-in questions, found in the stem."""

from __future__ import annotations

import re
from collections.abc import Sequence

from desk.drafts.fillings import bracketed, split_numbered
from desk.importing.papers.text import fold
from lianxue.reading.patterns import lazy_pattern

GAP = "____"
_LINES = lazy_pattern(
    r"_{2,}\s*(?:[(\[]\s*(?:\d{1,2}|[①-⑳])\s*[)\]]|\d{1,2}|[①-⑳])\s*_{2,}|_(?:\s?_)+|-{4,}|─{3,}|\[填空\d*\]|\{\s*\d*\s*\}"
)
_BRACKETS = lazy_pattern(r"[(\[【]\s*_*\s*[)\]】]")
_NUMBERED_BRACKETS = lazy_pattern(r"[(\[【]\s*(?:\d{1,2}|[①-⑳])\s*[)\]】]")
_FILLED = lazy_pattern(r"[（(][^（）()]{1,40}[)）]|(?<!_)_[^_]{1,40}_(?!_)")
_DOTS = lazy_pattern(r"\.{6,}|…{2,}")
_DIGIT = lazy_pattern(r"(?<![\d.A-Za-z第])(\d)(?![\d%年月日个次届条A-Za-z]|\.\d)")


def has_empty_bracket(stem: str) -> bool:
    """Whether a stem has an empty bracket."""
    return bool(_BRACKETS.search(fold(stem)))


def words_in_brackets(stem: str) -> list[str]:
    """What stands in the brackets of a stem, bracket by bracket, brackets included."""
    return [match.group() for match in _FILLED.finditer(stem)]


def with_gaps(stem: str, count: int, labelled: bool, is_declared: bool) -> tuple[str, int]:
    """The stem with every gap as ____, and their number.

    `count` is what the answer says; `labelled`: the answer numbers its gaps, so that digits which
    stand in the stem alone, each once, are gaps that lost their lines.
    """
    folded = fold(stem)
    for pattern in (_LINES, _BRACKETS, _DOTS):
        found = list(pattern.finditer(folded))
        if pattern is _LINES and found and count > len(found):
            both = sorted([*found, *_BRACKETS.finditer(folded)], key=lambda match: match.start())
            found = both if len(both) == count else found
        if found:
            return _replace(stem, [match.span() for match in found]), len(found)
    numbered = list(_NUMBERED_BRACKETS.finditer(folded)) if is_declared else []
    if numbered and len(numbered) == count:
        return _replace(stem, [match.span() for match in numbered]), count
    if labelled and count:
        digits = list(_DIGIT.finditer(folded))
        if [int(match[1]) for match in digits] == list(range(1, count + 1)):
            return _replace(stem, [match.span() for match in digits]), -count
    return stem, 0


def _replace(stem: str, spans: Sequence[tuple[int, int]]) -> str:
    result, position = "", 0
    for start, end in spans:
        result += stem[position:start] + GAP
        position = end
    return result + stem[position:]


def number_of_fillings(text: str) -> tuple[int, bool]:
    """How many fillings an answer seems to have, and whether it numbers them."""
    numbered = split_numbered(text)
    if numbered:
        return len(numbered), True
    if groups := bracketed(text):
        return len(groups), False
    for separator in (r"\|", r"\n", r"[;；]", r"[、]"):
        parts = [part for part in re.split(separator, fold(text).strip()) if part.strip()]
        if len(parts) > 1:
            return len(parts), False
    return 1, False
