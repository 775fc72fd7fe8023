"""Look a question bank over for habits that make questions easier to guess than to know."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from desk.bank.linting_lessons import lint_lessons
from desk.bank.linting_likeness import lint_likeness
from desk.bank.linting_model import LintFinding, Thresholds
from desk.bank.linting_questions import lint_questions
from desk.bank.linting_shares import lint_shares
from lianxue.content.catalog import Catalog

DEFAULTS = Thresholds()


@dataclass(frozen=True, slots=True, kw_only=True)
class LintReport:
    """What a lint came to. None of it stops anything."""

    findings: tuple[LintFinding, ...]  # sorted by place
    waived: tuple[LintFinding, ...]  # the same, with the author's reasons
    questions: int  # looked over
    quizzes: int
    without_explanation: int
    without_citation: int
    unsettled: int


def lint(
    catalog: Catalog, thresholds: Thresholds = DEFAULTS, quiz_ids: frozenset[str] | None = None
) -> LintReport:
    """Look over the whole bank, or the findings about some quizzes: those are compared with all others too."""
    found = [
        finding
        for finding in _findings(catalog, thresholds)
        if quiz_ids is None or _is_about(finding, catalog, quiz_ids)
    ]
    chosen = [quiz for quiz in catalog.quizzes.values() if quiz_ids is None or quiz.id in quiz_ids]
    questions = [question for quiz in chosen for question in quiz.questions]
    return LintReport(
        findings=tuple(sorted(finding for finding in found if not finding.reason)),
        waived=tuple(sorted(finding for finding in found if finding.reason)),
        questions=len(questions),
        quizzes=len(chosen),
        without_explanation=sum(not question.explanation for question in questions),
        without_citation=sum(not question.citations for question in questions),
        unsettled=sum(len(quiz.drafts) for quiz in chosen),
    )


def _findings(catalog: Catalog, thresholds: Thresholds) -> Iterator[LintFinding]:
    for quiz in catalog.quizzes.values():
        yield from lint_shares(quiz, thresholds)
        yield from lint_questions(quiz, thresholds)
    yield from lint_likeness(list(catalog.quizzes.values()), thresholds)
    yield from lint_lessons(catalog, thresholds)


def _is_about(finding: LintFinding, catalog: Catalog, quiz_ids: frozenset[str]) -> bool:
    quizzes = [catalog.quizzes[quiz_id] for quiz_id in quiz_ids]
    lessons = {catalog.lessons[quiz.lesson].path for quiz in quizzes if quiz.lesson in catalog.lessons}
    paths = {quiz.path for quiz in quizzes} | lessons
    return finding.place.path in paths or any(
        question.startswith(f"{quiz_id}/") for question in finding.questions for quiz_id in quiz_ids
    )
