"""The numbers that open questions, materials and steps, by the way they are written."""

from __future__ import annotations

import re
from dataclasses import dataclass

from lianxue.reading.chinese_numerals import parse_number
from lianxue.reading.patterns import lazy_pattern

_HAN = "[一二三四五六七八九十百零〇]"


@dataclass(frozen=True, slots=True)
class Number:
    """A number at the start of a line: how it is written, its value, and where the text behind it starts."""

    style: str
    value: int
    end: int
    label: str  # as printed
    tick: str = ""  # what stood in a bracket before it: （√）1、


# Tried in order. `.` and `:` before a digit are no number's end (1.5, 12:30) but for a year or a date.
_STYLES: tuple[tuple[str, re.Pattern[str]], ...] = (
    (
        "title",
        lazy_pattern(
            rf"(?:【[^】]{{2,10}}】\s*)?第\s*(?P<n>\d{{1,4}}|{_HAN}{{1,5}})\s*(?:小题|道题|题|问|(?<=】第\d)期|(?<=】第\d\d)期|(?<=】第\d\d\d)期)(?:\s*[.、:)]|(?=[\s(\[【])|$)\s*"
            r"|(?:题目|试题|问题|题|Q|q|No\.?|NO\.?|#)\s*(?P<m>\d{1,4})\s*(?:[.、:)]|(?=[\s(\[【])|$)\s*"
        ),
    ),
    ("arabic", lazy_pattern(r"(?P<n>\d{1,4})\s{0,4}(?=【(?:正确答案|参考答案|答案|解析)】)")),
    ("tab", lazy_pattern(r"(?P<n>\d{1,6})\s*\t\s*(?=\S)")),
    (
        "arabic",
        lazy_pattern(
            r"(?P<n>\d{1,4})\s*(?:[.、](?!\d{1,3}(?![\d年月日个名人条]))|、|[.](?=\s)|[:,](?!\d)|,(?=\d{4}年))\s*、?\)?\s*"
        ),
    ),
    ("right", lazy_pattern(r"(?P<n>\d{1,4})[)】]\s*[.、]?\s*")),
    ("alone", lazy_pattern(r"(?P<n>\d{1,6})\s*$")),
    ("blank", lazy_pattern(r"(?P<n>\d{1,4})\s+(?=[^\s\d.\-/])")),
    ("paren", lazy_pattern(r"\(\s*(?P<n>\d{1,3})\s*\)\s*[.、]?\s*")),
    ("bracket", lazy_pattern(r"[\[【]\s*(?:第\s*)?(?P<n>\d{1,4})\s*题?\s*[\]】]\s*")),
    ("han", lazy_pattern(rf"(?P<n>{_HAN}{{1,4}})\s*[、.]\s*")),
    ("han_paren", lazy_pattern(rf"\(\s*(?P<n>{_HAN}{{1,4}})\s*\)\s*、?\s*")),
    ("circled", lazy_pattern(r"(?P<n>[①-⑳])\s*[.、]?\s*")),
    (
        "glued",
        lazy_pattern(
            r"(?P<n>\d{1,3})(?=[\u4e00-\u9fff《“\"(【\[])(?![年月日天人名个种项条章款次届元万亿倍度时分秒岁周级号位家部点%％])"
        ),
    ),
)
# （√）1． · （B）第 2 题 · （ ）3.）
_TICK = lazy_pattern(
    r"\s*\(\s*(?P<tick>[√×TFtf对错]?|正确|错误|[A-H](?:[\s、,]{0,2}[A-H]){0,7})\s*\)\s*"
    r"(?=\d{1,3}\s*[.、](?!\d{1,2}(?!\d))|\d{1,3}[)】]|第\s*\d{1,3}\s*题|#\s?\d)"
)
_BEFORE_DIGITS = lazy_pattern(r"\s*(?P<n>\d{1,4})\.(?!\d+\s?分\s*$)(?=\d+(?:\.\d+)?[^\d.\s])")
# 6 2018年3月… · 3:1.5倍…
_BEFORE_MEASURE = lazy_pattern(
    r"\s*(?P<n>\d{1,4})(?:\s{1,4}|\s?[:,]\s?)(?=\d{1,5}(?:\.\d{1,2})?(?:年|倍|%|个|名|月|日|条|项|次|种|人|元|万|亿|小时|周岁?))"
)
_MISREAD = lazy_pattern(r"(?P<n>[lI|O\d]{1,3})\s?[.、]\s*(?=[^\s\d.、])")
_DIGITS = str.maketrans("lI|O", "1110")
_MAY_START = lazy_pattern(r"[\s*]*[\d(\[【第题问试QqN#①-⑳一二三四五六七八九十百]")


def read_number(folded: str, start: int = 0) -> Number | None:
    """The number at `start` of a folded line, or None."""
    if not _MAY_START.match(folded, start):
        return None
    tick = ""
    if match := _TICK.match(folded, start):
        tick, start = match["tick"], match.end()
    while start < len(folded) and folded[start] in " \t*":
        start += 1
    for style, pattern in _STYLES:
        match = pattern.match(folded, start)
        if match is None:
            continue
        written = match["n"] or (match["m"] if style == "title" else "")
        value = _value(written)
        if value is not None:
            return Number(style, value, match.end(), written, tick)
    return None


def is_answer_before_number(folded: str) -> bool:
    """（B）1．…: the answer stands before the number; no option B."""
    return folded[:1] == "(" and bool(_TICK.match(folded))


def opening_number(folded: str, last: int | None, *, is_new: bool) -> Number | None:
    """The number a line opens with, read with the one before it in mind: 3.10元以上 is number 3 behind 2.

    `is_new`: a heading stands between, so that numbers may begin again; `last` None: no number is wanted.
    """
    number = read_number(folded)
    if number is not None or last is None:
        return number
    wanted = (last + 1, 1) if is_new else (last + 1,)
    found = (number_before_digits(folded, value) for value in wanted)
    return next((one for one in found if one), None) or misread_number(folded, last + 1)


def number_before_digits(folded: str, wanted: int) -> Number | None:
    """3.10元以上…: a number, where it is the one to come, and no decimal."""
    match = _BEFORE_DIGITS.match(folded) or _BEFORE_MEASURE.match(folded)
    if match is None or int(match["n"]) != wanted:
        return None
    return Number("arabic", wanted, match.end(), match["n"])


def misread_number(folded: str, wanted: int) -> Number | None:
    """l．… and 1O．…: digits that a scanner took for letters, where they are the number to come."""
    if folded[:1] not in "lI|O0123456789":
        return None
    match = _MISREAD.match(folded)
    if match is None or match["n"].translate(_DIGITS) != str(wanted):
        return None
    return Number("arabic", wanted, match.end(), str(wanted))


def _value(written: str) -> int | None:
    if written.isascii() and written.isdigit():
        return int(written)
    if len(written) == 1 and "①" <= written <= "⑳":
        return ord(written) - ord("①") + 1
    return parse_number(written)
