"""The lines of a quiz file that a question takes, and new lines in their stead."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from operator import itemgetter

from lianxue.content.canonical import QUESTION_ORDER
from lianxue.content.question import Json
from lianxue.content.quiz_text import quiz_text
from lianxue.content.vocabulary import FIELD_NAMES
from lianxue.content.written_fields import written_fields
from lianxue.reading.problem import Report
from lianxue.reading.yaml_source import Mapping as MappingNode
from lianxue.reading.yaml_source import Scalar, read_yaml

_LINE = re.compile("([^\n\r\x85\u2028\u2029]*)(\r\n|[\n\r\x85\u2028\u2029]|$)")
_COMMENT = re.compile(r"\s+#.*$")
Fields = Mapping[str, Json]
TAIL, ADDED, NOTES, HEAD = range(4)


@dataclass(slots=True)
class Lines:
    """A text by lines with their own ends; replacements go by the numbers of the old lines."""

    texts: list[str]
    ends: list[str]
    # before this line: (rank, lines); at one line stand what ends a question, new questions, notes, what begins one
    _new: dict[int, list[tuple[int, Sequence[str]]]] = field(default_factory=lambda: defaultdict(list))
    _gone: set[int] = field(default_factory=set)

    @classmethod
    def of(cls, text: str) -> Lines:
        """The lines of a text; one that ends in a line end has no empty last line."""
        pairs = [(match[1], match[2]) for match in _LINE.finditer(text) if match[0]]
        return cls([line for line, _ in pairs], [end for _, end in pairs])

    def old(self, number: int) -> str:
        """An old line, from 0; "" behind the last."""
        return self.texts[number] if number < len(self.texts) else ""

    def insert(self, number: int, new: Sequence[str], rank: int) -> None:
        """New lines before an old one."""
        self._new[number].append((rank, new))

    def replace(self, start: int, stop: int, new: Sequence[str]) -> None:
        """New lines instead of old ones."""
        self._gone.update(range(start, stop))
        self._new[start].append((TAIL if start == stop else HEAD, new))

    def text(self) -> str:
        """The text as changed; new lines end as the first one does."""
        end = self.ends[0] if self.ends and self.ends[0] else "\n"
        parts: list[str] = []
        for number in range(len(self.texts) + 1):
            new = [
                line
                for _rank, lines in sorted(self._new.get(number, ()), key=itemgetter(0))
                for line in lines
            ]
            if new and parts and not parts[-1].endswith(("\n", "\r", "\x85", "\u2028", "\u2029")):
                parts.append(end)
            parts += [line + end for line in new]
            if number < len(self.texts) and number not in self._gone:
                parts.append(self.texts[number] + self.ends[number])
        return "".join(parts)


@dataclass(frozen=True, slots=True)
class Block:
    """The lines of one question: from `start` to before `end`, its dash at `indent`."""

    item: MappingNode
    start: int
    end: int
    indent: int

    @property
    def column(self) -> int:
        """Where the names of its fields begin."""
        return self.item.items[0][0].place.column - 1


def block_of(item: MappingNode, lines: Lines, following: MappingNode | None, end: int = 0) -> Block | None:
    """The lines of a question; None where its dash does not open its first line.

    `following` is the next of the list, `end` where the list ends at the latest.
    """
    if not item.items:
        return None
    start = item.items[0][0].place.line - 1
    head = lines.old(start)[: item.items[0][0].place.column - 1]
    if head.strip() not in ("-", "- {"):
        return None
    indent = len(head) - len(head.lstrip(" "))
    stop = following.place.line - 1 if following else end or len(lines.texts)
    last = start
    for number in range(start + 1, stop):
        line = lines.old(number)
        if line.strip():
            if len(line) - len(line.lstrip(" ")) <= indent:
                break
            last = number
    return Block(item, start, last + 1, indent)


def item_lines(part: Fields, notes: Mapping[str, Sequence[str]], indent: int) -> list[str]:
    """A question or material as lines of a list whose dashes stand at `indent`."""
    ids = [part, *(inner for inner in _inner(part))]
    own = {str(one.get("id", "")): notes.get(str(one.get("id", "")), ()) for one in ids}
    text = quiz_text({}, [_with_order(part)], own).removeprefix("questions:\n")
    return [
        (" " * indent + line[2:]).rstrip() if line.strip() else "" for line in text.rstrip("\n").split("\n")
    ]


def _inner(part: Fields) -> Iterator[Fields]:
    questions = part.get("questions")
    for one in questions if isinstance(questions, list) else ():
        if isinstance(one, dict):
            yield one


def _with_order(part: Fields) -> dict[str, Json]:
    """The same with the inner questions' fields in canonical order."""
    ordered = dict(part)
    if _inner_list := list(_inner(part)):
        ordered["questions"] = [
            {name: one[name] for name in QUESTION_ORDER if one.get(name) not in (None, "", {}, [])}
            for one in _inner_list
        ]
    return ordered


def changed_lines(
    block: Block, wanted: Fields, lines: Lines, *, by_field: bool
) -> list[tuple[int, int, list[str]]]:
    """(start, stop, new lines) that make the question what it is to be, field by field where that can be."""
    keys = [key for key, _value in block.item.items]
    rows = [key.place.line - 1 for key in keys]
    is_block = len(set(rows)) == len(rows) and "{" not in lines.old(block.start)[: block.column]
    if not by_field or not is_block:
        return [(block.start, block.end, item_lines(wanted, {}, block.indent))]
    before = written_fields(block.item)
    names = [FIELD_NAMES.get(key.text, key.text) for key in keys]
    stops = [_above_comments(lines, row, block.column) for row in rows[1:]] + [block.end]
    changes: list[tuple[int, int, list[str]]] = []
    for name, row, stop in zip(names, rows, stops, strict=True):
        value = wanted.get(name)
        if value in (None, "", {}, []):
            if name in before:
                changes.append((row, stop, []))
        elif value != before.get(name):
            new = _field_lines(name, value, block)
            if row == block.start:
                new[0] = lines.old(row)[: block.column] + new[0].lstrip(" ")
            changes.append((row, stop, _with_comment(new, lines, row, stop)))
    for name in QUESTION_ORDER:
        if wanted.get(name) not in (None, "", {}, []) and name not in names:
            earlier = [place for place, own in enumerate(names) if _rank(own) < _rank(name)]
            place = stops[earlier[-1]] if earlier else stops[0]
            changes.append((place, place, _field_lines(name, wanted[name], block)))
    return changes


def _rank(name: str) -> int:
    return QUESTION_ORDER.index(name) if name in QUESTION_ORDER else len(QUESTION_ORDER)


def _field_lines(name: str, value: Json, block: Block) -> list[str]:
    lines = item_lines({name: value}, {}, 0)
    return [(" " * block.column + line[2:]).rstrip() if line.strip() else "" for line in lines]


def _above_comments(lines: Lines, row: int, column: int) -> int:
    """The first of the comment lines right above a field; deeper ones belong to the text above."""
    while lines.old(row - 1).lstrip().startswith("#"):
        if len(lines.old(row - 1)) - len(lines.old(row - 1).lstrip()) > column:
            break
        row -= 1
    return row


def _with_comment(new: list[str], lines: Lines, row: int, stop: int) -> list[str]:
    """A comment at the end of a field's only line stays there."""
    old = lines.old(row)
    match = _COMMENT.search(old)
    if match is None or stop != row + 1 or len(new) != 1:
        return new
    whole, bare = (_value(line.strip().removeprefix("- ")) for line in (old, old[: match.start()]))
    return [new[0] + match.group()] if whole == bare != "" else new


def _value(line: str) -> str:
    node = read_yaml(line, "x", Report())
    if not isinstance(node, MappingNode) or len(node.items) != 1:
        return ""
    value = node.items[0][1]
    return value.text if isinstance(value, Scalar) else re.sub(r"Place\([^)]*\)", "", repr(value))
