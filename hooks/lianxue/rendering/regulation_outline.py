"""Complete a regulation page: every article of the register gets a heading with its anchor."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Mapping, Sequence

from lianxue.content.article import Article
from lianxue.content.catalog import Catalog
from lianxue.content.regulation import Heading, Regulation, find_headings
from lianxue.rendering.urls import question_anchor, quiz_page

LIST_HEADING = "## 条文目录"


def complete_outline(markdown: str, regulation: Regulation, catalog: Catalog) -> str:
    """The author's Markdown with anchors on its headings and headings for absent articles.

    An absent article is put before the next one that is there; where there is none, at the end.
    Under each article stand links to the questions that cite it.
    """
    lines = markdown.split("\n")
    headings = {heading.index: heading for heading in find_headings(markdown, regulation.preamble)}
    written = {heading.article for heading in headings.values() if heading.article}
    absent = [article for article in regulation.articles if article not in written]
    links = question_links(regulation, catalog)
    result: list[str] = []
    used: set[str] = set()  # a heading written twice is a problem already; its anchor stays with the first
    for index, line in enumerate(lines):
        heading = headings.get(index)
        if heading is None or heading.anchor in used:
            result.append(line)
            continue
        used.add(heading.anchor)
        if heading.article:
            before = [article for article in absent if article < heading.article]
            absent = absent[len(before) :]
            _insert_before_divisions(result, _article_lines(before, links))
        result.append(_with_anchor(line, heading))
        if heading.article:
            result.extend(links.get(heading.article, ()))
    if absent and not written:
        result.extend(("", LIST_HEADING))
    result.extend(_article_lines(absent, links))
    return "\n".join(result)


def _with_anchor(line: str, heading: Heading) -> str:
    return f"{line.rstrip().rstrip('#').rstrip()} {{ #{heading.anchor} }}"


def _insert_before_divisions(result: list[str], lines: Sequence[str]) -> None:
    """Absent articles belong to the division before, not under the heading just written."""
    if not lines:
        return
    place = len(result)
    while place and (not result[place - 1].strip() or result[place - 1].startswith("## ")):
        place -= 1
    result[place:place] = ["", *lines] if place else lines


def _article_lines(articles: Sequence[Article], links: Mapping[Article, Sequence[str]]) -> list[str]:
    return [
        line
        for article in articles
        for line in ("", f"### {article.label} {{ #{article.anchor} }}", *links.get(article, ()), "")
    ]


def question_links(regulation: Regulation, catalog: Catalog) -> Mapping[Article, Sequence[str]]:
    """Markdown lines under an article: the questions that rest on it."""
    found: dict[Article, list[str]] = {}
    for article, link in _question_links(regulation, catalog):
        found.setdefault(article, []).append(link)
    return {
        article: ("", f"自测题：{'　'.join(dict.fromkeys(links))}", "{ .lx-article-links }", "")
        for article, links in found.items()
    }


def _question_links(regulation: Regulation, catalog: Catalog) -> Iterator[tuple[Article, str]]:
    folder = posixpath.dirname(regulation.path.removeprefix("docs/"))
    for quiz in catalog.quizzes.values():
        page = posixpath.relpath(quiz_page(quiz), folder)
        for question in quiz.questions:
            for citation in question.citations:
                is_here = catalog.titles.get(citation.regulation) is regulation
                if is_here and citation.article in regulation.articles:
                    name = "" if quiz.regulation == regulation.id else f"{quiz.title} "
                    link = f"[{name}第 {question.number} 题]({page}#{question_anchor(question)})"
                    yield citation.article, link
