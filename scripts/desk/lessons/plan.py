"""What the import of a lesson is going to write, and what became of every line."""

from __future__ import annotations

import difflib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

UNUSED = "没有用"


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """One line, table or picture of the source, and where it went."""

    where: str  # 第 15 段
    text: str
    became: str  # 课名 标题 正文 列表 表格 图片 脚注 学习对象 没有用
    reason: str = ""  # why it is not used


@dataclass(frozen=True, slots=True, kw_only=True)
class Remark:
    """Something at a place of the source that a person should look at."""

    where: str
    text: str  # what stands there, shortened
    message: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LessonPicture:
    """A picture as it will lie in docs/."""

    path: str  # docs/lessons/2026/images/04-x-1.png
    name: str  # 04-x-1.png
    data: bytes
    alt: str  # "" where nobody said what it shows
    where: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LessonPlan:
    """A lesson ready to be written. Nothing has been written yet."""

    root: Path
    file: str  # the source's name
    path: str  # docs/lessons/2026/04-x.md
    lesson_id: str  # 2026/04-x
    title: str
    text: str  # of the page, front matter included
    pictures: tuple[LessonPicture, ...]
    accounts: tuple[Account, ...]  # of every line of the source
    linked: tuple[str, ...]  # provisions that became links, each once: 《…》第十条
    unlinked: tuple[Remark, ...]  # provisions that stay text, and why
    to_fill: tuple[Remark, ...]  # 待补
    terms: tuple[str, ...]  # words of the glossary that occur
    new_terms: tuple[Remark, ...]  # words the lesson explains itself: for the glossary
    remarks: tuple[str, ...]  # about the lesson as a whole
    earlier: str | None  # the text of the page that is there already

    @property
    def unused(self) -> tuple[Account, ...]:
        """The lines that are not in the lesson."""
        return tuple(account for account in self.accounts if account.became == UNUSED)

    @property
    def diff(self) -> tuple[str, ...]:
        """What would change in the page that is there; () for a new page or the same text."""
        if self.earlier is None:
            return ()
        return tuple(
            difflib.unified_diff(
                self.earlier.splitlines(), self.text.splitlines(), "现有的课", "讲稿变成的课", lineterm=""
            )
        )


def counts(accounts: tuple[Account, ...]) -> Iterator[tuple[str, int]]:
    """How many lines became what, in order of appearance."""
    found: dict[str, int] = {}
    for account in accounts:
        found[account.became] = found.get(account.became, 0) + 1
    yield from found.items()
