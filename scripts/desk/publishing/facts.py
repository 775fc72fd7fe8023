"""Set or remove single fields of an author's file, leaving every other line as it is."""

from __future__ import annotations

import codecs
import re
from collections.abc import Callable, Mapping
from pathlib import Path

import yaml

from desk.failures import DeskError
from lianxue.content.vocabulary import FIELD_NAMES
from lianxue.content.written_fields import written_fields
from lianxue.reading.front_matter import read_front_matter
from lianxue.reading.problem import ContentProblems, Report
from lianxue.reading.text_file import read_text
from lianxue.reading.yaml_source import Mapping as MappingNode
from lianxue.reading.yaml_source import read_yaml

# A line as YAML counts them, with its end.
_LINE = re.compile("[^\n\x85\u2028\u2029]*[\n\x85\u2028\u2029]|[^\n\x85\u2028\u2029]+$")


def edited(root: Path, path: str, edit: Callable[..., str], values: Mapping[str, str]) -> bytes:
    """The bytes of a file with fields set by `edit`; its byte order mark and line ends stay.

    Raises ContentProblems where it cannot be read, DeskError where its fields are not written one a
    line, and OSError.
    """
    data = (root / path).read_bytes()
    report = Report()
    if read_text(root / path, path, report) is None:
        raise ContentProblems(report.problems)
    mark = codecs.BOM_UTF8 if data.startswith(codecs.BOM_UTF8) else b""
    text = data.decode("utf-8-sig")
    end = "\r\n" if "\r\n" in text else "\n"
    plain = text.replace("\r\n", "\n")
    result = edit(plain, path, values)
    wanted = {**_facts(plain, path), **{name: " ".join(value.split()) for name, value in values.items()}}
    if _facts(result, path) != {name: value for name, value in wanted.items() if value != ""}:
        raise DeskError(f"{path} 开头的字段不是一行一个，没有改动：请先改成一行一个“字段名: 内容”")
    return mark + result.replace("\n", end).encode()


def _facts(text: str, path: str) -> dict[str, object]:
    """The fields of a page's front matter or of a quiz file, and the rest of its text; {} where unreadable."""
    report = Report()
    if path.endswith(".md"):
        source = read_front_matter(text, path, report)
        rest: dict[str, object] = {"": source.body} if source and source.body else {}
        facts = source.facts if source else None
    else:
        node = read_yaml(text, path, report)
        rest, facts = {}, node if isinstance(node, MappingNode) else None
    return {**(written_fields(facts) if facts else {}), **rest}


def set_page_facts(text: str, path: str, values: Mapping[str, str]) -> str:
    """A page with these fields of its front matter set, or removed where the value is "".

    A page without front matter gets one. Raises ContentProblems where it cannot be read.
    """
    report = Report()
    source = read_front_matter(text, path, report)
    if source is None:
        raise ContentProblems(report.problems)
    if source.facts is None:
        return (
            "---\n" + "".join(_line(name, value) for name, value in values.items() if value) + "---\n" + text
        )
    end = source.body_line - 2  # the index of the closing fence
    return _set(text, source.facts, values, end)


def set_quiz_facts(text: str, path: str, values: Mapping[str, str]) -> str:
    """A quiz file with these of its own fields set, or removed where the value is "".

    New ones stand above `questions`. Raises ContentProblems where it cannot be read.
    """
    report = Report()
    root = read_yaml(text, path, report)
    if not isinstance(root, MappingNode):
        raise ContentProblems(report.problems)
    lines = {FIELD_NAMES.get(key.text, key.text): key.place.line for key, _value in root.items}
    return _set(text, root, values, lines.get("questions", len(_LINE.findall(text)) + 1) - 1)


def _set(text: str, facts: MappingNode, values: Mapping[str, str], end: int) -> str:
    """`end` is the index of the line before which new fields go."""
    lines = _LINE.findall(text)
    rows = [key.place.line - 1 for key, _value in facts.items] + [end]
    waiting = dict(values)
    for position in reversed(range(len(facts.items))):
        name = FIELD_NAMES.get(facts.items[position][0].text, facts.items[position][0].text)
        if name in values:
            last = _last_line(lines, rows[position], max(rows[position] + 1, rows[position + 1]))
            value = waiting.pop(name)
            new = [_line(name, value)] if value else []
            end += len(new) - (last - rows[position])
            lines[rows[position] : last] = new
    lines[end:end] = [_line(name, value) for name, value in waiting.items() if value]
    return "".join(lines)


def _last_line(lines: list[str], start: int, end: int) -> int:
    """The end of a field: comments and blank lines before the next one are not its own."""
    while end > start + 1 and (not lines[end - 1].strip() or lines[end - 1].lstrip().startswith("#")):
        end -= 1
    return end


def _line(name: str, value: str) -> str:
    """A field as its line."""
    text: str = yaml.safe_dump({name: " ".join(value.split())}, allow_unicode=True, width=2**30)
    return text.replace("'", "") if _is_plain(value) else text


def _is_plain(value: str) -> bool:
    """Whether a value that YAML would take for a day or a number can stand without quotes: ours are texts."""
    return value[:1].isalnum() and all(
        character.isascii() and (character.isalnum() or character == "-") for character in value
    )
