"""The grading truth tables under tests/cases/grading, for both graders.

A file holds a list of tables: a `question` as in a quiz, maybe its `scoring`, and `cases`, each a
`response` with its `verdict`, `share`, `parts`, and `why` it is so. `id`, `explanation` and
`cite` are filled in here, so that the tables show what matters.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml
from tests.support.project import CASES
from tests.support.quizzes import quiz_text

from lianxue.content.question import Question
from lianxue.content.quiz import Quiz, parse_quiz
from lianxue.reading.problem import Report


@dataclass(frozen=True)
class TruthCase:
    """One row of a table."""

    name: str
    quiz: Quiz
    question: Question
    response: Any  # JSON
    verdict: str
    share: float
    parts: tuple[bool, ...]


def truth_cases() -> Iterator[TruthCase]:
    """Every row of every table."""
    for file in sorted((CASES / "grading").glob("*.yml")):
        yield from _cases_of(file)


def _cases_of(file: Path) -> Iterator[TruthCase]:
    for number, table in enumerate(yaml.safe_load(file.read_text(encoding="utf-8")), start=1):
        quiz = _quiz(table, f"{file.stem}-{number}")
        for case in table["cases"]:
            yield TruthCase(
                name=f"{quiz.id}: {case['why']}",
                quiz=quiz,
                question=quiz.questions[0],
                response=json.loads(json.dumps(case["response"])),
                verdict=case["verdict"],
                share=case["share"],
                parts=tuple(case["parts"]),
            )


def _quiz(table: dict[str, Any], quiz_id: str) -> Quiz:
    """The table's question in a quiz of its own; JSON is YAML."""
    facts = {"scoring": table["scoring"]} if "scoring" in table else {}
    report = Report()
    quiz = parse_quiz(quiz_text({"id": "one", **table["question"]}, **facts), quiz_id, quiz_id, report)
    assert quiz is not None
    assert report.problems == [], report.problems
    return quiz
