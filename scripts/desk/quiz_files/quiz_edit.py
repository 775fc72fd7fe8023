"""Change and add questions in the text of a quiz file, leaving every other line as it is."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from desk.failures import DeskError
from desk.quiz_files.question_lines import ADDED, NOTES, Block, Lines, block_of, changed_lines, item_lines
from lianxue.content.draft_question import NOTE
from lianxue.content.question import Json
from lianxue.content.quiz_tree import field_of, is_material, items_of
from lianxue.content.written_fields import written_fields
from lianxue.reading.problem import Report
from lianxue.reading.yaml_source import Mapping as MappingNode
from lianxue.reading.yaml_source import Sequence as SequenceNode
from lianxue.reading.yaml_source import read_yaml

_ENDS = re.compile("\r\n|[\n\r\x85\u2028\u2029]")
_BOM = "\ufeff"
Fields = Mapping[str, Json]


@dataclass(frozen=True, slots=True, kw_only=True)
class Edits:
    """What is to change in one file; ids are of questions, or of materials where it says so."""

    changed: Mapping[str, Fields] = field(default_factory=dict)  # id → the fields as they shall be
    material_texts: Mapping[str, str] = field(default_factory=dict)  # id of a material → its text
    added: Sequence[Fields] = ()  # questions and materials for the end of the file
    added_to: Mapping[str, Sequence[Fields]] = field(default_factory=dict)  # id of a material → questions
    notes: Mapping[str, Sequence[str]] = field(default_factory=dict)  # id → comment lines


def edit_quiz(data: bytes, path: str, edits: Edits) -> bytes:
    """The file with these edits; comments, order and spelling of everything else are kept.

    Raises DeskError where the file is written in a way that cannot be edited.
    """
    text = data.decode("utf-8")
    bom = _BOM if text.startswith(_BOM) else ""
    for by_field in (True, False):
        result = _edit(text.removeprefix(_BOM), path, edits, by_field=by_field)
        if result is not None and _says(result, path, text.removeprefix(_BOM), edits):
            return (bom + result).encode()
    raise DeskError(
        f"{path} 的题目没有按“- id: …”开头、一行一个字段来写，加不进也改不了，没有改动："
        "请先改成这样的写法，或用 --into 换一个文件"
    )


def _tree(text: str, path: str) -> MappingNode | None:
    node = read_yaml(_ENDS.sub("\n", text), path, Report())
    return node if isinstance(node, MappingNode) else None


def _edit(text: str, path: str, edits: Edits, *, by_field: bool) -> str | None:
    root = _tree(text, path)
    if root is None:
        return None
    lines = Lines.of(text)
    questions = field_of(root, "questions")
    items = list(items_of(questions))
    if not items:
        return _first_questions(text, root, edits)
    if not isinstance(questions, SequenceNode) or len(items) != len(questions.items):
        return None
    blocks: list[tuple[Block, Fields | None]] = []  # of every question, and what it is to be
    for number, item in enumerate(items):
        block = block_of(item, lines, items[number + 1] if number + 1 < len(items) else None)
        if block is None:
            return None
        if not is_material(item):
            blocks.append((block, edits.changed.get(_id(item))))
            continue
        name = _id(item)
        if name in edits.material_texts:
            blocks.append((block, {**written_fields(item), "text": edits.material_texts[name]}))
        inner = list(items_of(field_of(item, "questions")))
        for place, question in enumerate(inner):
            own = block_of(question, lines, inner[place + 1] if place + 1 < len(inner) else None, block.end)
            if own is None:
                return None
            blocks.append((own, edits.changed.get(_id(question))))
            if place == len(inner) - 1:
                lines.insert(own.end, _texts(edits.added_to.get(name, ()), edits.notes, own.indent), ADDED)
    assert block is not None  # there is one item at least
    lines.insert(block.end, _texts(edits.added, edits.notes, block.indent), ADDED)
    for block, wanted in blocks:
        if wanted is not None:
            name = str(wanted.get("id", ""))
            new_lines = changed_lines(block, wanted, lines, by_field=by_field)
            for start, stop, replacement in new_lines:
                lines.replace(start, stop, replacement)
            if "questions" not in wanted:
                _renote(block, edits.notes.get(name, ()), lines)
    return lines.text()


def _first_questions(text: str, root: MappingNode, edits: Edits) -> str:
    """A file that has none yet: its empty `questions` makes room for the first."""
    lines = Lines.of(text)
    for key, value in root.items:
        if value is field_of(root, "questions"):
            lines.replace(key.place.line - 1, key.place.line, [])
    body = [line for part in edits.added for line in ("", *item_lines(part, edits.notes, 2))]
    lines.insert(len(lines.texts), ["questions:", *body[1:]], ADDED)
    return lines.text()


def _renote(block: Block, notes: Sequence[str], lines: Lines) -> None:
    """The comment that told what was open goes; a new one comes."""
    start = block.start
    while start and lines.old(start - 1).strip().startswith(NOTE):
        start -= 1
    if start < block.start:
        lines.replace(start, block.start, [])
    lines.insert(block.start, [f"{' ' * block.indent}# {note}" for note in notes], NOTES)


def _texts(parts: Sequence[Fields], notes: Mapping[str, Sequence[str]], indent: int) -> list[str]:
    """New questions, each after a blank line."""
    return [line for part in parts for line in ("", *item_lines(part, notes, indent))]


def _id(item: MappingNode) -> str:
    return str(written_fields(item).get("id", ""))


def _says(result: str, path: str, before: str, edits: Edits) -> bool:
    """Whether the new text holds exactly the old questions, as edited, and the new ones."""
    old, new = _tree(before, path), _tree(result, path)
    if old is None or new is None:
        return False
    expected: list[Fields] = []
    for item in items_of(field_of(old, "questions")):
        fields = written_fields(item)
        if is_material(item):
            fields = dict(fields)
            name = str(fields.get("id", ""))
            inner = fields.get("questions")
            assert isinstance(inner, list)
            fields["questions"] = [
                *(
                    _normal(edits.changed.get(str(one.get("id", "")), one))
                    for one in inner
                    if isinstance(one, dict)
                ),
                *(_normal(one) for one in edits.added_to.get(name, ())),
            ]
            fields["text"] = edits.material_texts.get(name, fields.get("text"))
        else:
            fields = dict(edits.changed.get(str(fields.get("id", "")), fields))
        expected.append(fields)
    expected += edits.added
    found = [written_fields(item) for item in items_of(field_of(new, "questions"))]
    return [_normal(one) for one in expected] == found and _head(old) == _head(new)


def _head(root: MappingNode) -> Fields:
    """The quiz's own fields."""
    return written_fields(
        MappingNode(
            tuple((key, value) for key, value in root.items if value is not field_of(root, "questions")),
            root.place,
        )
    )


def _normal(fields: Fields) -> dict[str, Json]:
    """Fields as `written_fields` gives them back."""
    kept: dict[str, Json] = {name: value for name, value in fields.items() if value not in ("", [], {}, None)}
    inner = kept.get("questions")
    if isinstance(inner, list):
        kept["questions"] = [_normal(one) if isinstance(one, dict) else one for one in inner]
    return kept
