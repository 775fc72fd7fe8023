"""Tell whether a quiz file still says the same after it was rewritten."""

from __future__ import annotations

from lianxue.content.vocabulary import FIELD_NAMES, QUESTION_TYPE_NAMES, TRUE_FALSE
from lianxue.reading.problem import Report
from lianxue.reading.yaml_source import Mapping, Node, Scalar, Sequence

# Fields whose values have canonical forms too.
_VALUES = {
    "type": QUESTION_TYPE_NAMES,
    "answer": TRUE_FALSE,
    "status": {"待确认": "unsettled"},
}
# Fields whose keys are labels that the author chose; elsewhere keys are names of fields.
_LABELLED = frozenset({"options", "left", "right", "answer", "waive"})

Sense = str | list["Sense"] | dict[str, "Sense"]


def say_the_same(before: Node, after: Node | None) -> bool:
    """Whether two trees hold the same once names and values are canonical; order of fields aside."""
    return after is not None and _sense(before) == _sense(after)


def _sense(node: Node, field: str = "") -> Sense:
    if isinstance(node, Scalar):
        return _VALUES.get(field, {}).get(node.text, node.text)
    if isinstance(node, Sequence):
        return [_sense(item) for item in node.items]
    return {_key(key.text, field): _sense(value, _key(key.text, field)) for key, value in node.items}


def _key(written: str, field: str) -> str:
    if field == "points":
        return QUESTION_TYPE_NAMES.get(written, written)
    return written if field in _LABELLED else FIELD_NAMES.get(written, written)


def check_names(node: Node, report: Report, field: str = "") -> None:
    """No two keys of a mapping are names of one field: rewriting would lose one of them."""
    if isinstance(node, Sequence):
        for item in node.items:
            check_names(item, report)
    elif isinstance(node, Mapping):
        first: dict[str, Scalar] = {}
        for key, value in node.items:
            name = _key(key.text, field)
            earlier = first.setdefault(name, key)
            if earlier is not key:
                message = f"“{key.text}”与第 {earlier.place.line} 行的“{earlier.text}”是同一个字段"
                report.note(key.place, "yaml-duplicate-key", message)
            check_names(value, report, name)
