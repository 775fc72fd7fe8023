"""Answers that are lists: fillings of gaps, points of a short answer."""

from __future__ import annotations

from collections.abc import Sequence

from desk.drafts.fillings import Gaps, synonyms
from desk.importing.records.record import Item


def items_as_fillings(items: Sequence[Item | tuple[str, ...]], count: int) -> Gaps | None:
    """The fillings of an answer that is a list: an item a gap, or several fillings of the only one."""
    groups = [item if isinstance(item, tuple) else (str(item).strip(),) for item in items]
    if len(groups) == count:
        return tuple(
            synonyms(group[0]) if len(group) == 1 else tuple(filter(None, group)) for group in groups
        )
    if count == 1:
        return (tuple(dict.fromkeys(part for group in groups for part in group if part)),)
    return None


def split_points(answer: str) -> tuple[str, ...]:
    """The points of a short answer: a line each."""
    return tuple(line.strip() for line in answer.split("\n") if line.strip())
