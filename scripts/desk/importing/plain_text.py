"""Make what a file says plain text, as the bank holds it."""

from __future__ import annotations

import unicodedata

from lianxue.content.parse_question import MARKUP
from lianxue.content.safety import without_exam_marks
from lianxue.reading.folding import clean
from lianxue.reading.patterns import lazy_pattern

_LINK = lazy_pattern(r"!?\[(?P<text>[^\]]*)\]\((?P<url>[^)]*)\)$")
_LINE_END = lazy_pattern("\r\n|[\r\x85\u2028\u2029\v\f]")
_WIDE = str.maketrans("<>", "＜＞")
# Joins emoji and Indic letters; in Chinese text it and its like only hide something.
_UNSEEN = frozenset("\u200b\u200c\u200d\u2060\ufeff\u00ad")
MARKUP_SAID = "原文里有链接或 HTML，已改成普通文字"


def plain_text(text: str) -> tuple[str, bool]:
    """The text without markup and unseen characters, and whether markup had to be made plain.

    Nothing that can be read is lost: a tag keeps its characters in full width, a link its address.
    """
    text = _LINE_END.sub("\n", text).replace("\t", " ")
    if not text.isprintable():
        text = "".join(char for char in text if char == "\n" or not _is_unseen(char))
    had_markup = False
    while match := MARKUP.search(text):
        had_markup = True
        link = _LINK.match(match.group())
        said = f"{link['text']}（{link['url']}）" if link else match.group().translate(_WIDE)
        text = text[: match.start()] + said + text[match.end() :]
    return clean(without_exam_marks(text) if "密" in text else text), had_markup


def _is_unseen(char: str) -> bool:
    return char in _UNSEEN or unicodedata.category(char) in ("Cc", "Cf", "Cs") or ord(char) & 0xFFFE == 0xFFFE
