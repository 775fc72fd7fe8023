"""Tell what of a talk belongs to the form of an official letter: 版头, 主送, 落款, 版记."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from desk.documents.model import Line, Table

_NUMBER = re.compile(r"[一-鿿×]{1,15}[〔\[（(［]\s*\d{4}\s*[〕\]）)］]\s*第?\s*[\d×]{1,4}\s*号")
_RED_HEAD = re.compile(r"[一-鿿×、（）()\s　]{2,40}文\s*件$")
_ABOVE = re.compile(r"(?:特急|加急|特提|平急|急件)$|签发人\s*[：:].{1,20}$|(?:№|No\.?)?\s*\d{6}$")
_TO = re.compile(r"(?:各|机关各|局属各|全体|所属各)[^。；！？]{1,60}[：:]$")
_DAY = re.compile(
    r"(?:20\d\d|二[〇○零][〇○零一二三四五六七八九]{2})\s*年\s*[\d一二三四五六七八九十]{1,3}\s*月"
    r"\s*[\d一二三四五六七八九十]{1,3}\s*日$"
)
_ORGAN = re.compile(
    r"[一-鿿×、（）()\s　]{1,40}(?:局|委|委员会|办公室|支部|组|部|处|科|公司|院|校|中心|政府|厅|室|会|队|所|站|社|办)$"
)
_COPIES = re.compile(r"(?:抄送|抄报|主送|分送)\s*[：:]|.{2,40}\d{4}\s*年.{2,8}日\s*印发$|(?:共印|印数)")
_ANNEX = re.compile(r"附件\s*\d*\s*[：:].{1,60}$|\d{1,2}[.．]\s*[^。]{2,60}$")
_HEAD_LINES = 8


def letter_parts(blocks: Sequence[Line | Table]) -> Mapping[int, str]:
    """Index of a block → why it has no place in a lesson."""
    lines = [
        (index, block.text.strip())
        for index, block in enumerate(blocks)
        if isinstance(block, Line) and block.text.strip() and not block.heading
    ]
    return dict([*_head(lines[:_HEAD_LINES]), *_tail(lines[::-1])])


def _head(lines: Sequence[tuple[int, str]]) -> Iterator[tuple[int, str]]:
    """What stands down to the number of the letter, and whom it is sent to. Without a number only that."""
    numbered = [place for place, (_index, text) in enumerate(lines) if _NUMBER.match(text)]
    for place, (index, text) in enumerate(lines):
        if _TO.match(text):
            yield index, "主送单位"
        elif numbered and place == numbered[0]:
            yield index, "版头：发文字号"
        elif numbered and place < numbered[0] and (_RED_HEAD.match(text) or _ABOVE.match(text)):
            yield index, "版头"


def _tail(lines: Sequence[tuple[int, str]]) -> Iterator[tuple[int, str]]:
    """Who signed, when, and who gets copies. `lines` come from the last to the first."""
    place = 0
    while place < len(lines) and _COPIES.match(lines[place][1]):
        yield lines[place][0], "版记：抄送、印发"
        place += 1
    if place == len(lines) or not _DAY.match(lines[place][1]):
        return
    yield lines[place][0], "落款：日期"
    place += 1
    while place < len(lines) and _ORGAN.match(lines[place][1]):
        yield lines[place][0], "落款：单位"
        place += 1
    annexes = place
    while annexes < len(lines) and _ANNEX.match(lines[annexes][1]):
        annexes += 1
        if lines[annexes - 1][1].startswith("附件"):
            for index, _text in lines[place:annexes]:
                yield index, "附件说明：附件不进网页"
            return
