"""Give a question's fields as they are written, in canonical form, whether they fit together or not."""

from __future__ import annotations

from lianxue.content.letters import fold_label
from lianxue.content.question import Json
from lianxue.content.vocabulary import FIELD_NAMES, QUESTION_TYPE_NAMES, TRUE_FALSE, UNSETTLED
from lianxue.reading.yaml_source import Mapping, Node, Scalar, Sequence

Fields = dict[str, Json]
_LABELLED = ("options", "left", "right")
_LISTS = ("cite", "tags", "points")


def written_fields(mapping: Mapping) -> Fields:
    """The fields of a question or material by their canonical names, empty ones left out.

    Of a sound question the same as `quiz_text.question_fields` gives, but for the form of its
    citations. Nothing is checked: an answer may be no option, a type may be none we know.
    """
    raw = {FIELD_NAMES.get(key.text, key.text): value for key, value in mapping.items}
    written = _text(raw.get("type"))
    kind = QUESTION_TYPE_NAMES.get(written, written)
    fields: Fields = {name: _value(name, node, kind) for name, node in raw.items()}
    return {name: value for name, value in fields.items() if value not in ("", [], {}, None)}


def _value(name: str, node: Node, kind: str) -> Json:
    if name == "type":
        return kind
    if name == "status":
        return UNSETTLED[0] if _text(node) in UNSETTLED else _plain(node)
    if name in _LABELLED and isinstance(node, Mapping):
        return {fold_label(key.text): _plain(value) for key, value in node.items}
    if name in _LISTS and isinstance(node, Scalar):
        return [node.text] if node.text else []
    if name == "any_order":
        return "true" if _text(node) in ("true", "是") else ""
    if name == "questions" and isinstance(node, Sequence):
        return [written_fields(item) if isinstance(item, Mapping) else _plain(item) for item in node.items]
    if name == "answer":
        return _answer(node, kind)
    return _plain(node)


def _answer(node: Node, kind: str) -> Json:
    if kind == "fill_in":
        return [_gap(item) for item in (node.items if isinstance(node, Sequence) else (node,))]
    if isinstance(node, Mapping):
        return {fold_label(key.text): fold_label(_text(value)) for key, value in node.items}
    if isinstance(node, Scalar) and kind == "true_false":
        return TRUE_FALSE.get(node.text, node.text)
    if isinstance(node, Scalar):
        return fold_label(node.text) or node.text
    labels = [fold_label(_text(item)) for item in node.items]
    if kind in ("single_choice", "multiple_choice"):
        labels.sort()  # a set: the order says nothing
        return labels[0] if len(labels) == 1 else [*labels]
    return [*labels]


def _gap(node: Node) -> Json:
    if not isinstance(node, Mapping):
        return {"accept": [_plain(node)]}
    raw = {FIELD_NAMES.get(key.text, key.text): _plain(value) for key, value in node.items}
    accept = raw.get("accept")
    gap: Fields = {"accept": accept if isinstance(accept, list) else [accept]}
    if raw.get("exact") in ("true", "是"):
        gap["exact"] = "true"
    elif raw.get("fold"):
        gap["fold"] = raw["fold"]
    return gap


def _text(node: Node | None) -> str:
    return node.text if isinstance(node, Scalar) else ""


def _plain(node: Node) -> Json:
    if isinstance(node, Scalar):
        return node.text
    if isinstance(node, Sequence):
        return [_plain(item) for item in node.items]
    return {key.text: _plain(value) for key, value in node.items}
