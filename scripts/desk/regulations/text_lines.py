"""Bring an opened file to the paragraphs of its text: wrapped lines joined, print marks set aside."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Sequence
from statistics import quantiles

from desk.documents.model import Line, OpenedFile
from desk.regulations.labels import opens_article, opens_division, opens_item
from desk.regulations.model import LineUse, TextLine
from lianxue.content.official_text import clean_paragraph

_PAGE_NUMBER = re.compile(
    r"[-—–－·\s]*\d{1,4}[-—–－·\s]*$|第\s*\d+\s*页(?:\s*[，,/共]?\s*共?\s*\d+\s*页)?$|\d{1,4}\s*/\s*\d{1,4}$"
)
_NO_WORDS = re.compile(r"[^\w\u4e00-\u9fff]+$")
_WEB = re.compile(
    r"(?:责任编辑|编辑|打印本页|打印|关闭窗口|分享到|分享|字号|字体|浏览次数|点击数|上一篇|下一篇|返回顶部|相关链接"
    r"|当前位置|您现在的位置|首页\s*[>＞»|｜]|扫一扫|扫描二维码|版权所有|主办单位|承办单位|技术支持|网站标识码"
    r"|网站地图|联系我们|.{0,4}ICP备|.{0,4}公网安备|备案号|Copyright\b|©)|https?://\S+$",
    re.IGNORECASE,
)
_LONGEST_WEB = 80  # characters: a provision may begin with 打印, but it is a sentence
_PDF_BLANK = re.compile(r"(?<=[一-鿿（，、；：。]) ?(?P<digits>\d[\d.,]*[%％]?) ?(?=[一-鿿，。；：、）])")
_ENDS = tuple("。；：！？…”）】;:!?")
_BRACKETS = tuple("”）】")  # a full line may stop behind one inside a sentence
_MARKDOWN = re.compile(r"#{1,6}\s+|(?:[-*+]|>)\s+(?=第)")
_HEADER_TIMES = 3  # a short line that stands so often is a header or footer
_HEADER_LENGTH = 30
_LONG = 48  # places, two for a Chinese character; lines that all break there were wrapped by a program
_LONGEST = 160


def text_lines(opened: OpenedFile) -> tuple[list[TextLine], list[LineUse], bool]:
    """The paragraphs of a file, the lines that belong to the print, and whether lines were joined."""
    lines: list[TextLine] = []
    for block in opened.blocks:
        if isinstance(block, Line):
            text = clean_paragraph(block.text)
            text = _PDF_BLANK.sub(r"\g<digits>", text) if opened.kind == "pdf" else text
            is_heading = block.heading > 0 or (opened.kind == "md" and text.startswith("# "))
            text = _MARKDOWN.sub("", text, count=1) if opened.kind == "md" else text
            if text:
                lines.append(TextLine(text, block.where, is_heading))
            continue
        for number, row in enumerate(block.rows, start=1):
            cells = dict.fromkeys(clean_paragraph(cell.replace("\n", " ")) for cell in row)
            text = "　".join(cell for cell in cells if cell)
            if text:
                lines.append(TextLine(text, f"{block.where} 第 {number} 行"))
    kept, uses = _without_print_marks(lines)
    is_wrapped = _is_wrapped(kept, opened.kind)
    return (_joined(kept) if is_wrapped else kept), uses, is_wrapped


def _without_print_marks(lines: Sequence[TextLine]) -> tuple[list[TextLine], list[LineUse]]:
    times = Counter(line.text for line in lines)
    kept: list[TextLine] = []
    uses: list[LineUse] = []
    for line in lines:
        reason = _print_mark(line.text, times[line.text])
        if reason == "页眉页脚" and not any(other.text == line.text for other in kept):
            reason = ""  # the first of them may be the title itself
        if reason:
            uses.append(LineUse(line.where, line.text, reason, False))
        else:
            kept.append(line)
    return kept, uses


def _print_mark(text: str, times: int) -> str:
    if _PAGE_NUMBER.match(text):
        return "页码"
    if _NO_WORDS.match(text):
        return "没有文字"
    if _WEB.match(text) and len(text) <= _LONGEST_WEB and text[-1] not in "。；":
        return "网页上的文字"
    is_short = len(text) <= _HEADER_LENGTH and not text.endswith(_ENDS)
    if (
        is_short
        and times >= _HEADER_TIMES
        and not (opens_article(text) or opens_division(text) or opens_item(text))
    ):
        return "页眉页脚"
    return ""


def _is_wrapped(lines: Sequence[TextLine], kind: str) -> bool:
    """Whether a program broke the lines: most long ones are of one length and stop inside a sentence."""
    if kind not in ("pdf", "txt", "md", "html") or len(lines) < 8:
        return False
    widths = [_places(line.text) for line in lines]
    widest = quantiles(widths, n=20)[18]
    if not _LONG <= widest <= _LONGEST or max(widths) > widest * 1.3:
        return False
    full = [line for line, width in zip(lines, widths, strict=True) if width >= widest * 0.9]
    broken = sum(1 for line in full if not line.text.endswith(_ENDS))
    return broken * 2 > len(full) > 3


def _joined(lines: Sequence[TextLine]) -> list[TextLine]:
    widest = quantiles([_places(line.text) for line in lines], n=20)[18]
    joined: list[TextLine] = []
    last = 0  # width of the line before as it was printed
    for line in lines:
        opens = opens_article(line.text) or opens_division(line.text) or opens_item(line.text)
        before = joined[-1] if joined else None
        if before and not opens and not opens_division(before.text) and _goes_on(before.text, last / widest):
            glue = " " if before.text[-1].isascii() and line.text[0].isascii() else ""
            joined[-1] = TextLine(f"{before.text}{glue}{line.text}", before.where, before.is_heading)
        else:
            joined.append(line)
        last = _places(line.text)
    return joined


def _goes_on(text: str, fullness: float) -> bool:
    """Whether a sentence goes on behind a line that fills this share of the width."""
    if text.endswith(_BRACKETS):
        return fullness >= 0.95
    return fullness >= 0.8 and not text.endswith(_ENDS)


def _places(text: str) -> int:
    return sum(1 if unicodedata.east_asian_width(character) in ("Na", "H", "N") else 2 for character in text)
