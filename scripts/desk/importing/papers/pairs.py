"""Matching: two columns, 1 2 3 and A B C, and the answer 1-B 2-C 3-A."""

from __future__ import annotations

import re
from collections.abc import Sequence

from desk.importing.papers.body import NO_ANSWER, Body, answer_texts
from desk.importing.papers.items import Item
from desk.importing.papers.lines import PaperLine
from desk.importing.papers.stems import Stem, without_answer
from desk.importing.papers.text import fold, quoted, shown
from lianxue.reading.patterns import lazy_pattern

_CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"
_LEFT = (
    lazy_pattern(rf"(?P<n>[{_CIRCLED}])\s?[.、]?"),
    lazy_pattern(r"\(\s?(?P<n>\d{1,2})\s?\)\s?[.、]?"),
    lazy_pattern(r"(?<![\d.(])(?P<n>\d{1,2})\s?[.、)](?!\d)"),
)
_RIGHT = lazy_pattern(r"(?:(?<![A-Za-z(])|\()(?P<n>[A-Z])\s?[.、:)](?!\d)\s?")
_SIDE = lazy_pattern(r"\s*[(（【]?(?:[左右甲乙][列栏边侧]|[AB甲乙]\s?[栏列])[)）】]?\s*[:：]?\s*$")
_NUMBER = rf"(?:\(\s?\d{{1,2}}\s?\)|\d{{1,2}}|[{_CIRCLED}])"
_LINK = r"\s?(?:-{1,3}>?|→|~|:|=|、|对应|连接?|对)?\s?"
_PAIR = lazy_pattern(
    rf"[\s,;、。.|]{{0,6}}(?:(?P<a>{_NUMBER}){_LINK}\(?(?P<b>[A-Z])\)?|\(?(?P<d>[A-Z])\)?{_LINK}(?P<c>{_NUMBER}))(?![A-Za-z])"
)
_ONLY_END = lazy_pattern(r"[\s,;、。.|]*$")
IN_TWO_COLUMNS = lazy_pattern(r"\S\s+(?P<letter>[A-Z])\s?[.、:)]\s?\S")


def read_pairs(text: str) -> tuple[tuple[str, str], ...]:
    """The pairs (1, B) an answer is made of; () where it is anything else."""
    folded = fold(text)
    found: list[tuple[str, str]] = []
    position = 0
    while match := _PAIR.match(folded, position):
        written, letter = (match["a"], match["b"]) if match["a"] else (match["c"], match["d"])
        found.append((_value(written), letter))
        position = match.end()
    return tuple(found) if len(found) >= 2 and _ONLY_END.match(folded, position) else ()


def is_matching(item: Item) -> bool:
    """Whether a question without a type is answered by pairs, and has two columns."""
    texts = answer_texts(item)
    return bool(texts) and all(read_pairs(text) for text in texts)


def read_matching(item: Item, stem: Stem, lines: Sequence[PaperLine]) -> Body:
    """The columns, the pairs, and every doubt about them."""
    body = Body(type="matching", stem=without_answer(stem, []))
    columns = _columns(_text(item, stem, lines))
    if columns is None:
        body.doubts.append("连线题的左列、右列看不出来")
        body.options = tuple((option.letter, shown("".join(option.texts))) for option in item.options)
    else:
        body.stem, body.left, body.right = columns
    texts = answer_texts(item)
    answers = [read_pairs(text) for text in texts]
    if not texts:
        body.doubts.append(NO_ANSWER)
    elif not all(answers):
        unread = next(text for text, pairs in zip(texts, answers, strict=True) if not pairs)
        body.doubts.append(f"答案“{quoted(unread)}”看不出是哪几对")
    elif len({frozenset(pairs) for pairs in answers}) > 1:
        body.doubts.append("答案前后不一致")
    elif columns is not None:
        _settle(answers[0], body)
    return body


def _settle(pairs: Sequence[tuple[str, str]], body: Body) -> None:
    left, right = dict(body.left), dict(body.right)
    outside = [
        label
        for pair in pairs
        for label, known in zip(pair, (left, right), strict=True)
        if label not in known
    ]
    named = [number for number, _ in pairs]
    if outside:
        body.doubts.append(f"答案 {'、'.join(dict.fromkeys(outside))} 不在左列、右列中")
    elif len(set(named)) < len(named):
        body.doubts.append("答案里左列有一项写了两次")
    elif missing := [label for label in left if label not in named]:
        body.doubts.append(f"左列 {'、'.join(missing)} 没有答案")
    else:
        body.pairs = tuple(sorted(pairs, key=lambda pair: int(pair[0])))


def _text(item: Item, stem: Stem, lines: Sequence[PaperLine]) -> str:
    """Stem and options as they stand in the paper, a piece a line."""
    pieces = [(line, start, lines[line].text[start:end]) for line, start, end in item.stem_pieces]
    for option in item.options:
        for number, (line, start, end) in enumerate(option.pieces):
            text = lines[line].text[start:end]
            pieces.append((line, start, f"{option.letter}. {text}" if not number else text))
    text = "\n".join(text.strip() for _, _, text in sorted(pieces))
    return text.removeprefix(stem.tag).strip()


def _columns(
    text: str,
) -> tuple[str, tuple[tuple[str, str], ...], tuple[tuple[str, str], ...]] | None:
    """(stem, left, right) where numbers and letters name two columns; None where they do not."""
    folded = fold(text)
    right = _sequence(_RIGHT, folded, "A")
    left = next((found for pattern in _LEFT if len(found := _sequence(pattern, folded, "1")) >= 2), [])
    if len(right) < 2 or not left:
        return None
    marks = sorted([*left, *right], key=lambda match: match.start())
    ends = [match.start() for match in marks[1:]] + [len(text)]
    texts = {
        match.start(): shown(_SIDE.sub("", text[match.end() : end]).strip(" \t\n;；,，|—-"))
        for match, end in zip(marks, ends, strict=True)
    }
    if not all(texts.values()):
        return None
    stem = text[: marks[0].start()]
    while stem != (shorter := _SIDE.sub("", stem)):
        stem = shorter
    return (
        shown(stem),
        tuple((_value(match.group()), texts[match.start()]) for match in left),
        tuple((match["n"], texts[match.start()]) for match in right),
    )


def _sequence(pattern: re.Pattern[str], folded: str, first: str) -> list[re.Match[str]]:
    """The marks that count on from the first, each at the start of a line or behind a blank or a stop."""
    found: list[re.Match[str]] = []
    for match in pattern.finditer(folded):
        before = folded[match.start() - 1 : match.start()]
        value = match["n"] if first == "A" else _value(match["n"])
        wanted = chr(ord("A") + len(found)) if first == "A" else str(len(found) + 1)
        if value == wanted and (
            not before or before.isspace() or before in ";,。:、." or match["n"] in _CIRCLED
        ):
            found.append(match)
    return found


def _value(written: str) -> str:
    digits = re.sub(r"\D", "", written) if not any(sign in _CIRCLED for sign in written) else ""
    return str(int(digits)) if digits else str(_CIRCLED.index(next(s for s in written if s in _CIRCLED)) + 1)
