"""All the content of a portal, read from its folders."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import cast

from lianxue.content.catalog_rules import check_catalog, name_regulations
from lianxue.content.kinds import CONTENT_KINDS, DOCS, kind_of
from lianxue.content.lesson import LESSON, Lesson
from lianxue.content.quiz import Quiz, parse_quiz
from lianxue.content.quiz_marks import QuizMark, find_marks
from lianxue.content.regulation import REGULATION, Regulation
from lianxue.reading.front_matter import MarkdownSource, read_front_matter
from lianxue.reading.problem import Problem, Report, sort_problems
from lianxue.reading.text_file import read_text, walk_files

QUIZZES = "quizzes"
PRESETS = "quizzes/presets/"  # exam blueprints, not quizzes


@dataclass(frozen=True, slots=True, kw_only=True)
class Catalog:
    """Everything that could be read, and every problem found on the way, sorted by place."""

    root: Path
    records: Mapping[str, Mapping[str, object]]  # name of a content kind → id → record
    quizzes: Mapping[str, Quiz]
    sources: Mapping[str, MarkdownSource]  # path below the project (docs/index.md) → page
    marks: Mapping[str, tuple[QuizMark, ...]]  # the same paths → quiz marks of that page
    problems: tuple[Problem, ...] = ()
    titles: Mapping[str, Regulation] = field(default_factory=dict)  # every name → regulation

    @property
    def lessons(self) -> Mapping[str, Lesson]:
        """Lessons by id."""
        return cast("Mapping[str, Lesson]", self.records[LESSON.name])

    @property
    def regulations(self) -> Mapping[str, Regulation]:
        """Regulations by id."""
        return cast("Mapping[str, Regulation]", self.records[REGULATION.name])

    @property
    def newest_month(self) -> str | None:
        """The month of the latest lesson, such as 2026-03."""
        return max((lesson.month for lesson in self.lessons.values()), default=None)

    def quizzes_of(self, lesson_id: str) -> tuple[Quiz, ...]:
        """The quizzes that name a lesson, by id."""
        return tuple(quiz for quiz in self.quizzes.values() if quiz.lesson == lesson_id)


def load_catalog(root: Path, today: date | None = None) -> Catalog:
    """Everything below `root/docs` and `root/quizzes`, with the rules across files checked.

    Overdue reviews are looked for only where `today` is given, so that a build depends on no
    clock. Raises OSError where a file cannot be opened; content problems never raise.
    """
    report = Report()
    catalog = _read_pages(root, report)
    catalog = replace(catalog, quizzes=_read_quizzes(root, report))
    catalog = replace(catalog, titles=name_regulations(catalog, report))
    check_catalog(catalog, report, today)
    return replace(catalog, problems=tuple(sort_problems(report.problems)))


def _read_pages(root: Path, report: Report) -> Catalog:
    records: dict[str, dict[str, object]] = {kind.name: {} for kind in CONTENT_KINDS}
    sources: dict[str, MarkdownSource] = {}
    marks: dict[str, tuple[QuizMark, ...]] = {}
    for file, path in walk_files(root, DOCS, report):
        if file.suffix != ".md":
            continue
        text = read_text(file, path, report)
        source = read_front_matter(text, path, report) if text is not None else None
        if source is None:
            continue
        sources[path] = source
        marks[path] = tuple(find_marks(source.body, path, source.body_line, report))
        place = kind_of(path)
        if place is not None:
            kind, record_id = place
            record = kind.parse(source, record_id, report)
            if record is not None:
                records[kind.name][record_id] = record
    return Catalog(root=root, records=records, quizzes={}, sources=sources, marks=marks)


def _read_quizzes(root: Path, report: Report) -> Mapping[str, Quiz]:
    quizzes: dict[str, Quiz] = {}
    for file, path in walk_files(root, QUIZZES, report):
        if file.suffix not in (".yml", ".yaml") or path.startswith(PRESETS):
            continue
        own = Report()
        text = read_text(file, path, own)
        quiz_id = path.removeprefix(f"{QUIZZES}/").removesuffix(file.suffix)
        quiz = parse_quiz(text, path, quiz_id, own) if text is not None else None
        if quiz is not None:
            quizzes[quiz_id] = quiz
        report.extend(own.problems)
    return quizzes
