"""Read the text layer of a PDF."""

from __future__ import annotations

import re
from collections import Counter

import pypdfium2

from desk.documents.limits import LINES, PAGES
from desk.documents.model import Aside, Line, OpenedFile, UnreadableFile
from desk.documents.pdf_quotes import text_in_order

_DIGITS = re.compile(r"\d+|[一二三四五六七八九十百]+")
_PAGE_NUMBER = re.compile(
    r"[-—–\s]*(?:第\s*)?\d{1,4}\s*(?:页)?(?:\s*[/／共]\s*(?:共\s*)?\d{1,4}\s*页?)?[-—–\s]*"
)
# A running title with the page's number at one end; a label such as 第 3 题 or 3. is none.
_TITLE_AND_NUMBER = re.compile(r"(?P<before>[^\d题条]{4,})(?P<number>\d{1,4})(?P<after>[\s页—–-]*)$")
_NUMBER_AND_TITLE = re.compile(r"(?P<before>)(?P<number>\d{1,4})(?P<after>\s+[^\d题条.、．]{4,})$")
_FEWEST = 3  # a line on that many pages is a header


def read_pdf(data: bytes, name: str) -> OpenedFile:
    """Lines by page; headers, footers and page numbers go aside. Raises UnreadableFile."""
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if "password" in str(error).lower():
            raise UnreadableFile(f"《{name}》设了打开密码：请取消密码后另存一份") from error
        raise UnreadableFile(f"《{name}》已损坏或没有下载完整：请重新取一份") from error
    with document:
        if len(document) > PAGES:
            raise UnreadableFile(
                f"《{name}》有 {len(document):,} 页，超过 {PAGES:,} 页的上限：请拆成几个文件"
            )
        pages = [_page_lines(document, index) for index in range(len(document))]
    if not any(pages):
        raise UnreadableFile(
            f"《{name}》是扫描的图片，没有文字层：请先用文字识别（OCR）软件转成 Word 或文本，核对后再导入"
        )
    return _opened(pages, name)


def _page_lines(document: pypdfium2.PdfDocument, index: int) -> list[str]:
    page = document[index]
    text_page = page.get_textpage()
    try:
        text = text_in_order(text_page)
    finally:
        text_page.close()
        page.close()
    return [
        line.strip() for line in text.replace("\ufffe", "").replace("\r\n", "\n").split("\n") if line.strip()
    ]


def _opened(pages: list[list[str]], name: str) -> OpenedFile:
    furniture = _repeated(pages) | _page_numbers(pages) | _numbered_headers(pages)
    blocks: list[Line] = []
    asides: dict[str, Aside] = {}
    empty = []
    for number, lines in enumerate(pages, start=1):
        if not lines:
            empty.append(str(number))
        for index, text in enumerate(lines):
            if (number, index) in furniture:
                where = "页眉" if index <= len(lines) / 2 else "页脚"
                asides.setdefault(_shape(text), Aside(where=where, text=text))
            else:
                blocks.append(Line(text=text, where=f"第 {number} 页第 {index + 1} 行"))
    if len(blocks) > LINES:
        raise UnreadableFile(f"《{name}》有 {len(blocks):,} 行，超过 {LINES:,} 行的上限：请拆成几个文件")
    remarks = []
    if asides:
        said = "、".join(f"“{aside.text}”" for aside in asides.values())
        remarks.append(f"每页重复的页眉、页脚和页码没有当作正文：{said}")
    if empty:
        remarks.append(f"第 {'、'.join(empty)} 页没有文字，可能是图片，没有读到")
    return OpenedFile(
        name=name, kind="pdf", blocks=tuple(blocks), asides=tuple(asides.values()), remarks=tuple(remarks)
    )


def _shape(text: str) -> str:
    return _DIGITS.sub("#", re.sub(r"\s", "", text))


def _edges(lines: list[str]) -> set[int]:
    """The first two and the last two lines of a page."""
    return {index for index in (0, 1, len(lines) - 2, len(lines) - 1) if 0 <= index < len(lines)}


def _repeated(pages: list[list[str]]) -> set[tuple[int, int]]:
    """Lines at the edge of most pages that stand nowhere else: 正确 under every question is no header."""
    at_edge: Counter[str] = Counter()
    inside: set[str] = set()
    for lines in pages:
        edges = _edges(lines)
        at_edge.update({lines[index] for index in edges})
        inside.update(text for index, text in enumerate(lines) if index not in edges)
    least = max(_FEWEST, len(pages) / 2)
    headers = {text for text, count in at_edge.items() if count >= least} - inside
    return {
        (number, index)
        for number, lines in enumerate(pages, start=1)
        for index in _edges(lines)
        if lines[index] in headers
    }


def _page_numbers(pages: list[list[str]]) -> set[tuple[int, int]]:
    """First and last lines that are numbers and count with the pages."""
    found: dict[tuple[bool, int], set[tuple[int, int]]] = {}
    for number, lines in enumerate(pages, start=1):
        for is_last, index in ((False, 0), (True, len(lines) - 1)):
            if lines and _PAGE_NUMBER.fullmatch(lines[index]):
                shown = int(re.findall(r"\d+", lines[index])[0])
                found.setdefault((is_last, shown - number), set()).add((number, index))
    best = max(found.values(), key=len, default=set())
    return best if len(best) >= max(2, len(pages) / 2) else set()


def _numbered_headers(pages: list[list[str]]) -> set[tuple[int, int]]:
    """Titles at the edge of most pages with a number that counts with the pages."""
    found: dict[tuple[str, str, int], set[tuple[int, int]]] = {}
    for number, lines in enumerate(pages, start=1):
        for index in _edges(lines):
            for pattern in (_TITLE_AND_NUMBER, _NUMBER_AND_TITLE):
                if match := pattern.match(lines[index]):
                    key = (match["before"], match["after"], int(match["number"]) - number)
                    found.setdefault(key, set()).add((number, index))
    least = max(_FEWEST, len(pages) / 2)
    return {place for places in found.values() if len(places) >= least for place in places}
