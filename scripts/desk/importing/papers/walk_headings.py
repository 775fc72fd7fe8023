"""Headings on a walk: a section, a chapter or a key begins."""

from __future__ import annotations

from desk.importing.papers.headings import Heading
from desk.importing.papers.items import Section
from desk.importing.papers.pairing import names_a_period
from desk.importing.papers.pieces import Token
from desk.importing.papers.runs import is_run
from desk.importing.papers.walk_opening import open_key_section, open_section, open_zone
from desk.importing.papers.walk_state import Walk
from lianxue.reading.patterns import lazy_pattern

_CHAPTER_NUMBER = lazy_pattern(
    r"第\s*[一二三四五六七八九十\d]{1,4}\s*(?:章|节|部分|单元|编|讲|篇|模块|专题|卷|套|大类)"
)


def take_heading(walk: Walk, index: int, token: Token, heading: Heading) -> None:
    """A heading opens a section, a chapter or a key, or is the label of an answer."""
    if token.reason == "other file":
        open_zone(walk, heading)
        return
    if (
        heading.kind == "key"
        and not walk.ahead.is_key_next(index)
        and not walk.outline.items
        and not heading.is_typed
    ):
        walk.outline.title = walk.outline.title or walk.lines[token.line].text.strip()
        walk.ignore(token.line, "标题")
        return
    if heading.kind == "key":
        if walk.item is not None and walk.item.answers and heading.title.startswith(("答案解析", "答案详解")):
            walk.item.part = "explanation"
            walk.item.own(token.line)
            return
        if not is_key_of_all(walk, index) and walk.ahead.is_answer_of_item(
            index, has_item=walk.item is not None, style=walk.item.style if walk.item else ""
        ):
            take_alone_answer(walk, token)
            return
        if walk.zone is None or heading.is_typed or heading.case or names_a_period(heading.title):
            open_zone(walk, heading)
        walk.ignore(token.line, "答案的标题")
        return
    if walk.zone is not None:
        if heading.kind == "section" and walk.ahead.is_key_section(index, walk.zone, walk.outline):
            open_key_section(walk, heading)
            walk.ignore(token.line, "分节标题")
            return
        if heading.kind == "chapter" and (chapter := known_chapter(walk, heading.title)):
            walk.key_chapter = chapter
            open_key_section(walk, Heading(kind="key", title=heading.title))
            walk.ignore(token.line, "分节标题")
            return
        walk.zone = walk.key = walk.entry = None
    elif heading.kind == "section" and walk.ahead.is_plain_key(index):
        open_zone(walk, heading)
        walk.ignore(token.line, "分节标题")
        return
    walk.item = walk.material = None
    if heading.kind == "chapter":
        walk.chapter += 1
        walk.chapters.append(heading.title)
        open_section(walk, Section(title=heading.title, chapter=walk.chapter))
        is_first = not walk.outline.title and not walk.outline.items and token.line == 0
        if is_first:
            walk.outline.title = walk.lines[token.line].text.strip()
        walk.ignore(token.line, "标题" if is_first else "分节标题")
        return
    open_section(
        walk,
        Section(
            title=heading.title,
            type=heading.type,
            is_typed=heading.is_typed,
            ordinal=heading.ordinal,
            score=heading.score,
            convention=heading.convention,
            chapter=walk.chapter,
        ),
    )
    walk.ignore(token.line, "分节标题")


def is_key_of_all(walk: Walk, index: int) -> bool:
    """答案 over a line such as BACDA, behind questions none of which has an answer."""
    following = walk.tokens[index + 1 : index + 2]
    items = walk.section.items
    return (
        len(items) > 1
        and not any(item.answers or item.tick for item in items)
        and all(token.kind == "text" and is_run(token.folded) for token in following)
    )


def known_chapter(walk: Walk, title: str) -> int:
    """The chapter of questions that a heading inside a key repeats; 0 for none."""
    number = _CHAPTER_NUMBER.match(title)
    for position, known in enumerate(walk.chapters, start=1):
        own = _CHAPTER_NUMBER.match(known)
        is_same = number is not None and own is not None and number.group() == own.group()
        if is_same or known.strip() == title.strip():
            return position
    return 0


def take_alone_answer(walk: Walk, token: Token) -> None:
    """答案 alone on a line: the next lines answer the open question."""
    assert walk.item is not None
    walk.item.answers.append([])
    walk.item.part = "answer"
    walk.item.own(token.line)
