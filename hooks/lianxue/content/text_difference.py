"""The difference between two wordings of a paragraph, in marks that a reader can follow."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

# A number of an article, a year or a Latin word changes as a whole; other characters alone.
_TOKEN = re.compile(r"第[〇零一二三四五六七八九十百千0-9]+[编章节条款项]|[0-9]+|[A-Za-z]+|.", re.DOTALL)
_SHORT = 1  # character in common between two changes is marked along with them
_MOST_MARKS = 0.75  # of the longer text: beyond it the two are shown as wholly different
_FOLDED = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text; `is_changed` where the other wording lacks it."""

    text: str
    is_changed: bool


@dataclass(frozen=True, slots=True)
class Row:
    """A paragraph beside the one that took its place; () on one side where there is none."""

    old: tuple[Run, ...]
    new: tuple[Run, ...]


def compare_paragraphs(old: Sequence[str], new: Sequence[str]) -> tuple[Row, ...]:
    """The paragraphs of an article beside those of its successor, in order, with marks."""
    rows: list[Row] = []
    i = j = 0
    for old_index, new_index in [*_aligned(old, new), (len(old), len(new))]:
        rows.extend(Row((Run(text, True),), ()) for text in old[i:old_index])
        rows.extend(Row((), (Run(text, True),)) for text in new[j:new_index])
        if old_index < len(old):
            rows.append(mark_changes(old[old_index], new[new_index]))
        i, j = old_index + 1, new_index + 1
    return tuple(rows)


def mark_changes(old: str, new: str) -> Row:
    """Two wordings with what only one of them has marked."""
    if _FOLDED.sub("", old) == _FOLDED.sub("", new):
        return Row((Run(old, False),), (Run(new, False),))
    a, b = _TOKEN.findall(old), _TOKEN.findall(new)
    pieces = [
        [tag != "equal", "".join(a[a1:a2]), "".join(b[b1:b2])]
        for tag, a1, a2, b1, b2 in SequenceMatcher(None, a, b, autojunk=False).get_opcodes()
    ]
    joined: list[list[object]] = []
    for number, (changed, left, right) in enumerate(pieces):
        is_between = 0 < number < len(pieces) - 1 and len(str(left)) <= _SHORT
        is_changed = bool(changed) or (is_between and str(left) not in "，。；：、")
        if joined and joined[-1][0] == is_changed:
            joined[-1][1] = f"{joined[-1][1]}{left}"
            joined[-1][2] = f"{joined[-1][2]}{right}"
        else:
            joined.append([is_changed, left, right])
    row = Row(_runs(joined, 1), _runs(joined, 2))
    if max(_marked(row.old, old), _marked(row.new, new)) > _MOST_MARKS and len(joined) > 3:
        return Row((Run(old, True),), (Run(new, True),))
    return row


def _runs(pieces: Sequence[Sequence[object]], side: int) -> tuple[Run, ...]:
    return tuple(Run(str(piece[side]), bool(piece[0])) for piece in pieces if piece[side])


def _marked(runs: Sequence[Run], text: str) -> float:
    return sum(len(run.text) for run in runs if run.is_changed) / max(1, len(text))


def _aligned(old: Sequence[str], new: Sequence[str]) -> list[tuple[int, int]]:
    """Pairs of paragraphs that belong together, ascending on both sides, alike as a whole."""
    left, right = ([_pairs(text) for text in side] for side in (old, new))
    likeness = [[_likeness(a, b) for b in right] for a in left]
    best = [[0.0] * (len(new) + 1) for _ in range(len(old) + 1)]
    for i in range(len(old) - 1, -1, -1):
        for j in range(len(new) - 1, -1, -1):
            take = likeness[i][j] + best[i + 1][j + 1] if likeness[i][j] else 0.0
            best[i][j] = max(take, best[i + 1][j], best[i][j + 1])
    pairs, i, j = [], 0, 0
    while i < len(old) and j < len(new):
        if likeness[i][j] and best[i][j] == likeness[i][j] + best[i + 1][j + 1]:
            pairs.append((i, j))
            i, j = i + 1, j + 1
        elif best[i][j] == best[i + 1][j]:
            i += 1
        else:
            j += 1
    return pairs


def _likeness(left: set[str], right: set[str]) -> float:
    """0.3 to 1 for paragraphs that are the same or a rewording, 0 for others."""
    shared = len(left & right)
    likeness = 2 * shared / max(1, len(left) + len(right))
    return likeness if likeness >= 0.3 else 0.0


def _pairs(text: str) -> set[str]:
    text = _FOLDED.sub("", text)
    return {text[index : index + 2] for index in range(len(text) - 1)} or {text}
