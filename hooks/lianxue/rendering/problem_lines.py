"""Put problems into lines for people."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from lianxue.reading.problem import Problem, count_by_level

NOTHING_FOUND = "没有发现问题"
# What a whole quiz may lack, question by question: said once where many of its questions do.
_LACKING = {"no-explanation": "没有解析", "no-citation": "没有依据"}
_MOST_SINGLE = 3
_QUESTION = re.compile(r"第 (?P<number>\d+) 题")


def problem_lines(problems: Iterable[Problem]) -> list[str]:
    """`path:line:col: message【level】`, in order; what many questions of a file lack is one line."""
    problems = list(problems)
    lacking: dict[tuple[str, str], list[int]] = {}
    for problem in problems:
        question = _QUESTION.match(problem.message) if problem.rule in _LACKING else None
        if question:
            lacking.setdefault((problem.path, problem.rule), []).append(int(question["number"]))
    said: set[tuple[str, str]] = set()
    lines = []
    for problem in problems:
        key = (problem.path, problem.rule)
        numbers = sorted(lacking.get(key, ()))
        if len(numbers) <= _MOST_SINGLE:
            lines.append(f"{problem}【{problem.level.value}】")
        elif key not in said:
            said.add(key)
            place = f"{problem.path}:{problem.line}:{problem.column}"
            what = f"有 {len(numbers)} 道题{_LACKING[problem.rule]}：第 {_ranges(numbers)} 题"
            lines.append(f"{place}: {what}【{problem.level.value}】")
    return lines


def _ranges(numbers: Sequence[int]) -> str:
    """1–6、8、10–12."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return "、".join(f"{run[0]}–{run[-1]}" if len(run) > 1 else str(run[0]) for run in runs)


def count_line(problems: Iterable[Problem]) -> str:
    """共 3 处：需要修改 1 处，待补 2 处，提示 0 处；没有发现问题 where there are none."""
    counts = count_by_level(problems)
    parts = "，".join(f"{level.value} {count} 处" for level, count in counts.items())
    total = sum(counts.values())
    return f"共 {total} 处：{parts}" if total else NOTHING_FOUND


def stopping_text(problems: Sequence[Problem]) -> str:
    """The lines and their count, for a message that stops a build."""
    return "\n".join(["内容有问题，网站没有生成：", *problem_lines(problems), count_line(problems)])
