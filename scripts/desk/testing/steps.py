"""The steps of a test run, in their order."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from desk.testing.browsers import prepare_browsers
from desk.testing.node import install_npm_packages, node_program, prepare_old_chromium


@dataclass(frozen=True, slots=True, kw_only=True)
class Bench:
    """What the steps of one run share."""

    root: Path
    is_fast: bool
    pytest_arguments: tuple[str, ...]
    variables: dict[str, str] = field(default_factory=dict)  # for pytest: where the programs lie
    skipped: list[str] = field(default_factory=list)  # said again at the end

    @property
    def logs(self) -> Path:
        """The folder for the output of installers."""
        return self.root / ".cache/testing"

    def skip(self, what: str, why: str) -> None:
        """Say aloud what is left out."""
        self.skipped.append(what)
        print(f"  跳过 {what}：{why}", flush=True)


@dataclass(frozen=True, slots=True)
class Step:
    """One step; `run` returns whether it succeeded."""

    name: str
    title: str
    run: Callable[[Bench], bool]
    needs: tuple[str, ...] = ()


def _prepare_browsers(bench: Bench) -> bool:
    if bench.is_fast:
        bench.skip("浏览器测试", "用了 --fast")
        return True
    found = prepare_browsers(bench.logs)
    if found.chromium is not None:
        bench.variables["LIANXUE_CHROMIUM"] = str(found.chromium)
        print(f"  Chromium：{found.chromium}", flush=True)
    else:
        bench.skip("Chromium 里的测试", "没有找到，也装不上；不测浏览器请用 --fast")
    if found.firefox is not None:
        bench.variables["LIANXUE_FIREFOX"] = str(found.firefox)
        print(f"  Firefox：{found.firefox}", flush=True)
    else:
        bench.skip("Firefox 里的测试", "没有找到；请安装 Firefox")
    return found.chromium is not None


def _prepare_npm(bench: Bench) -> bool:
    bench.variables["LIANXUE_NODE"] = str(node_program())
    if not install_npm_packages(bench.root, bench.logs):
        return False
    if bench.is_fast:
        return True
    old_chromium = prepare_old_chromium(bench.root, bench.logs)
    if old_chromium is not None:
        bench.variables["LIANXUE_CHROMIUM_83"] = str(old_chromium)
        print(f"  Chromium 83：{old_chromium}", flush=True)
    else:
        bench.skip("Chromium 83 里的测试", "只在 64 位 Linux 上有，或在这里启动不了")
    return True


def _run(bench: Bench, *command: str | Path) -> bool:
    words = [str(part) for part in command]
    finished = subprocess.run(words, cwd=bench.root, env=os.environ | bench.variables, check=False)
    return finished.returncode == 0


def _run_ruff(bench: Bench) -> bool:
    is_clean = _run(bench, sys.executable, "-m", "ruff", "check", "--quiet", ".")
    return _run(bench, sys.executable, "-m", "ruff", "format", "--check", "--quiet", ".") and is_clean


def _run_mypy(bench: Bench) -> bool:
    return _run(bench, sys.executable, "-m", "mypy")


def _run_tsc(bench: Bench) -> bool:
    return _run(bench, node_program(), "node_modules/typescript/bin/tsc", "--project", "tsconfig.json")


def _run_pytest(bench: Bench) -> bool:
    # One worker more than cores: a story waits for its browser about half the time.
    # worksteal: neighbours stay on one worker and share its site and browser, idle workers help out at the end.
    parallel = ("-n", str((os.cpu_count() or 1) + 1), "--dist", "worksteal")
    chosen = ("-m", "not browser") if bench.is_fast else ()
    return _run(bench, sys.executable, "-m", "pytest", *parallel, *chosen, *bench.pytest_arguments)


STEPS: Sequence[Step] = (
    Step("browsers", "准备浏览器", _prepare_browsers),
    Step("npm", "准备 npm 软件包", _prepare_npm),
    Step("ruff", "写法", _run_ruff),
    Step("mypy", "Python 类型", _run_mypy),
    Step("tsc", "JavaScript 类型", _run_tsc, needs=("npm",)),
    Step("pytest", "单元、构建和浏览器测试", _run_pytest, needs=("browsers", "npm")),
)
