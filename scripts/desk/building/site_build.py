"""Build the site aside and put it in place, or say what stops it."""

from __future__ import annotations

import time
from dataclasses import dataclass
from pathlib import Path

from desk.building.mkdocs_run import build_pages, read_config
from desk.building.site_folder import check_site_dir, replaced_site
from desk.reporting.report import stops
from lianxue.reading.problem import Problem


@dataclass(frozen=True, slots=True, kw_only=True)
class BuildReport:
    """How a build went."""

    problems: tuple[Problem, ...]
    remarks: tuple[str, ...]
    site_dir: Path
    page_count: int  # 0 where problems stopped the build
    seconds: float
    is_done: bool


class _StoppedError(Exception):
    """Leaves the side folder without putting it in place."""


def build_site(root: Path, site_dir: Path, *, strict: bool = False) -> BuildReport:
    """Build the portal at `root` into `site_dir`; problems leave the last good site untouched.

    Raises DeskError and OSError as `check_site_dir` and `replaced_site` do.
    """
    started = time.monotonic()
    site_dir = check_site_dir(root, site_dir)
    page_count = 0
    try:
        with replaced_site(site_dir) as new:
            outcome = build_pages(read_config(root, new))
            if outcome.is_stopped or stops(outcome.problems, strict=strict):
                raise _StoppedError
            page_count = count_pages(new)
        is_done = True
    except _StoppedError:
        is_done = False
    return BuildReport(
        problems=outcome.problems,
        remarks=outcome.remarks,
        site_dir=site_dir,
        page_count=page_count,
        seconds=time.monotonic() - started,
        is_done=is_done,
    )


def count_pages(site_dir: Path) -> int:
    """How many pages a site has."""
    return sum(1 for _ in site_dir.rglob("*.html"))
