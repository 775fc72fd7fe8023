"""What pages say about lessons, regulations and quizzes elsewhere: titles, facts and urls.

Authors' texts are escaped here, once: templates print cards as they are.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from markupsafe import escape

from lianxue.content.catalog import Catalog
from lianxue.content.left_to_edit import TO_FILL
from lianxue.content.lesson import Lesson
from lianxue.content.quiz import Quiz
from lianxue.content.regulation import CURRENT, Regulation
from lianxue.content.vocabulary import DISCIPLINES
from lianxue.rendering.case_cards import CaseCard, make_case_cards
from lianxue.rendering.urls import answers_page, lesson_url, page_url, quiz_page, regulation_url


@dataclass(frozen=True, slots=True, kw_only=True)
class RegulationCard:
    """A regulation's row in the register as it is shown; days are 2026-02-28 or ""."""

    id: str
    title: str
    short_title: str
    short_titles: tuple[str, ...]
    url: str
    status: str
    is_current: bool
    is_past: bool  # replaced or repealed
    issuer: str
    document_number: str
    issued_on: str
    effective_on: str
    article_count: int
    checked_on: str
    source: str
    question_count: int  # of the whole bank that rest on it


@dataclass(frozen=True, slots=True, kw_only=True)
class LessonCard:
    """A lesson as it is announced."""

    id: str
    title: str
    month: str
    year: int
    month_number: int
    url: str
    summary: str
    minutes: int
    disciplines: tuple[str, ...]
    audience: tuple[str, ...]
    regulations: tuple[RegulationCard, ...]
    quiz_ids: tuple[str, ...]
    quiz_url: str  # its first quiz's own page, "" where it has none
    question_count: int
    source: str
    reviewed_by: str
    reviewed_on: str
    review_due: str


@dataclass(frozen=True, slots=True, kw_only=True)
class QuizCard:
    """A quiz as it is listed."""

    id: str
    title: str
    url: str
    answers_url: str
    question_count: int
    pass_mark: int
    month: str
    lesson_title: str
    lesson_url: str
    regulation_title: str
    regulation_url: str
    type_counts: tuple[tuple[str, int], ...]
    disciplines: tuple[str, ...]
    matching_count: int  # questions of the group it is listed under


@dataclass(frozen=True, slots=True)
class Cards:
    """The cards of a catalog, made once for all pages."""

    lessons: tuple[LessonCard, ...]  # the oldest month first
    regulations: Mapping[str, RegulationCard]  # by id: in force first, then the newest
    quizzes: Mapping[str, QuizCard]  # by id
    cases: tuple[CaseCard, ...]  # the newest month first


def make_cards(catalog: Catalog) -> Cards:
    """Every card of a catalog."""
    counts = _questions_by_regulation(catalog)
    regulations = {
        regulation.id: _regulation_card(regulation, counts[regulation.id])
        for regulation in _ranked(catalog.regulations.values())
    }
    lessons = [_lesson_card(lesson, regulations, catalog) for lesson in catalog.lessons.values()]
    return Cards(
        tuple(sorted(lessons, key=lambda card: (card.month, card.id))),
        regulations,
        {quiz.id: _quiz_card(quiz, catalog) for quiz in catalog.quizzes.values()},
        make_case_cards(catalog, regulations),
    )


def _questions_by_regulation(catalog: Catalog) -> Counter[str]:
    """How many questions of the whole bank rest on each regulation, by its id."""
    return Counter(
        regulation_id
        for quiz in catalog.quizzes.values()
        for question in quiz.questions
        for regulation_id in {
            catalog.titles[citation.regulation].id
            for citation in question.citations
            if citation.regulation in catalog.titles
        }
    )


def _ranked(regulations: Iterable[Regulation]) -> list[Regulation]:
    """Those in force first, then by the day of issue, the newest first."""
    ranked = sorted(regulations, key=lambda item: item.id)
    ranked.sort(key=lambda item: str(item.issued_on or ""), reverse=True)
    return sorted(ranked, key=lambda item: item.is_stale)


def _regulation_card(regulation: Regulation, question_count: int) -> RegulationCard:
    return RegulationCard(
        id=regulation.id,
        title=escape(regulation.title),
        short_title=escape((regulation.short_titles or (regulation.title,))[0]),
        short_titles=tuple(map(escape, regulation.short_titles)),
        url=regulation_url(regulation),
        status=regulation.shown_status,
        is_current=regulation.shown_status == CURRENT,
        is_past=regulation.is_stale,
        issuer=escape(regulation.issuer),
        document_number=escape(regulation.document_number),
        issued_on=str(regulation.issued_on or ""),
        effective_on=str(regulation.effective_on or ""),
        article_count=len(regulation.articles),
        checked_on=str(regulation.checked_on or ""),
        source=escape(regulation.source),
        question_count=question_count,
    )


def _lesson_card(lesson: Lesson, regulations: Mapping[str, RegulationCard], catalog: Catalog) -> LessonCard:
    quizzes = catalog.quizzes_of(lesson.id)
    year, month = lesson.month.split("-")
    return LessonCard(
        id=lesson.id,
        title=escape(lesson.title),
        month=lesson.month,
        year=int(year),
        month_number=int(month),
        url=lesson_url(lesson),
        summary="" if TO_FILL in lesson.summary else escape(lesson.summary),  # a reminder is not for readers
        minutes=lesson.minutes,
        disciplines=lesson.disciplines,
        audience=tuple(map(escape, lesson.audience)),
        regulations=tuple(regulations[id_] for id_ in lesson.regulations if id_ in regulations),
        quiz_ids=tuple(quiz.id for quiz in quizzes),
        quiz_url=page_url(quiz_page(quizzes[0])) if quizzes else "",
        question_count=sum(len(quiz.questions) for quiz in quizzes),
        source=escape(lesson.source),
        reviewed_by=escape(lesson.reviewed_by),
        reviewed_on=str(lesson.reviewed_on or ""),
        review_due=str(lesson.review_due or ""),
    )


def _quiz_card(quiz: Quiz, catalog: Catalog) -> QuizCard:
    lesson = catalog.lessons.get(quiz.lesson)
    regulation = catalog.titles.get(quiz.regulation)
    disciplines = {question.discipline for question in quiz.questions}
    return QuizCard(
        id=quiz.id,
        title=escape(quiz.title),
        url=page_url(quiz_page(quiz)),
        answers_url=page_url(answers_page(quiz)),
        question_count=len(quiz.questions),
        pass_mark=quiz.pass_mark,
        month=lesson.month if lesson else "",
        lesson_title=escape(lesson.title) if lesson else "",
        lesson_url=lesson_url(lesson) if lesson else "",
        regulation_title=escape(regulation.title) if regulation else "",
        regulation_url=regulation_url(regulation) if regulation else "",
        type_counts=tuple(Counter(question.type.label for question in quiz.questions).items()),
        disciplines=tuple(name for name in DISCIPLINES if name in disciplines),
        matching_count=len(quiz.questions),
    )
