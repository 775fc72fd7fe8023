"""Carry what was read from question files from the child process to the parent."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import MISSING, fields
from typing import Any

from desk.documents.model import OpenedFile
from desk.drafts.draft import Draft, Ignored, PaperReading, SourceLine, Unsure
from desk.safety.office import SafetyHit
from lianxue.content.safety import SecretKind

_DEFAULTS = {one.name: one.default for one in fields(Draft) if one.name != "lines"}
assert MISSING not in _DEFAULTS.values()


def packed_look(opened: OpenedFile, hits: Sequence[SafetyHit]) -> dict[str, Any]:
    """What is to be said of an opened file beside its questions."""
    return {
        "opened": opened.name,
        "remarks": opened.remarks,
        "hits": [[hit.where, hit.kind.name, hit.masked] for hit in hits],
    }


def unpacked_hits(head: Mapping[str, Any]) -> tuple[SafetyHit, ...]:
    """The hits in what `packed_look` made."""
    return tuple(
        SafetyHit(file=head["opened"], where=where, kind=SecretKind[kind], masked=masked)
        for where, kind, masked in head["hits"]
    )


def packed_reading(reading: PaperReading) -> dict[str, Any]:
    """A reading as plain lists; each line of the source once, and of the drafts what is not empty."""
    lines: dict[int, tuple[int, SourceLine]] = {}  # id of the object → its number

    def number_of(line: SourceLine) -> int:
        return lines.setdefault(id(line), (len(lines), line))[0]

    drafts = []
    for draft in reading.drafts:
        said = {name: value for name, empty in _DEFAULTS.items() if (value := getattr(draft, name)) != empty}
        drafts.append([said, list(map(number_of, draft.lines))])
    return {
        "file": reading.file,
        "drafts": drafts,
        "ignored": [[number_of(one.line), one.reason] for one in reading.ignored],
        "unsure": [[number_of(one.line), one.reason] for one in reading.unsure],
        "remarks": reading.remarks,
        "title": reading.title,
        "lines": [[line.file, line.where, line.text] for _, line in lines.values()],
    }


def unpacked_reading(packed: Mapping[str, Any]) -> PaperReading:
    """The opposite of `packed_reading`."""
    lines = [SourceLine(file=file, where=where, text=text) for file, where, text in packed["lines"]]
    return PaperReading(
        file=packed["file"],
        drafts=tuple(
            Draft(
                **{name: _frozen(value) for name, value in said.items()},
                lines=tuple(lines[number] for number in numbers),
            )
            for said, numbers in packed["drafts"]
        ),
        ignored=tuple(Ignored(line=lines[number], reason=reason) for number, reason in packed["ignored"]),
        unsure=tuple(Unsure(line=lines[number], reason=reason) for number, reason in packed["unsure"]),
        remarks=tuple(packed["remarks"]),
        title=packed["title"],
    )


def _frozen(value: Any) -> Any:
    """JSON knows no tuples."""
    return tuple(map(_frozen, value)) if isinstance(value, list) else value
