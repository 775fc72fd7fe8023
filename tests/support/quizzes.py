"""Make quizzes and catalogs in memory or in a folder, from plain mappings."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from tests.support.project import make_project

from lianxue.content.catalog import Catalog, load_catalog
from lianxue.content.question import Question
from lianxue.content.quiz import Quiz, parse_quiz
from lianxue.reading.problem import Report

SETTLED = {"explanation": "无", "cite": [], "waive": {"no-citation": "测试", "no-explanation": "测试"}}
TRUE_FALSE = {"id": "one", "type": "true_false", "stem": "学习是义务。", "answer": "对"}


def quiz_text(*questions: dict[str, Any], **facts: Any) -> str:
    """A quiz file; JSON is YAML. Every question has an explanation and needs no citation."""
    filled = [question if "questions" in question else {**SETTLED, **question} for question in questions]
    return json.dumps({"title": "自测", **facts, "questions": filled}, ensure_ascii=False, indent=1)


def read_quiz(*questions: dict[str, Any], **facts: Any) -> tuple[Quiz, list[str]]:
    """The quiz of these questions, and its problems' messages in order."""
    report = Report()
    quiz = parse_quiz(quiz_text(*questions, **facts), "quizzes/x.yml", "x", report)
    assert quiz is not None
    return quiz, [problem.message for problem in report.problems]


def read_question(question: dict[str, Any]) -> Question:
    """One question that has no problem."""
    quiz, problems = read_quiz({"id": "one", **question})
    assert problems == []
    return quiz.questions[0]


def catalog_of(folder: Path, files: dict[str, str] | None = None) -> Catalog:
    """The catalog of the base case with some files added, which must have no problem but advice."""
    return load_catalog(make_project(folder / "project", files=files))
