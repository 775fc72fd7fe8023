"""Grading in the browser answers the same truth tables as grading in Python."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from tests.support.truth_tables import truth_cases

from lianxue.content.catalog import load_catalog
from lianxue.rendering.bank import export_question


def test_browser_grades_every_row_like_the_tables(
    run_script: Callable[[str, Any], Any], tmp_path: Path
) -> None:
    """Each exported question with its response gets the verdict, share and parts of its row."""
    nothing_cited = load_catalog(tmp_path)
    cases = list(truth_cases())
    sent = [
        {"question": export_question(case.question, case.quiz, nothing_cited), "response": case.response}
        for case in cases
    ]
    grades = run_script("run_grading.js", sent)
    assert len(grades) == len(cases) > 0
    different = [
        (case.name, grade)
        for case, grade in zip(cases, grades, strict=True)
        if (grade["verdict"], grade["share"], tuple(grade["parts"])) != (case.verdict, case.share, case.parts)
    ]
    assert different == []
