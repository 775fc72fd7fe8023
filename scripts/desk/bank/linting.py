"""Look a question bank over for habits that make questions easier to guess than to know."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from desk.bank.linting_lessons import lint_lessons
from desk.bank.linting_likeness import lint_likeness
from desk.bank.linting_model import LintFinding
from desk.bank.linting_questions import lint_questions
from desk.bank.linting_shares import lint_shares
from desk.wanted import find_quizzes
from lianxue.content.catalog import Catalog
from lianxue.content.quiz import Quiz


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


def lint(catalog: Catalog, names: Sequence[str] = ()) -> LintReport:
    """Look over the whole bank, or for findings about the quizzes of these ids or files.

    Those are compared with all others too. Raises DeskError for a name that is no quiz.
    """
    chosen = find_quizzes(catalog, names)
    found = [finding for finding in _findings(catalog) if not names or _is_about(finding, catalog, chosen)]
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


def _findings(catalog: Catalog) -> Iterator[LintFinding]:
    for quiz in catalog.quizzes.values():
        yield from lint_shares(quiz)
        yield from lint_questions(quiz)
    yield from lint_likeness(list(catalog.quizzes.values()))
    yield from lint_lessons(catalog)


def _is_about(finding: LintFinding, catalog: Catalog, quizzes: Sequence[Quiz]) -> bool:
    lessons = {catalog.lessons[quiz.lesson].path for quiz in quizzes if quiz.lesson in catalog.lessons}
    paths = {quiz.path for quiz in quizzes} | lessons
    return finding.place.path in paths or any(
        question.startswith(f"{quiz.id}/") for question in finding.questions for quiz in quizzes
    )
