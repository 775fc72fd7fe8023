"""Run the site's own scripts in node: the pure ones, without a document."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest

HERE = Path(__file__).parent
Call = tuple[str, Sequence[Any]]


@pytest.fixture(scope="session")
def run_script() -> Iterator[Callable[[str, Any], Any]]:
    """Run a node script of this folder: JSON in, JSON out, all in one process of node. Without node the test is skipped, and says so."""
    node = os.environ.get("LIANXUE_NODE") or shutil.which("node")
    if not node:
        pytest.skip("没有找到 node：设置环境变量 LIANXUE_NODE，或运行 portal.py test")
    command = [node, str(HERE / "serve.js")]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, encoding="utf-8") as server:
        assert server.stdin is not None and server.stdout is not None
        questions, answers = server.stdin, server.stdout

        def run(script: str, given: Any) -> Any:
            questions.write(json.dumps({"script": script, "input": given}) + "\n")
            questions.flush()
            answer = json.loads(answers.readline())
            assert "error" not in answer, answer["error"]
            return answer["output"]

        yield run


@pytest.fixture(scope="session")
def call(run_script: Callable[[str, Any], Any]) -> Callable[..., Any]:
    """Call functions of the scripts: `call(["record"], ("record.scoreOf", [1, 3]))` → a list of results."""

    def call_scripts(scripts: Sequence[str], *calls: Call) -> Any:
        return run_script("run_calls.js", {"scripts": scripts, "calls": calls})

    return call_scripts
