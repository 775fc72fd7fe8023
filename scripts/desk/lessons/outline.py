"""Read an opened file as a lesson: title, headings, text, lists, tables, pictures, and what is left over."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from desk.documents.model import Line, OpenedFile, Table
from desk.lessons import leftovers
from desk.lessons.blocks import Block, Grid, Heading, Image, Item, Notes, Outline, Paragraph, Runs, plain
from desk.lessons.headings import find_headings, pattern_of
from desk.lessons.official_letter import letter_parts
from desk.lessons.plan import UNUSED, Account
from desk.lessons.slides import cover_of, slide_lines
from desk.lessons.tables import read_grid
from lianxue.content.safety import mask_secrets

_BULLET = re.compile(r"[•●○◆◇■□▪▲►➢✓*·\uf000-\uf0ff-]\s*(?=\S)")
_NUMBER = re.compile(r"(?P<number>\d{1,3})\s*[.．、)）]\s*")
_NUMBER_AND_DOT = re.compile(r"^([〇一二三四五六七八九十百]+)\s*[.．]\s*(?=\S)")  # 一.什么是自律
_CAPTION = re.compile(r"(?:图|附图)\s*[0-9一二三四五六七八九十]+(?:[-—.]\d+)?(?:[：:\s　].*|$)")
_PROVISION = re.compile(
    r"第[0-9〇零一二三四五六七八九十百千两]+条(?:之[一二三四五六七八九十]+)?[\s　]+\S.{10,}"
)
_QUOTE_STYLE = re.compile("引用|quote", re.IGNORECASE)
_TITLE_STYLE = re.compile(r"(?:title|标题|题目|文章标题)$", re.IGNORECASE)
_LONGEST_TITLE = 60
_BYLINES = 6  # lines below the title that may say who and when


@dataclass(slots=True)
class _Reader:
    """One file on its way to an outline."""

    title: str = ""
    audience: tuple[str, ...] = ()
    accounts: list[Account] = field(default_factory=list)

    def account(self, line: Line, became: str, reason: str = "") -> None:
        """Say what became of a line."""
        text = line.text.strip() or ("（空标题）" if line.heading else "（图片）")
        self.accounts.append(Account(where=line.where, text=text, became=became, reason=reason))


def read_outline(
    opened: OpenedFile, blocks: Sequence[Line | Table], *, title: str = ""
) -> tuple[Outline, tuple[Account, ...]]:
    """The outline of a talk and what became of each line. `title` takes the place of the file's own."""
    reader = _Reader()
    if opened.kind == "pptx":
        blocks = slide_lines(blocks)
    kept = list(_without_leftovers(blocks, reader))
    kept = _take_title(kept, reader)
    kept = list(_without_bylines(kept, reader, cover=cover_of(blocks) if opened.kind == "pptx" else ""))
    lines = [block if isinstance(block, Line) else Line(text="", where=block.where) for block in kept]
    levels = find_headings(
        [line if not line.pictures or line.text else replace(line, heading=0) for line in lines]
    )
    made = tuple(_blocks(kept, levels, reader))
    for aside in opened.asides:
        reason = leftovers.aside_reason(aside.where)
        shown = mask_secrets(aside.text)
        reader.accounts.append(Account(where=aside.where, text=shown, became=UNUSED, reason=reason))
    outline = Outline(
        title=title or reader.title,
        blocks=made,
        audience=reader.audience,
        footnotes=opened.footnotes,
    )
    order = {block.where: number for number, block in reversed(list(enumerate(blocks)))}
    accounts = sorted(reader.accounts, key=lambda account: order.get(account.where, len(blocks)))
    return outline, tuple(accounts)


def _without_leftovers(blocks: Sequence[Line | Table], reader: _Reader) -> Iterator[Line | Table]:
    of_letter = letter_parts(blocks)
    for index, block in enumerate(blocks):
        if isinstance(block, Table):
            yield block
            continue
        text = block.text.strip()
        if not text and not block.pictures:
            if block.heading:
                reader.account(block, UNUSED, "空标题")
            continue
        reason = of_letter.get(index, "")
        if text and not reason:
            reason = leftovers.line_reason(text, block.style)
        reason = "" if block.pictures else reason
        if reason:
            reader.account(block, UNUSED, reason)
        else:
            yield block


def _take_title(blocks: list[Line | Table], reader: _Reader) -> list[Line | Table]:
    """The title: a line in a title's style, the only outermost heading, or a short first line."""
    index = _title_index(blocks)
    if index is None:
        return blocks
    first = blocks[index]
    assert isinstance(first, Line)
    reader.title = " ".join(first.text.split())
    reader.account(first, "课名")
    rest = blocks[:index] + blocks[index + 1 :]
    if index < len(rest) and isinstance(second := rest[index], Line):
        is_subtitle = re.match(r"\s*(?:——|--|—)", second.text) or second.style.lower() in (
            "subtitle",
            "副标题",
        )
        is_same_line = second.where == first.where and not second.is_list_item and not second.label
        if is_subtitle or is_same_line:
            joint = "" if is_subtitle and second.text.lstrip().startswith(("—", "-")) else "："
            reader.title += joint + " ".join(second.text.split())
            reader.account(second, "课名")
            rest.pop(index)
    return rest


def _title_index(blocks: Sequence[Line | Table]) -> int | None:
    lines = [
        (index, block) for index, block in enumerate(blocks) if isinstance(block, Line) and block.text.strip()
    ]
    for index, line in lines[:5]:
        if _TITLE_STYLE.match(line.style) and len(line.text) <= 2 * _LONGEST_TITLE:
            return index
    headings = [(index, line) for index, line in lines if line.heading]
    if headings:
        outermost = min(line.heading for _index, line in headings)
        of_that = [index for index, line in headings if line.heading == outermost]
        if len(of_that) == 1 and of_that[0] == headings[0][0] and pattern_of(headings[0][1].text) is None:
            return of_that[0]
    if lines:
        index, line = lines[0]
        text = line.text.strip()
        if len(text) <= _LONGEST_TITLE and not re.search("[。；：:，]$", text) and pattern_of(text) is None:
            return index if not line.heading or len(lines) > 1 else None
    return None


def _without_bylines(
    blocks: Sequence[Line | Table], reader: _Reader, *, cover: str
) -> Iterator[Line | Table]:
    """Leave out who spoke and when, just below the title; keep whom the talk is for."""
    for index, block in enumerate(blocks):
        if isinstance(block, Line) and index < _BYLINES and not block.heading:
            text = block.text.strip()
            if cover and block.where == cover:
                reader.account(block, UNUSED, "封面上的文字")
                continue
            if audience := leftovers.audience_of(text):
                reader.audience = audience
                reader.account(block, "学习对象")
                continue
            if reason := leftovers.byline_reason(text):
                reader.account(block, UNUSED, reason)
                continue
        yield block


def _blocks(blocks: Sequence[Line | Table], levels: Mapping[int, int], reader: _Reader) -> Iterator[Block]:
    index = 0
    while index < len(blocks):
        block = blocks[index]
        if isinstance(block, Table):
            yield from _table(block, reader)
            index += 1
            continue
        level = levels.get(index)
        if level is not None:
            reader.account(block, "标题")
            notes = tuple(key for key, _at in block.footnotes)
            text = _NUMBER_AND_DOT.sub(r"\1、", " ".join(block.text.split()))
            yield Heading(text=text, where=block.where, level=level, notes=notes)
            yield from _images(block, "")
            index += 1
            continue
        lines = [block]
        while _continues(blocks, levels, index + len(lines), block):
            following = blocks[index + len(lines)]
            assert isinstance(following, Line)
            lines.append(following)
        index += len(lines)
        following_line = blocks[index] if index < len(blocks) else None
        caption = following_line.text.strip() if isinstance(following_line, Line) else ""
        caption = caption if block.pictures and _CAPTION.fullmatch(caption) else ""
        yield from _text_blocks(lines, caption, reader)


def _continues(blocks: Sequence[Line | Table], levels: Mapping[int, int], index: int, first: Line) -> bool:
    """Whether the block at `index` is the same paragraph after a soft break."""
    if index >= len(blocks) or index in levels or first.is_list_item:
        return False
    block = blocks[index]
    return isinstance(block, Line) and block.where == first.where and not block.label and first.where != ""


def _text_blocks(lines: Sequence[Line], caption: str, reader: _Reader) -> Iterator[Block]:
    first = lines[0]
    texts = [line for line in lines if line.text.strip()]
    if texts:
        item = _item(texts[0]) if len(texts) == 1 else None
        for line in texts:
            reader.account(line, "列表" if item else "正文")
        if item:
            yield item
        else:
            is_quote = bool(_QUOTE_STYLE.search(first.style)) or bool(_PROVISION.match(texts[0].text.strip()))
            runs, notes = tuple(map(_runs, texts)), tuple(map(_notes, texts))
            yield Paragraph(lines=runs, where=first.where, notes=notes, is_quote=is_quote)
    for line in lines:
        if line.pictures and not line.text.strip():
            reader.account(line, "图片")
        yield from _images(line, caption)


def _images(line: Line, caption: str) -> Iterator[Image]:
    for name in line.pictures:
        yield Image(name=name, where=line.where, caption=caption)


def _item(line: Line) -> Item | None:
    """The list item a line is, or None. A number that Markdown cannot show as it was stays text."""
    text = line.text.strip()
    runs, notes = _runs(line), _notes(line)
    where, indent = line.where, line.indent
    if bullet := _BULLET.match(text):
        is_mark = line.is_list_item or bullet.group()[0] not in "-*·" or bullet.group()[-1] in " \t　"
        if is_mark:
            end = bullet.end()
            return Item(runs=_cut(runs, end), where=where, indent=indent, notes=_moved(notes, end))
    if line.is_list_item and not line.label:
        return Item(runs=runs, where=where, indent=indent, notes=notes)
    number = _NUMBER.match(text)
    if line.is_list_item and number and number.group().strip()[-1] in ".．":
        return Item(
            runs=_cut(runs, number.end()),
            where=where,
            indent=indent,
            number=int(number["number"]),
            notes=_moved(notes, number.end()),
        )
    return None


def _table(table: Table, reader: _Reader) -> Iterator[Block]:
    text = "　".join(cell for cell in table.rows[0] if cell) if table.rows else ""
    block = read_grid(table)
    reader.accounts.append(
        Account(
            where=table.where, text=text, became="表格" if block else UNUSED, reason="" if block else "空表格"
        )
    )
    if isinstance(block, Grid):
        yield block
    else:
        for line in block or ():
            yield Paragraph(lines=(((line, False),),), where=table.where)


def _runs(line: Line) -> Runs:
    """A line's text without blanks at its ends, cut where bold begins and ends."""
    spans = tuple((span.text, span.is_bold) for span in line.spans)
    if "".join(text for text, _is_bold in spans) != line.text:
        spans = ((line.text, False),)  # spans of something else: the text is what counts
    text = plain(spans)
    runs = _cut(spans, len(text) - len(text.lstrip()))
    surplus = len(plain(runs)) - len(plain(runs).rstrip())
    return _cut_end(runs, surplus)


def _notes(line: Line) -> Notes:
    """A line's footnotes in its text without blanks at its ends."""
    return _moved(line.footnotes, len(line.text) - len(line.text.lstrip()))


def _moved(notes: Notes, count: int) -> Notes:
    """Footnotes of a text whose first characters are cut off."""
    return tuple((key, max(0, at - count)) for key, at in notes)


def _cut(runs: Runs, count: int) -> Runs:
    """Runs without their first characters."""
    result = []
    for text, is_bold in runs:
        rest = text[count:]
        count = max(0, count - len(text))
        if rest:
            result.append((rest, is_bold))
    return tuple(result)


def _cut_end(runs: Runs, count: int) -> Runs:
    backwards = tuple((text[::-1], is_bold) for text, is_bold in reversed(runs))
    return tuple((text[::-1], is_bold) for text, is_bold in reversed(_cut(backwards, count)))
