"""Look through an opened Office or text file for secrets, also where a reader does not look."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from desk.documents.model import Line, OpenedFile, Table
from lianxue.content.safety import SecretKind, find_secrets

_REFUSAL = (
    "《{file}》{where}有{kind}（{masked}）{more}，没有读入：涉密内容和身份证号码不能放进本站，"
    "请按保密规定处理，或删去后再读入"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class SafetyHit:
    """One secret in a file, at the place a trainer knows it by."""

    file: str
    where: str  # 第 15 段 · 页眉 · 隐藏的工作表“底稿”第 3 行
    kind: SecretKind
    masked: str  # may be shown; the text itself may not

    @property
    def blocks(self) -> bool:
        """Whether the file must not be read in; the mark of an old examination paper is only taken off."""
        return self.kind.blocks and self.kind is not SecretKind.EXAM_MARK

    def __str__(self) -> str:
        ending = "：读入时去掉" if self.kind is SecretKind.EXAM_MARK else "：请确认可以公开"
        return (
            f"《{self.file}》{self.where}有{self.kind.value}（{self.masked}）{'' if self.blocks else ending}"
        )


def check_opened(opened: OpenedFile) -> tuple[SafetyHit, ...]:
    """Every secret in a file: text, tables, sheets, notes, headers, comments, properties, hidden sheets.

    Pictures are not looked into, only their names. Each is said once a place.
    """
    hits = (
        SafetyHit(file=opened.name, where=where, kind=finding.kind, masked=finding.masked)
        for where, text in _texts(opened)
        for finding in find_secrets(text)
    )
    return tuple(dict.fromkeys(hits))


def refusal_of(hits: Iterable[SafetyHit]) -> str | None:
    """The sentence with which a file is refused; None where nothing in it blocks."""
    blocking = [hit for hit in hits if hit.blocks]
    if not blocking:
        return None
    first = blocking[0]
    more = f"等 {len(blocking)} 处" if len(blocking) > 1 else ""
    return _REFUSAL.format(
        file=first.file, where=first.where, kind=first.kind.value, masked=first.masked, more=more
    )


def remarks_of(hits: Iterable[SafetyHit]) -> tuple[str, ...]:
    """What does not block but should be looked at, a sentence each."""
    return tuple(f"{hit}。" for hit in hits if not hit.blocks)


def _texts(opened: OpenedFile) -> Iterator[tuple[str, str]]:
    """(place, text) of everything in the file."""
    for aside in opened.asides:
        yield aside.where, aside.text
    for block in opened.blocks:
        if isinstance(block, Line):
            yield block.where, block.text
        else:
            yield from _table_texts(block)
    for sheet in opened.sheets:
        name = f"工作表“{sheet.name}”" if sheet.name else ""
        for number, cells in sheet.rows:
            for cell in cells:
                yield f"{'隐藏的' if sheet.is_hidden else ''}{name}第 {number} 行", cell
    for number, line in enumerate(opened.raw.split("\n"), start=1):
        yield f"第 {number} 行", line
    yield from opened.footnotes.items()  # 脚注 3 · 尾注 2
    for picture in opened.pictures:
        yield f"图片“{picture.name}”的说明", picture.alt


def _table_texts(table: Table) -> Iterator[tuple[str, str]]:
    for number, cells in enumerate(table.rows, start=1):
        for cell in dict.fromkeys(cells):  # merged cells repeat
            yield f"{table.where} 第 {number} 行", cell
