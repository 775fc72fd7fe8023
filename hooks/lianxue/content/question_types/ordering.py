"""Ordering: options that have one right sequence."""

from __future__ import annotations

from dataclasses import dataclass

from lianxue.content.grading import Grade, Scoring, as_texts, grade_parts
from lianxue.content.question import Json, Option, Shown
from lianxue.content.question_types.options import parse_answer, parse_options
from lianxue.reading.entry import Entry


@dataclass(frozen=True, slots=True)
class Ordering:
    """Options and the ids of all of them in the right sequence."""

    options: tuple[Option, ...]
    answer: tuple[str, ...]

    def grade(self, response: object, scoring: Scoring) -> Grade:
        """The share of positions that hold their option."""
        placed = (as_texts(response) + [""] * len(self.answer))[: len(self.answer)]
        parts = [chosen == right for chosen, right in zip(placed, self.answer, strict=True)]
        return grade_parts(parts, scoring)

    def shown(self) -> Shown:
        """The options in the author's order, which is not the right one."""
        return Shown(options=self.options)

    def answer_lines(self) -> tuple[str, ...]:
        """One line a position."""
        texts = {option.id: option.text for option in self.options}
        return tuple(f"第 {n} 位：{texts[id_]}" for n, id_ in enumerate(self.answer, start=1))

    def answer_key(self) -> dict[str, Json]:
        """The ids in the right sequence."""
        return {"answer": list(self.answer)}

    def revision_parts(self) -> tuple[str, ...]:
        """The texts in the right sequence."""
        texts = {option.id: option.text for option in self.options}
        return tuple(texts[option_id] for option_id in self.answer)


def parse_ordering(entry: Entry) -> Ordering | None:
    """`options`, and `answer` naming each of them once."""
    options = parse_options(entry)
    answer = parse_answer(entry, options)
    missing = [option.id for option in options if option.id not in answer]
    if answer and missing:
        message = f"排序题的答案要写出全部选项的次序，还缺 {'、'.join(missing)}"
        entry.note("answer", "answer-count", message)
    return None if missing or not answer else Ordering(options, answer)
