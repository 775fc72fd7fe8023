"""Put problems into words: a list for people, JSON for machines."""

from __future__ import annotations

import json
from collections.abc import Sequence

from lianxue.reading.problem import Level, Problem, count_by_level
from lianxue.rendering import portal

NOTHING_FOUND = "没有发现问题"


def stops(problems: Sequence[Problem], *, strict: bool = False) -> bool:
    """Whether these problems keep a site from being published."""
    counts = count_by_level(problems)
    return counts[Level.MUST_FIX] > 0 or (strict and counts[Level.TO_FILL] > 0)


def problem_lines(problems: Sequence[Problem]) -> list[str]:
    """One line a problem, `path:line:col: message【level】`, and the count at the end."""
    return [*(f"{problem}【{problem.level.value}】" for problem in problems), count_line(problems)]


def count_line(problems: Sequence[Problem]) -> str:
    """How many problems there are, by level, in the words of a stopped build."""
    return portal.count_line(problems) if problems else NOTHING_FOUND


def problems_json(problems: Sequence[Problem]) -> str:
    """The same as JSON: `problems` in order, and `counts` by the levels' names."""
    counts = count_by_level(problems)
    return json.dumps(
        {
            "problems": [
                {
                    "path": problem.path,
                    "line": problem.line,
                    "column": problem.column,
                    "level": problem.level.name,
                    "rule": problem.rule,
                    "message": problem.message,
                }
                for problem in problems
            ],
            "counts": {level.name: count for level, count in counts.items()},
        },
        ensure_ascii=False,
        indent=2,
    )
