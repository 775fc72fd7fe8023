"""Tell the options of a question apart: one cell for all, or one each with labels in front."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from lianxue.content.letters import letter
from lianxue.reading.folding import fold_width
from lianxue.reading.patterns import lazy_pattern

Options = tuple[tuple[str, str], ...]

CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"
_MARK = lazy_pattern(
    r"[（(\[【]?\s*(?P<label>[A-Za-zＡ-Ｚａ-ｚ])\s*(?:[.．、:：)）\]】]|\s(?=\S)|(?=[一-鿿“《]))\s*"
)
_LINE_LABEL = lazy_pattern(
    rf"[（(\[【]?\s*(?P<label>[A-Za-zＡ-Ｚａ-ｚ]|[0-9０-９]{{1,2}}|[{CIRCLED}])\s*"
    r"(?:(?<=[A-Za-zＡ-Ｚａ-ｚ])[.．]|[.．](?![0-9０-９])|[、:：)）\]】]|\s+(?=\S))\s*"
)
_CIRCLED_LABEL = lazy_pattern(rf"(?P<label>[{CIRCLED}])\s*[.．、:：]?\s*")
_SOLID_LABEL = lazy_pattern(r"(?P<label>[A-ZＡ-Ｚ])(?=[^\x00-\x7f])")  # A警告, on a line of its own
_SIGN = lazy_pattern(r"[.．、:：)）\]】]")
_BOUNDARY = lazy_pattern(r"[\s,，;；|｜/、。.．”》）)]$")
_SEPARATORS = ("\n", "|||", "||", "|", "｜", "$$", "@@", "##", "\t", "；", ";", "^", "#")
_EDGE = " \t\n\u3000,，;；|｜"


@dataclass(frozen=True, slots=True, kw_only=True)
class OptionCell:
    """One cell taken apart: what stood before the first option, the options, whether numbers named them."""

    lead: str = ""
    options: Options = ()
    is_numbered: bool = False  # 1. 2. or ① ②: answers count from one


@lru_cache(maxsize=4096)  # a column is looked at before it is read
def split_options(text: str) -> OptionCell:
    """All options of one cell; no options where nothing tells them apart."""
    text = text.strip()
    if text.startswith("["):
        items = _json_items(text)
        if items:
            return _labelled(items)
    for reading in (_by_line_labels(text), _by_marks(text), _by_circles(text)):
        if reading is not None:
            return reading
    for separator in _SEPARATORS:
        parts = [part.strip() for part in text.split(separator)]
        parts = [part for part in parts if part]
        if len(parts) >= 2:
            return _labelled(parts)
    return OptionCell(lead=text)


def _json_items(text: str) -> list[str]:
    try:
        items = json.loads(text)
    except (ValueError, RecursionError):
        return []
    is_list = isinstance(items, list) and len(items) > 1
    return [str(item).strip() for item in items] if is_list and all(isinstance(i, str) for i in items) else []


def _labelled(parts: Sequence[str]) -> OptionCell:
    return name_options([("", part) for part in parts])


def _by_line_labels(text: str) -> OptionCell | None:
    """Lines that each begin with a label; lines without one go on with the option above."""
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    if len(lines) < 2:
        return None
    options: list[tuple[str, str]] = []
    lead: list[str] = []
    for line in lines:
        match = _LINE_LABEL.match(line) or _CIRCLED_LABEL.match(line) or _SOLID_LABEL.match(line)
        label = position_label(match["label"]) if match else ""
        if match and label == letter(len(options)):
            rest = line[match.end() :]
            if (inner := _by_marks(f"{label}.{rest}", first=len(options))) and len(inner.options) > 1:
                options.extend(inner.options)
            else:
                options.append((label, rest.strip(_EDGE)))
        elif options:
            options[-1] = (options[-1][0], f"{options[-1][1]}\n{line}".strip())
        else:
            lead.append(line)
    if len(options) < 2:
        return None
    numbered = all(not fold_width(line.lstrip("（([【 "))[:1].isalpha() for line in lines)
    return OptionCell(lead="\n".join(lead), options=tuple(options), is_numbered=numbered)


def _by_marks(text: str, first: int = 0) -> OptionCell | None:
    """`A.… B.… C.…` in one run: labels in order, at a boundary where there is one."""
    marks = [(match, position_label(match["label"])) for match in _MARK.finditer(text)]
    chain: list[re.Match[str]] = []
    start = 0
    while True:
        wanted = letter(first + len(chain))
        fitting = [m for m, label in marks if label == wanted and m.start() >= start and _is_mark(m, text)]
        if not fitting:
            break
        chain.append(max(fitting, key=lambda match: (_strength(match, text), -match.start())))
        start = chain[-1].end()
    if len(chain) < 2 or sum(_has_sign(match) for match in chain) < len(chain) - 1:
        return None  # 甲股、B股: letters in front of words are labels only beside real ones
    ends = [match.start() for match in chain[1:]] + [len(text)]
    options = tuple(
        (letter(first + index), text[match.end() : end].strip(_EDGE))
        for index, (match, end) in enumerate(zip(chain, ends, strict=True))
    )
    return OptionCell(lead=text[: chain[0].start()].strip(_EDGE), options=options)


def _by_circles(text: str) -> OptionCell | None:
    """①…②…③… in one run, from the very beginning."""
    parts = re.split(f"([{CIRCLED}])", text)
    labels, texts = parts[1::2], [part.strip(_EDGE + ".．、") for part in parts[2::2]]
    if parts[0].strip() or len(labels) < 2 or "".join(labels) != CIRCLED[: len(labels)] or not all(texts):
        return None
    return OptionCell(
        options=tuple((letter(index), text) for index, text in enumerate(texts)), is_numbered=True
    )


def _is_mark(match: re.Match[str], text: str) -> bool:
    """A label in the middle of Latin text is none; one followed only by a blank needs a boundary."""
    before = text[match.start() - 1] if match.start() else ""
    if before.isascii() and before.isalnum() and not match.group()[0].isupper():
        return False
    return _has_sign(match) or not before or bool(_BOUNDARY.search(before))


def _has_sign(match: re.Match[str]) -> bool:
    return bool(_SIGN.search(match.group()))


def _strength(match: re.Match[str], text: str) -> int:
    """A label with its sign at a boundary is surest, then one with a sign anywhere."""
    at_boundary = not match.start() or bool(_BOUNDARY.search(text[match.start() - 1]))
    return 2 * _has_sign(match) + at_boundary


def position_label(written: str) -> str:
    """The letter a label stands for: ａ, a and A are A, 1 and ① too; "" for 0 and what is none."""
    if written in CIRCLED:
        return letter(CIRCLED.index(written))
    folded = fold_width(written).strip().upper()
    if folded.isdigit():
        return letter(int(folded) - 1) if 0 < int(folded) <= 26 else ""
    return folded if len(folded) == 1 and "A" <= folded <= "Z" else ""


def name_options(cells: Sequence[tuple[str, str]]) -> OptionCell:
    """Options with labels: those given, those in front of the texts, or A, B, C by position.

    A label that repeats the option's own is taken off its text. Empty texts are left out,
    and the labels of the others stay what they were.
    """
    named = [(label or letter(index), text.strip()) for index, (label, text) in enumerate(cells)]
    named = [(label, text) for label, text in named if text]
    matches = [_LINE_LABEL.match(text) or _CIRCLED_LABEL.match(text) for _label, text in named]
    written = [position_label(match["label"]) if match else "" for match in matches]
    is_given = any(label for label, _text in cells)
    numbered = False
    if named and all(written) and len(set(written)) == len(written):
        numbered = all(match is not None and not match["label"].isalpha() for match in matches)
        own = sorted(label for label, _text in named)
        if (
            (numbered and is_given)
            or (is_given and sorted(written) != own)
            or (numbered and sorted(written) != own)
        ):
            return OptionCell(options=tuple(named))
        labels = written
        texts = [
            text[match.end() :].strip() for (_l, text), match in zip(named, matches, strict=True) if match
        ]
        if all(texts):
            return OptionCell(options=tuple(zip(labels, texts, strict=True)), is_numbered=numbered)
        return OptionCell(options=tuple(named))
    stripped = [
        (label, text[match.end() :].strip() or text)
        if match and label == own and match["label"].isalpha() and "." in fold_width(match.group())
        else (label, text)
        for (label, text), match, own in zip(named, matches, written, strict=True)
    ]
    return OptionCell(options=tuple(stripped))
