"""A Markdown page of the site as its author wrote it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from lianxue.content.vocabulary import FIELD_NAMES
from lianxue.reading.entry import Entry, open_entry
from lianxue.reading.front_matter import MarkdownSource
from lianxue.reading.problem import Place, Report


@dataclass(frozen=True, slots=True)
class ContentKind:
    """One row of the registry of content kinds: what a folder below docs/ holds."""

    name: str
    folder: str
    template: str
    parse: Callable[[MarkdownSource, str, Report], object | None]  # source, id, report → record


def open_facts(source: MarkdownSource, what: str, report: Report) -> Entry | None:
    """The facts at the head of a page, or None and a problem where there are none."""
    if source.facts is None:
        message = f"缺少文件开头的信息：{what}的文件以“---”开头，写 title 等字段，再以“---”结束"
        report.note(Place(source.path), "front-matter", message)
        return None
    return open_entry(source.facts, "", report, FIELD_NAMES)
