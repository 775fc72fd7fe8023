"""Say how good rankings are: which queries met a target, and at which rank."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import unquote

from .search_corpus import UnusableInputError, read_list

LIMIT = 10  # rows that are asked for and looked at


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """What a row must be: of a page with this base and, where an anchor is given, at this heading."""

    base: str
    anchor: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Query:
    """What somebody types, and what would be an answer."""

    category: str
    text: str
    targets: tuple[Target, ...]


def read_queries(file: Path) -> tuple[Query, ...]:
    """The queries of a file of the form of queries-hand.json."""
    queries = tuple(_query(place, entry, file) for place, entry in enumerate(read_list(file, "查询"), 1))
    if not queries:
        raise UnusableInputError(f"查询文件里没有查询：{file}")
    return queries


def _query(place: int, entry: dict[str, Any], file: Path) -> Query:
    text, targets = entry.get("q"), entry.get("targets") or []
    if not isinstance(text, str):
        raise UnusableInputError(f"查询文件第 {place} 项没有 q（要查的文字）：{file}")
    if not isinstance(targets, list) or not all(
        isinstance(target, dict) and isinstance(target.get("base"), str) for target in targets
    ):
        raise UnusableInputError(f"查询文件第 {place} 项（{text}）的 targets 应当是 [{{base, a}}, …]：{file}")
    return Query(
        category=str(entry.get("cat", "")),
        text=text,
        targets=tuple(Target(base=target["base"], anchor=target.get("a")) for target in targets),
    )


def rank_of(query: Query, rows: Sequence[str], bases: Mapping[str, frozenset[str]]) -> int | None:
    """The rank, from 1, of the first row (a site-relative url) that meets a target of the query."""
    for rank, row in enumerate(rows[:LIMIT], 1):
        page, _, anchor = unquote(row).partition("#")
        for target in query.targets:
            if page in bases.get(target.base, ()) and target.anchor in (None, anchor):
                return rank
    return None


def quality(
    queries: Sequence[Query], answers: Sequence[Sequence[str]], bases: Mapping[str, frozenset[str]]
) -> dict[str, Any]:
    """The figures of all queries, and of each category."""
    asked = list(zip(queries, answers, strict=True))
    categories = dict.fromkeys(query.category for query in queries)
    return {
        **_figures(asked, bases),
        "categories": {
            name: _figures([pair for pair in asked if pair[0].category == name], bases) for name in categories
        },
    }


def _figures(
    asked: Sequence[tuple[Query, Sequence[str]]], bases: Mapping[str, frozenset[str]]
) -> dict[str, float]:
    ranks = [rank_of(query, rows, bases) for query, rows in asked if query.targets]

    def share(values: Sequence[float]) -> float:
        return round(sum(values) / len(values), 4) if values else 0.0

    return {
        "recall5": share([rank is not None and rank <= 5 for rank in ranks]),
        "mrr": share([1 / rank if rank else 0 for rank in ranks]),
        "hit1": share([rank == 1 for rank in ranks]),
        "zero": sum(not rows for _, rows in asked),
        "queries": len(asked),
    }


def misses(
    queries: Sequence[Query], answers: Sequence[Sequence[str]], bases: Mapping[str, frozenset[str]]
) -> list[str]:
    """A line for each query whose target is not in the first row: its rank and what came first."""
    lines = []
    for query, rows in zip(queries, answers, strict=True):
        rank = rank_of(query, rows, bases)
        if query.targets and rank != 1:
            wanted = "、".join(f"{target.base}#{target.anchor or ''}" for target in query.targets[:3])
            lines.append(
                f"{query.category}\t{query.text}\t第 {rank or '—'} 位\t要 {wanted}\t得 {'、'.join(rows[:5])}"
            )
    return lines


def unknown_bases(queries: Sequence[Query], bases: Mapping[str, frozenset[str]]) -> list[str]:
    """Bases that no page has: nothing can meet them."""
    return sorted({target.base for query in queries for target in query.targets if target.base not in bases})
