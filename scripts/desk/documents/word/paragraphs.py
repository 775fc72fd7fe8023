"""Make lines of a Word paragraph."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field, replace

from lxml import etree

from desk.documents.limits import LINE_CHARACTERS, MANY_LINES
from desk.documents.model import Aside, Line, Span, UnreadableFile
from desk.documents.word.marks import Marks
from desk.documents.word.names import child, number, value, w
from desk.documents.word.numbering import Label, Numbering
from desk.documents.word.runs import Gathered, Piece, gather
from desk.documents.word.styles import Style, Styles, paragraph_style_id

_BLANKS = re.compile(r"[ \u00a0\u3000\t\u2002\u2003]+")


@dataclass(slots=True)
class Reader:
    """A document's styles and lists, and what reading it has gathered so far."""

    name: str
    styles: Styles
    numbering: Numbering
    theme: dict[str, str]
    take_picture: Callable[[str, str], str] = lambda relation, alt: ""
    asides: list[Aside] = field(default_factory=list)
    tables: int = 0
    boxes: int = 0
    linked_images: int = 0
    objects: int = 0
    revised: list[str] = field(default_factory=list)  # places with changes that nobody has accepted


def paragraph_lines(reader: Reader, paragraph: etree._Element, where: str) -> tuple[list[Line], Gathered]:
    """The lines of a `w:p`, at least one; soft breaks begin another."""
    properties = child(paragraph, "pPr")
    style_id = paragraph_style_id(properties)
    style = reader.styles.of(style_id)
    gathered = gather(paragraph, reader.styles, style.marks, reader.theme)
    reader.linked_images += gathered.linked_images
    reader.objects += gathered.objects
    if gathered.deleted:
        reader.asides.append(Aside(where=f"修订里删去的文字（{where}）", text="".join(gathered.deleted)))
    if gathered.is_revised and where not in reader.revised[-1:]:
        reader.revised.append(where)
    if gathered.hidden:
        reader.asides.append(Aside(where=f"隐藏文字（{where}）", text="".join(gathered.hidden)))
    heading, level, label = style.heading, 0, None
    if properties is not None:
        heading = _outline(properties, heading)
    if (style.numbering or properties is not None) and not _is_gone(properties, gathered):
        list_id, level = _list_place(reader, properties, style, style_id)
        label = reader.numbering.next_label(list_id, level) if list_id else None
    first, *rest = _rows(gathered.pieces)
    text, spans, notes = _text_and_spans(reader, first, where, label, style.marks)
    lines = [
        Line(
            text=text,
            where=where,
            label=label.text if label else "",
            heading=heading,
            style=style.name,
            spans=spans,
            is_list_item=label is not None,
            pictures=_pictures(reader, gathered) if gathered.images else (),
            footnotes=notes,
            indent=level if label else 0,
        )
    ]
    for number_in, row in enumerate(rest, start=2):
        if len(rest) >= MANY_LINES:  # a whole paper in one paragraph: its number alone would lead nowhere
            where = f"{lines[0].where}第 {number_in} 行"
        text, spans, notes = _text_and_spans(reader, row, where, None, style.marks)
        lines.append(
            Line(text=text, where=where, heading=heading, style=style.name, spans=spans, footnotes=notes)
        )
    return lines, gathered


def _pictures(reader: Reader, gathered: Gathered) -> tuple[str, ...]:
    return tuple(name for image in gathered.images if (name := reader.take_picture(*image)))


def _outline(properties: etree._Element, of_style: int) -> int:
    outline = child(properties, "outlineLvl")
    if outline is None:
        return of_style
    level = number(outline.get(w("val")), 9)
    return level + 1 if 0 <= level <= 8 else 0


def _list_place(
    reader: Reader, properties: etree._Element | None, style: Style, style_id: str
) -> tuple[str, int]:
    """(list, level) of a paragraph: its own word first, then its style's; list "0" is none."""
    own = child(properties, "numPr")
    list_id = value(own, "numId")
    if list_id == "0" or (not list_id and not style.numbering):
        return "", 0
    level = reader.numbering.style_levels.get((list_id or style.numbering, style_id), style.level)
    if child(own, "ilvl") is not None:
        level = number(value(own, "ilvl"))
    return list_id or style.numbering, level


def _is_gone(properties: etree._Element | None, gathered: Gathered) -> bool:
    """Deleted with change tracking, or hidden, down to its end: Word counts no number for it."""
    if gathered.pieces or properties is None:
        return False
    mark = child(properties, "rPr")
    return child(mark, "del") is not None or (bool(gathered.hidden) and child(mark, "vanish") is not None)


def _rows(pieces: list[Piece]) -> list[list[Piece]]:
    """The pieces between soft breaks; at least one row."""
    rows: list[list[Piece]] = [[]]
    for piece in pieces:
        if "\n" not in piece.text:
            rows[-1].append(piece)
            continue
        for index, part in enumerate(piece.text.split("\n")):
            if index:
                rows.append([])
            if part:
                rows[-1].append(Piece(part, piece.marks))
    while len(rows) > 1 and not rows[-1]:  # a page break at the end of a paragraph is no line,
        rows.pop()
    while len(rows) > 1 and not rows[0]:  # and none at its beginning
        rows.pop(0)
    return rows


def _text_and_spans(
    reader: Reader, row: list[Piece], where: str, label: Label | None, base: Marks
) -> tuple[str, tuple[Span, ...], tuple[tuple[str, int], ...]]:
    """A row's text with its marks and its notes."""
    is_marked = has_notes = False
    for piece in row:
        if piece.marks.shows():
            is_marked = True
        if piece.note:
            has_notes = True
    if is_marked:
        row = _with_gaps(row)
    if label and label.text:
        row = [Piece(label.text + (label.gap if row else ""), Marks(is_bold=base.is_bold)), *row]
    text = row[0].text if len(row) == 1 else "".join([piece.text for piece in row])
    if len(text) > LINE_CHARACTERS:
        raise UnreadableFile(
            f"《{reader.name}》{where}有 {len(text):,} 个字，超过 {LINE_CHARACTERS:,} 个字的上限：请分段后再试"
        )
    notes = _notes(row) if has_notes else ()
    if not is_marked and not base.is_bold:
        return text, (), notes
    spans: list[Span] = []
    for piece in (piece for piece in row if piece.text):
        span = Span(
            text=piece.text,
            is_bold=bool(piece.marks.is_bold),
            is_underlined=bool(piece.marks.is_underlined),
            colour=piece.marks.colour or "",
            highlight=piece.marks.highlight or "",
            is_struck=bool(piece.marks.is_struck),
        )
        if spans and replace(spans[-1], text=span.text) == span:
            span = replace(span, text=spans.pop().text + span.text)
        spans.append(span)
    return text, tuple(spans), notes


def _notes(row: list[Piece]) -> tuple[tuple[str, int], ...]:
    """Each note of a row and how many characters stand before its mark."""
    notes = []
    before = 0
    for piece in row:
        if piece.note:
            notes.append((piece.note, before))
        before += len(piece.text)
    return tuple(notes)


def _with_gaps(row: list[Piece]) -> list[Piece]:
    """Underlined blanks, however many runs they are cut into, become `____`."""
    result: list[Piece] = []
    index = 0
    while index < len(row):
        if not row[index].marks.is_underlined:
            result.append(row[index])
            index += 1
            continue
        end = index
        while end < len(row) and row[end].marks.is_underlined:
            end += 1
        stretch = row[index:end]
        text = "".join(piece.text for piece in stretch)
        if _BLANKS.fullmatch(text) and (len(text) > 1 or text not in " \u00a0"):
            result.append(Piece("____", row[index].marks))
        else:
            result += stretch
        index = end
    return result
