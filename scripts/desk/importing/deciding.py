"""Take what a trainer decided about a question into its draft."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from desk.drafts.draft import Draft
from desk.importing.plan import Decision
from lianxue.content.letters import fold_label
from lianxue.content.question_types.fill_in import GAP
from lianxue.content.question_types.registry import QUESTION_TYPES
from lianxue.content.vocabulary import QUESTION_TYPE_NAMES, TRUE_FALSE
from lianxue.reading.patterns import lazy_pattern

_SEVERAL = lazy_pattern(r"[，、；,;\s]+")
_PARTS = lazy_pattern(r"[|｜\n]")
_LONE = lazy_pattern(r"\d{0,3}[A-Za-zＡ-Ｚａ-ｚ0-9０-９]$")
_SYNONYMS = lazy_pattern("[;；]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Undecided:
    """A draft with the decisions in it; what is still open in it the core will say."""

    draft: Draft
    read: Draft  # as the file has it
    dropped: str = ""  # the reason
    duplicate_of: str = ""
    is_answered: bool = False


def decide(draft: Draft, decisions: Iterable[Decision]) -> Undecided:
    """The draft after the decisions about it, in their order."""
    result = Undecided(draft=draft, read=draft)
    for decision in decisions:
        if decision.action == "drop":
            result = replace(result, dropped=decision.value or "教员决定不要")
        elif decision.action == "duplicate":
            result = replace(result, duplicate_of=decision.value)
        elif decision.action == "answer":
            result = replace(result, draft=with_answer(result.draft, decision.value), is_answered=True)
        elif decision.action == "type":
            result = replace(result, draft=with_type(result.draft, decision.value))
    return result


def with_type(draft: Draft, written: str) -> Draft:
    """The draft with a type; what does not fit it will be said again."""
    name = QUESTION_TYPE_NAMES.get(written, written)
    return replace(draft, type=name, doubts=()) if name in QUESTION_TYPES else draft


def with_answer(draft: Draft, written: str) -> Draft:
    """The draft with an answer as a trainer types it: AC, 对, 五;5|十, 要点一|要点二.

    Where the type is not known, or does not fit, the answer proves it.
    """
    written = written.strip()
    if written in TRUE_FALSE and not draft.options:
        return replace(draft, type="true_false", answer=(TRUE_FALSE[written],), doubts=())
    if draft.type == "fill_in" or (not draft.type and not draft.options and GAP.search(draft.stem)):
        gaps = tuple(
            tuple(text.strip() for text in _SYNONYMS.split(part) if text.strip())
            for part in _PARTS.split(written)
        )
        return replace(draft, type="fill_in", gaps=gaps, answer=(), doubts=())
    if draft.options:
        labels = parse_labels(written, draft)
        if not labels:
            return draft
        if draft.type == "ordering":
            return replace(draft, answer=labels, doubts=())
        known = tuple(fold_label(label) for label, _text in draft.options)
        if not draft.type and set(labels) == set(known) and labels != known:
            return replace(draft, type="ordering", answer=labels, doubts=())  # CAB says a sequence
        kind = "multiple_choice" if len(labels) > 1 else "single_choice"
        is_open = draft.type not in ("single_choice", "multiple_choice") or draft.type != kind
        return replace(draft, type=kind if is_open else draft.type, answer=labels, doubts=())
    if draft.type in ("matching", "true_false"):
        return draft
    points = tuple(point.strip() for point in _PARTS.split(written) if point.strip())
    if any(_LONE.match(point) for point in points):
        return draft  # a letter for options that are not there is no point of an answer
    return replace(draft, type=draft.type or "short_answer", points=points, doubts=())


def written_answer(draft: Draft) -> str:
    """The answer of a draft as a trainer would type it, so that `with_answer` gives it back; "" for none."""
    if draft.gaps:
        return "|".join(";".join(gap) for gap in draft.gaps)
    return "|".join(draft.points) or "、".join(draft.answer)


def parse_labels(written: str, draft: Draft) -> tuple[str, ...]:
    """Labels of the draft's options that a text names, each once; () where it names anything else."""
    known = {fold_label(label) for label, _text in draft.options}
    parts = [fold_label(part) for part in _SEVERAL.split(written) if part]
    if len(parts) == 1 and parts[0] not in known:
        parts = list(parts[0])
    return tuple(dict.fromkeys(parts)) if parts and all(part in known for part in parts) else ()
