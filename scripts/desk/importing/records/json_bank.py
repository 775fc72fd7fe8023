"""Read a bank written as JSON: an array of questions, or objects that hold such arrays."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from desk.documents.model import OpenedFile
from desk.drafts.draft import PaperReading, SourceLine, Unsure
from desk.failures import DeskError
from desk.importing.records.numbering import find_numbering
from desk.importing.records.objects import Handed, Object, fields_of, is_question, record_of_object
from desk.importing.records.record import Record
from desk.importing.records.settling import settle
from desk.importing.records.words import MATERIAL, role_of, type_of

_DEEPEST = 12
_REASONS = {
    "Expecting ',' delimiter": "缺少逗号，或者前面的引号、括号没有配对",
    "Expecting value": "这里应有一个值，可能多了逗号",
    "Expecting property name enclosed in double quotes": "字段名要用英文双引号，最后一项后面不写逗号",
    "Expecting ':' delimiter": "字段名后面缺少英文冒号",
    "Unterminated string starting at": "引号没有配对",
    "Invalid control character at": "文字里有换行或控制字符，应写成 \\n",
    "Invalid \\escape": "文字里的反斜杠要写成两个",
    "Extra data": "内容结束后还有多余的文字",
    "Illegal trailing comma before end of array": "最后一项后面多了逗号",
    "Illegal trailing comma before end of object": "最后一项后面多了逗号",
}


@dataclass(slots=True)
class _Found:
    records: list[Record] = field(default_factory=list)
    unsure: list[Unsure] = field(default_factory=list)
    unread: dict[str, None] = field(default_factory=dict)
    title: str = ""
    count: int = 0


def read_json(opened: OpenedFile) -> PaperReading:
    """The questions of a JSON file. Raises DeskError where it is broken, naming the line."""
    found = _Found()
    _walk(_parse(opened), Handed(), found, opened.name, depth=0)
    numbering = find_numbering(found.records)
    remarks = [f"“{key}”没有读入" for key in found.unread]
    if not found.records and not found.unsure:
        remarks.append("文件里没有题目")
    return PaperReading(
        file=opened.name,
        drafts=tuple(settle(record, numbering) for record in found.records),
        ignored=(),
        unsure=tuple(found.unsure),
        remarks=tuple(remarks),
        title=found.title,
    )


def _parse(opened: OpenedFile) -> Any:
    text = opened.raw.lstrip("\ufeff")
    try:
        return json.loads(text)
    except json.JSONDecodeError as error:
        lines = list(_json_lines(text))
        if lines:
            return lines
        reason = _REASONS.get(error.msg, "写法有误")
        place = f"第 {error.lineno} 行第 {error.colno} 个字"
        raise DeskError(f"《{opened.name}》{place}：JSON 写法有误（{reason}），请改正后再导入") from error
    except RecursionError as error:
        raise DeskError(f"《{opened.name}》的括号套得太深，不像题库") from error
    except ValueError as error:  # int() refuses thousands of digits
        raise DeskError(f"《{opened.name}》里有一个数字太长，不像题库") from error


def _json_lines(text: str) -> Iterator[Any]:
    """One object a line, as some programs write; nothing where a line is none."""
    items = []
    for line in text.splitlines():
        if line.strip():
            try:
                items.append(json.loads(line))
            except (ValueError, RecursionError):
                return
    if len(items) > 1 and all(isinstance(item, dict) for item in items):
        yield from items


def _walk(value: Any, handed: Handed, found: _Found, file: str, depth: int) -> None:
    """Questions anywhere inside; the keys of what holds them hand a type or section down."""
    if depth > _DEEPEST:
        raise DeskError(f"《{file}》的括号套得太深，不像题库")
    if isinstance(value, list):
        for item in value:
            _walk(item, handed, found, file, depth + 1)
    elif isinstance(value, dict):
        inner = {key: item for key, item in value.items() if _holds_objects(item, key)}
        if is_question(value) and not (inner and not _has_answer(value)):
            _take(value, handed, found, file)
        elif inner:
            _enter(value, inner, handed, found, file, depth)
        else:
            _leave(value, found, file, "这一条没有题干")
    elif value not in (None, ""):
        _leave(value, found, file, "这一条不是题目")


def _has_answer(value: Object) -> bool:
    return bool({"answer", "options"} & set(fields_of(value)))


def _holds_objects(value: Any, key: str) -> bool:
    """Whether a value may hold questions; options that are objects do not."""
    if role_of(key)[0] in ("options", "answer", "option", "tags"):
        return isinstance(value, list) and any(isinstance(i, dict) and is_question(i) for i in value)
    if isinstance(value, dict):
        return any(_holds_objects(item, name) for name, item in value.items()) or is_question(value)
    return isinstance(value, list) and any(isinstance(item, dict | list) for item in value)


def _enter(
    value: Object, inner: dict[str, Any], handed: Handed, found: _Found, file: str, depth: int
) -> None:
    """An object around questions: a bank, a part with a name, or a material with its questions."""
    fields = fields_of(value)
    own = next((fields[role] for role in ("material", "stem") if isinstance(fields.get(role), str)), "")
    named = str(fields.get("type", "")) or str(fields.get("section", ""))
    is_bank = depth == 0
    if is_bank:
        found.title = found.title or str(own)
    for key, item in inner.items():
        section = (type_of(key) and key) or (named if type_of(named) else "")
        is_material = bool(own) and not is_bank and not type_of(str(own)) and isinstance(item, list)
        _walk(
            item,
            Handed(
                type=_handed_type(key, named, "" if is_material else str(own)) or handed.type,
                section=section or (str(own) if own and not is_material and not is_bank else handed.section),
                material=str(own).strip() if is_material else handed.material,
            ),
            found,
            file,
            depth + 1,
        )


def _handed_type(*names: str) -> str:
    """The type that the first of some names says; a material is none."""
    return next((kind for name in names if (kind := type_of(name)) and kind != MATERIAL), "")


def _take(value: Object, handed: Handed, found: _Found, file: str) -> None:
    found.count += 1
    record, unread = record_of_object(value, _line(value, found.count, file), handed)
    found.records.append(record)
    for key in unread:
        found.unread[key] = None


def _leave(value: Any, found: _Found, file: str, reason: str) -> None:
    found.count += 1
    found.unsure.append(Unsure(line=_line(value, found.count, file), reason=reason))


def _line(value: Any, number: int, file: str) -> SourceLine:
    text = json.dumps(value, ensure_ascii=False) if isinstance(value, dict | list) else str(value)
    return SourceLine(file=file, where=f"第 {number} 条", text=text if len(text) <= 500 else f"{text[:500]}…")
