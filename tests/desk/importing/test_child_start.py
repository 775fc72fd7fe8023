"""The child that reads questions loads only what the file at hand needs: it is started for every import."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest
from tests.support.project import REPOSITORY

HEAVY = (
    "yaml",
    "ruamel",
    "lxml",
    "jinja2",
    "rapidfuzz",
    "tempfile",
    "subprocess",
    "lianxue.content.question",
)


@pytest.mark.parametrize("reader", ["papers.reading", "records.sheets", "records.json_bank"])
def test_no_reader_of_questions_loads_what_belongs_to_others(reader: str) -> None:
    """YAML, the core's questions and XML stay away from papers, sheets and JSON."""
    code = f"import sys, desk.importing.child, desk.importing.{reader}\nprint(*sorted(sys.modules))"
    roots = [str(REPOSITORY / "scripts"), str(REPOSITORY / "hooks")]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(roots)}
    done = subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, check=True)
    assert [name for name in HEAVY if name in done.stdout.decode().split()] == []
