"""Read text that a Word document carries as a whole other file (altChunk)."""

from __future__ import annotations

import posixpath

from desk.documents.model import Line, Table, UnreadableFile
from desk.documents.packages import Package, Relation, open_package
from desk.documents.text_encoding import WrongBytes, decode_text

_MOST_DEPTH = 2


def chunk_blocks(
    package: Package, relation: Relation | None, before: int
) -> tuple[list[Line | Table], list[str]]:
    """The blocks of an altChunk and remarks on it; `before` paragraphs stand in front of it."""
    if relation is None or relation.is_external or relation.target not in package.names:
        return [], ["正文里有一块内容在文件外面或已丢失，没有读到"]
    data = package.read(relation.target)
    ending = posixpath.splitext(relation.target)[1].lower()
    try:
        if data.startswith(b"PK\x03\x04"):
            return _document_blocks(data, package)
        if ending in (".mht", ".mhtml", ".eml") or b"MIME-Version" in data[:2000]:
            from desk.documents.html_files import read_web_archive

            page = read_web_archive(data, package.name, before)
            return list(page.blocks), []
        if ending in (".html", ".htm", ".xhtml") or data.lstrip()[:1] == b"<":
            from desk.documents.html_files import read_html
            from desk.documents.markup import declared_encoding

            return list(
                read_html(decode_text(data, declared_encoding(data)), package.name, before).blocks
            ), []
        if data.startswith(b"{\\rtf"):
            return [], ["正文里有一块 RTF 内容，没有读：请用 Word 打开，另存为新的 .docx"]
        lines = decode_text(data).splitlines()
    except WrongBytes as error:
        raise UnreadableFile(f"《{package.name}》里的正文{error}") from error
    return [Line(text=text, where=f"第 {before + n} 段") for n, text in enumerate(lines, start=1)], []


def _document_blocks(data: bytes, package: Package) -> tuple[list[Line | Table], list[str]]:
    from desk.documents.word.documents import read_docx

    with open_package(data, package.name) as inner:
        if inner.kind != "docx" or package.depth >= _MOST_DEPTH:
            return [], ["正文里有一块内容不是 Word 文档，没有读"]
        opened = read_docx(inner.deeper(package.depth + 1))
    return list(opened.blocks), list(opened.remarks)
