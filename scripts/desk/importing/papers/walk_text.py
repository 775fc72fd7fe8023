"""Text without a mark on a walk: it goes on with what is open, or opens something."""

from __future__ import annotations

from desk.drafts.judgement_letters import said_convention
from desk.importing.papers.headings import Heading
from desk.importing.papers.items import Item, whole
from desk.importing.papers.margins import is_instruction
from desk.importing.papers.pieces import Token
from desk.importing.papers.text import fold
from desk.importing.papers.walk_keys import take_of_entry
from desk.importing.papers.walk_opening import open_case, open_item, open_key_section
from desk.importing.papers.walk_state import Walk, is_complete
from lianxue.reading.patterns import lazy_pattern

_TRAILING_TICK = lazy_pattern(r"(?:[(\[【]\s*(?:√|×|对|错|正确|错误|T|F)?\s*[)\]】]|√|×)\s*[。.]?\s*$")
_SCORED = lazy_pattern(r"\s*(?:得分\s?:?\s?)?\d{1,3}(?:\.\d{1,2})?\s?分\s*$")
_EXAM_INFO = 80


def take_text(walk: Walk, index: int, token: Token) -> None:
    """A line without a mark opens a question without a number, or goes on with what is open."""
    item = walk.item
    if walk.ahead.starts_unnumbered(index, item) or is_judgement(walk, token):
        open_item(walk, token)
        return
    if item is None:
        text_without_item(walk, index, token)
        return
    append(walk, item, token)


def is_judgement(walk: Walk, token: Token) -> bool:
    """A line of its own under 判断题 without a number, with its bracket at the end."""
    if (
        walk.section.type != "true_false"
        or token.kind != "text"
        or not _TRAILING_TICK.search(token.folded[-40:])
    ):
        return False
    return walk.item is None or (
        not walk.item.style
        and bool(_TRAILING_TICK.search(fold(walk.item.stem[-1])[-40:] if walk.item.stem else ""))
    )


def append(walk: Walk, item: Item, token: Token) -> None:
    """A line goes on with the open part of a question."""
    text = whole(token, walk.lines[token.line].text)
    piece = (token.line, token.start, token.end)
    part = item.part
    if part in ("answer", "explanation") and _SCORED.match(token.folded):
        if not token.folded.startswith("0"):  # what a candidate got
            item.fields.setdefault("score", text)
        item.own(token.line)
        return
    if part == "behind":
        walk.outline.unsure.setdefault(token.line, "看不出属于哪一题")
        return
    is_over = part in ("option", "answer") and token.is_after_blank
    if part == "answer" and item.answers[-1] and is_complete(" ".join(item.answers[-1])):
        if is_over or token.kind == "option":
            walk.outline.unsure.setdefault(token.line, "答案后面的一行，看不出属于哪一题")
            return
        part = item.part = "explanation"
        item.remarks.append("答案后面没有标明的文字当作解析")
    if part == "stem":
        item.stem.append(text)
        item.stem_pieces.append(piece)
    elif part == "option":
        item.options[-1].texts.append(text)
        item.options[-1].pieces.append(piece)
    elif part == "answer":
        item.answers[-1].append(text)
    elif part == "points":
        item.points.append(text)
    elif part == "cite":
        item.cites.append(text)
    elif part != "others":  # what a candidate answered is no part of the question
        item.explanation.append(text)
    item.own(token.line)


def text_without_item(walk: Walk, index: int, token: Token) -> None:
    """A line outside any question: material, title, instruction, or unsure."""
    if walk.material is not None:
        walk.material.texts.append(whole(token, walk.lines[token.line].text))
        walk.material.lines.append(token.line)
        return
    text = walk.lines[token.line].text.strip()
    convention = said_convention(token.folded[:400])
    if walk.section.type == "true_false" and convention[0]:
        walk.section.convention = convention
    if is_instruction(token.folded) or convention[0]:
        walk.ignore(token.line, "考试说明")
    elif not walk.outline.items and not walk.outline.title and not walk.section.title and len(text) <= 60:
        walk.outline.title = text
        walk.ignore(token.line, "标题")
    elif (
        not walk.section.items
        and not walk.section.is_typed
        and len(text) <= 40
        and not walk.ahead.is_item_near(index)
    ):
        walk.ignore(token.line, "标题")
    elif walk.section.type == "case" or walk.ahead.is_before_subquestions(index):
        open_case(walk, token)
    elif not walk.outline.items and len(text) <= _EXAM_INFO and token.kind == "text":
        walk.ignore(token.line, "考试说明")
    else:
        walk.outline.unsure.setdefault(token.line, "看不出属于哪一题")


def take_case(walk: Walk, index: int, token: Token) -> None:
    """案例一 opens a material, or is part of the text."""
    if walk.zone is not None and token.value and not token.text and walk.ahead.is_key_next(index):
        open_key_section(walk, Heading(kind="key", title=token.text, case=token.value))
        walk.ignore(token.line, "分节标题")
    elif walk.zone is not None and walk.entry is not None:
        take_of_entry(walk, walk.entry, token)
    elif walk.item is not None and not walk.ahead.is_case(index):
        append(walk, walk.item, token)
    else:
        open_case(walk, token)
