"""The rules that hold between files: ids, citations, lessons, marks and review dates."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from itertools import product
from typing import TYPE_CHECKING

from lianxue.content.citation import Citation
from lianxue.content.kinds import kind_of
from lianxue.content.lesson import LESSON
from lianxue.content.preset_rules import check_presets
from lianxue.content.question import Material, Question, QuestionCitations
from lianxue.content.quiz import Quiz
from lianxue.content.regulation import REGULATION, Regulation
from lianxue.content.unknown_names import unknown_lesson, unknown_quiz, unknown_regulation
from lianxue.reading.folding import fold_for_likeness
from lianxue.reading.problem import Place, Report

if TYPE_CHECKING:
    from lianxue.content.catalog import Catalog

_PART = re.compile("第[一二三四五六七八九十]+(?:部分|项|点)$")


def check_catalog(catalog: Catalog, report: Report, today: date | None) -> None:
    """Every rule across files."""
    _check_supersedes(catalog, report)
    _check_lessons(catalog, report)
    _check_quizzes(catalog, report)
    _check_marks(catalog, report)
    _check_likeness(catalog, report)
    _check_presets(catalog, report)
    if today is not None:
        _check_reviews(catalog, report, today)


def name_regulations(catalog: Catalog, report: Report) -> Mapping[str, Regulation]:
    """Every name of every regulation; a superseded one leaves its short names to its successor.

    Titles come before short titles and these before aliases, so that the lesser name is the problem.
    """
    superseded = {regulation.supersedes for regulation in catalog.regulations.values()}
    names: dict[str, Regulation] = {}
    by_age = sorted(catalog.regulations.values(), key=lambda item: item.id in superseded)
    ranked: tuple[Callable[[Regulation], Sequence[str]], ...] = (
        lambda one: (one.id, one.title),
        lambda one: one.short_titles,
        lambda one: one.aliases,
    )
    for names_of, regulation in product(ranked, by_age):
        for name in names_of(regulation):
            first = names.setdefault(name, regulation)
            if first is not regulation and regulation.id not in superseded:
                message = f"名称“{name}”已是 {first.path} 的名称：同一个名称只能指一部法规"
                report.note(regulation.place, "duplicate-title", message)
    return names


def _check_supersedes(catalog: Catalog, report: Report) -> None:
    known = _ids(REGULATION.name, catalog)
    for regulation in catalog.regulations.values():
        if regulation.supersedes and regulation.supersedes not in known:
            message = unknown_regulation(regulation.supersedes, catalog)
            report.note(regulation.supersedes_place, "unknown-regulation", message)


def _check_lessons(catalog: Catalog, report: Report) -> None:
    known = _ids(REGULATION.name, catalog)
    for lesson in catalog.lessons.values():
        for regulation_id in lesson.regulations:
            if regulation_id not in known:
                message = unknown_regulation(regulation_id, catalog)
                report.note(lesson.places[regulation_id], "unknown-regulation", message)


def _ids(kind_name: str, catalog: Catalog) -> list[str]:
    """The ids of a kind's files. One that is there but broken is reported at that file alone."""
    found = filter(None, map(kind_of, sorted(catalog.paths)))
    return [record_id for kind, record_id in found if kind.name == kind_name]


def _is_unknown(name: str, catalog: Catalog) -> bool:
    """Whether no regulation has a name; not to be said while one of them cannot be read."""
    is_whole = len(catalog.regulations) == len(_ids(REGULATION.name, catalog))
    return name not in catalog.titles and is_whole


def is_registered(regulation_id: str, catalog: Catalog) -> bool:
    """Whether there is a file of a regulation, be it one that cannot be read."""
    return regulation_id in _ids(REGULATION.name, catalog)


def _check_quizzes(catalog: Catalog, report: Report) -> None:
    for quiz in catalog.quizzes.values():
        lesson_ids = _ids(LESSON.name, catalog)
        if quiz.lesson and quiz.lesson not in lesson_ids:
            report.note(quiz.places["lesson"], "unknown-lesson", unknown_lesson(quiz.lesson, lesson_ids))
        if quiz.regulation and _is_unknown(quiz.regulation, catalog):
            message = unknown_regulation(quiz.regulation, catalog)
            report.note(quiz.places["regulation"], "unknown-regulation", message)
        for cited in quiz.citations:
            _check_citations(quiz, cited, catalog, report)


def _check_citations(quiz: Quiz, cited: QuestionCitations, catalog: Catalog, report: Report) -> None:
    own = Report()
    for citation in cited.citations:
        if citation.regulation != quiz.regulation or quiz.regulation in catalog.titles:
            check_citation(cited.label, citation, catalog, own)
    report.extend(p for p in own.problems if p.rule not in cited.waived)


def check_citation(label: str, citation: Citation, catalog: Catalog, report: Report) -> None:
    """The regulation and article of one citation exist; `label` opens the messages where it is not ""."""

    def note(rule: str, message: str) -> None:
        report.note(citation.place, rule, f"{label}：{message}" if label else message)

    regulation = catalog.titles.get(citation.regulation)
    if regulation is None:
        if _is_unknown(citation.regulation, catalog):
            note("unknown-regulation", unknown_regulation(citation.regulation, catalog))
    elif citation.article is None:
        if not _is_preamble(citation.label, regulation.preamble) and not _is_part(citation.label, regulation):
            part = f"“{regulation.preamble}”和" if regulation.preamble else ""
            message = f"《{regulation.title}》没有“{citation.label}”：可引{part}条文，如第三条"
            note("unknown-article", message)
    elif citation.article not in regulation.articles:
        message = f"《{regulation.title}》没有{citation.label}（{_extent(regulation)}）"
        note("unknown-article", message)
    if regulation is not None and regulation.is_stale:
        message = f"依据的《{regulation.title}》（{regulation.id}）{regulation.status}：请改用现行版本"
        note("stale-citation", message)


def _is_preamble(label: str, preamble: str) -> bool:
    """Whether a label names the preamble, or a paragraph of it (总纲第二自然段)."""
    rest = label.removeprefix(preamble)
    return bool(preamble) and label.startswith(preamble) and (not rest or rest.endswith("自然段"))


def _is_part(label: str, regulation: Regulation) -> bool:
    """Whether a label names a numbered part of a document without articles (第三部分)."""
    return not regulation.articles and _PART.match(label) is not None


def _extent(regulation: Regulation) -> str:
    if not regulation.articles:
        return "它没有编条：可引部分，如第三部分"
    return f"到{regulation.articles[-1].label}为止"


def _check_marks(catalog: Catalog, report: Report) -> None:
    for marks in catalog.marks.values():
        lines: dict[str, int] = {}
        for mark in marks:
            is_there = any(f"quizzes/{mark.quiz}{suffix}" in catalog.paths for suffix in (".yml", ".yaml"))
            if not is_there:
                report.note(mark.place, "unknown-quiz", unknown_quiz(mark.quiz, catalog.quizzes))
            elif mark.quiz in lines:
                message = f"自测题 {mark.quiz} 在第 {lines[mark.quiz]} 行已放过：一页只放一次"
                report.note(mark.place, "quiz-twice", message)
            lines.setdefault(mark.quiz, mark.place.line)


def _check_presets(catalog: Catalog, report: Report) -> None:
    def unknown(name: str) -> str:
        return unknown_regulation(name, catalog) if _is_unknown(name, catalog) else ""

    check_presets(catalog, _ids(LESSON.name, catalog), unknown, report)


def _check_likeness(catalog: Catalog, report: Report) -> None:
    """The same stem twice is advice; with the same options it is the same question.

    Under two materials the same words ask two things.
    """
    seen: dict[str, list[tuple[Quiz, Question, str]]] = {}
    for quiz, question, material in _questions(catalog):
        stem = "\n".join((question.type.name, *map(fold_for_likeness, (material, question.stem))))
        content = "|".join(sorted(map(fold_for_likeness, question.body.revision_parts())))
        for other_quiz, other, other_content in seen.get(stem, ()):
            where = f"{other_quiz.path} {other.label}"
            if content == other_content:
                message = f"{question.label}：与 {where} 完全相同"
                report.note(question.place, "duplicate-question", message)
            elif "duplicate-stem" not in question.waived:
                message = f"{question.label}：题干与 {where} 相同"
                report.note(question.place, "duplicate-stem", message)
            break
        seen.setdefault(stem, []).append((quiz, question, content))


def _questions(catalog: Catalog) -> Iterator[tuple[Quiz, Question, str]]:
    """(quiz, question, text of its material or "")."""
    for quiz in catalog.quizzes.values():
        for part in quiz.parts:
            if isinstance(part, Material):
                yield from ((quiz, question, part.text) for question in part.questions)
            else:
                yield quiz, part, ""


def _check_reviews(catalog: Catalog, report: Report, today: date) -> None:
    for lesson in catalog.lessons.values():
        if lesson.review_due and lesson.review_due < today:
            place = lesson.places.get("review_due", Place(lesson.path))
            message = f"应在 {lesson.review_due} 前复核，已过期：请对照现行文本复核后改日期"
            report.note(place, "review-overdue", message)
