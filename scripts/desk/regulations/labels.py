"""Know the names of articles, divisions and items at the start of a line."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from lianxue.content.article import Article, parse_label
from lianxue.reading.chinese_numerals import parse_number

_NUMERAL = r"[0-9０-９〇零○一二三四五六七八九十百千两 　]+"
_ARTICLE = re.compile(
    rf"(?:\*\*|__)?第(?P<number>{_NUMERAL})条(?:\*\*|__)?"
    rf"(?:之(?P<inserted>[0-9０-９一二三四五六七八九十百]+)(?![0-9一二三四五六七八九十]))?(?:\*\*|__)?"
    r"(?P<gap>[\s　]*)(?P<rest>.*)$",
    re.DOTALL,
)
# What follows an article's name inside a sentence: 第十条规定的…, 第十条第二款, 第十条、第十一条.
_REFERENCE = re.compile(
    r"第[0-9〇零一二三四五六七八九十]+[条款项]|规定|所列|所称|所述|列举|至第|到第|[、，。；）)》]|和第|或者?第|及第|以及|与第|的|之规定|中(?:的|规定|，)|"
    r"等[^于]|情形|款|项"
)
_DIVISION = re.compile(
    r"[*•·#\s　]*第(?P<number>[0-9０-９〇零一二三四五六七八九十百 　]{1,8})(?P<kind>编|分编|章|节)(?P<gap>[\s　]*)(?P<title>.*)$"
)
_ITEM = re.compile(
    r"[（(][0-9０-９〇零一二三四五六七八九十]{1,4}[）)]|[一二三四五六七八九十]{1,3}、|[0-9０-９]{1,3}[.．、]"
)
_ENDS = re.compile(r"[。；：，、！？;:,]$")
_LONGEST_TITLE = 40
_DOTS = re.compile(r"[.．…·\s　]*\d*$")  # ……………… 3 behind a line of a table of contents


@dataclass(frozen=True, slots=True)
class ArticleLabel:
    """The name of an article at the start of a line."""

    article: Article
    rest: str  # the text behind it
    is_apart: bool  # a blank, or nothing, follows the name
    is_reference: bool  # what follows reads like the middle of a sentence


@dataclass(frozen=True, slots=True)
class Division:
    """A 编, 章 or 节 at the start of a line."""

    kind: str
    number: int
    title: str

    @property
    def name(self) -> str:
        """Kind and number: the same in the table of contents and in the text."""
        return f"{self.kind}{self.number}"


def article_label(text: str) -> ArticleLabel | None:
    """The article a line begins with, or None."""
    match = _ARTICLE.match(text)
    if match is None:
        return None
    number = "".join(unicodedata.normalize("NFKC", match["number"]).replace("○", "〇").split())
    inserted = f"之{unicodedata.normalize('NFKC', match['inserted'])}" if match["inserted"] else ""
    parsed = parse_label(f"第{number}条{inserted}")
    if parsed is None:
        return None
    rest = match["rest"].strip()
    is_apart = bool(match["gap"]) or not rest or rest[0] in "：:【〔（("
    return ArticleLabel(parsed[0], rest.lstrip("：: 　"), is_apart, bool(_REFERENCE.match(rest)))


def division_of(text: str) -> Division | None:
    """The division whose heading a line is, or None: a heading is short and ends no sentence."""
    match = _DIVISION.match(text)
    if match is None or len(match["title"]) > _LONGEST_TITLE or _ENDS.search(match["title"]):
        return None
    number = "".join(unicodedata.normalize("NFKC", match["number"]).split())
    value = int(number) if number.isascii() and number.isdigit() else parse_number(number)
    if not value or (not match["gap"] and re.match(r"[规和与、第的至]", match["title"])):
        return None
    title = close_up(
        _DOTS.sub("", match["title"]) if "…" in match["title"] or ".." in match["title"] else match["title"]
    )
    return Division(match["kind"], value, title)


def close_up(title: str) -> str:
    """A heading without the blanks that only space its characters out: 总　则 → 总则."""
    pieces = title.split()
    return "".join(pieces) if all(len(piece) == 1 for piece in pieces) else " ".join(pieces)


def opens_article(text: str) -> bool:
    """Whether a line may begin an article."""
    return article_label(text) is not None


def opens_division(text: str) -> bool:
    """Whether a line is the heading of a division."""
    return division_of(text) is not None


def opens_item(text: str) -> bool:
    """Whether a line begins an item: （一） · 一、 · 1."""
    return _ITEM.match(text) is not None


def is_short_heading(text: str) -> bool:
    """Whether a line looks like a heading without a number: short, and the end of no sentence."""
    return len(text) <= 30 and not _ENDS.search(text) and not opens_item(text) and text[-1] not in "）)”》"
