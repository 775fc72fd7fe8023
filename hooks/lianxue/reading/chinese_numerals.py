"""Chinese numerals as numbers, and numbers as Chinese numerals."""

from __future__ import annotations

import re

_DIGITS = {
    character: value
    for value, characters in enumerate(
        ("〇零○", "一壹", "二贰两", "三叁", "四肆", "五伍", "六陆", "七柒", "八捌", "九玖")
    )
    for character in characters
}
_UNITS = {"十": 10, "拾": 10, "百": 100, "佰": 100, "千": 1000, "仟": 1000}
_SECTIONS = {"万": 10**4, "萬": 10**4, "亿": 10**8, "億": 10**8}
_RUN = re.compile(f"[{''.join([*_DIGITS, *_UNITS, *_SECTIONS])}]+")
_ZEROS = frozenset("〇零○")
_MOST_DIGITS = 16  # more of them are no number anyone means, and int() refuses thousands


def parse_number(text: str) -> int | None:
    """The number a run of Chinese numerals stands for, or None where it reads as none.

    Without a unit each character is a digit (二〇二六 → 2026); with units the places must
    descend (一百五十八 → 158, 一百零五 → 105; 一百五, 一万二 and 三二十 stay text).
    """
    if not text or any(c not in _DIGITS and c not in _UNITS and c not in _SECTIONS for c in text):
        return None
    if all(character in _DIGITS for character in text):
        return int(_as_digits(text)) if len(text) <= _MOST_DIGITS else None
    total, last_size = 0, 0
    for section_mark, size in (("亿億", 10**8), ("万萬", 10**4), ("", 1)):
        head, mark, tail = _split_at(text, section_mark)
        if not mark and section_mark:
            continue
        head, text = (head, tail) if mark else (text, "")
        if not mark and not head:
            break
        value = _parse_section(head, may_start_with_zero=total > 0)
        if value is None or (mark and value == 0):
            return None
        if total and value * size * 10 < last_size and head[0] not in _ZEROS:
            return None  # 一万二 is 12,000 in speech: too doubtful to fold
        total, last_size = total + value * size, size
    return total


def _as_digits(text: str) -> str:
    return "".join(str(_DIGITS[character]) for character in text)


def _split_at(text: str, marks: str) -> tuple[str, str, str]:
    for index, character in enumerate(text):
        if character in marks:
            return text[:index], character, text[index + 1 :]
    return "", "", text


def _parse_section(text: str, *, may_start_with_zero: bool) -> int | None:
    """A number below 10,000 by places, or None."""
    total, last_unit, digit, zero_before = 0, 10**4, None, False
    for index, character in enumerate(text):
        if character in _ZEROS:
            if digit is not None or zero_before or (index == 0 and not may_start_with_zero):
                return None
            zero_before = True
        elif character in _DIGITS:
            if digit is not None:
                return None
            digit = _DIGITS[character]
        elif character in _UNITS:
            unit = _UNITS[character]
            if unit >= last_unit:
                return None
            if digit is None:
                if unit != 10 or index != 0:
                    return None
                digit = 1
            if zero_before is False and total and unit * 10 < last_unit:
                return None
            total, last_unit, digit, zero_before = total + digit * unit, unit, None, False
        else:
            return None
    if digit is not None:
        if total and last_unit > 10 and not zero_before:
            return None  # 一百五 is 150 in speech: too doubtful to fold
        return total + digit
    return None if zero_before or not text else total


def fold_numerals(text: str) -> str:
    """Every run of Chinese numerals that reads as a number, in Arabic digits (二〇二六 → 2026)."""
    return _RUN.sub(_fold_run, text)


def _fold_run(match: re.Match[str]) -> str:
    run = match.group()
    if all(character in _DIGITS for character in run):
        return _as_digits(run)
    number = parse_number(run)
    return run if number is None else str(number)


def format_number(number: int) -> str:
    """A number from 1 to 9999 in Chinese numerals as articles are numbered (158 → 一百五十八)."""
    if not 0 < number < 10**4:
        raise ValueError(f"no article has the number {number}")
    result, zero = "", False
    for unit, name in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit, number = divmod(number, unit)
        if digit:
            result += ("零" if zero and result else "") + "零一二三四五六七八九"[digit] + name
            zero = False
        else:
            zero = True
    return result.removeprefix("一") if result.startswith("一十") else result
