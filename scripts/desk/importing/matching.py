"""Find, for questions that were read, the questions of one file that they are."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass, field

from desk.importing.bank import Existing
from desk.importing.likeness import (
    Content,
    are_one_material,
    derived_id,
    differ_by_a_slip,
    similar_texts,
    similarity,
)

_EDITED = 78  # percent: one text is the other corrected, where the files are known to be the same paper
_SAME_PAPER = 0.5  # of the questions read are in the file word for word
_ENOUGH = 3
_ALL_ALIKE = 0.8


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is known of a question that was read."""

    number: int
    content: Content
    id: str = ""  # what the source calls it, without the quiz
    is_sure: bool = False  # the source names the quiz too: the id alone decides


@dataclass(slots=True)
class _Pairs:
    found: dict[int, Existing] = field(default_factory=dict)  # number → its question
    taken: set[str] = field(default_factory=set)  # ids

    def join(self, wanted: Wanted, existing: Existing) -> None:
        self.found[wanted.number] = existing
        self.taken.add(existing.id)


def match_questions(wanted: Sequence[Wanted], existing: Sequence[Existing]) -> dict[int, Existing]:
    """Number → the question of the file that it is; each is given once, sure ones first.

    A question that is only similar to one of the file is that question corrected where both files
    are plainly the same paper; elsewhere 警告 and 严重警告 would be taken for each other. Where nearly
    all of a small file is similar, though too little is the same, only a slip of the pen is a correction.
    """
    pairs = _Pairs()
    _by_id(wanted, existing, pairs)
    for key in _KEYS:
        _by_key(wanted, existing, pairs, key)
    _by_words(wanted, existing, pairs)
    words = len(pairs.found)
    _by_origin(wanted, existing, pairs)
    left = [one for one in wanted if one.number not in pairs.found]
    rest = [one for one in existing if one.id not in pairs.taken]
    alike = _similar_pairs(left, rest)
    is_same_paper = words >= _ENOUGH and words >= _SAME_PAPER * len(wanted)
    alike_count = words + len({number for _score, number, _id in alike})
    covers = alike_count >= _ALL_ALIKE * len(wanted) and alike_count * 2 >= len(existing)
    if is_same_paper or covers:
        by_number = {one.number: one for one in left}
        by_id = {one.id: one for one in rest}
        for _score, number, name in sorted(alike, key=lambda pair: (-pair[0], pair[1])):
            if number in pairs.found or name in pairs.taken:
                continue
            one, other = by_number[number], by_id[name]
            if is_same_paper or _is_slip(one.content, other.content):
                pairs.join(one, other)
    return pairs.found


def _is_slip(one: Content, other: Content) -> bool:
    """Whether one is the other with a key, an option or a few characters of the stem mended."""
    if one.stem == other.stem:
        return True
    if one.options != other.options or one.answer != other.answer:
        return False
    return differ_by_a_slip(one.stem, other.stem)


# Wholly the same before what is only asked alike: a paper may ask one thing twice.
_KEYS: tuple[Callable[[Content], Hashable], ...] = (lambda content: content, lambda content: content.asked)


def _by_id(wanted: Sequence[Wanted], existing: Sequence[Existing], pairs: _Pairs) -> None:
    ids = {one.id: one for one in existing if one.id}
    for one in wanted:
        found = ids.get(one.id)
        if found is None or found.id in pairs.taken:
            continue
        # Another's file may use the same short id for another question.
        if one.is_sure or similarity(one.content.text, found.content.text) >= 100 - _EDITED // 2:
            pairs.join(one, found)


def _by_key(
    wanted: Sequence[Wanted],
    existing: Sequence[Existing],
    pairs: _Pairs,
    key: Callable[[Content], Hashable],
) -> None:
    waiting: dict[Hashable, list[Existing]] = defaultdict(list)
    for found in reversed(existing):
        if found.id not in pairs.taken:
            waiting[key(found.content)].append(found)
    for one in wanted:
        if one.number not in pairs.found and waiting[key(one.content)]:
            pairs.join(one, waiting[key(one.content)].pop())


def _by_words(wanted: Sequence[Wanted], existing: Sequence[Existing], pairs: _Pairs) -> None:
    """The same question under a material that was corrected since."""
    waiting: dict[Hashable, list[Existing]] = defaultdict(list)
    for found in existing:
        if found.material and found.id not in pairs.taken:
            waiting[found.content.words].append(found)
    for one in wanted:
        if one.number in pairs.found or not one.content.material:
            continue
        for found in waiting[one.content.words]:
            if found.id not in pairs.taken and are_one_material(one.content.material, found.content.material):
                pairs.join(one, found)
                break


def _by_origin(wanted: Sequence[Wanted], existing: Sequence[Existing], pairs: _Pairs) -> None:
    """A question whose id was made from this very content, and that was edited in the bank since."""
    ids = {one.id: one for one in existing if one.id}
    for one in wanted:
        found = ids.get(derived_id(one.content))
        if one.number in pairs.found or found is None or found.id in pairs.taken:
            continue
        if are_one_material(one.content.material, found.content.material):
            pairs.join(one, found)


def _similar_pairs(wanted: Sequence[Wanted], existing: Sequence[Existing]) -> list[tuple[int, int, str]]:
    """(percent, number, id) of what may be corrections of each other."""
    pairs = similar_texts(
        [one.content.text for one in wanted], [one.content.text for one in existing], _EDITED
    )
    found = [
        (score, wanted[row].number, existing[column].id)
        for row, column, score in pairs
        if are_one_material(wanted[row].content.material, existing[column].content.material)
    ]
    stems: dict[str, list[Existing]] = defaultdict(list)
    for other in existing:
        stems[other.content.stem].append(other)
    for one in wanted:
        for other in stems.get(one.content.stem, ()) if one.content.stem else ():
            if not are_one_material(one.content.material, other.content.material):
                continue
            same = len(set(one.content.options) & set(other.content.options))
            if same * 2 >= max(len(one.content.options), len(other.content.options)):
                found.append((99, one.number, other.id))
    return found
