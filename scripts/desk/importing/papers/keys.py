"""Answer keys: 1-5 ABCDA, 1.A 2.B, tables of 题号 and 答案."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass

from desk.drafts.verdict_words import verdict_word
from desk.importing.papers.text import fold
from lianxue.reading.patterns import lazy_pattern

_LETTERS = r"[A-Z](?:(?:[\s、,;/]{0,2}|\s?→\s?)[A-Z](?![a-z])){0,11}"
_TICK = r"√|×|正确|错误|对|错|是|否|[TF](?![a-z])"
_TICKS = lazy_pattern(rf"(?:{_TICK})")
_RANGE = lazy_pattern(
    r"[\s,;、。|]*[(\[【]?(?:第\s*)?(?P<first>\d{1,4})\s*(?:-{1,3}|~|至|到)\s*(?:第\s*)?(?P<last>\d{1,4})\s*[)\]】]?\s*题?\s*(?:答案)?[.、:)]?\s*[\[(]?"
    rf"(?P<answers>(?:{_TICK}|[A-Z]|[\s、,;/.|])+?)[\])]?(?=[\s,;、。|]*(?:$|(?:第\s*)?\d|[\[(]\s*\d))"
)
_ENTRY = lazy_pattern(
    r"[\s,;、。|]*(?:第\s*(?P<c>\d{1,4})\s*题\s*[.、:]?|\(\s*(?P<a>\d{1,4})\s*\)|(?P<b>\d{1,4})\s*(?:[.、:)】]\s*|\s+|(?=[A-Z√×对错正(【])))\s*"
    rf"(?:【(?:正确|参考)?答案】\s*[:]?|(?:正确|参考)?答案\s*[:])?\s*[(\[]?\s*(?P<answer>{_TICK}|{_LETTERS})\s*[)\]]?(?=[\s,;、。|.]*(?:$|\d|\(\s*\d|第))[.]?"
)
_PREFIX_END = lazy_pattern(r"(?:第\s*)?\(?\d")
_END = lazy_pattern(r"[\s,;、。|.]*$")
_NUMBERS_ROW = lazy_pattern(r"\s*(?:题\s*号|序\s*号|题\s*目|编\s*号)[\s|:]+(?P<cells>\d[\d\s|.、]*)$")
_BARE_NUMBERS = lazy_pattern(r"\s*(?P<cells>\d{1,3}(?:\s*\t\s*\d{1,3}){2,60})\s*$")
_ANSWERS_ROW = lazy_pattern(r"\s*(?:正确|参考|标准)?答\s*案[\s|:]+(?P<cells>\S.*)$")
_HEADER_ROW = lazy_pattern(r"\s*(?:(?:题\s*号|序\s*号|答\s*案|选\s*项|题\s*型)[\s|]*){2,}$")
_KEYED = lazy_pattern(rf"\s*[(\[]?\s*(?P<answer>{_LETTERS}|{_TICK})\s*[)\]]?[\s。.;,]*$")
_MAY_BE = lazy_pattern(r"[A-Z√×对错正是否]")
_NEXT_NUMBER = lazy_pattern(r"(?<=[\s;。])(?P<n>\d{1,3})\s*[.、](?!\d)\s*")
_LONGEST = 20_000

_NUMBERS = r"\d{1,3}(?:[\s、,;.]{1,3}(?:和|及)?\s?\d{1,3}){0,200}"
_SIDES = lazy_pattern(
    r"\s*(?:[一二三四五六七八九十]{1,2}[、.]\s?)?(?:判断正误题|判断对错题|判断题|判断|是非题)?\s?(?:答案)?\s?[:]?\s?"
    rf"(?:(?P<first>正确|对|√|错误|错|×)(?:的)?(?:题号|题目|题)?(?:有|是|为)?\s?[:]?\s?(?P<a>{_NUMBERS})题?\s?[;,。\s]\s?)"
    rf"(?:(?P<second>正确|对|√|错误|错|×)(?:的)?(?:题号|题目|题)?(?:有|是|为)?\s?[:]?\s?(?P<b>{_NUMBERS})题?[\s。.;]*)$"
)


@dataclass(frozen=True, slots=True)
class KeyEntry:
    """What a key says of one number; `doubt` where it cannot be said."""

    number: int
    answer: str
    doubt: str = ""


def keyed(folded: str) -> str:
    """The answer a line of a key has behind its number; "" where it is more than an answer."""
    if len(folded) > 60:
        return ""
    match = _KEYED.match(folded)
    return match["answer"] if match else ""


def read_key_entries(folded: str, start: int = 0) -> list[KeyEntry]:
    """The entries of a line that is nothing but a key; [] for any other line."""
    if len(folded) > _LONGEST or not _MAY_BE.search(folded, start):
        return []
    entries: list[KeyEntry] = []
    position = start
    while not _END.match(folded, position):
        if match := _RANGE.match(folded, position):
            entries += _of_range(int(match["first"]), int(match["last"]), match["answers"])
        elif match := _ENTRY.match(folded, position):
            number = int(match["a"] or match["b"] or match["c"])
            entries.append(KeyEntry(number, match["answer"]))
        else:
            return []
        if match.end() == position:
            return []
        position = match.end()
    return entries


def read_sides(folded: str) -> list[KeyEntry]:
    """The entries of 判断题：对的：1、3、5；错的：2、4; [] for any other line."""
    match = _SIDES.match(folded) if ("对" in folded or "√" in folded or "正确" in folded) else None
    if match is None or verdict_word(match["first"]) == verdict_word(match["second"]):
        return []
    sides = ((match["first"], match["a"]), (match["second"], match["b"]))
    entries = [
        KeyEntry(int(number), verdict_word(word))
        for word, numbers in sides
        for number in re.findall(r"\d+", numbers)
    ]
    return sorted(entries, key=lambda entry: entry.number)


def key_behind(folded: str) -> tuple[int, list[KeyEntry]]:
    """Where a key starts behind other words (一、单选题：1-5 ABCDA), and its entries."""
    match = _PREFIX_END.search(folded)
    if match is None or match.start() > 60:
        return 0, []
    entries = read_key_entries(folded, match.start())
    if len(entries) >= 2 and match.start():
        return match.start(), entries
    later = _PREFIX_END.search(folded, match.end())  # 第1章答案 1-5 ABCDA
    if later is not None and later.start() <= 60:
        entries = read_key_entries(folded, later.start())
        if len(entries) >= 2 and folded[match.end() : later.start()].strip("0123456789 -~") != "":
            return later.start(), entries
    return 0, []


def split_entries(number: int, text: str) -> list[tuple[int, str]]:
    """A key's text that goes on with the next numbers on the same line: 五 2. 警告 3. 一年."""
    parts: list[tuple[int, str]] = []
    start = 0
    for match in _NEXT_NUMBER.finditer(fold(text)):
        if int(match["n"]) == number + 1:
            parts.append((number, text[start : match.start()].strip()))
            number, start = number + 1, match.end()
    parts.append((number, text[start:].strip()))
    return parts if all(part for _, part in parts) else [(parts[0][0], text.strip())]


def _of_range(first: int, last: int, answers: str) -> list[KeyEntry]:
    count = last - first + 1
    if not 0 < count <= 500:
        return [KeyEntry(first, "", f"答案表“{first}-{last}”的题号不对")]
    parts = [part for part in re.split(r"[\s、,;/|.]+", answers) if part]
    ticks = _TICKS.findall(answers) if not re.search(r"[A-EG-S]", answers) else []
    compact = re.sub(r"[\s、,;/|.]+", "", answers)
    if ticks and "".join(ticks) == compact:
        parts = ticks
    elif len(parts) != count and len(compact) == count:
        parts = list(compact)
    if len(parts) != count:
        said = f"答案表“{first}-{last}”应有 {count} 个答案，写了 {len(parts) if len(parts) > 1 else len(compact)} 个"
        return [KeyEntry(number, "", said) for number in range(first, last + 1)]
    return [KeyEntry(number, part) for number, part in zip(range(first, last + 1), parts, strict=True)]


def read_key_rows(numbers: str, answers: str) -> list[KeyEntry]:
    """The entries of two rows, 题号 1 2 3 over 答案 A B C; [] where the lines are no such rows."""
    if "\t" in numbers and (row := _BARE_NUMBERS.match(numbers)) and "\t" in answers:
        return _bare_rows(row["cells"].split(), answers.strip().split("\t"))
    top, bottom = _NUMBERS_ROW.match(numbers), _ANSWERS_ROW.match(answers)
    if top is None or bottom is None:
        return []
    found = [int(number) for number in re.findall(r"\d{1,4}", top["cells"])]
    cells = [cell.strip() for cell in re.split(r"\t|\|", bottom["cells"])] if "\t" in bottom["cells"] else []
    parts = cells if len(cells) == len(found) else bottom["cells"].split()
    if len(parts) != len(found):
        said = f"答案表有 {len(found)} 个题号，{len(parts)} 个答案"
        return [KeyEntry(number, "", said) for number in found]
    return [KeyEntry(number, part) for number, part in zip(found, parts, strict=True) if part]


def _bare_rows(numbers: Sequence[str], answers: Sequence[str]) -> list[KeyEntry]:
    """1 2 3 over B C A in the cells of a table without a word in front."""
    said = [keyed(answer.strip()) for answer in answers]
    is_row = len(numbers) == len(said) > 2 and all(said)
    steps = {int(after) - int(before) for before, after in itertools.pairwise(numbers)}
    if not is_row or steps != {1}:
        return []
    return [KeyEntry(int(number), answer) for number, answer in zip(numbers, said, strict=True)]


def is_key_header(folded: str) -> bool:
    """题号 答案 题号 答案: the header of a key in columns."""
    return len(folded) < 200 and bool(_HEADER_ROW.match(folded))
