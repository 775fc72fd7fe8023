"""Find the words of a lesson that are in the glossary, and those that should be."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from lianxue.content.catalog import Catalog
from lianxue.content.fences import lines_outside_fences

GLOSSARY = "docs/glossary.md"
_TERM = re.compile(r"###\s+(?P<term>.+?)\s*(?:\{[^{}]*\})?$")
_DEFINED = (
    re.compile(
        r"(?:^|[。；！？：\n])\s*(?:所谓的?)?[“‘「](?P<term>[^”’」\n]{2,16})[”’」]\s*[，,]?\s*(?:是指|指的是|就是指|，是指|，即)"
    ),
    re.compile(
        r"(?:^|[。；！？：，\n])\s*所谓的?(?P<term>[一-鿿A-Za-z0-9]{2,12})，?\s*(?:是指|指的是|就是指|就是)"
    ),
    re.compile(r"(?:^|[。；！？：\n])\s*(?P<term>[一-鿿A-Za-z0-9]{2,10})，?(?:是指|指的是)"),
)
_NO_TERM = re.compile("^(?:这|那|其|它|本|该|此|也|都|主要|具体|一般|通常)|(?:主要|一般|通常|具体)$")


def glossary_terms(catalog: Catalog) -> tuple[str, ...]:
    """The terms of the glossary in order."""
    source = catalog.sources.get(GLOSSARY)
    if source is None:
        return ()
    matches = (_TERM.match(line) for _index, line in lines_outside_fences(source.body))
    return tuple(match["term"] for match in matches if match)


def terms_in(texts: Iterable[str], terms: Iterable[str]) -> tuple[str, ...]:
    """Those of `terms` that occur."""
    whole = "\n".join(texts)
    return tuple(term for term in terms if term in whole)


def defined_terms(text: str) -> Iterator[str]:
    """The words a text explains itself (所谓……，是指……)."""
    seen: set[str] = set()
    for pattern in _DEFINED:
        for match in pattern.finditer(text):
            term = match["term"].removeprefix("所谓").strip()
            if term not in seen and len(term) >= 2 and not _NO_TERM.search(term):
                seen.add(term)
                yield term
