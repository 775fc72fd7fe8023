"""Read a YAML file as texts, lists and mappings that remember their places."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import yaml

from lianxue.reading.folding import clean
from lianxue.reading.problem import Place, Report
from lianxue.reading.yaml_slips import FULLWIDTH_INDENT, explain_error, find_slips, find_slips_near, lines_of

# Deeper than any format of ours; a file of opening brackets must not reach the recursion limit.
MAX_DEPTH = 12


@dataclass(frozen=True, slots=True)
class Scalar:
    """One text as the author typed it: `NO`, `1.10` and `12:30` stay what they are."""

    text: str
    place: Place


@dataclass(frozen=True, slots=True)
class Sequence:
    """A list."""

    items: tuple[Node, ...]
    place: Place


@dataclass(frozen=True, slots=True)
class Mapping:
    """Fields in the author's order; no two keys are the same text."""

    items: tuple[tuple[Scalar, Node], ...]
    place: Place


Node = Scalar | Sequence | Mapping


class _Unreadable(Exception):
    """The rest of the file cannot be understood; its problem has been noted."""


def read_yaml(text: str, path: str, report: Report, *, first_line: int = 1) -> Node | None:
    """The tree of a YAML text, or None where it is empty or broken.

    `first_line` is the line of the file on which `text` begins. Anchors, aliases, merge keys,
    tags and duplicate keys are problems, as is anything after a first document.
    """
    own = Report()
    try:
        node = _Reader(path, own, first_line).read(yaml.parse(text, Loader=yaml.CSafeLoader))
        # Behind a full-width indent the fields belong to something other than the author sees.
        return None if any(problem.rule == "fullwidth-punctuation" for problem in own.problems) else node
    except yaml.YAMLError as error:
        slips = find_slips_near(text, *lines_of(error, text))
        for line, column, message in slips:
            place = Place(path, first_line + line - 1, column)
            report.note(place, "fullwidth-punctuation", message)
        if not slips:
            line, column, message = explain_error(error, text)
            report.note(Place(path, first_line + line - 1, column), "yaml-syntax", message)
    except _Unreadable:
        pass
    finally:
        report.extend(own.problems)
    return None


def read_mapping(text: str, path: str, otherwise: str, report: Report) -> Mapping | None:
    """A file that is one mapping; None where it is not, with the slip that explains it or `otherwise` noted."""
    own = Report()
    root = read_yaml(text, path, own)
    if not isinstance(root, Mapping) and not own.must_fix():
        slips = list(find_slips(text))
        for line, column, message in slips:
            own.note(Place(path, line, column), "fullwidth-punctuation", message)
        if not slips:
            own.note(Place(path), "wrong-kind", otherwise)
    report.extend(own.problems)
    return root if isinstance(root, Mapping) else None


@dataclass(frozen=True, slots=True)
class _Reader:
    path: str
    report: Report
    first_line: int

    def place(self, event: yaml.Event) -> Place:
        mark = event.start_mark
        assert mark is not None  # the C parser marks every event
        return Place(self.path, self.first_line + mark.line, mark.column + 1)

    def read(self, events: Iterator[yaml.Event]) -> Node | None:
        node = None
        documents = 0
        for event in events:
            if isinstance(event, yaml.DocumentStartEvent):
                documents += 1
                if documents > 1:
                    message = "一个文件只写一份内容，这里又出现了“---”：请删去"
                    self.report.note(self.place(event), "yaml-syntax", message)
                    raise _Unreadable
            elif isinstance(event, yaml.NodeEvent):
                node = self.node(event, events, depth=1)
        return node

    def node(self, event: yaml.Event, events: Iterator[yaml.Event], depth: int) -> Node:
        place = self.place(event)
        self.refuse_features(event, place)
        if isinstance(event, yaml.ScalarEvent):
            return Scalar(clean(event.value), place)
        if isinstance(event, yaml.AliasEvent):
            return Scalar("", place)
        if depth > MAX_DEPTH:
            self.report.note(place, "yaml-syntax", f"层次太深：最多 {MAX_DEPTH} 层")
            raise _Unreadable
        if isinstance(event, yaml.SequenceStartEvent):
            items = []
            for inner in events:
                if isinstance(inner, yaml.SequenceEndEvent):
                    break
                items.append(self.node(inner, events, depth + 1))
            return Sequence(tuple(items), place)
        return self.mapping(events, place, depth)

    def mapping(self, events: Iterator[yaml.Event], place: Place, depth: int) -> Mapping:
        items: dict[str, tuple[Scalar, Node]] = {}
        for inner in events:
            if isinstance(inner, yaml.MappingEndEvent):
                break
            key = self.node(inner, events, depth + 1)
            if isinstance(inner, yaml.ScalarEvent) and inner.value.startswith("\u3000"):
                self.report.note(key.place, "fullwidth-punctuation", FULLWIDTH_INDENT)
            value = self.node(next(events), events, depth + 1)
            if not isinstance(key, Scalar):
                message = "字段名应是一个词：方括号、花括号不能作字段名"
                self.report.note(key.place, "yaml-syntax", message)
            elif key.text == "<<":
                self.report.note(key.place, "yaml-alias", "不使用合并键“<<”：请把内容写全")
            elif key.text in items:
                first = items[key.text][0].place.line
                message = f"“{key.text}”在第 {first} 行已写过：同一处只能写一次"
                self.report.note(key.place, "yaml-duplicate-key", message)
            else:
                items[key.text] = (key, value)
        return Mapping(tuple(items.values()), place)

    def refuse_features(self, event: yaml.Event, place: Place) -> None:
        assert isinstance(event, yaml.NodeEvent)
        if isinstance(event, yaml.AliasEvent):
            message = f"不使用引用“*{event.anchor}”：请把内容写全；文字以 * 开头时加引号"
            self.report.note(place, "yaml-alias", message)
        elif event.anchor is not None:
            message = f"不使用锚点“&{event.anchor}”；文字以 & 开头时加引号"
            self.report.note(place, "yaml-alias", message)
        tag = getattr(event, "tag", None)  # an alias has none
        if tag is not None:
            shown = tag.replace("tag:yaml.org,2002:", "!!")
            message = f"不使用标签“{shown}”；文字以 ! 开头时加引号"
            self.report.note(place, "yaml-tag", message)
