"""The questions that were read, on their way into the plan."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from desk.drafts.draft import Draft
from desk.importing.bank import Bank
from desk.importing.deciding import Undecided, decide
from desk.importing.draft_fields import NO_TYPE, DraftFields, draft_fields
from desk.importing.homes import home_of, home_of_id
from desk.importing.likeness import Content, content_of
from desk.importing.plan import Fate, ImportRequest, PlannedQuestion
from desk.importing.validity import find_doubts


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
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


def read_candidates(request: ImportRequest, bank: Bank) -> list[Candidate]:
    """Every draft of the readings with the decisions in it and all doubts about it, in their order."""
    found = []
    drafts = (draft for reading in request.readings for draft in reading.drafts)
    for number, draft in enumerate(drafts, start=1):
        decided = decide(draft, request.decisions.get(number, ()))
        path = home_of(draft, bank) or request.into
        regulation = bank.regulations.get(path, str(request.head.get("regulation", "")))
        fields = draft_fields(decided.draft, regulation, bank.catalog)
        found.append(
            Candidate(
                number=number,
                draft=decided.draft,
                path=path,
                id=draft.id.rpartition("/")[2],
                is_sure=bool(home_of_id(draft.id, bank)),
                fields=fields,
                doubts=_telling(fields.doubts, decided.draft),
                content=content_of(fields.fields, fields.material),
                decided=decided,
            )
        )
    return _with_doubts(found)


def _telling(doubts: tuple[str, ...], draft: Draft) -> tuple[str, ...]:
    """The doubts less the one that follows from another: with options the answer tells the type."""
    others = tuple(doubt for doubt in doubts if doubt != NO_TYPE)
    return others if others and draft.options else doubts


def _with_doubts(read: Sequence[Candidate]) -> list[Candidate]:
    """The core's own judgement is added where the reader had no doubt."""
    judged = find_doubts([one.fields.fields for one in read])
    return [
        one if one.doubts or not found else replace(one, doubts=found)
        for one, found in zip(read, judged, strict=True)
    ]


def unwritten(one: Candidate, fate: Fate, reason: str) -> PlannedQuestion:
    """The plan for a question that is passed over, and why."""
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
