"""Read a .docx package: body, notes, pictures, and what a reader does not see at once."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator

from lxml import etree

from desk.documents.cells import Cell, table_of
from desk.documents.limits import MEGABYTE, PARAGRAPHS, PICTURE_BYTES, RUNS
from desk.documents.model import LINK, Aside, Line, OpenedFile, Picture, Table, UnreadableFile
from desk.documents.packages import Package, Relation, xml_fault
from desk.documents.properties import external_remarks, property_asides
from desk.documents.word.chunks import Chunk, read_chunk
from desk.documents.word.marks import read_theme
from desk.documents.word.names import FALLBACK, RELATION_ID, w
from desk.documents.word.numbering import read_numbering
from desk.documents.word.paragraphs import Reader, paragraph_lines
from desk.documents.word.runs import Gathered
from desk.documents.word.styles import read_styles
from desk.documents.word.tables import table_rows

_BODY, _PARAGRAPH, _TABLE, _CHUNK = w("body"), w("p"), w("tbl"), w("altChunk")
_DRAWING_PART = re.compile(r"word/(?:charts/chart|diagrams/data)\d*\.xml")
_MOST_NAMED = 3
_HIDDEN_PLACES = {"header": "页眉", "footer": "页脚"}


def read_docx(package: Package, before: int = 0) -> OpenedFile:
    """What a Word document holds; `before` paragraphs stand in front of it. Raises UnreadableFile."""
    relations = package.relations(package.main)
    pictures: dict[str, Picture] = {}
    reader = _reader(package, relations, pictures)
    chunks: list[Chunk] = []
    blocks: list[Line | Table] = []
    count = before
    for element in _body_elements(package):
        if element.tag == _PARAGRAPH:
            count += 1
            blocks += _paragraph_blocks(reader, element, f"第 {count} 段")
        elif element.tag == _TABLE:
            blocks += _table_blocks(reader, element)
        else:
            relation = relations.get(element.get(RELATION_ID, ""))
            room = PICTURE_BYTES - sum(len(picture.data) for picture in pictures.values())
            chunk = read_chunk(package, relation, before=count, number=len(chunks) + 1, room=room)
            count += len({block.where for block in chunk.blocks if isinstance(block, Line)})
            blocks += chunk.blocks
            pictures.update((picture.name, picture) for picture in chunk.pictures)
            chunks.append(chunk)
    footnotes = _notes(package, relations, reader)
    for chunk in chunks:
        footnotes.update(chunk.footnotes)
    asides = [
        *reader.asides,
        *(aside for chunk in chunks for aside in chunk.asides),
        *_hidden_places(package, relations, reader),
        *_addresses(relations),
        *property_asides(package),
    ]
    remarks = [
        *(remark for chunk in chunks for remark in chunk.remarks),
        *_remarks(reader, package),
        *external_remarks(package),
    ]
    if not any(isinstance(block, Table) or block.text.strip() for block in blocks):
        remarks.append("正文里没有文字" + ("，只有图片：图片里的字读不出来" if pictures else ""))
    return OpenedFile(
        name=package.name,
        kind="docx",
        blocks=tuple(blocks),
        asides=tuple(asides),
        pictures=tuple(pictures.values()),
        footnotes=footnotes,
        remarks=tuple(remarks),
    )


def _reader(package: Package, relations: dict[str, Relation], pictures: dict[str, Picture]) -> Reader:
    parts = {relation.type: relation.target for relation in relations.values() if not relation.is_external}
    theme = read_theme(package.tree(parts.get("theme", "")))

    def take_picture(relation_id: str, alt: str) -> str:
        relation = relations.get(relation_id)
        if relation is None or relation.is_external or relation.target not in package.names:
            return ""
        name = posixpath.basename(relation.target)
        if name not in pictures:
            if sum(len(picture.data) for picture in pictures.values()) > PICTURE_BYTES:
                return ""
            pictures[name] = Picture(name=name, data=package.read(relation.target), alt=alt)
        return name

    return Reader(
        name=package.name,
        styles=read_styles(package.tree(parts.get("styles", "")), theme),
        numbering=read_numbering(package.tree(parts.get("numbering", ""))),
        theme=theme,
        take_picture=take_picture,
    )


def _body_elements(package: Package) -> Iterator[etree._Element]:
    """Each outermost paragraph, table and altChunk in turn; what was used is thrown away, to save memory."""
    _check_count(package)
    with package.stream(package.main) as stream:
        try:
            for _, element in etree.iterparse(
                stream, tag=(_PARAGRAPH, _TABLE, _CHUNK), resolve_entities=False, no_network=True
            ):
                parent = element.getparent()
                if parent is None or (parent.tag != _BODY and _is_inside(element)):
                    continue
                yield element
                element.clear(keep_tail=False)
                while element.getprevious() is not None:
                    del parent[0]
        except etree.XMLSyntaxError as error:
            raise xml_fault(error, package.name) from error


def _check_count(package: Package) -> None:
    """Count paragraphs and runs by their tags before any of them costs memory."""
    paragraphs = runs = 0
    with package.stream(package.main) as stream:
        while chunk := stream.read(MEGABYTE):
            paragraphs += chunk.count(b":p>") + chunk.count(b":p/") + chunk.count(b":p ")
            runs += chunk.count(b":r>") + chunk.count(b":r/") + chunk.count(b":r ")
    if paragraphs > 2 * PARAGRAPHS:  # <w:p …> and </w:p>
        raise UnreadableFile(f"《{package.name}》有超过 {PARAGRAPHS:,} 段，不打开：请拆成几个文件")
    if runs > 2 * RUNS:
        raise UnreadableFile(f"《{package.name}》的文字被切成超过 {RUNS:,} 小段，不打开：请拆成几个文件")


def _is_inside(element: etree._Element) -> bool:
    """Whether it belongs to another paragraph or table, or to a copy for old programs."""
    return any(ancestor.tag in (_PARAGRAPH, _TABLE, FALLBACK) for ancestor in element.iterancestors())


def _paragraph_blocks(reader: Reader, element: etree._Element, where: str) -> list[Line | Table]:
    lines, gathered = paragraph_lines(reader, element, where)
    blocks: list[Line | Table] = list(lines)
    if gathered.boxes and len(lines) == 1 and not lines[0].text and not lines[0].pictures:
        blocks = []  # only the anchor of a text box
    return blocks + _box_blocks(reader, gathered)


def _box_blocks(reader: Reader, gathered: Gathered) -> list[Line | Table]:
    blocks: list[Line | Table] = []
    for box in gathered.boxes:
        reader.boxes += 1
        number = reader.boxes
        count = 0
        for element in box.iter(_PARAGRAPH, _TABLE):
            outer = next(element.iterancestors(_PARAGRAPH, _TABLE, w("txbxContent")), None)
            if outer is not box:
                continue
            if element.tag == _TABLE:
                blocks += _table_blocks(reader, element)
                continue
            count += 1
            blocks += _paragraph_blocks(reader, element, f"文本框 {number} 第 {count} 段")
    return blocks


def _table_blocks(reader: Reader, element: etree._Element) -> list[Line | Table]:
    reader.tables += 1
    where = f"表格 {reader.tables}"

    def read_paragraph(paragraph: etree._Element) -> list[Cell]:
        lines: list[Cell] = []
        for block in _paragraph_blocks(reader, paragraph, where):
            if isinstance(block, Line):
                lines.append((block.text, block.spans))
            else:
                lines += [("\t".join(row), ()) for row in block.rows]
        return lines

    rows = table_rows(element, read_paragraph, reader.name)
    return [table_of(rows, where)] if rows else []


def _plain_text(reader: Reader, root: etree._Element, where: str) -> str:
    """The text of a header, comment or note, a line a paragraph."""
    texts: list[str] = []
    for element in root.iter(_PARAGRAPH):
        if next(element.iterancestors(w("txbxContent"), FALLBACK), None) is None:
            for block in _paragraph_blocks(reader, element, where):
                if isinstance(block, Line):
                    texts.append(block.text)
                else:  # a table in a text box, as letterheads have them
                    texts += (cell for row in block.rows for cell in row)
    return "\n".join(text for text in texts if text.strip())


def _notes(package: Package, relations: dict[str, Relation], reader: Reader) -> dict[str, str]:
    """Footnotes and endnotes by key (`脚注 3`), separators left out."""
    notes = {}
    for kind, word in (("footnote", "脚注"), ("endnote", "尾注")):
        for relation in relations.values():
            if relation.type != f"{kind}s" or relation.is_external:
                continue
            root = package.tree(relation.target)
            for note in root.iterfind(w(kind)) if root is not None else ():
                if note.get(w("type"), "normal") == "normal":
                    key = f"{word} {note.get(w('id'), '')}"
                    notes[key] = _plain_text(reader, note, key)
    return notes


def _addresses(relations: dict[str, Relation]) -> Iterator[Aside]:
    """Where the links of the text lead, each address once."""
    links = (one.target for one in relations.values() if one.is_external and one.type == "hyperlink")
    yield from (Aside(where=LINK, text=address) for address in dict.fromkeys(links))


def _hidden_places(package: Package, relations: dict[str, Relation], reader: Reader) -> Iterator[Aside]:
    """Headers, footers and comments; the same header for every section is said once."""
    seen = set()
    for relation in relations.values():
        if relation.is_external or relation.type not in (*_HIDDEN_PLACES, "comments"):
            continue
        root = package.tree(relation.target)
        if root is None:
            continue
        if relation.type == "comments":
            for number, comment in enumerate(root.iterfind(w("comment")), start=1):
                text = _plain_text(reader, comment, f"批注 {number}")
                if text:
                    yield Aside(where=f"批注 {number}", text=text)
            continue
        where = _HIDDEN_PLACES[relation.type]
        text = _plain_text(reader, root, where)
        if text and (where, text) not in seen:
            seen.add((where, text))
            yield Aside(where=where, text=text)


def _remarks(reader: Reader, package: Package) -> Iterator[str]:
    drawings = sum(bool(_DRAWING_PART.fullmatch(part)) for part in package.names)
    if drawings:
        yield f"有 {drawings} 个统计图或智能图形（SmartArt），里面的字没有读"
    if reader.revised:
        more = f"等 {len(reader.revised)} 处" if len(reader.revised) > _MOST_NAMED else ""
        places = "、".join(reader.revised[:_MOST_NAMED])
        yield f"有还没有接受的修订（{places}{more}），按全部接受以后的文字读：请核对"
    hidden = [aside.where for aside in reader.asides if aside.where.startswith("隐藏文字")]
    if hidden:
        more = f"等 {len(hidden)} 处" if len(hidden) > 1 else ""
        yield f"有看不见的{hidden[0]}{more}，没有读入"
    if reader.linked_images:
        yield f"有 {reader.linked_images} 张图片存在文件外面，没有去取"
    if reader.objects:
        yield f"有 {reader.objects} 个嵌入的对象（表格、公式或附件），里面的内容没有读"
