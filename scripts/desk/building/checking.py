"""Gather every problem of a portal: its files, the rules across them, its rendered pages."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from pathlib import Path

from desk.building.mkdocs_run import check_pages
from lianxue.content.catalog import load_catalog
from lianxue.content.wording_typography import load_typography_problems
from lianxue.reading.problem import Problem, sort_problems


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckReport:
    """What a check found."""

    problems: tuple[Problem, ...]  # sorted by place
    remarks: tuple[str, ...]  # warnings of MkDocs itself


def check_portal(root: Path, *, today: datetime.date | None = None) -> CheckReport:
    """Check the portal at `root` by the very hooks that build it, without writing a site.

    With `today`, lessons whose review is overdue that day are reported too. Raises DeskError
    where mkdocs.yml or a template cannot be used.
    """
    outcome = check_pages(root)
    overdue = () if today is None else load_catalog(root, today).problems
    typography = load_typography_problems(root)
    return CheckReport(
        problems=tuple(sort_problems([*outcome.problems, *overdue, *typography])),
        remarks=outcome.remarks,
    )
