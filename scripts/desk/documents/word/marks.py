"""How a run of text looks: bold, underlined, coloured, highlighted, hidden, struck through."""

from __future__ import annotations

from dataclasses import dataclass

from lxml import etree

from desk.documents.word.names import VAL, is_on, w

_BOLD, _UNDERLINE, _COLOUR = w("b"), w("u"), w("color")
_HIGHLIGHT, _SHADE, _VANISH, _STYLE = w("highlight"), w("shd"), w("vanish"), w("rStyle")
_STRIKES = frozenset([w("strike"), w("dstrike")])
_MEANT = frozenset([_BOLD, _UNDERLINE, _COLOUR, _HIGHLIGHT, _SHADE, _VANISH, _STYLE, *_STRIKES])
_FILL, _THEME = w("fill"), w("themeColor")
_NEARLY_BLACK = 0x33  # web pages' 333333 reads as black on paper
_THEME_NAMES = {
    "text1": "dk1", "dark1": "dk1", "text2": "dk2", "dark2": "dk2", "background1": "lt1", "light1": "lt1",
    "background2": "lt2", "light2": "lt2", "hyperlink": "hlink", "followedHyperlink": "folHlink",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Marks:
    """What is said of a run; None is not said."""

    is_bold: bool | None = None
    is_underlined: bool | None = None
    colour: str | None = None
    highlight: str | None = None
    is_hidden: bool | None = None
    is_struck: bool | None = None

    def shows(self) -> bool:
        """Whether a reader sees any of it."""
        return bool(self.is_bold or self.is_underlined or self.colour or self.highlight or self.is_struck)

    def over(self, base: Marks) -> Marks:
        """These marks, with what they do not say taken from `base`."""
        return Marks(
            base.is_bold if self.is_bold is None else self.is_bold,
            base.is_underlined if self.is_underlined is None else self.is_underlined,
            base.colour if self.colour is None else self.colour,
            base.highlight if self.highlight is None else self.highlight,
            base.is_hidden if self.is_hidden is None else self.is_hidden,
            base.is_struck if self.is_struck is None else self.is_struck,
        )


PLAIN = Marks()


def read_marks(properties: etree._Element, theme: dict[str, str]) -> tuple[Marks, str]:
    """The marks that a `w:rPr` says itself, and the character style it names."""
    bold = underlined = hidden = struck = None
    colour = highlight = shade = None
    style = ""
    is_said = False
    for item in properties:
        tag = item.tag
        if tag not in _MEANT:  # fonts and sizes: most of what stands here
            continue
        if tag == _BOLD:
            bold = is_on(item)
        elif tag == _UNDERLINE:
            underlined = is_on(item)
        elif tag == _COLOUR:
            colour = _colour(item, theme)
        elif tag == _HIGHLIGHT:
            highlight = "" if item.get(VAL) == "none" else item.get(VAL)
        elif tag == _SHADE:
            fill = (item.get(_FILL) or "auto").upper()
            shade = "" if fill in ("AUTO", "FFFFFF") else fill
        elif tag == _VANISH:
            hidden = is_on(item)
        elif tag in _STRIKES:
            struck = is_on(item) or bool(struck)
        else:
            style = item.get(VAL, "")
        is_said = True
    if not is_said:
        return PLAIN, ""
    marks = Marks(bold, underlined, colour, shade if highlight is None else highlight, hidden, struck)
    return (PLAIN if marks == PLAIN else marks), style


def _colour(item: etree._Element, theme: dict[str, str]) -> str:
    value = (item.get(VAL) or "auto").upper()
    if value == "AUTO" or len(value) != 6:
        name = item.get(_THEME, "")
        value = theme.get(_THEME_NAMES.get(name, name), "")
    return visible_colour(value)


def visible_colour(value: str) -> str:
    """RRGGBB, or "" for black and what a reader takes for black."""
    try:
        parts = bytes.fromhex(value)
    except ValueError:
        return ""
    return "" if len(parts) != 3 or max(parts) <= _NEARLY_BLACK else value.upper()


def read_theme(root: etree._Element | None) -> dict[str, str]:
    """The colours of a theme by short name (`accent1`, `dk1`)."""
    if root is None:
        return {}
    space = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
    scheme = root.find(f".//{space}clrScheme")
    colours = {}
    for entry in scheme if scheme is not None else ():
        for shade in entry:
            colours[entry.tag.removeprefix(space)] = (shade.get("lastClr") or shade.get("val") or "").upper()
    return colours
