"""Change single fields at the head of a page; everything else there stays byte for byte."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from datetime import date

from lianxue.content.article import Article
from lianxue.content.regulation import FIELDS, NO_ARTICLES
from lianxue.content.vocabulary import FIELD_NAMES

_FENCE = re.compile(r"---[ \t]*$")
_KEY = re.compile(r"(?P<key>[^\s:#'\"\[{-][^:]*?)\s*:(?:\s|$)")
# A scalar that YAML reads as it stands, in a list too.
_PLAIN = re.compile(r"[一-鿿A-Za-z0-9][^:#,\[\]{}&*!|>'\"%@`\n]*$")


Value = str | date | Sequence[str]  # what a field of the register may hold


def scalar(value: Value) -> str:
    """A value as it stands behind a field's name."""
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, str):
        return (
            value if _PLAIN.match(value) and value == value.strip() else json.dumps(value, ensure_ascii=False)
        )
    return f"[{', '.join(scalar(item) for item in value)}]"


def new_head(fields: Mapping[str, str]) -> str:
    """The head of a new page: fields in the register's order, between fences, with a line end."""
    lines = [f"{name}: {fields[name]}" for name in FIELDS if fields.get(name)]
    return "\n".join(["---", *lines, "---", ""])


def with_fields(page: str, fields: Mapping[str, str | None]) -> str:
    """A page's text with these fields set, or taken out where the value is None.

    A field keeps its place and the name it has (标题 for title); a new one comes behind the
    fields that stand before it in the register's order.
    """
    lines = page.split("\n")
    end = next(index for index, line in enumerate(lines) if index and _FENCE.match(line))
    blocks = _blocks(lines[1:end])
    for name in FIELDS:
        if name not in fields:
            continue
        value = fields[name]
        found = next((index for index, (key, _lines) in enumerate(blocks) if key == name), None)
        if found is not None and value is None:
            del blocks[found]
        elif found is not None:
            written = blocks[found][1][0].partition(":")[0].rstrip()
            comments = [
                line for line in blocks[found][1][1:] if line.lstrip().startswith("#") or not line.strip()
            ]
            blocks[found] = (name, [f"{written}: {value}", *comments])
        elif value is not None:
            before = FIELDS[: FIELDS.index(name)]
            places = [index for index, (key, _lines) in enumerate(blocks) if key in before]
            blocks.insert(places[-1] + 1 if places else 0, (name, [f"{name}: {value}"]))
    head = [line for _key, block in blocks for line in block]
    return "\n".join([lines[0], *head, *lines[end:]])


def _blocks(lines: Sequence[str]) -> list[tuple[str, list[str]]]:
    """The head as (canonical field name, its lines); what comes before the first field has the name ""."""
    blocks: list[tuple[str, list[str]]] = []
    for line in lines:
        match = _KEY.match(line)
        if match:
            key = match["key"].strip()
            blocks.append((FIELD_NAMES.get(key, key), [line]))
        elif blocks:
            blocks[-1][1].append(line)
        else:
            blocks.append(("", [line]))
    return blocks


def article_ranges(articles: Sequence[Article]) -> str:
    """1-158, or with gaps and inserted ones 1-120,120之1,121-158; 无 where there are none."""
    if not articles:
        return NO_ARTICLES
    parts: list[str] = []
    first = last = 0
    for article in [*articles, Article(0)]:
        if last and not article.inserted and article.number == last + 1:
            last = article.number
            continue
        if last:
            parts.append(f"{first}-{last}" if last > first else str(first))
        first = last = 0 if article.inserted else article.number
        if article.inserted:
            parts.append(f"{article.number}之{article.inserted}")
    return ",".join(parts)
