"""Print problems and remarks on the terminal."""

from __future__ import annotations

from collections.abc import Sequence

import click

from lianxue.reading.problem import Problem
from lianxue.rendering.problem_lines import count_line, problem_lines


def print_problems(problems: Sequence[Problem], remarks: Sequence[str] = ()) -> None:
    """The list and its count; then what MkDocs had to remark, which never stops anything."""
    for line in (*problem_lines(problems), count_line(problems)):
        click.echo(line)
    for remark in remarks:
        click.echo(f"MkDocs 另有说明：{remark}")
