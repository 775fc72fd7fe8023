"""Gaps of fill-in questions: found in the stem, filled from the answer."""

from __future__ import annotations

import re
from collections.abc import Sequence

from desk.importing.papers.text import fold, shown

GAP = "____"
_LINES = re.compile(
    r"_{2,}\s*(?:[(\[]\s*(?:\d{1,2}|[①-⑳])\s*[)\]]|\d{1,2}|[①-⑳])\s*_{2,}|_(?:\s?_)+|-{4,}|─{3,}|\[填空\d*\]|\{\s*\d*\s*\}"
)
_BRACKETS = re.compile(r"[(\[【]\s*_*\s*[)\]】]")
_NUMBERED_BRACKETS = re.compile(r"[(\[【]\s*(?:\d{1,2}|[①-⑳])\s*[)\]】]")
_FILLED = re.compile(r"[（(][^（）()]{1,40}[)）]|(?<!_)_[^_]{1,40}_(?!_)")
_DOTS = re.compile(r"\.{6,}|…{2,}")
_DIGIT = re.compile(r"(?<![\d.A-Za-z第])(\d)(?![\d%年月日个次届条A-Za-z]|\.\d)")
_NUMBERED = re.compile(
    r"\s*(?:\(\s*(?P<c>\d{1,2})\s*\)|(?P<e>[①-⑳])|(?:^|(?<=[\s;；,，。、|]))"
    r"(?:第\s*(?P<a>[一二三四五六七八九十\d]{1,2})\s*空|空格?\s*(?P<b>\d{1,2})|(?P<d>\d{1,2})\s*[.、:)](?!\d)))\s*[:、.]?\s*"
)
_GROUPS = re.compile(r"\s*\(([^()]{1,200})\)")
_SYNONYMS = re.compile(r"\s*(?:;|；|\||/|／|或者|\s或\s)\s*")


def count_gaps(stem: str) -> int:
    """How many gaps of underscores a stem has."""
    return len(_LINES.findall(fold(stem)))


def has_empty_bracket(stem: str) -> bool:
    """Whether a stem has an empty bracket."""
    return bool(_BRACKETS.search(fold(stem)))


def words_in_brackets(stem: str) -> list[str]:
    """What stands in the brackets of a stem, bracket by bracket, brackets included."""
    return [match.group() for match in _FILLED.finditer(stem)]


def with_gaps(stem: str, count: int, labelled: bool, is_declared: bool) -> tuple[str, int]:
    """The stem with every gap as ____, and their number.

    `count` is what the answer says; `labelled`: the answer numbers its gaps, so that digits which
    stand in the stem alone, each once, are gaps that lost their lines.
    """
    folded = fold(stem)
    for pattern in (_LINES, _BRACKETS, _DOTS):
        found = list(pattern.finditer(folded))
        if pattern is _LINES and found and count > len(found):
            both = sorted([*found, *_BRACKETS.finditer(folded)], key=lambda match: match.start())
            found = both if len(both) == count else found
        if found:
            return _replace(stem, [match.span() for match in found]), len(found)
    numbered = list(_NUMBERED_BRACKETS.finditer(folded)) if is_declared else []
    if numbered and len(numbered) == count:
        return _replace(stem, [match.span() for match in numbered]), count
    if labelled and count:
        digits = list(_DIGIT.finditer(folded))
        if [int(match[1]) for match in digits] == list(range(1, count + 1)):
            return _replace(stem, [match.span() for match in digits]), -count
    return stem, 0


def _replace(stem: str, spans: Sequence[tuple[int, int]]) -> str:
    result, position = "", 0
    for start, end in spans:
        result += stem[position:start] + GAP
        position = end
    return result + stem[position:]


def read_fillings(text: str, count: int) -> tuple[tuple[tuple[str, ...], ...], bool]:
    """The accepted fillings of each gap, () where their number cannot be made `count`; and whether they are numbered.

    Tried in this order: `|`, numbered fillings, (…)(…), lines, `;`, `、`, blanks.
    """
    folded = fold(text)
    if "|" in folded and count != 1:
        parts = folded.strip(" |").split("|")
        return (_gaps(parts), False) if len(parts) == count else ((), False)
    numbered = _split_numbered(text)
    if numbered and len(numbered) == count:
        return _gaps(numbered), True
    groups = _GROUPS.findall(folded)
    if len(groups) == count and not _GROUPS.sub("", folded).strip():
        return _gaps(groups), False
    if count == 1:
        single = text.strip().removesuffix("。").strip()
        return ((_synonyms(single),), False) if single else ((), False)
    for separator in (r"\n", r"[;；]", r"[、]", r"[,，]", r"\s{2,}", r"\s+", r"[/／]"):
        parts = [part for part in re.split(separator, text.strip()) if part.strip()]
        if len(parts) == count:
            return _gaps(parts), False
    return (), False


def number_of_fillings(text: str) -> tuple[int, bool]:
    """How many fillings an answer seems to have, and whether it numbers them."""
    numbered = _split_numbered(text)
    if numbered:
        return len(numbered), True
    groups = _GROUPS.findall(fold(text))
    if groups and not _GROUPS.sub("", fold(text)).strip():
        return len(groups), False
    for separator in (r"\|", r"\n", r"[;；]", r"[、]"):
        parts = [part for part in re.split(separator, fold(text).strip()) if part.strip()]
        if len(parts) > 1:
            return len(parts), False
    return 1, False


def _split_numbered(text: str) -> list[str]:
    folded = fold(text)
    matches = list(_NUMBERED.finditer(folded))
    values = [_value(match) for match in matches]
    if not matches or matches[0].start() > 1 or values != list(range(1, len(values) + 1)):
        return []
    if len(matches) == 1 and matches[0]["d"]:
        return []
    ends = [match.start() for match in matches[1:]] + [len(text)]
    return [text[match.end() : end].strip(" \n;；,，。、") for match, end in zip(matches, ends, strict=True)]


def _value(match: re.Match[str]) -> int:
    written = next(group for group in match.groups() if group)
    if written.isdigit() and written.isascii():
        return int(written)
    if "①" <= written <= "⑳":
        return ord(written) - ord("①") + 1
    return "一二三四五六七八九十".find(written) + 1


def _gaps(parts: Sequence[str]) -> tuple[tuple[str, ...], ...]:
    gaps = tuple(_synonyms(part.strip(" 。;；\n\t")) for part in parts)
    return gaps if all(gaps) else ()


def _synonyms(text: str) -> tuple[str, ...]:
    text = text.strip().strip("_").strip()
    if re.search(r"\d\s*[/／]\s*\d|https?:", text):
        return (shown(text),) if text else ()
    return tuple(dict.fromkeys(shown(part) for part in _SYNONYMS.split(text) if part.strip()))
