"""Articles of a regulation: their labels, anchors and ranges."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from lianxue.reading.chinese_numerals import format_number, parse_number

# As articles are written in running text, for those who look for them there.
NUMERAL = "[0-9〇零一二三四五六七八九十百千两]{1,9}"
ARTICLE = rf"第\s*{NUMERAL}\s*条(?:之{NUMERAL})?"
INSIDE = rf"(?:第\s*{NUMERAL}\s*款)?(?:第\s*[（(]?{NUMERAL}[）)]?\s*项)?"
# Everything after the article (款、项) narrows the place inside it and is kept as written.
_NUMERAL = "[0-9〇零一二三四五六七八九十百千两]+"
_LABEL = re.compile(
    rf"第(?P<number>{_NUMERAL})条(?:之(?P<inserted>{_NUMERAL}))?"
    rf"(?P<inside>(?:第{_NUMERAL}款)?(?:第[（(]?{_NUMERAL}[）)]?项)?)$"
)
MAX_ARTICLES = 2000
_MOST_DIGITS = 9  # int() refuses thousands of them


@dataclass(frozen=True, slots=True, order=True)
class Article:
    """One article; `inserted` is the N of 第…条之N, 0 for an ordinary one."""

    number: int
    inserted: int = 0

    @property
    def anchor(self) -> str:
        """Its id on the regulation's page: art-97, art-120-1."""
        return f"art-{self.number}" + (f"-{self.inserted}" if self.inserted else "")

    @property
    def label(self) -> str:
        """Its name in text: 第九十七条, 第一百二十条之一."""
        inserted = f"之{format_number(self.inserted)}" if self.inserted else ""
        return f"第{format_number(self.number)}条{inserted}"


def parse_label(text: str) -> tuple[Article, str] | None:
    """The article a label names and what stands behind it (第二款), or None for no such label."""
    match = _LABEL.match("".join(text.split()))
    if match is None:
        return None
    number = _number(match["number"])
    if number is None or not 0 < number < MAX_ARTICLES:
        return None
    if match["inserted"] is None:
        return Article(number), match["inside"]
    inserted = _number(match["inserted"])
    if inserted is None or not 0 < inserted < MAX_ARTICLES:
        return None
    return Article(number, inserted), match["inside"]


def _number(text: str) -> int | None:
    if text.isascii() and text.isdigit():
        return int(text) if len(text) <= _MOST_DIGITS else None
    return parse_number(text)


_RANGE = re.compile(r"(?P<first>\d{1,4})(?:[-–—~～至](?P<last>\d{1,4}))?$")
_INSERTED = re.compile(r"(?P<number>\d{1,4})之(?P<inserted>\d{1,4})$")


def parse_articles(texts: Iterable[str]) -> tuple[Article, ...] | None:
    """Articles from `1-158` and inserted ones such as `120之1`; None where a part is neither.

    `120-1` is 第一百二十条之一 too, because ranges ascend; but then 第一百二十条 must be listed, or
    the two numbers of a range were merely swapped.
    """
    articles: set[Article] = set()
    backwards: set[Article] = set()
    for text in texts:
        if inserted := _INSERTED.match(text.strip()):
            first, last = int(inserted["number"]), int(inserted["inserted"])
        elif match := _RANGE.match(text.strip()):
            first, last = int(match["first"]), int(match["last"] or match["first"])
        else:
            return None
        if not 0 < first < MAX_ARTICLES or not 0 < last < MAX_ARTICLES:
            return None
        if inserted:
            articles.add(Article(first, last))
        elif last < first:
            backwards.add(Article(first, last))
        else:
            articles.update(Article(number) for number in range(first, last + 1))
    if any(Article(article.number) not in articles for article in backwards):
        return None
    return tuple(sorted(articles | backwards))
