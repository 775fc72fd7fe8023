"""Plan a lesson from a talk, and write it once the plan is accepted."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from desk.documents.model import LINK, Line, OpenedFile, Table, UnreadableFile
from desk.documents.opening import open_file
from desk.failures import DeskError
from desk.lessons.blocks import Outline
from desk.lessons.citations import names_for
from desk.lessons.facts import (
    Facts,
    address_remarks,
    block_texts,
    kind_remarks,
    lesson_facts,
    lesson_remarks,
    new_terms,
    to_fill,
    underline_remarks,
)
from desk.lessons.front_matter import front_matter
from desk.lessons.markdown_source import read_markdown
from desk.lessons.outline import read_outline
from desk.lessons.page import PageText, write_page
from desk.lessons.picture_files import lesson_pictures
from desk.lessons.plan import UNUSED, Account, LessonPicture, LessonPlan, Remark
from desk.lessons.terms import glossary_terms, terms_in
from desk.output_files import write_outputs
from desk.safety.office import check_opened, refusal_of, remarks_of
from desk.wanted import check_month, check_slug, find_regulation
from lianxue.content.catalog import Catalog, load_catalog
from lianxue.content.quiz import Quiz
from lianxue.content.regulation import Regulation

_KINDS = ("docx", "txt", "md", "html", "pptx")


def plan_lesson(
    root: Path,
    file: Path,
    *,
    month: str,
    regulation: str,
    title: str = "",
    slug: str = "",
    today: date,
) -> LessonPlan:
    """What importing `file` as the lesson of a month would write.

    `regulation` is an id or a name of the register; `slug` names the page (the id where absent).
    Raises DeskError and OSError.
    """
    check_month(month)
    catalog = load_catalog(root)
    about = find_regulation(catalog, regulation)
    slug = check_slug(slug or about.id.split("/")[-1])
    opened = _open(file)
    year, number = month.split("-")
    lesson_id = f"{year}/{number}-{slug}"
    path = f"docs/lessons/{lesson_id}.md"
    source = _source_of(opened)
    outline, accounts = read_outline(opened, source.blocks, title=" ".join(title.split()))
    outline = replace(outline, footnotes=source.footnotes or outline.footnotes)
    pictures, picture_remarks = lesson_pictures(
        opened, outline, folder=f"docs/lessons/{year}/images", stem=f"{number}-{slug}"
    )
    page = write_page(outline.blocks, outline.footnotes, pictures, names_for(catalog, about))
    texts = list(block_texts(outline.blocks))
    shown = tuple(dict.fromkeys(pictures.values()))
    quizzes = _quizzes_for(catalog, lesson_id, about)
    facts = lesson_facts(outline, about, month, opened.name)
    accounts = (*source.unused, *accounts, *_footnote_accounts(outline, page.noted))
    target = root / path
    return LessonPlan(
        root=root,
        file=opened.name,
        path=path,
        lesson_id=lesson_id,
        title=str(facts["title"]),
        text=_page_text(facts, page, quizzes, f"由《{opened.name}》导入，{today}"),
        pictures=shown,
        accounts=accounts,
        linked=page.linked,
        unlinked=page.unlinked,
        to_fill=(*to_fill(facts, shown), *source.lost_pictures, *picture_remarks),
        terms=terms_in(texts, glossary_terms(catalog)),
        new_terms=tuple(new_terms(outline.blocks, catalog)),
        remarks=(
            *opened.remarks,
            *remarks_of(check_opened(opened)),
            *lesson_remarks(catalog, outline, lesson_id, month, quizzes),
            *kind_remarks(source.blocks),
            *underline_remarks(source.blocks),
            *address_remarks(texts, source.addresses),
            *page.remarks,
            *_idle_pictures(root / "docs" / "lessons" / year / "images", f"{number}-{slug}", shown),
        ),
        earlier=_read_page(target),
    )


def apply_lesson(plan: LessonPlan, *, replace_earlier: bool = False) -> tuple[str, ...]:
    """Write a planned lesson and its pictures; the paths written.

    A page that already holds this text is left alone. Raises DeskError where another one is there
    and `replace_earlier` is not said, or where it has changed since the plan was made; OSError.
    """
    target = plan.root / plan.path
    now = _read_page(target)
    if now is not None and now != plan.earlier:
        raise DeskError(f"{plan.path} 在预览之后又改过，没有动它：请重新导入一次，看过差别再写入")
    if is_written(plan):
        return ()
    if now is not None and not replace_earlier:
        raise DeskError(
            f"已经有 {plan.path}，没有动它：看过差别后加 --replace 替换，或用 --slug 换一个文件名"
        )
    pictures = {plan.root / picture.path: picture.data for picture in plan.pictures}
    write_outputs({**pictures, target: plan.text.encode()})
    return (plan.path, *(picture.path for picture in plan.pictures))


def is_written(plan: LessonPlan) -> bool:
    """Whether the page and its pictures are there already, just as planned."""
    files = {plan.root / picture.path: picture.data for picture in plan.pictures}
    is_there = all(file.is_file() and file.read_bytes() == data for file, data in files.items())
    return is_there and plan.text == plan.earlier


def _read_page(target: Path) -> str | None:
    """The text of a page that is there, whatever its encoding: it is only shown and compared."""
    return target.read_bytes().decode("utf-8-sig", "replace") if target.is_file() else None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Source:
    blocks: tuple[Line | Table, ...]
    footnotes: dict[str, str]
    unused: tuple[Account, ...] = ()
    lost_pictures: tuple[Remark, ...] = ()
    addresses: tuple[str, ...] = ()


def _open(file: Path) -> OpenedFile:
    try:
        opened = open_file(file)
    except UnreadableFile as error:
        raise DeskError(str(error)) from error
    if opened.kind not in _KINDS:
        raise DeskError(
            f"《{opened.name}》不是讲稿：请用 Word（.docx）、文本（.txt）、Markdown（.md）或幻灯片（.pptx）文件"
        )
    if sentence := refusal_of(check_opened(opened)):
        raise DeskError(sentence)
    return opened


def _source_of(opened: OpenedFile) -> _Source:
    if opened.kind != "md":
        addresses = tuple(aside.text for aside in opened.asides if aside.where == LINK)
        return _Source(blocks=opened.blocks, footnotes=dict(opened.footnotes), addresses=addresses)
    read = read_markdown([block for block in opened.blocks if isinstance(block, Line)])
    return _Source(
        blocks=tuple(read.blocks),
        footnotes=read.footnotes,
        unused=tuple(read.unused),
        lost_pictures=tuple(read.lost_pictures),
        addresses=tuple(read.addresses),
    )


def _quizzes_for(catalog: Catalog, lesson_id: str, about: Regulation) -> tuple[Quiz, ...]:
    """The quizzes that name this lesson, else those on its regulation that name no lesson."""
    named = catalog.quizzes_of(lesson_id)
    return named or tuple(
        quiz
        for quiz in catalog.quizzes.values()
        if not quiz.lesson and catalog.titles.get(quiz.regulation) is about
    )


def _page_text(facts: Facts, page: PageText, quizzes: Sequence[Quiz], comment: str) -> str:
    marks = "".join(f"\n<!-- quiz: {quiz.id} -->\n" for quiz in quizzes)
    quiz_part = f"\n## 自测\n{marks}" if marks else ""
    return f"{front_matter(facts, comment)}\n{page.markdown}{quiz_part}"


def _idle_pictures(folder: Path, stem: str, shown: Sequence[LessonPicture]) -> Iterator[str]:
    """Pictures of an earlier import that the lesson no longer shows: they would be published all the same."""
    of_lesson = re.compile(rf"{re.escape(stem)}-\d+\.(?:png|jpg)$")
    names = sorted(file.name for file in folder.glob(f"{stem}-*") if of_lesson.match(file.name))
    idle = [name for name in names if name not in {picture.name for picture in shown}]
    if idle:
        yield f"以前导入的图片这一课不再用，请到 docs/lessons/{folder.parent.name}/images 里删去：{'、'.join(idle)}"


def _footnote_accounts(outline: Outline, noted: Collection[str]) -> Iterator[Account]:
    for key, text in outline.footnotes.items():
        where = key if key.startswith(("脚注", "尾注")) else f"脚注 {key}"
        became, reason = ("脚注", "") if key in noted else (UNUSED, "它的标记不在正文里：请写进正文")
        yield Account(where=where, text=" ".join(text.split()), became=became, reason=reason)
