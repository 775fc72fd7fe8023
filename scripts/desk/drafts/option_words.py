"""How answers speak of options in words: all of them, or by an option's own text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from lianxue.reading.folding import fold_for_likeness
from lianxue.reading.patterns import lazy_pattern

Options = Sequence[tuple[str, str]]  # (label, text)

_ALL = lazy_pattern(r"(?:以上)?(?:全选|全部选|全都选|都选|全对|都对|全部|全部正确|均正确|所有选项|全部选项)$")
# Tried in this order: an option's own text may hold a mark that parts others.
_APART = (r"\n", r"[|｜]+", r"[;；]", r"[;；|｜\n]", r"[、]", r"[,，]", r"[、,，]", r"/")
likeness = lru_cache(maxsize=8192)(fold_for_likeness)  # an option is compared more than once


def names_all(folded: str) -> bool:
    """Whether an answer says 全选 or the like and nothing else."""
    return _ALL.match(folded) is not None


def labels_by_text(text: str, options: Options) -> tuple[str, ...]:
    """The options whose text an answer is: the whole of it, or every part of it.

    () where it is none, where two options have the same text, and where one is named twice.
    """
    by_text: dict[str, list[str]] = {}
    for label, option in options:
        by_text.setdefault(likeness(option), []).append(label)
    if whole := by_text.get(likeness(text)):
        return tuple(whole) if len(whole) == 1 else ()
    for mark in _APART:
        parts = [part for part in re.split(mark, text) if part.strip()]
        found = [by_text.get(likeness(part), []) for part in parts]
        if len(parts) > 1 and all(len(labels) == 1 for labels in found):
            named = tuple(labels[0] for labels in found)
            return named if len(set(named)) == len(named) else ()
    return ()
