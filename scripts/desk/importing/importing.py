"""Plan the import of question files into the bank, and carry a plan out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from desk.drafts.draft import PaperReading
from desk.failures import DeskError, os_error_sentence
from desk.importing.bank import Bank, in_title_marks, load_bank
from desk.importing.files import read_question_files
from desk.importing.homes import only_home, stray_remarks
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
from desk.importing.target import new_head, numbered_paths, target_path
from desk.importing.writing import edited_files
from desk.output_files import write_outputs
from desk.safety.office import remarks_of

_STOP = "{hit}：请先按规定处理原文件，再导入"
ANOTHER_PAPER = "{path} 里是另一份{title}，这一份写进 {own}：要合在一起，请用 --into 指明"
JOINED = "{count} 份文件里的题目合成一套自测题 {path}：要各成一套，请一份一份导入"
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
    read = read_question_files(list(dict.fromkeys(file.absolute() for file in files)))
    return plan_readings(
        root,
        read.readings,
        into=into,
        regulation=regulation,
        lesson=lesson,
        stops=[_STOP.format(hit=hit) for hit in read.hits if hit.blocks],
        remarks=[*read.remarks, *remarks_of(read.hits)],
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

    def plan_into(path: str, *more: str) -> ImportPlan:
        request = ImportRequest(
            root=root,
            readings=tuple(readings),
            into=path,
            head=new_head(path, regulation, lesson, readings, bank),
            stops=tuple(stops),
            remarks=(
                *more,
                *remarks,
                *([HEAD_STAYS.format(path=path)] if lesson and path in bank.regulations else []),
                *stray_remarks(readings, path, bank),
                *_joined_remarks(readings, path, bank),
            ),
        )
        return _plan(request, bank)

    path = target_path(into, regulation, readings, bank)
    plan = plan_into(path)
    if into or regulation or only_home(readings, bank):
        return plan  # somebody said where
    for own in numbered_paths(path):
        if not _is_another_paper(plan, bank):
            break
        said = ANOTHER_PAPER.format(path=path, title=in_title_marks(bank.titles.get(path) or path), own=own)
        plan = plan_into(own, said)
    return plan


def _joined_remarks(readings: Sequence[PaperReading], path: str, bank: Bank) -> tuple[str, ...]:
    """What to say where several papers become one new quiz."""
    files = [one.file for one in readings if one.drafts]
    if len(files) < 2 or path in bank.regulations or only_home(readings, bank):
        return ()
    return (JOINED.format(count=len(files), path=path),)


def _is_another_paper(plan: ImportPlan, bank: Bank) -> bool:
    """Whether the file that goes by this paper's name holds another one: of 三月测试 and 四月测试 little is the same."""
    own = [one for one in plan.questions if one.path == plan.request.into]
    met = sum(one.fate in (Fate.CHANGED, Fate.UNCHANGED) for one in own)
    written = met + sum(one.fate is Fate.NEW for one in own)
    there = len(bank.of(plan.request.into))
    return there > 0 and met * 2 < written and met * 2 < there


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
