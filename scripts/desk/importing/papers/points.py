"""The points of a short answer: numbered lists become several."""

from __future__ import annotations

import re
from collections.abc import Sequence

from desk.importing.papers.text import fold, join_broken, shown
from lianxue.reading.patterns import lazy_pattern

_HAN = "一二三四五六七八九十"
_MARKS = (
    lazy_pattern(r"\(\s*(?P<n>\d{1,2})\s*\)\s*[.、]?\s*"),
    lazy_pattern(rf"\(\s*(?P<n>[{_HAN}]{{1,3}})\s*\)\s*、?\s*"),
    lazy_pattern(r"(?P<n>[①-⑳])\s*[.、]?\s*"),
    lazy_pattern(r"(?P<n>\d{1,2})\s*[.、)](?!\d)\s*"),
    lazy_pattern(rf"(?P<n>[{_HAN}]{{1,3}})[、.是]\s*"),
    lazy_pattern(rf"第(?P<n>[{_HAN}]{{1,3}})\s*[,、.:]\s*"),
    lazy_pattern(rf"其(?P<n>[{_HAN}])\s*[,、.:]\s*"),
)
_BEFORE = " \t\n。；;：:，,、！？”）)分"


def read_points(texts: Sequence[str]) -> tuple[str, ...]:
    """The points of an answer given as lines; a list numbered from 1 is cut into its parts."""
    text = join_broken([line.strip() for line in texts if line.strip()])
    if not text:
        return ()
    parts = _numbered(text)
    if not parts:
        parts = text.split("\n")
    return tuple(point for part in parts if (point := shown(part)))


def numbered_parts(texts: Sequence[str]) -> list[str]:
    """The parts of an answer that is nothing but a list written 1. 2. 3.; [] for any other."""
    text = "\n".join(line.strip() for line in texts if line.strip())
    return _numbered(text) if _MARKS[3].match(fold(text)) else []


def _numbered(text: str) -> list[str]:
    """The parts of the outermost list in a text, its introduction first; [] where there is none."""
    folded = fold(text)
    best: list[re.Match[str]] = []
    for pattern in _MARKS:
        found: list[re.Match[str]] = []
        for match in pattern.finditer(folded):
            if _value(match["n"]) == len(found) + 1 and (
                match.start() == 0 or folded[match.start() - 1] in _BEFORE or pattern in _MARKS[:3]
            ):
                found.append(match)
        if len(found) >= 2 and (not best or found[0].start() < best[0].start()):
            best = found
    if not best:
        return []
    ends = [match.start() for match in best[1:]] + [len(text)]
    parts = [
        text[match.end() : end].strip().strip("；;").strip() for match, end in zip(best, ends, strict=True)
    ]
    lead = text[: best[0].start()].strip()
    return [lead, *parts] if lead else parts


def _value(written: str) -> int:
    if written.isascii():
        return int(written)
    if "①" <= written <= "⑳":
        return ord(written) - ord("①") + 1
    if written in _HAN:
        return _HAN.index(written) + 1
    return {"十一": 11, "十二": 12, "十三": 13, "十四": 14, "十五": 15}.get(written, 0)
