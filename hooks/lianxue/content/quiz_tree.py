"""Find fields and questions in the tree of a quiz file, sound or not."""

from __future__ import annotations

from collections.abc import Iterator

from lianxue.content.vocabulary import FIELD_NAMES
from lianxue.reading.yaml_source import Mapping as MappingNode
from lianxue.reading.yaml_source import Node, Sequence


def field_of(mapping: MappingNode, name: str) -> Node | None:
    """A field by its canonical name; None where it is absent."""
    return next((value for key, value in mapping.items if FIELD_NAMES.get(key.text, key.text) == name), None)


def items_of(node: Node | None) -> Iterator[MappingNode]:
    """The questions and materials of a list."""
    for item in node.items if isinstance(node, Sequence) else ():
        if isinstance(item, MappingNode):
            yield item


def is_material(item: MappingNode) -> bool:
    """Whether a part of a quiz is a material."""
    return isinstance(field_of(item, "questions"), Sequence)
