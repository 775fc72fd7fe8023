"""A booklet (学习汇编): what was studied in a month or a year, gathered from the catalog."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from desk.failures import DeskError
from lianxue.content.case import Case
from lianxue.content.catalog import Catalog
from lianxue.content.lesson import Lesson
from lianxue.content.quiz import Quiz
from lianxue.content.regulation import Regulation
from lianxue.reading.front_matter import MarkdownSource
from lianxue.reading.spelling import period_words

_PERIOD = re.compile(r"(?P<year>20\d\d)(?:-(?P<month>0[1-9]|1[0-2]))?$")
ANSWERS = "自测题答案与解析"


@dataclass(frozen=True, slots=True)
class Page:
    """A page with what its author wrote."""

    record: Lesson | Case
    source: MarkdownSource

    @property
    def title(self) -> str:
        """Its title."""
        return self.record.title


@dataclass(frozen=True, slots=True, kw_only=True)
class MonthPart:
    """One month of a booklet."""

    month: str  # 2026-02
    lessons: tuple[Page, ...]
    regulations: tuple[Regulation, ...]
    cases: tuple[Page, ...]
    quizzes: tuple[Quiz, ...]

    @property
    def title(self) -> str:
        """2026 年 2 月."""
        return period_words(self.month)


@dataclass(frozen=True, slots=True, kw_only=True)
class Booklet:
    """Everything but the look."""

    title: str
    organisation: str
    period: str  # 2026 年, 2026 年 2 月
    months: tuple[MonthPart, ...]

    @property
    def paths(self) -> frozenset[str]:
        """Every file of the portal that goes into it."""
        pages = (page.source.path for month in self.months for page in (*month.lessons, *month.cases))
        texts = (regulation.path for month in self.months for regulation in month.regulations)
        return frozenset((*pages, *texts, *(quiz.path for quiz in self.quizzes)))

    @property
    def quizzes(self) -> tuple[Quiz, ...]:
        """Every quiz, in order."""
        return tuple(quiz for month in self.months for quiz in month.quizzes)


def gather_booklet(catalog: Catalog, period: str, *, organisation: str, site_name: str) -> Booklet:
    """The booklet of a year (2026) or a month (2026-04). Raises DeskError where it has no lesson."""
    match = _PERIOD.match(period.strip())
    if match is None:
        raise DeskError(f"“{period}”不是年份或者月份：请写成 2026 或 2026-04 的样子")
    known = sorted({lesson.month for lesson in catalog.lessons.values()})
    months = [month for month in known if month == match.group() or month.startswith(f"{match.group()}-")]
    if not months:
        hint = f"有课的月份：{'、'.join(known)}" if known else "还没有一课"
        raise DeskError(f"{period_words(match.group())}没有课，做不成学习汇编。{hint}")
    return Booklet(
        title=f"{site_name}学习汇编",
        organisation=organisation,
        period=period_words(match.group()),
        months=tuple(_month_part(catalog, month) for month in months),
    )


def _month_part(catalog: Catalog, month: str) -> MonthPart:
    lessons = [lesson for lesson in catalog.lessons.values() if lesson.month == month]
    cases = [case for case in catalog.cases.values() if case.month == month]
    quizzes = [quiz for lesson in lessons for quiz in catalog.quizzes_of(lesson.id)]
    return MonthPart(
        month=month,
        lessons=tuple(_pages(catalog, lessons)),
        regulations=tuple(_regulations(catalog, lessons, quizzes)),
        cases=tuple(_pages(catalog, cases)),
        quizzes=tuple(quiz for quiz in quizzes if quiz.parts),
    )


def _pages(catalog: Catalog, records: Sequence[Lesson | Case]) -> Iterator[Page]:
    for record in records:
        yield Page(record, catalog.sources[record.path])


def _regulations(catalog: Catalog, lessons: list[Lesson], quizzes: list[Quiz]) -> list[Regulation]:
    names = [name for lesson in lessons for name in lesson.regulations] + [
        quiz.regulation for quiz in quizzes
    ]
    found = [catalog.titles[name] for name in names if name in catalog.titles]
    return list({regulation.id: regulation for regulation in found}.values())
