"""Matching: every item on the left belongs to one on the right."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from lianxue.content.grading import Grade, Scoring, grade_parts
from lianxue.content.letters import fold_label
from lianxue.content.question import Json, Option, Shown
from lianxue.content.question_types.options import parse_options
from lianxue.reading.entry import Entry


@dataclass(frozen=True, slots=True)
class Matching:
    """Left items, right items (there may be more of these), and the right item of each left."""

    left: tuple[Option, ...]
    right: tuple[Option, ...]
    answer: Mapping[str, str]  # left id → right id, in the order of `left`

    def grade(self, response: object, scoring: Scoring) -> Grade:
        """The share of left items that have their right one."""
        pairs = response if isinstance(response, dict) else {}
        parts = [pairs.get(left_id) == right_id for left_id, right_id in self.answer.items()]
        return grade_parts(parts, scoring)

    def shown(self) -> Shown:
        """Both sides in the author's order."""
        return Shown(left=self.left, right=self.right)

    def answer_lines(self) -> tuple[str, ...]:
        """One line a pair."""
        right = {option.id: option.text for option in self.right}
        return tuple(f"{option.text} → {right[self.answer[option.id]]}" for option in self.left)

    def answer_key(self) -> dict[str, Json]:
        """The pairs."""
        return {"answer": dict(self.answer)}

    def revision_parts(self) -> tuple[str, ...]:
        """The pairs' texts and the right items without a partner."""
        right = {option.id: option.text for option in self.right}
        pairs = [f"{option.text} {right[self.answer[option.id]]}" for option in self.left]
        spare = [option.text for option in self.right if option.id not in self.answer.values()]
        return (*sorted(pairs), *sorted(spare))


def parse_matching(entry: Entry) -> Matching | None:
    """`left`, `right`, and `answer` with one right id for every left id."""
    left, right = parse_options(entry, "left"), parse_options(entry, "right")
    if not entry.has("answer"):
        entry.note("answer", "missing-field", "缺少 answer：左列每一项写出对应的右列编号")
        return None
    if not left or not right:
        return None
    left_ids, right_ids = [option.id for option in left], [option.id for option in right]
    answer: dict[str, str] = {}
    for key, value in entry.pairs("answer"):
        left_id, right_id = fold_label(key.text), fold_label(value.text)
        if left_id not in left_ids:
            message = f"答案的 {key.text} 不在左列 {'、'.join(left_ids)} 中"
            entry.note_at(key.place, "answer-outside-options", message)
        elif left_id in answer:
            entry.note_at(key.place, "duplicate-option-id", f"答案里左列 {left_id} 写了两次")
        elif right_id not in right_ids:
            message = f"答案 {value.text} 不在右列 {'、'.join(right_ids)} 中"
            entry.note_at(value.place, "answer-outside-options", message)
        else:
            answer[left_id] = right_id
    missing = [left_id for left_id in left_ids if left_id not in answer]
    if missing:
        entry.note("answer", "answer-count", f"左列 {'、'.join(missing)} 还没有答案")
        return None
    return Matching(left, right, {left_id: answer[left_id] for left_id in left_ids})
