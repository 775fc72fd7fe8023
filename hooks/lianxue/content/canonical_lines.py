"""Put the fields of a block-style mapping in order, moving whole lines with their comments."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from lianxue.content.vocabulary import FIELD_NAMES
from lianxue.reading.yaml_source import Scalar


def order_fields(text: str, mappings: Sequence[tuple[Sequence[str], Sequence[Scalar]]]) -> str:
    """The text with the fields of each mapping in its canonical order.

    `mappings` holds (order, keys with their places), inner mappings before outer ones. A mapping
    with two keys on one line or in braces is left as it is. Reordering lines inside a mapping moves no line
    across its edges, so the places of outer keys hold while inner ones are moved.
    """
    lines = text.rstrip("\n").split("\n")
    for order, keys in mappings:
        rows = [key.place.line for key in keys]
        is_block = rows and not lines[rows[0] - 1][: keys[0].place.column - 1].rstrip().endswith("{")
        if is_block and len(set(rows)) == len(rows) and len(rows) > 1:
            _order_mapping(lines, order, keys)
    return "\n".join(lines) + "\n"


def _order_mapping(lines: list[str], order: Sequence[str], keys: Sequence[Scalar]) -> None:
    column = keys[0].place.column - 1
    starts = [_first_comment(lines, key.place.line - 1, column) for key in keys[1:]]
    first = keys[0].place.line - 1
    end = _end(lines, keys[-1].place.line - 1, column)
    edges = [first, *starts, end]
    blocks = [lines[a:b] for a, b in pairwise(edges)]
    ranked = sorted(range(len(keys)), key=lambda index: (_rank(keys[index].text, order), index))
    if ranked == list(range(len(keys))):
        return
    head = blocks[0][0]
    prefix = head[:column]  # blanks and, in a list, the dash
    blocks[0][0] = " " * column + head[column:]
    result = [line for index in ranked for line in blocks[index]]
    comments = 0
    while result[comments].lstrip().startswith("#"):
        comments += 1
    result[comments] = prefix + result[comments][column:]
    lines[first:end] = result


def _rank(name: str, order: Sequence[str]) -> int:
    canonical = FIELD_NAMES.get(name, name)
    return order.index(canonical) if canonical in order else len(order)


def _first_comment(lines: Sequence[str], start: int, column: int) -> int:
    """The first of the comment lines right above a key; deeper ones belong to a text above."""
    while start and lines[start - 1].lstrip().startswith("#"):
        if len(lines[start - 1]) - len(lines[start - 1].lstrip()) > column:
            break
        start -= 1
    return start


def _end(lines: Sequence[str], start: int, column: int) -> int:
    """The line after a mapping's last field, without blank lines and comments that follow it."""
    end = start + 1
    for index in range(start + 1, len(lines)):
        line = lines[index]
        stripped = line.lstrip()
        if not stripped:
            continue
        indent = len(line) - len(stripped)
        deeper = indent > column or (indent == column and stripped.startswith("- "))
        if not deeper:
            break
        end = index + 1
    return end
