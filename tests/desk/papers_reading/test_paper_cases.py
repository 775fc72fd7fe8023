"""Every paper under tests/cases/papers is read exactly as written down beside it."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.support.papers import opened_text, told_twice, unaccounted, written_down
from tests.support.project import CASES

from desk.importing.papers.reading import read_paper

PAPERS = sorted(
    path
    for path in (CASES / "papers").iterdir()
    if path.suffix in (".txt", ".md") and ".read." not in path.name
)


@pytest.mark.parametrize("case", PAPERS, ids=lambda case: case.stem)
def test_a_paper_is_read_as_its_file_says(case: Path) -> None:
    """Questions, answers, doubts, what was left out and why: all as in the file beside the paper."""
    reading = read_paper(opened_text(case.name, case.read_text(encoding="utf-8")))
    assert written_down(reading) == case.with_suffix(".read.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize("case", PAPERS, ids=lambda case: case.stem)
def test_every_line_of_a_paper_is_accounted_for(case: Path) -> None:
    """A line that is not blank is in a question, ignored with a reason, or unsure; never in two of them."""
    opened = opened_text(case.name, case.read_text(encoding="utf-8"))
    reading = read_paper(opened)
    assert unaccounted(opened, reading) == []
    assert told_twice(reading) == []
