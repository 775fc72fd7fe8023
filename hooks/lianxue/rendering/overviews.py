"""The lists that home and the index pages show."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from lianxue.content.catalog import Catalog
from lianxue.content.quiz import Quiz
from lianxue.content.vocabulary import DISCIPLINES
from lianxue.rendering.cards import (
    LessonCard,
    QuizCard,
    RegulationCard,
    lesson_cards,
    quiz_card,
    regulation_cards,
)

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
    lesson_count: int


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


def home_view(catalog: Catalog) -> HomeView:
    """The home page."""
    lessons = lesson_cards(catalog)
    return HomeView(
        lessons=tuple(lessons),
        newest=lessons[-1] if lessons else None,
        years=year_views(lessons),
        regulations=tuple(regulation_cards(catalog)),
        disciplines=tuple(_discipline_card(name, catalog) for name in DISCIPLINES),
    )


def year_views(lessons: Sequence[LessonCard]) -> tuple[YearView, ...]:
    """The years that have lessons, the earliest first."""
    return tuple(
        YearView(year, tuple(_month_view(year, number, lessons) for number in range(1, 13)))
        for year in sorted({lesson.year for lesson in lessons})
    )


def _month_view(year: int, number: int, lessons: Iterable[LessonCard]) -> MonthView:
    month = f"{year}-{number:02}"
    return MonthView(number, month, tuple(card for card in lessons if card.month == month))


def _discipline_card(name: str, catalog: Catalog) -> DisciplineCard:
    return DisciplineCard(
        name=name,
        url=f"{QUIZ_INDEX}#{_discipline_anchor(name)}",
        question_count=sum(_count(quiz, name) for quiz in catalog.quizzes.values()),
        lesson_count=sum(name in lesson.disciplines for lesson in catalog.lessons.values()),
    )


def _discipline_anchor(name: str) -> str:
    return f"discipline-{name}"


def _count(quiz: Quiz, discipline: str) -> int:
    return sum(question.discipline == discipline for question in quiz.questions)


def quiz_groupings(catalog: Catalog) -> tuple[QuizGrouping, ...]:
    """All quizzes by regulation, by discipline and by month."""
    quizzes = list(catalog.quizzes.values())
    return (
        QuizGrouping("regulation", "按法规", _by_regulation(quizzes, catalog)),
        QuizGrouping("discipline", "按纪律", _by_discipline(quizzes, catalog)),
        QuizGrouping("month", "按月份", _by_month(quizzes, catalog)),
    )


def _by_regulation(quizzes: Sequence[Quiz], catalog: Catalog) -> tuple[QuizGroup, ...]:
    groups = [
        QuizGroup(
            card.title,
            f"regulation-{card.id}",
            tuple(
                quiz_card(quiz, catalog)
                for quiz in quizzes
                if quiz.regulation and catalog.titles[quiz.regulation].id == card.id
            ),
        )
        for card in regulation_cards(catalog)
    ]
    rest = tuple(quiz_card(quiz, catalog) for quiz in quizzes if not quiz.regulation)
    return _filled([*groups, QuizGroup("综合", "regulation-none", rest)])


def _by_discipline(quizzes: Sequence[Quiz], catalog: Catalog) -> tuple[QuizGroup, ...]:
    return _filled(
        QuizGroup(
            name,
            _discipline_anchor(name),
            tuple(quiz_card(quiz, catalog, count) for quiz in quizzes if (count := _count(quiz, name))),
        )
        for name in DISCIPLINES
    )


def _by_month(quizzes: Sequence[Quiz], catalog: Catalog) -> tuple[QuizGroup, ...]:
    cards = [quiz_card(quiz, catalog) for quiz in quizzes]
    months = sorted({card.month for card in cards if card.month}, reverse=True)
    groups = [
        QuizGroup(
            f"{month[:4]} 年 {int(month[5:])} 月",
            f"month-{month}",
            tuple(card for card in cards if card.month == month),
        )
        for month in months
    ]
    rest = tuple(card for card in cards if not card.month)
    return _filled([*groups, QuizGroup("不属于某一月", "month-none", rest)])


def _filled(groups: Iterable[QuizGroup]) -> tuple[QuizGroup, ...]:
    return tuple(group for group in groups if group.quizzes)
