"""Say what is wrong in the content, where, and how much it matters."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from lianxue.reading.rules import RULES, Level

__all__ = ["ContentProblems", "Level", "Place", "Problem", "Report", "sort_problems"]


DRAFTS = ("unsettled", "left-to-edit")  # rules


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A spot in an author's file.

    `path` is relative to the project with forward slashes; `line` and `column` count from 1.
    """

    path: str
    line: int = 1
    column: int = 1


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One thing in the content that should be different."""

    path: str
    line: int
    column: int
    message: str
    rule: str
    level: Level = field(compare=False)

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}: {self.message}"


class ContentProblems(Exception):
    """Raised where a caller asked for a value that broken content cannot give."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(sort_problems(problems))
        super().__init__("\n".join(str(problem) for problem in self.problems))


@dataclass(frozen=True, slots=True)
class Report:
    """Where checks leave the problems they find."""

    problems: list[Problem] = field(default_factory=list)

    def note(self, place: Place, rule: str, message: str) -> None:
        """Add a problem at the level its rule has; an unknown rule is a KeyError (our own bug)."""
        level = RULES[rule].level
        self.problems.append(Problem(place.path, place.line, place.column, message, rule, level))

    def extend(self, problems: Iterable[Problem]) -> None:
        """Take over problems that another report holds."""
        self.problems.extend(problems)

    def must_fix(self) -> bool:
        """Whether anything noted here stops a build."""
        return any(problem.level is Level.MUST_FIX for problem in self.problems)


def sort_problems(problems: Iterable[Problem]) -> list[Problem]:
    """Problems by file and place, each said once."""
    return sorted(set(problems))


def count_by_level(problems: Iterable[Problem]) -> dict[Level, int]:
    """How many problems there are of each level; every level has an entry."""
    counts = dict.fromkeys(Level, 0)
    for problem in problems:
        counts[problem.level] += 1
    return counts


def without_drafts(problems: Iterable[Problem]) -> list[Problem]:
    """The same problems with 待确认 questions and unedited templates as advice: a preview shows drafts."""
    return [
        replace(problem, level=Level.ADVICE) if problem.rule in DRAFTS else problem for problem in problems
    ]
