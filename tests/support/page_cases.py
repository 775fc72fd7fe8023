"""Small overlays over the base case, each with the very list of problems `lianxue check` finds in it.

A folder under tests/cases/pages/bad holds files as they lie in a project (docs/…, quizzes/…) and

    expected.txt    one line a problem: path:line:col: message [level rule]
                    a first line `--today 2027-02-01` checks as on that day
    symlinks.txt    optional, `path -> target`: links that the test makes, since git on Windows has none
"""

from __future__ import annotations

import datetime
from pathlib import Path

from tests.support.project import make_project

from desk.building.checking import check_portal


def check_case(case: Path, folder: Path) -> tuple[str, ...]:
    """What a check says of a case laid over the base in `folder`, in the form of expected.txt."""
    root = make_project(folder, case)
    (root / "expected.txt").unlink()
    links = root / "symlinks.txt"
    if links.exists():
        for line in links.read_text(encoding="utf-8").splitlines():
            path, _, target = line.partition(" -> ")
            (root / path).symlink_to(target)
        links.unlink()
    return check_project(root, today_of(case))


def check_project(root: Path, today: datetime.date | None = None) -> tuple[str, ...]:
    """What a check says of a project, each problem with its level and rule."""
    report = check_portal(root, today=today)
    return tuple(f"{problem} [{problem.level.value} {problem.rule}]" for problem in report.problems)


def expected_lines(case: Path) -> tuple[str, ...]:
    """The problems a case announces."""
    lines = (case / "expected.txt").read_text(encoding="utf-8").splitlines()
    return tuple(line for line in lines if not line.startswith("--today "))


def today_of(case: Path) -> datetime.date | None:
    """The day a case is checked on, if that matters."""
    first = (case / "expected.txt").read_text(encoding="utf-8").partition("\n")[0]
    day = first.removeprefix("--today ")
    return None if day == first else datetime.date.fromisoformat(day)
