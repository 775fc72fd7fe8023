"""Plan a lesson from a talk, and write it once the plan is accepted."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from desk.documents.model import Line, OpenedFile, Table, UnreadableFile
from desk.documents.opening import open_file
from desk.failures import DeskError
from desk.lessons.blocks import Outline
from desk.lessons.citations import names_for
from desk.lessons.facts import (
    Facts,
    address_remarks,
    block_texts,
    lesson_facts,
    lesson_remarks,
    new_terms,
    to_fill,
)
from desk.lessons.front_matter import front_matter
from desk.lessons.markdown_source import read_markdown
from desk.lessons.outline import read_outline
from desk.lessons.page import PageText, write_page
from desk.lessons.picture_files import lesson_pictures
from desk.lessons.plan import Account, LessonPlan, Remark
from desk.lessons.terms import glossary_terms, terms_in
from desk.lessons.wanted import check_month, check_slug, find_regulation
from desk.safety.office import check_opened, refusal_of, remarks_of
from desk.whole_files import write_bytes
from lianxue.content.catalog import Catalog, load_catalog
from lianxue.content.quiz import Quiz
from lianxue.content.regulation import Regulation
from lianxue.reading.text_file import read_text  # noqa: F401

_KINDS = ("docx", "txt", "md", "html", "pptx")


def plan_lesson(
    root: Path,
    file: Path,
    *,
    month: str,
    regulation: str,
    title: str = "",
    slug: str = "",
    alts: Mapping[str, str] | None = None,
    today: date,
) -> LessonPlan:
    """What importing `file` as the lesson of a month would write.

    `regulation` is an id of the register; `slug` names the page (the id where absent); `alts` are
    descriptions of pictures by their name in docs/. Raises DeskError and OSError.
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
        opened, outline, folder=f"docs/lessons/{year}/images", stem=f"{number}-{slug}", alts=alts or {}
    )
    page = write_page(outline.blocks, outline.footnotes, pictures, names_for(catalog, about))
    texts = list(block_texts(outline.blocks))
    shown = tuple(dict.fromkeys(pictures.values()))
    quizzes = _quizzes_for(catalog, lesson_id, about)
    facts = lesson_facts(outline, about, month, opened.name)
    accounts = (*source.unused, *accounts, *_footnote_accounts(outline))
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
            *address_remarks(texts, source.addresses),
            *page.remarks,
        ),
        earlier=target.read_text(encoding="utf-8-sig") if target.is_file() else None,
    )


def apply_lesson(plan: LessonPlan, *, replace_earlier: bool = False) -> tuple[str, ...]:
    """Write a planned lesson and its pictures; the paths written.

    Raises DeskError where a page is there and `replace_earlier` is not said, or where it has
    changed since the plan was made; OSError.
    """
    target = plan.root / plan.path
    now = target.read_text(encoding="utf-8-sig") if target.is_file() else None
    if now is not None and now != plan.earlier:
        raise DeskError(f"{plan.path} 在预览之后又改过，没有动它：请重新导入一次，看过差别再写入")
    if now is not None and not replace_earlier:
        raise DeskError(
            f"已经有 {plan.path}，没有动它：看过差别后加 --replace 替换，或用 --slug 换一个文件名"
        )
    (target.parent / "images" if plan.pictures else target.parent).mkdir(parents=True, exist_ok=True)
    for picture in plan.pictures:
        write_bytes(plan.root / picture.path, picture.data)
    write_bytes(target, plan.text.encode())
    return (plan.path, *(picture.path for picture in plan.pictures))


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
        return _Source(blocks=opened.blocks, footnotes=dict(opened.footnotes))
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


def _footnote_accounts(outline: Outline) -> tuple[Account, ...]:
    return tuple(
        Account(
            where=key if key.startswith("脚注") else f"脚注 {key}", text=" ".join(text.split()), became="脚注"
        )
        for key, text in outline.footnotes.items()
    )
