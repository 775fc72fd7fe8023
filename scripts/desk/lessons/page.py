"""Write the blocks of a lesson as Markdown."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from desk.lessons.blocks import Block, Grid, Heading, Image, Item, Notes, Paragraph, plain
from desk.lessons.citations import Found, Names, find_citations, shortened
from desk.lessons.inline import Link, escape_text, render_noted, render_runs
from desk.lessons.plan import LessonPicture, Remark

SUMMARY_HEADING = "一分钟要点"
TO_DESCRIBE = "待补：图片说明"
_APART = "\n\n<!-- -->\n\n"  # between two lists, which Markdown would make one
_WIDE = 6  # columns: more of them do not fit on a phone


@dataclass(slots=True)
class _Writer:
    """A page on its way, with what is found while it is written."""

    names: Names
    footnotes: Mapping[str, str]
    pictures: Mapping[str, LessonPicture]  # by the source's name
    numbers: dict[str, int] = field(default_factory=dict)  # key of a footnote → its number here
    labels: dict[str, None] = field(default_factory=dict)  # provisions that became links, in order
    unlinked: list[Remark] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True, kw_only=True)
class PageText:
    """The body of a lesson."""

    markdown: str
    linked: tuple[str, ...]
    unlinked: tuple[Remark, ...]
    remarks: tuple[str, ...]
    noted: tuple[str, ...]  # keys of the footnotes that stand on it


def write_page(
    blocks: Sequence[Block],
    footnotes: Mapping[str, str],
    pictures: Mapping[str, LessonPicture],
    names: Names,
) -> PageText:
    """Blocks as Markdown, a blank line apart, footnotes at the end."""
    writer = _Writer(names, footnotes, pictures)
    parts: list[str] = []
    index = 0
    while index < len(blocks):
        block = blocks[index]
        if isinstance(block, Heading) and block.text.rstrip("：:") == SUMMARY_HEADING:
            end = next(
                (i for i, other in enumerate(blocks[index + 1 :], index + 1) if isinstance(other, Heading)),
                len(blocks),
            )
            parts.append(_box(blocks[index + 1 : end], writer))
            index = end
        else:
            end = index + 1
            while isinstance(block, Item) and end < len(blocks) and isinstance(blocks[end], Item):
                end += 1
            parts.append(_write(blocks[index:end], writer))
            index = end
    parts.extend(_footnotes(writer))
    return PageText(
        markdown="\n\n".join(part for part in parts if part) + "\n",
        linked=tuple(writer.labels),
        unlinked=tuple(writer.unlinked),
        remarks=tuple(writer.remarks),
        noted=tuple(writer.numbers),
    )


def _box(blocks: Sequence[Block], writer: _Writer) -> str:
    """一分钟要点 as the box that opens our lessons; its paragraphs become points."""
    points = [
        point for block in blocks for point in (_points(block) if isinstance(block, Paragraph) else (block,))
    ]
    body = (
        _write(points, writer)
        if all(isinstance(point, Item) for point in points)
        else "\n\n".join(_write([block], writer) for block in blocks)
    )
    inside = "\n".join(f"    {line}" if line else "" for line in body.split("\n"))
    return f'!!! abstract "{SUMMARY_HEADING}"\n{inside}'


def _points(paragraph: Paragraph) -> Iterator[Item]:
    for runs, notes in paragraph.noted_lines:
        yield Item(runs=runs, where=paragraph.where, notes=notes)


def _write(blocks: Sequence[Block], writer: _Writer) -> str:
    first = blocks[0] if blocks else None
    if isinstance(first, Item):
        lists = _lists([block for block in blocks if isinstance(block, Item)])
        return _APART.join("\n".join(_items(items, writer)) for items in lists)
    if isinstance(first, Heading):
        marks = "".join(mark for mark, _at in _marks([(key, 0) for key in first.notes], writer))
        return f"{'#' * first.level} {escape_text(first.text)}{marks}"
    if isinstance(first, Paragraph):
        return _paragraph(first, writer)
    if isinstance(first, Grid):
        return "\n\n".join(filter(None, _grid(first, writer)))
    if isinstance(first, Image):
        return _image(first, writer)
    return ""


def _paragraph(paragraph: Paragraph, writer: _Writer) -> str:
    found = _found(paragraph.text, paragraph.where, writer)
    lines, start = [], 0
    for runs, notes in paragraph.noted_lines:
        end = start + len(plain(runs))
        links = [
            Link(link.start - start, link.end - start, link.target)
            for link in found.links
            if start <= link.start and link.end <= end
        ]
        lines.append(render_noted(runs, links, _marks(notes, writer)))
        start = end + 1
    text = "  \n".join(lines)
    return "> " + text.replace("\n", "\n> ") if paragraph.is_quote else text


def _lists(items: Sequence[Item]) -> Iterator[list[Item]]:
    """Items that make one list each: bullets and numbers apart, and what begins with 1 again."""
    current: list[Item] = []
    for item in items:
        if (
            current
            and item.indent == 0
            and (bool(item.number) != bool(current[0].number) or item.number == 1)
        ):
            yield current
            current = []
        current.append(item)
    yield current


def _items(items: Sequence[Item], writer: _Writer) -> Iterator[str]:
    """Lines of one list. A numbered list that does not begin with 1 keeps its numbers as text."""
    starts_at_one: dict[int, bool] = {}
    for item in items:
        if item.number:
            starts_at_one[item.indent] = starts_at_one.get(item.indent, item.number == 1)
        found = _found(plain(item.runs), item.where, writer)
        is_listed = bool(item.number) and starts_at_one[item.indent]
        mark = f"{item.number}. " if is_listed else "- "
        text = render_noted(item.runs, found.links, _marks(item.notes, writer))
        shown = f"{item.number}. " if item.number and not is_listed else ""
        yield f"{'    ' * item.indent}{mark}{escape_text(shown, opens_line=True)}{text}"


def _grid(grid: Grid, writer: _Writer) -> Iterator[str]:
    if len(grid.rows[0]) > _WIDE:
        writer.remarks.append(f"{grid.where}有 {len(grid.rows[0])} 列，手机上要左右滑动着看：能拆开更好")
    if grid.caption:
        yield render_runs(((grid.caption, True),))
    head, *rows = grid.rows
    lines = [_row(head, grid.where, writer), "| " + " | ".join("---" for _cell in head) + " |"]
    lines.extend(_row(row, grid.where, writer) for row in rows)
    yield "\n".join(lines)


def _row(cells: Sequence[str], where: str, writer: _Writer) -> str:
    return "| " + " | ".join(_cell(cell, where, writer) for cell in cells) + " |"


def _cell(cell: str, where: str, writer: _Writer) -> str:
    lines = [line.strip() for line in cell.split("\n") if line.strip()]
    return "<br>".join(
        render_runs(((line, False),), _found(line, where, writer).links, opens_line=False) for line in lines
    )


def _image(image: Image, writer: _Writer) -> str:
    picture = writer.pictures.get(image.name)
    if picture is None:
        return ""
    alt = escape_text(picture.alt) if picture.alt else TO_DESCRIBE
    return f"![{alt}](images/{picture.name})"


def _found(text: str, where: str, writer: _Writer) -> Found:
    found = find_citations(text, writer.names)
    writer.labels.update(dict.fromkeys(found.labels))
    for unlinked in found.unlinked:
        remark = Remark(where=where, text=shortened(unlinked.text), message=unlinked.message)
        if remark not in writer.unlinked:
            writer.unlinked.append(remark)
    return found


def _marks(notes: Notes | Sequence[tuple[str, int]], writer: _Writer) -> list[tuple[str, int]]:
    """The marks of footnotes as Markdown has them, numbered as they come."""
    return [
        (f"[^{writer.numbers.setdefault(key, len(writer.numbers) + 1)}]", at)
        for key, at in notes
        if key in writer.footnotes
    ]


def _footnotes(writer: _Writer) -> Iterator[str]:
    for key, number in list(writer.numbers.items()):
        text = " ".join(writer.footnotes[key].split())
        found = _found(text, f"脚注 {number}", writer)
        yield f"[^{number}]: {render_runs(((text, False),), found.links)}"
