"""How months, days, plain ids and names of files are spelt."""

from __future__ import annotations

import re
from datetime import date

_MONTH = re.compile(r"20[0-9]{2}-(?:0[1-9]|1[0-2])")
_RESERVED = re.compile(r"(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?:\..*)?", re.IGNORECASE)
_PLAIN_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


def is_month(text: str) -> bool:
    """Whether a text is a month such as 2026-04."""
    return _MONTH.fullmatch(text) is not None


def is_plain_id(text: str) -> bool:
    """Whether a text can be part of an address and name a file anywhere: gift-limits."""
    return _PLAIN_ID.fullmatch(text) is not None


def is_reserved_name(name: str) -> bool:
    """Whether Windows keeps the name of a file or folder for a device: con, aux.md, COM1."""
    return _RESERVED.fullmatch(name) is not None


def period_words(period: str) -> str:
    """A year or a month as it is shown: 2026 年, 2026 年 4 月."""
    year, _, month = period.partition("-")
    return f"{year} 年 {int(month)} 月" if month else f"{year} 年"


def day_words(day: date) -> str:
    """A day as it is shown: 2026 年 4 月 3 日."""
    return f"{day.year} 年 {day.month} 月 {day.day} 日"
