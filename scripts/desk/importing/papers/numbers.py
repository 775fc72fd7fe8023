"""The numbers that open questions, materials and steps, by the way they are written."""

from __future__ import annotations

import re
from dataclasses import dataclass

from lianxue.reading.chinese_numerals import parse_number

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
        re.compile(
            rf"第\s*(?P<n>\d{{1,4}}|{_HAN}{{1,5}})\s*(?:小题|道题|题|问)(?:\s*[.、:)]|(?=[\s(\[【])|$)\s*"
            r"|(?:题目|试题|问题|题|Q|q|No\.?|NO\.?|#)\s*(?P<m>\d{1,4})\s*(?:[.、:)]|(?=[\s(\[【])|$)\s*"
        ),
    ),
    ("arabic", re.compile(r"(?P<n>\d{1,4})\s{0,4}(?=【(?:正确答案|参考答案|答案|解析)】)")),
    ("tab", re.compile(r"(?P<n>\d{1,6})\s*\t\s*(?=\S)")),
    (
        "arabic",
        re.compile(
            r"(?P<n>\d{1,4})\s*(?:[.、](?!\d{1,3}(?![\d年月日个名人条]))|、|[.](?=\s)|[:,](?!\d))\s*、?\s*"
        ),
    ),
    ("right", re.compile(r"(?P<n>\d{1,4})\)\s*[.、]?\s*")),
    ("alone", re.compile(r"(?P<n>\d{1,6})\s*$")),
    ("blank", re.compile(r"(?P<n>\d{1,4})\s+(?=[^\s\d.\-/])")),
    ("paren", re.compile(r"\(\s*(?P<n>\d{1,3})\s*\)\s*[.、]?\s*")),
    ("bracket", re.compile(r"[\[【]\s*(?:第\s*)?(?P<n>\d{1,4})\s*题?\s*[\]】]\s*")),
    ("han", re.compile(rf"(?P<n>{_HAN}{{1,4}})\s*[、.]\s*")),
    ("han_paren", re.compile(rf"\(\s*(?P<n>{_HAN}{{1,4}})\s*\)\s*、?\s*")),
    ("circled", re.compile(r"(?P<n>[①-⑳])\s*[.、]?\s*")),
    (
        "glued",
        re.compile(
            r"(?P<n>\d{1,3})(?=[\u4e00-\u9fff《“\"(【\[])(?![年月日天人名个种项条章款次届元万亿倍度时分秒岁周级号位家部点%％])"
        ),
    ),
)
_TICK = re.compile(r"\s*\(\s*(?P<tick>[√×TFtf对错]?)\s*\)\s*(?=\d{1,3}\s*[.、])")
_BEFORE_DIGITS = re.compile(r"\s*(?P<n>\d{1,4})\.(?!\d+\s?分\s*$)(?=\d+[^\d.\s])")
_MAY_START = re.compile(r"[\s*]*[\d(\[【第题问试QqN#①-⑳一二三四五六七八九十百]")


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


def number_before_digits(folded: str, wanted: int) -> Number | None:
    """3.10元以上…: a number, where it is the one to come, and no decimal."""
    match = _BEFORE_DIGITS.match(folded)
    if match is None or int(match["n"]) != wanted:
        return None
    return Number("arabic", wanted, match.end(), match["n"])


def _value(written: str) -> int | None:
    if written.isascii() and written.isdigit():
        return int(written)
    if len(written) == 1 and "①" <= written <= "⑳":
        return ord(written) - ord("①") + 1
    return parse_number(written)
