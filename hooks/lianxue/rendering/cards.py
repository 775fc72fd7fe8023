"""What pages say about lessons, regulations and quizzes elsewhere: titles, facts and urls."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from lianxue.content.catalog import Catalog
from lianxue.content.lesson import Lesson
from lianxue.content.quiz import Quiz
from lianxue.content.regulation import CURRENT, Regulation
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


def regulation_card(regulation: Regulation, catalog: Catalog) -> RegulationCard:
    """The card of a regulation."""
    return RegulationCard(
        id=regulation.id,
        title=regulation.title,
        short_title=(regulation.short_titles or (regulation.title,))[0],
        short_titles=regulation.short_titles,
        url=regulation_url(regulation),
        status=regulation.shown_status,
        is_current=regulation.shown_status == CURRENT,
        issuer=regulation.issuer,
        document_number=regulation.document_number,
        issued_on=str(regulation.issued_on or ""),
        effective_on=str(regulation.effective_on or ""),
        article_count=len(regulation.articles),
        checked_on=str(regulation.checked_on or ""),
        source=regulation.source,
        question_count=len(questions_on(regulation, catalog)),
    )


def questions_on(regulation: Regulation, catalog: Catalog) -> list[str]:
    """Full ids of the questions that rest on a regulation."""
    return [
        question.full_id
        for quiz in catalog.quizzes.values()
        for question in quiz.questions
        if any(catalog.titles.get(c.regulation) is regulation for c in question.citations)
    ]


def regulation_cards(catalog: Catalog) -> list[RegulationCard]:
    """The whole register: those in force first, then by the day of issue, the newest first."""
    cards = [regulation_card(item, catalog) for item in catalog.regulations.values()]
    cards.sort(key=lambda card: card.id)
    cards.sort(key=lambda card: card.issued_on, reverse=True)
    return sorted(cards, key=lambda card: card.status not in (CURRENT, "待核"))


def lesson_card(lesson: Lesson, catalog: Catalog) -> LessonCard:
    """The card of a lesson."""
    quizzes = catalog.quizzes_of(lesson.id)
    year, month = lesson.month.split("-")
    return LessonCard(
        id=lesson.id,
        title=lesson.title,
        month=lesson.month,
        year=int(year),
        month_number=int(month),
        url=lesson_url(lesson),
        summary=lesson.summary,
        minutes=lesson.minutes,
        disciplines=lesson.disciplines,
        audience=lesson.audience,
        regulations=tuple(
            regulation_card(catalog.regulations[regulation_id], catalog)
            for regulation_id in lesson.regulations
            if regulation_id in catalog.regulations
        ),
        quiz_ids=tuple(quiz.id for quiz in quizzes),
        quiz_url=page_url(quiz_page(quizzes[0])) if quizzes else "",
        question_count=sum(len(quiz.questions) for quiz in quizzes),
        source=lesson.source,
        reviewed_by=lesson.reviewed_by,
        reviewed_on=str(lesson.reviewed_on or ""),
        review_due=str(lesson.review_due or ""),
    )


def lesson_cards(catalog: Catalog) -> list[LessonCard]:
    """Every lesson, the oldest month first."""
    cards = [lesson_card(lesson, catalog) for lesson in catalog.lessons.values()]
    return sorted(cards, key=lambda card: (card.month, card.id))


def quiz_card(quiz: Quiz, catalog: Catalog, matching_count: int | None = None) -> QuizCard:
    """The card of a quiz; `matching_count` where it is listed for some of its questions."""
    lesson = catalog.lessons.get(quiz.lesson)
    regulation = catalog.titles.get(quiz.regulation)
    types = Counter(question.type.label for question in quiz.questions)
    return QuizCard(
        id=quiz.id,
        title=quiz.title,
        url=page_url(quiz_page(quiz)),
        answers_url=page_url(answers_page(quiz)),
        question_count=len(quiz.questions),
        pass_mark=quiz.pass_mark,
        month=lesson.month if lesson else "",
        lesson_title=lesson.title if lesson else "",
        lesson_url=lesson_url(lesson) if lesson else "",
        regulation_title=regulation.title if regulation else "",
        regulation_url=regulation_url(regulation) if regulation else "",
        type_counts=tuple(types.items()),
        disciplines=_sorted_disciplines(question.discipline for question in quiz.questions),
        matching_count=len(quiz.questions) if matching_count is None else matching_count,
    )


def _sorted_disciplines(disciplines: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted({discipline for discipline in disciplines if discipline}))


def neighbours(card: LessonCard, cards: Sequence[LessonCard]) -> tuple[LessonCard | None, LessonCard | None]:
    """The lessons before and after one among all, by month."""
    ids = [other.id for other in cards]
    index = ids.index(card.id)
    before = cards[index - 1] if index else None
    after = cards[index + 1] if index + 1 < len(cards) else None
    return before, after
