"""How text looks on a web page, by tags and style attributes."""

from __future__ import annotations

import re
from dataclasses import dataclass

from lxml import etree

from desk.documents.word.marks import visible_colour

_COLOUR = re.compile(r"(?:^|;)\s*color\s*:\s*([^;]+)", re.I)
_BACKGROUND = re.compile(r"(?:^|;)\s*background(?:-color)?\s*:\s*([^;\s]+)", re.I)
_WEIGHT = re.compile(r"font-weight\s*:\s*(bold|bolder|[6-9]00|normal|[1-5]00)", re.I)
_BOLD_TAGS = frozenset(["b", "strong", "th", "h1", "h2", "h3", "h4", "h5", "h6"])
_NAMED = {
    "red": "FF0000", "blue": "0000FF", "green": "008000", "yellow": "FFFF00", "orange": "FFA500",
    "purple": "800080", "white": "FFFFFF",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Look:
    """The marks in force, and whether blanks are kept."""

    bold: bool = False
    underlined: bool = False
    colour: str = ""
    highlight: str = ""
    keeps_blanks: bool = False
    struck: bool = False


def look_of(element: etree._Element, tag: str, around: Look) -> Look:
    """The look inside an element that stands in text of the look `around`."""
    style = element.get("style", "")
    colour = _COLOUR.search(style)
    background = _BACKGROUND.search(style)
    weight = _WEIGHT.search(style)
    named = colour[1] if colour else element.get("color", "") if tag == "font" else ""
    bold = around.bold or tag in _BOLD_TAGS
    if weight:
        bold = weight[1].lower() in ("bold", "bolder") or weight[1][0] in "6789"
    highlight = _hex(background[1]) if background else "FFFF00" if tag == "mark" else around.highlight
    return Look(
        bold=bold,
        underlined=around.underlined or tag in ("u", "ins") or "underline" in style,
        colour=visible_colour(_hex(named)) if named else around.colour,
        highlight="" if highlight == "FFFFFF" else highlight,
        keeps_blanks=around.keeps_blanks
        or tag in ("pre", "textarea")
        or "white-space:pre" in style.replace(" ", ""),
        struck=around.struck or tag in ("s", "strike", "del") or "line-through" in style,
    )


def _hex(colour: str) -> str:
    """RRGGBB of a colour as web pages write it; "" for one that is not known."""
    colour = colour.strip().lower().removesuffix("!important").strip()
    if re.fullmatch(r"#[0-9a-f]{6}", colour):
        return colour[1:].upper()
    if re.fullmatch(r"#[0-9a-f]{3}", colour):
        return "".join(2 * digit for digit in colour[1:]).upper()
    parts = re.match(r"rgba?\((\d+)[,\s]+(\d+)[,\s]+(\d+)", colour)
    if parts:
        return "".join(f"{min(int(part), 255):02X}" for part in parts.groups())
    return _NAMED.get(colour, "")
