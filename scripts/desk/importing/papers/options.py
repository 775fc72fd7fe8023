"""The options of a line: A. B. C. each on its own line or glued together."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice

from lianxue.reading.patterns import lazy_pattern

# In descending trust: a letter with a mark behind it, before ①, before blanks, before a Chinese character.
_START = lazy_pattern(
    r"[\s*○●◯⚪◎□■◻◼]{0,40}(?P<tick>√|\[√\]|\(√\)|☆|★)?\s?"
    r"(?:[(\[【]\s?(?P<a>[A-Za-z])\s?[)\]】]\s?[.、:]?|选项\s?(?P<s>[A-Z])\s?[.、:]?|(?P<b>[A-Za-z])\s?(?:[.、:,)。](?!\s?[:])|-(?=[\u4e00-\u9fff\d]))|(?P<c>[A-Z])(?=[①-⑳])|(?P<w>[A-Z])(?=\s+\S)|(?P<x>[A-Z])(?=[\u4e00-\u9fff《“]))\s*"
)
_INSIDE = lazy_pattern(
    r"(?:[(\[【]\s?(?P<a>[A-Z])\s?[)\]】]\s?[.、:]?|(?<![A-Za-z])(?P<b>[A-Z])\s?(?P<mark>[.、:,)。-])|(?<![A-Za-z])(?P<c>[A-Z])(?=[①-⑳])"
    r"|(?<=\s)(?P<w>[A-Z])(?=\s+\S)|(?<=[\s\u4e00-\u9fff”》])(?P<x>[A-Z])(?=[\u4e00-\u9fff《“]))\s*"
)
_NEXT_IS_LETTER = lazy_pattern(r"\s?[A-Z](?![A-Za-z0-9])")
MOST = 26
_WINDOW = 5  # lines that are looked at for the next label
_MOST_LETTERS = 200  # of a line, looked at for labels


@dataclass(frozen=True, slots=True)
class OptionMark:
    """An option's label in a line."""

    letter: str
    start: int
    end: int
    strength: str  # mark circled blank bare
    sign: str = ""
    tick: str = ""


def option_at_start(folded: str, start: int = 0) -> OptionMark | None:
    """The option a line opens with."""
    match = _START.match(folded, start)
    return _mark(match) if match else None


_STRENGTHS = {"a": "mark", "b": "mark", "s": "mark", "c": "circled", "w": "blank", "x": "bare"}


def _mark(match: re.Match[str]) -> OptionMark:
    name = match.lastgroup or ""
    sign = "(" if name in ("a", "s") else match.group().strip()[1:2]
    if name == "mark":
        name, sign = "b", match["mark"]
    tick = "√" if "tick" in match.re.groupindex and match["tick"] else ""
    return OptionMark(match[name].upper(), match.start(), match.end(), _STRENGTHS[name], sign, tick)


def is_list_of_letters(folded: str, mark: OptionMark) -> bool:
    """Whether a label is rather the first of several letters in a sentence: A、B 两村."""
    return mark.sign in ("、", ",") and bool(_NEXT_IS_LETTER.match(folded, mark.end))


def options_after(folded: str, first: OptionMark, next_letter: str) -> list[OptionMark]:
    """The labels behind the one the line opens with: the alphabet goes on, in the same way of writing.

    `next_letter` is the label that opens the next line of options: what it repeats was no label here.
    """
    found: list[OptionMark] = []
    last = first
    if folded[first.start : first.end].strip(" ([").islower():  # a. … b. …
        upper = folded.upper()
        folded = upper if len(upper) == len(folded) else folded
    for match in islice(_INSIDE.finditer(folded, first.end), _MOST_LETTERS):
        mark = _mark(match)
        if mark.strength in ("blank", "bare") and mark.strength != first.strength:
            continue
        is_apart = match.start() > 0 and folded[match.start() - 1] in " \t"
        is_next = ord(mark.letter) == ord(last.letter) + 1
        if mark.sign and mark.sign in ",。-" and not (first.sign == mark.sign and is_next and is_apart):
            continue
        if mark.sign == ")" and not is_apart and not (first.sign == ")" and is_next):
            continue
        if is_next and (
            is_apart or mark.strength == "circled" or mark.sign == first.sign or _alike(mark, first)
        ):
            pass
        elif not (
            is_apart
            and mark.strength == "mark"
            and ord(last.letter) < ord(mark.letter) <= ord(last.letter) + 3
            and mark.sign == first.sign
        ):
            continue
        if mark.start <= last.end and not is_apart:
            continue
        if is_list_of_letters(folded, mark):
            continue
        found.append(mark)
        last = mark
        if len(found) >= MOST:
            break
    while found and next_letter and found[-1].letter >= next_letter and first.letter < next_letter:
        found.pop()
    return found


def has_better_near(heads: Sequence[OptionMark | None], index: int) -> bool:
    """Options written with a mark follow: a letter before a word was a name (A县)."""
    for head in heads[index + 1 : index + 1 + _WINDOW]:
        if head is not None and head.letter in "AB":
            return head.letter == "A" and head.strength == "mark"
    return False


def is_followed(heads: Sequence[OptionMark | None], index: int, head: OptionMark) -> bool:
    """The next letter opens one of the next lines, before any A."""
    wanted = chr(ord(head.letter) + 1)
    for other in heads[index + 1 : index + 1 + _WINDOW]:
        if other is not None and other.letter == wanted:
            return other.strength == head.strength or "mark" in (other.strength, head.strength)
        if other is not None and other.letter == "A":
            return False
    return False


def _alike(mark: OptionMark, first: OptionMark) -> bool:
    return {mark.sign, first.sign} <= {".", "、", ":"}


def options_in_text(folded: str, start: int, next_letter: str) -> list[OptionMark]:
    """The options glued behind a stem on its own line: an A, and a B behind it or on the next line."""
    for count, match in enumerate(_INSIDE.finditer(folded, start)):
        if count >= 40:
            break
        mark = _mark(match)
        if mark.letter != "A" or mark.strength == "bare" or is_list_of_letters(folded, mark):
            continue
        if mark.start == start:
            continue
        rest = options_after(folded, mark, next_letter)
        before = folded[: mark.start].rstrip()
        is_apart = mark.start > 0 and (folded[mark.start - 1] in " \t" or before[-1:] in "。)】:?？_!.;")
        if rest and (is_apart or len(rest) >= 2):
            return [mark, *rest]
        if not rest and next_letter == "B" and is_apart:
            return [mark]
    return []
