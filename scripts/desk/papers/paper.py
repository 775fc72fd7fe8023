"""A paper: the questions a preset drew, in one or more variants with orders of their own."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from lianxue.content.question import Material, Option, Question
from lianxue.content.question_types.choice import Choice
from lianxue.content.question_types.matching import Matching
from lianxue.content.question_types.ordering import Ordering


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintedQuestion:
    """A question as it stands in one variant.

    `options` are the printed ones: the labels in the author's order, each with the text that chance
    brought there; `left` the same of a matching, whose right side are the options.
    """

    number: int  # through the whole paper, from 1
    question: Question
    points: int
    options: tuple[Option, ...]
    left: tuple[Option, ...]
    printed_as: Mapping[str, str]  # the author's label of an option → the printed one
    left_printed_as: Mapping[str, str]

    def answer(self) -> tuple[str, ...]:
        """The right labels as printed: of a choice in order, of an ordering in sequence.

        Of a matching “1—B” for each pair; empty for questions that are answered in words.
        """
        body = self.question.body
        if isinstance(body, Choice):
            right = {self.printed_as[label] for label in body.answer}
            return tuple(option.id for option in self.options if option.id in right)
        if isinstance(body, Ordering):
            return tuple(self.printed_as[label] for label in body.answer)
        if isinstance(body, Matching):
            pairs = {
                self.left_printed_as[left]: self.printed_as[right] for left, right in body.answer.items()
            }
            return tuple(f"{option.id}—{pairs[option.id]}" for option in self.left)
        return ()


@dataclass(frozen=True, slots=True)
class Group:
    """Questions that stand together: those of one material, or a single one."""

    material: Material | None
    questions: tuple[PrintedQuestion, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A part of a paper: questions of one type that score the same."""

    type: str  # a name of QUESTION_TYPES
    points: int  # of one question
    groups: tuple[Group, ...]

    @property
    def questions(self) -> tuple[PrintedQuestion, ...]:
        """Every question in its order."""
        return tuple(question for group in self.groups for question in group.questions)

    @property
    def total(self) -> int:
        """The points of the whole section."""
        return self.points * len(self.questions)


@dataclass(frozen=True, slots=True, kw_only=True)
class Variant:
    """One paper to be handed out; every variant of a paper has the same questions."""

    name: str  # A
    sections: tuple[Section, ...]

    @property
    def questions(self) -> tuple[PrintedQuestion, ...]:
        """Every question in its order."""
        return tuple(question for section in self.sections for question in section.questions)


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """What is printed: everything but the look."""

    title: str
    organisation: str
    minutes: int  # 0: no limit
    pass_mark: int  # percent of the points
    variants: tuple[Variant, ...]

    @property
    def total(self) -> int:
        """The points of the whole paper."""
        return sum(section.total for section in self.variants[0].sections)
