"""Notes of a paper that take back the question or the answer of a number: 更正：第 3 题选 B。"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from desk.importing.papers.lines import PaperLine
from desk.importing.papers.text import quoted
from lianxue.reading.patterns import lazy_pattern

_LONGEST = 120  # characters of a note
_HINT = lazy_pattern(r"[正误]|作废|存疑|待[核定]|争议|取消|删|改|应|无答|不[计作]|送分|[均都]|编者|→")
# 第 3 题有误 · 3题答案应为B · 第3题A、B均给分
_TAKEN_BACK = lazy_pattern(
    r"(?P<n>\d{1,3}(?:\s?[、,和及]\s?(?:第\s?)?\d{1,3}){0,9})\s?(?:小?题|号题)\s?[:,]?\s?(?:的)?(?:原|参考|标准|正确)?(?:答案|原题|题干|题目|选项|[此本该]题){0,2}"
    r"(?:可能|似乎|已|已经)?(?:有误|错误|存疑|待[核定]|有争议|作废|取消|删除|删去|更正|订正|勘误|改为|改成|改选|应为|应是|应选|应改|无正确|无答案|没有正确|不计分|不作|送分"
    r"|\(?[A-H](?:\s?[、,和或及]?\s?[A-H]){0,7}\)?\s?[均都])"
)
_ERRATUM = lazy_pattern(r"\s*[(\[【※*]?\s?(?:更正|勘误|订正|纠错|编者[按注]|编后|改错说明|修改说明)")
_NUMBERS = lazy_pattern(
    r"(?:第\s?)?(?P<n>\d{1,3}(?:\s?[、,和及]\s?\d{1,3}){0,9})\s?(?:小?题|[.、:]\s?(?=[A-H对错√×]))"
)
_OPENING = lazy_pattern(r"\s*[(\[【※*]?\s?(?:(?:注|说明|备注|提示)\s?[:]?\s?)?(?:第\s?)?(?=\d)")
_ASKS = lazy_pattern(r"\(\s*\)|_{2,}|\?")
_DIGITS = lazy_pattern(r"\d{1,3}")


def read_errata(lines: Sequence[PaperLine], stems: Collection[int]) -> Mapping[int, str]:
    """The doubt for each number that a note speaks of; `stems` are the lines of questions' own texts."""
    doubts: dict[int, str] = {}
    for index, line in enumerate(lines):
        if index in stems or not _may_be_note(line.folded):
            continue
        pattern = _NUMBERS if _ERRATUM.match(line.folded) else _TAKEN_BACK
        for match in pattern.finditer(line.folded):
            for written in _DIGITS.findall(match["n"]):
                doubts.setdefault(int(written), f"文中写着“{quoted(line.text.strip(), 40)}”")
    return doubts


def is_erratum(folded: str) -> bool:
    """Whether a line as a whole is such a note, and no part of the question it stands under."""
    if not _may_be_note(folded) or _ASKS.search(folded):
        return False
    if _ERRATUM.match(folded):
        return bool(_NUMBERS.search(folded))
    opening = _OPENING.match(folded)
    return opening is not None and bool(_TAKEN_BACK.match(folded, opening.end()))


def _may_be_note(folded: str) -> bool:
    if len(folded) > _LONGEST or ("题" not in folded and "正" not in folded and "勘误" not in folded):
        return False
    return bool(_HINT.search(folded))
