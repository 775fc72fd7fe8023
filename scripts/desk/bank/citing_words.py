"""Put suggested citations into words: for the terminal, and as data."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence

from desk.bank.citing import Suggestion
from lianxue.content.question import Question
from lianxue.reading.shortening import shortened

_MOST = 90  # characters of an article beside a question


def suggestion_lines(suggestion: Suggestion, *, only_first: bool = False) -> list[str]:
    """A question, then its candidates with numbers and their text."""
    lines = [f"{suggestion.question.label}：{shortened(suggestion.question.stem, _MOST)}"]
    for number, candidate in enumerate(suggestion.candidates[: 1 if only_first else None], start=1):
        sure = f"（把握 {candidate.confidence:.0%}）" if candidate.confidence else ""
        fitting = fitting_paragraph(candidate.text, suggestion.question)
        lines.append(f"  {number} {candidate.cite}{sure}　{shortened(fitting, _MOST)}")
    return lines if suggestion.candidates else [*lines, "  没有相近的条文"]


def fitting_paragraph(text: str, question: Question) -> str:
    """The paragraph of an article that has most in common with a question."""
    words = f"{question.stem}{question.explanation}{''.join(question.body.answer_lines())}"
    pairs = {words[index : index + 2] for index in range(len(words) - 1)}

    def common(paragraph: str) -> float:
        own = {paragraph[index : index + 2] for index in range(len(paragraph) - 1)}
        return len(own & pairs) / (len(own) + 20)

    return max(text.split("\n"), key=common)


def suggestions_json(suggestions: Sequence[Suggestion], written: Mapping[str, str]) -> str:
    """Suggestions and what was written of them (question id → citation) as JSON."""
    data = {"suggestions": _data(suggestions), "written": dict(written)}
    return json.dumps(data, ensure_ascii=False, indent=2)


def _data(suggestions: Sequence[Suggestion]) -> list[dict[str, object]]:
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
