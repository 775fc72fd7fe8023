"""Let the core judge questions before they are written: what it would refuse is 待确认."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence

from lianxue.content.question import Json
from lianxue.content.quiz import parse_quiz
from lianxue.content.quiz_text import quiz_text
from lianxue.reading.problem import Level, Report

_SAID = (  # in the words of one who reads a paper
    ("缺少 type", "看不出题型"),
    ("缺少 stem", "没有题干"),
    ("缺少 options", "没有选项"),
    ("缺少 left", "没有左列"),
    ("缺少 right", "没有右列"),
    ("缺少 answer", "没有答案"),
    ("缺少 points", "没有答案"),
    ("字段 ", "内容与题型不符"),
)


def find_doubts(questions: Sequence[Mapping[str, Json]]) -> list[tuple[str, ...]]:
    """Why each of these questions, without ids, is none that a learner could answer; () where it is."""
    if not questions:
        return []
    text = "title: x\nregulation: x\nquestions:\n"
    starts: list[int] = []
    line = text.count("\n") + 1
    for number, fields in enumerate(questions):
        own = {**fields, "id": f"n{number}"}
        own.pop("status", None)
        own.pop("cite", None)  # the register has placed them
        own.pop("waive", None)
        part = quiz_text({}, [own]).removeprefix("questions:\n")
        starts.append(line)
        line += part.count("\n")
        text += part
    report = Report()
    parse_quiz(text, "x.yml", "x", report)
    doubts: list[list[str]] = [[] for _ in questions]
    for problem in report.problems:
        if problem.level is Level.MUST_FIX:
            where = max(0, bisect_right(starts, problem.line) - 1)
            doubts[where].append(_said(problem.message.partition("：")[2] or problem.message))
    return [tuple(dict.fromkeys(own)) for own in doubts]


def _said(message: str) -> str:
    return next((words for start, words in _SAID if message.startswith(start)), message)
