"""Sheets of paper: their size and margins, and a new document on one of them."""

from __future__ import annotations

import io
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import docx
from docx.document import Document
from docx.enum.section import WD_ORIENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.section import Section
from docx.shared import Mm

from desk.word.styles import set_styles
from desk.word.text import clean_text

# Parts of the library's template that nothing of ours asks: they name styles and faces we do not have.
_UNUSED = {"theme", "numbering", "stylesWithEffects", "customXml", "webSettings"}
_TEMPLATES = Path(__file__).with_name("templates")


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """A size of paper with its margins; lengths are millimetres."""

    name: str
    width: float
    height: float
    top: float = 20
    bottom: float = 18
    left: float = 20
    right: float = 18
    columns: int = 1
    gap: float = 0  # between columns

    @property
    def line_width(self) -> float:
        """How wide a line of text is."""
        return (self.width - self.left - self.right - self.gap * (self.columns - 1)) / self.columns


A4 = Sheet(name="A4", width=210, height=297, left=24, right=20)
A4_SEALED = Sheet(name="A4", width=210, height=297, left=32, right=18)
A4_WIDE = Sheet(name="A4", width=297, height=210, left=18, right=18)
A3_SEALED = Sheet(name="A3", width=420, height=297, left=36, right=18, columns=2, gap=16)


def new_document(sheet: Sheet, *, title: str, author: str) -> Document:
    """An empty document with our styles on a sheet of paper."""
    document = docx.Document(io.BytesIO(_blank()))
    set_sheet(document.sections[0], sheet)
    properties = document.core_properties
    properties.title, properties.author, properties.comments = clean_text(title), clean_text(author), ""
    properties.language = "zh-CN"
    return document


@cache
def _blank() -> bytes:
    """The library's template with our styles and faces instead of its own."""
    document = docx.Document()
    package = document.part.package
    for relation in list(package.rels.values()):
        if relation.reltype.endswith("/thumbnail"):
            del package.rels[relation.rId]  # a picture of somebody else's page
    for part in package.iter_parts():
        if part.partname == "/word/fontTable.xml":
            part._blob = (_TEMPLATES / "font_table.xml").read_bytes()
    for relation in list(document.part.rels.values()):
        if relation.reltype.rpartition("/")[2] in _UNUSED:
            del document.part.rels[relation.rId]
    set_styles(document)
    written = io.BytesIO()
    document.save(written)
    return written.getvalue()


def set_sheet(section: Section, sheet: Sheet) -> None:
    """Give a section its paper, margins and columns."""
    section.page_width, section.page_height = Mm(sheet.width), Mm(sheet.height)
    section.orientation = WD_ORIENT.LANDSCAPE if sheet.width > sheet.height else WD_ORIENT.PORTRAIT
    section.top_margin, section.bottom_margin = Mm(sheet.top), Mm(sheet.bottom)
    section.left_margin, section.right_margin = Mm(sheet.left), Mm(sheet.right)
    section.header_distance, section.footer_distance = Mm(9), Mm(9)
    properties = section._sectPr
    for existing in properties.findall(qn("w:cols")):
        properties.remove(existing)
    columns = OxmlElement("w:cols")
    columns.set(qn("w:space"), str(round(sheet.gap / 25.4 * 1440)))
    if sheet.columns > 1:
        columns.set(qn("w:num"), str(sheet.columns))
        columns.set(qn("w:sep"), "1")
    margins = properties.find(qn("w:pgMar"))
    assert margins is not None  # just set
    margins.addnext(columns)
