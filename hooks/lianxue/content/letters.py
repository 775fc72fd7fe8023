"""The labels of options."""

from __future__ import annotations

from lianxue.reading.folding import fold_width

_ALPHABET = 26


def letter(index: int) -> str:
    """The usual label of an option by its position from 0: A to Z, then 27, 28 …"""
    return chr(ord("A") + index) if index < _ALPHABET else str(index + 1)


def letters(count: int) -> tuple[str, ...]:
    """The usual labels of so many options."""
    return tuple(map(letter, range(count)))


def fold_label(text: str) -> str:
    """A label as ids are compared: Ａ and a are A."""
    return fold_width(text).strip().rstrip(".、．:").upper()
