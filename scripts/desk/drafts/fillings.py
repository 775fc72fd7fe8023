"""Share an answer out over the gaps of a fill-in."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

from lianxue.reading.folding import clean

Gaps = tuple[tuple[str, ...], ...]

_CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"
_NUMBERED = re.compile(
    r"\s*(?:[(（]\s*(?P<c>\d{1,2})\s*[)）]|(?P<e>[①-⑳])|(?:^|(?<=[\s;；,，。、|｜]))"
    r"(?:第\s*(?P<a>[一二三四五六七八九十\d]{1,2})\s*空|空格?\s*(?P<b>\d{1,2})|(?P<d>\d{1,2})\s*[.．、:：)）](?!\d)))\s*[:：、.．]?\s*"
)
_GROUP = re.compile(r"[（(【\[]([^（）()【】\[\]]{1,400})[）)】\]]")
_BARS = re.compile(r"[|｜]+")
_OUTER = (r"\n+", r"[;；]", r"#+", r"\t+", r"、", r"[,，]", r"[ 　]{2,}", r"[\s　]+", r"[/／]")
_SYNONYMS = re.compile(r"\s*(?:[|｜;；\n/／]|或者|\s或\s)\s*")
_EDGE = " \t\n　。．;；,，、|｜"
_WIDE = {
    code: chr(code - 0xFEE0)
    for code in (*range(0xFF10, 0xFF1A), *range(0xFF21, 0xFF3B), *range(0xFF41, 0xFF5B))
}


def split_fillings(answer: str, count: int) -> Gaps:
    """The accepted fillings of `count` gaps; () where the answer cannot be shared out over so many.

    Tried in this order: numbered fillings, `|`, (…)(…), lines, `;`, `#`, tabs, `、`, `,`, blanks, `/`.
    """
    answer = answer.strip()
    numbered = split_numbered(answer)
    if len(numbered) == count:
        return _gaps(numbered)
    if count == 1:
        return _gaps([numbered[0] if numbered[:1] == [answer] else answer.removesuffix("。")])
    if _BARS.search(answer):
        parts = [part for part in _BARS.split(answer.strip(" |｜")) if part.strip()]
        return _gaps(parts) if len(parts) == count else ()
    groups = bracketed(answer)
    if len(groups) == count:
        return _gaps(groups)
    for separator in _OUTER:
        parts = [part for part in re.split(separator, answer.strip(_EDGE)) if part.strip()]
        if len(parts) == count:
            return _gaps(parts)
    return ()


def bracketed(answer: str) -> list[str]:
    """The fillings of (…)(…); [] where an answer is anything else."""
    return _GROUP.findall(answer) if not _GROUP.sub("", answer).strip(_EDGE) else []


def split_numbered(answer: str) -> list[str]:
    """The fillings of 1.… 2.… or 第一空：…; [] where they are not numbered from one on."""
    matches = list(_NUMBERED.finditer(answer))
    values = [_value(match) for match in matches]
    if not matches or matches[0].start() > 1 or values != list(range(1, len(values) + 1)):
        return []
    if len(matches) == 1 and matches[0]["d"]:
        return []
    ends = [match.start() for match in matches[1:]] + [len(answer)]
    return [answer[match.end() : end].strip(_EDGE) for match, end in zip(matches, ends, strict=True)]


def synonyms(text: str) -> tuple[str, ...]:
    """The fillings one gap accepts: 五;5, 甲或者乙."""
    text = text.strip(" \t\n　。．_")
    if re.search(r"\d\s*[/／]\s*\d|https?:", text):
        return (_kept(text),) if text else ()
    return tuple(dict.fromkeys(_kept(part) for part in _SYNONYMS.split(text) if part.strip()))


def _kept(text: str) -> str:
    """Letters and digits of plain width, the rest as written."""
    return clean(unicodedata.normalize("NFC", text.translate(_WIDE)))


def _gaps(parts: Sequence[str]) -> Gaps:
    gaps = tuple(synonyms(part) for part in parts)
    return gaps if all(gaps) else ()


def _value(match: re.Match[str]) -> int:
    written = next(group for group in match.groups() if group)
    if written in _CIRCLED:
        return _CIRCLED.index(written) + 1
    return int(written) if written.isdigit() else "一二三四五六七八九十".find(written) + 1
