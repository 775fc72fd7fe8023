"""Lay questions out as rows of a sheet: one a question, materials with one of their own."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from desk.exporting.selection import Item, Selection
from desk.failures import DeskError
from desk.master_copy.cells import (
    write_gaps,
    write_labels,
    write_left,
    write_lines,
    write_options,
    write_pairs,
    write_waivers,
)
from desk.master_copy.columns import (
    ANSWER,
    CITE,
    DIFFICULTY,
    DISCIPLINE,
    EXPLANATION,
    ID,
    LEFT,
    MATERIAL,
    MATERIAL_TYPE,
    QUIZ,
    STATUS,
    STEM,
    TAGS,
    TYPE,
    UNSETTLED,
    WAIVED,
)
from lianxue.content.letters import letters
from lianxue.content.question import Json
from lianxue.content.question_types.registry import QUESTION_TYPES
from lianxue.reading.folding import FOLDINGS

TYPE_LABELS: Mapping[str, str] = {kind.name: kind.label for kind in QUESTION_TYPES.values()}
_LEAST_OPTIONS = 6
_OPTION_COLUMNS = letters(26)  # A to Z: a column of options is known by its letter

Cells = dict[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetRows:
    """The columns a selection needs, and its rows: column → text."""

    columns: tuple[str, ...]
    rows: tuple[Cells, ...]


def sheet_rows(selection: Selection) -> SheetRows:
    """Columns and rows of a selection; a column that only few kinds need is there only where it is filled."""
    rows = tuple(_rows(selection))
    count = max(_LEAST_OPTIONS, *(len([key for key in row if len(key) == 1]) for row in rows))
    used = {column for row in rows for column, text in row.items() if text}
    columns = (
        *(ID, TYPE, STEM),
        *(name for name in (LEFT,) if name in used),
        *letters(count),
        *(ANSWER, EXPLANATION, CITE, DISCIPLINE, DIFFICULTY, TAGS, STATUS, QUIZ),
        *(name for name in (MATERIAL, WAIVED) if name in used),
    )
    return SheetRows(columns=columns, rows=rows)


def _rows(selection: Selection) -> Iterator[Cells]:
    said: set[str] = set()
    for item in selection.items:
        if item.material is not None:
            material_id = f"{item.quiz.id}/{item.material.id}"
            if material_id not in said:
                said.add(material_id)
                row = {ID: material_id, TYPE: MATERIAL_TYPE, STEM: item.material.text, QUIZ: item.quiz.title}
                yield row
        yield _row(item)


def _row(item: Item) -> Cells:
    fields = item.fields
    options = fields.get("options") or fields.get("right")
    cells = write_options(_texts(options))
    if len(cells) > len(_OPTION_COLUMNS):
        raise DeskError(
            f"{item.full_id} 有 {len(cells)} 个选项，表格最多放 {len(_OPTION_COLUMNS)} 个：请改用别的格式"
        )
    return {
        ID: item.full_id,
        TYPE: TYPE_LABELS.get(item.kind, item.kind),
        STEM: _text(fields.get("stem")),
        LEFT: write_left(_texts(fields.get("left"))),
        **dict(zip(_OPTION_COLUMNS, cells, strict=False)),
        ANSWER: _answer(item.kind, fields),
        EXPLANATION: _text(fields.get("explanation")),
        CITE: "\n".join(_list(fields.get("cite"))),
        DISCIPLINE: _text(fields.get("discipline")),
        DIFFICULTY: _text(fields.get("difficulty")),
        TAGS: "、".join(_list(fields.get("tags"))),
        STATUS: UNSETTLED if item.question is None else "",
        QUIZ: item.quiz.title,
        MATERIAL: f"{item.quiz.id}/{item.material.id}" if item.material else "",
        WAIVED: write_waivers(_texts(fields.get("waive"))),
    }


def _answer(kind: str, fields: Mapping[str, Json]) -> str:
    answer = fields.get("answer")
    if kind == "short_answer":
        return write_lines(_list(fields.get("points")))
    if kind == "fill_in" and isinstance(answer, list):
        gaps = [(_list(gap.get("accept")), _folding(gap)) for gap in answer if isinstance(gap, dict)]
        return write_gaps(gaps, any_order=bool(fields.get("any_order")))
    if isinstance(answer, dict):
        return write_pairs(_texts(answer))
    if kind == "true_false":
        return _text(answer)
    return write_labels(_list(answer))


def _folding(gap: Mapping[str, Json]) -> tuple[str, ...]:
    if gap.get("exact"):
        return ()
    return tuple(_list(gap.get("fold"))) or tuple(FOLDINGS)


def _text(value: Json) -> str:
    return value if isinstance(value, str) else ""


def _list(value: Json) -> list[str]:
    return (
        [str(item) for item in value]
        if isinstance(value, list)
        else [value]
        if isinstance(value, str)
        else []
    )


def _texts(value: Json) -> dict[str, str]:
    return {key: str(text) for key, text in value.items()} if isinstance(value, dict) else {}
