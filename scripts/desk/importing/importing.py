"""Plan the import of question files into the bank, and carry a plan out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from desk.documents.model import OpenedFile, UnreadableFile
from desk.documents.opening import open_files
from desk.drafts.draft import PaperReading
from desk.failures import DeskError, os_error_sentence
from desk.importing.bank import Bank, load_bank
from desk.importing.homes import stray_remarks
from desk.importing.plan import (
    ApplyReport,
    Decision,
    Fate,
    ImportPlan,
    ImportRequest,
    PlannedQuestion,
    Untouched,
)
from desk.importing.planning import plan_questions
from desk.importing.reading import read_files
from desk.importing.target import new_head, target_path
from desk.importing.writing import edited_files
from desk.output_files import write_outputs
from desk.safety.office import check_opened, remarks_of

_STOP = "{hit}：请先按规定处理原文件，再导入"
HEAD_STAYS = "{path} 已经有了，所属的课不改动：要改请在文件里改 lesson 一行"


def plan_import(
    root: Path, files: Sequence[Path], *, into: str = "", regulation: str = "", lesson: str = ""
) -> ImportPlan:
    """What importing these files would do; nothing is written.

    `into` is a quiz file (quizzes/x.yml), `regulation` an id or title of the register, `lesson` an
    id. Raises DeskError where a name is refused, a file cannot be opened or a file of the bank
    cannot be read, and OSError.
    """
    if not files:
        raise DeskError("没有指明要导入哪个文件：请写上文件名，如 lianxue import 第三季度试卷.docx")
    opened = open_files(list(dict.fromkeys(file.absolute() for file in files)))
    unreadable = [str(one).rstrip("。") for one in opened if isinstance(one, UnreadableFile)]
    if unreadable:
        raise DeskError("；".join(unreadable))
    readable = [one for one in opened if isinstance(one, OpenedFile)]
    hits = [hit for one in readable for hit in check_opened(one)]
    stops = [_STOP.format(hit=hit) for hit in hits if hit.blocks]
    remarks = [f"《{one.name}》：{remark}" for one in readable for remark in one.remarks]
    remarks += remarks_of(hits)
    readings = () if stops else read_files(readable)  # what must not come in is not shown either
    return plan_readings(
        root, readings, into=into, regulation=regulation, lesson=lesson, stops=stops, remarks=remarks
    )


def plan_readings(
    root: Path,
    readings: Sequence[PaperReading],
    *,
    into: str = "",
    regulation: str = "",
    lesson: str = "",
    stops: Sequence[str] = (),
    remarks: Sequence[str] = (),
) -> ImportPlan:
    """The same from files that were read already."""
    bank = load_bank(root)
    path = target_path(into, regulation, readings, bank)
    request = ImportRequest(
        root=root,
        readings=tuple(readings),
        into=path,
        head=new_head(path, regulation, lesson, readings, bank),
        stops=tuple(stops),
        remarks=(
            *remarks,
            *([HEAD_STAYS.format(path=path)] if lesson and path in bank.regulations else []),
            *stray_remarks(readings, path, bank),
        ),
    )
    return _plan(request, bank)


def settle(plan: ImportPlan, decisions: Sequence[Decision]) -> ImportPlan:
    """The plan with more decisions; nothing is written. Raises OSError."""
    merged: dict[int, tuple[Decision, ...]] = dict(plan.request.decisions)
    for decision in decisions:
        merged[decision.number] = (*merged.get(decision.number, ()), decision)
    request = replace(plan.request, decisions=merged)
    return _plan(request, load_bank(request.root))


def _plan(request: ImportRequest, bank: Bank) -> ImportPlan:
    questions = plan_questions(request, bank)
    paths = tuple(dict.fromkeys(question.path for question in questions))
    for path in (request.into, *paths):
        if path in bank.broken:
            problem = bank.broken[path][0]
            raise DeskError(f"{path} 第 {problem.line} 行读不懂，没有导入，也没有改动它：{problem.message}")
    before = {path: _read(request.root / path) for path in paths}
    return ImportPlan(
        request=request,
        questions=questions,
        before=before,
        after=edited_files(request, questions, before),
        untouched=_untouched(questions, bank),
        remarks=tuple(dict.fromkeys(request.remarks)),
    )


def _read(file: Path) -> bytes | None:
    return file.read_bytes() if file.exists() else None


def _untouched(questions: Sequence[PlannedQuestion], bank: Bank) -> tuple[Untouched, ...]:
    """What the files that are imported into have and the imported files lack."""
    met = {(question.path, question.id) for question in questions}
    paths = {question.path for question in questions}
    return tuple(
        Untouched(path=existing.path, id=existing.id, stem=str(existing.fields.get("stem", "")))
        for existing in bank.questions
        if existing.path in paths and (existing.path, existing.id) not in met
    )


def apply_import(plan: ImportPlan) -> ApplyReport:
    """Write what the plan says, all files or none.

    Raises DeskError, before anything is written, where the import is forbidden or a file was
    changed since the plan was made, and where a file cannot be written.
    """
    if plan.stops:
        raise DeskError("没有写入：" + "；".join(plan.stops))
    root = plan.request.root
    for path, data in plan.before.items():
        if _read(root / path) != data:
            raise DeskError(f"{path} 在预览以后又被改动过，没有写入：请再导入一次")
    names = {root / path: path for path in plan.after}
    try:
        write_outputs({file: plan.after[path] for file, path in names.items()})
    except OSError as error:
        path = names.get(Path(str(error.filename)), str(error.filename))
        sentence = os_error_sentence(OSError(error.errno, error.strerror, path))
        raise DeskError(f"{sentence}；什么都没有写入") from error
    return ApplyReport(
        written=tuple(plan.after),
        added=len(plan.of(Fate.NEW)),
        changed=len(plan.of(Fate.CHANGED)),
        unsettled=len(plan.unsettled),
    )
