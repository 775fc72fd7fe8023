"""A page of the portal as readers will see it: its Markdown as safe HTML, and that in a Word file."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from urllib.parse import unquote, urlsplit

import markdown
import nh3
from docx.document import Document
from docx.text.run import Run
from lxml.etree import _Element
from mkdocs.config.defaults import MkDocsConfig

from desk.word.pictures import add_picture, data_address
from desk.word.rich import Dress, add_html

_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_IMAGE = re.compile(r'(?P<before><img\b[^>]*?\bsrc=")(?P<src>[^"]*)(?P<after>")')
_TAGS = nh3.ALLOWED_TAGS | {"section", "input", "details", "summary"}
_CLASSES = {"div", "p", "details", "li", "a", "sup", "section"}
Remark = Callable[[str], None]


def site_reader(config: MkDocsConfig) -> markdown.Markdown:
    """Markdown with the extensions that the site is built with."""
    return markdown.Markdown(extensions=config.markdown_extensions, extension_configs=config.mdx_configs)


def page_html(text: str, reader: markdown.Markdown, quiz_note: str = "") -> str:
    """The safe HTML of a page's Markdown; `quiz_note` (HTML) stands where a quiz stood."""
    reader.reset()
    html = _COMMENT.sub(lambda mark: quiz_note if "quiz" in mark.group() else "", reader.convert(text))
    attributes = {name: set(names) for name, names in nh3.ALLOWED_ATTRIBUTES.items()}
    for name in _CLASSES:
        attributes.setdefault(name, set()).add("class")
    attributes["input"] = {"type", "checked", "disabled"}
    attributes["ol"] = {"start"}
    return nh3.clean(html, tags=_TAGS, attributes=attributes, url_schemes={"http", "https"})


def add_markdown(
    document: Document,
    text: str,
    *,
    root: Path,
    path: str,
    reader: markdown.Markdown,
    dress: Dress | None = None,
    quiz_note: str = "",
    remark: Remark = lambda _text: None,
) -> None:
    """The page at `path` (docs/lessons/2026/02-x.md) with its pictures, block after block.

    `remark` is told of every picture that could not be put in; its description stands there instead.
    """
    html = page_html(text, reader, quiz_note)
    add_page(document, html, root=root, path=path, dress=dress or Dress(), remark=remark)


def add_page(document: Document, html: str, *, root: Path, path: str, dress: Dress, remark: Remark) -> None:
    """The same from the HTML that `page_html` made."""

    def picture(run: Run, element: _Element) -> bool:
        source = element.get("src") or ""
        file = picture_file(root, path, source)
        if file is not None and add_picture(run, file, element.get("alt") or "", dress.line_width):
            return True
        remark(_not_shown(path, source))
        return False

    add_html(document, html, replace(dress, picture=picture))


def with_own_pictures(html: str, *, root: Path, path: str, remark: Remark) -> str:
    """The same HTML with every picture inside it, for a page that needs no other file."""

    def put_in(match: re.Match[str]) -> str:
        file = picture_file(root, path, match["src"])
        address = data_address(file) if file is not None else ""
        if not address:
            remark(_not_shown(path, match["src"]))
        return f"{match['before']}{address}{match['after']}"

    return _IMAGE.sub(put_in, html)


def picture_file(root: Path, path: str, source: str) -> Path | None:
    """The file of a picture that a page names; None where it is none of the project's."""
    parts = urlsplit(source)
    if parts.scheme or parts.netloc or not parts.path:
        return None
    name = posixpath.normpath(posixpath.join(posixpath.dirname(path), unquote(parts.path)))
    file = (root / name).resolve()  # a link may lead anywhere
    return file if file.is_relative_to((root / "docs").resolve()) and file.is_file() else None


def _not_shown(path: str, source: str) -> str:
    return f"{path} 的图片“{source}”没有放进去：找不到文件，或者不是 PNG、JPEG、GIF、WebP 图片"
