"""The index of regulations, terms and lessons, for readers who look a name up or have no JavaScript."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from markdown.extensions.toc import unique
from markupsafe import escape
from pymdownx.slugs import slugify
from pypinyin import lazy_pinyin

from lianxue.content.catalog import Catalog
from lianxue.content.fences import lines_outside_fences
from lianxue.content.regulation import ATTRIBUTES
from lianxue.reading.folding import fold_width
from lianxue.rendering.cards import Cards, LessonCard, RegulationCard
from lianxue.rendering.urls import page_url

GLOSSARY = "docs/glossary.md"
OTHER = "其他"  # terms that begin with no letter
_HEADING = re.compile(r"(?P<level>#{2,3})[ \t]+(?P<text>.+?)[ \t]*#*$")
_OWN_ID = re.compile(r"#(?P<id>[^\s{}]+)")
_MARKUP = re.compile(r"!?\[(?P<text>[^\]]*)\]\([^)]*\)|[*`]")
_slug = slugify(case="lower")  # as mkdocs.yml sets it


@dataclass(frozen=True, slots=True)
class IndexedRegulation:
    """A regulation and every other name it is known by."""

    card: RegulationCard
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class IndexedLesson:
    """A lesson and every other name it is known by."""

    card: LessonCard
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Term:
    """A term of the glossary and where it is explained."""

    text: str
    url: str


@dataclass(frozen=True, slots=True)
class LetterGroup:
    """The terms whose pinyin begins with one letter."""

    letter: str
    terms: tuple[Term, ...]


@dataclass(frozen=True, slots=True)
class TermIndex:
    """Everything the index page shows; texts are escaped."""

    regulations: tuple[IndexedRegulation, ...]
    letters: tuple[LetterGroup, ...]
    lessons: tuple[IndexedLesson, ...]
    glossary_url: str  # "" where there is none


def term_index(catalog: Catalog, cards: Cards) -> TermIndex:
    """The index of a catalog: regulations in force first, terms by pinyin, the newest lesson first."""
    regulations = [_regulation(card, catalog) for card in cards.regulations.values()]
    lessons = [_lesson(card, catalog) for card in reversed(cards.lessons)]
    glossary = page_url(GLOSSARY) if GLOSSARY in catalog.sources else ""
    return TermIndex(tuple(regulations), tuple(_letter_groups(catalog)), tuple(lessons), glossary)


def _regulation(card: RegulationCard, catalog: Catalog) -> IndexedRegulation:
    path = catalog.regulations[card.id].path
    return IndexedRegulation(card, (*card.short_titles, *_aliases(path, catalog)))


def _lesson(card: LessonCard, catalog: Catalog) -> IndexedLesson:
    return IndexedLesson(card, _aliases(catalog.lessons[card.id].path, catalog))


def _aliases(path: str, catalog: Catalog) -> tuple[str, ...]:
    return tuple(map(escape, catalog.aliases.get(path, ())))


def _letter_groups(catalog: Catalog) -> Iterator[LetterGroup]:
    groups: dict[str, list[Term]] = {}
    for term in sorted(find_terms(catalog), key=lambda term: (_sound(term.text), term.text)):
        groups.setdefault(_letter(term.text), []).append(term)
    for letter in sorted(groups, key=lambda letter: (letter == OTHER, letter)):
        yield LetterGroup(letter, tuple(Term(str(escape(term.text)), term.url) for term in groups[letter]))


def find_terms(catalog: Catalog) -> Iterator[Term]:
    """The terms of the glossary in its order: headings of the third level, and of the second where none follow."""
    source = catalog.sources.get(GLOSSARY)
    if source is None:
        return
    headings = list(_headings(source.body))
    for (level, text, anchor), (following, _text, _anchor) in zip(
        headings, [*headings[1:], (2, "", "")], strict=True
    ):
        if level == 3 or following == 2:
            yield Term(text, f"{page_url(GLOSSARY)}#{anchor}")


def _headings(body: str) -> Iterator[tuple[int, str, str]]:
    """Level, text and id of each heading, the id as Markdown's table of contents gives it."""
    used: set[str] = set()
    for _index, line in lines_outside_fences(body):
        match = _HEADING.match(line)
        if match is None:
            continue
        attributes = ATTRIBUTES.search(match["text"])
        own = _OWN_ID.search(attributes[0]) if attributes else None
        text = _MARKUP.sub(lambda mark: mark["text"] or "", ATTRIBUTES.sub("", match["text"]))
        if own:
            used.add(own["id"])
        yield len(match["level"]), text, own["id"] if own else unique(_slug(text, "-"), used)


def _sound(text: str) -> str:
    return " ".join(lazy_pinyin(fold_width(text))).lower()


def _letter(text: str) -> str:
    first = _sound(text)[:1].upper()
    return first if "A" <= first <= "Z" else OTHER
