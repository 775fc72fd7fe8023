"""What the search knows of all pages before it looks into any: titles, names, ranks, articles, files."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from lianxue.content.vocabulary import STATUSES, UNCONFIRMED
from lianxue.rendering.search_pages import PreparedPage
from lianxue.rendering.search_records import SearchPage

_STATUSES = ["", *STATUSES, UNCONFIRMED]
ORDINARY, REGULATION_LIKE = 1, 2
_QUALIFIER = re.compile(r"[（(][^（）()]*[）)]\s*$|[《》]")
# By the end of a title, the most authoritative first: 党章、宪法, 法律、准则, 条例, 规定 …, and what is like them.
_RANKS = (
    (6, re.compile(r"(?:^|国)宪法$|^党章$|^中国共产党章程$")),
    (5, re.compile(r"(?<![方办做说看想用写手书执违守合非立宪])法$|法典(?: ?\S{1,6}[编则])?$|准则$")),
    (4, re.compile(r"条例$")),
    (3, re.compile(r"(?:规定|办法|规则|细则)$")),
    (2, re.compile(r"(?:修正案|决定|决议|意见|通知|解释|批复|纲要|章程|规范|标准|守则|制度|规程)$")),
)


@dataclass(frozen=True, slots=True)
class SearchKind:
    """A kind of page as the filter above the results shows it."""

    name: str
    label: str
    weight: float


def rank_of_title(title: str, least: int = ORDINARY) -> int:
    """The rank of a regulation by its title, from 6 (党章、宪法) to 2; `least` for other titles."""
    plain = _QUALIFIER.sub("", title).strip()
    return next((rank for rank, pattern in _RANKS if pattern.search(plain)), least)


def export_meta(
    pages: Sequence[SearchPage],
    prepared: Sequence[PreparedPage],
    kinds: Sequence[SearchKind],
    parts: Sequence[Sequence[str | int]],
    postings: Sequence[str],
    *,
    variants: str,
    synonyms: Mapping[str, Sequence[str]],
    sounds: str,
    glossary: str,
) -> Mapping[str, object]:
    """The meta data in columns, one entry a page, as tests/js/search.d.ts describes it."""
    numbers = {kind.name: number for number, kind in enumerate(kinds)}
    return {
        "titles": [page.title for page in pages],
        "urls": [page.url for page in pages],
        "kinds": [[kind.name, kind.label] for kind in kinds],
        "weights": [kind.weight for kind in kinds],
        "kind": [numbers[page.kind] for page in pages],
        "statuses": _STATUSES,
        "status": [_STATUSES.index(page.status) for page in pages],
        "ranks": [page.rank for page in pages],
        "names": {str(number): [*page.names] for number, page in enumerate(pages) if page.names},
        "sections": [page.sections for page in prepared],
        "articles": [page.articles for page in prepared],
        "parts": parts,
        "postings": postings,
        "variants": variants,
        "synonyms": [[word, target] for word, targets in synonyms.items() for target in targets],
        "sounds": sounds,
        "glossary": glossary,
    }
