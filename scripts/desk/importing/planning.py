"""Decide for every question that was read what becomes of it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from heapq import nsmallest
from itertools import chain

from desk.importing.bank import Bank, Existing
from desk.importing.candidates import Candidate, read_candidates, unwritten
from desk.importing.citing import with_citations
from desk.importing.likeness import Content, differ_by_a_slip, fresh_ids, similar_texts
from desk.importing.matching import Wanted, match_questions
from desk.importing.materials import material_change, without_quarrels
from desk.importing.merging import find_changes, keep_spelling, merge
from desk.importing.plan import Fate, ImportRequest, Likeness, PlannedQuestion
from desk.importing.relabelling import as_labelled
from desk.importing.repeats import without_double_ids, without_known, without_repeats
from lianxue.content.vocabulary import UNSETTLED
from lianxue.reading.spelling import is_plain_id

NEAR = 85  # percent: worth a look
_SAME = 95  # percent: the same question in other words
_MOST_NEAR = 3  # shown of each


def plan_questions(request: ImportRequest, bank: Bank) -> tuple[PlannedQuestion, ...]:
    """Every question of the readings, in their order."""
    read = read_candidates(request, bank)
    planned: dict[int, PlannedQuestion] = {}
    for one in read:
        if one.decided.dropped:
            planned[one.number] = unwritten(one, Fate.DROPPED, one.decided.dropped)
        elif one.decided.duplicate_of:
            planned[one.number] = unwritten(one, Fate.REPEATED, f"与 {one.decided.duplicate_of} 是同一道题")
    open_ = [one for one in read if one.number not in planned]
    open_ = without_double_ids(list(without_repeats(open_, planned)), bank)
    found = _match(open_, bank)
    met = [one for one in open_ if one.number in found]
    matched = [_matched(one, found[one.number], bank) for one in met]
    planned.update({one.number: one for one in without_quarrels(matched, found)})
    replaced = [found[one.number] for one in met if one.content.asked != found[one.number].content.asked]
    new = [one for one in open_ if one.number not in found]
    new = list(without_known(new, planned, bank, replaced))
    ids = _Ids(bank)
    for one in new:
        planned[one.number] = _new(one, ids)
    _show_near(new, planned, bank)
    return tuple(planned[number] for number in sorted(planned))


def _match(read: Sequence[Candidate], bank: Bank) -> dict[int, Existing]:
    found: dict[int, Existing] = {}
    for path in dict.fromkeys(one.path for one in read):
        wanted = [Wanted(one.number, one.content, one.id, one.is_sure) for one in read if one.path == path]
        found.update(match_questions(wanted, bank.of(path)))
    return found


def _matched(one: Candidate, existing: Existing, bank: Bank) -> PlannedQuestion:
    regulation = bank.regulations.get(one.path, "")
    read, said = with_citations(one.fields.fields, one.fields.cited, existing.fields.get("cite"))
    if not one.draft.keeps_labels:
        read = as_labelled(read, existing.fields)
    is_decided = one.decided.is_answered or one.decided.draft != one.decided.read
    merged = merge(existing, read, one.content, one.doubts, one.draft.given, is_decided=is_decided)
    fields = keep_spelling(existing.fields, merged.fields, regulation, bank.catalog)
    if merged.doubts:
        fields["status"] = UNSETTLED[0]
    of_material, said_of_material = material_change(one, existing)
    changes = (*of_material, *find_changes(existing.fields, fields, regulation, bank.catalog))
    return PlannedQuestion(
        number=one.number,
        draft=one.draft,
        fate=Fate.CHANGED if changes else Fate.UNCHANGED,
        path=one.path,
        id=existing.id,
        fields=fields,
        doubts=merged.doubts,
        remarks=(*one.fields.remarks, *said, *said_of_material, *merged.remarks),
        changes=changes,
        material=one.fields.material,
    )


class _Ids:
    """Ids that no question of a file has."""

    def __init__(self, bank: Bank) -> None:
        self._taken: dict[str, set[str]] = defaultdict(set)
        for existing in bank.questions:
            self._taken[existing.path] |= {existing.id, existing.material}

    def take(self, path: str, wanted: str, content: Content) -> str:
        """The id the source gives, where it is free, else one made from the content."""
        taken = self._taken[path]
        names = chain((wanted,), fresh_ids(content))
        found = next(name for name in names if name and name not in taken)
        taken.add(found)
        return found


def _new(one: Candidate, ids: _Ids) -> PlannedQuestion:
    wanted = one.id if is_plain_id(one.id) else ""
    name = ids.take(one.path, wanted, one.content)
    read, said = with_citations(one.fields.fields, one.fields.cited)
    fields = {"id": name, **read}
    if one.doubts:
        fields["status"] = UNSETTLED[0]
    return PlannedQuestion(
        number=one.number,
        draft=one.draft,
        fate=Fate.NEW,
        path=one.path,
        id=name,
        fields=fields,
        doubts=one.doubts,
        remarks=(*one.fields.remarks, *said),
        material=one.fields.material,
    )


def _show_near(new: Sequence[Candidate], planned: dict[int, PlannedQuestion], bank: Bank) -> None:
    """What is new but nearly the same as another question, of the bank or of this import.

    With the same options and another answer one of the two is wrong: 待确认.
    """
    contents = [*(existing.content for existing in bank.questions), *(one.content for one in new)]
    texts = [existing.content.text for existing in bank.questions] + [one.content.text for one in new]
    own = len(bank.questions)
    near: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for row, column, score in similar_texts(texts[own:], texts, NEAR, earlier_only=True):
        near[row].append((-score, column))

    def likeness(score: int, column: int) -> Likeness:
        if column < own:
            found = bank.questions[column]
            return Likeness(
                place=found.full_id, title=bank.place_of(found), score=-score, fields=found.fields
            )
        other = new[column - own]
        place = f"第 {other.number} 题"
        return Likeness(place=place, title=place, score=-score, fields=other.fields.fields)

    for row, found in near.items():
        one = planned[new[row].number]
        best = nsmallest(_MOST_NEAR, found)
        shown = tuple(likeness(*pair) for pair in best)
        doubts = one.doubts
        if not doubts and not new[row].decided.is_answered:
            doubts = tuple(
                f"与{like.title}几乎相同，选项一样，答案不同"
                for like, (score, column) in zip(shown, best, strict=True)
                if -score >= _SAME and _contradicts(new[row].content, contents[column])
            )
        fields = {**one.fields, "status": UNSETTLED[0]} if doubts else one.fields
        planned[one.number] = replace(one, near=shown, doubts=doubts, fields=fields)


def _contradicts(one: Content, other: Content) -> bool:
    """Whether the same options have another answer, and nothing in the stems explains it."""
    same = bool(one.options) and one.options == other.options and one.material == other.material
    if not same or not one.answer or not other.answer or one.answer == other.answer:
        return False
    return differ_by_a_slip(one.stem, other.stem)
