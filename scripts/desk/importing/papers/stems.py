"""Stems: tags, scores and answers that stand in them are taken out."""

from __future__ import annotations

import re
from dataclasses import dataclass

from desk.importing.papers.answers import read_true_false
from desk.importing.papers.headings import TYPE_WORDS, own_score
from desk.importing.papers.items import Item
from desk.importing.papers.text import fold, join_broken, shown
from lianxue.reading.patterns import lazy_pattern

EMPTY = "（    ）"
_STAR = lazy_pattern(r"\s*\*\s*$")  # that the question must be answered
_WORDS = "|".join(sorted(TYPE_WORDS, key=len, reverse=True))
_TAG = lazy_pattern(
    rf"\s*[(\[【]\s*(?P<word>{_WORDS})\s*(?:[,;、/|:\-\s]\s*[\d.]{{1,4}}\s*分?)?\s*[)\]】]\s*"
)
_LETTERS = lazy_pattern(
    r"[(\[【]\s*(?P<letters>[A-Z](?:[\s,、;/]{0,3}[A-Z]){0,11})\s*[)\]】]|_{1,8}\s*(?P<lined>[A-Z](?:[\s,、]{0,2}[A-Z]){0,11})\s*_{1,8}"
)
_TICKS = lazy_pattern(r"[(\[【]\s*(?P<tick>√|×|不正确|不对|对|错|正确|错误|是|否|[TFtfXxYNVv])\s*[)\]】]")
_BARE_TICK = lazy_pattern(
    r"(?:(?<=[。.;!?”)》\s])\s*|^)(?P<tick>√|×|(?<=[。.;!?”)》\s])[YNTF](?=\s*$))\s*[。.]?\s*$"
)
_EMPTY_PLACE = lazy_pattern(r"[(\[【]\s*[)\]】]|(?<![_A-Z])_{2,}(?!\s*[A-Z_])")
_LAST_LETTER = lazy_pattern(r"(?P<bracket>[(\[【]\s*(?P<letter>[A-Z])\s*[)\]】])\s*[。.]?\s*$")


@dataclass(slots=True, kw_only=True)
class Stem:
    """A stem with what stood in it besides."""

    text: str
    letters: str = ""  # of a single bracket such as （AB）
    letter_spans: list[tuple[int, int, str]]
    tick: str = ""  # 对 or 错
    has_many_ticks: bool = False
    tick_span: tuple[int, int] = (0, 0)
    tag: str = ""
    type: str = ""
    score: str = ""


def read_stem(item: Item) -> Stem:
    """The stem of a question in the making; answers are found, not yet taken out."""
    text = join_broken([piece.strip() for piece in item.stem])
    stem = Stem(text=text, letter_spans=[])
    _take_tag(stem)
    _take_score(stem)
    folded = fold(stem.text)
    labels = {option.letter for option in item.options}
    for match in _LETTERS.finditer(folded):
        letters = re.sub(r"[^A-Z]", "", match["letters"] or match["lined"])
        if letters and (set(letters) <= labels or (labels and max(letters) <= "H" and len(letters) <= 5)):
            stem.letter_spans.append((match.start(), match.end(), letters))
    if stem.letter_spans and labels and _EMPTY_PLACE.search(folded):
        # 评为（B）类的…为（ ）: the empty one is to be filled
        stem.letter_spans = [span for span in stem.letter_spans if not _is_within(folded, span)]
    convention = item.section.convention
    if (
        not item.options
        and convention[0]
        and (last := _LAST_LETTER.search(folded))
        and last["letter"] in convention
    ):
        stem.letter_spans = [(last.start(), last.end("bracket"), last["letter"])]
    elif not item.options:
        _find_tick(stem, folded)
    return stem


def _is_within(folded: str, span: tuple[int, int, str]) -> bool:
    """Whether a bracket stands inside a sentence, its letter being a name; blanks beside it say it was filled in."""
    inside = folded[span[0] + 1 : span[1] - 1]
    before, behind = folded[: span[0]].rstrip(), folded[span[1] :]
    is_named = before[-1:].isalnum() or (not before and behind[:1] in tuple("类款组型栏"))
    return inside == inside.strip() and is_named and behind[:1].isalnum()


def _take_tag(stem: Stem) -> None:
    match = _TAG.search(fold(stem.text))
    if match is None:
        return
    stem.tag, stem.type = match["word"], TYPE_WORDS[match["word"]]
    text = stem.text[: match.start()] + stem.text[match.end() :]
    stem.text = (text[: match.start()] + _STAR.sub("", text[match.start() :])).strip()


def _take_score(stem: Stem) -> None:
    found = own_score(fold(stem.text))
    if found is not None:
        stem.score = found[0]
        stem.text = (stem.text[: found[1]] + stem.text[found[2] :]).strip()


def _find_tick(stem: Stem, folded: str) -> None:
    found = list(_TICKS.finditer(folded))
    signs = [match for match in found if match["tick"] in "√×"]
    if len(signs) > 1:
        stem.has_many_ticks = True
        return
    if len(signs) == 1:
        match = signs[0]
    elif found and not folded[found[-1].end() :].strip(" 。.;；"):
        match = found[-1]
    elif found and not folded[: found[0].start()].strip():
        match = found[0]
    else:
        bare = _BARE_TICK.search(folded)
        if bare is None:
            return
        match = bare
    stem.tick = read_true_false(match["tick"])[0]
    stem.tick_span = match.span()


def without_answer(stem: Stem, spans: list[tuple[int, int]], *, keeps_bracket: bool = True) -> str:
    """The stem with the answers at `spans` taken out, empty brackets left in their places."""
    text, position = "", 0
    for start, end in sorted(spans):
        filling = EMPTY if keeps_bracket and fold(stem.text[start:end])[:1] in "([【_" else ""
        text += stem.text[position:start] + filling
        position = end
    return shown((text + stem.text[position:]).strip())
