"""Make Office files of raw XML, so that a test holds exactly what it is about.

write_docx(path, paragraph("单选题"), paragraph("党的根本宗旨是", number=("1", 0)),
           paragraph(run("A．"), run("红的", colour="FF0000")), table([["题干", "答案"]]),
           numbering={"1": [("decimal", "%1."), ("upperLetter", "%2．")]})
write_xlsx(path, {"单选": [["题干", "答案"], ["…", "A"]]})
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

import xlsxwriter

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    f'xmlns:r="{OFFICE}" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml"'
)
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
CONTENT_TYPES = (
    HEAD + '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    '<Default Extension="mht" ContentType="message/rfc822"/><Default Extension="html" ContentType="text/html"/>'
    '<Default Extension="txt" ContentType="text/plain"/><Default Extension="png" ContentType="image/png"/>'
    '<Override PartName="/word/document.xml" ContentType='
    '"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>{overrides}</Types>'
)
OVERRIDE = (
    '<Override PartName="/word/{part}" ContentType='
    '"application/vnd.openxmlformats-officedocument.wordprocessingml.{kind}+xml"/>'
)
_KINDS = {
    "numbering.xml": "numbering", "styles.xml": "styles", "footnotes.xml": "footnotes",
    "endnotes.xml": "endnotes", "comments.xml": "comments", "header1.xml": "header", "footer1.xml": "footer",
}  # fmt: skip


def zipped(parts: Mapping[str, str | bytes], *, level: int = 6) -> bytes:
    """A zip of these entries, the same bytes each time."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED, compresslevel=level) as archive:
        for name, content in parts.items():
            archive.writestr(
                zipfile.ZipInfo(name), content, compress_type=zipfile.ZIP_DEFLATED, compresslevel=level
            )
    return buffer.getvalue()


def run(
    text: str,
    *,
    bold: bool = False,
    underline: bool = False,
    colour: str = "",
    highlight: str = "",
    hidden: bool = False,
) -> str:
    """A `w:r`; a tab or line end in `text` becomes Word's own."""
    marks = "<w:b/>" * bold + "<w:vanish/>" * hidden + f'<w:color w:val="{colour}"/>' * bool(colour)
    marks += f'<w:highlight w:val="{highlight}"/>' * bool(highlight) + '<w:u w:val="single"/>' * underline
    content = escape(text).replace("\t", "</w:t><w:tab/><w:t>").replace("\n", "</w:t><w:br/><w:t>")
    content = f"<w:t>{content}</w:t>".replace("<w:t>", '<w:t xml:space="preserve">')
    return f"<w:r>{f'<w:rPr>{marks}</w:rPr>' * bool(marks)}{content}</w:r>"


def paragraph(*content: str, style: str = "", number: tuple[str, int] | None = None) -> str:
    """A `w:p` of plain texts and XML (what begins with `<`); `number` is (list, level from 0)."""
    properties = f'<w:pStyle w:val="{style}"/>' * bool(style)
    if number:
        properties += f'<w:numPr><w:ilvl w:val="{number[1]}"/><w:numId w:val="{number[0]}"/></w:numPr>'
    runs = "".join(item if item.startswith("<") else run(item) for item in content if item)
    return f"<w:p>{f'<w:pPr>{properties}</w:pPr>' * bool(properties)}{runs}</w:p>"


def table(rows: Sequence[Sequence[str]]) -> str:
    """A `w:tbl`; a cell is a plain text, or XML of its paragraphs."""
    filled = "".join(f"<w:tr>{''.join(cell(text) for text in row)}</w:tr>" for row in rows)
    return f"<w:tbl><w:tblPr/>{filled}</w:tbl>"


def cell(content: str, properties: str = "") -> str:
    """A `w:tc`; `properties` such as `<w:gridSpan w:val="2"/>`."""
    if content.startswith("<w:tc>"):
        return content
    inner = content if content.startswith("<w:") else paragraph(content)
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{inner}</w:tc>"


def text_box(*paragraphs: str) -> str:
    """A text box as Word writes it, with the copy for old programs."""
    content = f"<w:txbxContent>{''.join(paragraphs)}</w:txbxContent>"
    return (
        '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor><a:graphic><a:graphicData>'
        f"<wps:wsp><wps:txbx>{content}</wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing>"
        f"</mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox>{content}</v:textbox></v:shape></w:pict>"
        "</mc:Fallback></mc:AlternateContent></w:r>"
    )


def picture(relation: str, alt: str = "") -> str:
    """A run that shows the picture of a relation."""
    return (
        f'<w:r><w:drawing><wp:inline><wp:docPr id="1" name="图片" descr="{escape(alt)}"/><a:graphic><a:graphicData>'
        f'<a:blip r:embed="{relation}"/></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>'
    )


def chunk(relation: str) -> str:
    """The place where another file's text is shown."""
    return f'<w:altChunk r:id="{relation}"/>'


def numbering_xml(lists: Mapping[str, Sequence[tuple[str, str]]], extra: str = "") -> str:
    """Lists by id, each level as (number format, text such as `%1.`); `extra` is more XML at the end."""
    abstracts = nums = ""
    for list_id, levels in lists.items():
        inner = "".join(
            f'<w:lvl w:ilvl="{index}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/>'
            f'<w:lvlText w:val="{escape(text)}"/></w:lvl>'
            for index, (kind, text) in enumerate(levels)
        )
        abstracts += f'<w:abstractNum w:abstractNumId="{list_id}">{inner}</w:abstractNum>'
        nums += f'<w:num w:numId="{list_id}"><w:abstractNumId w:val="{list_id}"/></w:num>'
    return f"{HEAD}<w:numbering {NAMESPACES}>{abstracts}{nums}{extra}</w:numbering>"


def part(tag: str, content: str) -> str:
    """A whole part such as `w:styles`, `w:hdr`, `w:comments`."""
    return f"{HEAD}<{tag} {NAMESPACES}>{content}</{tag}>"


def relations_xml(relations: Mapping[str, tuple[str, str]]) -> str:
    """Relations by id, each (type, target); an address as target is external."""
    inner = "".join(
        f'<Relationship Id="{key}" Type="{OFFICE}/{kind}" Target="{escape(target)}"'
        + (' TargetMode="External"/>' if "://" in target else "/>")
        for key, (kind, target) in relations.items()
    )
    space = "http://schemas.openxmlformats.org/package/2006/relationships"
    return f'{HEAD}<Relationships xmlns="{space}">{inner}</Relationships>'


def docx_parts(
    *body: str,
    numbering: Mapping[str, Sequence[tuple[str, str]]] | str = "",
    styles: str = "",
    relations: Mapping[str, tuple[str, str]] | None = None,
    parts: Mapping[str, str | bytes] | None = None,
) -> dict[str, str | bytes]:
    """The entries of a .docx. `parts` lie in word/; `numbering` and `styles` get their relations by themselves."""
    inner = dict(parts or {})
    pointers = dict(relations or {})
    if numbering:
        inner["numbering.xml"] = numbering if isinstance(numbering, str) else numbering_xml(numbering)
        pointers["numbering"] = ("numbering", "numbering.xml")
    if styles:
        inner["styles.xml"] = part("w:styles", styles)
        pointers["styles"] = ("styles", "styles.xml")
    overrides = "".join(OVERRIDE.format(part=name, kind=_KINDS[name]) for name in inner if name in _KINDS)
    return {
        "[Content_Types].xml": CONTENT_TYPES.replace("{overrides}", overrides),
        "_rels/.rels": relations_xml({"main": ("officeDocument", "word/document.xml")}),
        "word/document.xml": part("w:document", f"<w:body>{''.join(body)}<w:sectPr/></w:body>"),
        "word/_rels/document.xml.rels": relations_xml(pointers),
        **{f"word/{name}": content for name, content in inner.items()},
    }


def docx(*body: str, **settings: Any) -> bytes:
    """A .docx of these paragraphs and tables; see `docx_parts`."""
    return zipped(docx_parts(*body, **settings))


def write_docx(path: Path, *body: str, **settings: Any) -> Path:
    """Write a .docx; see `docx_parts`."""
    path.write_bytes(docx(*body, **settings))
    return path


def xlsx(sheets: Mapping[str, Sequence[Sequence[Any]]], *, hidden: Sequence[str] = ()) -> bytes:
    """A workbook of these sheets; an empty text or None is an empty cell."""
    buffer = io.BytesIO()
    with xlsxwriter.Workbook(buffer, {"in_memory": True, "strings_to_urls": False}) as book:
        for name, rows in sheets.items():
            sheet = book.add_worksheet(name)
            for number, row in enumerate(rows):
                for column, value in enumerate(row):
                    if value not in ("", None):
                        sheet.write(number, column, value)
            if name in hidden:
                sheet.hide()
    return buffer.getvalue()


def write_xlsx(
    path: Path, sheets: Mapping[str, Sequence[Sequence[Any]]], *, hidden: Sequence[str] = ()
) -> Path:
    """Write a workbook; see `xlsx`."""
    path.write_bytes(xlsx(sheets, hidden=hidden))
    return path
