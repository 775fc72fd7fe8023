"""The styles of a Word document, each with what it takes over from the one it is based on."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from lxml import etree

from desk.documents.word.marks import PLAIN, Marks, read_marks
from desk.documents.word.names import VAL, child, number, value, w

_HEADING_NAME = re.compile(r"(?:heading|标题)\s*([1-9])", re.I)
_MOST_BASES = 20  # a style based on itself would go on for ever


@dataclass(frozen=True, slots=True, kw_only=True)
class Style:
    """A paragraph or character style, bases included."""

    name: str = ""
    heading: int = 0
    numbering: str = ""  # the id of its list; "" for none
    level: int = 0
    marks: Marks = PLAIN


@dataclass(frozen=True, slots=True, kw_only=True)
class Styles:
    """All styles by id; `default` is for paragraphs that name none."""

    by_id: dict[str, Style] = field(default_factory=dict)
    default: Style = Style()

    def of(self, style_id: str) -> Style:
        """The style; one that is used but undefined is judged by its id (Heading1, 标题 1)."""
        if not style_id:
            return self.default
        found = self.by_id.get(style_id)
        if found is None:
            found = Style(name=style_id, heading=_heading_of_name(style_id), marks=self.default.marks)
            self.by_id[style_id] = found
        return found


def read_styles(root: etree._Element | None, theme: dict[str, str]) -> Styles:
    """The styles of `styles.xml`."""
    if root is None:
        return Styles()
    elements = {style.get(w("styleId"), ""): style for style in root.iterfind(w("style"))}
    properties = root.find(f"{w('docDefaults')}/{w('rPrDefault')}/{w('rPr')}")
    base = PLAIN if properties is None else read_marks(properties, theme)[0]
    by_id = {style_id: _resolved(style_id, elements, theme, base) for style_id in elements}
    default = Style(marks=base)
    for style_id, element in elements.items():
        if element.get(w("type")) == "paragraph" and element.get(w("default")) in ("1", "true"):
            default = by_id[style_id]
    return Styles(by_id=by_id, default=default)


def _resolved(
    style_id: str, elements: dict[str, etree._Element], theme: dict[str, str], base: Marks
) -> Style:
    heading = level = 0
    numbering: str | None = None
    marks = PLAIN
    outline: int | None = None
    chain: list[str] = []
    while style_id in elements and style_id not in chain and len(chain) < _MOST_BASES:
        chain.append(style_id)
        element = elements[style_id]
        heading = heading or _heading_of_name(value(element, "name"))
        paragraph = child(element, "pPr")
        list_mark = child(paragraph, "numPr")
        if numbering is None and list_mark is not None and child(list_mark, "numId") is not None:
            numbering = value(list_mark, "numId")
            level = number(value(list_mark, "ilvl"))
        if outline is None and child(paragraph, "outlineLvl") is not None:
            outline = number(value(paragraph, "outlineLvl"), 9)
        run = child(element, "rPr")
        if run is not None:
            marks = marks.over(read_marks(run, theme)[0])
        style_id = value(element, "basedOn")
    first = elements[chain[0]]
    is_character = first.get(w("type")) == "character"
    return Style(
        name=value(first, "name") or chain[0],
        heading=heading or (0 if outline is None or outline > 8 else outline + 1),
        numbering="" if numbering in (None, "0") else numbering or "",
        level=level,
        marks=marks if is_character else marks.over(base),
    )


def _heading_of_name(name: str) -> int:
    found = _HEADING_NAME.fullmatch(name.strip())
    return int(found[1]) if found else 0


def paragraph_style_id(properties: etree._Element | None) -> str:
    """The style a `w:pPr` names."""
    found = child(properties, "pStyle")
    return "" if found is None else found.get(VAL, "")
