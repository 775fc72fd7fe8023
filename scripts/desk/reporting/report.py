"""Say whether problems stop a site, and tell them to machines."""

from __future__ import annotations

import json
from collections.abc import Sequence

from lianxue.reading.problem import Level, Problem, count_by_level


def stops(problems: Sequence[Problem], *, strict: bool = False) -> bool:
    """Whether these problems keep a site from being published."""
    counts = count_by_level(problems)
    return counts[Level.MUST_FIX] > 0 or (strict and counts[Level.TO_FILL] > 0)


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
