"""Read a file of any known kind, inside the child process."""

from __future__ import annotations

import io
from pathlib import Path

from desk.documents.limits import FILE_BYTES, MEGABYTE, TEXT_BYTES
from desk.documents.model import OpenedFile, UnreadableFile
from desk.documents.sniffing import is_too_deep, kind_of_bytes, kind_of_text, ole_kind
from desk.documents.text_encoding import WrongBytes, decode_text

_REFUSALS = {
    "rtf": "是 RTF 文件：请用 Word 或 WPS 打开，另存为 .docx",
    "image": "是图片，里面的字读不出来：请先用文字识别（OCR）软件转成文字，核对后再导入",
    "archive": "是压缩包：请先解压，再导入里面的文件",
    "zip": "是压缩包，不是 Word 或 Excel 文件：请先解压，再导入里面的文件",
    "odf": "是 OpenDocument 文件：请用 Word 或 WPS 打开，另存为 .docx 或 .xlsx",
    "xlsb": "是 .xlsb 文件：请用 Excel 打开，另存为 .xlsx",
    "encrypted": "设了打开密码：请用 Word、Excel 或 WPS 打开，取消密码后另存一份",
    "macros": "带有宏，不打开：请用原来的程序打开，另存为不带宏的 .docx 或 .xlsx",
    "doc": "是旧版 Word 或 WPS 文字文件：请用 Word 或 WPS 打开，另存为 .docx",
    "ppt": "是旧版演示文件：请用 PowerPoint 或 WPS 打开，另存为 .pptx",
    "ole": "是旧版 Office 文件，读不出来：请用 Word、Excel 或 WPS 打开，另存为 .docx 或 .xlsx",
    "word_xml": "是 Word 2003 的 XML 文件：请用 Word 或 WPS 打开，另存为 .docx",
    "sheet_xml": "是 Excel 2003 的 XML 表格：请用 Excel 或 WPS 打开，另存为 .xlsx",
}


def read_opened(path: Path) -> OpenedFile:
    """What the file holds. Raises UnreadableFile, OSError and MemoryError."""
    name = path.name
    with path.open("rb") as stream:
        head = stream.read(4096)
        kind = kind_of_bytes(head)
        size = stream.seek(0, io.SEEK_END)
        limit = TEXT_BYTES if kind in ("", "mime") else FILE_BYTES
        if size > limit:
            raise UnreadableFile(
                f"《{name}》有 {size / MEGABYTE:,.0f} MB，超过 {limit // MEGABYTE} MB 的上限：请拆成几个文件"
            )
        stream.seek(0)
        data = stream.read()
    if kind == "zip":
        return _read_package(data, name)
    if kind == "ole":
        return _read_ole(data, name)
    if kind == "pdf":
        from desk.documents.pdf_files import read_pdf  # each library only where it is needed: a fast start

        return read_pdf(data, name)
    if kind == "mime":
        from desk.documents.html_files import read_web_archive_file

        return read_web_archive_file(data, name)
    if kind:
        raise UnreadableFile(f"《{name}》{_REFUSALS[kind]}")
    return _read_text(data, name)


def _read_package(data: bytes, name: str) -> OpenedFile:
    from desk.documents.packages import open_package

    with open_package(data, name) as package:
        if package.kind == "docx":
            from desk.documents.word.documents import read_docx

            return read_docx(package)
        if package.kind == "xlsx":
            from desk.documents.workbooks import read_xlsx

            return read_xlsx(package, data)
        if package.kind == "pptx":
            from desk.documents.slides import read_pptx

            return read_pptx(package)
        raise UnreadableFile(f"《{name}》{_REFUSALS[package.kind]}")


def _read_ole(data: bytes, name: str) -> OpenedFile:
    kind = ole_kind(data)
    if kind == "xls":
        from desk.documents.workbooks import read_xls

        return read_xls(data, name)
    raise UnreadableFile(f"《{name}》{_REFUSALS[kind or 'ole']}")


def _read_text(data: bytes, name: str) -> OpenedFile:
    declared = ""
    if data[:200].lstrip()[:1] == b"<":  # only markup says its own encoding
        from desk.documents.markup import declared_encoding

        declared = declared_encoding(data)
    try:
        text = decode_text(data, declared)
    except WrongBytes as error:
        raise UnreadableFile(f"《{name}》{error}") from error
    if not text.strip():
        raise UnreadableFile(f"《{name}》里没有文字：请检查是不是选错了文件")
    kind = kind_of_text(text, name)
    if kind == "html":
        from desk.documents.html_files import read_html_file

        return read_html_file(text, name)
    from desk.documents.text_files import lost_character_remarks, read_delimited, read_lines

    remarks = lost_character_remarks(text)
    if kind in ("txt", "md"):
        return OpenedFile(name=name, kind=kind, blocks=read_lines(text, name), remarks=remarks)
    if kind in ("csv", "tsv"):
        sheet = read_delimited(text, name, "\t" if kind == "tsv" else "")
        return OpenedFile(name=name, kind=kind, sheets=(sheet,), remarks=remarks)
    if kind == "xml":
        from desk.documents.markup import check_no_entities

        check_no_entities(text.encode(), name)
        for mark, refusal in (("Word.Document", "word_xml"), ("Excel.Sheet", "sheet_xml")):
            if f'progid="{mark}"' in text[:1000]:
                raise UnreadableFile(f"《{name}》{_REFUSALS[refusal]}")
    if kind == "json" and is_too_deep(text):
        raise UnreadableFile(f"《{name}》里的括号一层套一层，套得太深，不打开：请向给您文件的人核实")
    return OpenedFile(name=name, kind=kind, raw=text, remarks=remarks)
