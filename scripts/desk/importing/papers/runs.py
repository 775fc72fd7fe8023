"""Keys without numbers: 单选题答案：BACDA, an answer for each question of a section in turn."""

from __future__ import annotations

from collections.abc import Sequence

from desk.importing.papers.headings import TYPE_WORDS, Heading, read_ordinal
from desk.importing.papers.text import fold
from lianxue.reading.patterns import lazy_pattern

_TICK = "√|×|正确|错误|对|错|[TF](?![a-z])"
_ANSWERS = rf"(?:{_TICK}|[A-H])(?:[\s、,;/.|]{{0,4}}(?:{_TICK}|[A-H])){{0,1500}}"
_WORDS = "|".join(sorted(filter(None, TYPE_WORDS), key=len, reverse=True))
_LINE = lazy_pattern(
    r"[\s(]{0,8}(?P<ordinal>[一二三四五六七八九十]{1,3}\s?[、.)]{1,2}\s?|第[一二三四五六七八九十]{1,2}(?:大题|部分)\s?)?"
    rf"[\[【]?(?P<word>{_WORDS})[\]】]?\s?(?P<called>(?:的)?(?:参考|标准|正确)?答案)?\s?(?P<mark>[:：]|是|为)?\s{{0,8}}(?P<answers>{_ANSWERS})[\s。.;]*$"
)
_ALONE = lazy_pattern(rf"\s{{0,8}}(?P<answers>{_ANSWERS})[\s。.;]*$")
_BETWEEN = lazy_pattern(r"[\s、,;/.|]+")
_SINGLE = lazy_pattern(_TICK + "|[A-H]")


def read_run(folded: str) -> tuple[Heading, str] | None:
    """(the section it is of, the answers) of a line such as 单选题答案：BACDA; None for any other."""
    if "题" not in folded[:20] and "选" not in folded[:20] and "断" not in folded[:20]:
        return None
    match = _LINE.match(folded)
    if match is None or not (match["called"] or match["mark"]):
        return None
    heading = Heading(
        kind="section" if not match["called"] else "key",
        type=TYPE_WORDS[match["word"]],
        is_typed=True,
        ordinal=read_ordinal(match["ordinal"] or ""),
        title=match["word"],
    )
    return heading, match["answers"]


def is_run(folded: str) -> bool:
    """Whether a line is nothing but answers."""
    return bool(_ALONE.match(folded))


def answers_of_run(texts: Sequence[str], kind: str, count: int) -> list[str]:
    """The answers of lines without numbers, where they can be `count` in one way only; [] else.

    `kind` is the type of the questions: several letters are one answer only where it allows for it.
    """
    folded = " ".join(map(fold, texts))
    parts = [part for part in _BETWEEN.split(folded) if part]
    single = _SINGLE.findall(folded)
    readings = [single] if kind in ("single_choice", "true_false") else [parts]
    if kind not in ("single_choice", "true_false", "multiple_choice"):
        readings.append(single)
    fitting = [reading for reading in readings if len(reading) == count]
    return fitting[0] if fitting else []


def number_of_answers(texts: Sequence[str], kind: str) -> int:
    """How many answers the lines seem to hold."""
    folded = " ".join(map(fold, texts))
    if kind in ("single_choice", "true_false"):
        return len(_SINGLE.findall(folded))
    return len([part for part in _BETWEEN.split(folded) if part])
