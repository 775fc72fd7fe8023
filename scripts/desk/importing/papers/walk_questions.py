"""Numbers, options and labels on a walk: the parts of questions."""

from __future__ import annotations

import re

from desk.importing.papers.items import Item, Option
from desk.importing.papers.numbers import read_number
from desk.importing.papers.pairs import IN_TWO_COLUMNS
from desk.importing.papers.pieces import Token
from desk.importing.papers.text import fold
from desk.importing.papers.walk_opening import open_case, open_item
from desk.importing.papers.walk_state import Walk, is_complete
from desk.importing.papers.walk_text import append, take_text
from lianxue.reading.patterns import lazy_pattern

_SECOND = lazy_pattern(r"\S\s*\(\s?2\s?\)\s?\S")
_STEP_PARTS = ("answer", "explanation", "points", "field")


def take_number(walk: Walk, index: int, token: Token) -> None:
    """A number opens a question or a material, or is part of the text."""
    before = walk.tokens[index - 1] if index else None
    if before is not None and before.kind == "label" and before.label == "stem" and before.line == token.line:
        item = walk.item
        if item is not None and not (item.stem or item.options or item.answers):  # 第 17 题 / 题目：17、…
            item.stem.append(token.text)
            item.stem_pieces.append((token.line, token.text_start, token.end))
            item.own(token.line)
            return
    if token.style == "alone" and walk.item is not None and walk.item.options and walk.item.part == "option":
        following = walk.tokens[index + 1 : index + 2]
        wanted = chr(ord(walk.item.options[-1].letter) + 1)
        if any(other.kind == "option" and other.label == wanted for other in following):
            walk.ignore(token.line, "页码")
            return
    if walk.item is not None and _goes_on_in_answer(walk.item, token):
        walk.item.inner = token.value
        take_text(walk, index, token)
        return
    if token.style in walk.plan.materials and not token.is_strong:
        open_case(walk, token)
        return
    if token.style in walk.plan.questions and starts_question(walk, index, token):
        if walk.ahead.is_material(index) and not token.tick:
            open_case(walk, token)
            return
        open_item(walk, token)
        return
    if walk.item is not None:
        walk.item.inner = token.value
    take_text(walk, index, token)


def _goes_on_in_answer(item: Item, token: Token) -> bool:
    """（2） behind 答：（1）…: the next point of an answer in words, and no material."""
    if item.part not in ("answer", "points") or token.style not in ("paren", "right", "circled"):
        return False
    texts = item.points if item.part == "points" else item.answers[-1]
    opening = read_number(fold(texts[0])) if texts else None
    if token.has_evidence and (token.style == item.style or not texts):
        return False
    last = item.inner or (opening.value if opening is not None and opening.style == token.style else 0)
    return token.value == last + 1 and (bool(last) or not texts)


def starts_question(walk: Walk, index: int, token: Token) -> bool:
    """Whether a number opens a question here, by what is open and by what follows it."""
    item = walk.item
    if item is None:
        return True
    if item.part == "stem" and _is_of_column(walk, item, token):
        return False
    is_next = token.value == walk.last_value + 1
    if (
        item.part == "stem"
        and not item.options
        and item.inner
        and token.value == item.inner + 1
        and not is_next
    ):
        return False
    if item.part == "stem" and not item.options and _is_list_of_options(walk, index, item, token):
        return False
    if token.style == "glued":
        return token.is_strong and bool(item.options) and bool(item.answers)
    if item.part in _STEP_PARTS and is_next and _goes_on_counting(item, token):
        return token.has_evidence or not walk.ahead.comes_again(index)
    if item.part in ("explanation", "points", "field"):
        return token.has_evidence and (
            is_next or token.is_strong or walk.ahead.is_sequel(index, walk.last_value)
        )
    if item.part == "answer":
        if item.answers and is_complete(" ".join(item.answers[-1])):
            return is_next or token.has_evidence
        return token.has_evidence and (is_next or token.is_strong) if item.answers[-1] else token.has_evidence
    if item.part == "stem" and not item.options and item.style != token.style:
        is_sub = {"arabic": 2, "title": 3, "han": 4, "tab": 3}.get(item.style, 1)
        if is_sub > {"arabic": 2, "title": 3, "han": 4, "tab": 3}.get(token.style, 1) and not token.is_strong:
            return False
    if is_next and not item.inner:
        return not (item.part == "stem" and walk.ahead.is_list_in_stem(index, walk.last_value))
    return (
        token.has_evidence
        if is_next or token.value <= 1
        else token.is_strong
        or (token.has_evidence and token.value > walk.last_value and token.style == item.style)
    )


def _is_list_of_options(walk: Walk, index: int, item: Item, token: Token) -> bool:
    """Numbers that name options: 2. behind 1. inside a stem, where the true 2. is still to come; （1）…（2）… on a line."""
    if item.inner and token.value == item.inner + 1:
        return walk.ahead.comes_again(index)
    return token.style == "paren" and token.value == 1 and bool(_SECOND.search(token.folded))


def _goes_on_counting(item: Item, token: Token) -> bool:
    """2. behind the explanation of 1.: a question, though it has nothing of one, unless steps are counted there."""
    if token.style != item.style or token.style not in ("arabic", "title") or item.inner:
        return False
    texts = {"answer": item.answers[-1:], "points": [item.points]}.get(
        item.part, [item.explanation, *item.answers]
    )
    step = re.compile(rf"(?<!\d)\(?{token.value - 1}\s?[.、)]")
    return not any(step.search(fold(text)) for lines in texts for text in lines)


def _is_of_column(walk: Walk, item: Item, token: Token) -> bool:
    """A number of the left column of a matching: B. stands behind 2., or the column goes on counting."""
    if "matching" not in (item.tag_type, "" if item.tag else walk.section.type):
        return False
    match = IN_TWO_COLUMNS.search(token.folded)
    if match is not None and match["letter"] == chr(ord("A") + token.value - 1):
        return True
    return bool(item.stem) and token.value == item.inner + 1 and not item.options


def take_tag(walk: Walk, index: int, token: Token) -> None:
    """A type tag opens a question, or tells the type of the one just opened."""
    item = walk.item
    if item is not None and item.part == "stem" and not item.options and not item.tag and not item.stem:
        item.tag, item.tag_type, item.score = token.tag, token.tag_type, token.tag_score or item.score
        if token.text:
            item.stem.append(token.text)
        item.own(token.line)
        return
    open_item(walk, token)


def take_option(walk: Walk, index: int, token: Token) -> None:
    """An option of the open question."""
    item = walk.item
    if (
        item is not None
        and item.part in _STEP_PARTS
        and len(item.options) > 1
        and token.label <= item.options[-1].letter
    ):
        append(walk, item, token)
        return
    if item is None or (token.label == "A" and any(option.letter == "A" for option in item.options)):
        if item is not None and not walk.ahead.restarts(index):
            append(walk, item, token)
            return
        if item is None:
            walk.outline.unsure.setdefault(token.line, "选项前面没有题干")
            return
        item.doubts.append("选项 A 出现了两次")
    piece = (token.line, token.text_start, token.end)
    item.options.append(Option(letter=token.label, texts=[token.text], pieces=[piece], tick=token.tick))
    item.part = "option"
    item.own(token.line)


def take_label(walk: Walk, index: int, token: Token) -> None:
    """A label tells what follows: stem, answer, explanation …"""
    kind = token.label
    item = walk.item
    if kind in ("stem", "options") and not token.text and walk.ahead.is_number_next(index):
        walk.ignore(token.line, "小标题")
        return
    if kind == "stem" and (item is None or item.stem or item.options or item.answers):
        open_item(walk, token)
        return
    if kind == "number" and (item is None or item.options or item.answers):
        item = open_item(walk, token)
        item.stem, item.stem_pieces, item.number = [], [], token.text
        return
    if kind == "type" and (item is None or item.answers):
        item = open_item(walk, token)
        item.stem, item.stem_pieces = [], []
        item.fields["type"] = token.text
        return
    if kind == "material" and (item is None or item.options or item.answers):
        open_case(walk, token)
        return
    if item is None:
        if kind == "options":
            walk.ignore(token.line, "选项的标题")
            return
        reason = "答案前面没有题目" if kind == "answer" else "前面没有题目"
        walk.outline.unsure.setdefault(token.line, reason)
        return
    item.own(token.line)
    if token.doubt:
        item.doubts.append(token.doubt)
    label_of(walk, item, kind, token)


def label_of(walk: Walk, item: Item, kind: str, token: Token) -> None:
    """A label of a question that is open."""
    if kind == "answer":
        item.answers.append([token.text] if token.text else [])
        item.inner = 0
        item.part = "answer"
    elif kind in ("explanation", "points", "cite"):
        target = {"explanation": item.explanation, "points": item.points, "cite": item.cites}[kind]
        if token.text:
            target.append(token.text)
        item.part = "explanation" if kind == "explanation" else kind if kind == "points" else "cite"
    elif kind == "stem":
        if token.text:
            item.stem.append(token.text)
            item.stem_pieces.append((token.line, token.text_start, token.end))
        item.part = "stem"
    elif kind == "material":
        item.stem.append(token.text)
    elif kind == "others":
        if token.reason != "选项":
            item.part = "behind" if token.text or token.doubt else "others"
    elif kind != "options":
        item.fields[kind] = token.text
        item.part = "field" if item.answers else item.part
