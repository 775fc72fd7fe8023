"""Read text that a Word document carries as a whole other file (altChunk)."""

from __future__ import annotations

import posixpath
from dataclasses import dataclass, field, replace

from desk.documents.model import LINK, Aside, Line, Picture, Table, UnreadableFile
from desk.documents.packages import Package, Relation, open_package
from desk.documents.text_encoding import WrongBytes, decode_text

_MOST_DEPTH = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Chunk:
    """What a file inside a document holds, hidden parts too."""

    blocks: tuple[Line | Table, ...] = ()
    asides: tuple[Aside, ...] = ()
    pictures: tuple[Picture, ...] = ()
    footnotes: dict[str, str] = field(default_factory=dict)
    remarks: tuple[str, ...] = ()


def read_chunk(package: Package, relation: Relation | None, *, before: int, number: int, room: int) -> Chunk:
    """The file that an altChunk points to, `number` of its document, after `before` paragraphs.

    Of its pictures no more than `room` bytes are taken. Raises UnreadableFile.
    """
    if relation is None or relation.is_external or relation.target not in package.names:
        return Chunk(remarks=("正文里有一块内容在文件外面或已丢失，没有读到",))
    try:
        return _renamed(_read(package, relation.target, before), number, room)
    except WrongBytes as error:
        raise UnreadableFile(f"《{package.name}》里的正文{error}") from error


def _read(package: Package, part: str, before: int) -> Chunk:
    data = package.read(part)
    ending = posixpath.splitext(part)[1].lower()
    if data.startswith(b"PK\x03\x04"):
        return _document(data, package, before)
    if ending in (".mht", ".mhtml", ".eml") or b"MIME-Version" in data[:2000]:
        from desk.documents.html_files import read_web_archive

        page = read_web_archive(data, package.name, before)
        return Chunk(blocks=page.blocks, asides=page.asides, pictures=page.pictures)
    if ending in (".html", ".htm", ".xhtml") or data.lstrip()[:1] == b"<":
        from desk.documents.html_files import read_html
        from desk.documents.markup import declared_encoding

        page = read_html(decode_text(data, declared_encoding(data)), package.name, before)
        return Chunk(blocks=page.blocks, asides=page.asides, pictures=page.pictures)
    if data.startswith(b"{\\rtf"):
        return Chunk(remarks=("正文里有一块 RTF 内容，没有读：请用 Word 打开，另存为新的 .docx",))
    lines = enumerate(decode_text(data).splitlines(), start=before + 1)
    return Chunk(blocks=tuple(Line(text=text, where=f"第 {number} 段") for number, text in lines))


def _document(data: bytes, package: Package, before: int) -> Chunk:
    from desk.documents.word.documents import read_docx

    with open_package(data, package.name) as inner:
        if inner.kind != "docx" or package.depth >= _MOST_DEPTH:
            return Chunk(remarks=("正文里有一块内容不是 Word 文档，没有读",))
        opened = read_docx(inner.deeper(package.depth + 1), before)
    return Chunk(
        blocks=opened.blocks,
        asides=opened.asides,
        pictures=opened.pictures,
        footnotes=opened.footnotes,
        remarks=opened.remarks,
    )


def _renamed(chunk: Chunk, number: int, room: int) -> Chunk:
    """The chunk with names that its document does not use, and the pictures that there is room for."""
    notes = {key: f"{key}（插入的文件 {number}）" for key in chunk.footnotes}
    pictures: dict[str, Picture] = {}
    for picture in chunk.pictures:
        room -= len(picture.data)
        if room >= 0:
            pictures[picture.name] = replace(picture, name=f"chunk{number}-{picture.name}")
    return Chunk(
        blocks=tuple(
            replace(
                block,
                pictures=tuple(pictures[name].name for name in block.pictures if name in pictures),
                footnotes=tuple((notes[key], at) for key, at in block.footnotes if key in notes),
            )
            if isinstance(block, Line) and (block.pictures or block.footnotes)
            else block
            for block in chunk.blocks
        ),
        asides=tuple(
            aside if aside.where == LINK else replace(aside, where=f"插入的文件 {number} 的{aside.where}")
            for aside in chunk.asides
        ),
        pictures=tuple(pictures.values()),
        footnotes={notes[key]: text for key, text in chunk.footnotes.items()},
        remarks=chunk.remarks,
    )
