"""Put punctuation of another font back where it stands on the page: a PDF may draw it after its line."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

import pypdfium2

_DRAWN_LATER = "“”‘’"


@dataclass(frozen=True, slots=True)
class _Char:
    text: str
    left: float


def text_in_order(page: pypdfium2.PdfTextPage) -> str:
    """The text of a page, quotation marks by their places where they come too late in their line."""
    text: str = page.get_text_range()
    if not any(mark in text for mark in _DRAWN_LATER) or page.count_chars() != len(text):
        return text
    lines = []
    start = 0
    for line in text.split("\n"):
        is_marked = any(mark in line for mark in _DRAWN_LATER)
        lines.append(_line_in_order(page, start, line) if is_marked else line)
        start += len(line) + 1
    return "\n".join(lines)


def _line_in_order(page: pypdfium2.PdfTextPage, start: int, line: str) -> str:
    ending = "\r" if line.endswith("\r") else ""
    chars = []
    for number, shown in enumerate(line.removesuffix("\r"), start=start):
        left, _bottom, _right, _top = page.get_charbox(number)
        chars.append(_Char(shown, left))
    if all(one.left <= other.left + 1 for one, other in pairwise(chars)):
        return line
    kept: list[_Char] = []
    for char in chars:
        if char.text in _DRAWN_LATER:
            continue
        if kept and char.left < kept[-1].left - 1:
            if char.text.strip():
                return line  # more than quotation marks is out of order: nobody knows how
            continue  # a blank that parts the marks drawn later
        kept.append(char)
    late = sorted((char for char in chars if char.text in _DRAWN_LATER), key=lambda char: char.left)
    return _merged(kept, late) + ending


def _merged(kept: list[_Char], late: list[_Char]) -> str:
    """Both by their left edges; blanks that only stood in place of a mark are gone."""
    result: list[_Char] = []
    for char in sorted([*kept, *late], key=lambda char: char.left):
        before = result[-1] if result else None
        if char.text == " " and before and before.text in _DRAWN_LATER:
            continue
        if char.text in _DRAWN_LATER and before and before.text == " " and not _is_latin(result[:-1]):
            result.pop()
        result.append(char)
    return "".join(char.text for char in result)


def _is_latin(chars: list[_Char]) -> bool:
    return bool(chars) and chars[-1].text.isascii()
