"""Make the files of a paper and put them into a folder."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from desk.building.organisation import read_organisation
from desk.failures import DeskError
from desk.output_files import check_places, write_outputs
from desk.papers.key_docx import key_docx
from desk.papers.map_docx import map_docx
from desk.papers.mapping import map_variants
from desk.papers.paper import Paper
from desk.papers.paper_docx import SHEETS, line_characters, paper_docx
from desk.papers.planning import leans, plan_paper
from desk.papers.print_pages import key_page, map_page, paper_page, sheet_page
from desk.papers.sheet_docx import sheet_docx
from desk.papers.views import variant_view
from desk.safety.leaving import refuse_secrets
from desk.word.pages import A4_SEALED
from lianxue.content.catalog import PRESETS, QUIZZES, Catalog, load_catalog
from lianxue.content.question import Question
from lianxue.reading.problem import Level
from lianxue.reading.spelling import is_reserved_name

_FORBIDDEN = re.compile(r'[\x00-\x1f\x7f\\/:*?"<>|]+')  # in names of folders on Windows
_A4_LINE = line_characters(A4_SEALED)
_NAMES = ("试卷", "答题卡", "答案与解析", "对照表")
_SEED = re.compile(r"\S{1,40}$")


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperReport:
    """What making a paper came to."""

    paper: Paper
    folder: Path
    files: tuple[str, ...]  # below the folder, sorted
    remarks: tuple[str, ...]


def make_paper(
    root: Path,
    name: str,
    *,
    variants: Sequence[str] = ("A",),
    seed: str = "1",
    title: str = "",
    month: str = "",
    sheet: str = "A4",
    folder: Path | None = None,
    replace: bool = False,
) -> PaperReport:
    """Write every variant of a paper: 试卷, 答题卡, 答案与解析 as Word files and print pages.

    With several variants each has a folder of its own, and 对照表 stands beside them. `folder` is a
    folder of dist named after the paper unless given. Existing files are only replaced with `replace`.
    Raises DeskError and OSError.
    """
    if not _SEED.match(seed):
        raise DeskError(f"种子“{seed}”不能用：请写一个数字或者一个词，不超过 40 个字，中间没有空格")
    catalog = load_catalog(root)
    paper = plan_paper(
        catalog,
        name,
        variants=variants,
        seed=seed,
        title=title,
        month=month,
        organisation=read_organisation(root),
    )
    refuse_secrets(
        catalog, {f"{QUIZZES}/{one.quiz}{end}" for one in _questions(paper) for end in (".yml", ".yaml")}
    )
    files = paper_files(paper, catalog, sheet)
    target = folder if folder is not None else root / "dist" / folder_name(paper.title)
    outputs = {target / name: data for name, data in sorted(files.items())}
    check_places(root, outputs, replace=replace)
    write_outputs(outputs)
    remarks = (*_remarks(catalog), *_torn_apart(paper), *_left_over(target, files))
    return PaperReport(paper=paper, folder=target, files=tuple(sorted(files)), remarks=remarks)


def _questions(paper: Paper) -> list[Question]:
    """The questions of the first variant, as it has them; the others have the same."""
    groups = (group for section in paper.variants[0].sections for group in section.groups)
    return [printed.question for group in groups for printed in group.questions]


def _torn_apart(paper: Paper) -> Iterator[str]:
    """Questions that speak of one which is not right before them."""
    questions = _questions(paper)
    before: Question | None = None
    for question in questions:
        is_behind = before and (before.quiz, before.number) == (question.quiz, question.number - 1)
        if leans(question) and not is_behind:
            yield f"题目 {question.full_id} 的题干说到另一道题，那一道没有印在它前面：请换一道，或改写题干"
        before = question


def paper_files(paper: Paper, catalog: Catalog, sheet: str) -> Mapping[str, bytes]:
    """Every file of a paper: its path below the folder → its bytes."""
    size = SHEETS[sheet]
    files: dict[str, bytes] = {}
    for variant in paper.variants:
        before = f"{variant.name}卷/" if len(paper.variants) > 1 else ""
        view = variant_view(paper, variant, catalog, line_characters(size))
        small = view if size is A4_SEALED else variant_view(paper, variant, catalog, _A4_LINE)
        files[f"{before}试卷.docx"] = paper_docx(view, size)
        files[f"{before}试卷.html"] = paper_page(small)
        files[f"{before}答题卡.docx"] = sheet_docx(small)
        files[f"{before}答题卡.html"] = sheet_page(small)
        files[f"{before}答案与解析.docx"] = key_docx(small)
        files[f"{before}答案与解析.html"] = key_page(small)
    if len(paper.variants) > 1:
        mapped = list(map_variants(paper))
        files["对照表.docx"] = map_docx(paper, mapped)
        files["对照表.html"] = map_page(paper, mapped)
    return files


def folder_name(title: str) -> str:
    """A title as the name of a folder that every system takes."""
    name = _FORBIDDEN.sub(" ", title).strip(" .")[:60].strip(" .") or "试卷"
    return f"{name} 试卷" if is_reserved_name(name) else name


def _left_over(folder: Path, files: Collection[str]) -> Iterator[str]:
    """Files of an earlier paper in the folder, which somebody might print with this one."""
    found = [file for place in (".", "*卷") for name in _NAMES for file in folder.glob(f"{place}/{name}.*")]
    names = sorted({file.relative_to(folder).as_posix() for file in found} - set(files))
    if names:
        more = f" 等 {len(names)} 个文件" if len(names) > 1 else ""
        yield f"文件夹里还有以前的 {names[0]}{more}，不是这一次的：请删去，免得拿错"


def _remarks(catalog: Catalog) -> list[str]:
    broken = [
        problem
        for problem in catalog.problems
        if problem.level is Level.MUST_FIX
        and problem.path.startswith(f"{QUIZZES}/")
        and not problem.path.startswith(PRESETS)
    ]
    remarks = []
    if broken:
        remarks.append(f"题库里有 {len(broken)} 处需要修改，有关的题目没有抽（第一处：{broken[0]}）")
    if drafts := sum(len(quiz.drafts) for quiz in catalog.quizzes.values()):
        remarks.append(f"题库里有 {drafts} 道待确认的题目，没有抽")
    return remarks
