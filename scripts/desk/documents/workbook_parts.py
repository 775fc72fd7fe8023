"""What stands in a workbook beside its cells: comments, headers, footers, text boxes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape

from desk.documents.limits import MEGABYTE
from desk.documents.model import Aside
from desk.documents.packages import Package, text_of

_SPACE = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_RELATION_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_HEADER_FOOTER = re.compile(rb"<(?:\w+:)?headerFooter\b")
_PLACE = re.compile(r"<(?:\w+:)?(odd|even|first)(Header|Footer)>([^<]*)</")
_END_BYTES = 65_536
_CODE = re.compile(r'&(?:"[^"]*"|K[0-9A-F]{6}|\d{1,3}|[A-Z])', re.I)


def sheet_parts(package: Package) -> dict[str, str]:
    """Sheet names and the parts that hold them."""
    root = package.tree(package.main)
    relations = package.relations(package.main)
    parts = {}
    for sheet in root.iter(f"{_SPACE}sheet") if root is not None else ():
        relation = relations.get(sheet.get(_RELATION_ID, ""))
        if relation is not None and not relation.is_external and relation.target in package.names:
            parts[sheet.get("name", "")] = relation.target
    return parts


def sheet_asides(package: Package, parts: dict[str, str]) -> Iterator[Aside]:
    """Comments, headers, footers and text boxes of every sheet."""
    for sheet, part in parts.items():
        for relation in package.relations(part).values():
            if relation.is_external:
                continue
            if relation.type == "comments":
                yield from _comments(package, sheet, relation.target)
            elif relation.type == "threadedComment":
                yield from _threaded(package, sheet, relation.target)
            elif relation.type == "drawing":
                yield from _boxes(package, sheet, relation.target)
        yield from _headers(package, sheet, part)


def _comments(package: Package, sheet: str, part: str) -> Iterator[Aside]:
    root = package.tree(part)
    for comment in root.iter(f"{_SPACE}comment") if root is not None else ():
        text = "".join(found.text or "" for found in comment.iter(f"{_SPACE}t")).strip()
        if text:
            yield Aside(where=f"工作表“{sheet}”{comment.get('ref', '')} 的批注", text=text)


def _threaded(package: Package, sheet: str, part: str) -> Iterator[Aside]:
    root = package.tree(part)
    for comment in root if root is not None else ():
        text = text_of(comment)
        if text:
            yield Aside(where=f"工作表“{sheet}”{comment.get('ref', '')} 的批注", text=text)


def _boxes(package: Package, sheet: str, part: str) -> Iterator[Aside]:
    root = package.tree(part)
    for number, body in enumerate(root.iter("{*}txBody") if root is not None else (), start=1):
        paragraphs = (
            "".join(found.text or "" for found in paragraph.iter(f"{_DRAWING}t"))
            for paragraph in body.iter(f"{_DRAWING}p")
        )
        text = "\n".join(filter(None, paragraphs))
        if text:
            yield Aside(where=f"工作表“{sheet}”文本框 {number}", text=text)


def _headers(package: Package, sheet: str, part: str) -> Iterator[Aside]:
    end = _end(package, part)
    found = _HEADER_FOOTER.search(end)
    for _, kind, content in _PLACE.findall(end[found.end() :].decode("utf-8", "replace")) if found else ():
        text = _CODE.sub(" ", unescape(content)).strip()
        if text:
            yield Aside(where=f"工作表“{sheet}”的{'页眉' if kind == 'Header' else '页脚'}", text=text)


def _end(package: Package, part: str) -> bytes:
    """The last bytes of a sheet, where Excel puts headers and footers."""
    end = b""
    with package.stream(part) as stream:
        while chunk := stream.read(MEGABYTE):
            end = (end + chunk)[-_END_BYTES:]
    return end
