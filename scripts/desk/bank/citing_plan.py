"""Plan which suggested citations a quiz gets: the ones that are sure enough, or a person's choice."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from desk.bank.citing import Suggestion, suggest
from desk.bank.citing_writing import write_citations
from desk.wanted import find_quiz
from lianxue.content.catalog import load_catalog


@dataclass(frozen=True, slots=True, kw_only=True)
class CitingPlan:
    """The suggestions for a quiz; nothing is written yet."""

    root: Path
    path: str  # of the quiz, below the project
    suggestions: tuple[Suggestion, ...]  # of every question without citation

    def sure(self, least: float) -> tuple[Suggestion, ...]:
        """The suggestions whose first candidate is at least so sure, 0 to 1."""
        return tuple(
            item for item in self.suggestions if item.candidates and item.candidates[0].confidence >= least
        )


def plan_citations(root: Path, name: str) -> CitingPlan:
    """Suggestions for the quiz of an id or a file. Raises DeskError (no such quiz, nothing to cite), OSError."""
    catalog = load_catalog(root)
    quiz = find_quiz(catalog, name)
    return CitingPlan(root=root, path=quiz.path, suggestions=suggest(catalog, quiz))


def accept_citations(plan: CitingPlan, chosen: Mapping[str, int]) -> Mapping[str, str]:
    """Write candidates into the quiz: question id → which one, from 0; question id → what was written.

    Raises DeskError where a question has changed since, then nothing is written; and OSError.
    """
    accepted = {
        item.question.id: item.candidates[chosen[item.question.id]].cite
        for item in plan.suggestions
        if item.question.id in chosen
    }
    write_citations(plan.root, plan.path, accepted)
    return accepted
