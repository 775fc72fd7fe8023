"""What in a plan is open for a trainer to decide."""

from __future__ import annotations

from dataclasses import dataclass

from desk.importing.plan import Fate, ImportPlan, PlannedQuestion
from lianxue.content.question_types.registry import QUESTION_TYPES

# Types that a trainer may give to a question by one key; the others cannot be typed in.
TYPE_KEYS = ("single_choice", "multiple_choice", "true_false", "fill_in", "short_answer")


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenPoint:
    """One question about which something is to be decided."""

    question: PlannedQuestion
    is_doubtful: bool  # else it is only much like another
    asks_type: bool  # no type is known, and no answer could prove one

    @property
    def number(self) -> int:
        """How decisions name the question."""
        return self.question.number


def open_points(plan: ImportPlan) -> tuple[OpenPoint, ...]:
    """Doubtful questions and near-duplicates about which nothing was decided yet, in order."""
    return tuple(
        OpenPoint(
            question=question,
            is_doubtful=bool(question.doubts),
            asks_type=question.fields.get("type") not in QUESTION_TYPES and not question.draft.options,
        )
        for question in plan.questions
        if question.number not in plan.request.decisions
        and (
            (question.doubts and question.fate in (Fate.NEW, Fate.CHANGED, Fate.UNCHANGED))
            or (question.near and question.fate is Fate.NEW)
        )
    )
