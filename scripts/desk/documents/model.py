"""What an opened file holds, whatever program wrote it."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """A run of text with the marks that may show an answer."""

    text: str
    is_bold: bool = False
    is_underlined: bool = False
    colour: str = ""  # RRGGBB in capitals; "" for black and automatic
    highlight: str = ""  # the colour's name as Word has it; "" for none
    is_struck: bool = False  # struck through: its author took it back


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A paragraph, or a line of a text file, as a reader sees it.

    Soft breaks make lines of their own that share a `where`. An automatic number is part of
    `text` and repeated in `label`. Underlined blanks are `____`.
    """

    text: str
    where: str  # 第 15 段 · 第 15 行 · 第 2 页第 8 行 · 表格 1 第 3 行 · 幻灯片 4
    label: str = ""  # the automatic number that opens `text`, such as "3." or "（一）"
    heading: int = 0  # 1 to 9 where the style is a heading's
    style: str = ""  # the style's own name
    spans: tuple[Span, ...] = ()  # of `text`; () where nothing is marked
    is_list_item: bool = False
    pictures: tuple[str, ...] = ()  # names in `OpenedFile.pictures`
    # (key in `OpenedFile.footnotes`, how many characters of `text` stand before its mark)
    footnotes: tuple[tuple[str, int], ...] = ()
    indent: int = 0  # of list items, from 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A table inside a document; every row has as many cells as the widest, merged cells repeat."""

    rows: tuple[tuple[str, ...], ...]  # a cell's paragraphs are joined by "\n"
    where: str  # 表格 1
    # Of each cell's text; () for a cell where nothing is marked, and for a table without any.
    spans: tuple[tuple[tuple[Span, ...], ...], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """One sheet of a workbook, or the whole of a CSV file (name "")."""

    name: str
    rows: tuple[tuple[int, tuple[str, ...]], ...]  # (row number as the program shows it, cells)
    is_hidden: bool = False


LINK = "超链接"  # the `where` of an aside that is the address of a link


@dataclass(frozen=True, slots=True, kw_only=True)
class Aside:
    """Text that a reader does not see at once: where a secret may hide."""

    where: str  # 页眉 · 页脚 · 批注 1 · 隐藏的工作表“底稿”第 3 行 · 文件属性“作者”
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """A picture inside a document."""

    name: str
    data: bytes
    alt: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenedFile:
    """Everything read from one file. Exactly one of `blocks`, `sheets` and `raw` is filled.

    `raw` is the decoded text of what another format of questions is written in: json, xml, yaml.
    """

    name: str  # the file's name, as messages show it in 《》
    kind: str  # docx xlsx xls csv tsv txt md html pdf pptx json xml yaml
    blocks: tuple[Line | Table, ...] = ()
    sheets: tuple[Sheet, ...] = ()
    raw: str = ""
    asides: tuple[Aside, ...] = ()
    pictures: tuple[Picture, ...] = ()
    footnotes: dict[str, str] = field(default_factory=dict)
    remarks: tuple[str, ...] = ()  # what could not be read, a Chinese sentence each


class UnreadableFile(Exception):
    """The file cannot or must not be opened; the text names it, the reason and what to do."""
