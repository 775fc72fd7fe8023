"""The first words of the launcher: usage, old Pythons, consoles that lack characters."""

from __future__ import annotations

import os
import runpy
import shutil
import subprocess
from pathlib import Path

import pytest

from .conftest import SCRIPTS, run_portal

VERBS = ("serve", "build", "check", "format", "bundle", "verify", "test", "wheels")


def _old_pythons() -> list[str]:
    """Interpreters older than 3.11 on this machine, if any."""
    versions = Path(os.environ.get("PYENV_ROOT", Path.home() / ".pyenv"), "versions")
    kept = [
        path for minor in ("2.7", "3.8", "3.10") for path in sorted(versions.glob(f"{minor}.*/bin/python"))
    ]
    return [str(path) for path in kept] or [path for path in [shutil.which("python2.7")] if path]


@pytest.mark.parametrize("arguments", [(), ("--help",), ("-h",)])
def test_without_a_verb_the_usage_names_every_verb(project: Path, arguments: tuple[str, ...]) -> None:
    ran = run_portal(project, *arguments)
    assert ran.code == 0
    assert [verb for verb in VERBS if f"\n  {verb} " not in ran.output] == []
    assert not (project / ".venv").exists()


def test_the_usage_can_be_printed_on_a_chinese_windows_console(project: Path) -> None:
    ran = run_portal(project, PYTHONUTF8="0", PYTHONIOENCODING="gbk:strict")
    assert (ran.code, "廉学：党纪法规学习园地" in ran.output) == (0, True)


@pytest.mark.parametrize(
    "file",
    sorted([SCRIPTS / "portal.py", *SCRIPTS.glob("launcher/*.py"), *SCRIPTS.glob("desk/testing/*.py")]),
)
def test_every_character_the_launcher_may_print_is_in_cp936(file: Path) -> None:
    file.read_text(encoding="utf-8").encode("cp936")


@pytest.mark.parametrize("version", [(2, 7, 18), (3, 8, 1), (3, 10, 99)])
def test_an_old_version_is_refused_with_its_number(version: tuple[int, ...]) -> None:
    sentence = runpy.run_path(str(SCRIPTS / "portal.py"))["old_python_sentence"](version)
    first = f"廉学需要 Python 3.11 或更新的版本，现在用的是 {version[0]}.{version[1]}。"
    assert sentence.splitlines()[0] == first


def test_a_new_version_is_not_refused() -> None:
    assert runpy.run_path(str(SCRIPTS / "portal.py"))["old_python_sentence"]((3, 11, 0)) == ""


@pytest.mark.skipif(not _old_pythons(), reason="no old Python on this machine")
@pytest.mark.parametrize("python", _old_pythons())
def test_a_real_old_python_gets_the_sentence_and_no_traceback(python: str) -> None:
    ran = subprocess.run(
        [python, str(SCRIPTS / "portal.py"), "serve"],
        env=os.environ | {"PYTHONIOENCODING": "utf-8", "PYTHONDONTWRITEBYTECODE": "1"},
        capture_output=True,
        check=False,
    )
    lines = ran.stderr.decode("utf-8").splitlines()
    assert (ran.returncode, len(lines)) == (1, 2)
    assert lines[0].startswith("廉学需要 Python 3.11 或更新的版本")


def test_a_missing_launcher_folder_is_said_plainly(project: Path) -> None:
    shutil.rmtree(project / "scripts/launcher")
    ran = run_portal(project, "serve")
    assert (ran.code, ran.output.split("：")[0]) == (1, "找不到 scripts/launcher 文件夹")


@pytest.mark.parametrize("arguments", [("--wheels",), ("--wheels=",), ("serve", "--wheels", "没有")])
def test_a_wheels_folder_without_wheels_is_refused(project: Path, arguments: tuple[str, ...]) -> None:
    ran = run_portal(project, *arguments)
    assert ran.code == 1
    assert ran.output == ("没有成功：--wheels 后面要写文件夹，里面是 portal.py wheels 下载的 .whl 文件。\n")


def test_no_file_of_the_launcher_edits_the_import_path() -> None:
    files = [SCRIPTS / "portal.py", *SCRIPTS.glob("launcher/*.py"), *SCRIPTS.glob("desk/testing/*.py")]
    assert [file.name for file in files if "sys.path" in file.read_text(encoding="utf-8")] == []
