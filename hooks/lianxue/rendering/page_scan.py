"""Look through the HTML of a page's content: its anchors, its links and what must not be there."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html.parser import HTMLParser

# What Markdown and its extensions make of an author's text; anything else was typed as HTML.
ALLOWED_TAGS = frozenset(
    [
        "a",
        "abbr",
        "blockquote",
        "br",
        "code",
        "dd",
        "del",
        "details",
        "div",
        "dl",
        "dt",
        "em",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "hr",
        "img",
        "ins",
        "kbd",
        "li",
        "mark",
        "ol",
        "p",
        "pre",
        "s",
        "section",
        "small",
        "span",
        "strong",
        "sub",
        "summary",
        "sup",
        "table",
        "tbody",
        "td",
        "tfoot",
        "th",
        "thead",
        "tr",
        "ul",
        "label",
        "input",
        "nav",
    ]
)
ALLOWED_ATTRIBUTES = frozenset(
    [
        "alt",
        "align",
        "checked",
        "class",
        "colspan",
        "disabled",
        "data-linenos",
        "data-lang",
        "dir",
        "for",
        "height",
        "href",
        "id",
        "lang",
        "loading",
        "name",
        "open",
        "rel",
        "role",
        "rowspan",
        "scope",
        "src",
        "start",
        "tabindex",
        "target",
        "title",
        "type",
        "width",
        "aria-label",
        "aria-hidden",
    ]
)
_SAFE_ALIGN = re.compile(r"text-align:\s*(left|right|center);?$")
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:|//")
_UNSAFE_ANCHOR = re.compile(r"[\s\"'<>&]")
_HARMLESS = ("http://", "https://", "mailto:", "tel:")


@dataclass(slots=True)
class PageScan:
    """What a page's HTML holds; `refused` and `outside` are texts as an author may have typed."""

    anchors: set[str] = field(default_factory=set)
    repeated_anchors: list[str] = field(default_factory=list)
    unsafe_anchors: list[str] = field(default_factory=list)  # the theme prints them as they are
    links: list[str] = field(default_factory=list)  # href and src inside the site, in order
    refused: list[str] = field(default_factory=list)  # tags, attributes, javascript: links
    outside: list[str] = field(default_factory=list)  # images and files of other hosts


class _Scanner(HTMLParser):
    def __init__(self, *, refuse: bool) -> None:
        super().__init__(convert_charrefs=True)
        self.scan = PageScan()
        self.refuse = refuse

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        scan = self.scan
        if self.refuse and tag not in ALLOWED_TAGS:
            scan.refused.append(f"<{tag}")
        for name, value in attrs:
            text = value or ""
            if name == "id" or (name == "name" and tag == "a"):
                if self.refuse and _UNSAFE_ANCHOR.search(text):
                    scan.unsafe_anchors.append(text)
                (scan.repeated_anchors if text in scan.anchors else []).append(text)
                scan.anchors.add(text)
            elif name in ("href", "src"):
                self.handle_address(tag, name, text.strip())
            elif self.refuse and not _is_allowed(name, text):
                scan.refused.append(name)

    def handle_address(self, tag: str, name: str, address: str) -> None:
        if not _SCHEME.match(address):
            self.scan.links.append(address)
        elif name == "src" or tag == "link":
            if not address.startswith("data:image/"):
                self.scan.outside.append(address)
        elif not address.lower().startswith(_HARMLESS):
            self.scan.refused.append(address)


def _is_allowed(name: str, value: str) -> bool:
    return name in ALLOWED_ATTRIBUTES or (name == "style" and bool(_SAFE_ALIGN.match(value)))


def scan_page(html: str, *, refuse: bool = True) -> PageScan:
    """Scan the HTML of an author's page; with `refuse` off only anchors and links are gathered."""
    scanner = _Scanner(refuse=refuse)
    scanner.feed(html)
    scanner.close()
    return scanner.scan
