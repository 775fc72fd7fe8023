"""Forms of one question each: 题型, 题干, 选项 and 答案 beside what was filled in."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from desk.importing.records.words import role_of

Pair = tuple[str, str]  # what a cell is called, and what was filled in
_NEEDED = ({"stem"}, {"answer", "options", "option", "type"})
_MOST_NAMES = 0.6  # of the cells in front that name something a question has


def read_form(rows: Sequence[Sequence[str]]) -> list[list[Pair]]:
    """The questions of a table whose names stand beside their values, a list of pairs each; [] for any other."""
    pairs = [pair for row in rows for pair in _pairs(row)]
    named = sum(bool(role_of(name)[0]) for name, _value in pairs)
    is_header = sum(bool(role_of(value)[0]) for _name, value in pairs) > 1
    if len(pairs) < 3 or is_header or named < _MOST_NAMES * len(pairs) or any(len(row) > 6 for row in rows):
        return []
    questions: list[list[Pair]] = [[]]
    for name, value in pairs:
        if any(name == known for known, _value in questions[-1]):
            questions.append([])
        questions[-1].append((name, value))
    return questions if all(_is_question(question) for question in questions) else []


def _pairs(row: Sequence[str]) -> Iterator[Pair]:
    """题型 | 单选 | 难度 | 易: a name and what stands behind it; a value over merged cells is one."""
    cells = [cell.strip() for cell in row]
    cells = cells[:1] + [cell for before, cell in pairwise(cells) if cell != before or not cell]
    for name, value in zip(cells[::2], cells[1::2], strict=False):
        if name:
            yield name, value


def _is_question(pairs: Sequence[Pair]) -> bool:
    roles = {role_of(name)[0] for name, value in pairs if value}
    return all(roles & needed for needed in _NEEDED)
