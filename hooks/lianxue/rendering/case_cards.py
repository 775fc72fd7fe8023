"""What pages say about cases elsewhere, and the list of all cases."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from markupsafe import escape

from lianxue.content.case import Case
from lianxue.content.catalog import Catalog
from lianxue.rendering.urls import case_url, citation_url

if TYPE_CHECKING:
    from lianxue.rendering.cards import RegulationCard


@dataclass(frozen=True, slots=True)
class CitationLink:
    """A provision a case rests on: 第九十七条."""

    label: str
    url: str


@dataclass(frozen=True, slots=True)
class CitationGroup:
    """The provisions of one regulation, which has the shortest of its names."""

    regulation: str
    links: tuple[CitationLink, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseCard:
    """A case as it is listed; texts are escaped, days are 2026-02-28 or ""."""

    id: str
    title: str
    url: str
    summary: str
    disciplines: tuple[str, ...]
    regulations: tuple[RegulationCard, ...]
    citations: tuple[CitationGroup, ...]
    month: str
    source: str
    is_made_up: bool
    reviewed_on: str
    review_due: str


@dataclass(frozen=True, slots=True)
class CaseGroup:
    """Cases that rest first of all on one regulation."""

    title: str
    anchor: str
    cases: tuple[CaseCard, ...]


def make_case_cards(catalog: Catalog, regulations: Mapping[str, RegulationCard]) -> tuple[CaseCard, ...]:
    """Every case: those of the newest month first, those of no month last."""
    cards = [_case_card(case, regulations, catalog) for case in catalog.cases.values()]
    return tuple(sorted(sorted(cards, key=lambda card: card.id), key=lambda card: card.month, reverse=True))


def _case_card(case: Case, regulations: Mapping[str, RegulationCard], catalog: Catalog) -> CaseCard:
    return CaseCard(
        id=case.id,
        title=escape(case.title),
        url=case_url(case),
        summary=escape(case.summary),
        disciplines=case.disciplines,
        regulations=tuple(regulations[id_] for id_ in case.regulations if id_ in regulations),
        citations=tuple(_citation_groups(case, regulations, catalog)),
        month=case.month,
        source=escape(case.source),
        is_made_up=case.is_made_up,
        reviewed_on=str(case.reviewed_on or ""),
        review_due=str(case.review_due or ""),
    )


def _citation_groups(
    case: Case, regulations: Mapping[str, RegulationCard], catalog: Catalog
) -> Iterator[CitationGroup]:
    found: dict[str, list[CitationLink]] = {}
    for citation in case.citations:
        regulation = catalog.titles.get(citation.regulation)
        if regulation:
            link = CitationLink(escape(citation.label), citation_url(citation, regulation))
            found.setdefault(regulation.id, []).append(link)
    for regulation_id, links in found.items():
        yield CitationGroup(regulations[regulation_id].short_title, tuple(links))


def case_groups(
    cases: Sequence[CaseCard], regulations: Mapping[str, RegulationCard]
) -> tuple[CaseGroup, ...]:
    """Cases by their first regulation, in the order of the register; those of none at the end."""
    groups = [
        CaseGroup(card.title, f"regulation-{id_}", tuple(case for case in cases if _first(case) == id_))
        for id_, card in regulations.items()
    ]
    rest = CaseGroup("综合", "regulation-none", tuple(case for case in cases if not _first(case)))
    return tuple(group for group in (*groups, rest) if group.cases)


def _first(case: CaseCard) -> str:
    return case.regulations[0].id if case.regulations else ""
