"""Turn the markup of a web page into lines and tables."""

from __future__ import annotations

import base64
import binascii
import re
from dataclasses import dataclass, field

from lxml import etree

from desk.documents.cells import EMPTY, Cell, cell_of, table_of
from desk.documents.html_looks import Look, look_of
from desk.documents.html_spans import lines_of
from desk.documents.limits import COLUMNS, LINE_CHARACTERS, LINES, MANY_LINES, MEGABYTE
from desk.documents.model import Aside, Line, Picture, Span, Table, UnreadableFile
from desk.documents.packages import text_of, xml_fault
from desk.documents.word.numerals import numeral

_DROPPED = frozenset([
    "head", "script", "style", "noscript", "template", "svg", "math", "object", "iframe", "select", "datalist",
    "audio", "video", "canvas",
])  # fmt: skip
_BLOCKS = frozenset([
    "html", "body", "p", "div", "section", "article", "header", "footer", "main", "aside", "nav", "ul", "ol", "li",
    "dl", "dt", "dd", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "pre", "form", "fieldset", "legend",
    "figure", "figcaption", "address", "center", "details", "summary", "hr", "table", "tbody", "thead", "tfoot",
    "tr", "td", "th", "caption", "textarea", "button",
])  # fmt: skip
_SPACES = re.compile(r"[ \t\r\n\f]+")
_CHINESE = "\u2014-\u2026\u3000-\u9fff\uff00-\uffef"
# A line end between two Chinese characters is no blank to a reader.
_CHINESE_JOINT = re.compile(f"(?<=[{_CHINESE}])[ \t]*[\r\n]+[ \t]*(?=[{_CHINESE}])")
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all", re.I)
_LIST_STYLES = {"a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}
_DATA_URI = re.compile(r"data:image/(\w+)[^,]*;base64,(.*)", re.I | re.S)


@dataclass(slots=True)
class PageWalk:
    """What walking a page has gathered so far; the second half is of the paragraph under way."""

    name: str
    paragraphs: int
    tables: int = 0
    blocks: list[Line | Table] = field(default_factory=list)
    asides: list[Aside] = field(default_factory=list)
    pictures: list[Picture] = field(default_factory=list)
    counts: dict[etree._Element, int] = field(default_factory=dict)  # numbered list → its last number
    spans: list[Span] = field(default_factory=list)
    shown: list[str] = field(default_factory=list)  # names of its pictures
    heading: int = 0
    label: str = ""
    is_item: bool = False
    indent: int = 0


def page_blocks(text: str, name: str, before: int) -> PageWalk:
    """Lines (soft breaks apart, empty ones left out), tables of data, hidden text, pictures in the page."""
    # The declaration of an encoding means nothing in text that is decoded, and lxml refuses it.
    text = re.sub(r"^\s*<\?xml[^>]*>", "", text)
    parser = etree.HTMLParser(no_network=True)
    try:
        root = etree.fromstring(text, parser)
    except etree.XMLSyntaxError as error:
        raise xml_fault(error, name) from error
    if any(error.type == etree.ErrorTypes.ERR_RESOURCE_LIMIT for error in parser.error_log):
        # The parser stopped there; what comes after would be lost without a word.
        raise UnreadableFile(f"《{name}》里的标签一层套一层，套得太深，不打开：请向给您文件的人核实")
    page = PageWalk(name=name, paragraphs=before)
    title = None if root is None else root.find(".//title")
    if title is not None and text_of(title):
        page.asides.append(Aside(where="网页标题", text=_SPACES.sub(" ", text_of(title))))
    if root is not None:
        _walk(page, root, Look())
        _flush(page)
    return page


def _walk(page: PageWalk, element: etree._Element, look: Look) -> None:
    tag = element.tag
    if not isinstance(tag, str) or tag in _DROPPED:
        return
    if _HIDDEN.search(element.get("style", "")) or element.get("hidden") is not None:
        text = _SPACES.sub(" ", text_of(element))
        if text:
            page.asides.append(Aside(where=f"隐藏文字（第 {page.paragraphs + 1} 段前后）", text=text))
    elif tag == "br":
        page.spans.append(Span(text="\n"))
    elif tag == "img":
        _take_picture(page, element)
    elif tag == "table" and _is_data(element):
        _flush(page)
        _add_table(page, element)
    else:
        is_block = tag in _BLOCKS
        if is_block:
            _flush(page)
            _begin(page, element, tag)
        look = look_of(element, tag, look)
        _add(page, element.text, look)
        for item in element:
            _walk(page, item, look)
            _add(page, item.tail, look)
        if is_block:
            _flush(page)


def _begin(page: PageWalk, element: etree._Element, tag: str) -> None:
    if len(tag) == 2 and tag[0] == "h" and tag[1].isdigit():
        page.heading = int(tag[1])
    if tag == "li":
        page.is_item = True
        page.label = ""
        page.indent = max(0, sum(1 for _ in element.iterancestors("ul", "ol")) - 1)
        parent = element.getparent()
        if parent is not None and parent.tag == "ol":
            style = _LIST_STYLES.get(parent.get("type", ""), "decimal")
            page.label = f"{numeral(_next_number(page, element, parent), style)}."


def _next_number(page: PageWalk, element: etree._Element, parent: etree._Element) -> int:
    """The number of a list item; a list's start and an item's own value are followed."""
    count = page.counts[parent] + 1 if parent in page.counts else _whole(parent.get("start", ""), 1)
    page.counts[parent] = _whole(element.get("value", ""), count)
    return page.counts[parent]


def _whole(text: str, default: int) -> int:
    return int(text) if text.isdigit() and len(text) < 6 else default


def _add(page: PageWalk, text: str | None, look: Look) -> None:
    if not text:
        return
    if look.keeps_blanks:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    else:
        text = _SPACES.sub(" ", _CHINESE_JOINT.sub("", text))
    page.spans.append(
        Span(
            text=text,
            is_bold=look.bold,
            is_underlined=look.underlined,
            colour=look.colour,
            highlight=look.highlight,
            is_struck=look.struck,
        )
    )


def _flush(page: PageWalk) -> None:
    """End the paragraph under way; an empty one leaves nothing and keeps its item's number for the next."""
    rows = [row for row in lines_of(page.spans) if row[0].strip()]
    if rows or page.shown:
        page.paragraphs += 1
        for index, (text, spans) in enumerate(rows or [("", ())]):
            where = f"第 {page.paragraphs} 段"
            if len(rows) > MANY_LINES and index:
                where += f"第 {index + 1} 行"
            if len(text) > LINE_CHARACTERS:
                raise UnreadableFile(
                    f"《{page.name}》第 {page.paragraphs} 段超过 {LINE_CHARACTERS:,} 个字：请分段后再试"
                )
            page.blocks.append(_line(page, text, spans, where, is_first=index == 0))
        if len(page.blocks) > LINES:
            raise UnreadableFile(f"《{page.name}》有超过 {LINES:,} 段，不打开：请拆成几个文件")
        page.label, page.is_item, page.indent = "", False, 0
    page.heading = 0
    page.spans.clear()
    page.shown.clear()


def _line(page: PageWalk, text: str, spans: tuple[Span, ...], where: str, *, is_first: bool) -> Line:
    if not is_first:
        return Line(text=text, where=where, heading=page.heading, spans=spans)
    if page.label:
        text = f"{page.label} {text}"
        spans = (Span(text=f"{page.label} "), *spans) if spans else ()
    return Line(
        text=text,
        where=where,
        label=page.label,
        heading=page.heading,
        spans=spans,
        is_list_item=page.is_item,
        pictures=tuple(page.shown),
        indent=page.indent,
    )


def _is_data(table: etree._Element) -> bool:
    """Not a table that only lays out the page: no table inside, and more than one column."""
    if table.find(".//table") is not None:
        return False
    return any(len(list(row.iterchildren("td", "th"))) > 1 for row in table.iter("tr"))


def _add_table(page: PageWalk, table: etree._Element) -> None:
    page.tables += 1
    rows: list[list[Cell]] = []
    reaching: dict[int, tuple[int, Cell]] = {}  # column → (rows it still fills, its cell)
    for row in table.iter("tr"):
        cells: list[Cell] = []
        waiting = [*row.iterchildren("td", "th")]
        while waiting or any(column >= len(cells) for column in reaching):
            column = len(cells)
            if column in reaching:
                left, content = reaching.pop(column)
                if left > 1:
                    reaching[column] = (left - 1, content)
                cells.append(content)
            elif waiting:
                cell = waiting.pop(0)
                content = _cell(page, cell)
                for _ in range(_count(cell, "colspan")):
                    if _count(cell, "rowspan") > 1:
                        reaching[len(cells)] = (_count(cell, "rowspan") - 1, content)
                    cells.append(content)
            else:
                cells.append(EMPTY)
            if len(cells) > COLUMNS:
                raise UnreadableFile(f"《{page.name}》里有超过 {COLUMNS} 列的表格：请删去不要的列")
            if not waiting and all(column < len(cells) for column in reaching):
                break
        rows.append(cells)
    page.blocks.append(table_of(rows, f"表格 {page.tables}"))


def _cell(page: PageWalk, cell: etree._Element) -> Cell:
    inner = PageWalk(name=page.name, paragraphs=0, asides=page.asides, pictures=page.pictures)
    _walk(inner, cell, Look())
    _flush(inner)
    return cell_of([(block.text, block.spans) for block in inner.blocks if isinstance(block, Line)])


def _count(cell: etree._Element, name: str) -> int:
    return min(max(_whole(cell.get(name, ""), 1), 1), COLUMNS + 1)


def _take_picture(page: PageWalk, element: etree._Element) -> None:
    """A picture that the page itself carries; others are not fetched."""
    found = _DATA_URI.match(element.get("src", ""))
    if not found or len(found[2]) > 10 * MEGABYTE:
        return
    try:
        data = base64.b64decode(found[2])
    except (binascii.Error, ValueError):
        return
    name = f"picture-{len(page.pictures) + 1}.{found[1].lower()}"
    page.pictures.append(Picture(name=name, data=data, alt=element.get("alt", "")))
    page.shown.append(name)
