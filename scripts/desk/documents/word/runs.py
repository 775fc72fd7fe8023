"""Gather the visible text of a paragraph, piece by piece with its marks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from desk.documents.word.marks import PLAIN, Marks, read_marks
from desk.documents.word.names import (
    ALTERNATE,
    BLIP,
    CHOICE,
    DRAWING_PROPERTIES,
    DRAWING_TEXT,
    FALLBACK,
    IMAGE_DATA,
    MATH,
    OLE_OBJECT,
    RELATION_EMBED,
    RELATION_ID,
    RELATION_LINK,
    TEXT_PATH,
    VML_SHAPE,
    w,
)
from desk.documents.word.numerals import circled
from desk.documents.word.styles import Styles
from desk.documents.word.symbols import symbol

_SKIPPED = frozenset(
    [
        w(name)
        for name in [
            "pPr",
            "delText",
            "delInstrText",
            "sdtPr",
            "sdtEndPr",
            "proofErr",
            "tblPr",
            "annotationRef",
        ]
    ]
)
_DELETED = frozenset([w("del"), w("moveFrom")])
_DELETED_TEXT = w("delText")
_INSERTED = frozenset([w("ins"), w("moveTo")])
_TEXT, _TAB, _BREAK, _RETURN, _RUN = w("t"), w("tab"), w("br"), w("cr"), w("r")
_RUN_PROPERTIES, _INSTRUCTION, _SYMBOL = w("rPr"), w("instrText"), w("sym")
_SIGNS = {w("noBreakHyphen"): "-", w("ptab"): "\t", _TAB: "\t", _BREAK: "\n", _RETURN: "\n"}
_NOTES = {w("footnoteReference"): "脚注", w("endnoteReference"): "尾注"}
_TEXT_BOX, _RUBY = w("txbxContent"), w("ruby")
_DRAWN = frozenset([w("drawing"), w("pict"), w("object")])
_ENCIRCLED = re.compile(r"eq\s*\\o\s*(?:\\a[clr]\s*)?\(\s*○\s*[,，;]\s*(\w{1,2})\s*\)", re.I)


@dataclass(frozen=True, slots=True)
class Piece:
    """Text with the same marks throughout, or the mark of a note, which has no text."""

    text: str
    marks: Marks
    note: str = ""  # 脚注 3


@dataclass(slots=True)
class Gathered:
    """What a paragraph holds, in order, and what hangs on it."""

    pieces: list[Piece] = field(default_factory=list)
    hidden: list[str] = field(default_factory=list)
    boxes: list[etree._Element] = field(default_factory=list)
    images: list[tuple[str, str]] = field(default_factory=list)  # (relation id, alternative text)
    deleted: list[str] = field(default_factory=list)  # by a change that nobody has accepted yet
    is_revised: bool = False  # with insertions or deletions that nobody has accepted yet
    linked_images: int = 0
    objects: int = 0


def gather(paragraph: etree._Element, styles: Styles, base: Marks, theme: dict[str, str]) -> Gathered:
    """Walk a `w:p`; `base` are the marks of its style."""
    gathered = Gathered()
    walk = _Walk(gathered, styles, theme)
    walk.children(paragraph, base, base)
    walk.end_piece()
    return gathered


@dataclass(slots=True)
class _Walk:
    gathered: Gathered
    styles: Styles
    theme: dict[str, str]
    texts: list[str] = field(default_factory=list)  # of the piece under way
    marks: Marks = PLAIN

    def children(self, element: etree._Element, marks: Marks, base: Marks) -> None:
        """Every child of a paragraph, run, link, field, insertion, content control or smart tag."""
        for item in element:
            tag = item.tag
            if tag == _TEXT:
                self.add(item.text or "", marks)
            elif tag == _RUN:
                self.children(item, base, base)
            elif tag == _RUN_PROPERTIES:
                marks = self.run_marks(item, base)  # it stands first in its run
            elif tag in _SIGNS:
                self.add(_SIGNS[tag], marks)
            elif tag in _DELETED:
                self.gathered.is_revised = True
                self.gathered.deleted += [text.text for text in item.iter(_DELETED_TEXT, _TEXT) if text.text]
            elif tag not in _SKIPPED and isinstance(tag, str):
                self.rarer(item, tag, marks, base)

    def rarer(self, item: etree._Element, tag: str, marks: Marks, base: Marks) -> None:
        """What most runs do not hold."""
        if tag in _NOTES:
            self.end_piece()
            self.gathered.pieces.append(Piece("", PLAIN, f"{_NOTES[tag]} {item.get(w('id'), '')}"))
        elif tag == ALTERNATE:
            chosen = _alternative(item)
            if chosen is not None:
                self.children(chosen, marks, base)
        elif tag in _DRAWN:
            self.drawn(item, marks)
        elif tag == _INSTRUCTION:
            found = _ENCIRCLED.search(item.text or "")
            if found:
                self.add(circled(int(found[1])) if found[1].isdigit() else found[1], marks)
        elif tag == _SYMBOL:
            self.add(symbol(item.get(w("font"), ""), item.get(w("char"), "")), marks)
        elif tag == _RUBY:
            self.ruby(item, base)
        elif tag.startswith(MATH):
            self.add(_formula(item), marks)
        else:
            self.gathered.is_revised |= tag in _INSERTED
            self.children(item, marks, base)

    def run_marks(self, properties: etree._Element, base: Marks) -> Marks:
        """Direct marks over the character style's over the paragraph's."""
        own, style = read_marks(properties, self.theme)
        if style in self.styles.by_id:
            base = self.styles.by_id[style].marks.over(base)
        return base if own is PLAIN else own.over(base)

    def add(self, text: str, marks: Marks) -> None:
        if not text:
            return
        if marks.is_hidden:
            self.gathered.hidden.append(text)
            return
        if marks != self.marks:
            self.end_piece()
            self.marks = marks
        self.texts.append(text)

    def end_piece(self) -> None:
        """Put together the texts that look alike; adding each to the last would take a square of time."""
        if self.texts:
            self.gathered.pieces.append(Piece("".join(self.texts), self.marks))
            self.texts.clear()

    def ruby(self, item: etree._Element, base: Marks) -> None:
        """The base text with its reading in brackets."""
        for part, before, after in ((w("rubyBase"), "", ""), (w("rt"), "（", "）")):
            found = item.find(part)
            if found is not None:
                self.add(before, base)
                self.children(found, base, base)
                self.add(after, base)

    def drawn(self, item: etree._Element, marks: Marks) -> None:
        """Text boxes and pictures; words of other drawings (shapes of charts, WordArt) as text."""
        properties = next(item.iter(DRAWING_PROPERTIES), None)
        alt = "" if properties is None else properties.get("descr") or ""
        for found in _outside_fallbacks(item):
            if found.tag == _TEXT_BOX:
                self.gathered.boxes.append(found)
            elif found.tag == BLIP:
                if found.get(RELATION_EMBED):
                    self.gathered.images.append((found.get(RELATION_EMBED, ""), alt))
                elif found.get(RELATION_LINK):
                    self.gathered.linked_images += 1
            elif found.tag == IMAGE_DATA:
                shape = found.getparent()
                words = shape.get("alt", "") if shape is not None and shape.tag == VML_SHAPE else ""
                if found.get(RELATION_ID):
                    self.gathered.images.append((found.get(RELATION_ID, ""), words))
            elif found.tag == DRAWING_TEXT:
                self.add(found.text or "", marks)
            elif found.tag == TEXT_PATH:  # WordArt, and watermarks in headers
                self.add(found.get("string", ""), marks)
            elif found.tag == OLE_OBJECT:
                self.gathered.objects += 1


def _outside_fallbacks(item: etree._Element) -> Iterator[etree._Element]:
    """Descendants in order; of alternatives only the chosen, and nothing inside a text box."""
    for element in item:
        if element.tag == ALTERNATE:
            chosen = _alternative(element)
            if chosen is not None:
                yield from _outside_fallbacks(chosen)
            continue
        yield element
        if element.tag != _TEXT_BOX:
            yield from _outside_fallbacks(element)


def _alternative(item: etree._Element) -> etree._Element | None:
    """The first choice, or the fallback where no choice holds text or a picture."""
    fallback = None
    for part in item:
        if part.tag == CHOICE and next(part.iter(_TEXT, BLIP, DRAWING_TEXT, _TEXT_BOX), None) is not None:
            return part
        if part.tag == FALLBACK:
            fallback = part
    return fallback


def _formula(item: etree._Element) -> str:
    """A formula as a line of text: (a)/(b), x^2, √(x)."""
    name = item.tag.removeprefix(MATH)
    if name == "t":
        return item.text or ""
    parts = {part.tag.removeprefix(MATH): part for part in item if isinstance(part.tag, str)}
    if name == "f" and {"num", "den"} <= parts.keys():
        return f"{_grouped(parts['num'])}/{_grouped(parts['den'])}"
    if name == "sSup" and {"e", "sup"} <= parts.keys():
        return f"{_formula(parts['e'])}^{_grouped(parts['sup'])}"
    if name == "rad" and "e" in parts:
        return f"√{_grouped(parts['e'])}"
    return "".join(_formula(part) for part in item if isinstance(part.tag, str))


def _grouped(item: etree._Element) -> str:
    text = _formula(item)
    return text if len(text) == 1 or text.isdigit() else f"({text})"
