"""Take typed values out of a mapping, noting what is missing, misspelt or of the wrong kind."""

from __future__ import annotations

import difflib
import re
from collections.abc import Collection, Iterable
from collections.abc import Mapping as MappingType
from dataclasses import dataclass
from datetime import date

from lianxue.reading.problem import Place, Report
from lianxue.reading.spelling import is_month
from lianxue.reading.yaml_source import Mapping, Node, Scalar, Sequence

_MOST_DIGITS = 9  # int() refuses thousands of them
_FULLWIDTH_LIST = re.compile("[【［][^【［】］]*[】］]$")
_FULLWIDTH_LABEL = re.compile(r"(?P<label>\w{1,8})\s*：")
_WORD_LISTS = ("tags",)  # lists of single words, in which a comma can only separate
_DAY = re.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}$")


@dataclass(frozen=True, slots=True)
class Entry:
    """The fields of one question, quiz, lesson or regulation under their canonical names.

    `label` is how messages name it (第 3 题（gift-limits）); "" where the place says enough.
    """

    place: Place
    label: str
    fields: MappingType[str, tuple[Scalar, Node]]
    report: Report
    own_words: MappingType[str, str]  # canonical field name → what trainers call it

    def note(self, name: str, rule: str, message: str) -> None:
        """Note a problem at a field's value, or at the entry where the field is absent."""
        field = self.fields.get(name)
        self.note_at(field[1].place if field else self.place, rule, message)

    def note_at(self, place: Place, rule: str, message: str) -> None:
        """Note a problem at a place, opened by what this entry is called."""
        self.report.note(place, rule, f"{self.label}：{message}" if self.label else message)

    def written(self, name: str) -> str:
        """A field's name as its author wrote it (题数), its canonical one where it is absent."""
        return self.fields[name][0].text if name in self.fields else name

    def has(self, name: str) -> bool:
        """Whether the field is there and not empty; `[]` and `[""]` are empty too."""
        field = self.fields.get(name)
        return field is not None and not _is_empty(field[1])

    def node(self, name: str) -> Node | None:
        """A field's raw value; None where it is absent or empty."""
        return self.fields[name][1] if self.has(name) else None

    def text(self, name: str, *, required: bool = False) -> str:
        """A field's text; "" where it is absent."""
        node = self.node(name)
        if node is None:
            if required:
                own_word = f"（{self.own_words[name]}）" if name in self.own_words else ""
                self.note(name, "missing-field", f"缺少 {name}{own_word}")
            return ""
        if isinstance(node, Scalar):
            return node.text
        self.note(name, "wrong-kind", f"{self.written(name)} 应是一段文字")
        return ""

    def one_of(self, name: str, choices: Collection[str], *, default: str = "") -> str:
        """A text out of `choices`; the default where it is absent or something else."""
        text = self.text(name)
        if not text:
            return default
        if text in choices:
            return text
        self.note(name, "unknown-value", _unknown_value(self.written(name), text, choices))
        return default

    def number(self, name: str, *, default: int, least: int = 0, most: int = 10**6) -> int:
        """A whole number within bounds; the default where it is absent or something else."""
        text = self.text(name)
        if not text:
            return default
        is_whole = text.isascii() and text.isdigit() and len(text) <= _MOST_DIGITS
        if is_whole and least <= int(text) <= most:
            return int(text)
        self.note(name, "wrong-kind", f"{self.written(name)} 应是 {least} 到 {most} 的整数，写的是“{text}”")
        return default

    def yes_no(self, name: str) -> bool:
        """是 or 否 (true, false); False where it is absent."""
        return self.one_of(name, ("true", "false", "是", "否"), default="false") in ("true", "是")

    def date(self, name: str) -> date | None:
        """A day written 2026-02-28; None where it is absent or no such day."""
        text = self.text(name)
        if not text:
            return None
        try:
            if not _DAY.match(text):  # fromisoformat reads weeks as well
                raise ValueError
            return date.fromisoformat(text)
        except ValueError:
            self.note(name, "bad-date", f"{self.written(name)} 的“{text}”不是日期：请写成 2026-02-28 的样子")
            return None

    def month(self, name: str, *, required: bool = False) -> str:
        """A month written 2026-02; "" where it is absent or no such month."""
        text = self.text(name, required=required)
        if not text or is_month(text):
            return text
        self.note(name, "bad-date", f"{self.written(name)} 的“{text}”不是月份：请写成 2026-02 的样子")
        return ""

    def scalars(self, name: str) -> tuple[Scalar, ...]:
        """A list of texts with their places; one text alone counts as a list of one."""
        node = self.node(name)
        if node is None:
            return ()
        if isinstance(node, Scalar) and _FULLWIDTH_LIST.match(node.text):
            brackets = node.text[0] + node.text[-1]
            message = f"{self.written(name)} 用了全角的“{brackets}”：请改成半角“[]”，各项之间用半角逗号“,”"
            self.note(name, "fullwidth-punctuation", message)
            return ()
        if isinstance(node, Scalar):
            return (node,)
        if isinstance(node, Sequence):
            for item in node.items:
                if not isinstance(item, Scalar):
                    self.note_at(item.place, "wrong-kind", f"{self.written(name)} 的每一项应是一段文字")
            return tuple(item for item in node.items if isinstance(item, Scalar) and item.text)
        self.note(name, "wrong-kind", f"{self.written(name)} 应是列表，如 [甲, 乙]")
        return ()

    def texts(self, name: str, choices: Collection[str] = ()) -> tuple[str, ...]:
        """A list of texts, each out of `choices` where these are given."""
        scalars = self.scalars(name)
        for scalar in scalars:
            if "，" in scalar.text and (
                name in _WORD_LISTS or all(part.strip() in choices for part in scalar.text.split("，"))
            ):
                message = f"{self.written(name)} 的“{scalar.text}”里是全角逗号“，”：各项之间请用半角逗号“,”"
                self.note_at(scalar.place, "fullwidth-punctuation", message)
            elif choices and scalar.text not in choices:
                message = _unknown_value(self.written(name), scalar.text, choices)
                self.note_at(scalar.place, "unknown-value", message)
        return tuple(scalar.text for scalar in scalars if not choices or scalar.text in choices)

    def pairs(self, name: str) -> tuple[tuple[Scalar, Scalar], ...]:
        """A mapping from labels to texts, such as options."""
        node = self.node(name)
        if node is None:
            return ()
        if isinstance(node, Scalar) and (match := _FULLWIDTH_LABEL.match(node.text)):
            self._note_colon(name, node, match["label"])
            return ()
        if not isinstance(node, Mapping):
            self.note(name, "wrong-kind", f"{self.written(name)} 应写成“编号: 文字”，一行一个，如“A: 六个月”")
            return ()
        for key, value in node.items:
            if value == Scalar("", value.place) and (match := _FULLWIDTH_LABEL.match(key.text)):
                self._note_colon(name, key, match["label"])
            elif not isinstance(value, Scalar) or not value.text:
                self.note_at(value.place, "wrong-kind", f"{self.written(name)} 的 {key.text} 应是一段文字")
        return tuple((k, v) for k, v in node.items if isinstance(v, Scalar) and v.text)

    def _note_colon(self, name: str, scalar: Scalar, label: str) -> None:
        commas = "，各项之间用半角逗号“,”" if "，" in scalar.text else ""
        message = f"{self.written(name)} 的“{label}”后面是全角冒号“：”：请改成半角“:”，后面空一格{commas}"
        self.note_at(scalar.place, "fullwidth-punctuation", message)

    def only(self, known: Collection[str]) -> None:
        """Every field is one of `known`."""
        for name, (key, _value) in self.fields.items():
            if name not in known:
                nearest = nearest_name(name, known)
                hint = f"，是不是 {nearest}？" if nearest else f"。可用：{'、'.join(sorted(known))}"
                self.note_at(key.place, "unknown-field", f"字段 {key.text} 不认识{hint}")


def open_entry(
    mapping: Mapping, label: str, report: Report, other_names: MappingType[str, str] | None = None
) -> Entry:
    """An entry over a mapping; `other_names` leads from names trainers use to canonical ones."""
    fields: dict[str, tuple[Scalar, Node]] = {}
    other_names = other_names or {}
    own_words = {name: word for word, name in reversed(list(other_names.items()))}  # the first of several
    entry = Entry(mapping.place, label, fields, report, own_words)
    for key, value in mapping.items:
        name = other_names.get(key.text, key.text)
        if name in fields:
            first = fields[name][0]
            message = f"“{key.text}”与第 {first.place.line} 行的“{first.text}”是同一个字段"
            entry.note_at(key.place, "yaml-duplicate-key", message)
        else:
            fields[name] = (key, value)
    return entry


def _is_empty(node: Node) -> bool:
    if isinstance(node, Scalar):
        return not node.text
    return all(map(_is_empty, node.items)) if isinstance(node, Sequence) else not node.items


def _unknown_value(name: str, text: str, choices: Collection[str]) -> str:
    nearest = nearest_name(text, choices)
    hint = f"，是不是“{nearest}”？" if nearest else "。"
    return f"{name} 的“{text}”不认识{hint}可用：{'、'.join(choices)}"


def nearest_name(text: str, names: Iterable[str]) -> str:
    """The name that `text` was most likely meant to be; "" where none is near."""
    matches = difflib.get_close_matches(text, sorted(names), n=1, cutoff=0.6)
    return matches[0] if matches else ""
