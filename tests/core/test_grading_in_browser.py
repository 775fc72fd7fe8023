"""Grading in the browser answers the same truth tables as grading in Python."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest
from tests.support.project import REPOSITORY
from tests.support.truth_tables import truth_cases

from lianxue.content.catalog import Catalog, load_catalog
from lianxue.rendering.bank import export_question

RUNNER = REPOSITORY / "tests" / "js" / "run_grading.js"


@pytest.fixture
def node() -> str:
    """The node program: $LIANXUE_NODE, or the one on the path; without any the tests are skipped."""
    program = os.environ.get("LIANXUE_NODE") or shutil.which("node")
    if program is None:
        pytest.skip("没有 node（也没有设 LIANXUE_NODE）：浏览器判分没有测")
    return program


@pytest.fixture
def catalog(tmp_path: Path) -> Catalog:
    """An empty catalog: the tables cite nothing."""
    return load_catalog(tmp_path)


def test_browser_grades_every_row_like_the_tables(node: str, catalog: Catalog) -> None:
    """Each exported question with its response gets the verdict, share and parts of its row."""
    cases = list(truth_cases())
    sent = [
        {"question": export_question(case.question, case.quiz, catalog), "response": case.response}
        for case in cases
    ]
    ran = subprocess.run(
        [node, str(RUNNER)], input=json.dumps(sent).encode(), capture_output=True, timeout=60, check=False
    )
    assert ran.returncode == 0, ran.stderr.decode()
    grades = json.loads(ran.stdout)
    assert len(grades) == len(cases)
    different = [
        (case.name, grade)
        for case, grade in zip(cases, grades, strict=True)
        if (grade["verdict"], grade["share"], tuple(grade["parts"])) != (case.verdict, case.share, case.parts)
    ]
    assert different == []
