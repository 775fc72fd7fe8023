"""The words and signs that say 对 or 错 in papers and tables, and the brackets they stand in."""

from __future__ import annotations

from collections.abc import Mapping

from lianxue.content.vocabulary import TRUE_FALSE
from lianxue.reading.folding import fold_width
from lianxue.reading.patterns import lazy_pattern

# Those of our own files, and what else people write.
_WORDS: Mapping[str, str] = {
    **TRUE_FALSE,
    **dict.fromkeys(
        (
            "对的",
            "正确的",
            "yes",
            "Yes",
            "YES",
            "Y",
            "y",
            "V",
            "v",
            "TRUE",
            "☑",
            "√正确",
            "对√",
            "✅",
            "属实",
        ),
        "对",
    ),
    **dict.fromkeys(
        (
            *("错的", "错误的", "不正确", "不对", "no", "No", "NO", "N", "n", "FALSE"),
            *("✘", "☒", "x", "X", "❌", "╳", "✖", "✕"),
        ),
        "错",
    ),
}
_EDGE = " \t\n。.．；;（）()【】[]“”\"'’‘"
_LAST = lazy_pattern(r"\s*[（(【\[]\s*[）)】\]]\s*(?P<stop>[。.！!]?)\s*$")
_FIRST = lazy_pattern(r"\s*[（(【\[]\s*[）)】\]]\s*")


def verdict_word(text: str) -> str:
    """对 or 错 where a text says one of them and nothing else, else ""."""
    bare = text.strip(_EDGE)
    return _WORDS.get(bare) or _WORDS.get(fold_width(bare), "")


def without_bracket(stem: str) -> str:
    """The stem of a true or false without the empty bracket that waits for √ at its end or beginning."""
    if match := _LAST.search(stem[-60:]):
        start = len(stem) - len(stem[-60:]) + match.start()
        lead = stem[:start].rstrip()
        return lead if lead[-1:] in "。.！!？?" else lead + match["stop"]
    match = _FIRST.match(stem)
    return stem[match.end() :] if match and match.end() < len(stem) else stem
