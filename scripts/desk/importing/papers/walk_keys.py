"""Keys on a walk: entries by number, with their explanations."""

from __future__ import annotations

from desk.importing.papers.headings import Heading
from desk.importing.papers.items import Entry, whole
from desk.importing.papers.keys import split_entries
from desk.importing.papers.margins import is_instruction
from desk.importing.papers.pieces import Token
from desk.importing.papers.runs import is_run
from desk.importing.papers.walk_opening import open_key_section, open_zone
from desk.importing.papers.walk_state import Walk, is_complete


def take_key(walk: Walk, token: Token) -> None:
    """An entry of a line that is nothing but a key."""
    if token.value < 0:
        walk.ignore(token.line, "答案表的表头")
        return
    if walk.zone is None:
        open_zone(walk, Heading(kind="key"))
    assert walk.key is not None
    entry = Entry(number=token.value, answer=[token.text], lines=[token.line], doubt=token.doubt)
    walk.key.entries.append(entry)
    walk.entry = entry


def take_run(walk: Walk, token: Token) -> None:
    """Answers without numbers behind the name of their section: 单选题：BACDA."""
    assert token.heading is not None
    if walk.zone is None:
        open_zone(walk, token.heading)
    else:
        open_key_section(walk, token.heading)
    add_run(walk, token.line, token.text)


def add_run(walk: Walk, line: int, text: str) -> None:
    """Answers without numbers under the open heading of a key."""
    assert walk.key is not None
    walk.key.runs.append((line, text))


def _take_as_run(walk: Walk, token: Token) -> bool:
    """A line of nothing but answers under a heading of the key, or behind the number of a section."""
    assert walk.key is not None
    if walk.key.entries or not is_run(token.folded):
        return False
    if token.kind == "number":
        ordinals = {section.ordinal for section in walk.outline.sections if section.items}
        if token.style not in ("han", "han_paren") or token.value not in ordinals:
            return False
        open_key_section(walk, Heading(kind="section", ordinal=token.value, title=token.label))
    elif token.kind != "text":
        return False
    add_run(walk, token.line, token.text)
    return True


def take_in_zone(walk: Walk, index: int, token: Token) -> bool:
    """Whether the token belongs to the key; False ends it."""
    assert walk.zone is not None and walk.key is not None
    if _take_as_run(walk, token):
        return True
    if token.kind == "number" and (token.keyed or is_entry(walk, index, token)):
        parts = [(token.value, token.keyed)] if token.keyed else split_entries(token.value, token.text)
        for number, text in parts:
            walk.entry = Entry(number=number, lines=[token.line], is_labelled=bool(token.keyed))
            walk.entry.answer += [text] if text else []
            walk.key.entries.append(walk.entry)
        return True
    if token.kind == "number" and walk.ahead.has_options(index):
        walk.zone = walk.key = walk.entry = None
        return False
    if token.kind == "option" and not walk.ahead.is_list_in_answer(index):
        walk.zone = walk.key = walk.entry = None
        return False
    if walk.entry is None:
        if token.kind == "text" and is_instruction(token.folded):
            walk.ignore(token.line, "考试说明")
            return True
        if token.kind == "text" and "答案" in token.folded and len(token.folded) <= 60:
            walk.ignore(token.line, "答案的标题")
            return True
        if token.kind == "text":
            walk.outline.unsure.setdefault(token.line, "在答案部分里，看不出是哪一题的")
            return True
        return token.kind not in ("number", "tag", "label")
    take_of_entry(walk, walk.entry, token)
    return True


def take_of_entry(walk: Walk, entry: Entry, token: Token) -> None:
    """A token that goes on with an entry: its answer, explanation or citation."""
    if not entry.lines or entry.lines[-1] != token.line:
        entry.lines.append(token.line)
    if token.kind == "label":
        entry.is_labelled = entry.is_labelled or token.label == "answer"
        entry.part = {"explanation": "explanation", "cite": "cite", "points": "answer"}.get(
            token.label, "answer" if token.label == "answer" else "explanation"
        )
        text = token.text
    else:
        text = whole(token, walk.lines[token.line].text)
        is_done = entry.part == "answer" and len(entry.answer) == 1 and is_complete(entry.answer[0])
        if is_done:
            entry.part = "explanation"
    if text:
        {"answer": entry.answer, "explanation": entry.explanation, "cite": entry.cites}[entry.part].append(
            text
        )


def is_entry(walk: Walk, index: int, token: Token) -> bool:
    """Whether a number opens the next entry of the open key."""
    assert walk.key is not None
    if token.style in ("circled", "glued", "alone") or walk.ahead.has_options(index):
        return False
    if walk.entry is None:
        return token.style not in ("han", "han_paren") or token.style in walk.plan.questions
    if walk.entry.is_labelled and not walk.ahead.is_label_next(index):
        return False
    styles_alike = token.style == walk.ahead.key_style(walk.key.entries, walk.tokens, index)
    return styles_alike and token.value == walk.entry.number + 1
