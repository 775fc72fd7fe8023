"""Carry an opened file from the child process to the parent: one JSON head, then the pictures' bytes."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any, BinaryIO

from desk.documents.model import Aside, Line, OpenedFile, Picture, Sheet, Span, Table, UnreadableFile

# JSON and not pickle: what comes from a child that read a hostile file must not be able to run anything.
_LENGTH_BYTES = 8


def write_frame(stream: BinaryIO, head: dict[str, Any], blobs: tuple[bytes, ...] = ()) -> None:
    """One message: the length of the head, the head, and the blobs whose lengths it names."""
    body = json.dumps({**head, "blobs": [len(blob) for blob in blobs]}, separators=(",", ":")).encode("ascii")
    stream.write(len(body).to_bytes(_LENGTH_BYTES, "big"))
    stream.write(body)
    for blob in blobs:
        stream.write(blob)
    stream.flush()


def write_refusal(stream: BinaryIO, error: UnreadableFile | OSError, name: str) -> None:
    """The message that a file cannot be read, and why."""
    if isinstance(error, OSError):
        write_frame(stream, {"os_error": [error.errno, error.strerror, name]})
    else:
        write_frame(stream, {"unreadable": str(error)})


def read_frames(data: bytes) -> Iterator[tuple[dict[str, Any], tuple[bytes, ...]]]:
    """Every whole message in `data`; one that was cut off is left out."""
    view = memoryview(data)
    at = 0
    while at + _LENGTH_BYTES <= len(view):
        size = int.from_bytes(view[at : at + _LENGTH_BYTES], "big")
        start = at + _LENGTH_BYTES
        if start + size > len(view):
            return
        head = json.loads(bytes(view[start : start + size]))
        at = start + size
        blobs = []
        for length in head.pop("blobs"):
            blobs.append(bytes(view[at : at + length]))
            at += length
        if at > len(view):
            return
        yield head, tuple(blobs)


def packed(opened: OpenedFile) -> tuple[dict[str, Any], tuple[bytes, ...]]:
    """`opened` as plain lists, and its pictures' bytes."""
    head = {
        "name": opened.name,
        "kind": opened.kind,
        "blocks": [_packed_block(block) for block in opened.blocks],
        "sheets": [[sheet.name, sheet.rows, sheet.is_hidden] for sheet in opened.sheets],
        "raw": opened.raw,
        "asides": [[aside.where, aside.text] for aside in opened.asides],
        "pictures": [[picture.name, picture.alt] for picture in opened.pictures],
        "footnotes": opened.footnotes,
        "remarks": opened.remarks,
    }
    return head, tuple(picture.data for picture in opened.pictures)


def unpacked(head: dict[str, Any], blobs: tuple[bytes, ...]) -> OpenedFile:
    """The opposite of `packed`."""
    pictures = zip(head["pictures"], blobs, strict=True)
    return OpenedFile(
        name=head["name"],
        kind=head["kind"],
        blocks=tuple(_unpacked_block(block) for block in head["blocks"]),
        sheets=tuple(
            Sheet(name=name, rows=tuple((n, tuple(cells)) for n, cells in rows), is_hidden=is_hidden)
            for name, rows, is_hidden in head["sheets"]
        ),
        raw=head["raw"],
        asides=tuple(Aside(where=where, text=text) for where, text in head["asides"]),
        pictures=tuple(Picture(name=name, data=data, alt=alt) for (name, alt), data in pictures),
        footnotes=head["footnotes"],
        remarks=tuple(head["remarks"]),
    )


def _packed_block(block: Line | Table) -> list[Any]:
    if isinstance(block, Table):
        marks = [[_packed_spans(spans) for spans in row] for row in block.spans]
        return [block.rows, block.where, marks] if marks else [block.rows, block.where]
    plain: list[Any] = [block.text, block.where, block.label, block.heading, block.style]
    rest = (block.spans, block.is_list_item, block.pictures, block.footnotes, block.indent)
    if any(rest):  # most lines have none of these
        plain += [
            _packed_spans(block.spans),
            block.is_list_item,
            block.pictures,
            block.footnotes,
            block.indent,
        ]
    return plain


def _unpacked_block(block: list[Any]) -> Line | Table:
    if len(block) < 4:
        marks = block[2] if len(block) > 2 else ()
        return Table(
            rows=tuple(tuple(row) for row in block[0]),
            where=block[1],
            spans=tuple(tuple(map(_unpacked_spans, row)) for row in marks),
        )
    text, where, label, heading, style, *rest = block
    if not rest:
        return Line(text=text, where=where, label=label, heading=heading, style=style)
    spans, is_list_item, pictures, footnotes, indent = rest
    return Line(
        text=text,
        where=where,
        label=label,
        heading=heading,
        style=style,
        spans=_unpacked_spans(spans),
        is_list_item=is_list_item,
        pictures=tuple(pictures),
        footnotes=tuple((key, at) for key, at in footnotes),
        indent=indent,
    )


def _packed_spans(spans: tuple[Span, ...]) -> list[Any]:
    return [[s.text, s.is_bold, s.is_underlined, s.colour, s.highlight, s.is_struck] for s in spans]


def _unpacked_spans(spans: list[Any]) -> tuple[Span, ...]:
    return tuple(
        Span(
            text=text,
            is_bold=bold,
            is_underlined=underlined,
            colour=colour,
            highlight=highlight,
            is_struck=struck,
        )
        for text, bold, underlined, colour, highlight, struck in spans
    )
