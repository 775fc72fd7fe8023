"""Find for each article of a new version the one it grew from: by content, not by number."""

from __future__ import annotations

import math
import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Mapping, Sequence

_FOLDED = re.compile(r"[\s，。；：、（）()“”《》]+")
_SURE = 0.75  # likeness at which two articles belong together wherever they stand
_ALIKE = 0.3  # below it they do not, but in the gap between two pairs
_IN_GAP = 0.18
_HELD_IN_GAP = 0.5  # or this share of one is in the other
_NEIGHBOUR_BONUS = 0.12
_COMMON, _COMMON_SHARE = 60, 0.04  # a pair in more texts than that says nothing and costs the most
_PART = 0.6  # of an article's weight found in another: it was split off or taken in

Pairs = Sequence[tuple[int, int]]
Weights = Mapping[str, float]


def match_texts(old: Sequence[str], new: Sequence[str]) -> Pairs:
    """(old, new) indexes of the texts that belong together, by new index; each stands once.

    Likeness is the share of weighted character pairs in common: the phrases that every article
    has (给予警告或者严重警告处分) weigh next to nothing. First the sure ones are taken, then the
    others by likeness, where those next to neighbours already paired have the preference.
    """
    left, right = _profiles(old, new)
    shared = _shared(left, right)
    sizes = [[sum(profile.values()) for profile in group] for group in (left, right)]
    likeness = {(i, j): 2 * weight / (sizes[0][i] + sizes[1][j]) for (i, j), weight in shared.items()}
    held = {(i, j): weight / min(sizes[0][i], sizes[1][j]) for (i, j), weight in shared.items()}
    found: dict[int, int] = {}  # new → old
    taken: set[int] = set()
    near = [pair for pair in shared if likeness[pair] >= _IN_GAP or held[pair] >= _HELD_IN_GAP]
    near.sort(key=lambda pair: (-likeness[pair], abs(pair[0] - pair[1]), pair))
    for i, j in near:
        if likeness[i, j] >= _SURE and j not in found and i not in taken:
            found[j] = i
            taken.add(i)
    while True:
        best, choice = 0.0, None
        near = [(i, j) for i, j in near if j not in found and i not in taken]
        for i, j in near:
            score = likeness[i, j] + _NEIGHBOUR_BONUS * _neighbours(i, j, found)
            if score > best and (likeness[i, j] >= _ALIKE or _is_in_gap(i, j, found)):
                best, choice = score, (i, j)
        if choice is None:
            return sorted(((i, j) for j, i in found.items()), key=lambda pair: pair[1])
        found[choice[1]] = choice[0]
        taken.add(choice[0])


def sources_of_parts(parts: Sequence[str], wholes: Sequence[str]) -> Sequence[int | None]:
    """For each text the index of the one whose wording holds most of it, None where none does."""
    left, right = _profiles(parts, wholes)
    shared = _shared(left, right)
    result: list[int | None] = []
    for i, part in enumerate(left):
        total = sum(part.values())
        shares = [(shared[i, j] / total, -j) for j in range(len(right)) if (i, j) in shared] if total else []
        best = max(shares, default=(0.0, 0))
        result.append(-best[1] if best[0] >= _PART else None)
    return result


def moved(order: Sequence[int]) -> set[int]:
    """The members of a sequence that stand outside its longest ascending run: they changed places."""
    tails: list[int] = []  # smallest last member of an ascending run, by length
    ends: list[int] = []  # positions of those
    before: list[int] = []
    for position, value in enumerate(order):
        length = bisect_left(tails, value)
        before.append(ends[length - 1] if length else -1)
        tails[length : length + 1] = [value]
        ends[length : length + 1] = [position]
    kept: set[int] = set()
    position = ends[-1] if ends else -1
    while position >= 0:
        kept.add(order[position])
        position = before[position]
    return set(order) - kept


def _neighbours(i: int, j: int, found: Mapping[int, int]) -> int:
    """How many of the two neighbours of a pair are pairs too."""
    return (found.get(j - 1) == i - 1) + (found.get(j + 1) == i + 1)


def _is_in_gap(i: int, j: int, found: Mapping[int, int]) -> bool:
    """Whether the nearest pairs on both sides leave room for this one."""
    before = max((other for other in found if other < j), default=None)
    after = min((other for other in found if other > j), default=None)
    return (before is None or found[before] < i) and (after is None or i < found[after])


def _profiles(*texts: Sequence[str]) -> tuple[Sequence[Weights], ...]:
    """The character pairs of each text with their weights: how often, and how rare among all."""
    counted = [[_pairs(text) for text in group] for group in texts]
    everything = [pairs for group in counted for pairs in group]
    spread = Counter(pair for pairs in everything for pair in pairs)
    most = max(_COMMON, len(everything) * _COMMON_SHARE)
    weight = {
        pair: math.log((len(everything) + 1) / count) ** 1.5
        for pair, count in spread.items()
        if count <= most
    }
    return tuple(
        [{pair: weight[pair] * count for pair, count in pairs.items() if pair in weight} for pairs in group]
        for group in counted
    )


def _pairs(text: str) -> Counter[str]:
    text = _FOLDED.sub("", text)
    return Counter(text[index : index + 2] for index in range(len(text) - 1))


def _shared(left: Sequence[Weights], right: Sequence[Weights]) -> dict[tuple[int, int], float]:
    """The weight that two texts have in common, for every two that share anything."""
    holders: dict[str, list[tuple[int, float]]] = {}
    for j, profile in enumerate(right):
        for pair, weight in profile.items():
            holders.setdefault(pair, []).append((j, weight))
    shared: dict[tuple[int, int], float] = {}
    for i, profile in enumerate(left):
        for pair, weight in profile.items():
            for j, other in holders.get(pair, ()):
                shared[i, j] = shared.get((i, j), 0.0) + min(weight, other)
    return shared
