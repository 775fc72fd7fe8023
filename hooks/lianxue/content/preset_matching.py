"""Whether overlapping pools can fill the rows of an exam, with at least so many questions of each group.

The sets of questions that can be given places in the rows are the independent sets of a transversal
matroid. Therefore two separate questions are exact together: can the rows be filled, and can the quotas
be met within the rows? Where both can, the questions that meet the quotas extend to a full exam, because
augmenting a placement never takes a question out. practice/preset_draw.js decides the same.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

_Node = tuple[object, ...]
_SOURCE: _Node = ("source",)
_SINK: _Node = ("sink",)


@dataclass(frozen=True, slots=True, kw_only=True)
class Shortage:
    """How many questions there are for a row, and of a group, where they are too few."""

    rows: Mapping[int, int]
    quotas: Mapping[str, int]


def find_shortage(
    pools: Sequence[Sequence[int]],
    counts: Sequence[int],
    groups: Mapping[int, str],
    quotas: Mapping[str, int],
) -> Shortage:
    """What the pools of the rows lack; rows take what they can in their order, and so do quotas.

    `groups` gives the group of each question that has one. Questions that fit the same rows and are of
    the same group are as good as each other: they are counted, not told apart.
    """
    rows_of: dict[int, list[int]] = defaultdict(list)
    for row, pool in enumerate(pools):
        for question in pool:
            rows_of[question].append(row)
    kinds = Counter((groups.get(question, ""), tuple(rows)) for question, rows in rows_of.items())
    return Shortage(rows=_short_rows(kinds, counts), quotas=_short_quotas(kinds, counts, quotas))


_Kinds = Mapping[tuple[str, tuple[int, ...]], int]  # group and rows → how many questions


def _short_rows(kinds: _Kinds, counts: Sequence[int]) -> Mapping[int, int]:
    flow = _Flow()
    for kind, size in kinds.items():
        flow.add(_SOURCE, kind, size)
        for row in kind[1]:
            flow.add(kind, ("row", row), size)
    short = {}
    for row, count in enumerate(counts):
        flow.add(("row", row), _SINK, count)
        have = flow.push()
        if have < count:
            short[row] = have
    return short


def _short_quotas(kinds: _Kinds, counts: Sequence[int], quotas: Mapping[str, int]) -> Mapping[str, int]:
    flow = _Flow()
    for kind, size in kinds.items():
        flow.add(("group", kind[0]), kind, size)
        for row in kind[1]:
            flow.add(kind, ("row", row), size)
    for row, count in enumerate(counts):
        flow.add(("row", row), _SINK, count)
    short = {}
    for group, wanted in quotas.items():
        flow.add(_SOURCE, ("group", group), wanted)
        have = flow.push()
        if have < wanted:
            short[group] = have
    return short


@dataclass(frozen=True, slots=True)
class _Flow:
    """A maximum flow that grows with its network (Edmonds–Karp)."""

    free: dict[_Node, dict[_Node, int]] = field(default_factory=lambda: defaultdict(dict))

    def add(self, start: _Node, end: _Node, capacity: int) -> None:
        self.free[start][end] = self.free[start].get(end, 0) + capacity
        self.free[end].setdefault(start, 0)

    def push(self) -> int:
        """Send what can be sent from the source to the sink; how much more than before."""
        pushed = 0
        while path := self._path():
            amount = min(self.free[start][end] for start, end in path)
            for start, end in path:
                self.free[start][end] -= amount
                self.free[end][start] += amount
            pushed += amount
        return pushed

    def _path(self) -> list[tuple[_Node, _Node]]:
        """A shortest way with room on every step; empty where there is none."""
        came_from: dict[_Node, _Node] = {_SOURCE: _SOURCE}
        reached = [_SOURCE]
        for node in reached:  # grows while it is walked
            for other, room in self.free[node].items():
                if room and other not in came_from:
                    came_from[other] = node
                    reached.append(other)
        path: list[tuple[_Node, _Node]] = []
        end = _SINK
        while end in came_from and end != _SOURCE:
            path.append((came_from[end], end))
            end = came_from[end]
        return path
