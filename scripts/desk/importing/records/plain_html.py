"""Turn the HTML inside a question bank into plain text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from lianxue.reading.patterns import lazy_pattern

if TYPE_CHECKING:
    from lxml import html

_BLOCKS = frozenset(
    ("p", "div", "li", "tr", "ul", "ol", "table", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "pre")
)
_UNSEEN = frozenset(("script", "style", "head", "title"))
_BLANKS = lazy_pattern(r"[ \t\r\n\f]+")
_TAG = lazy_pattern(r"</?[A-Za-z][^<>]*>|&#?\w+;")
_SURE_TAG = lazy_pattern(
    r"</(?:p|div|span|b|i|u|em|strong|font|sub|sup|li|ul|ol|td|tr|table|h[1-6])\s*>|<(?:br|p|img)\b[^<>]*>"
    r"|&(?:nbsp|amp|lt|gt|quot|ldquo|rdquo|lsquo|rsquo|hellip|middot|mdash|times|#\d{2,5}|#x[0-9a-f]{2,4});",
    re.IGNORECASE,
)
_LINES = lazy_pattern(r" *\n[ \n]*")
_TABLE_CELLS = ("td", "th")
_BREAK = "\ue000"  # a line break, while blanks are still being folded


def plain_text(source: str, *, is_own: bool = False) -> str:
    """What a reader of the HTML sees: a line a block, blanks folded.

    HTML that our own export wrote comes back to the letter, bold as `**`.
    """
    if is_own:
        return "".join(_own_texts(parse_html(source))).replace("\xa0", " ").strip() if source else ""
    if not _TAG.search(source):
        return _tidy(_BLANKS.sub(" ", source)) if "\n" not in source.strip() else source.strip()
    fragment = parse_html(source)
    return _tidy("".join(_texts(fragment)))


def without_html(text: str) -> str:
    """A field of a bank that was kept as HTML, as a reader sees it; any other text as it is."""
    return plain_text(text) if _SURE_TAG.search(text) else text


def parse_html(source: str) -> html.HtmlElement:
    """The fragment in a parent of our own; anything that is no HTML is text."""
    from lxml import etree, html  # few banks hold HTML: a fast start

    try:
        return html.fragment_fromstring(source, create_parent="div")
    except (etree.ParserError, ValueError):
        parent = html.Element("div")
        parent.text = source
        return parent


def has_picture(source: str) -> bool:
    """Whether something is shown that no text can say."""
    return bool(re.search(r"<(?:img|svg|audio|video|object|embed|iframe)\b", source, re.IGNORECASE))


def _own_texts(node: html.HtmlElement) -> Iterator[str]:
    mark = "**" if node.tag == "strong" else ""
    yield "\n" if node.tag == "br" else mark
    yield node.text or ""
    for child in node:
        yield from _own_texts(child)
        yield child.tail or ""
    yield mark


def _texts(node: html.HtmlElement) -> Iterator[str]:
    if not isinstance(node.tag, str) or node.tag in _UNSEEN:
        return
    if node.tag in ("u", "ins") and not "".join(node.itertext()).strip():
        yield "____"  # an underlined blank is a gap
        return
    is_block = node.tag in _BLOCKS
    if node.tag == "br":
        yield _BREAK
        return
    yield _BREAK if is_block else ""
    yield _BLANKS.sub(" ", node.text or "")
    for child in node:
        yield from _texts(child)
        yield _BLANKS.sub(" ", child.tail or "")
    yield _BREAK if is_block else " " if node.tag in _TABLE_CELLS else ""


def _tidy(text: str) -> str:
    return _LINES.sub("\n", text.replace(_BREAK, "\n")).replace("\xa0", " ").strip()
