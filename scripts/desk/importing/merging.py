"""Bring a question that was read together with the one the bank has."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from desk.drafts.draft import CALLED_OPEN
from desk.importing.bank import Existing
from desk.importing.citing import canonical_citation
from desk.importing.likeness import Content, derived_id
from desk.importing.plan import FieldChange
from lianxue.content.canonical import QUESTION_ORDER
from lianxue.content.catalog import Catalog
from lianxue.content.question import Json
from lianxue.content.question_types.registry import QUESTION_TYPES
from lianxue.content.vocabulary import UNSETTLED

_BODY = ("type", "options", "left", "right", "answer", "any_order", "points")
_BESIDE = ("explanation", "cite", "discipline", "difficulty", "tags", "waive")
_NAMES = {
    "type": "题型",
    "stem": "题干",
    "options": "选项",
    "left": "左列",
    "right": "右列",
    "answer": "答案",
    "any_order": "不分先后",
    "points": "要点",
    "explanation": "解析",
    "cite": "依据",
    "discipline": "纪律",
    "difficulty": "难度",
    "tags": "标签",
    "status": "状态",
    "waive": "免检",
    "material": "材料",
}
_EMPTY_BRACKET = re.compile(r"[（(]\s*[）)](?=[。．.？?！!]?$)")
BANK_STANDS = "文件里这道题仍有疑问（{doubts}），题库里已经确认过，保持题库的写法"
STILL_OPEN = "题库里标着待确认，文件里没有改动"
EDITED_SINCE = "题库里的题干或选项在导入以后改过，文件没有变：保持题库的写法"

# The letter of the file may mean another option now, or the stem may have been turned round.
ANSWER_TOO = "；文件里的答案与题库不同，也没有改动，请核对"


@dataclass(frozen=True, slots=True, kw_only=True)
class Merged:
    """A question of the bank as it will be."""

    fields: dict[str, Json]
    doubts: tuple[str, ...]
    remarks: tuple[str, ...] = ()


def merge(
    existing: Existing,
    read: Mapping[str, Json],
    content: Content,
    doubts: tuple[str, ...],
    given: tuple[str, ...] = (),
    *,
    is_decided: bool = False,
) -> Merged:
    """The bank's question with what the file says otherwise.

    Fields of which the file says nothing stay; so does an answer that was settled in the bank
    while the file still leaves it open. What the bank calls 待确认 stays so until the file says
    something else, until somebody emptied its 状态 in the master copy, or until it `is_decided`.
    """
    fields = dict(existing.fields)
    remarks = []
    was_settled = fields.pop("status", "") not in UNSETTLED
    is_called_open = CALLED_OPEN in doubts  # somebody wrote so; a reader's doubt the bank may know better
    keeps_body = (
        was_settled and bool(doubts) and not is_called_open and content.options == existing.content.options
    )
    if keeps_body:
        remarks.append(BANK_STANDS.format(doubts="；".join(doubts)))
        doubts = ()
    elif existing.id == derived_id(content) and content.words != existing.content.words:
        is_other = bool(content.answer) and content.answer != existing.content.answer
        remarks.append(EDITED_SINCE + (ANSWER_TOO if is_other else ""))
        read = {name: value for name, value in read.items() if name not in (*_BODY, "stem")}
    else:
        for name in _BODY:
            fields.pop(name, None)
            if name in read:
                fields[name] = read[name]
    if "stem" in read:
        fields["stem"] = read["stem"]
    for name in _BESIDE:
        if name in read:
            fields[name] = read[name]
        elif name in given:
            fields.pop(name, None)
    is_decided = is_decided or "status" in given
    if not was_settled and not doubts and not is_decided and not _differs(existing.fields, fields):
        doubts = (STILL_OPEN,)
    return Merged(fields=fields, doubts=doubts, remarks=tuple(remarks))


def _differs(before: Mapping[str, Json], after: Mapping[str, Json]) -> bool:
    """Whether what is asked or what is right is another."""
    return any(before.get(name) != after.get(name) for name in (*_BODY, "stem"))


def find_changes(
    before: Mapping[str, Json], after: Mapping[str, Json], regulation: str, catalog: Catalog
) -> tuple[FieldChange, ...]:
    """What differs, field by field, options one by one."""
    changes: list[FieldChange] = []
    for name in QUESTION_ORDER:
        if name in ("id", "text", "questions"):
            continue
        old, new = (
            _comparable(name, fields.get(name, ""), regulation, catalog) for fields in (before, after)
        )
        if old == new:
            continue
        if isinstance(old, dict) and isinstance(new, dict) and name in ("options", "left", "right"):
            changes += [
                FieldChange(
                    name=f"{_NAMES[name]} {label}",
                    before=str(old.get(label, "")),
                    after=str(new.get(label, "")),
                )
                for label in dict.fromkeys([*old, *new])
                if old.get(label) != new.get(label)
            ]
        else:
            changes.append(
                FieldChange(name=_NAMES.get(name, name), before=shown(old, name), after=shown(new, name))
            )
    return tuple(changes)


def keep_spelling(
    before: Mapping[str, Json], after: dict[str, Json], regulation: str, catalog: Catalog
) -> dict[str, Json]:
    """The new fields, but each that says the same as before as it was written."""
    return {
        name: before[name]
        if name in before
        and _comparable(name, before[name], regulation, catalog)
        == _comparable(name, value, regulation, catalog)
        else value
        for name, value in after.items()
    }


def _comparable(name: str, value: Json, regulation: str, catalog: Catalog) -> Json:
    if name == "cite" and isinstance(value, list):
        return [canonical_citation(str(text), regulation, catalog) for text in value]
    if name == "tags" and isinstance(value, list):
        return "、".join(map(str, value))  # one tag that holds 、 is read as two
    if name == "stem" and isinstance(value, str):
        return _EMPTY_BRACKET.sub("", _plain(value))  # a printed paper has it whether the bank has it or not
    if isinstance(value, str):
        return _plain(value)
    if isinstance(value, dict) and name in ("options", "left", "right"):
        return {label: _plain(str(text)) for label, text in value.items()}
    if isinstance(value, list):
        return [_comparable("", item, regulation, catalog) for item in value]
    return value


def is_same_text(one: str, other: str) -> bool:
    """Whether two texts differ in nothing that a file of questions keeps."""
    return _plain(one) == _plain(other)


def _plain(text: str) -> str:
    """A text without what no file of questions keeps: other blanks, and those at the ends of lines."""
    text = text.replace("\t", " ").replace("\u00a0", " ")
    return "\n".join(line.rstrip() for line in text.split("\n")).strip()


def shown(value: Json, name: str = "") -> str:
    """A field's value as people read it."""
    if name == "type":
        kind = QUESTION_TYPES.get(str(value))
        return kind.label if kind else str(value)
    if name == "status":
        return "待确认" if value else ""
    if name == "any_order":
        return "是" if value else ""
    if isinstance(value, dict):
        if "accept" in value:
            accept = value["accept"]
            exact = "（一字不差）" if value.get("exact") else ""
            return " 或 ".join(map(str, accept if isinstance(accept, list) else [accept])) + exact
        return "，".join(f"{label} → {shown(text)}" for label, text in value.items())
    if isinstance(value, list):
        return "、".join(map(shown, value))
    return str(value or "")
