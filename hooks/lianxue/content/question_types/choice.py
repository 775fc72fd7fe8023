"""Single choice, multiple choice and true or false: some options are right, the others are not."""

from __future__ import annotations

from dataclasses import dataclass

from lianxue.content.grading import Grade, Scoring, as_texts, grade_of
from lianxue.content.question import Json, Option, Shown
from lianxue.content.question_types.options import parse_answer, parse_options
from lianxue.content.vocabulary import TRUE_FALSE
from lianxue.reading.entry import Entry


@dataclass(frozen=True, slots=True)
class Choice:
    """Options of which those in `answer` are right; `answer` is in the options' order."""

    options: tuple[Option, ...]
    answer: tuple[str, ...]

    def grade(self, response: object, scoring: Scoring) -> Grade:
        """Exact earns all, one wrong option nothing; what a subset earns the scoring says."""
        chosen = list(dict.fromkeys(as_texts(response)))
        parts = [option_id in self.answer for option_id in chosen]
        if not chosen or not all(parts):
            return grade_of(0, parts)
        if len(chosen) == len(self.answer):
            return grade_of(1, parts)
        shares = {
            Scoring.ALL_OR_NOTHING: 0.0,
            Scoring.HALF_IF_INCOMPLETE: 0.5,
            Scoring.PER_CORRECT: len(chosen) / len(self.answer),
        }
        return grade_of(shares[scoring], parts)

    def shown(self) -> Shown:
        """The options in the author's order."""
        return Shown(options=self.options)

    def answer_lines(self) -> tuple[str, ...]:
        """One line for each right option."""
        return tuple(
            option.id if option.id == option.text else f"{option.id}. {option.text}"
            for option in self.options
            if option.id in self.answer
        )

    def answer_key(self) -> dict[str, Json]:
        """The ids of the right options."""
        return {"answer": list(self.answer)}

    def revision_parts(self) -> tuple[str, ...]:
        """Every option's text, marked where it is right, whatever its label and position."""
        marked = (
            ("right " if option.id in self.answer else "other ") + option.text for option in self.options
        )
        return tuple(sorted(marked))


def parse_single_choice(entry: Entry) -> Choice | None:
    """One right option."""
    options = parse_options(entry)
    answer = parse_answer(entry, options)
    if len(answer) > 1:
        said = "、".join(answer)
        message = f"单选题只有一个答案，写了 {len(answer)} 个：{said}。真有几个时题型改为多选"
        entry.note("answer", "answer-count", message)
    return _choice(options, answer)


def parse_multiple_choice(entry: Entry) -> Choice | None:
    """Two or more right options."""
    options = parse_options(entry)
    answer = parse_answer(entry, options)
    if len(answer) == 1:
        message = f"多选题至少有两个答案，只写了 {answer[0]}。真只有一个时题型改为单选"
        entry.note("answer", "answer-count", message)
    return _choice(options, answer)


def parse_true_false(entry: Entry) -> Choice | None:
    """对 or 错."""
    text = entry.text("answer")
    if not text:
        entry.note("answer", "missing-field", "缺少 answer：请写 对 或 错")
        return None
    if text not in TRUE_FALSE:
        message = f"判断题的答案“{text}”不认识：请写 对 或 错"
        entry.note("answer", "answer-outside-options", message)
        return None
    return Choice((Option("对", "对"), Option("错", "错")), (TRUE_FALSE[text],))


def _choice(options: tuple[Option, ...], answer: tuple[str, ...]) -> Choice | None:
    if not options or not answer:
        return None
    return Choice(options, tuple(option.id for option in options if option.id in answer))
