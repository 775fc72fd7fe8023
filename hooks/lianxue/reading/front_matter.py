"""Split a Markdown file into the facts at its head and its text."""

from __future__ import annotations

import re
from dataclasses import dataclass

from lianxue.reading.problem import Place, Report
from lianxue.reading.yaml_slips import find_slips
from lianxue.reading.yaml_source import Mapping, read_yaml

_FENCE = re.compile(r"^---[ \t]*$")


@dataclass(frozen=True, slots=True)
class MarkdownSource:
    """A Markdown file: its facts (None where it has none) and its text from `body_line` on."""

    path: str
    facts: Mapping | None
    body: str
    body_line: int  # the line of the file on which `body` begins, from 1


def read_front_matter(text: str, path: str, report: Report) -> MarkdownSource | None:
    """The two parts of a Markdown file, or None where the facts cannot be read."""
    lines = text.split("\n")
    if not _FENCE.match(lines[0]):
        return MarkdownSource(path, None, text, 1)
    end = next((i for i, line in enumerate(lines[1:], start=1) if _FENCE.match(line)), None)
    if end is None:
        message = "文件开头的信息没有结尾：在最后一个字段的下一行写“---”"
        report.note(Place(path), "front-matter", message)
        return None
    if end == len(lines) - 1:
        report.note(Place(path, end + 1), "front-matter", "结尾的“---”后面要换行，再写正文")
        return None  # MkDocs would print the facts as text
    head = "\n".join(lines[1:end]) + "\n"
    own = Report()
    facts = read_yaml(head, path, own, first_line=2)
    report.extend(own.problems)
    if not isinstance(facts, Mapping):
        if not own.problems:
            _note_no_fields(head, path, report)
        return None
    return MarkdownSource(path, facts, "\n".join(lines[end + 1 :]), end + 2)


def _note_no_fields(head: str, path: str, report: Report) -> None:
    """Say why text between the two fences holds no fields."""
    slips = list(find_slips(head))
    for line, column, message in slips:
        report.note(Place(path, line + 1, column), "fullwidth-punctuation", message)
    if not slips:
        message = "文件开头的信息应是“字段名: 内容”，一行一个，如“title: 课的标题”"
        report.note(Place(path), "front-matter", message)
