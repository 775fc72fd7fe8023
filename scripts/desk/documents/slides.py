"""Read the titles and texts of slides."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from lxml import etree

from desk.documents.model import Aside, Line, OpenedFile, Table
from desk.documents.packages import Package, text_of
from desk.documents.properties import external_remarks, property_asides

_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
_RELATION_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_TITLES = ("title", "ctrTitle")
_FURNITURE = ("sldNum", "dt", "ftr", "hdr")
_GROUNDS = {"slideLayout": "幻灯片版式", "slideMaster": "幻灯片母版"}
_DRAWING = " 的智能图形"


def read_pptx(package: Package) -> OpenedFile:
    """Slides in order: titles as headings, texts as lines, notes and properties aside."""
    root = package.tree(package.main)
    relations = package.relations(package.main)
    blocks: list[Line | Table] = []
    asides: list[Aside] = []
    grounds: dict[str, None] = {}  # parts of layouts and masters, each once
    for number, entry in enumerate(root.iter(f"{_P}sldId") if root is not None else (), start=1):
        relation = relations.get(entry.get(_RELATION_ID, ""))
        slide = None if relation is None or relation.is_external else package.tree(relation.target)
        if relation is None or slide is None:
            continue
        where = f"幻灯片 {number}"
        found = list(_slide_blocks(slide, where))
        if slide.get("show", "1") in ("0", "false"):
            text = "\n".join(block.text for block in found if isinstance(block, Line))
            asides.append(Aside(where=f"隐藏的{where}", text=text))
        blocks += found
        asides += _furniture(slide, where)
        asides += _notes(package, relation.target, where)
        asides += _drawings(package, relation.target, where)
        grounds.update(dict.fromkeys(_grounds(package, relation.target)))
    asides += _texts_of_grounds(package, grounds)
    asides += property_asides(package)
    remarks = list(external_remarks(package))
    if drawings := sum(aside.where.endswith(_DRAWING) for aside in asides):
        remarks.append(f"有 {drawings} 个智能图形（SmartArt），里面的字没有读成正文")
    if not blocks:
        remarks.append("幻灯片里没有文字")
    return OpenedFile(
        name=package.name, kind="pptx", blocks=tuple(blocks), asides=tuple(asides), remarks=tuple(remarks)
    )


def _slide_blocks(slide: etree._Element, where: str) -> Iterator[Line | Table]:
    titles: list[Line | Table] = []
    rest: list[Line | Table] = []
    tables = 0
    for shape in slide.iter(f"{_P}sp", f"{_A}tbl"):
        if shape.tag == f"{_A}tbl":
            tables += 1
            rows = [
                ["\n".join(_texts(cell)) for cell in row.iter(f"{_A}tc")] for row in shape.iter(f"{_A}tr")
            ]
            width = max(map(len, rows), default=0)
            filled = tuple(tuple(row + [""] * (width - len(row))) for row in rows)
            rest.append(Table(rows=filled, where=f"{where} 表格 {tables}"))
            continue
        place = _kind_of(shape)
        kind = place or ""
        if kind in _FURNITURE:
            continue
        is_title = kind in _TITLES
        for paragraph in shape.iter(f"{_A}p"):
            properties = paragraph.find(f"{_A}pPr")
            level = "0" if properties is None else properties.get("lvl", "0")
            for text in _paragraph_texts(paragraph):
                line = Line(
                    text=text,
                    where=where,
                    heading=1 if is_title else 0,
                    is_list_item=kind in ("", "body", "obj") and place is not None and not is_title,
                    indent=int(level) if level.isdigit() else 0,
                )
                (titles if is_title else rest).append(line)
    yield from titles  # the title is often drawn last
    yield from rest


def _texts(element: etree._Element) -> Iterator[str]:
    for paragraph in element.iter(f"{_A}p"):
        yield from _paragraph_texts(paragraph)


def _paragraph_texts(paragraph: etree._Element) -> Iterator[str]:
    text = ""
    for item in paragraph.iter(f"{_A}t", f"{_A}br"):
        text += "\n" if item.tag == f"{_A}br" else item.text or ""
    for line in text.replace("\v", "\n").split("\n"):
        if line.strip():
            yield line


def _kind_of(shape: etree._Element) -> str | None:
    """The kind of a placeholder, "" for a plain one, None for a shape that is none."""
    place = shape.find(f".//{_P}nvPr/{_P}ph")
    return None if place is None else place.get("type", "")


def _furniture(slide: etree._Element, where: str) -> Iterator[Aside]:
    """Headers and footers: no text of the slide, but what must not be published may stand there."""
    for shape in slide.iter(f"{_P}sp"):
        text = "\n".join(_texts(shape)) if _kind_of(shape) in ("ftr", "hdr") else ""
        if text:
            yield Aside(where=f"{where} 的页眉页脚", text=text)


def _drawings(package: Package, part: str, where: str) -> Iterator[Aside]:
    for relation in package.relations(part).values():
        root = (
            None if relation.is_external or relation.type != "diagramData" else package.tree(relation.target)
        )
        if root is not None and (text := "\n".join(_texts(root))):
            yield Aside(where=f"{where}{_DRAWING}", text=text)


def _grounds(package: Package, part: str) -> Iterator[str]:
    """The layout of a slide and the master of that."""
    for relation in package.relations(part).values():
        if not relation.is_external and relation.type in _GROUNDS:
            yield relation.target
            if relation.type == "slideLayout":
                yield from _grounds(package, relation.target)


def _texts_of_grounds(package: Package, parts: Iterable[str]) -> Iterator[Aside]:
    """What layouts and masters show on every slide; the prompts in their placeholders are never seen."""
    for part in parts:
        root = package.tree(part)
        shapes = root.iter(f"{_P}sp") if root is not None else iter(())
        shown = (shape for shape in shapes if _kind_of(shape) in (None, "ftr", "hdr"))
        if text := "\n".join(text for shape in shown for text in _texts(shape)):
            kind = "slideMaster" if "slideMaster" in part else "slideLayout"
            yield Aside(where=_GROUNDS[kind], text=text)


def _notes(package: Package, part: str, where: str) -> Iterator[Aside]:
    for relation in package.relations(part).values():
        if relation.is_external or relation.type not in ("notesSlide", "comments"):
            continue
        root = package.tree(relation.target)
        if root is None:
            continue
        if relation.type == "comments":
            texts = [text_of(found) for found in root.iter(f"{_P}text")]
        else:
            texts = [
                text
                for shape in root.iter(f"{_P}sp")
                if _kind_of(shape) not in ("sldNum", "dt")
                for text in _texts(shape)
            ]
        text = "\n".join(filter(None, texts))
        if text:
            yield Aside(where=f"{where} 的{'批注' if relation.type == 'comments' else '备注'}", text=text)
