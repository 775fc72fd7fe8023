"""Take from a stem what is not its text: number, type word, score, an answer in brackets."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from desk.importing.records.words import type_of
from lianxue.reading.patterns import lazy_pattern

_OPEN, _CLOSE = "[（(【\\[〔]", "[）)】\\]〕]"
_TYPE_WORD = r"(?:(?:单项|多项|不定项|单|多|任)选择?|判断|填空|简答|问答|论述|名词解释|案例分析|匹配|连线|排序|是非|选择)(?:题|(?=[】\])）〕]))"
_TAGGED = lazy_pattern(rf"\s*{_OPEN}\s*(?P<type>{_TYPE_WORD})[^）)】\]〕]{{0,12}}{_CLOSE}\s*[:：、]?\s*")
_BARE = lazy_pattern(
    rf"\s*(?P<type>{_TYPE_WORD}|(?:单选|多选|判断|填空|简答)(?=\s*[:：]))(?:\s*[:：]|\s+|(?=\d{{1,4}}\s*[.．、]))\s*"
)
_NUMBER = lazy_pattern(
    r"\s*(?:第\s*(?P<spoken>\d{1,4})\s*题\s*[.．、:：]?|(?P<number>\d{1,4})\s*(?:[、．)）]|\.(?!\d)))\s*"
)
_SCORE = lazy_pattern(rf"\s*{_OPEN}\s*(?:本题)?\s*(?P<score>\d{{1,3}}(?:\.\d)?)\s*分\s*{_CLOSE}\s*")
_TAGGED_END = lazy_pattern(rf"\s*{_OPEN}\s*(?P<type>{_TYPE_WORD})\s*{_CLOSE}\s*$")
_ANSWER = lazy_pattern(r"[（(]\s*(?P<answer>[A-HＡ-Ｈ](?:[\s,，、]*[A-HＡ-Ｈ])*|[√×✓✗✔✘])\s*[）)]")
_GAP = lazy_pattern(r"[_＿]{2,}(?:\s*[_＿]{2,})*|[＿]+")
_BRACKET_GAP = lazy_pattern(r"[（(][\s　]*[）)]")
_QUOTED_GAP = lazy_pattern(r"(?<=[《“‘「])[\s　]+(?=[》”’」])")
_EMPTY_QUOTES = lazy_pattern(r"“”|《》")
_WIDE_BLANK = lazy_pattern(r"[ \t]{4,}|　{2,}")
GAP_TEXT = "____"
BLANK = "（    ）"


@dataclass(frozen=True, slots=True, kw_only=True)
class Stem:
    """A stem's text and what stood around it."""

    text: str
    type: str = ""
    number: str = ""
    score: str = ""


def read_stem(text: str) -> Stem:
    """The stem without its number, type word and score, in whatever order these open it."""
    rest = text.strip()
    found = {"type": "", "number": "", "score": ""}
    for _round in range(4):
        for name, pattern in (("type", _TAGGED), ("type", _BARE), ("score", _SCORE), ("number", _NUMBER)):
            match = pattern.match(rest)
            if match is None or found[name] or match.end() == len(rest):
                continue
            said = next(group for group in match.groups() if group)
            found[name] = _type_of(said) if name == "type" else said
            rest = rest[match.end() :]
            break
        else:
            break
    match = _SCORE.search(rest)
    if match and match.end() == len(rest) and not found["score"]:
        found["score"] = match["score"]
        rest = rest[: match.start()]
    if not found["type"] and (match := _TAGGED_END.search(rest)):
        found["type"] = _type_of(match["type"])
        rest = rest[: match.start()]
    return Stem(text=rest.strip(), **found)


@lru_cache(maxsize=256)
def _type_of(word: str) -> str:
    return type_of(word)


def inner_answers(stem: str) -> tuple[str, ...]:
    """What stands in a stem's brackets as an answer does: （A）, （√）."""
    return tuple(match["answer"] for match in _ANSWER.finditer(stem))


def without_answers(stem: str) -> str:
    """The stem with the answers in its brackets taken out."""
    return _ANSWER.sub(BLANK, stem)


def has_gap(stem: str) -> bool:
    """Whether a stem has a gap that only a filling can mean."""
    return bool(_GAP.search(stem))


def with_gaps(stem: str) -> tuple[str, int]:
    """The stem of a fill-in with `____` for each gap, and how many there are.

    Where it has no underscores, empty brackets are the gaps; then blanks in quotation marks;
    then wide blanks.
    """
    for pattern in (_GAP, _BRACKET_GAP, _QUOTED_GAP, _WIDE_BLANK):
        text, count = pattern.subn(GAP_TEXT, stem)
        if count:
            return text, count
    if len(_EMPTY_QUOTES.findall(stem)) == 1:
        return _EMPTY_QUOTES.sub(lambda match: match.group()[0] + GAP_TEXT + match.group()[1], stem), 1
    return stem, 0
