"""Complete a regulation page: every article of the register gets a heading with its anchor."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from lianxue.content.article import Article
from lianxue.content.catalog import Catalog
from lianxue.content.official_text import QUOTE, paragraph_anchors, read_quotation
from lianxue.content.regulation import ATTRIBUTES, PREAMBLE, Heading, Regulation, find_headings
from lianxue.rendering.urls import question_anchor, quiz_page

Links = Mapping[Article, Sequence[str]]

# The styles make a compact grid of the list under this anchor.
LIST_HEADING = "## 条文目录 { #articles }"
_LINKS_CLASS = "{ .lx-article-links }"


def complete_outline(markdown: str, regulation: Regulation, catalog: Catalog) -> str:
    """The author's Markdown with anchors on its headings and headings for absent articles.

    Paragraphs of official text get anchors too. Under each article stand links to the questions that cite it. An absent article follows the
    last one before it; where the author wrote of no article at all, they make one list.
    """
    links = question_links(regulation, catalog)
    sections = list(_sections(markdown, regulation))
    if regulation.preamble and not any(section.is_preamble for section in sections):
        preamble = ["", f"## {regulation.preamble} {{ #{PREAMBLE} }}", ""]
        sections.insert(1, _Section(None, preamble, is_preamble=True))  # citations lead there
    written = [section.article for section in sections if section.article]
    absent = [article for article in regulation.articles if article not in written]
    if not regulation.articles:
        return "\n".join(line for section in sections for line in section.lines)
    if not written:
        lines = [line for section in sections for line in section.lines]
        return "\n".join([*lines, "", LIST_HEADING, "", *_list_lines(absent, links)])
    result: list[str] = []
    for section in sections:
        if section.article == written[0]:
            result.extend(_article_lines([a for a in absent if a < written[0]], links))
        result.extend(_with_paragraph_anchors(section) if section.article else section.lines)
        if section.article:
            result.extend(_link_lines(section.article, links))
            following = min((a for a in written if a > section.article), default=None)
            between = [a for a in absent if a > section.article and not (following and a > following)]
            result.extend(_article_lines(between, links))
    return "\n".join(result)


@dataclass(frozen=True, slots=True)
class _Section:
    """Lines from one heading of the outline to the next; `article` is None for other sections."""

    article: Article | None
    lines: list[str]
    is_preamble: bool = False


def _sections(markdown: str, regulation: Regulation) -> Iterator[_Section]:
    lines = markdown.split("\n")
    used: set[str] = set()  # a heading written twice is a problem already; its anchor stays with the first
    section = _Section(None, [])
    headings = {heading.index: heading for heading in find_headings(markdown, regulation.preamble)}
    for index, line in enumerate(lines):
        heading = headings.get(index)
        if heading is None or heading.anchor in used:
            section.lines.append(line)
            continue
        used.add(heading.anchor)
        yield section
        lines_of_heading = [_with_anchor(line, heading)]
        section = _Section(heading.article, lines_of_heading, is_preamble=heading.anchor == PREAMBLE)
    yield section


def _with_anchor(line: str, heading: Heading) -> str:
    text = ATTRIBUTES.sub("", line).rstrip().rstrip("#").rstrip()
    return f"{text} {{ #{heading.anchor} }}"


def _with_paragraph_anchors(section: _Section) -> list[str]:
    """An article's lines with an anchor below each paragraph of its official text."""
    rest, paragraphs = read_quotation(section.lines, 1, len(section.lines))
    if not paragraphs or section.article is None:
        return section.lines
    anchors = iter(paragraph_anchors(section.article.anchor, paragraphs))
    lines: list[str] = []
    for line, following in zip(section.lines[:rest], [*section.lines[1:rest], ""], strict=True):
        lines.append(line)
        if line.startswith(QUOTE) and line.strip(f"{QUOTE} "):
            if following.strip(f"{QUOTE} "):
                lines.append(QUOTE)  # each line is a paragraph of its own
            lines.insert(len(lines) - (lines[-1] == QUOTE), f"{QUOTE} {{ #{next(anchors)} }}")
    return [*lines, *section.lines[rest:]]


def _article_lines(articles: Sequence[Article], links: Links) -> list[str]:
    return [
        line
        for article in articles
        for line in ("", f"### {article.label} {{ #{article.anchor} }}", *_link_lines(article, links))
    ]


def _link_lines(article: Article, links: Links) -> list[str]:
    if article not in links:
        return [""]
    return ["", f"自测题：{'　'.join(links[article])}", _LINKS_CLASS, ""]


def _list_lines(articles: Sequence[Article], links: Links) -> list[str]:
    return [
        line
        for article in articles
        for line in (
            f"- {' '.join([article.label, *links.get(article, ())])}",
            f"  {{ #{article.anchor} }}",
        )
    ]


def question_links(regulation: Regulation, catalog: Catalog) -> Links:
    """Markdown links to the questions that rest on each article."""
    found: dict[Article, list[str]] = {}
    for article, link in _question_links(regulation, catalog):
        if link not in found.setdefault(article, []):
            found[article].append(link)
    return found


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
