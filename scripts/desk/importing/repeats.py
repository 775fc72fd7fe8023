"""Take what stands in the files twice, or in the bank already, once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace

from desk.importing.bank import Bank, Existing
from desk.importing.candidates import Candidate, unwritten
from desk.importing.likeness import similarity
from desk.importing.places import place_of
from desk.importing.plan import Fate, PlannedQuestion
from lianxue.content.vocabulary import UNSETTLED

COPIED = "编号与{place}相同：编号留给了与题库更像的那一道，这一道按没有编号的题目读入"


def without_double_ids(read: Sequence[Candidate], bank: Bank) -> list[Candidate]:
    """A row of the master copy that was copied and edited carries the id of another: only one may keep it."""
    groups: dict[tuple[str, str], list[Candidate]] = defaultdict(list)
    for one in read:
        if one.id:
            groups[one.path, one.id].append(one)
    keepers = {key: _closest(group, bank) for key, group in groups.items() if len(group) > 1}
    return [
        _without_id(one, keeper)
        if (keeper := keepers.get((one.path, one.id))) is not None and keeper is not one
        else one
        for one in read
    ]


def _closest(group: Sequence[Candidate], bank: Bank) -> Candidate:
    """The one that says most nearly what the bank says under this id; the first of equals."""
    first = group[0]
    existing = next((other for other in bank.of(first.path) if other.id == first.id), None)
    if existing is None:
        return first
    whole = existing.content

    def likeness(one: Candidate) -> tuple[bool, bool, int]:
        return (
            one.content == whole,
            one.content.asked == whole.asked,
            similarity(one.content.text, whole.text),
        )

    return max(group, key=likeness)


def _without_id(one: Candidate, keeper: Candidate) -> Candidate:
    remark = COPIED.format(place=_name(keeper))
    fields = replace(one.fields, remarks=(*one.fields.remarks, remark))
    return replace(one, id="", is_sure=False, fields=fields)


def without_repeats(read: Sequence[Candidate], planned: dict[int, PlannedQuestion]) -> Iterable[Candidate]:
    """What is asked twice is taken once, and twice with two answers is 待确认."""
    groups: dict[tuple[str, object], list[Candidate]] = defaultdict(list)
    for one in read:
        groups[one.path, one.content.asked if one.content.stem else one.number].append(one)
    for one in read:
        group = groups[one.path, one.content.asked if one.content.stem else one.number]
        own_ids = {other.id for other in group if other.is_sure}
        if len(group) == 1 or len(own_ids) == len(group):
            yield one
            continue
        answers = {other.content.answer for other in group if not other.doubts}
        if len(answers) > 1 and one.decided.is_answered:
            yield one
            continue
        same = [other for other in group if other.content.answer == one.content.answer]
        if len(answers) > 1 and one is same[0]:
            others = "、".join(_name(other) for other in group if other.content.answer != one.content.answer)
            yield replace(one, doubts=(*one.doubts, f"与{others}问的相同，答案不同"))
            continue
        candidates = same if len(answers) > 1 else group
        first = next((other for other in candidates if not other.doubts), candidates[0])
        if one is first:
            yield one
        else:
            planned[one.number] = unwritten(one, Fate.REPEATED, f"与第 {first.number} 题相同")


def _name(one: Candidate) -> str:
    """A question as a comment in the file names it, where the numbers of this import say nothing."""
    return place_of(one.draft) or f"第 {one.number} 题"


def without_known(
    read: Sequence[Candidate],
    planned: dict[int, PlannedQuestion],
    bank: Bank,
    replaced: Collection[Existing],
) -> Iterable[Candidate]:
    """Questions that another quiz has already are passed over; with another answer there, 待确认.

    What this import makes another question (`replaced`) is known no more, and what no learner gets
    (待确认, or in a quiz that was taken down) keeps no sound question out.
    """
    known: dict[object, list[Existing]] = defaultdict(list)
    gone = {(one.path, one.id) for one in replaced}
    for existing in bank.questions:
        is_hidden = existing.path in bank.withdrawn or existing.fields.get("status") in UNSETTLED
        if is_hidden or (existing.path, existing.id) in gone:
            continue
        known[existing.content.asked].append(existing)
    for one in read:
        others = [other for other in known.get(one.content.asked, ()) if one.content.stem]
        same = next((other for other in others if other.content.answer == one.content.answer), None)
        if same is not None and not one.doubts and one.fields.fields.get("type") == same.fields.get("type"):
            planned[one.number] = unwritten(one, Fate.IN_BANK, f"题库里已有：{bank.place_of(same)}")
        elif others and not one.doubts and same is None and not one.decided.is_answered:
            other = others[0]
            yield replace(one, doubts=(f"与{bank.place_of(other)}问的相同，答案不同",))
        else:
            yield one
