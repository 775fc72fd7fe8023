"""Export questions of the bank to a file for another program."""

from __future__ import annotations

import dataclasses
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path

from desk.building.organisation import read_organisation
from desk.exporting.selection import Filters, Selection, plan_export
from desk.failures import DeskError
from desk.output_files import check_places, write_outputs
from desk.safety.leaving import refuse_secrets
from lianxue.content.catalog import Catalog, load_catalog
from lianxue.content.question import Material
from lianxue.content.quiz import Quiz


@dataclass(frozen=True, slots=True)
class Format:
    """What a kind of file is called, its suffix, and the module and function that make it."""

    title: str
    suffix: str
    module: str
    function: str
    takes_drafts: bool = False


FORMATS: Mapping[str, Format] = {
    "xlsx": Format("Excel 工作簿", ".xlsx", "desk.exporting.xlsx", "export_xlsx", takes_drafts=True),
    "docx": Format("Word 文档", ".docx", "", ""),
    "moodle-xml": Format("Moodle 题库", ".xml", "desk.exporting.moodle_xml", "export_moodle_xml"),
    "qti21": Format("QTI 2.1 题库包", ".zip", "desk.exporting.qti21", "export_qti21"),
    "anki": Format("Anki 记忆卡", ".apkg", "desk.exporting.anki", "export_anki"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportReport:
    """What an export came to."""

    path: Path
    format: Format
    count: int  # questions in the file
    by_type: Mapping[str, int]  # 单选 → how many
    drafts: tuple[str, ...]  # full ids of the questions that are 待确认


def export_bank(
    root: Path, to: str, filters: Filters, out: Path | None, *, replace: bool = False
) -> ExportReport:
    """Write the chosen questions of the portal at `root` as a file of the format `to`, a key of FORMATS.

    Without `out` it goes to `dist/`. Raises DeskError where nothing is chosen, and where the file
    is there and not to be replaced; OSError.
    """
    catalog = load_catalog(root)
    selection = plan_export(catalog, filters)
    target = out if out is not None else root / "dist" / _file_name(selection, FORMATS[to])
    check_places(root, [target], replace=replace)
    meant = next((name for name, one in FORMATS.items() if one.suffix == target.suffix.lower()), to)
    if FORMATS[meant].suffix != FORMATS[to].suffix:
        said = f"{target.name} 是 {FORMATS[meant].title}的文件名，导出的却是 {FORMATS[to].title}"
        raise DeskError(f"{said}：请加 --to {meant}，或换一个以 {FORMATS[to].suffix} 结尾的名称")
    refuse_secrets(catalog, {item.quiz.path for item in selection.items})
    taken = selection.items if FORMATS[to].takes_drafts else tuple(i for i in selection.items if i.question)
    if not taken:
        raise DeskError("选中的题目全部待确认，不能导出：请先核对，或导出为 xlsx")
    organisation = read_organisation(root) if to == "docx" else ""
    write_outputs({target: export_bytes(to, selection, catalog, organisation=organisation)})
    labels = Counter(item.question.type.label if item.question else "待确认" for item in taken)
    return ExportReport(
        path=target,
        format=FORMATS[to],
        count=len(taken),
        by_type=dict(labels),
        drafts=tuple(item.full_id for item in selection.drafts),
    )


def export_bytes(to: str, selection: Selection, catalog: Catalog, *, organisation: str = "") -> bytes:
    """The file of a selection; each format is loaded only when it is asked for."""
    if to == "docx":
        made: bytes = import_module("desk.papers.question_list").question_list_docx(
            cut_quizzes(selection), catalog, title=selection.title, organisation=organisation
        )
        return made
    export: Callable[[Selection], bytes] = getattr(import_module(FORMATS[to].module), FORMATS[to].function)
    return export(selection)


def cut_quizzes(selection: Selection) -> tuple[Quiz, ...]:
    """The quizzes of a selection with only the chosen questions in them."""
    chosen = {question.full_id for question in selection.questions}
    quizzes = {item.quiz.id: item.quiz for item in selection.items}
    cut = []
    for quiz in quizzes.values():
        parts = [
            dataclasses.replace(part, questions=tuple(q for q in part.questions if q.full_id in chosen))
            if isinstance(part, Material)
            else part
            for part in quiz.parts
        ]
        kept = tuple(
            part
            for part in parts
            if (part.questions if isinstance(part, Material) else part.full_id in chosen)
        )
        if kept:
            cut.append(dataclasses.replace(quiz, parts=kept))
    return tuple(cut)


def _file_name(selection: Selection, kind: Format) -> str:
    quizzes = {item.quiz.id for item in selection.items}
    name = quizzes.pop().replace("/", "-") if len(quizzes) == 1 else "题库"
    return f"{name}{kind.suffix}"
