"""The index of regulations, terms and lessons, for readers who look a name up or have no JavaScript."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import zip_longest
from typing import Generic, TypeVar
from urllib.parse import quote

from markupsafe import escape
from pypinyin import lazy_pinyin

from lianxue.content.catalog import Catalog
from lianxue.reading.folding import fold_width
from lianxue.rendering.cards import Cards, LessonCard, RegulationCard
from lianxue.rendering.search_records import SearchPage, page_sections

OTHER = "其他"  # terms that begin with no letter
Card = TypeVar("Card", RegulationCard, LessonCard)
_GROUP, _TERM = 2, 3  # levels of the glossary's headings


@dataclass(frozen=True, slots=True)
class Named(Generic[Card]):
    """A regulation or lesson and every other name it is known by."""

    card: Card
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

    regulations: tuple[Named[RegulationCard], ...]
    letters: tuple[LetterGroup, ...]
    lessons: tuple[Named[LessonCard], ...]
    glossary_url: str  # "" where there is none


def term_index(catalog: Catalog, cards: Cards, glossary: SearchPage | None) -> TermIndex:
    """The index of a catalog: regulations in force first, terms by pinyin, the newest lesson first."""
    regulations = [_regulation(card, catalog) for card in cards.regulations.values()]
    lessons = [_lesson(card, catalog) for card in reversed(cards.lessons)]
    letters = tuple(_letter_groups(glossary)) if glossary else ()
    return TermIndex(tuple(regulations), letters, tuple(lessons), glossary.url if glossary else "")


def _regulation(card: RegulationCard, catalog: Catalog) -> Named[RegulationCard]:
    path = catalog.regulations[card.id].path
    return Named(card, (*card.short_titles, *_aliases(path, catalog)))


def _lesson(card: LessonCard, catalog: Catalog) -> Named[LessonCard]:
    return Named(card, _aliases(catalog.lessons[card.id].path, catalog))


def _aliases(path: str, catalog: Catalog) -> tuple[str, ...]:
    return tuple(map(escape, catalog.aliases.get(path, ())))


def _letter_groups(glossary: SearchPage) -> Iterator[LetterGroup]:
    groups: dict[str, list[Term]] = {}
    for term in sorted(find_terms(glossary), key=lambda term: (_sound(term.text), term.text)):
        groups.setdefault(_letter(term.text), []).append(term)
    for letter in sorted(groups, key=lambda letter: (letter == OTHER, letter)):
        yield LetterGroup(letter, tuple(Term(escape(term.text), term.url) for term in groups[letter]))


def find_terms(glossary: SearchPage) -> Iterator[Term]:
    """The terms of the glossary in its order: headings of the third level, and of the second where none follow."""
    heads = [head for head in page_sections(glossary) if head.level in (_GROUP, _TERM) and head.heading]
    for head, following in zip_longest(heads, heads[1:]):
        if head.level == _TERM or following is None or following.level == _GROUP:
            # Encoded: an id may hold what an address does not, and building the link would shorten a//b.
            yield Term(head.heading, f"{glossary.url}#{quote(head.anchor, safe='')}")


def _sound(text: str) -> str:
    return " ".join(lazy_pinyin(fold_width(text))).lower()


def _letter(text: str) -> str:
    first = _sound(text)[:1].upper()
    return first if "A" <= first <= "Z" else OTHER
