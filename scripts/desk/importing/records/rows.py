"""Make a record of a row's cells."""

from __future__ import annotations

import re
from collections.abc import Sequence

from desk.drafts.draft import SourceLine
from desk.importing.records.answers import rival_doubt
from desk.importing.records.columns import Columns
from desk.importing.records.options import Options, name_options, split_options
from desk.importing.records.record import GIVEN, Record
from desk.importing.records.standing import UNSETTLED, note_of, standing_doubts
from desk.importing.records.words import MATERIAL, type_of
from lianxue.reading.patterns import lazy_pattern

_FULL_ID = lazy_pattern(r"[a-z0-9][a-z0-9/-]*/[a-z0-9-]+$")
_FIRST = lazy_pattern(r"[（(]?[AaＡ]\s*[.．、:：)）]")
_INNER = lazy_pattern(r".[B-HＢ-Ｈ]\s*[.．、:：)）]", re.DOTALL)
_WHOLE = lazy_pattern(r"^(\d+)\.0$")  # a number cell of a program that keeps only fractions


def record_of(
    lines: Sequence[SourceLine], rows: Sequence[Sequence[str]], columns: Columns, *, kind: str, section: str
) -> Record:
    """The record of one question: its row, and rows below that only hold more options."""
    first = rows[0]

    def at(role: str, row: Sequence[str] = first) -> str:
        column = columns.roles.get(role, -1)
        return row[column].strip() if 0 <= column < len(row) else ""

    own_type = type_of(at("type"))
    own_type = "" if own_type == MATERIAL else own_type
    options, is_numbered, lead = _options(rows, columns)
    kind_in_options = type_of(lead) if lead else ""
    flags = tuple((label, _cell(first, column)) for label, column in columns.flags)
    written = at("revised") or at("original") if "revised" in columns.roles else ""
    answer = _WHOLE.sub(r"\1", written or at("answer"))
    if "mark" in columns.roles:
        if len(rows) > 1:
            flags = tuple((label, at("mark", row)) for (label, _t), row in zip(options, rows, strict=False))
        elif not answer:
            answer = at("mark")
    if len(rows) > 1 and not flags and not answer:
        answer = "".join(at("answer", row) for row in rows)
    written_id = at("id")
    number = at("number") or ("" if _FULL_ID.match(written_id) else written_id)
    doubts: tuple[str, ...] = (
        (f"选项前面的文字“{lead}”不知道归哪里",) if lead and options and not kind_in_options else ()
    )
    doubts += tuple(filter(None, [rival_doubt([_cell(first, column) for column in columns.answers])]))
    doubts += (columns.doubt,) if columns.doubt and answer else ()
    doubts += standing_doubts(at)
    return Record(
        lines=tuple(lines),
        stem=at("stem"),
        type=own_type or kind_in_options or ("" if kind == MATERIAL else kind),
        has_own_type=bool(own_type),
        options=options if options or not lead else (("A", lead),),
        is_numbered=is_numbered,
        flags=flags,
        answer=answer,
        explanation=at("explanation") if "explanation" in columns.roles else note_of(at),
        cite=at("cite"),
        discipline=at("discipline"),
        difficulty=at("difficulty"),
        tags=at("tags"),
        score=_WHOLE.sub(r"\1", at("score")),
        material=at("material"),
        id=written_id if _FULL_ID.match(written_id) else "",
        number=_WHOLE.sub(r"\1", number),
        section=at("section") or section,
        is_unsettled=at("status") in UNSETTLED,
        doubts=doubts,
        given=tuple(
            role
            for role in GIVEN
            if role in columns.roles or (role == "explanation" and "note" in columns.roles)
        ),
    )


def _options(rows: Sequence[Sequence[str]], columns: Columns) -> tuple[Options, bool, str]:
    """(options, whether numbers stood in front, text before the first option)."""
    if columns.options:
        cells = [cell for _label, column in columns.options if (cell := _cell(rows[0], column))]
        glued = split_options("\n".join(cells)) if _is_glued(cells) else None
        if glued is not None and len(glued.options) > len(cells):
            return glued.options, glued.is_numbered, glued.lead
        named = name_options([(label, _cell(rows[0], column)) for label, column in columns.options])
        return named.options, named.is_numbered, ""
    if columns.wrong:
        named = name_options([("", text) for text in _right_and_wrong(rows[0], columns)])
        return named.options, False, ""
    column = columns.roles.get("options", -1)
    if column < 0:
        return (), False, ""
    if len(rows) > 1:
        named = name_options([("", _cell(row, column)) for row in rows])
        return named.options, named.is_numbered, ""
    split = split_options(_cell(rows[0], column))
    return split.options, split.is_numbered, split.lead


def _right_and_wrong(row: Sequence[str], columns: Columns) -> list[str]:
    """The texts of the right option and the wrong ones, in the order of their columns."""
    right = columns.roles.get("answer", -1)
    texts: list[str] = []
    for column in sorted((right, *columns.wrong)):
        cell = _cell(row, column)
        several = split_options(cell).options if column != right else ()
        texts += [text for _label, text in several] if len(several) > 1 else [cell] * bool(cell)
    return texts


def _is_glued(cells: Sequence[str]) -> bool:
    """Whether cells have labels of their own, more of them than there are cells: A.… | B.… C.…"""
    return bool(cells) and bool(_FIRST.match(cells[0])) and any(_INNER.search(cell) for cell in cells)


def _cell(row: Sequence[str], column: int) -> str:
    return _WHOLE.sub(r"\1", row[column].strip()) if 0 <= column < len(row) else ""
