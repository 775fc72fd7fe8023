"""Fold text for comparing; what is shown is never folded."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Collection, Mapping

from lianxue.reading.chinese_numerals import fold_numerals

_BLANKS = re.compile(r"\s+")


def fold_width(text: str) -> str:
    """Full-width and compatibility forms as plain ones (ＡＢ１ → AB1)."""
    return unicodedata.normalize("NFKC", text)


def fold_blanks(text: str) -> str:
    """Text without any white space."""
    return _BLANKS.sub("", text)


# In the order in which they are applied; the browser's folding.js has the same four.
FOLDINGS: Mapping[str, Callable[[str], str]] = {
    "width": fold_width,
    "case": str.lower,
    "numerals": fold_numerals,
    "blanks": fold_blanks,
}


def fold(text: str, switches: Collection[str] = tuple(FOLDINGS)) -> str:
    """Text folded by the named switches of FOLDINGS, in their fixed order."""
    for name, folding in FOLDINGS.items():
        if name in switches:
            text = folding(text)
    return text


# Between digits a mark tells numbers apart (1.5 and 15, 1、2 and 12), as signs (≤, +, %) do anywhere.
_MARKS = r"，。、；：？！“”‘’（）《》〈〉【】「」『』〔〕…—,.;:?!/\"'()\[\]_"
_PUNCTUATION = re.compile(rf"\*\*|(?<![\d{_MARKS}])[{_MARKS}]+|[{_MARKS}]+(?![\d{_MARKS}])")


def fold_for_likeness(text: str) -> str:
    """Text reduced to what makes two stems or options the same: sentence punctuation does not.

    Text of nothing but punctuation stays what it is.
    """
    folded = fold(text, ("width", "case", "blanks"))
    return _PUNCTUATION.sub("", folded) or folded


def clean(text: str) -> str:
    """Text as it is kept: composed (NFC), outer blanks gone. Shown as the author wrote it."""
    return unicodedata.normalize("NFC", text).strip()
