"""Read the sheet that our own export wrote, whatever was edited in it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from desk.drafts.draft import CALLED_OPEN, Draft, Ignored, SourceLine, Unsure
from desk.drafts.provisions import read_provisions
from desk.drafts.verdict_words import verdict_word
from desk.importing.records.answers import read_choice
from desk.importing.records.own_doubts import doubts_of
from desk.importing.records.sheet_rows import Row
from desk.importing.records.tables import TableReading
from desk.importing.records.words import difficulty_of, discipline_of, fold_name, type_of
from desk.master_copy import columns as layout
from desk.master_copy.cells import (
    read_gaps,
    read_labels,
    read_left,
    read_lines,
    read_options,
    read_pairs,
    read_waivers,
)
from lianxue.content.letters import letters
from lianxue.reading.folding import FOLDINGS, clean
from lianxue.reading.patterns import lazy_pattern

_NEEDED = frozenset((layout.ID, layout.TYPE, layout.STEM, layout.ANSWER, layout.QUIZ))
_GIVEN = {
    "explanation": layout.EXPLANATION,
    "cite": layout.CITE,
    "discipline": layout.DISCIPLINE,
    "difficulty": layout.DIFFICULTY,
    "tags": layout.TAGS,
    "waive": layout.WAIVED,
    "status": layout.STATUS,
}
_FULL_ID = lazy_pattern(r"[a-z0-9][a-z0-9/-]*/[a-z0-9-]+$")
_TAGS = lazy_pattern(r"[、,，;；\n]+")
_OPTION_COLUMNS = letters(26)


@dataclass(frozen=True, slots=True)
class _Cells:
    row: Row
    columns: Mapping[str, int]

    def __call__(self, name: str) -> str:
        column = self.columns.get(name, -1)
        return clean(self.row.cells[column]) if 0 <= column < len(self.row.cells) else ""


def own_columns(header: Row) -> dict[str, int] | None:
    """Where the columns of our export stand; None for a header that is not ours."""
    heads = [fold_name(cell).upper() for cell in header.cells]
    names = {layout.FORMER_NAMES.get(head, head): index for index, head in reversed(list(enumerate(heads)))}
    return names if names.keys() >= _NEEDED else None


def read_own_sheet(rows: Sequence[Row], columns: Mapping[str, int]) -> TableReading:
    """The questions of an exported sheet; its first row is the header."""
    reading = TableReading(ignored=[Ignored(line=rows[0].line, reason="表头")])
    materials: dict[str, tuple[str, SourceLine]] = {}
    used: set[str] = set()
    for row in rows[1:]:
        cells = _Cells(row, columns)
        if cells(layout.TYPE) == layout.MATERIAL_TYPE:
            materials[cells(layout.ID)] = (cells(layout.STEM), row.line)
    for row in rows[1:]:
        cells = _Cells(row, columns)
        if cells(layout.TYPE) == layout.MATERIAL_TYPE:
            continue
        if not any(cells(name) for name in (layout.STEM, layout.ANSWER, *_OPTION_COLUMNS)):
            reading.unsure.append(Unsure(line=row.line, reason="这一行没有题干"))
            continue
        reading.drafts.append(_draft(cells, materials))
        used.add(cells(layout.MATERIAL))
    reading.unsure += [
        Unsure(line=line, reason="没有题目用到这段材料")
        for name, (_text, line) in materials.items()
        if name not in used
    ]
    titles = {title for row in rows[1:] if (title := _Cells(row, columns)(layout.QUIZ))}
    reading.title = titles.pop() if len(titles) == 1 else ""
    return reading


def _draft(cells: _Cells, materials: Mapping[str, tuple[str, SourceLine]]) -> Draft:
    kind = type_of(cells(layout.TYPE))
    options = read_options([(label, cells(label)) for label in _OPTION_COLUMNS])
    gaps, any_order = read_gaps(cells(layout.ANSWER)) if kind == "fill_in" else ((), False)
    answer, doubt = _answer(kind, cells(layout.ANSWER), options)
    material_id = cells(layout.MATERIAL)
    material, material_line = materials.get(material_id, ("", None))
    written_id = cells(layout.ID)
    is_id = bool(_FULL_ID.match(written_id))
    draft = Draft(
        type=kind,
        stem=cells(layout.STEM),
        options=options if kind != "matching" else (),
        left=read_left(cells(layout.LEFT)) if kind == "matching" else (),
        right=options if kind == "matching" else (),
        answer=answer,
        pairs=read_pairs(cells(layout.ANSWER)) if kind == "matching" else (),
        gaps=tuple(accept for accept, _folding in gaps),
        any_order=any_order,
        exact=tuple(not folding for _a, folding in gaps) if not all(folding for _a, folding in gaps) else (),
        fold=tuple(folding for _a, folding in gaps)
        if any(folding not in ((), tuple(FOLDINGS)) for _a, folding in gaps)
        else (),
        points=read_lines(cells(layout.ANSWER)) if kind == "short_answer" else (),
        explanation=cells(layout.EXPLANATION),
        cite=tuple(cite for line in cells(layout.CITE).split("\n") for cite in _cites(line)),
        discipline=discipline_of(cells(layout.DISCIPLINE)) or cells(layout.DISCIPLINE),
        difficulty=difficulty_of(cells(layout.DIFFICULTY)) or cells(layout.DIFFICULTY),
        tags=tuple(filter(None, map(str.strip, _TAGS.split(cells(layout.TAGS))))),
        waive=read_waivers(cells(layout.WAIVED)),
        material=material,
        material_id=material_id if material else "",
        id=written_id if is_id else "",
        quiz="" if is_id else cells(layout.QUIZ),
        number="" if is_id else written_id,
        given=tuple(name for name, column in _GIVEN.items() if column in cells.columns),
        lines=(cells.row.line,) if material_line is None else (material_line, cells.row.line),
    )
    doubts = [CALLED_OPEN] if cells(layout.STATUS) else []
    doubts += [doubt] if doubt else doubts_of(draft)
    if material_id and not material:
        doubts.append(f"找不到所属材料 {material_id}")
    is_strange = bool(written_id) and not is_id
    remarks = [f"编号“{written_id}”不是题库里的编号，按新题目读入"] if is_strange else []
    if kind in ("true_false", "fill_in", "short_answer"):
        name = cells(layout.TYPE).removesuffix("题") + "题"
        remarks += [
            f"{name}不用选项，{label} 栏的“{text}”没有用上"
            for label, text in options
            if text and not verdict_word(text)
        ]
    return replace(draft, doubts=tuple(dict.fromkeys(doubts)), remarks=tuple(remarks))


def _cites(line: str) -> tuple[str, ...]:
    cites, is_all = read_provisions(line)
    return cites if is_all else tuple(filter(None, (line.strip(),)))


def _answer(kind: str, text: str, options: tuple[tuple[str, str], ...]) -> tuple[tuple[str, ...], str]:
    """(labels, doubt) of a cell; what names no labels may still be an option's text."""
    if kind == "true_false":
        verdict = verdict_word(text)
        return ((verdict,), "") if verdict or not text else ((), f"判断题的答案“{text}”看不出是对还是错")
    if kind in ("fill_in", "short_answer", "matching") or not text:
        return (), ""
    known = [label for label, _text in options]
    labels = read_labels(text, known)
    if set(labels) <= set(known) or all(len(label) == 1 and label.isascii() for label in labels):
        return (labels if kind == "ordering" else _in_order(labels, known)), ""
    chosen = read_choice(text, options, None)
    return chosen.labels, "；".join(chosen.doubts)


def _in_order(labels: Sequence[str], known: Sequence[str]) -> tuple[str, ...]:
    """The labels in the options' order, strange ones last; what is named twice stays so."""
    return tuple(sorted(labels, key=lambda label: known.index(label) if label in known else len(known)))
