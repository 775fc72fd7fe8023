"""A page as the search knows it: sections of plain text, cut from its HTML."""

from __future__ import annotations

import html
import re
from collections.abc import Sequence
from dataclasses import dataclass

# Stands between pieces while a page is worked on as one string; no text of ours may hold it.
MARK = "\0"
PAGE, TOP, LEAF = 1, 2, 3  # levels: the page itself, its first headings, articles in a list
_ATTRIBUTES = r"""(?:[^>"']++|"[^"]*"|'[^']*')*"""
# What is on a page but not of it: remarks, footnote numbers, links from an article to its questions.
_NOISE = re.compile(
    r'<!--.*?-->|<sup id="fnref.*?</sup>|<a class="footnote-backref".*?</a>|<p class="lx-article-links">.*?</p>',
    re.DOTALL,
)
_HEADING = re.compile(
    rf'<h([1-6])({_ATTRIBUTES})>(.*?)</h\1>|<li id="(art-\d+(?:-\d+)?)">([^<]*).*?</li>', re.DOTALL
)
_ID = re.compile(r'(?<=\s)id="([^"]+)"')  # data-id is none
_INLINE = re.compile(
    rf"</?(?:a|abbr|b|code|del|em|i|ins|kbd|label|mark|s|small|span|strong|sub|sup|u)\b{_ATTRIBUTES}>"
)
_TAG = re.compile(rf"<[/!?a-zA-Z]{_ATTRIBUTES}>")


@dataclass(frozen=True, slots=True)
class Section:
    """What stands below one heading; all of it plain text, entities resolved, blanks collapsed."""

    level: int  # 1 for what stands before the first heading, else that of the heading: 2, 3, 4
    anchor: str
    heading: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchPage:
    """One page to be found: by the HTML of its content, or by sections made elsewhere."""

    url: str  # below the site
    title: str  # plain text
    kind: str  # a name of the registry of content kinds, or question, or page
    html: str = ""
    sections: Sequence[Section] = ()  # used instead of `html` where there are any
    status: str = ""  # of a regulation: 现行有效 …
    rank: int = 1  # 0 (lesser) to 6 (党章、宪法)
    names: Sequence[str] = ()  # short titles and aliases


def page_sections(page: SearchPage) -> Sequence[Section]:
    """The sections of a page, at least the one of the page itself."""
    return page.sections or read_sections(page.html, page.title)


def read_sections(content: str, title: str) -> list[Section]:
    """Cut the HTML of a page's content into sections.

    A section begins at every h2, h3 and h4 with an id, and at every list item that stands for an
    article. Other headings are text of the section they stand in; an h1 that repeats the title is left out.
    """
    before, *rest = _HEADING.split(_NOISE.sub("", content.replace(MARK, "")))
    heads: list[tuple[int, str, str]] = [(PAGE, "", "")]
    texts: list[list[str]] = [[before]]
    owner = 0  # the section that following text belongs to
    for level, attributes, inner, article, label, text in zip(*[iter(rest)] * 6, strict=True):
        anchor = None
        if article:
            heads.append((LEAF, article, label))
            texts.append([])
        elif "2" <= level <= "4" and (anchor := _ID.search(attributes)):
            heads.append((int(level), html.unescape(anchor[1]), inner))
            texts.append([])
            owner = len(heads) - 1
        elif level != "1" or plain_text(inner) != title:
            texts[owner].append(inner)
        texts[owner].append(text)
    pieces = [piece for head, parts in zip(heads, texts, strict=True) for piece in (head[2], " ".join(parts))]
    plain = _plain_pieces(pieces)
    return [
        Section(level, anchor, plain[2 * index], plain[2 * index + 1])
        for index, (level, anchor, _heading) in enumerate(heads)
    ]


def plain_text(content: str) -> str:
    """HTML as one line of plain text; the end of a block is one blank."""
    return _plain_pieces([content.replace(MARK, "")])[0]


def _plain_pieces(pieces: Sequence[str]) -> list[str]:
    """Each piece of HTML as plain text: together, because one pass over a page costs a tenth of many."""
    text = _TAG.sub(" ", _INLINE.sub("", MARK.join(pieces)))
    if "&" in text:
        text = html.unescape(text)
    return [" ".join(piece.split()) for piece in text.split(MARK)]
