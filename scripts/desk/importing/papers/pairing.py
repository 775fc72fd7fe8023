"""Two files that belong together: the questions in one, their key in the other."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from desk.importing.papers.keys import key_behind, read_key_entries
from desk.importing.papers.lines import MOST_CHARACTERS, PaperLine
from desk.importing.papers.options import option_at_start
from desk.importing.papers.runs import read_run
from lianxue.reading.patterns import lazy_pattern

_KEY_WORDS = lazy_pattern(r"(?:参考|标准|正确)?答案|解析|key|answers?", re.IGNORECASE)
_NOISE = lazy_pattern(
    r"[\s_\-—－()（）\[\]【】《》.、,，及与和的+]+|\.[A-Za-z0-9]{2,5}$|试卷|试题|题目|题库|卷子|问题|questions?"
)
_OF_BEFORE = lazy_pattern(r"(?:上|前|往)(?:一)?(?:期|周|次|月|季度|套|卷|回)|昨[日天]|往[期年]")
_PERIODS = tuple(
    map(
        lazy_pattern,
        (
            r"第[一二三四1-4]季度|[一二三四]季度",
            r"\d{4}年?(?!\d)",
            r"(?<!\d)(?:\d{1,2}|[一二三四五六七八九十]{1,3})月",
            r"[A-Da-d甲乙丙丁]卷",
            r"第[一二三四五六七八九十\d]{1,3}(?:期|套|章|单元|次|批|场)",
            r"[上下]半年",
        ),
    )
)


def is_key_file(name: str, lines: Sequence[PaperLine]) -> bool:
    """Whether a file is nothing but a key: entries, no options."""
    entries = options = numbered = 0
    for line in lines[:3000]:
        if len(line.folded) > MOST_CHARACTERS:
            continue
        found = read_key_entries(line.folded) or key_behind(line.folded)[1]
        run = None if found else read_run(line.folded)
        entries += len(found) if run is None else len(run[1])
        if not found and run is None:
            head = option_at_start(line.folded)
            options += head is not None and head.letter in "AB" and head.strength == "mark"
            numbered += bool(re.match(r"\s*\d{1,4}\s*[.、]", line.folded))
    if options:
        return False
    return entries >= 3 or (bool(entries or numbered) and bool(_KEY_WORDS.search(name)))


def match_files(
    names: Sequence[str], keys: Sequence[str], titles: Mapping[str, str] | None = None
) -> dict[str, str]:
    """The file of questions of every key file, where only one can be meant.

    `titles` are what stands at the head of each file: one of another quarter is not meant.
    """
    pairs: dict[str, str] = {}
    heads = titles or {}
    fitting = list(names)
    for key in keys:
        plain = _plain(key)
        names = [name for name in fitting if not _speak_of_others(name, key, heads)]
        same = [name for name in names if _plain(name) == plain]
        near = [name for name in names if plain and (plain in _plain(name) or _plain(name) in plain)]
        candidates = same or near or list(names)
        if len(candidates) == 1 and candidates[0] not in pairs.values():
            pairs[key] = candidates[0]
    return pairs


def _speak_of_others(name: str, key: str, heads: Mapping[str, str]) -> bool:
    """Whether names or titles tell two files apart: 第一季度 and 第二季度, A卷 and B卷, 2025年 and 2026年."""
    return are_of_others(name, key) or are_of_others(heads.get(name, ""), heads.get(key, ""))


def are_of_others(one: str, other: str) -> bool:
    """Whether two titles tell themselves apart by a quarter, a year, a month, a volume or a number."""
    for pattern in _PERIODS:
        left, right = set(pattern.findall(one)), set(pattern.findall(other))
        if left and right and not left & right:
            return True
    return False


def names_a_period(title: str) -> bool:
    """Whether a title says of which quarter, year, volume or number it is, or that it is of the last one."""
    return is_of_before(title) or any(pattern.search(title) for pattern in _PERIODS)


def is_of_before(title: str) -> bool:
    """上期答案: the key of another paper, whatever this one is called."""
    return "答案" in title and bool(_OF_BEFORE.search(title))


def _plain(name: str) -> str:
    stem = name.rsplit(".", 1)[0]
    return _NOISE.sub("", _KEY_WORDS.sub("", stem)).lower()
