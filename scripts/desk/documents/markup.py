"""Look at XML before it is parsed: no document type, no entities, a known encoding."""

from __future__ import annotations

import re

from desk.documents.model import UnreadableFile

_HEAD_BYTES = 65_536
_SKIPPED = (("<!--", "-->"), ("<?", "?>"))  # what may stand before the root
_DECLARED = re.compile(rb"""(?:encoding|charset)\s*=\s*["']?\s*([\w-]{2,20})""", re.I)
# An encoding such as UTF-7 could hide a document type from the look below.
_KNOWN = frozenset(
    ["utf-8", "utf8", "utf-16", "us-ascii", "ascii", "gb2312", "gbk", "gb18030", "iso-8859-1", "windows-1252"]
)


def declared_encoding(data: bytes) -> str:
    """What an XML declaration or a web page's head says of its encoding; "" for nothing known."""
    found = _DECLARED.search(data[:2048])
    encoding = found[1].decode("ascii").lower() if found else ""
    return encoding if encoding in _KNOWN and not encoding.startswith(("utf-16", "iso", "us", "win")) else ""


def check_no_entities(head: bytes, name: str) -> None:
    """`head` is the beginning of an XML part. Raises UnreadableFile for what could blow up when parsed."""
    head = head[:_HEAD_BYTES]
    if head.startswith((b"\xff\xfe", b"\xfe\xff")) or b"\0" in head[:64]:
        text = head[: len(head) // 2 * 2].decode(
            "utf-16-be" if head[:1] in (b"\xfe", b"\0") else "utf-16-le", "replace"
        )
    else:
        text = head.decode("latin-1")
        declaration = re.match(r"(?:\xef\xbb\xbf)?\s*<\?xml[^>]*?encoding\s*=\s*[\"']([^\"']*)", text)
        if declaration and declaration[1].lower() not in _KNOWN:
            raise UnreadableFile(
                f"《{name}》里的 XML 用了少见的编码 {declaration[1][:20]}，不打开：请另存为 UTF-8 编码的新文件"
            )
    if not _begins_with_an_element(text):
        raise UnreadableFile(
            f"《{name}》里的 XML 带有文档类型或实体定义，可能是恶意文件，不打开：请向给您文件的人核实"
        )


def _begins_with_an_element(text: str) -> bool:
    """Whether only declarations, comments and instructions stand before the root."""
    at = text.find("<")
    while at >= 0:
        end = next((mark for start, mark in _SKIPPED if text.startswith(start, at)), "")
        if not end:
            return not text.startswith("<!", at)
        closed = text.find(end, at + len(end))
        at = text.find("<", closed) if closed >= 0 else -1
    return False
