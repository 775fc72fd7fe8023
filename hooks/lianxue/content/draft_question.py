"""A question that is still 待确认: shown in a preview, part of nothing that learners answer."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from lianxue.content.question import Json, question_label
from lianxue.reading.problem import Place, Problem

# What is still open in such a question: reasons of its one problem, no problems of their own.
_OPEN = frozenset(
    (
        *("missing-field", "wrong-kind", "unknown-value", "fullwidth-punctuation"),
        *("answer-outside-options", "answer-count", "too-few-options", "gap-count"),
        *("duplicate-option-id", "duplicate-option-text"),
    )
)
NOTE = "# 待确认："  # opens the line in which the importer says what is open, and where it stood
# Said of it once it is settled.
_LATER = frozenset(("no-explanation", "no-citation"))


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftQuestion:
    """A question with `status: unsettled`. Its answer or type may be missing, or may not fit."""

    id: str
    quiz: str
    number: int  # its position in the quiz, from 1, among settled ones and others
    fields: Mapping[str, Json]  # as written, in canonical form
    reasons: tuple[str, ...]  # what keeps it from being a question; () where all is there
    place: Place
    material: str = ""  # id of the material it belongs to
    material_text: str = ""
    note: str = ""  # what the comment above it says was open when it was imported

    @property
    def full_id(self) -> str:
        """Its name in the whole bank."""
        return f"{self.quiz}/{self.id}"

    @property
    def label(self) -> str:
        """How messages name it."""
        return question_label(self.number, self.id)


def open_reasons(problems: Iterable[Problem], label: str) -> tuple[str, ...]:
    """What is open in a question, a clause each, from its problems."""
    return tuple(
        problem.message.removeprefix(label).removeprefix("：")
        for problem in problems
        if problem.rule in _OPEN
    )


def other_problems(problems: Iterable[Problem]) -> list[Problem]:
    """The problems that no draft may have either: its id, its markup, fields nobody knows."""
    return [problem for problem in problems if problem.rule not in _OPEN | _LATER | {"unsettled"}]


def note_above(lines: Sequence[str], place: Place) -> str:
    """What the comment line right above a draft tells; "" where there is none of the importer's."""
    line = lines[place.line - 2].strip() if 1 < place.line <= len(lines) + 1 else ""
    return line.removeprefix(NOTE) if line.startswith(NOTE) else ""


def unsettled_message(reasons: Iterable[str]) -> str:
    """The one problem of a draft."""
    open_points = "；".join(reasons)
    said = f"（{open_points}）" if open_points else ""
    return f"这道题还待确认{said}：核对后删去 status 一行"
