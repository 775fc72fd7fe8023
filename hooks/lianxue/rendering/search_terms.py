"""The terms of a text: pairs of neighbouring Chinese characters, and words of Latin letters and digits."""

from __future__ import annotations

import re
import unicodedata
from array import array
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from lianxue.rendering.search_records import MARK

CHINESE = "\u3007\u3400-\u4dbf\u4e00-\u9fff"  # 〇 and the characters of the basic plane
_WORD_OR_MARK = re.compile(f"[a-z0-9]+|{MARK}")
_NO_CHINESE = re.compile(f"[^{CHINESE}{MARK}]+")
# What NFKC and lower() leave alone, or turn into what is no part of a term; nothing else is common here.
_PLAIN = re.compile(
    f"[\\0 -@\\[-~\u2013-\u201d\u2026\u3001\u3002\u3008-\u3011\uff08\uff09\uff0c\uff1a\uff1b\uff1f{CHINESE}]*+"
)
Term = int | str  # a pair as the number its UTF-16 makes, a word as it is


@dataclass(frozen=True, slots=True)
class Variants:
    """Traditional characters and the simplified ones that are indexed instead."""

    simplified: Mapping[str, str]
    pattern: re.Pattern[str] | None

    def fold(self, text: str) -> str:
        """Text as it is indexed and asked for: compatibility forms plain (NFKC), lower case, 繁 → 简."""
        if not _PLAIN.fullmatch(text):
            text = unicodedata.normalize("NFKC", text).lower()
        simplified = self.simplified
        return self.pattern.sub(lambda match: simplified[match.group()], text) if self.pattern else text


def make_variants(pairs: str) -> Variants:
    """Variants from a string of pairs, the traditional character first."""
    simplified = dict(zip(pairs[::2], pairs[1::2], strict=True))
    return Variants(simplified, re.compile(f"[{pairs[::2]}]") if pairs else None)


def terms_of(folded: str) -> list[set[Term]]:
    """The terms of each piece of a folded text with MARK between pieces; none reaches across punctuation.

    Pairs are read as numbers out of the text's own bytes, which takes a quarter of the time that
    cutting strings does; some are of a character and a blank (see term_texts).
    """
    clean = _NO_CHINESE.sub(" ", folded)
    data = memoryview(clean.encode("utf-16-le"))  # two bytes a character: no other is left
    even, odd = data[: len(data) & ~3].cast("I"), data[2 : 2 + (len(data) - 2 & ~3)].cast("I")
    terms: list[set[Term]] = []
    start = 0
    for piece in clean.split(MARK):
        end = start + len(piece)
        pairs: set[Term] = set(even[(start + 1) // 2 : end // 2])
        pairs.update(odd[start // 2 : max(end - 1, 0) // 2])
        terms.append(pairs)
        start = end + 1
    number = 0
    for word in _WORD_OR_MARK.findall(folded):
        if word == MARK:
            number += 1
        else:
            terms[number].add(word)
    return terms


def term_texts(terms: Collection[Term]) -> Iterator[str]:
    """Terms as they are written; "" for a pair that is none because half of it is a blank."""
    pairs = array("I", [term for term in terms if isinstance(term, int)])
    text = pairs.tobytes().decode("utf-16-le")
    place = 0
    for term in terms:
        if isinstance(term, str):
            yield term
        else:
            pair = text[place : place + 2]
            yield "" if " " in pair else pair
            place += 2
