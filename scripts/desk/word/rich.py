"""Put HTML into a document as blocks: headings, paragraphs, lists, tables, boxes, images, notes."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace

from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Pt
from docx.text.paragraph import Paragraph
from lxml.etree import _Element

from desk.word.tables import LEFT, add_grid, fill_cell, keep_row_whole, repeat_header
from desk.word.text import Picture, add_children, new_paragraph, parse_fragment, set_text, words_of

_BLOCKS = {
    *("p", "ul", "ol", "li", "dl", "dt", "dd", "table", "pre", "blockquote", "div", "section", "details"),
    *("summary", "figure", "figcaption", "hr", "h1", "h2", "h3", "h4", "h5", "h6"),
}
_INDENT = 24.0  # points by which each deeper list moves in


@dataclass(frozen=True, slots=True, kw_only=True)
class Dress:
    """Which style each kind of block takes. `headings` gives those of h1 to h6."""

    paragraph: str = "课文"
    items: str = "课文列表"
    headings: Mapping[str, str] = field(
        default_factory=lambda: {"h1": "Heading 2", "h2": "Heading 3", "h3": "小标题"}
    )
    line_width: float = 166  # mm, for tables
    picture: Picture | None = None
    on_heading: Callable[[Paragraph, str], None] = lambda _paragraph, _style: None


def add_blocks(document: Document, html: str, *, paragraph: str, items: str) -> None:
    """The paragraphs, lists and tables of a question's text (lianxue.rendering.rich_text.render_block)."""
    add_html(document, html, Dress(paragraph=paragraph, items=items))


def add_html(document: Document, html: str, dress: Dress) -> None:
    """Everything in a piece of safe HTML, block after block."""
    _add_inside(document, parse_fragment(html), dress, 0)


def _add_inside(document: Document, element: _Element, dress: Dress, depth: int) -> None:
    """The blocks of an element; words between them become a paragraph of their own."""
    if not _has_blocks(element):
        _add_paragraph(document, element, dress)
        return
    if words := (element.text or "").strip():
        set_text(new_paragraph(document, dress.paragraph), words)
    for child in element:
        _add_block(document, child, dress, depth)
        if words := (child.tail or "").strip():
            set_text(new_paragraph(document, dress.paragraph), words)


def _add_block(document: Document, element: _Element, dress: Dress, depth: int) -> None:
    name = element.tag
    if name in ("h1", "h2", "h3", "h4", "h5", "h6"):
        style = dress.headings.get(name, "小标题")
        heading = new_paragraph(document, style)
        add_children(heading, element, dress.picture)
        dress.on_heading(heading, style)
    elif name in ("ul", "ol"):
        _add_list(document, element, dress, depth)
    elif name == "table":
        _add_table(document, element, dress)
    elif name == "pre":
        for line in words_of(element).rstrip("\n").split("\n"):
            set_text(new_paragraph(document, "代码"), line)
    elif name == "blockquote":
        _add_inside(document, element, replace(dress, paragraph="引文"), depth)
    elif name == "details" or _is_box(element):
        _add_box(document, element, dress, depth)
    elif name == "dt":
        add_children(new_paragraph(document, "小标题"), element, dress.picture)
    elif name == "hr":
        new_paragraph(document, dress.paragraph)
    elif "footnote" in element.get("class", "").split():
        _add_notes(document, element, dress)
    elif name == "p" or not _has_blocks(element):
        _add_paragraph(document, element, dress)
    else:
        _add_inside(document, element, dress, depth)


def _add_paragraph(document: Document, element: _Element, dress: Dress) -> None:
    """Words, or a picture alone, which stands in the middle."""
    if not _says_anything(element):
        return
    paragraph = new_paragraph(document, dress.paragraph)
    if not words_of(element).strip():
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        paragraph.paragraph_format.first_line_indent = Pt(0)
    elif element.find(".//br") is not None:
        paragraph.alignment = WD_ALIGN_PARAGRAPH.LEFT  # a justified line would be torn wide at a break
    add_children(paragraph, element, dress.picture)


def _add_list(document: Document, element: _Element, dress: Dress, depth: int) -> None:
    number = int(element.get("start") or 1) if (element.get("start") or "1").isdigit() else 1
    for item in element:
        if item.tag != "li":
            continue
        paragraph = _item_paragraph(document, dress, depth)
        set_text(paragraph, f"{number}. " if element.tag == "ol" else "• ")
        number += 1
        _add_item(document, item, paragraph, dress, depth)


def _item_paragraph(document: Document, dress: Dress, depth: int) -> Paragraph:
    paragraph = new_paragraph(document, dress.items)
    if depth:
        base = paragraph.style.paragraph_format.left_indent if paragraph.style else None
        paragraph.paragraph_format.left_indent = Pt((base.pt if base else 0) + _INDENT * depth)
    return paragraph


def _add_item(document: Document, item: _Element, paragraph: Paragraph, dress: Dress, depth: int) -> None:
    """The first words of an item stand beside its mark, its other blocks below."""
    if not _has_blocks(item):
        add_children(paragraph, item, dress.picture)
        return
    words = (item.text or "").strip()
    if words:
        set_text(paragraph, words)
    is_first = not words
    for child in item:
        if is_first and child.tag == "p":
            add_children(paragraph, child, dress.picture)
        elif child.tag == "p":
            more = _item_paragraph(document, dress, depth)
            more.paragraph_format.first_line_indent = Pt(0)
            add_children(more, child, dress.picture)
        elif child.tag in _BLOCKS:
            _add_block(document, child, dress, depth + 1)
        else:
            _add_loose(paragraph, child, dress)
        is_first = False


def _add_loose(paragraph: Paragraph, element: _Element, dress: Dress) -> None:
    holder = parse_fragment("")
    tail = element.tail
    holder.append(element)
    element.tail = tail
    add_children(paragraph, holder, dress.picture)


def _is_box(element: _Element) -> bool:
    return "admonition" in element.get("class", "").split()


def _add_box(document: Document, element: _Element, dress: Dress, depth: int) -> None:
    boxed = replace(dress, paragraph="提示框", items="提示框列表")
    for child in element:
        if child.tag == "summary" or "admonition-title" in child.get("class", "").split():
            add_children(new_paragraph(document, "提示框标题"), child, dress.picture)
        else:
            _add_block(document, child, boxed, depth)


def _add_notes(document: Document, element: _Element, dress: Dress) -> None:
    """Footnotes stand at the end of their text, with the numbers they are called by."""
    for number, item in enumerate(element.iter("li"), start=1):
        _drop_way_back(item)
        paragraph = new_paragraph(document, "注释")
        set_text(paragraph, f"[{number}] ")
        for child in item:
            add_children(paragraph, child, dress.picture)


def _drop_way_back(note: _Element) -> None:
    """A note on paper has no link to where it is called, nor the blank before it."""
    for link in note.findall(".//a[@class='footnote-backref']"):
        before, parent = link.getprevious(), link.getparent()
        link.text = ""
        if before is not None:
            before.tail = (before.tail or "").rstrip()
        elif parent is not None:
            parent.text = (parent.text or "").rstrip()


def _add_table(document: Document, element: _Element, dress: Dress) -> None:
    rows = [[cell for cell in row if cell.tag in ("td", "th")] for row in element.iter("tr")]
    count = max((len(row) for row in rows), default=0)
    if not count:
        return
    table = add_grid(document, _widths(rows, count, dress.line_width), len(rows))
    for row, cells in zip(table.rows, rows, strict=True):
        keep_row_whole(row)
        is_head = all(cell.tag == "th" for cell in cells)
        if is_head:
            repeat_header(row)
        for cell, source in zip(row.cells, cells, strict=False):
            paragraph = fill_cell(cell, "", LEFT)
            add_children(paragraph, source, dress.picture)
            for run in paragraph.runs if is_head else ():
                run.font.bold = True
    new_paragraph(document, "注释")


def _widths(rows: list[list[_Element]], count: int, line_width: float) -> list[float]:
    """Wider columns for longer texts; none becomes a sliver."""
    weights = [1.0] * count
    for column in range(count):
        lengths = [len(words_of(row[column])) for row in rows if column < len(row)]
        weights[column] = max(4.0, min(40.0, max(lengths, default=1) ** 0.75))
    return [line_width * weight / sum(weights) for weight in weights]


def _has_blocks(element: _Element) -> bool:
    return any(child.tag in _BLOCKS for child in element)


def _says_anything(element: _Element) -> bool:
    return bool(words_of(element).strip()) or element.find(".//img") is not None
