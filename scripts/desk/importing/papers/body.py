"""What a question asks for and what is right: the part that all types share."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache

from desk.drafts.fillings import is_left_out
from desk.importing.papers.items import Item
from desk.importing.papers.text import fold, join_broken, shown
from lianxue.reading.patterns import lazy_pattern

NO_ANSWER = "没有答案"


ONLY_LETTERS = lazy_pattern(r"\s*[A-H](?:[\s、,;/]{0,2}[A-H]){0,7}\s*[。.]?\s*$")


_END_TICK = lazy_pattern(r"\s{0,20}[(（\[【]?\s{0,20}(?:√|✓|✔|☑|✅|正确答案|正确|对)\s*[)）\]】]?\s*$")


_BRACKETED_END = lazy_pattern(r"\s*[(（\[【]\s*(?:√|✓|✔|正确答案|答案|正确)\s*[)）\]】]\s*$|\s*[√✓✔✅]\s*$")

_SAID_RIGHT = lazy_pattern(r"[(（\[【]\s*正确答案\s*[)）\]】]\s*$")


_BRACKETED_WRONG = lazy_pattern(r"\s*[(（\[【]\s*[×✗✘]\s*[)）\]】]\s*$|\s*[×✗✘❌]\s*$")


_END_LETTERS = lazy_pattern(
    r"\s*[【\[（(]\s*(?:(?:(?:正确|参考|标准)?答案?\s*[：:是为]?\s*)?(?:应?选\s*)?)(?P<letters>[A-HＡ-Ｈ](?:[\s、,，]{0,2}[A-HＡ-Ｈ]){0,7})\s*[】\])）]\s*$"
)


@dataclass(slots=True, kw_only=True)
class Body:
    """What a question asks for and what is right."""

    type: str = ""
    stem: str = ""
    options: tuple[tuple[str, str], ...] = ()
    left: tuple[tuple[str, str], ...] = ()
    right: tuple[tuple[str, str], ...] = ()
    pairs: tuple[tuple[str, str], ...] = ()
    answer: tuple[str, ...] = ()
    gaps: tuple[tuple[str, ...], ...] = ()
    points: tuple[str, ...] = ()
    any_order: bool = False  # the gaps may change places
    note: str = ""  # words behind the answer: they explain it
    has_gaps: bool = False
    doubts: list[str] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)


def answer_texts(item: Item) -> list[str]:
    """Every answer written for a question, under it or in a key, a text each."""
    texts = [join_broken([line.strip() for line in lines]) for lines in item.answers]
    texts += [join_broken([line.strip() for line in entry.answer]) for entry in item.keys]
    return [text for text in texts if text.strip() and not is_left_out(text)]


def read_options(item: Item) -> tuple[list[tuple[str, str]], tuple[str, ...]]:
    """The options' texts, and the letters of those that a tick marks as right."""
    texts = {
        index: shown(join_broken([text.strip() for text in option.texts])).rstrip("；;").rstrip()
        for index, option in enumerate(item.options)
    }
    ticked = [option.letter for option in item.options if option.tick]
    if not ticked:
        ends = [
            index for index, text in texts.items() if _BRACKETED_END.search(text) and not _is_tick_only(text)
        ]
        is_said = all(_SAID_RIGHT.search(texts[index]) for index in ends)
        if ends and (len(ends) < len(texts) or is_said):
            ticked = [item.options[index].letter for index in ends]
            for index, text in texts.items():
                texts[index] = _BRACKETED_WRONG.sub("", _BRACKETED_END.sub("", text)).strip()
    options = [
        (option.letter, _said_once(option.letter, texts[index])) for index, option in enumerate(item.options)
    ]
    options = list(dict.fromkeys(options))
    letters = [letter for letter, _ in options]
    if len(set(letters)) == len(letters) and sorted(letters) == [
        chr(ord("A") + n) for n in range(len(letters))
    ]:
        options.sort()  # A C over B D
    return options, tuple(ticked)


def take_end_letters(item: Item) -> str:
    """The letters in a bracket behind the last option (D.丁。【A】), taken off its text; "" where none are."""
    if len(item.options) < 2 or not item.options[-1].texts:
        return ""
    texts = item.options[-1].texts
    match = _END_LETTERS.search(texts[-1])
    before = texts[-1][: match.start()].strip() if match else ""
    if match is None or not (before or len(texts) > 1):
        return ""
    letters = re.sub(r"[^A-Z]", "", fold(match["letters"]))
    if not set(letters) <= {option.letter for option in item.options}:
        return ""
    texts[-1] = texts[-1][: match.start()].rstrip()
    return letters


def _said_once(letter: str, text: str) -> str:
    """An option that repeats itself behind its own label (公告栏,A：公告栏) is said once."""
    parts = [part.strip() for part in _own_label(letter).split(text)]
    return parts[0] if len(set(parts)) == 1 else text.rstrip(",，") if len(parts) == 1 else text


def repeats_itself(letter: str, text: str) -> bool:
    """Whether an option's text has its own label in it again: two questions became one."""
    return bool(_own_label(letter).search(text))


@lru_cache(maxsize=64)
def _own_label(letter: str) -> re.Pattern[str]:
    return re.compile(rf"[,，;；]\s*{letter}\s*[：:.．、]\s*")


def _is_tick_only(text: str) -> bool:
    return bool(_END_TICK.fullmatch(text))
