"""Share an answer out over the gaps of a fill-in, and over the points of a short answer."""

from __future__ import annotations

import re
from collections.abc import Sequence

from desk.importing.records.record import Item

Gaps = tuple[tuple[str, ...], ...]

_BRACKETED = re.compile(r"[（(【\[]([^（）()【】\[\]]+)[）)】\]]")
_NUMBERED = re.compile(
    r"(?:^|(?<=[\s;；,，、|]))(?:[（(]\d{1,2}[）)]|[①-⑳]|第?[一二三四五六七八九十\d]{1,2}[空、.．:：](?!\d))\s*[:：]?\s*"
)
_OUTER = (r"\n+", r"\|{2,}", r"[|｜]", r"[;；]", r"#+", r"\t+", r"、", r"[,，]", r"[/／]", r"[ 　]+")
_SYNONYMS = re.compile(r"\s*(?:[|｜;；\n]|(?<![0-9])[/／](?![0-9])|\s或者?\s)\s*")
_EDGE = " \t　。．;；,，、|"


def split_fillings(answer: str, count: int) -> Gaps | None:
    """The fillings of `count` gaps; None where the answer cannot be shared out over so many."""
    answer = answer.strip()
    if count == 1:
        return (_synonyms(_NUMBERED.sub("", answer, count=1) if _NUMBERED.match(answer) else answer),)
    bracketed = _BRACKETED.findall(answer)
    if len(bracketed) == count and not _BRACKETED.sub("", answer).strip(_EDGE):
        return tuple(_synonyms(part) for part in bracketed)
    numbered = [part.strip(_EDGE) for part in _NUMBERED.split(answer)]
    if len(numbered) == count + 1 and not numbered[0] and all(numbered[1:]):
        return tuple(_synonyms(part) for part in numbered[1:])
    for separator in _OUTER:
        parts = [part.strip() for part in re.split(separator, answer.strip(_EDGE))]
        if len(parts) == count and all(parts):
            return tuple(_synonyms(part) for part in parts)
    return None


def _synonyms(text: str) -> tuple[str, ...]:
    parts = [part.strip() for part in _SYNONYMS.split(text.strip())]
    return tuple(dict.fromkeys(part for part in parts if part))


def items_as_fillings(items: Sequence[Item | tuple[str, ...]], count: int) -> Gaps | None:
    """The same of an answer that is a list: an item a gap, or several fillings of the only one."""
    groups = [item if isinstance(item, tuple) else (str(item).strip(),) for item in items]
    if len(groups) == count:
        return tuple(
            _synonyms(group[0]) if len(group) == 1 else tuple(filter(None, group)) for group in groups
        )
    if count == 1:
        return (tuple(dict.fromkeys(part for group in groups for part in group if part)),)
    return None


def split_points(answer: str) -> tuple[str, ...]:
    """The points of a short answer: a line each."""
    return tuple(line.strip() for line in answer.split("\n") if line.strip())
