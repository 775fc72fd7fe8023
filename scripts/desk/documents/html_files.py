"""Read saved web pages (.html, .mht) as blocks."""

from __future__ import annotations

import email
import email.policy
from dataclasses import dataclass

from desk.documents.html_blocks import page_blocks
from desk.documents.markup import declared_encoding
from desk.documents.model import Aside, Line, OpenedFile, Picture, Table, UnreadableFile
from desk.documents.text_encoding import WrongBytes, decode_text


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """What a web page holds."""

    blocks: tuple[Line | Table, ...]
    asides: tuple[Aside, ...]
    pictures: tuple[Picture, ...]


def read_html_file(text: str, name: str) -> OpenedFile:
    """A saved page as a file of its own. Raises UnreadableFile."""
    return _opened(read_html(text, name), name)


def read_web_archive_file(data: bytes, name: str) -> OpenedFile:
    """A page saved as a single file (.mht). Raises UnreadableFile."""
    return _opened(read_web_archive(data, name), name)


def read_html(text: str, name: str, before: int = 0) -> Page:
    """The blocks of a page; `before` paragraphs stand in front of it. Raises UnreadableFile."""
    if "<!ENTITY" in text:
        raise UnreadableFile(f"《{name}》里的网页带有实体定义，可能是恶意文件，不打开：请向给您文件的人核实")
    page = page_blocks(text, name, before)
    return Page(blocks=tuple(page.blocks), asides=tuple(page.asides), pictures=tuple(page.pictures))


def read_web_archive(data: bytes, name: str, before: int = 0) -> Page:
    """The first page inside a MIME file. Raises UnreadableFile."""
    message = email.message_from_bytes(data, policy=email.policy.compat32)
    for part in message.walk():
        if part.get_content_type() in ("text/html", "application/xhtml+xml", "text/plain"):
            content = part.get_payload(decode=True)
            if not isinstance(content, bytes) or not content.strip():
                continue
            charset = str(part.get_content_charset() or "") or declared_encoding(content)
            try:
                text = decode_text(content, charset)
            except WrongBytes as error:
                raise UnreadableFile(f"《{name}》里的正文{error}") from error
            if part.get_content_type() == "text/plain":
                text = "<pre>" + text.replace("&", "&amp;").replace("<", "&lt;") + "</pre>"
            return read_html(text, name, before)
    raise UnreadableFile(f"《{name}》里没有找到正文：请用浏览器打开，把文字复制到 Word 里再试")


def _opened(page: Page, name: str) -> OpenedFile:
    if not page.blocks:
        raise UnreadableFile(f"《{name}》是网页，里面没有文字：请用浏览器打开看看，再重新保存")
    return OpenedFile(name=name, kind="html", blocks=page.blocks, asides=page.asides, pictures=page.pictures)
