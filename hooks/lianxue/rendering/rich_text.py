"""Turn the text of questions into safe HTML."""

from __future__ import annotations

import markdown
import nh3
from markupsafe import Markup

_TAGS = {"p", "br", "strong", "em", "code", "ul", "ol", "li", "table", "thead", "tbody", "tr", "th", "td"}
_BLOCKS_OF_A_LINE = ("code", "hashheader", "setextheader", "hr", "olist", "ulist", "quote", "indent")


def _markdown(*, one_line: bool) -> markdown.Markdown:
    reader = markdown.Markdown(extensions=["nl2br", "tables"])
    # An indented or numbered line of an exam paper is text, not code or a list.
    for name in _BLOCKS_OF_A_LINE if one_line else ("code", "hashheader", "setextheader", "hr"):
        reader.parser.blockprocessors.deregister(name)
    for name in (
        "image_link",
        "link",
        "reference",
        "image_reference",
        "short_reference",
        "autolink",
        "automail",
        "short_image_ref",
        "html",
        "entity",
    ):
        reader.inlinePatterns.deregister(name, strict=False)
    return reader


_LINE = _markdown(one_line=True)
_BLOCK = _markdown(one_line=False)


def render_line(text: str) -> Markup:
    """A stem or an option: bold and line breaks, no paragraph around it."""
    html = _convert(_LINE, text)
    inner = html.removeprefix("<p>").removesuffix("</p>")
    return Markup(html if "<p>" in inner else inner)


def render_block(text: str) -> Markup:
    """An explanation or a material: paragraphs, lists and tables."""
    return Markup(_convert(_BLOCK, text)) if text else Markup("")


def _convert(reader: markdown.Markdown, text: str) -> str:
    reader.reset()
    escaped = text.replace("&", "&amp;").replace("<", "&lt;")
    return nh3.clean(reader.convert(escaped), tags=_TAGS, attributes={}).strip()
