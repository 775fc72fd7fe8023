"""Draw questions by a preset, by the rules of the browser's exam (practice/preset_draw.js)."""

from __future__ import annotations

from dataclasses import dataclass

from desk.failures import DeskError
from desk.papers.chance import seeded, shuffle
from desk.papers.placement import place_questions
from lianxue.content.catalog import Catalog
from lianxue.content.preset import Preset
from lianxue.content.preset_rules import drawable, find_lacks, pools_of
from lianxue.content.question import Question
from lianxue.content.question_types.registry import QUESTION_TYPES
from lianxue.content.quiz import Quiz


@dataclass(frozen=True, slots=True)
class DrawnRow:
    """The questions of one row, in the order of the bank."""

    type: str
    points: int
    questions: tuple[Question, ...]


def draw_questions(catalog: Catalog, preset: Preset, seed: str, month: str) -> tuple[DrawnRow, ...]:
    """What a preset draws. `month` is "" unless it asks for one. 待确认 questions are not in the bank.

    No learner's record stands behind a paper: 未做优先 and 错题优先 draw by chance alone. Raises
    DeskError, which names every row that lacks questions.
    """
    questions = list(drawable(preset, catalog, month))
    order = shuffle(range(len(questions)), seeded(f"draw {seed} {preset.id} {month}"))
    held = place_questions(
        order,
        [frozenset(pool) for pool in pools_of(preset, questions, catalog)],
        [row.count for row in preset.rows],
        lambda place: questions[place][1].discipline,
        preset.quotas,
    )
    if held is None:
        raise DeskError(_lacking(preset, questions, catalog, month))
    return tuple(
        DrawnRow(row.type, row.points, tuple(questions[place][1] for place in sorted(places)))
        for row, places in zip(preset.rows, held, strict=True)
    )


def _lacking(preset: Preset, questions: list[tuple[Quiz, Question]], catalog: Catalog, month: str) -> str:
    lacks = "；".join(message for _place, message in find_lacks(preset, questions, catalog))
    of_month = f"考 {month} 的课，" if month else ""
    return f"组卷方案“{preset.title}”（{preset.path}）组不成卷：{of_month}{lacks}"


def whole_quiz(quiz: Quiz) -> tuple[DrawnRow, ...]:
    """Every question of a quiz, a row for each type, at the quiz's own points.

    Raises DeskError for a quiz without any.
    """
    if not quiz.questions:
        raise DeskError(f"自测题“{quiz.title}”（{quiz.path}）里没有可以用的题目")
    return tuple(
        DrawnRow(name, quiz.points.get(name, 1), questions)
        for name in QUESTION_TYPES
        if (questions := tuple(question for question in quiz.questions if question.type.name == name))
    )
