"""Rewrite a quiz file in canonical form: field names, their order, quotes and indents."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Sequence
from collections.abc import Mapping as Names
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError
from ruamel.yaml.resolver import VersionedResolver

from lianxue.content.canonical_lines import order_fields
from lianxue.content.canonical_sense import check_names, say_the_same
from lianxue.content.question_types.registry import MATERIAL
from lianxue.content.quiz import QUIZ_FIELDS
from lianxue.content.vocabulary import FIELD_NAMES, QUESTION_TYPE_NAMES, TRUE_FALSE
from lianxue.reading.problem import ContentProblems, Place, Report
from lianxue.reading.yaml_source import Mapping, Node, Scalar, read_yaml
from lianxue.reading.yaml_source import Sequence as SequenceNode

QUESTION_ORDER = (
    "id",
    "type",
    "stem",
    "text",
    "options",
    "left",
    "right",
    "answer",
    "any_order",
    "points",
    "explanation",
    "cite",
    "discipline",
    "difficulty",
    "tags",
    "status",
    "waive",
    "questions",
)
_BLOCK_SCALAR = re.compile(r"(?:^|[:\-]\s+)[|>][-+0-9]*\s*(?:#.*)?$")


class _TextResolver(VersionedResolver):
    """Every scalar is a text: `NO`, `010` and `12:30` need no quotes and keep their form."""

    @property
    def versioned_resolver(self) -> dict[str, Any]:
        return {}


def format_quiz(text: str, path: str) -> str:
    """A quiz file's text in canonical form; formatting it again changes nothing.

    Comments stay with the field below them. Raises ContentProblems where the YAML cannot be read,
    or is written in a way that cannot be rewritten without changing what it says.
    """
    report = Report()
    root = read_yaml(text, path, report)
    if not isinstance(root, Mapping) and not report.problems:
        report.note(Place(path), "wrong-kind", "这不是一套自测题")
    if isinstance(root, Mapping):
        check_names(root, report)
    if report.problems or not isinstance(root, Mapping):
        raise ContentProblems(report.problems)
    ordered = order_fields(text, list(_field_lists(root)))
    # ruamel.yaml reads a little less than the C parser, and now and then drops quotes that matter.
    for keeps_quotes in (False, True):
        try:
            result = _align_comments(_rewrite(ordered, keeps_quotes=keeps_quotes)).strip("\n") + "\n"
        except YAMLError:
            break
        if say_the_same(root, read_yaml(result, path, Report())):
            return result
    message = "有排版不了的写法，没有改动：请写成一行一个字段，“字段名: 内容”，注释前用空格"
    report.note(Place(path), "yaml-syntax", message)
    raise ContentProblems(report.problems)


def _field_lists(root: Mapping) -> Iterator[tuple[Sequence[str], Sequence[Scalar]]]:
    """(canonical order, keys) of the quiz and of every question, inner ones first."""
    questions = next((value for key, value in root.items if _name(key.text) == "questions"), None)
    yield from _question_fields(questions)
    yield QUIZ_FIELDS, [key for key, _value in root.items]


def _question_fields(node: Node | None) -> Iterator[tuple[Sequence[str], Sequence[Scalar]]]:
    if not isinstance(node, SequenceNode):
        return
    for item in node.items:
        if isinstance(item, Mapping):
            for key, value in item.items:
                if _name(key.text) == "questions":
                    yield from _question_fields(value)
            yield QUESTION_ORDER, [key for key, _value in item.items]


def _name(written: str) -> str:
    return FIELD_NAMES.get(written, written)


def _rewrite(text: str, *, keeps_quotes: bool) -> str:
    """One round through ruamel.yaml with the names made canonical."""
    yaml = YAML(typ="rt")
    yaml.Resolver = _TextResolver
    yaml.width = 10**6  # a Chinese sentence has no blanks at which it could be folded
    yaml.allow_unicode = True
    yaml.preserve_quotes = keeps_quotes
    yaml.indent(mapping=2, sequence=4, offset=2)
    root = yaml.load(text)
    _rename(root)
    if isinstance(root.get("points"), dict):
        _rename(root["points"], QUESTION_TYPE_NAMES)
    for question in _questions(root):
        _rename(question)
        _rename_values(question)
    result = io.StringIO(newline="\n")
    yaml.dump(root, result)
    return result.getvalue()


def _questions(parent: Any) -> Iterator[Any]:
    for question in parent.get("questions") or parent.get("题目") or ():
        if isinstance(question, dict):
            yield question
            yield from _questions(question)


def _rename(mapping: Any, names: Names[str, str] = FIELD_NAMES) -> None:
    """Canonical names in place; comments hang on a name and move with it."""
    for position, name in enumerate(list(mapping)):
        canonical = names.get(name, name)
        if canonical != name:
            comment = mapping.ca.items.pop(name, None)
            mapping.insert(position, canonical, mapping.pop(name))
            if comment is not None:
                mapping.ca.items[canonical] = comment


def _rename_values(question: Any) -> None:
    kind = question.get("type")
    if isinstance(kind, str) and kind in QUESTION_TYPE_NAMES:
        question["type"] = QUESTION_TYPE_NAMES[kind]
    answer = question.get("answer")
    if question.get("type") == "true_false" and isinstance(answer, str) and answer in TRUE_FALSE:
        question["answer"] = TRUE_FALSE[answer]
    if question.get("type") == "fill_in" and isinstance(answer, list):
        for gap in answer:
            if isinstance(gap, dict):
                _rename(gap)
    if question.get("type") != MATERIAL and question.get("status") == "待确认":
        question["status"] = "unsettled"


def _align_comments(text: str) -> str:
    """Comments on a line of their own stand above the next line's first character."""
    lines = text.split("\n")
    block_indent = -1  # of the key whose block of text we are in
    waiting: list[int] = []
    for index, line in enumerate(lines):
        stripped = line.lstrip(" ")
        indent = len(line) - len(stripped)
        if not stripped:
            continue
        if block_indent >= 0 and indent > block_indent:
            continue
        block_indent = -1
        if stripped.startswith("#"):
            waiting.append(index)
            continue
        for place in waiting:
            lines[place] = " " * indent + lines[place].lstrip(" ")
        waiting.clear()
        if _BLOCK_SCALAR.search(line):
            block_indent = indent + (2 if stripped.startswith("- ") else 0)
    return "\n".join(lines)
