"""Place citations in the register; those it does not know go where nothing is lost."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from lianxue.content.article import parse_label
from lianxue.content.catalog import Catalog
from lianxue.content.citation import split_citation
from lianxue.content.question import Json
from lianxue.content.regulation_names import find_called
from lianxue.reading.patterns import lazy_pattern

_BARE = lazy_pattern(
    r"[本该]?(?P<title>[一-鿿]{2,40}?)(?P<label>(?:第.{1,9}条|总纲|序言|前言).*)$", re.DOTALL
)


@dataclass(frozen=True, slots=True)
class Cited:
    """A citation in canonical form, or as written with the reason why the register cannot place it."""

    text: str
    reason: str = ""


def place_citations(texts: Iterable[Json], regulation: str, catalog: Catalog) -> tuple[Cited, ...]:
    """Each citation once. `regulation` is the id that a bare label refers to; "" where there is none."""
    placed: dict[str, Cited] = {}
    for text in filter(None, map(str, texts)):
        canonical, reason = _place(text, regulation, catalog)
        placed.setdefault(canonical or text, Cited(canonical or text, reason))
    return tuple(placed.values())


def with_citations(
    fields: Mapping[str, Json], cited: Iterable[Cited], known: Json = None
) -> tuple[dict[str, Json], tuple[str, ...]]:
    """The fields with their citations, and what is to be said.

    One that the register cannot place goes to the explanation, where nothing is lost and nothing
    stops a build, unless the bank has it already: `known` is the bank's list.
    """
    result = dict(fields)
    known_labels = {_normal(str(text)) for text in (known if isinstance(known, list) else ())}
    kept: list[Json] = []
    said = []
    for one in cited:
        if one.reason and _normal(one.text) not in known_labels:
            said.append(f"依据“{one.text}”{one.reason}，写进了解析")
            result["explanation"] = "\n".join(
                filter(None, [str(result.get("explanation", "")), f"依据：{one.text}"])
            )
        else:
            kept.append(one.text)
    if kept:
        result["cite"] = kept
    return result, tuple(said)


def canonical_citation(text: str, regulation: str, catalog: Catalog) -> str:
    """A citation as it is compared; one that cannot be placed stays what it is."""
    return _place(text, regulation, catalog)[0] or _normal(text)


def _normal(text: str) -> str:
    """A citation with its label in our numerals (第1条 is 第一条)."""
    title, label = split_citation(text)
    parsed = parse_label(label)
    shown = parsed[0].label + parsed[1] if parsed else label
    return f"《{title}》{shown}" if title else shown


def _place(text: str, regulation: str, catalog: Catalog) -> tuple[str, str]:
    """(canonical form, "") or ("", reason)."""
    title, label = split_citation(text)
    if not title and (match := _BARE.match(text)):
        title, label = match["title"], match["label"]
    title, label = title or regulation, label.strip()
    if not title:
        return "", "没有写明法规"
    own = catalog.titles.get(regulation)
    known = find_called(title, catalog.titles, own)
    if known is None:
        return "", f"里的“{title}”不在法规库中"
    parsed = parse_label(label)
    if parsed is None:
        if not known.preamble or not label.startswith(known.preamble):
            return "", "看不出是哪一条"
        shown = label
    elif parsed[0] not in known.articles:
        return "", f"在《{known.title}》里没有这一条"
    else:
        shown = parsed[0].label + parsed[1]
    name = title if title in catalog.titles else known.title
    return (shown if known is own else f"《{name}》{shown}"), ""
