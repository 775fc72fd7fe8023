"""Share an answer out over the gaps of a fill-in."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

from lianxue.reading.chinese_numerals import parse_number
from lianxue.reading.folding import clean
from lianxue.reading.patterns import lazy_pattern

Gaps = tuple[tuple[str, ...], ...]

_CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"
_NUMBERED = lazy_pattern(
    r"\s*(?:[(（]\s*(?P<c>\d{1,2})\s*[)）]|(?P<e>[①-⑳])|(?:^|(?<=[\s;；,，。、|｜]))"
    r"(?:第\s*(?P<a>[一二三四五六七八九十\d]{1,2})\s*空|空格?\s*(?P<b>\d{1,2})|(?P<d>\d{1,2})\s*[.．、:：)）](?!\d)))\s*[:：、.．]?\s*"
)
_GROUP = lazy_pattern(r"[（(【\[]([^（）()【】\[\]]{1,400})[）)】\]]")
_BARS = lazy_pattern(r"[|｜]+")
_OUTER = (r"\n+", r"[;；]", r"#+", r"\t+", r"、", r"[,，]", r"[ 　]{2,}", r"[\s　]+", r"[/／]")
_SYNONYMS = lazy_pattern(r"\s*(?:[|｜;；\n/／]|或者|\s或\s)\s*")
# 改组、解散（各空不分先后）
_ANY_ORDER = lazy_pattern(
    r"[\s（(，,；;。、]*(?:(?:以上|上述|各|两|几)?空?(?:的)?)?(?:不分(?:先后|顺序|次序)|(?:先后)?(?:顺序|次序)(?:不限|可(?:以)?(?:调换|颠倒|互换|交换|不同|变动))|前后可互换|无先后顺序)[）)。\s]*$"
)
# 五（或5） · 五（5也可）
_OTHER = lazy_pattern(
    r"(?P<a>[^（(]{1,40})[（(]\s*(?P<said>或者?|也可(?:以)?(?:写|填|答)?(?:作|成|为)?|写成|亦可)?\s*(?P<b>[^（）()]{1,40}?)\s*(?P<too>也可(?:以)?|亦可|均可|也对|也行)?\s*[）)]$"
)
_REMARK = lazy_pattern(
    r"[（(][^）)]*[）)]|[（(][^）)]*$|先后|顺序不|次序不|[，,](?:不是|而不是|而非|不能|不得写|也可|均可)"
)
_LEFT_OUT = lazy_pattern(
    r"[\s（(【]*(?:答案)?(?:从?略|暂缺|暂无|待补|待定|空缺|见附件\S{0,4}|参见?教材|自拟|开放性?答案)[\s）)】。.]*$"
)
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


def take_order(answer: str) -> tuple[str, bool]:
    """(an answer without the words that its fillings may change places, whether it had them)."""
    match = _ANY_ORDER.search(answer)
    return (answer[: match.start()].rstrip(), True) if match and match.start() else (answer, False)


def remark_in(gaps: Gaps) -> str:
    """A filling that holds more than what is to be filled in, such as 五种，不是六种; "" for none."""
    return next((text for gap in gaps for text in gap if _REMARK.search(text)), "")


def is_left_out(text: str) -> bool:
    """略, 见附件: no answer, but a word that there is none here."""
    return bool(_LEFT_OUT.match(text))


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
    if (match := _OTHER.match(text)) and (match["said"] or match["too"] or _is_same(match["a"], match["b"])):
        return tuple(dict.fromkeys((*synonyms(match["a"]), *synonyms(match["b"]))))
    return tuple(dict.fromkeys(_kept(part) for part in _SYNONYMS.split(text) if part.strip()))


def _is_same(one: str, other: str) -> bool:
    """Whether two texts are one number: 五 and 5."""
    values = [int(text) if text.isascii() and text.isdigit() else parse_number(text) for text in (one, other)]
    return values[0] is not None and values[0] == values[1]


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
