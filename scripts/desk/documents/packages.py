"""Open the zip package of a modern Office file, after looking whether that is safe."""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from html import unescape
from typing import IO

from lxml import etree

from desk.documents.limits import ENTRIES, MEGABYTE, RATIO, UNPACKED_BYTES
from desk.documents.markup import check_no_entities
from desk.documents.model import UnreadableFile

_ASK = "请向给您文件的人核实，或用原来的程序打开，另存为新的文件"
_NO_MEMORY = 2  # libxml2's XML_ERR_NO_MEMORY
_STRICT = b"purl.oclc.org/ooxml"
_SMALL = MEGABYTE  # an entry below this can do no harm, whatever its ratio
_PICTURE = 32 * MEGABYTE  # the same of a picture: a plain BMP packs a thousandfold
_MAIN = (("word/", "docx"), ("xl/", "xlsx"), ("ppt/", "pptx"))
_RELATION = re.compile(rb"<(?:\w+:)?Relationship\b[^<>]*+>")
_ATTRIBUTE = re.compile(r"""\b(\w++)\s*+=\s*+["']([^"']*)["']""")


@dataclass(frozen=True, slots=True, kw_only=True)
class Relation:
    """A pointer from one part of a package to another part or to the outside."""

    type: str  # the last word of its type: image, styles, hyperlink …
    target: str  # a part's name, or an address where it is external
    is_external: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Package:
    """An Office file whose entries were found harmless."""

    name: str
    zip: zipfile.ZipFile
    kind: str  # docx xlsx pptx, or what it is refused for: odf xlsb zip
    main: str  # the name of the part where reading begins
    names: frozenset[str]
    depth: int = 0  # how many documents it stands inside

    def deeper(self, depth: int) -> Package:
        """The same package as one that stands inside another."""
        return replace(self, depth=depth)

    def read(self, part: str) -> bytes:
        """The bytes of a part; b"" where there is none. Raises UnreadableFile where it is broken."""
        if part not in self.names:
            return b""
        try:
            return self.zip.read(part)
        except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError) as error:
            raise broken(self.name) from error

    def stream(self, part: str) -> IO[bytes]:
        """A part to be read bit by bit; its head was looked at."""
        with self.zip.open(part) as stream:
            head = stream.read(65_536)
        check_no_entities(head, self.name)
        return io.BytesIO(transitional(self.read(part))) if _STRICT in head else self.zip.open(part)

    def tree(self, part: str) -> etree._Element | None:
        """The parsed XML of a part, None where there is none."""
        data = self.read(part)
        return parse_xml(data, self.name) if data.strip() else None

    def relations(self, part: str) -> dict[str, Relation]:
        """Where `part` points to, by id."""
        folder, base = posixpath.split(part)
        data = self.read(f"{folder}/_rels/{base}.rels" if folder else f"_rels/{base}.rels")
        found = {}
        for tag in _RELATION.findall(data):
            values = dict(_ATTRIBUTE.findall(tag.decode("utf-8", "replace")))
            target = unescape(values.get("Target", ""))
            is_external = values.get("TargetMode") == "External"
            if not is_external:
                target = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
            kind = values.get("Type", "").rsplit("/", 1)[-1]
            found[values.get("Id", "")] = Relation(type=kind, target=target, is_external=is_external)
        return found


def parse_xml(data: bytes, name: str) -> etree._Element:
    """The root of a small XML part. Raises UnreadableFile."""
    check_no_entities(data, name)
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
    try:
        return etree.fromstring(transitional(data), parser)
    except etree.XMLSyntaxError as error:
        raise xml_fault(error, name) from error


def text_of(element: etree._Element) -> str:
    """All text inside an element, trimmed."""
    return "".join(str(text) for text in element.itertext()).strip()


def transitional(data: bytes) -> bytes:
    """“Strict” Office files use other addresses for the same names."""
    if _STRICT not in data:
        return data
    data = data.replace(
        b"http://purl.oclc.org/ooxml/officeDocument/relationships",
        b"http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    )
    return re.sub(
        rb"http://purl\.oclc\.org/ooxml/(\w+)/", rb"http://schemas.openxmlformats.org/\1/2006/", data
    )


def xml_fault(error: etree.XMLSyntaxError, name: str) -> Exception:
    """What to raise for XML that cannot be parsed."""
    if error.code == _NO_MEMORY:  # type: ignore[attr-defined]
        return MemoryError()
    return broken(name)


def broken(name: str) -> UnreadableFile:
    """The file is damaged."""
    return UnreadableFile(f"《{name}》已损坏或没有下载完整：请重新取一份，或用原来的程序打开修复后另存")


@contextmanager
def open_package(data: bytes, name: str) -> Iterator[Package]:
    """Raises UnreadableFile for bombs, macros and broken files."""
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except (zipfile.BadZipFile, ValueError, NotImplementedError, UnicodeDecodeError) as error:
        raise broken(name) from error
    with archive:
        _check_entries(archive.infolist(), len(data), name)
        names = frozenset(archive.namelist())
        kind, main = _kind_and_main(archive, names, name)
        package = Package(name=name, zip=archive, kind=kind, main=main, names=names)
        try:
            yield package
        except (zipfile.BadZipFile, zlib.error, EOFError) as error:  # met while streaming
            raise broken(name) from error


def _check_entries(entries: list[zipfile.ZipInfo], size: int, name: str) -> None:
    if len(entries) > ENTRIES:
        raise UnreadableFile(
            f"《{name}》里有 {len(entries):,} 个部件，超过 {ENTRIES:,} 个的上限，不打开：{_ASK}"
        )
    total = sum(entry.file_size for entry in entries)
    if total > UNPACKED_BYTES:
        raise UnreadableFile(
            f"《{name}》解开后有 {total / MEGABYTE:,.0f} MB，超过 {UNPACKED_BYTES // MEGABYTE} MB 的上限，不打开：{_ASK}"
        )
    seen = set()
    for entry in entries:
        harmless = _PICTURE if _is_picture(entry) else _SMALL
        if entry.file_size > max(harmless, RATIO * max(entry.compress_size, 1)):
            raise bomb(name)
        if entry.flag_bits & 0x1:
            raise UnreadableFile(f"《{name}》设了密码：请取消密码后另存一份")
        is_usual = entry.compress_type in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
        if not is_usual or not 0 <= entry.header_offset < size:
            raise broken(name)
        path = entry.filename.replace("\\", "/")
        if ".." in path.split("/") or path.startswith("/") or re.match(r"[A-Za-z]:", path):
            raise UnreadableFile(f"《{name}》里有指向文件外面的部件名，可能是恶意文件，不打开：{_ASK}")
        if path in seen:
            raise UnreadableFile(f"《{name}》里有重名的部件，可能是恶意文件，不打开：{_ASK}")
        seen.add(path)
        if path.lower().endswith("vbaproject.bin"):
            raise UnreadableFile(
                f"《{name}》带有宏，不打开：请用原来的程序打开，另存为不带宏的 .docx 或 .xlsx"
            )
    total = sum(entry.file_size for entry in entries if not _is_picture(entry))
    if total > max(_SMALL, RATIO * size):  # entries that share the same bytes
        raise bomb(name)


def _is_picture(entry: zipfile.ZipInfo) -> bool:
    return "/media/" in entry.filename and not entry.filename.endswith((".xml", ".rels"))


def bomb(name: str) -> UnreadableFile:
    """The file unpacks to far more than an Office file would."""
    return UnreadableFile(f"《{name}》的压缩比超过 {RATIO}:1，可能是“压缩炸弹”，不打开：{_ASK}")


def _kind_and_main(archive: zipfile.ZipFile, names: frozenset[str], name: str) -> tuple[str, str]:
    if "[Content_Types].xml" not in names:
        return ("odf" if "mimetype" in names and "content.xml" in names else "zip"), ""
    bare = Package(name=name, zip=archive, kind="", main="", names=names)
    if b"macroEnabled" in bare.read("[Content_Types].xml"):
        raise UnreadableFile(f"《{name}》带有宏，不打开：请用原来的程序打开，另存为不带宏的 .docx 或 .xlsx")
    for relation in bare.relations("").values():
        if relation.type == "officeDocument" and not relation.is_external:
            if relation.target.endswith(".bin"):
                return "xlsb", relation.target
            for folder, kind in _MAIN:
                if relation.target.startswith(folder) and relation.target in names:
                    return kind, relation.target
    for main, kind in (
        ("word/document.xml", "docx"),
        ("xl/workbook.xml", "xlsx"),
        ("ppt/presentation.xml", "pptx"),
    ):
        if main in names:
            return kind, main
    raise broken(name)
