"""Words that stand in an option or a stem and are no part of it: marks, chat, statistics, a type."""

from __future__ import annotations

import re
from collections.abc import Sequence

from desk.drafts.option_words import likeness
from desk.importing.papers.items import Item
from desk.importing.papers.stems import EMPTY
from desk.importing.papers.text import fold, quoted
from lianxue.reading.patterns import lazy_pattern

_LONGEST = 60  # characters of a line that is looked at
# 某学员：C · 2024-05-06 10:22 · （本题2分） · ※重点题 · A 2分 · 题库 第2页
_STRAY_LINE = lazy_pattern(
    r"\s*(?:[^\s:,。;《“]{1,8}\s?:\s?\S.{0,40}$|[^\s,。;]{1,12}\s+\d{1,2}:\d{2}|\d{1,2}:\d{2}\s*$|\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}日?(?:\s|$)|https?://|www\."
    r"|[(\[【][^()\[\]【】]{1,12}[)\]】]\s*$|[※★☆◆●▲■►]|[A-H]\s?\d{1,3}\s?(?:分|人|%)"
    r"|.{0,30}第\s?\d{1,4}\s?页\s*$|.{0,16}(?:我觉得|我认为|应该|多数|大多|同学|学员|考生).{0,6}选\s?[A-H])"
)
_STRAY_END = lazy_pattern(
    r"\s*(?:\(\s?(?:选这个|选它|选此项|就选这个|应选|此项正确|\d{1,6}\s?人[^()]{0,12}|\d{1,3}(?:\.\d{1,2})?%\s?,\s?\d{1,6}\s?人)\s?\)|[←⇐◀★]"
    r"|(?<=[^A-Za-z0-9\s])(?:[。\s]\s*|(?=[(\[【]))[(\[【]?\s?(?:本题)?(?:正确)?(?:答案|选)?\s?[:是为]?\s?[A-H]\s?(?:正确)?\s?[)\]】]?[。]?"
    r"|(?<=\S)[\s(【](?:对|错|正确|错误|×|√)[)】]?|(?<=\S)\s?\(\s?\d{1,2}分\s?\))\s*$"
)
_TYPE_AHEAD = lazy_pattern(
    r"\s*(?P<word>单选题|多选题|单项选择题|多项选择题|不定项选择题)(?=[\u4e00-\u9fff“《])(?![的是中里和与及])"
)
_GAP = lazy_pattern(r"\(\s*\)|_{2,}")
_FILLED = lazy_pattern(
    r"\(\s*(?:[A-H]\s?[.、\s]\s?)?(?P<text>[^()]{1,30}?)\s*\)|_{1,8}\s?(?P<lined>[^()_]{1,30}?)\s?_{1,8}"
)
# …种。（答案：五） · …种。B · …种。 第3页
_STRAY_TAIL = lazy_pattern(
    r"[。?][ \t]*(?P<tail>[(\[【]?[ ]?(?:(?:正确|参考)?答案|得分|正确率|图片|第\s?\d{1,3}\s?页|→?\s?[A-H](?![A-Za-z])|[√×✓])[^。()]{0,10}[)\]】]?)\s*$"
)


def stray_doubts(item: Item, options: Sequence[tuple[str, str]], stem: str) -> list[str]:
    """A doubt for each text that does not look like a part of the option or the stem it stands in."""
    doubts = []
    for option in item.options:
        stray = next((text for text in option.texts[1:] if _is_stray(text)), "")
        if stray:
            doubts.append(f"选项 {option.letter} 后面的一行“{quoted(stray)}”不像选项的文字")
    for letter, text in options:
        end = _STRAY_END.search(fold(text[-30:]))
        if end and end.group().strip() != text.strip():
            doubts.append(f"选项 {letter} 末尾的“{quoted(text[-30:][end.start() :].strip())}”不像选项的文字")
    if ahead := _TYPE_AHEAD.match(fold(stem)):
        doubts.append(f"题干开头的“{ahead['word']}”像是题型，没有和题干分开")
    return doubts


def without_filling(stem: str, options: Sequence[tuple[str, str]], answer: Sequence[str]) -> tuple[str, str]:
    """The stem with the text of the right option taken out of its bracket, and a doubt where another stands there."""
    folded = fold(stem)
    if tail := _STRAY_TAIL.search(folded[-60:]):
        return stem, f"题干末尾的“{quoted(stem[-60:][tail.start('tail') :])}”不像题干的文字"
    if folded[:1] in answer and folded[1:2] == " ":
        return stem, f"题干开头的“{folded[0]}”像是答案"
    if "(" not in folded and "_" not in folded:
        return stem, ""
    named = {likeness(text): letter for letter, text in options if text.strip()}
    found = [match for match in _FILLED.finditer(folded) if likeness(_inside(match)) in named]
    if len(found) != 1:
        return stem, ""
    letter = named[likeness(_inside(found[0]))]
    if list(answer) == [letter] and not _GAP.search(folded):
        return stem[: found[0].start()] + EMPTY + stem[found[0].end() :], ""
    if _GAP.search(folded) and letter not in answer:
        return stem, ""
    return stem, f"题干的括号里写着选项 {letter} 的文字，看不出是不是答案"


def _inside(match: re.Match[str]) -> str:
    return match["text"] or match["lined"]


def _is_stray(text: str) -> bool:
    return len(text) <= _LONGEST and bool(_STRAY_LINE.match(fold(text)))
