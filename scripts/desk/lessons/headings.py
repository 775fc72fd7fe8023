"""Find the headings of a talk: by style, or by bold and numbers used consistently."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence

from desk.documents.model import Line

_NUMBER = "[〇零一二三四五六七八九十百]+"
# From the outer to the inner: a number's look gives the rank where no style does.
PATTERNS: tuple[re.Pattern[str], ...] = (
    re.compile(rf"第\s*(?:{_NUMBER}|\d+)\s*(?:部分|单元|编|篇)"),
    re.compile(rf"第\s*(?:{_NUMBER}|\d+)\s*[讲章]"),
    re.compile(rf"第\s*(?:{_NUMBER}|\d+)\s*节"),
    re.compile(rf"{_NUMBER}\s*[、．.]"),
    re.compile(rf"[（(]\s*{_NUMBER}\s*[）)]"),
    re.compile(r"\d{1,2}\s*[、．.](?!\d)"),
    re.compile(r"[（(]\s*\d{1,2}\s*[）)]"),
)
_SPECIAL = re.compile(
    r"(?:一分钟要点|学习目标|内容提要|前言|引言|导语|开场|结语|结束语|小结|总结|常见误区|以案释纪|案例分析|思考题|延伸阅读|课后思考)$"
)
_END = re.compile(r"[。；;：:，,、]$")
_BOLD_RANK = 90  # below every number
_FIRST_ARABIC = 5  # in PATTERNS
_LONGEST, _LONGEST_BOLD, _LONGEST_ALONE = 40, 60, 20


def find_headings(lines: Sequence[Line]) -> Mapping[int, int]:
    """Index of a line → its level from 2 to 4, for every heading among `lines` (the title is not among them)."""
    patterns = {index: pattern_of(line.text) for index, line in enumerate(lines)}
    styled = {index: line.heading for index, line in enumerate(lines) if line.heading and line.text.strip()}
    consistent = _consistent(lines, patterns, styled)
    ranks: dict[int, int] = dict(styled)
    look_ranks = _look_ranks(styled, patterns)
    for index, line in enumerate(lines):
        if index in ranks or not line.text.strip():
            continue
        pattern = patterns[index]
        if pattern is not None and _is_heading_like(line) and (is_bold(line) or index in consistent):
            ranks[index] = look_ranks[pattern]
        elif _is_plain_heading(line, pattern):
            ranks[index] = _BOLD_RANK
    outermost = min((rank for rank in ranks.values() if rank != _BOLD_RANK), default=_BOLD_RANK)
    for index, rank in ranks.items():
        if rank == _BOLD_RANK and (
            _SPECIAL.match(lines[index].text.strip())
            or not any(other < index for other in ranks if ranks[other] != _BOLD_RANK)
        ):
            ranks[index] = outermost
    return _levels(ranks)


def pattern_of(text: str) -> int | None:
    """Which look of number opens a text, as a place in PATTERNS."""
    text = text.lstrip()
    return next((place for place, pattern in enumerate(PATTERNS) if pattern.match(text)), None)


def is_bold(line: Line) -> bool:
    """Whether all of a line is bold; its automatic number need not be."""
    spans = [span for span in line.spans if span.text.strip()]
    if spans and line.label and spans[0].text.strip() == line.label.strip():
        spans = spans[1:]
    return bool(spans) and all(span.is_bold for span in spans)


def _is_heading_like(line: Line) -> bool:
    text = line.text.strip()
    if is_bold(line):
        return len(text) <= _LONGEST_BOLD
    return len(text) <= _LONGEST and not _END.search(text)


def _is_plain_heading(line: Line, pattern: int | None) -> bool:
    """A heading without a number: short, all bold, no end mark; or one of the usual words alone."""
    text = line.text.strip()
    if pattern is not None or line.is_list_item:
        return False
    if is_bold(line) and len(text) <= _LONGEST and not _END.search(text):
        return True
    return bool(_SPECIAL.match(text))


def _consistent(
    lines: Sequence[Line], patterns: Mapping[int, int | None], styled: Mapping[int, int]
) -> set[int]:
    """The unstyled lines whose number makes them headings though not bold: short, text between them.

    Numbered lines directly one after another are a list, and so is a look that mostly opens
    sentences. Arabic numbers count less: one alone is no heading.
    """
    found: set[int] = set()
    for look in range(len(PATTERNS)):
        indexes = [index for index, pattern in patterns.items() if pattern == look and index not in styled]
        alone = [
            index
            for index in indexes
            if _is_heading_like(lines[index])
            and patterns.get(index + 1) != look
            and patterns.get(index - 1) != look
        ]
        if len(alone) >= 0.6 * len(indexes) and len(alone) >= (2 if look >= _FIRST_ARABIC else 1):
            found.update(alone)
        elif look < _FIRST_ARABIC:
            found.update(index for index in alone if len(lines[index].text.strip()) <= _LONGEST_ALONE)
    return found


def _look_ranks(styled: Mapping[int, int], patterns: Mapping[int, int | None]) -> Mapping[int, int]:
    """The rank of each look: that of the style it is mostly written in, else below all styles."""
    below = max(styled.values(), default=0) + 1
    ranks: dict[int, int] = {}
    for look in range(len(PATTERNS)):
        used = Counter(rank for index, rank in styled.items() if patterns[index] == look)
        ranks[look] = used.most_common(1)[0][0] if used else below + look
    return ranks


def _levels(ranks: Mapping[int, int]) -> Mapping[int, int]:
    """Ranks as levels 2, 3 and 4, none skipped on the way in."""
    order = {rank: min(2 + place, 4) for place, rank in enumerate(sorted(set(ranks.values())))}
    levels: dict[int, int] = {}
    last = 1
    for index in sorted(ranks):
        last = levels[index] = min(order[ranks[index]], last + 1)
    return levels
