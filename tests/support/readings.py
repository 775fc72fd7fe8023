"""What a reading of a file of questions came to, as plain values that a case file can hold."""

from __future__ import annotations

from dataclasses import fields
from typing import Any

from desk.drafts.draft import Draft, PaperReading

_UNSAID = ("lines", "given", "section", "keeps_labels")
_LABELLED = ("options", "left", "right", "pairs", "waive")


def summary(reading: PaperReading) -> dict[str, Any]:
    """The reading without what is empty; lines by their places."""
    found = {
        "title": reading.title,
        "questions": [_draft(draft) for draft in reading.drafts],
        "ignored": [f"{one.line.where}：{one.reason}" for one in reading.ignored],
        "unsure": [f"{one.line.where}：{one.reason}" for one in reading.unsure],
        "remarks": list(reading.remarks),
    }
    return {name: value for name, value in found.items() if value}


def places(reading: PaperReading) -> list[str]:
    """Every place the reading accounts for, each once, sorted."""
    lines = [line for draft in reading.drafts for line in draft.lines]
    lines += [one.line for one in (*reading.ignored, *reading.unsure)]
    return sorted({line.where for line in lines})


def _draft(draft: Draft) -> dict[str, Any]:
    said = {field.name: getattr(draft, field.name) for field in fields(draft) if field.name not in _UNSAID}
    where = "、".join(line.where for line in draft.lines)
    found = {"where": where, **{name: _plain(value) for name, value in said.items() if value}}
    for name in _LABELLED:
        if name in found and len(dict(found[name])) == len(found[name]):
            found[name] = dict(found[name])
    return found


def _plain(value: Any) -> Any:
    return [_plain(item) for item in value] if isinstance(value, tuple) else value
