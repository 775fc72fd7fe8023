"""Options named by numbers: 1. 2. 3. 4., ① ② ③ or （1）（2）（3） below a stem, the answer one of them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from desk.drafts.draft import TO_CHECK
from desk.importing.papers.answers import read_letters
from desk.importing.papers.body import answer_texts
from desk.importing.papers.items import Item, Option
from desk.importing.papers.text import fold, quoted
from lianxue.reading.patterns import lazy_pattern

_CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩"
_STYLES: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("circled", lazy_pattern(r"(?P<n>[①-⑩])\s{0,4}[.、]?\s{0,4}")),
    ("paren", lazy_pattern(r"\(\s?(?P<n>\d)\s?\)\s{0,4}[.、]?\s{0,4}")),
    ("arabic", lazy_pattern(r"(?<![\d.])(?P<n>\d)\s?[.、](?!\d)\s{0,4}")),
    ("right", lazy_pattern(r"(?<![\d.(])(?P<n>\d)\)\s{0,4}")),
)
_ASKS = lazy_pattern(r"(?:[(\[【]\s*[)\]】]|_{2,}|[?:。？是有为括])\s*[。.?:]?\s*$")
_COUNTS = lazy_pattern(r"几|多少|个|项数")
_PLAIN = lazy_pattern(r"[\s(]*(?P<all>\d(?:[\s、,;/)(]{0,4}\d){0,9})[\s).。]*$")
_CIRCLES = lazy_pattern(rf"[\s(]*(?P<all>[{_CIRCLED}](?:[\s、,;/]{{0,3}}[{_CIRCLED}]){{0,9}})[\s).。]*$")
_MOST = 10
CHOICES = ("single_choice", "multiple_choice", "choice")


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberedList:
    """The list that ends a stem: how its numbers are written, the stem before it, its texts."""

    style: str
    stem: str
    texts: tuple[str, ...]


def read_list(text: str) -> NumberedList | None:
    """The list 1, 2, 3 … that ends a text, behind words that ask for one of it; None where there is none."""
    folded = fold(text)
    for style, pattern in _STYLES:
        marks: list[re.Match[str]] = []
        for match in pattern.finditer(folded):
            value = _CIRCLED.index(match["n"]) + 1 if match["n"] in _CIRCLED else int(match["n"])
            is_apart = match.start() and (folded[match.start() - 1].isspace() or style != "arabic")
            if value == len(marks) + 1 and is_apart:
                marks.append(match)
        if not 2 <= len(marks) < _MOST:
            continue
        lead = text[: marks[0].start()].rstrip()
        is_new_line = "\n" in text[len(lead) : marks[0].start()]
        if not lead or not (is_new_line or _ASKS.search(fold(lead)[-12:])):
            continue
        ends = [match.start() for match in marks[1:]] + [len(text)]
        texts = tuple(
            text[match.end() : end].strip(" \t\n;；") for match, end in zip(marks, ends, strict=True)
        )
        if all(texts):
            return NumberedList(style=style, stem=lead, texts=texts)
    return None


def take_numbered_options(item: Item, declared: str, *, has_letters: bool) -> None:
    """Name the numbered options of a question A, B, C … and its answers with them, where it has any.

    `has_letters`: other questions of the file have options with letters, so that a letter may
    speak of options that were lost.
    """
    if item.options or declared not in ("", *CHOICES):
        return
    found = read_list("\n".join(piece.strip() for piece in item.stem))
    if found is None:
        return
    count = len(found.texts)
    texts = answer_texts(item)
    named = [_letters(text, found, declared) for text in texts]
    if (not declared and not texts) or not all(named):
        return
    if _is_ambiguous(found, texts, declared):
        item.doubts.append(f"题干下面列有编号，答案“{quoted(texts[0])}”是编号还是个数，看不出来")
        return
    by_letters = [text for text in texts if read_letters(text, ())]
    if by_letters and (has_letters or len(by_letters) < len(texts)):
        item.doubts.append(f"选项用数字编号，答案却是字母{TO_CHECK}")
    if any(max(map(ord, letters)) - ord("A") >= count for letters in named):
        return
    if not declared and any(list(letters) != sorted(letters) for letters in named):
        item.doubts.append("答案的次序与选项不同，看不出是选择还是排序")
    item.stem = [found.stem]
    item.options = [
        Option(letter=chr(ord("A") + index), texts=[text], pieces=[])
        for index, text in enumerate(found.texts)
    ]
    item.answers = [lines for lines in item.answers if any(line.strip() for line in lines)]
    item.answers = [["".join(letters)] for letters in named[: len(item.answers)]]
    for entry, letters in zip(
        [entry for entry in item.keys if any(entry.answer)], named[len(item.answers) :], strict=False
    ):
        entry.answer = ["".join(letters)]
    item.remarks.append("选项原来用数字编号，已换成字母")


def _letters(text: str, found: NumberedList, declared: str) -> tuple[str, ...]:
    """The letters that an answer by number, or by letter, stands for; () where it is neither."""
    folded = fold(text)
    if match := _CIRCLES.match(folded):
        return tuple(chr(ord("A") + _CIRCLED.index(sign)) for sign in match["all"] if sign in _CIRCLED)
    if match := _PLAIN.match(folded):
        numbers = [int(digit) for digit in re.findall(r"\d", match["all"])]
        return tuple(chr(ord("A") + number - 1) for number in numbers) if min(numbers) else ()
    letters = read_letters(text, ())
    return letters if letters and (declared or max(letters) < chr(ord("A") + len(found.texts))) else ()


def _is_ambiguous(found: NumberedList, texts: Sequence[str], declared: str) -> bool:
    """以下正确的有（ ）个 over ①②③, the answer 2: how many, not which."""
    has_plain = any(_PLAIN.match(fold(text)) for text in texts)
    is_circled = found.style == "circled"
    asks_number = bool(_COUNTS.search(found.stem[-16:]))
    return has_plain and (asks_number or (is_circled and not declared))
