"""What is signed for a month: a check code over its content, part by part."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from collections.abc import Iterator, Mapping
from pathlib import PurePosixPath
from typing import TYPE_CHECKING
from urllib.parse import unquote

from lianxue.content.kinds import kind_of
from lianxue.content.lesson import LESSON
from lianxue.content.quiz_text import part_fields
from lianxue.content.vocabulary import FIELD_NAMES, SIGN_OFF_FIELDS
from lianxue.reading.front_matter import MarkdownSource
from lianxue.reading.yaml_source import Mapping as MappingNode
from lianxue.reading.yaml_source import Node, Scalar, Sequence

if TYPE_CHECKING:
    from lianxue.content.catalog import Catalog
    from lianxue.content.quiz import Quiz

# Who signed and who looked at it is about the content, not part of it.
_NOT_CONTENT = frozenset([*SIGN_OFF_FIELDS, "reviewed_by", "reviewed_on"])
# Every way in which a page shows a picture or leads to a file: (x.png "…"), (<a b.png>), <img src>, [1]: x.png
_TARGET = re.compile(
    r"\]\(\s*(?:<(?P<angled>[^>\n]+)>|(?P<bare>(?:[^\s()]|\([^\s()]*\))+))"
    r"""|\b(?:src|href)\s*=\s*["'](?P<html>[^"'\n]+)"""
    r"|^[ ]{0,3}\[[^\]\n]+\]:[ \t]*<?(?P<listed>[^\s>]+)",
    re.MULTILINE,
)

# A part is a page, a picture, or one question: docs/lessons/2026/04-x.md, quizzes/x.yml#gift-limits.
Parts = Mapping[str, str]  # part → eight hex digits of its content


def check_code(parts: Parts) -> str:
    """What a person compares on paper: 12 characters in groups of four, such as 7K3M-92CD-X4QP.

    Base32 has neither 0 nor 1, so that no character is taken for another.
    """
    text = "\n".join(f"{name} {parts[name]}" for name in sorted(parts))
    code = base64.b32encode(hashlib.sha256(text.encode()).digest()).decode()[:12]
    return "-".join(code[start : start + 4] for start in (0, 4, 8))


def months_of(catalog: Catalog) -> Mapping[str, tuple[str, ...]]:
    """Month → the paths of its lessons and of other pages that name it, in order."""
    months: dict[str, list[str]] = {}
    for records in catalog.records.values():
        for record in records.values():
            month, path = getattr(record, "month", ""), getattr(record, "path", "")
            if month and path:
                months.setdefault(month, []).append(path)
    return {month: tuple(sorted(paths)) for month, paths in sorted(months.items())}


def read_month_parts(catalog: Catalog, month: str) -> Parts:
    """Every part of a month: its pages, the pictures and files on them, and the questions of its quizzes.

    Raises OSError where a file that is there cannot be read.
    """
    parts: dict[str, str] = {}
    for path in months_of(catalog).get(month, ()):
        source = catalog.sources[path]
        parts[path] = page_digest(source)
        for name in _files(source):
            file = catalog.root / name
            if file.is_file():
                parts[name] = _digest(file.read_bytes())
    for lesson_id in _lessons_of(catalog, month):
        for quiz in catalog.quizzes_of(lesson_id):
            parts.update(_quiz_parts(quiz))
    return parts


def _quiz_parts(quiz: Quiz) -> Iterator[tuple[str, str]]:
    yield quiz.path, _digest(_head_of(quiz).encode())
    for part in quiz.parts:
        fields = json.dumps(part_fields(part, quiz.regulation), ensure_ascii=False)
        yield f"{quiz.path}#{part.id}", _digest(fields.encode())


def _lessons_of(catalog: Catalog, month: str) -> Iterator[str]:
    """The lessons of a month, by id; one that was taken down too, whose quizzes may have stayed."""
    yield from (lesson.id for lesson in catalog.lessons.values() if lesson.month == month)
    for path in catalog.withdrawn:
        place = kind_of(path)
        if place and place[0] is LESSON and dict(_facts(catalog.sources[path].facts)).get("month") == month:
            yield place[1]


def _head_of(quiz: Quiz) -> str:
    """What a quiz says of itself: how it is called, what it belongs to, how it is marked."""
    points = sorted(quiz.points.items())
    facts = [quiz.title, quiz.lesson, quiz.regulation, quiz.pass_mark, repr(quiz.scoring), points]
    return json.dumps(facts, ensure_ascii=False)


def other_parts(catalog: Catalog, month: str) -> Parts:
    """Every page and question that does not belong to a month, to see what else changed."""
    own = set(months_of(catalog).get(month, ()))
    parts = {path: page_digest(source) for path, source in catalog.sources.items() if path not in own}
    for quiz in catalog.quizzes.values():
        lesson = catalog.lessons.get(quiz.lesson)
        if lesson is None or lesson.month != month:
            parts.update(_quiz_parts(quiz))
    return parts


def page_digest(source: MarkdownSource) -> str:
    """Eight hex digits of a page's facts and text; who signed it and blanks at line ends do not count."""
    facts = [f"{name}: {text}" for name, text in _facts(source.facts) if name not in _NOT_CONTENT]
    lines = [line.rstrip() for line in source.body.strip().split("\n")]
    return _digest("\n".join([*facts, "", *lines]).encode())


def _facts(facts: MappingNode | None) -> Iterator[tuple[str, str]]:
    for key, value in facts.items if facts else ():
        yield FIELD_NAMES.get(key.text, key.text), _text(value)


def _text(node: Node) -> str:
    if isinstance(node, Scalar):
        return node.text
    if isinstance(node, Sequence):
        return "\x1f".join(map(_text, node.items))
    return "\x1f".join(f"{key.text}={_text(value)}" for key, value in node.items)


def _files(source: MarkdownSource) -> Iterator[str]:
    """The paths of the pictures and attachments that a page names, below the project; pages are none."""
    folder = PurePosixPath(source.path).parent
    for match in _TARGET.finditer(source.body):
        written = next(filter(None, match.groups()))
        target = unquote(written.partition("#")[0].partition("?")[0])
        if not target or ":" in target or target.startswith("/") or target.endswith(".md"):
            continue
        parts: list[str] = []
        for part in (folder / target).parts:
            parts = parts[:-1] if part == ".." else [*parts, part]
        yield "/".join(parts)


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()[:8]


def name_changes(before: Parts, now: Parts) -> tuple[str, ...]:
    """What differs, in words: 改了, 新增, 没有了."""
    changes = []
    for name in sorted({*before, *now}):
        if name not in now:
            changes.append(f"{_shown(name)} 没有了")
        elif name not in before:
            changes.append(f"新增 {_shown(name)}")
        elif before[name] != now[name]:
            changes.append(f"{_shown(name)} 改了")
    return tuple(changes)


def _shown(part: str) -> str:
    path, _, question = part.partition("#")
    return f"{path} 的题目 {question}" if question else path
