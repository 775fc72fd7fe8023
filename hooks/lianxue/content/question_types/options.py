"""Read labelled texts: the options of a choice, the two sides of a matching."""

from __future__ import annotations

import re

from lianxue.content.letters import fold_label
from lianxue.content.question import Option
from lianxue.reading.entry import Entry
from lianxue.reading.folding import fold_for_likeness
from lianxue.reading.yaml_source import Mapping, Scalar

_SEVERAL = re.compile(r"[，、；,;\s]+")


def parse_options(entry: Entry, name: str = "options", *, least: int = 2) -> tuple[Option, ...]:
    """The options under a field: at least `least`, with ids and texts that differ."""
    options: dict[str, Option] = {}
    texts: dict[str, str] = {}
    for key, value in entry.pairs(name):
        option_id = fold_label(key.text)
        likeness = fold_for_likeness(value.text)
        if not option_id:
            entry.note_at(key.place, "bad-id", f"{name} 的编号是空的：请写 A、B 这样的编号")
        elif option_id in options:
            message = f"选项编号 {option_id} 重复"
            entry.note_at(key.place, "duplicate-option-id", message)
        elif likeness and likeness in texts:
            message = f"选项 {option_id} 与选项 {texts[likeness]} 的内容相同：“{value.text}”"
            entry.note_at(value.place, "duplicate-option-text", message)
        options.setdefault(option_id, Option(option_id, value.text))
        texts.setdefault(likeness, option_id)
    if not entry.has(name):
        entry.note(name, "missing-field", f"缺少 {name}：请写出选项，如“A: 六个月”")
    elif isinstance(written := entry.node(name), Mapping) and len(written.items) < least:
        message = f"{name} 至少要有 {least} 项，现在有 {len(written.items)} 项"
        entry.note(name, "too-few-options", message)
    return tuple(options.values())


def parse_answer(entry: Entry, options: tuple[Option, ...]) -> tuple[str, ...]:
    """The option ids under `answer`, each one of the options and named once."""
    ids = [option.id for option in options]
    answer: list[str] = []
    if not entry.has("answer"):
        entry.note("answer", "missing-field", "缺少 answer：请写出标准答案")
        return ()
    for scalar in entry.scalars("answer") if options else ():  # without options that is said already
        option_id = fold_label(scalar.text)
        if option_id not in ids:
            _note_outside(entry, scalar, ids)
        elif option_id in answer:
            entry.note_at(scalar.place, "answer-count", f"答案 {option_id} 写了两次")
        else:
            answer.append(option_id)
    return tuple(answer)


def _note_outside(entry: Entry, scalar: Scalar, ids: list[str]) -> None:
    parts = [fold_label(part) for part in _SEVERAL.split(scalar.text) if part]
    if len(parts) == 1:
        parts = list(parts[0])
    if len(parts) > 1 and all(part in ids for part in parts):
        rule = "fullwidth-punctuation" if "，" in scalar.text else "answer-count"
        example = f"[{', '.join(parts)}]"
        message = f"答案“{scalar.text}”请写成列表 {example}：方括号，各项之间用半角逗号“,”"
        entry.note_at(scalar.place, rule, message)
    else:
        message = f"答案 {scalar.text} 不在选项 {'、'.join(ids)} 中"
        entry.note_at(scalar.place, "answer-outside-options", message)
