"""Put words into paragraphs: plain ones, and the bold, marks and breaks of safe HTML."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

import lxml.html
from docx.document import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph
from docx.text.run import Run
from lxml.etree import Comment, ProcessingInstruction, _Element, strip_tags

from desk.word.styles import HEI

# What XML cannot hold; a title from the command line may have it.
_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
_BLANKS = re.compile(r"[ \t\r\n]+")


@dataclass(frozen=True, slots=True)
class _Look:
    """How a piece of text is set."""

    bold: bool = False
    dotted: bool = False  # 着重号: an italic Chinese character is ugly
    struck: bool = False
    raised: bool = False
    lowered: bool = False
    code: bool = False


_CHANGES: dict[str, Callable[[_Look], _Look]] = {
    "strong": lambda look: replace(look, bold=True),
    "b": lambda look: replace(look, bold=True),
    "em": lambda look: replace(look, dotted=True),
    "i": lambda look: replace(look, dotted=True),
    "del": lambda look: replace(look, struck=True),
    "s": lambda look: replace(look, struck=True),
    "sup": lambda look: replace(look, raised=True),
    "sub": lambda look: replace(look, lowered=True),
    "code": lambda look: replace(look, code=True),
}
_SKIPPED = {"script", "style", "template"}
# How an image among words becomes a run; None leaves its description.
Picture = Callable[[Run, _Element], bool]


def clean_text(text: str) -> str:
    """Text without the characters that no Word file can hold."""
    return _ILLEGAL.sub("", text)


def new_paragraph(document: Document, style: str) -> Paragraph:
    """One more paragraph at the end of a document, in a style of ours."""
    paragraph = document.add_paragraph()
    set_style(paragraph, style)
    return paragraph


def set_style(paragraph: Paragraph, style: str) -> None:
    """Give a paragraph a style by its name. The library would look through all styles each time."""
    paragraph._p.style = style.replace(" ", "")


def set_text(paragraph: Paragraph, text: str) -> Run:
    """One more run of plain words."""
    return paragraph.add_run(clean_text(text))


def add_inline(paragraph: Paragraph, html: str, picture: Picture | None = None) -> None:
    """The words of a piece of safe HTML without blocks (lianxue.rendering.rich_text.render_line)."""
    if html:
        add_children(paragraph, parse_fragment(html), picture)


def parse_fragment(html: str) -> _Element:
    """An element that holds the parsed HTML."""
    root: _Element = lxml.html.fragment_fromstring(clean_text(html), create_parent="div")
    strip_tags(root, Comment, ProcessingInstruction)
    return root


def words_of(element: _Element) -> str:
    """All the words inside an element."""
    return "".join(str(piece) for piece in element.itertext())


def add_children(paragraph: Paragraph, element: _Element, picture: Picture | None = None) -> None:
    """Everything inside an element as runs."""
    for text, look, node in _pieces(element, _Look()):
        if node is None:
            _add_run(paragraph, text, look)
        elif node.tag == "br":
            paragraph.add_run().add_break()
        elif node.tag == "input":
            paragraph.add_run("☑" if node.get("checked") is not None else "□")
        elif picture is None or not picture(paragraph.add_run(), node):
            _add_run(paragraph, f"［图：{node.get('alt') or '未命名'}］", look)


def _pieces(element: _Element, look: _Look) -> Iterator[tuple[str, _Look, _Element | None]]:
    """Runs of text in order; a node stands for a break, a box to tick or an image."""
    if element.text:
        yield element.text, look, None
    for child in element:
        if child.tag not in _SKIPPED:
            if child.tag in ("br", "img", "input"):
                yield "", look, child
            else:
                yield from _pieces(child, _CHANGES.get(child.tag, _same)(look))
        if child.tail:
            yield child.tail, look, None


def _same(look: _Look) -> _Look:
    return look


def _add_run(paragraph: Paragraph, text: str, look: _Look) -> None:
    words = _BLANKS.sub(" ", text)
    if not paragraph.runs:
        words = words.lstrip(" ")
    if not words:
        return
    run = paragraph.add_run(words)
    if look.bold:
        run.font.bold = True
    if look.struck:
        run.font.strike = True
    if look.raised:
        run.font.superscript = True
    elif look.lowered:
        run.font.subscript = True
    if look.dotted:
        mark = OxmlElement("w:em")
        mark.set(qn("w:val"), "dot")
        run._r.get_or_add_rPr().append(mark)
    if look.code:
        set_face(run, HEI)


def set_face(run: Run, face: str) -> None:
    """Another Chinese face for one run."""
    fonts = run._r.get_or_add_rPr().get_or_add_rFonts()
    fonts.set(qn("w:eastAsia"), face)
    fonts.set(qn("w:hint"), "eastAsia")
