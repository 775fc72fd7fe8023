"""Count a question bank: by regulation and article, discipline, type, difficulty and month."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from lianxue.content.article import Article
from lianxue.content.catalog import Catalog
from lianxue.content.question import Question
from lianxue.content.question_types.registry import QUESTION_TYPES
from lianxue.content.quiz import Quiz
from lianxue.content.regulation import PREAMBLE, Regulation, find_headings
from lianxue.content.vocabulary import DIFFICULTIES, DISCIPLINES

NOT_SAID, NO_CITATION, NO_LESSON = "未注明", "没有依据", "不属于某一课"


@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    """How many questions a name has."""

    name: str
    questions: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleCount:
    """One article (or the preamble) and how many questions cite it."""

    label: str  # 第九十七条 · 总纲
    short: str  # 97 · 120之一 · 总纲
    topic: str  # what our page calls it; "" where it does not say
    questions: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Division:
    """The articles under one heading; `title` is "" where a regulation has no divisions."""

    title: str
    articles: tuple[ArticleCount, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Coverage:
    """How far the questions of the bank cover one regulation."""

    regulation: str  # its id
    title: str
    status: str
    questions: int  # that cite it, each counted once
    articles: int
    covered: int  # articles with a question; the preamble is not counted
    divisions: tuple[Division, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class BankStats:
    """A bank in numbers. A question that cites two regulations counts in both."""

    questions: int
    quizzes: int
    unsettled: int
    without_explanation: int
    coverage: tuple[Coverage, ...]  # of every regulation in force or asked about, the most asked first
    by_regulation: tuple[Count, ...]
    by_type: tuple[Count, ...]
    by_discipline: tuple[Count, ...]
    by_difficulty: tuple[Count, ...]
    by_month: tuple[Count, ...]


def count(catalog: Catalog) -> BankStats:
    """The bank of a catalog in numbers."""
    quizzes = list(catalog.quizzes.values())
    questions = [question for quiz in quizzes for question in quiz.questions]
    cited = _cited(questions, catalog)
    shown = (one for one in catalog.regulations.values() if one.id in cited or not one.is_stale)
    coverage = sorted(
        (_cover(regulation, cited, catalog) for regulation in shown),
        key=lambda one: (-one.questions, one.title),
    )
    without_citation = sum(not question.citations for question in questions)
    return BankStats(
        questions=len(questions),
        quizzes=len(quizzes),
        unsettled=sum(len(quiz.drafts) for quiz in quizzes),
        without_explanation=sum(not question.explanation for question in questions),
        coverage=tuple(coverage),
        by_regulation=(
            *(Count(name=one.title, questions=one.questions) for one in coverage if one.questions),
            *([Count(name=NO_CITATION, questions=without_citation)] if without_citation else []),
        ),
        by_type=_in_order(
            [question.type.label for question in questions], [kind.label for kind in QUESTION_TYPES.values()]
        ),
        by_discipline=_in_order([question.discipline for question in questions], DISCIPLINES),
        by_difficulty=_in_order([question.difficulty for question in questions], DIFFICULTIES),
        by_month=_by_month(quizzes, catalog),
    )


def _in_order(values: Iterable[str], order: Sequence[str]) -> tuple[Count, ...]:
    """Every name of `order`, 0 too, and those that say none at the end."""
    counts = Counter(value or NOT_SAID for value in values)
    names = [*order, *([NOT_SAID] if counts[NOT_SAID] else [])]
    return tuple(Count(name=name, questions=counts[name]) for name in names)


def _by_month(quizzes: Sequence[Quiz], catalog: Catalog) -> tuple[Count, ...]:
    counts: Counter[str] = Counter()
    for quiz in quizzes:
        lesson = catalog.lessons.get(quiz.lesson)
        counts[lesson.month if lesson else NO_LESSON] += len(quiz.questions)
    return tuple(Count(name=name, questions=counts[name]) for name in sorted(counts))


def _cited(questions: Iterable[Question], catalog: Catalog) -> dict[str, dict[Article | None, set[str]]]:
    """Regulation id → article (None: the preamble) → full ids of the questions that cite it."""
    cited: dict[str, dict[Article | None, set[str]]] = {}
    for question in questions:
        for citation in question.citations:
            regulation = catalog.titles.get(citation.regulation)
            if regulation is not None:
                articles = cited.setdefault(regulation.id, {})
                articles.setdefault(citation.article, set()).add(question.full_id)
    return cited


def _cover(
    regulation: Regulation, cited: dict[str, dict[Article | None, set[str]]], catalog: Catalog
) -> Coverage:
    found = cited.get(regulation.id, {})
    return Coverage(
        regulation=regulation.id,
        title=regulation.title,
        status=regulation.shown_status,
        questions=len(set().union(*found.values())) if found else 0,
        articles=len(regulation.articles),
        covered=sum(article in found for article in regulation.articles),
        divisions=tuple(_divisions(regulation, found, catalog)),
    )


def _divisions(
    regulation: Regulation, found: dict[Article | None, set[str]], catalog: Catalog
) -> Iterable[Division]:
    """The articles in order under the headings of our page, which may leave out any of both."""
    source = catalog.sources.get(regulation.path)
    headings = list(find_headings(source.body, regulation.preamble)) if source else []
    topics = {one.article: one.text.partition(" ")[2].strip() for one in headings if one.article}
    begins: dict[Article, str] = {}
    title = ""
    for heading in headings:
        if heading.article is not None:
            begins[heading.article] = title
        elif heading.anchor != PREAMBLE:
            title = heading.text
    if regulation.preamble:
        asked = len(found.get(None, ()))
        name = regulation.preamble
        yield Division(title="", articles=(ArticleCount(label=name, short=name, topic="", questions=asked),))
    title, articles = "", list[ArticleCount]()
    for article in regulation.articles:
        if begins.get(article, title) != title:
            if articles:
                yield Division(title=title, articles=tuple(articles))
            title, articles = begins[article], []
        articles.append(
            ArticleCount(
                label=article.label,
                short=f"{article.number}" + (f"之{article.inserted}" if article.inserted else ""),
                topic=topics.get(article, ""),
                questions=len(found.get(article, ())),
            )
        )
    yield Division(title=title, articles=tuple(articles))
