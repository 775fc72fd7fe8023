"""A question: what all kinds have in common, and the contract that each kind fulfils."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Protocol

from lianxue.content.citation import Citation
from lianxue.content.grading import Grade, Scoring
from lianxue.reading.entry import Entry
from lianxue.reading.folding import fold_for_likeness
from lianxue.reading.problem import Place

# What the browser gets of an answer: JSON values only.
Json = str | int | float | bool | None | list["Json"] | dict[str, "Json"]


@dataclass(frozen=True, slots=True)
class Option:
    """A labelled text; `id` is the author's label, never a position."""

    id: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """What a learner sees of a question beside its stem."""

    options: tuple[Option, ...] = ()
    left: tuple[Option, ...] = ()
    right: tuple[Option, ...] = ()


class Body(Protocol):
    """What one kind of question adds to a stem."""

    def grade(self, response: object, scoring: Scoring) -> Grade:
        """The grade of a response; one of a wrong shape is not right and never raises."""
        ...

    def shown(self) -> Shown:
        """What the learner sees."""
        ...

    def answer_lines(self) -> tuple[str, ...]:
        """The right answer in words, for the answers page."""
        ...

    def answer_key(self) -> dict[str, Json]:
        """The right answer for grading.js."""
        ...

    def revision_parts(self) -> tuple[str, ...]:
        """What makes this the same question as before: option texts and which are right."""
        ...


@dataclass(frozen=True, slots=True)
class QuestionType:
    """One row of the registry of question types."""

    name: str
    label: str
    fields: frozenset[str]  # beside those every question has
    parse: Callable[[Entry], Body | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """One question of the bank."""

    id: str  # unique in its quiz, stable for ever
    quiz: str
    type: QuestionType
    number: int  # its position in the quiz, from 1
    stem: str
    body: Body
    explanation: str
    citations: tuple[Citation, ...]
    discipline: str
    difficulty: str
    tags: tuple[str, ...]
    waived: Mapping[str, str]  # rule → reason
    place: Place

    @property
    def full_id(self) -> str:
        """Its name in the whole bank."""
        return f"{self.quiz}/{self.id}"

    @property
    def label(self) -> str:
        """How messages name it."""
        return question_label(self.number, self.id)

    @property
    def article_number(self) -> int:
        """The number of the article its first citation names; 0 for none and for a preamble."""
        article = self.citations[0].article if self.citations else None
        return article.number if article else 0

    @property
    def revision(self) -> str:
        """Eight hex digits that change when the answer or the set of options does.

        Neither the stem nor the order of options is in it, so that a reworded or reordered
        question keeps its history.
        """
        parts = (self.type.name, *map(fold_for_likeness, self.body.revision_parts()))
        return hashlib.sha256("\x1f".join(parts).encode()).hexdigest()[:8]


@dataclass(frozen=True, slots=True, kw_only=True)
class Material:
    """A text that several questions share."""

    id: str
    text: str
    questions: tuple[Question, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionCitations:
    """What one question cites, kept where the question itself is broken too."""

    id: str  # of the question, "" where it has none
    label: str
    citations: tuple[Citation, ...]
    waived: Mapping[str, str]  # rule → reason


def question_label(number: int, question_id: str) -> str:
    """How messages name a question: 第 3 题（gift-limits）."""
    return f"第 {number} 题（{question_id}）" if question_id else f"第 {number} 题"
