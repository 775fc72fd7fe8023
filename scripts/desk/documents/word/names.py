"""The names of WordprocessingML that the reader looks for."""

from __future__ import annotations

from lxml import etree

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
RELATION_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
RELATION_EMBED = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}embed"
RELATION_LINK = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}link"
BLIP = "{http://schemas.openxmlformats.org/drawingml/2006/main}blip"
DRAWING_TEXT = "{http://schemas.openxmlformats.org/drawingml/2006/main}t"
DRAWING_PROPERTIES = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"
IMAGE_DATA = "{urn:schemas-microsoft-com:vml}imagedata"
TEXT_PATH = "{urn:schemas-microsoft-com:vml}textpath"
VML_SHAPE = "{urn:schemas-microsoft-com:vml}shape"
OLE_OBJECT = "{urn:schemas-microsoft-com:office:office}OLEObject"
ALTERNATE = f"{_MC}AlternateContent"
CHOICE = f"{_MC}Choice"
FALLBACK = f"{_MC}Fallback"


def w(name: str) -> str:
    """A tag or attribute of WordprocessingML."""
    return _W + name


VAL = w("val")


def child(element: etree._Element | None, name: str) -> etree._Element | None:
    """The first child of that name."""
    # Half the time of `find`, and most of what is looked for in a paragraph is not there.
    return None if element is None else next(element.iterchildren(_W + name), None)


def value(element: etree._Element | None, name: str) -> str:
    """`w:val` of the first child of that name; "" where there is none."""
    found = child(element, name)
    return "" if found is None else found.get(VAL, "")


def is_on(element: etree._Element) -> bool:
    """Whether a toggle such as `w:b` is switched on: no value means yes."""
    return element.get(VAL, "true").lower() not in ("0", "false", "off", "none")


def number(text: str | None, default: int = 0) -> int:
    """A whole number written by some program, or the default."""
    try:
        return int(text or "")
    except ValueError:
        return default
