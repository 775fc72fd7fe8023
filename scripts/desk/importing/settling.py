"""What in a plan is open for a trainer to decide, and decisions as JSON."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass

from desk.failures import DeskError
from desk.importing.plan import Decision, Fate, ImportPlan, PlannedQuestion
from lianxue.content.question_types.registry import QUESTION_TYPES

ACTIONS = ("answer", "type", "leave", "keep", "drop", "duplicate")
# Types that a trainer may give to a question by one key; the others cannot be typed in.
TYPE_KEYS = ("single_choice", "multiple_choice", "true_false", "fill_in", "short_answer")


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenPoint:
    """One question about which something is to be decided."""

    question: PlannedQuestion
    is_doubtful: bool  # else it is only much like another
    asks_type: bool  # no type is known

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
            asks_type=question.fields.get("type") not in QUESTION_TYPES,
        )
        for question in plan.questions
        if question.number not in plan.request.decisions
        and (
            (question.doubts and question.fate in (Fate.NEW, Fate.CHANGED, Fate.UNCHANGED))
            or (question.near and question.fate is Fate.NEW)
        )
    )


def decisions_json(decisions: Iterable[Decision]) -> str:
    """Decisions as a list of {"question": 3, "do": "answer", "value": "C"}."""
    rows = [{"question": one.number, "do": one.action, "value": one.value} for one in decisions]
    return json.dumps(rows, ensure_ascii=False, indent=1)


def read_decisions(text: str) -> tuple[Decision, ...]:
    """Decisions from their JSON. Raises DeskError where it is none."""
    try:
        rows = json.loads(text)
    except ValueError as error:
        raise DeskError(f"确认结果不是 JSON：{error}") from error
    if not isinstance(rows, list):
        raise DeskError("确认结果应是列表")
    return tuple(map(_decision, rows))


def _decision(row: object) -> Decision:
    if not isinstance(row, dict):
        raise DeskError("确认结果的每一项应是 {question, do, value}")
    number, action, value = row.get("question"), row.get("do"), row.get("value", "")
    if isinstance(number, bool) or not isinstance(number, int):
        raise DeskError("确认结果的 question 应是题目的序号")
    if action not in ACTIONS:
        raise DeskError(f"确认结果的 do“{action}”不认识。可用：{'、'.join(ACTIONS)}")
    if not isinstance(value, str):
        raise DeskError("确认结果的 value 应是一段文字")
    return Decision(number=number, action=action, value=value)
