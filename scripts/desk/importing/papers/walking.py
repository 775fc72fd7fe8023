"""Walk through the tokens of a paper by one plan and gather its questions, keys and the rest."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from desk.importing.papers.items import Outline, Plan
from desk.importing.papers.lines import PaperLine
from desk.importing.papers.pieces import Token
from desk.importing.papers.walk_headings import take_heading
from desk.importing.papers.walk_keys import take_in_zone, take_key, take_run
from desk.importing.papers.walk_opening import open_material
from desk.importing.papers.walk_questions import take_label, take_number, take_option, take_tag
from desk.importing.papers.walk_state import Walk
from desk.importing.papers.walk_text import take_case, take_text

_TAKERS: Mapping[str, Callable[[Walk, int, Token], None]] = {
    "number": take_number,
    "tag": take_tag,
    "option": take_option,
    "label": take_label,
    "text": take_text,
}


def walk_through(tokens: Sequence[Token], lines: Sequence[PaperLine], plan: Plan) -> Outline:
    """The paper taken apart by `plan`."""
    walk = Walk(tokens, lines, plan)
    for index, token in enumerate(tokens):
        take(walk, index, token)
    close(walk)
    return walk.outline


def take(walk: Walk, index: int, token: Token) -> None:
    """One token goes where it belongs."""
    if token.kind == "ignored":
        walk.ignore(token.line, token.reason)
    elif token.kind == "secret":
        if token.label == "exam":
            walk.ignore(token.line, "试卷上的密级字样（已去掉）")
            walk.outline.exam_marks += 1
        else:
            walk.outline.unsure.setdefault(token.line, "像是密级标志：涉密的材料不能导入")
    elif token.kind == "unread":
        walk.item = None
        walk.outline.unsure.setdefault(token.line, "这一行太长，不像题目")
    elif token.kind == "heading":
        assert token.heading is not None
        take_heading(walk, index, token, token.heading)
    elif token.kind == "key":
        take_key(walk, token)
    elif token.kind == "run":
        take_run(walk, token)
    elif token.kind == "material":
        open_material(walk, token)
    elif token.kind == "case":
        take_case(walk, index, token)
    elif walk.zone is not None and take_in_zone(walk, index, token):
        pass
    else:
        _TAKERS[token.kind](walk, index, token)


def close(walk: Walk) -> None:
    """Materials that no question used are reported."""
    used = {line for item in walk.outline.items for line in item.lines}
    keys = [key for zone in walk.outline.zones for key in zone.sections]
    used |= {line for key in keys for entry in key.entries for line in entry.lines}
    used |= {line for key in keys for line, _ in key.runs}
    for token in walk.tokens:
        line = token.line
        if line not in used and line not in walk.outline.ignored and line not in walk.outline.unsure:
            is_text = token.kind in ("number", "text", "material", "case")
            walk.outline.unsure[line] = "像是材料，后面没有题目" if is_text else "看不出属于哪一题"
