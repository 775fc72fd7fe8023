"""Lines of copied pages that hold the end of one question and the start of the next come apart."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from desk.documents.model import Span
from desk.importing.papers.headings import TYPE_WORDS
from desk.importing.papers.lines import MOST_CHARACTERS, PaperLine
from lianxue.reading.patterns import lazy_pattern

_FAR = 60  # lines back to the question before
_MOST_PIECES = 400  # of a line
_WORDS = "|".join(sorted(TYPE_WORDS, key=len, reverse=True))
# …情形。2、 and …情形。二、多选题(20题)1、: a number behind the end of a sentence or behind a heading
_SEAM = lazy_pattern(
    r"(?P<stop>[。?!;)\]】])\s?(?P<n>\d{1,3})\s?(?:、|[.](?!\d))|(?P<head>题)\s?(?P<m>\d{1,3})\s?(?:、|[.](?!\d))"
)
_HEAD = lazy_pattern(
    rf"(?P<title>[^。?!;]{{0,60}}?)(?P<section>(?:第[一二三四五六七八九十\d]{{1,3}}(?:部分|大题)|[一二三四五六七八九十]{{1,2}}、)?"
    rf"[\s:、.]?(?:{_WORDS})\s?(?:\([^()]{{0,40}}\))?)\s*$"
)
_SENTENCE_ENDS = "。?!;"
_LONGEST_STEM = 600
_ASKED = lazy_pattern(r"\(\s*\)|_{2,}|(?:\?|[是为有于:])\s*$")
_OPTIONS = lazy_pattern(r"(?<![A-Z])A\s?[.、:)].{1,300}?(?<![A-Z])B\s?[.、:)]")
_OPENS_OPTIONS = lazy_pattern(r"\s*[(【\[]?A\s?[.、:)】\]]")
_OPENS_ANSWER = lazy_pattern(r"\s*[(【\[]?\s?(?:正确|参考|标准)?答案\s?[】\])]?\s?[:A-H对错√×]?")
_NUMBER = lazy_pattern(r"\s*(?P<n>\d{1,3})\s?(?:、|[.](?!\d))")
_ANSWERED = lazy_pattern(r"答案|解析")


def unglued(lines: Sequence[PaperLine]) -> tuple[PaperLine, ...]:
    """The lines, those that hold several questions or a heading and a question cut in pieces.

    A cut wants all of this: the number goes on counting from a question that was answered (or is 1 behind a
    heading), a sentence or a heading ends before it, and what follows it asks or has options.
    """
    found: list[PaperLine] = []
    for index, line in enumerate(lines):
        following = lines[index + 1].folded if index + 1 < len(lines) else ""
        rest = line
        for _ in range(_MOST_PIECES):
            cut = _cut(rest.folded, following, found)
            if cut is None:
                break
            before, rest = _parted(rest, cut[-1])
            start = 0
            for end in cut:
                if before.folded[start:end].strip():
                    found.append(_part(before, start, end))
                start = end
        found.append(rest)
    return tuple(found) if len(found) > len(lines) else tuple(lines)


def _cut(folded: str, following: str, before: Sequence[PaperLine]) -> tuple[int, ...] | None:
    """Where a line is to be cut, the last place being the number's; None for nearly every line."""
    if len(folded) > MOST_CHARACTERS:
        return None
    for match in _SEAM.finditer(folded, 2):
        place = match.start("n") if match["n"] else match.start("m")
        value = int(match["n"] or match["m"])
        end = _end_of_stem(folded, match.end(), following)
        if end is None:
            continue
        head = _heading_before(folded, place) if match["n"] is None or match["stop"] in ")】]" else None
        if head is not None and (value == 1 or _goes_on(value, folded[: head[0]], before)):
            return tuple(dict.fromkeys((*head, place)))
        if match["n"] and match["stop"] in "。?!)" and _goes_on(value, folded[:place], before):
            # the points of an explanation may count past the same number
            same = [
                later.start("n") for later in _SEAM.finditer(folded, place, end) if later["n"] == match["n"]
            ]
            return (same[-1] if same else place,)
    return None


def _end_of_stem(folded: str, start: int, following: str) -> int | None:
    """Where the stem behind a number ends; None where the text asks nothing, or no options and no answer follow it."""
    options = _OPTIONS.search(folded, start)
    end = options.start() if options else len(folded)
    if not _ASKED.search(folded[start : min(end, start + _LONGEST_STEM)]):
        return None
    return end if options or _OPENS_OPTIONS.match(following) or _OPENS_ANSWER.match(following) else None


def _heading_before(folded: str, place: int) -> tuple[int, int] | None:
    """Where the title and the heading right before a number start; None where there is no heading."""
    start = max(folded.rfind(sign, 0, place) for sign in _SENTENCE_ENDS) + 1
    match = _HEAD.match(folded[:place], start)
    if match is None or (start and match["title"].strip()):
        return None
    return start, match.start("section")


def _goes_on(value: int, own: str, before: Sequence[PaperLine]) -> bool:
    """Whether the question before has the number before, and has been answered."""
    is_answered = bool(_ANSWERED.search(own))
    if _opens(own, value - 1):
        return is_answered
    for line in reversed(before[-_FAR:]):
        if _opens(line.folded, value - 1):
            return is_answered
        is_answered = is_answered or bool(_ANSWERED.search(line.folded[:40]))
    return False


def _opens(folded: str, value: int) -> bool:
    match = _NUMBER.match(folded)
    return match is not None and int(match["n"]) == value


def _parted(line: PaperLine, place: int) -> tuple[PaperLine, PaperLine]:
    return _part(line, 0, place), _part(line, place, len(line.text))


def _part(line: PaperLine, start: int, end: int) -> PaperLine:
    """The piece of a line from `start` to `end`; it comes from the same source."""
    return replace(
        line,
        text=line.text[start:end],
        folded=line.folded[start:end],
        spans=tuple(_spans(line.spans, start, end)),
        heading=0 if start else line.heading,
        is_after_blank=line.is_after_blank and not start,
        has_picture=line.has_picture and not start,
        struck="" if start else line.struck,
    )


def _spans(spans: Sequence[Span], start: int, end: int) -> Iterator[Span]:
    position = 0
    for span in spans:
        first, last = max(start - position, 0), min(end - position, len(span.text))
        if first < last:
            yield replace(span, text=span.text[first:last])
        position += len(span.text)
