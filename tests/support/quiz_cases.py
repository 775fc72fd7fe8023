"""Quiz files that say themselves what is wrong with them.

A faulty line of a file under tests/cases/quizzes/bad ends in a comment with the message:

    answer: E   #! 第 1 题（gift-limits）：答案 E 不在选项 A、B、C、D 中
    cite: [97]  #!12 依据“97”看不出是哪一条…          the message, at column 12 of this line

A line may carry several. Where no comment can stand on the line (in a block of text, in broken
quotes), a comment at the top of the file names the line, and a column if it matters:

    #!7: message
    #!7:12 message

Line breaks and column 1 never matter more than that: a message without a column holds at any.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lianxue.reading.problem import Problem

_MARK = re.compile(r"#!(?:(?P<line>\d+):)?(?P<column>\d+)? (?P<message>.*?)(?=\s*#!|$)")


@dataclass(frozen=True, slots=True)
class Expected:
    """A problem that a case file announces; column 0 stands for any."""

    line: int
    column: int
    message: str

    def __str__(self) -> str:
        return f"{self.line}:{self.column or '*'}: {self.message}"


def expected_problems(text: str) -> Iterator[Expected]:
    """The problems a case file announces, in its own order."""
    for number, line in enumerate(text.split("\n"), start=1):
        for match in _MARK.finditer(line):
            yield Expected(int(match["line"] or number), int(match["column"] or 0), match["message"])


def compare(expected: list[Expected], found: list[Problem]) -> list[str]:
    """What differs between the announced problems and those found; empty where they agree."""
    left = sorted(expected, key=lambda item: (item.line, item.message))
    difference = []
    for problem in sorted(found, key=lambda item: (item.line, item.message)):
        match = next(
            (
                item
                for item in left
                if (item.line, item.message) == (problem.line, problem.message)
                and item.column in (0, problem.column)
            ),
            None,
        )
        if match is None:
            difference.append(f"not announced: {problem.line}:{problem.column}: {problem.message}")
        else:
            left.remove(match)
    return difference + [f"not found: {item}" for item in left]
