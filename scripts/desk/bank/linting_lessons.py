"""Find the articles that a lesson speaks of and no question asks about."""

from __future__ import annotations

import re
from collections.abc import Iterator

from desk.bank.linting_model import LintFinding, name_some
from lianxue.content.article import Article
from lianxue.content.catalog import Catalog
from lianxue.content.lesson import Lesson
from lianxue.reading.problem import Place

_LINK = re.compile(
    r"regulations/(?P<regulation>[a-z0-9-]+)\.md#art-(?P<number>\d{1,4})(?:-(?P<inserted>\d{1,3}))?"
)


def lint_lessons(catalog: Catalog) -> Iterator[LintFinding]:
    """One finding for each lesson that links to articles without a question."""
    asked = asked_articles(catalog)
    for lesson in catalog.lessons.values():
        for regulation_id in lesson.regulations:
            linked = _linked_articles(catalog, lesson, regulation_id)
            missing = sorted(set(linked) - asked.get(regulation_id, set()))
            if missing:
                regulation = catalog.regulations[regulation_id]
                named = name_some([article.label for article in missing], "条")
                message = f"课文讲到《{regulation.title}》的 {len(set(linked))} 条，其中 {len(missing)} 条没有题目：{named}"
                yield LintFinding(
                    place=Place(lesson.path, min(linked[article] for article in missing)),
                    rule="article-without-question",
                    message=message,
                )


def asked_articles(catalog: Catalog) -> dict[str, set[Article]]:
    """Regulation id → the articles that some question cites."""
    asked: dict[str, set[Article]] = {}
    for quiz in catalog.quizzes.values():
        for question in quiz.questions:
            for citation in question.citations:
                regulation = catalog.titles.get(citation.regulation)
                if regulation is not None and citation.article is not None:
                    asked.setdefault(regulation.id, set()).add(citation.article)
    return asked


def _linked_articles(catalog: Catalog, lesson: Lesson, regulation_id: str) -> dict[Article, int]:
    """The articles of a regulation that a lesson links to, each with the line of its first link."""
    source = catalog.sources[lesson.path]
    linked: dict[Article, int] = {}
    if regulation_id not in catalog.regulations:
        return linked
    known = set(catalog.regulations[regulation_id].articles)
    for index, line in enumerate(source.body.split("\n")):
        for match in _LINK.finditer(line):
            article = Article(int(match["number"]), int(match["inserted"] or 0))
            if match["regulation"] == regulation_id and article in known:
                linked.setdefault(article, source.body_line + index)
    return linked
