"""The sealing line (密封线) at the left of a paper's first page, with unit and name behind it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from docx.document import Document
from docx.oxml import parse_xml
from docx.text.paragraph import Paragraph
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from desk.word.pages import Sheet
from desk.word.text import clean_text

IDENTITY = "单位：____________________　　岗位：______________　　姓名：______________"
NOTE = "密　　　　　封　　　　　线　　　　　内　　　　　不　　　　　要　　　　　答　　　　　题"
_EMU = 36000  # in a millimetre
_ENVIRONMENT = Environment(
    loader=FileSystemLoader(Path(__file__).with_name("templates")), autoescape=True, undefined=StrictUndefined
)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Shape:
    """A turned text, or a broken line where `text` is ""; lengths are EMU."""

    name: str
    x: int
    y: int
    width: int
    height: int
    text: str = ""


def add_seal(document: Document, paragraph: Paragraph, sheet: Sheet, identity: str = IDENTITY) -> None:
    """Shapes on the page of `paragraph`, the first of the paper: Word, WPS and LibreOffice show them.

    The texts are turned by a quarter and read from the right side; the body keeps clear of them by the
    sheet's left margin. They hang on the body because LibreOffice misplaces texts that hang on a header.
    """
    line = sheet.left - 8  # mm from the edge of the paper
    shapes = [
        _shape("单位和姓名", line - 17, 15, 8, sheet.height - 30, identity),
        _shape("密封线说明", line - 8, 15, 8, sheet.height - 30, NOTE),
        _shape("密封线", line, 12, 0, sheet.height - 24),
    ]
    style = document.styles["密封线"].style_id
    for run in list(parse_xml(_ENVIRONMENT.get_template("seal.xml").render(shapes=shapes, style=style))):
        paragraph._p.append(run)


def _shape(name: str, x: float, y: float, width: float, height: float, text: str = "") -> _Shape:
    lengths = {"x": x, "y": y, "width": width, "height": height}
    emu = {side: round(length * _EMU) for side, length in lengths.items()}
    return _Shape(name=name, text=clean_text(text), **emu)
