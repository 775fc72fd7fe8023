"""Fields that Word fills: page numbers, places of headings, the table of contents."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from docx.document import Document
from docx.enum.text import WD_TAB_ALIGNMENT, WD_TAB_LEADER
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.section import Section
from docx.shared import Length
from docx.text.paragraph import Paragraph

from desk.word.text import new_paragraph, set_style, set_text

# What the schema of settings.xml wants behind our element.
_AFTER_UPDATE = {
    qn(f"w:{name}")
    for name in (
        *("hdrShapeDefaults", "footnotePr", "endnotePr", "compat", "docVars", "rsids", "attachedSchema"),
        *("themeFontLang", "clrSchemeMapping", "doNotIncludeSubdocsInStats", "shapeDefaults"),
        *("decimalSymbol", "listSeparator"),
    )
} | {"{http://schemas.openxmlformats.org/officeDocument/2006/math}mathPr"}

_LONGEST_TITLE = 28  # characters of a running title, so that the page's number stands on its line


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the contents: the text of a heading, its level, the bookmark that stands at it."""

    level: int
    text: str
    bookmark: str


def add_field(paragraph: Paragraph, code: str, shown: str = "") -> None:
    """A field such as PAGE, with what it shows until it is worked out."""
    _begin(paragraph, code)
    paragraph.add_run(shown)
    _mark(paragraph, "end")


def _begin(paragraph: Paragraph, code: str) -> None:
    _mark(paragraph, "begin")
    instruction = OxmlElement("w:instrText")
    instruction.set(qn("xml:space"), "preserve")
    instruction.text = f" {code} "
    paragraph.add_run()._r.append(instruction)
    _mark(paragraph, "separate")


def _mark(paragraph: Paragraph, kind: str) -> None:
    mark = OxmlElement("w:fldChar")
    mark.set(qn("w:fldCharType"), kind)
    paragraph.add_run()._r.append(mark)


def _one_line(title: str) -> str:
    """A running title short enough for one line; what stands behind its last wide blank stays whole."""
    head, blank, kind = title.rpartition("　")
    head, kind = (head, kind) if blank else (kind, "")
    return f"{head[: _LONGEST_TITLE - 1]}…{blank}{kind}" if len(head) > _LONGEST_TITLE else title


def add_page_numbers(section: Section, before: str = "") -> None:
    """第 1 页 共 4 页 at the foot of every page, after `before`."""
    footers = [section.footer]
    if section.different_first_page_header_footer:
        footers.append(section.first_page_footer)
    for footer in footers:
        footer.is_linked_to_previous = False
        paragraph = footer.paragraphs[0]
        set_style(paragraph, "Footer")
        if before:
            set_text(paragraph, f"{_one_line(before)}　")
        paragraph.add_run("第 ")
        add_field(paragraph, "PAGE", "1")
        paragraph.add_run(" 页　共 ")
        add_field(paragraph, "NUMPAGES", "1")
        paragraph.add_run(" 页")


def add_dashed_numbers(section: Section) -> None:
    """— 1 — at the foot, as official documents have it."""
    section.footer.is_linked_to_previous = False
    paragraph = section.footer.paragraphs[0]
    set_style(paragraph, "Footer")
    paragraph.add_run("— ")
    add_field(paragraph, "PAGE", "1")
    paragraph.add_run(" —")


def restart_numbers(section: Section) -> None:
    """Count the pages of a section from 1."""
    numbers = OxmlElement("w:pgNumType")
    numbers.set(qn("w:start"), "1")
    columns = section._sectPr.find(qn("w:cols"))
    assert columns is not None  # every sheet of ours has them
    columns.addprevious(numbers)


def add_bookmark(paragraph: Paragraph, name: str, number: int) -> None:
    """Let fields refer to a paragraph; `number` is its own in the document."""
    start, end = OxmlElement("w:bookmarkStart"), OxmlElement("w:bookmarkEnd")
    for element in (start, end):
        element.set(qn("w:id"), str(number))
    start.set(qn("w:name"), name)
    first = paragraph._p.pPr
    if first is None:
        paragraph._p.insert(0, start)
    else:
        first.addnext(start)
    paragraph._p.append(end)


def add_contents(document: Document, entries: Iterable[Entry]) -> None:
    """Contents whose page numbers are fields (PAGEREF) that point at the headings' bookmarks.

    Not a TOC field: LibreOffice would show that one as it was written, and nobody here knows the pages.
    Word asks once, when the file is opened, whether to fill them in; the entries are right either way.
    """
    section = document.sections[-1]
    page, left, right = section.page_width, section.left_margin, section.right_margin
    assert page is not None and left is not None and right is not None  # every sheet of ours says so
    for entry in entries:
        paragraph = new_paragraph(document, f"toc {entry.level}")
        stops = paragraph.paragraph_format.tab_stops
        stops.add_tab_stop(Length(page - left - right), WD_TAB_ALIGNMENT.RIGHT, WD_TAB_LEADER.DOTS)
        set_text(paragraph, entry.text)
        paragraph.add_run("\t")
        add_field(paragraph, f"PAGEREF {entry.bookmark} \\h")
    _ask_to_update(document)


def _ask_to_update(document: Document) -> None:
    element = OxmlElement("w:updateFields")
    element.set(qn("w:val"), "true")
    settings = document.settings.element
    later = [child for child in settings if child.tag in _AFTER_UPDATE]
    if later:
        later[0].addprevious(element)
    else:
        settings.append(element)
