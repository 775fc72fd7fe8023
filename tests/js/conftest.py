"""Run the site's own scripts in node: the pure ones, without a document."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest

HERE = Path(__file__).parent
Call = tuple[str, Sequence[Any]]


@pytest.fixture(scope="session")
def run_script() -> Callable[[str, Any], Any]:
    """Run a node script of this folder: JSON in, JSON out. Without node the test is skipped, and says so."""
    node = os.environ.get("LIANXUE_NODE") or shutil.which("node")
    if not node:
        pytest.skip("没有找到 node：设置环境变量 LIANXUE_NODE，或运行 portal.py test")

    def run(script: str, given: Any) -> Any:
        finished = subprocess.run(
            [node, str(HERE / script)],
            input=json.dumps(given),
            capture_output=True,
            encoding="utf-8",
            check=False,
        )
        assert finished.returncode == 0, finished.stderr
        return json.loads(finished.stdout)

    return run


@pytest.fixture(scope="session")
def call(run_script: Callable[[str, Any], Any]) -> Callable[..., Any]:
    """Call functions of the scripts: `call(["record"], ("record.scoreOf", [1, 3]))` → a list of results."""

    def call_scripts(scripts: Sequence[str], *calls: Call) -> Any:
        return run_script("run_calls.js", {"scripts": scripts, "calls": calls})

    return call_scripts
