"""A small project with the real launcher, one fake package to install, and a desk that only tells what it was given."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
import zipfile
from dataclasses import dataclass
from pathlib import Path

import pytest

# Not the environment's Python: its lianxue.pth would offer this project's launcher to the small one.
BASE_PYTHON = str(getattr(sys, "_base_executable", sys.executable))
SCRIPTS = Path(__file__).resolve().parents[2] / "scripts"
DESK_STUB = """\
import os, sys
import lianxue
where = ["|", os.path.abspath(lianxue.__file__ + "/../../..")] if sys.argv[1] == "where" else []
print("desk", *sys.argv[1:], "|", os.path.basename(os.getcwd()), "|", os.environ["PYTHONUTF8"], *where)
sys.exit(7)
"""


@dataclass(frozen=True)
class Ran:
    """What a run of the launcher came to."""

    code: int
    output: str  # both streams


def _write_wheel(folder: Path) -> str:
    """Write the wheel of an empty package into `folder` and return its line for a lock."""
    information = "lianxue_probe-1.0.dist-info"
    members = {
        "lianxue_probe.py": "",
        f"{information}/METADATA": "Metadata-Version: 2.1\nName: lianxue-probe\nVersion: 1.0\n",
        f"{information}/WHEEL": "Wheel-Version: 1.0\nGenerator: test\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
    }
    members[f"{information}/RECORD"] = "".join(f"{name},,\n" for name in [*members, f"{information}/RECORD"])
    wheel = folder / "lianxue_probe-1.0-py3-none-any.whl"
    with zipfile.ZipFile(wheel, "w") as archive:
        for name, text in members.items():
            archive.writestr(name, text)
    return f"lianxue-probe==1.0 \\\n    --hash=sha256:{hashlib.sha256(wheel.read_bytes()).hexdigest()}\n"


def _make_project(root: Path) -> Path:
    (root / "scripts/desk").mkdir(parents=True)
    (root / "hooks/lianxue").mkdir(parents=True)
    (root / "离线包").mkdir()
    shutil.copy(SCRIPTS / "portal.py", root / "scripts")
    shutil.copytree(
        SCRIPTS / "launcher", root / "scripts/launcher", ignore=shutil.ignore_patterns("__pycache__")
    )
    (root / "hooks/lianxue/__init__.py").write_text("", encoding="utf-8")
    (root / "scripts/desk/__init__.py").write_text("", encoding="utf-8")
    (root / "scripts/desk/__main__.py").write_text(DESK_STUB, encoding="utf-8")
    (root / "requirements.txt").write_text(_write_wheel(root / "离线包"), encoding="utf-8")
    return root


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project folder with Chinese and a blank in its path, and no environment yet."""
    return _make_project(tmp_path / "学习 园地")


@dataclass(frozen=True)
class Made:
    """A project whose environment is ready, and what making it printed."""

    project: Path
    first: Ran


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Made:
    """A ready environment, made from a half-made one under variables that would mislead a plain pip."""
    project = _make_project(tmp_path_factory.mktemp("made") / "学习 园地")
    (project / ".venv/lib/python3").mkdir(parents=True)
    misleading = {"PIP_USER": "1", "PIP_TARGET": "x", "PIP_QUIET": "3", "PIP_REQUIRE_VIRTUALENV": "1"}
    return Made(project, run_portal(project, "build", "--wheels", "离线包", "--site-dir", "x", **misleading))


def run_portal(project: Path, *arguments: str, code: str = "", **variables: str) -> Ran:
    """Run a project's launcher with this machine's own Python; never touches the network."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("PIP_", "PYTHON"))}
    quiet = {"PIP_CONFIG_FILE": os.devnull, "PIP_NO_INDEX": "1", "PYTHONUTF8": "1"}
    program = ["-c", code] if code else [str(project / "scripts/portal.py")]
    finished = subprocess.run(
        [BASE_PYTHON, *program, *arguments],
        cwd=project,
        env=kept | quiet | variables,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        check=False,
        timeout=120,
    )
    output = finished.stdout.decode("gbk" if "gbk" in variables.get("PYTHONIOENCODING", "") else "utf-8")
    assert "Traceback" not in output
    return Ran(finished.returncode, output.replace("\r\n", "\n"))
