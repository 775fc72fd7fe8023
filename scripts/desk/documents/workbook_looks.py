"""How the cells of a workbook look: as a percentage, or struck through."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from lxml import etree

from desk.documents.limits import MEGABYTE
from desk.documents.packages import Package

_SPACE = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_PERCENTS = {9: 0, 10: 2}  # formats that Excel knows by number → digits behind the point
_QUOTED = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]')  # words in a format, colours, conditions
_DIGITS = re.compile(r"[0#?]\.([0#?]+)")
# A cell's attributes, and the number of the shared text that it shows. No `<` stands inside a tag.
_CELL = re.compile(rb"<(?:\w+:)?c\s([^<>]*+)>(?:\s*+<(?:\w+:)?v>(\d{1,9})</)?")
_ATTRIBUTE = re.compile(rb'\b([rst])="([^"]*)"')
_PLACE = re.compile(rb"([A-Z]{1,3})(\d{1,7})$")
_TAIL = 400  # bytes of a chunk that may be the beginning of a cell


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """How one cell looks."""

    percent: int | None = None  # digits behind the point of a percentage
    is_struck: bool = False  # as a whole
    parts: tuple[tuple[str, bool], ...] = ()  # (text, whether it is struck) where only some is


Looks = Mapping[int, Mapping[int, Look]]  # row from 1 → column from 0


def percentage(value: float, digits: int) -> str:
    """A number as Excel shows it in a format of per cent."""
    return f"{value * 100:.{digits}f}%"


def cell_looks(package: Package, parts: Collection[str]) -> dict[str, Looks]:
    """The cells of each sheet's part that look like something; nothing where no style of the workbook does."""
    related = {relation.type: relation.target for relation in package.relations(package.main).values()}
    styles = _styles(package.tree(related.get("styles", "")))
    texts = _struck_texts(package, related.get("sharedStrings", ""))
    return {part: _looks(package, part, styles, texts) for part in parts} if styles or texts else {}


def _looks(package: Package, part: str, styles: Mapping[int, Look], texts: Mapping[int, Look]) -> Looks:
    found: dict[int, dict[int, Look]] = {}
    for attributes, index in _cells(package, part):
        values = dict(_ATTRIBUTE.findall(attributes))
        style = values.get(b"s", b"0")
        look = styles.get(int(style)) if style.isdigit() else None
        if values.get(b"t") == b"s" and index and (look is None or not look.is_struck):
            look = texts.get(int(index), look)
        place = _PLACE.match(values.get(b"r", b""))
        if look is not None and place is not None:
            found.setdefault(int(place[2]), {})[_column(place[1])] = look
    return found


def _cells(package: Package, part: str) -> Iterator[tuple[bytes, bytes]]:
    tail = b""
    with package.stream(part) as stream:
        while chunk := stream.read(4 * MEGABYTE):
            chunk = tail + chunk
            end = max(chunk.rfind(b"<", 0, max(len(chunk) - _TAIL, 0)), 0)
            last = 0
            for match in _CELL.finditer(chunk):
                if match.start() >= end > 0:
                    break
                last = match.end()
                yield match[1], match[2] or b""
            tail = chunk[max(last, end) :]
    for match in _CELL.finditer(tail):
        yield match[1], match[2] or b""


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number - 1


def _styles(root: etree._Element | None) -> dict[int, Look]:
    """The cell styles that look like something, by their numbers."""
    if root is None:
        return {}
    fonts = [_is_struck(font) for font in root.iterfind(f"{_SPACE}fonts/{_SPACE}font")]
    percents = dict(_PERCENTS)
    for one in root.iterfind(f"{_SPACE}numFmts/{_SPACE}numFmt"):
        code = _QUOTED.sub("", one.get("formatCode", "")).split(";")[0]
        if "%" in code and one.get("numFmtId", "").isdigit():
            digits = _DIGITS.search(code)
            percents[int(one.get("numFmtId", ""))] = len(digits[1]) if digits else 0
    looks = {}
    for number, style in enumerate(root.iterfind(f"{_SPACE}cellXfs/{_SPACE}xf")):
        font, shown = style.get("fontId", "0"), style.get("numFmtId", "0")
        is_struck = font.isdigit() and int(font) < len(fonts) and fonts[int(font)]
        percent = percents.get(int(shown)) if shown.isdigit() else None
        if is_struck or percent is not None:
            looks[number] = Look(percent=percent, is_struck=is_struck)
    return looks


def _is_struck(font: etree._Element | None) -> bool:
    strike = font.find(f"{_SPACE}strike") if font is not None else None
    return strike is not None and strike.get("val", "1") not in ("0", "false")


def _struck_texts(package: Package, part: str) -> dict[int, Look]:
    """The shared texts some of which is struck through, by their numbers."""
    if b"strike" not in package.read(part):
        return {}
    root = package.tree(part)
    looks = {}
    for number, text in enumerate(root.iterfind(f"{_SPACE}si") if root is not None else ()):
        runs = text.findall(f"{_SPACE}r")
        parts = tuple((_text(run), _is_struck(run.find(f"{_SPACE}rPr"))) for run in runs)
        if any(is_struck for _words, is_struck in parts):
            looks[number] = Look(parts=parts)
    return looks


def _text(run: etree._Element) -> str:
    return "".join(found.text or "" for found in run.iterfind(f"{_SPACE}t"))
