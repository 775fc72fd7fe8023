"""The lists that home and the index pages show."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from lianxue.content.catalog import Catalog
from lianxue.content.quiz import Quiz
from lianxue.content.vocabulary import DISCIPLINES
from lianxue.reading.spelling import period_words
from lianxue.rendering.cards import Cards, LessonCard, QuizCard, RegulationCard

QUIZ_INDEX = "quizzes/index.html"


@dataclass(frozen=True, slots=True)
class MonthView:
    """One month of a year and its lessons."""

    number: int
    month: str
    lessons: tuple[LessonCard, ...]


@dataclass(frozen=True, slots=True)
class YearView:
    """Twelve months."""

    year: int
    months: tuple[MonthView, ...]


@dataclass(frozen=True, slots=True)
class DisciplineCard:
    """One of the six disciplines."""

    name: str
    url: str
    question_count: int


@dataclass(frozen=True, slots=True)
class HomeView:
    """Everything the home page shows."""

    lessons: tuple[LessonCard, ...]
    newest: LessonCard | None
    years: tuple[YearView, ...]
    regulations: tuple[RegulationCard, ...]
    disciplines: tuple[DisciplineCard, ...]


@dataclass(frozen=True, slots=True)
class QuizGroup:
    """Quizzes under one regulation, discipline or month."""

    title: str
    anchor: str
    quizzes: tuple[QuizCard, ...]


@dataclass(frozen=True, slots=True)
class QuizGrouping:
    """All quizzes in one order; `key` is regulation, discipline or month."""

    key: str
    title: str
    items: tuple[QuizGroup, ...]


def home_view(catalog: Catalog, cards: Cards) -> HomeView:
    """The home page."""
    return HomeView(
        lessons=cards.lessons,
        newest=cards.lessons[-1] if cards.lessons else None,
        years=year_views(cards),
        regulations=tuple(card for card in cards.regulations.values() if not card.is_past),
        disciplines=tuple(_discipline_card(name, catalog) for name in DISCIPLINES),
    )


def year_views(cards: Cards) -> tuple[YearView, ...]:
    """The years that have lessons, the earliest first."""
    return tuple(
        YearView(year, tuple(_month_view(year, number, cards) for number in range(1, 13)))
        for year in sorted({lesson.year for lesson in cards.lessons})
    )


def _month_view(year: int, number: int, cards: Cards) -> MonthView:
    month = f"{year}-{number:02}"
    return MonthView(number, month, tuple(card for card in cards.lessons if card.month == month))


def _discipline_card(name: str, catalog: Catalog) -> DisciplineCard:
    return DisciplineCard(
        name=name,
        url=f"{QUIZ_INDEX}#{_discipline_anchor(name)}",
        question_count=sum(_count(quiz, name) for quiz in catalog.quizzes.values()),
    )


def _discipline_anchor(name: str) -> str:
    return f"discipline-{name}"


def _count(quiz: Quiz, discipline: str) -> int:
    return sum(question.discipline == discipline for question in quiz.questions)


def quiz_groupings(catalog: Catalog, cards: Cards) -> tuple[QuizGrouping, ...]:
    """All quizzes by regulation, by discipline and by month."""
    return (
        QuizGrouping("regulation", "按法规", _filled(_by_regulation(catalog, cards))),
        QuizGrouping("discipline", "按纪律", _filled(_by_discipline(catalog, cards))),
        QuizGrouping("month", "按月份", _filled(_by_month(cards))),
    )


def _by_regulation(catalog: Catalog, cards: Cards) -> Iterator[QuizGroup]:
    owners = {
        quiz.id: regulation.id if (regulation := catalog.titles.get(quiz.regulation)) else ""
        for quiz in catalog.quizzes.values()
    }
    for card in cards.regulations.values():
        quizzes = tuple(quiz for quiz in cards.quizzes.values() if owners[quiz.id] == card.id)
        yield QuizGroup(card.title, f"regulation-{card.id}", quizzes)
    rest = tuple(quiz for quiz in cards.quizzes.values() if not owners[quiz.id])
    yield QuizGroup("综合", "regulation-none", rest)


def _by_discipline(catalog: Catalog, cards: Cards) -> Iterator[QuizGroup]:
    for name in DISCIPLINES:
        counts = {quiz.id: _count(quiz, name) for quiz in catalog.quizzes.values()}
        quizzes = (
            replace(card, matching_count=counts[card.id])
            for card in cards.quizzes.values()
            if counts[card.id]
        )
        yield QuizGroup(name, _discipline_anchor(name), tuple(quizzes))


def _by_month(cards: Cards) -> Iterator[QuizGroup]:
    quizzes = cards.quizzes.values()
    for month in sorted({card.month for card in quizzes if card.month}, reverse=True):
        of_month = tuple(card for card in quizzes if card.month == month)
        yield QuizGroup(period_words(month), f"month-{month}", of_month)
    rest = tuple(card for card in quizzes if not card.month)
    yield QuizGroup("不属于某一月", "month-none", rest)


def _filled(groups: Iterable[QuizGroup]) -> tuple[QuizGroup, ...]:
    return tuple(group for group in groups if group.quizzes)
