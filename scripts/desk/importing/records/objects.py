"""Make a record of a JSON object."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from desk.drafts.draft import SourceLine
from desk.importing.records.answers import names_options, rival_doubt
from desk.importing.records.options import Options, name_options, position_label, split_options
from desk.importing.records.plain_html import has_picture, without_html
from desk.importing.records.record import GIVEN, Item, Record, squeeze
from desk.importing.records.standing import UNSETTLED, note_of, standing_doubts
from desk.importing.records.words import CHOICE, MATERIAL, fold_name, role_of, type_of
from lianxue.reading.patterns import lazy_pattern

Object = Mapping[str, Any]

_FULL_ID = lazy_pattern(r"[a-z0-9][a-z0-9/-]*/[a-z0-9-]+$")
_LABEL_KEYS = ("label", "key", "id", "code", "option", "name", "no", "index", "选项", "序号", "标号")
_WITH_OPTIONS = ("", CHOICE, "single_choice", "multiple_choice", "ordering")
_TEXT_KEYS = (
    "text",
    "content",
    "value",
    "title",
    "body",
    "optioncontent",
    "desc",
    "name",
    "内容",
    "文字",
    "选项内容",
)
_RIGHT_KEYS = ("iscorrect", "isright", "correct", "right", "isanswer", "是否正确", "正确")


@dataclass(frozen=True, slots=True, kw_only=True)
class Handed:
    """What an object hands down to the questions inside it."""

    type: str = ""
    section: str = ""
    material: str = ""


def fields_of(item: Object) -> dict[str, Any]:
    """The values of an object by role; of two keys for a role the one that says it best stays."""
    fields: dict[str, Any] = {}
    for key, value in item.items():
        role, _label = role_of(key)
        if role in ("option", "flag", "") or value in (None, "", [], {}):
            continue
        rank = _rank(role, key, value)
        if role not in fields or rank > fields[role][0]:
            fields[role] = (rank, value)
    return {role: value for role, (_rank_, value) in fields.items()}


def _rank(role: str, key: str, value: Any) -> int:
    """Names such as title, name and text are the second choice for a stem; a list is none at all."""
    if role == "stem":
        if not isinstance(value, str):
            return -1
        return (
            0
            if fold_name(key) in ("title", "name", "text", "content", "body", "标题", "内容", "topic")
            else 1
        )
    if role == "options":
        return int(isinstance(value, list | dict))
    return 0


def is_question(item: Object) -> bool:
    """Whether an object looks like a question: a stem, and something that asks or answers."""
    fields = fields_of(item)
    if not isinstance(fields.get("stem"), str):
        return False
    return bool({"options", "answer", "type"} & set(fields)) or bool(_own_options(item))


def record_of_object(item: Object, line: SourceLine, handed: Handed) -> tuple[Record, tuple[str, ...]]:
    """The record of an object that is a question, and the keys that were not read."""
    fields = fields_of(item)
    options, flags, is_numbered, lead = _options(item, fields)
    answer, items = _answer(fields.get("answer"))
    if flags and not any(_is_right(mark) for _label, mark in flags) and (answer or items):
        flags = ()
    own_type = type_of(_text(fields.get("type")))
    own_type = "" if own_type == MATERIAL else own_type
    is_open = not options and (own_type or handed.type) in _WITH_OPTIONS and not names_options(answer, items)
    unknown = _unknown_list(item) if is_open else ""
    written_id = _text(fields.get("id"))
    is_own = bool(_FULL_ID.match(written_id))
    record = Record(
        lines=(line,),
        stem=_text(fields.get("stem")),
        type=own_type or handed.type,
        has_own_type=bool(own_type),
        options=options if options or not lead else (("A", lead),),
        is_numbered=is_numbered,
        flags=flags,
        answer=answer,
        items=items,
        explanation=_text(fields.get("explanation")) or note_of(lambda role: _text(fields.get(role))),
        cite=_text(fields.get("cite")),
        discipline=_text(fields.get("discipline")),
        difficulty=_text(fields.get("difficulty")),
        tags=_text(fields.get("tags")),
        score=_text(fields.get("score")),
        material=_text(fields.get("material")) or handed.material,
        id=written_id if is_own else "",
        number=_text(fields.get("number")) or ("" if is_own else written_id),
        section=_text(fields.get("section")) or handed.section,
        is_unsettled=_text(fields.get("status")) in UNSETTLED,
        given=tuple(role for role in GIVEN if role in _roles(item)),
        doubts=(
            *filter(None, [rival_doubt(_written_answers(item))]),
            *((f"没有读出选项，不认识“{unknown}”",) if unknown else ()),
            *(("题里有图片或影音，没有读入",) if _has_picture(item) else ()),
            *standing_doubts(lambda role: _text(fields.get(role))),
        ),
    )
    return record, tuple(key for key in item if _is_unread(key, item[key], record))


def _text(value: Any) -> str:
    """A value as a person would write it in a cell."""
    if value is None:
        return ""
    if isinstance(value, str):
        return squeeze(without_html(value).strip())
    if isinstance(value, bool):
        return "对" if value else "错"
    if isinstance(value, int | float):
        return str(int(value)) if value == int(value) else str(value)
    if isinstance(value, list):
        return "\n".join(filter(None, map(_text, value)))
    if isinstance(value, dict):
        inner = next((value[key] for key in value if fold_name(key) in _TEXT_KEYS), None)
        return _text(inner) if inner is not None else json.dumps(value, ensure_ascii=False)
    return ""


def _answer(value: Any) -> tuple[str, tuple[Item | tuple[str, ...], ...]]:
    """(text, items of a list): a JSON answer may be a text, a number, a boolean or a list of these."""
    if isinstance(value, str):
        return _text(value), ()
    if isinstance(value, bool):
        return "", (value,)
    if isinstance(value, float):
        return "", (int(value),) if value == int(value) else (str(value),)
    if isinstance(value, int):
        return "", (value,)
    if isinstance(value, list):
        return "", tuple(_item(item) for item in value if item not in (None, "", [], {}))
    if isinstance(value, dict):
        return _text(value), ()
    return "", ()


def _item(value: Any) -> Item | tuple[str, ...]:
    if isinstance(value, bool | int):
        return value
    if isinstance(value, list):
        return tuple(map(_text, value))
    return _text(value)


def _options(
    item: Object, fields: Mapping[str, Any]
) -> tuple[Options, tuple[tuple[str, str], ...], bool, str]:
    """(options, right/wrong marks, whether numbers named them, text before the first)."""
    value = fields.get("options")
    if isinstance(value, str):
        cell = split_options(without_html(value))
        return cell.options, (), cell.is_numbered, cell.lead
    if isinstance(value, dict):
        pairs = [(position_label(str(key)) or str(key).strip(), _text(text)) for key, text in value.items()]
        return tuple(pairs), (), all(str(key).isdigit() and str(key) != "0" for key in value), ""
    if isinstance(value, list) and value and all(isinstance(option, dict) for option in value):
        cells = [_option_object(option) for option in value]
        named = name_options([(label, text) for label, text, _mark in cells])
        marks = tuple(
            (label, mark) for (label, _t), (_l, _x, mark) in zip(named.options, cells, strict=False)
        )
        has_marks = any(mark for _label, mark in marks) and len(named.options) == len(cells)
        return named.options, marks if has_marks else (), named.is_numbered, ""
    if isinstance(value, list):
        named = name_options([("", _text(option)) for option in value])
        return named.options, (), named.is_numbered, ""
    wrong = [text for key, value in item.items() if role_of(key)[0] == "wrong" for text in _listed(value)]
    if wrong and isinstance(fields.get("answer"), str):
        named = name_options([("", _text(text)) for text in (fields["answer"], *wrong)])
        return named.options, (), False, ""
    named = name_options(_own_options(item))
    return named.options, (), named.is_numbered, ""


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


def _unknown_list(item: Object) -> str:
    """The first key that nobody knows and that holds a list, as options do; "" for none."""
    return next(
        (key for key, value in item.items() if not role_of(key)[0] and _is_list(value)),
        "",
    )


def _is_list(value: Any) -> bool:
    return isinstance(value, list | dict) and len(value) > 1


def _has_picture(item: Object) -> bool:
    return any(isinstance(value, str) and has_picture(value) for value in item.values())


def _is_unread(key: str, value: Any, record: Record) -> bool:
    """Whether nothing of what stands under a key came into the record."""
    role, _label = role_of(key)
    if role == "note":
        return _text(value) not in record.explanation and not record.doubts
    if role == "wrong":
        return not all(_text(text) in dict(record.options).values() for text in _listed(value))
    return not role


def _roles(item: Object) -> set[str]:
    """What a question has a place for; a note may hold its explanation."""
    roles = {role_of(key)[0] for key in item}
    return roles | {"explanation"} if "note" in roles else roles


def _written_answers(item: Object) -> list[str]:
    """Every text under a key that means the answer: answer and correctAnswer may both be there."""
    return [value for key, value in item.items() if role_of(key)[0] == "answer" and isinstance(value, str)]


def _own_options(item: Object) -> list[tuple[str, str]]:
    """Options that are keys of the question itself: A, optionB, 选项三."""
    found = [(role_of(key), value) for key, value in item.items()]
    return sorted((label, _text(value)) for (role, label), value in found if role == "option")


def _option_object(option: Object) -> tuple[str, str, str]:
    """(label, text, right/wrong mark) of an option that is an object, {A: 文字} too."""
    by_name = {fold_name(key): value for key, value in option.items()}
    text_key = next((key for key in _TEXT_KEYS if isinstance(by_name.get(key), str | int | float)), "")
    label_key = next((key for key in _LABEL_KEYS if key in by_name and key != text_key), "")
    right_key = next((key for key in _RIGHT_KEYS if key in by_name), "")
    if not text_key and len(option) == 1:
        key, value = next(iter(option.items()))
        return position_label(str(key)), _text(value), ""
    label = position_label(_text(by_name.get(label_key))) if label_key else ""
    return label, _text(by_name.get(text_key)), _text(by_name.get(right_key)) if right_key else ""


def _is_right(mark: str) -> bool:
    return mark in ("对", "1", "true", "True", "是", "正确")
