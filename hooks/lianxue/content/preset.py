"""A preset (组卷方案): how many questions of each type make up an exam, and which may be drawn."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from lianxue.content.question_types.registry import QUESTION_TYPES
from lianxue.reading.problem import Place

# Short answers are assessed by the learner: no exam can grade them.
EXAM_TYPES = tuple(name for name in QUESTION_TYPES if name != "short_answer")


@dataclass(frozen=True, slots=True, kw_only=True)
class PresetFilter:
    """Which questions may be drawn; an empty list asks for nothing."""

    quizzes: tuple[str, ...] = ()
    lessons: tuple[str, ...] = ()  # ids
    regulations: tuple[str, ...] = ()  # any of a regulation's names
    articles: tuple[int, int] | None = None  # first and last number
    disciplines: tuple[str, ...] = ()
    difficulties: tuple[str, ...] = ()
    # of every quiz, lesson and regulation named: (field, name) → where
    places: Mapping[tuple[str, str], Place]


@dataclass(frozen=True, slots=True, kw_only=True)
class PresetRow:
    """So many questions of one type."""

    type: str
    count: int
    points: int  # of one question
    filter: PresetFilter  # beside the preset's own
    place: Place


@dataclass(frozen=True, slots=True, kw_only=True)
class Preset:
    """One preset file."""

    id: str
    path: str
    title: str
    minutes: int  # 0: no limit
    pass_mark: int  # percent of the points
    draw: str
    this_month: bool  # whether only this month's lesson is drawn from
    filter: PresetFilter
    rows: tuple[PresetRow, ...]
    quotas: Mapping[str, int]  # discipline → at least so many questions
    quota_places: Mapping[str, Place]

    @property
    def total(self) -> int:
        """How many questions the exam has."""
        return sum(row.count for row in self.rows)
