"""A Markdown page of the site as its author wrote it."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection
from dataclasses import dataclass

from lianxue.content.vocabulary import FIELD_NAMES
from lianxue.content.withdrawal import WITHDRAWAL_FIELDS
from lianxue.reading.entry import Entry, open_entry
from lianxue.reading.front_matter import MarkdownSource
from lianxue.reading.problem import Place, Report

# MkDocs takes such a first line for metadata in an old format.
_SWALLOWED = re.compile(r"[ ]{0,3}[A-Za-z0-9_-]+:[ \t]")


@dataclass(frozen=True, slots=True)
class ContentKind:
    """One row of the registry of content kinds: what a folder below docs/ holds."""

    name: str
    folder: str
    template: str
    index_template: str  # of the folder's index.md
    parse: Callable[[MarkdownSource, str, Report], object | None]  # source, id, report → record
    label: str  # its name above search results
    search_weight: float = 1.0  # of its pages among search results


def check_ordinary_page(source: MarkdownSource, templates: Collection[str], report: Report) -> None:
    """A page that holds no record may have a title, aliases, a description and one of the index templates."""
    if source.facts is None:
        if _SWALLOWED.match(source.body):
            message = "第一行会被当作网页信息而不显示：请在最前面空一行，或写好“---”包住的 title"
            report.note(Place(source.path), "front-matter", message)
        return
    entry = open_entry(source.facts, "", report, FIELD_NAMES)
    entry.only(("title", "aliases", "description", "template", *WITHDRAWAL_FIELDS))
    entry.text("title")
    entry.text("description")
    entry.one_of("template", templates)


def title_of(source: MarkdownSource) -> str:
    """A page's title, "" where it has none; what is wrong with it is said where the page itself is read."""
    return open_entry(source.facts, "", Report(), FIELD_NAMES).text("title") if source.facts else ""


def open_facts(source: MarkdownSource, what: str, report: Report) -> Entry | None:
    """The facts at the head of a page, or None and a problem where there are none."""
    if source.facts is None:
        message = f"缺少文件开头的信息：{what}的文件以“---”开头，写 title 等字段，再以“---”结束"
        report.note(Place(source.path), "front-matter", message)
        return None
    return open_entry(source.facts, "", report, FIELD_NAMES)
