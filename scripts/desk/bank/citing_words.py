"""Put suggested citations into words: for the terminal, and as data."""

from __future__ import annotations

from collections.abc import Sequence

from desk.bank.citing import Suggestion
from desk.failures import DeskError
from lianxue.content.question import Question

_MOST = 90  # characters of an article beside a question


def suggestion_lines(suggestion: Suggestion, *, only_first: bool = False) -> list[str]:
    """A question, then its candidates with numbers and their text."""
    lines = [f"{suggestion.question.label}：{_cut(suggestion.question.stem)}"]
    for number, candidate in enumerate(suggestion.candidates[: 1 if only_first else None], start=1):
        sure = f"（把握 {candidate.confidence:.0%}）" if candidate.confidence else ""
        fitting = fitting_paragraph(candidate.text, suggestion.question)
        lines.append(f"  {number} {candidate.cite}{sure}　{_cut(fitting)}")
    return lines if suggestion.candidates else [*lines, "  没有相近的条文"]


def fitting_paragraph(text: str, question: Question) -> str:
    """The paragraph of an article that has most in common with a question."""
    words = f"{question.stem}{question.explanation}{''.join(question.body.answer_lines())}"
    pairs = {words[index : index + 2] for index in range(len(words) - 1)}

    def common(paragraph: str) -> float:
        own = {paragraph[index : index + 2] for index in range(len(paragraph) - 1)}
        return len(own & pairs) / (len(own) + 20)

    return max(text.split("\n"), key=common)


def suggestions_data(suggestions: Sequence[Suggestion]) -> list[dict[str, object]]:
    """Suggestions as JSON values."""
    return [
        {
            "id": suggestion.question.id,
            "number": suggestion.question.number,
            "stem": suggestion.question.stem,
            "candidates": [
                {"cite": item.cite, "confidence": item.confidence, "text": item.text}
                for item in suggestion.candidates
            ],
        }
        for suggestion in suggestions
    ]


def sure_ones(suggestions: Sequence[Suggestion], least: float) -> list[Suggestion]:
    """The suggestions whose first candidate is at least so sure."""
    return [item for item in suggestions if item.candidates and item.candidates[0].confidence >= least]


def share(value: str) -> float:
    """How sure, from a command line: 0.9 or 90%. Raises DeskError."""
    try:
        number = float(value.removesuffix("%")) / (100 if value.endswith("%") else 1)
    except ValueError:
        number = -1.0
    if not 0 < number <= 1:
        raise DeskError(f"--accept-above 写 0 到 1 的小数，如 0.9，不是“{value}”")
    return number


def _cut(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _MOST else f"{line[:_MOST]}……"
