"""Decide for every question that was read what becomes of it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from heapq import nsmallest
from itertools import chain

from desk.drafts.draft import Draft
from desk.importing.bank import Bank, Existing
from desk.importing.citing import with_citations
from desk.importing.deciding import Undecided, decide
from desk.importing.draft_fields import DraftFields, draft_fields
from desk.importing.homes import home_of, home_of_id
from desk.importing.likeness import Content, content_of, fresh_ids, similar_texts
from desk.importing.matching import Wanted, match_questions
from desk.importing.merging import find_changes, keep_spelling, merge
from desk.importing.places import place_of
from desk.importing.plan import Fate, FieldChange, ImportRequest, Likeness, PlannedQuestion
from desk.importing.validity import find_doubts
from lianxue.content.parse_question import QUESTION_ID
from lianxue.content.vocabulary import UNSETTLED

NEAR = 85  # percent: worth a look
_MOST_NEAR = 3  # shown of each


@dataclass(frozen=True, slots=True, kw_only=True)
class _Read:
    """A draft on its way into the plan."""

    number: int
    draft: Draft
    path: str
    id: str  # what the source calls it, without the quiz
    is_sure: bool
    fields: DraftFields
    doubts: tuple[str, ...]
    content: Content
    decided: Undecided


def plan_questions(request: ImportRequest, bank: Bank) -> tuple[PlannedQuestion, ...]:
    """Every question of the readings, in their order."""
    read = _with_doubts(_read_all(request, bank))
    planned: dict[int, PlannedQuestion] = {}
    for one in read:
        if one.decided.dropped:
            planned[one.number] = _unwritten(one, Fate.DROPPED, one.decided.dropped)
        elif one.decided.duplicate_of:
            planned[one.number] = _unwritten(one, Fate.REPEATED, f"与 {one.decided.duplicate_of} 是同一道题")
    open_ = [one for one in read if one.number not in planned]
    open_ = list(_without_repeats(open_, planned))
    found = _match(open_, bank)
    new = []
    for one in open_:
        if one.number in found:
            planned[one.number] = _matched(one, found[one.number], bank)
        else:
            new.append(one)
    new = list(_without_known(new, planned, bank))
    ids = _Ids(bank)
    for one in new:
        planned[one.number] = _new(one, ids)
    _show_near(new, planned, bank)
    return tuple(planned[number] for number in sorted(planned))


def _read_all(request: ImportRequest, bank: Bank) -> list[_Read]:
    found = []
    drafts = (draft for reading in request.readings for draft in reading.drafts)
    for number, draft in enumerate(drafts, start=1):
        decided = decide(draft, request.decisions.get(number, ()))
        path = home_of(draft, bank) or request.into
        regulation = bank.regulations.get(path, str(request.head.get("regulation", "")))
        fields = draft_fields(decided.draft, regulation, bank.catalog)
        found.append(
            _Read(
                number=number,
                draft=decided.draft,
                path=path,
                id=draft.id.rpartition("/")[2],
                is_sure=bool(home_of_id(draft.id, bank)),
                fields=fields,
                doubts=fields.doubts,
                content=content_of(fields.fields),
                decided=decided,
            )
        )
    return found


def _with_doubts(read: Sequence[_Read]) -> list[_Read]:
    """The core's own judgement is added where the reader had no doubt."""
    judged = find_doubts([one.fields.fields for one in read])
    return [
        one if one.doubts or not found else replace(one, doubts=found)
        for one, found in zip(read, judged, strict=True)
    ]


def _without_repeats(read: Sequence[_Read], planned: dict[int, PlannedQuestion]) -> Iterable[_Read]:
    """What is asked twice is taken once, and twice with two answers is 待确认."""
    groups: dict[tuple[str, object], list[_Read]] = defaultdict(list)
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
            planned[one.number] = _unwritten(one, Fate.REPEATED, f"与第 {first.number} 题相同")


def _name(one: _Read) -> str:
    """A question as a comment in the file names it, where the numbers of this import say nothing."""
    return place_of(one.draft) or f"第 {one.number} 题"


def _match(read: Sequence[_Read], bank: Bank) -> dict[int, Existing]:
    found: dict[int, Existing] = {}
    for path in dict.fromkeys(one.path for one in read):
        wanted = [Wanted(one.number, one.content, one.id, one.is_sure) for one in read if one.path == path]
        found.update(match_questions(wanted, bank.of(path)))
    return found


def _matched(one: _Read, existing: Existing, bank: Bank) -> PlannedQuestion:
    regulation = bank.regulations.get(one.path, "")
    read, said = with_citations(one.fields.fields, one.fields.cited, existing.fields.get("cite"))
    is_decided = one.decided.is_answered or one.decided.draft != one.decided.read
    merged = merge(existing, read, one.content, one.doubts, one.draft.given, is_decided=is_decided)
    fields = keep_spelling(existing.fields, merged.fields, regulation, bank.catalog)
    if merged.doubts:
        fields["status"] = UNSETTLED[0]
    changes = find_changes(existing.fields, fields, regulation, bank.catalog)
    if one.fields.material and existing.material and existing.material_text != one.fields.material:
        changes = (
            FieldChange(name="材料", before=existing.material_text, after=one.fields.material),
            *changes,
        )
    return PlannedQuestion(
        number=one.number,
        draft=one.draft,
        fate=Fate.CHANGED if changes else Fate.UNCHANGED,
        path=one.path,
        id=existing.id,
        fields=fields,
        doubts=merged.doubts,
        remarks=(*one.fields.remarks, *said, *merged.remarks),
        changes=changes,
        material=one.fields.material,
    )


def _without_known(read: Sequence[_Read], planned: dict[int, PlannedQuestion], bank: Bank) -> Iterable[_Read]:
    """Questions that another quiz has already are passed over; with another answer there, 待确认."""
    known: dict[object, list[Existing]] = defaultdict(list)
    for existing in bank.questions:
        known[existing.content.asked].append(existing)
    for one in read:
        others = [other for other in known.get(one.content.asked, ()) if one.content.stem]
        same = next((other for other in others if other.content.answer == one.content.answer), None)
        if same is not None and not one.doubts and one.fields.fields.get("type") == same.fields.get("type"):
            planned[one.number] = _unwritten(one, Fate.IN_BANK, f"题库里已有：{bank.place_of(same)}")
        elif others and not one.doubts and same is None and not one.decided.is_answered:
            other = others[0]
            yield replace(one, doubts=(f"与{bank.place_of(other)}问的相同，答案不同",))
        else:
            yield one


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


def _new(one: _Read, ids: _Ids) -> PlannedQuestion:
    wanted = one.id if QUESTION_ID.match(one.id) else ""
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


def _unwritten(one: _Read, fate: Fate, reason: str) -> PlannedQuestion:
    return PlannedQuestion(
        number=one.number,
        draft=one.draft,
        fate=fate,
        path=one.path,
        id="",
        fields=one.fields.fields,
        doubts=one.doubts,
        remarks=one.fields.remarks,
        reason=reason,
        material=one.fields.material,
    )


def _show_near(new: Sequence[_Read], planned: dict[int, PlannedQuestion], bank: Bank) -> None:
    """What is new but nearly the same as another question, of the bank or of this import."""
    texts = [existing.content.text for existing in bank.questions] + [one.content.text for one in new]
    own = len(bank.questions)
    near: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for row, column, score in similar_texts(texts[own:], texts, NEAR):
        if column < own or column - own < row:  # each pair of this import once
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
        best = tuple(likeness(*pair) for pair in nsmallest(_MOST_NEAR, found))
        planned[new[row].number] = replace(planned[new[row].number], near=best)
