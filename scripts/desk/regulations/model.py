"""What a reading of an official text comes to."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from lianxue.content.article import Article


@dataclass(frozen=True, slots=True)
class TextLine:
    """A paragraph of the source and where it stands there."""

    text: str
    where: str  # 第 15 段 · 第 2 页第 8 行
    is_heading: bool = False  # by its style


@dataclass(frozen=True, slots=True)
class LineUse:
    """What became of a line of the source."""

    where: str
    text: str
    use: str  # 标题 · 题注 · 条文 · 目录 · 页码 …
    is_used: bool  # whether it stands on the page or in its register


@dataclass(frozen=True, slots=True)
class TextProblem:
    """Something to look at in the source: a Chinese sentence and its place."""

    where: str
    message: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Provision:
    """A heading of the text with what stands below it: an article, a division or the preamble."""

    heading: str  # 第一章 总则 · 总纲 · 第九十七条
    where: str
    paragraphs: tuple[str, ...] = ()
    article: Article | None = None
    is_preamble: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What the text itself says for the register; "" and None where it says nothing."""

    title: str = ""
    issuer: str = ""
    document_number: str = ""
    issued_on: date | None = None
    effective_on: date | None = None
    passed_on: date | None = None  # the latest 通过, 批准, 修订 or 修正; no field of the register


@dataclass(frozen=True, slots=True, kw_only=True)
class RegulationReading:
    """One official text read: every line of it is in `uses`."""

    file: str
    facts: Facts
    preamble: str  # its name: 总纲, 序言, 导语; "" for none
    provisions: tuple[Provision, ...]  # in the order in which they are shown
    uses: tuple[LineUse, ...]
    problems: tuple[TextProblem, ...]

    @property
    def articles(self) -> tuple[Article, ...]:
        """The articles in order."""
        return tuple(item.article for item in self.provisions if item.article)

    @property
    def chapters(self) -> int:
        """How many headings divide the text."""
        return sum(1 for item in self.provisions if not item.article and not item.is_preamble)

    @property
    def unused(self) -> tuple[LineUse, ...]:
        """The lines that stand nowhere on the page."""
        return tuple(use for use in self.uses if not use.is_used)
