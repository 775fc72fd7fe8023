"""Make `.venv` whole: virtual environment, import roots, start script, locked packages; nothing twice."""

from __future__ import annotations

import importlib.util
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from launcher.console import say
from launcher.failure import NO_VENV, Output, SetupError, explain_os_error, explain_output
from launcher.pip import INSTALLING, package_names, run_pip
from launcher.places import IS_WINDOWS, PORTAL_LOCK, Places
from launcher.stamp import Stamp, lock_digest, present_stamp, read_stamp, write_stamp
from launcher.turn import take_turn

IMPORT_ROOTS = ("hooks", "scripts")
_VENV_FOLDERS = frozenset(
    {"bin", "Scripts", "include", "Include", "lib", "lib64", "Lib", "share", "install.log"}
)
_TITLES = {PORTAL_LOCK: "安装运行所需的软件包"}

_START_SH = """\
#!/bin/sh
# The desk of the project this environment belongs to; works from anywhere, through links, after moving the folder.
self=$0
while [ -L "$self" ]; do
    link=$(readlink "$self")
    case $link in
        /*) self=$link ;;
        *) self=$(dirname "$self")/$link ;;
    esac
done
export PYTHONUTF8=1 NO_MKDOCS_2_WARNING=1
exec "$(dirname "$self")/python" -P -m desk "$@"
"""
_START_CMD = """\
@echo off
setlocal
set "PYTHONUTF8=1"
set "NO_MKDOCS_2_WARNING=1"
"%~dp0python.exe" -P -m desk %*
"""


def prepare(places: Places, lock_names: Sequence[str], wheels: Path | None) -> None:
    """Make sure that the environment holds the packages of every lock named; `wheels` is a folder to install from.

    Raises SetupError.
    """
    try:
        wanted = {name: lock_digest(places.root / name) for name in lock_names}
        if _is_ready(places, wanted):
            return
        with take_turn(places.turn):
            _make(places, wanted, wheels)
    except OSError as error:
        raise explain_os_error(error) from error


def _is_ready(places: Places, wanted: dict[str, str]) -> bool:
    stamp = read_stamp(places.stamp)
    return (
        stamp is not None
        and stamp.is_for(present_stamp(places))
        and wanted.items() <= stamp.locks.items()
        and places.python.exists()
    )


def _make(places: Places, wanted: dict[str, str], wheels: Path | None) -> None:
    started = time.monotonic()
    stamp = read_stamp(places.stamp)
    if stamp is None or not stamp.is_for(present_stamp(places)) or not places.python.exists():
        stamp = _make_anew(places, had_stamp=stamp is not None)
    todo = [name for name, digest in wanted.items() if stamp.locks.get(name) != digest]
    for name in todo:
        stamp = _install(places, stamp, name, wanted[name], wheels if name == PORTAL_LOCK else None)
    if todo:
        say(f"运行环境已就绪，用时 {time.monotonic() - started:.0f} 秒。")


def _make_anew(places: Places, *, had_stamp: bool) -> Stamp:
    """Remove what is left of an older or half-made environment and make an empty one."""
    if importlib.util.find_spec("venv") is None or importlib.util.find_spec("ensurepip") is None:
        raise SetupError(NO_VENV)
    if places.environment.exists() or places.environment.is_symlink():
        say(
            "项目文件夹移动过或 Python 换过，重新建立运行环境。"
            if had_stamp
            else "上次没有装完，重新建立运行环境。"
        )
        _remove(places.environment)
    say(
        f"建立运行环境 .venv（Python {sys.version_info.major}.{sys.version_info.minor}.{sys.version_info.micro}）……"
    )
    # From inside an environment (our own among them) `sys.executable` may be about to vanish.
    base_python = getattr(sys, "_base_executable", None) or sys.executable
    finished = subprocess.run(
        [base_python, "-I", "-X", "utf8", "-m", "venv", str(places.environment)],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
        check=False,
    )
    if finished.returncode != 0:
        places.environment.mkdir(exist_ok=True)
        places.log.write_text(finished.stdout, encoding="utf-8", newline="\n")
        raise explain_output(Output(text=finished.stdout, log=str(places.log)))
    _write_import_roots(places)
    _write_start_script(places)
    stamp = present_stamp(places)
    write_stamp(places.stamp, stamp)
    return stamp


def _remove(environment: Path) -> None:
    """Delete an environment, and nothing that does not look like one."""
    if environment.is_symlink():
        environment.unlink()
        return
    is_environment = environment.is_dir() and (
        (environment / "pyvenv.cfg").exists()
        or {entry.name for entry in environment.iterdir()} <= _VENV_FOLDERS
    )
    if not is_environment:
        raise SetupError(f"{environment} 不是 Python 运行环境，没有动它。请把它改名或移走，再运行一次。")
    shutil.rmtree(environment)


def _write_import_roots(places: Places) -> None:
    # Relative and ASCII: an absolute path with Chinese in it breaks Python 3.11 and 3.12 on Chinese Windows.
    site_packages = places.site_packages
    lines = [Path(os.path.relpath(places.root / name, site_packages)).as_posix() for name in IMPORT_ROOTS]
    (site_packages / "lianxue.pth").write_text("\n".join(lines) + "\n", encoding="ascii", newline="\n")


def _write_start_script(places: Places) -> None:
    script = places.start_script
    if IS_WINDOWS:
        script.write_text(_START_CMD, encoding="ascii", newline="\r\n")
    else:
        script.write_text(_START_SH, encoding="ascii", newline="\n")
        script.chmod(0o755)


def _install(places: Places, stamp: Stamp, lock_name: str, digest: str, wheels: Path | None) -> Stamp:
    """Install one lock; a run that dies while files change leaves no stamp, so that the next one starts anew."""
    lock = places.root / lock_name
    total = len(package_names(lock))
    say(f"{_TITLES.get(lock_name, '安装测试所需的软件包')}（{total} 个）……")
    source = ["--no-index", "--find-links", str(wheels)] if wheels else []
    places.stamp.unlink(missing_ok=True)
    try:
        run_pip(
            places,
            [
                "install",
                "--require-hashes",
                "--only-binary",
                ":all:",
                "--no-warn-script-location",
                *source,
                "-r",
                str(lock),
            ],
            total=total,
            is_from_folder=wheels is not None,
        )
    except SetupError:
        if INSTALLING not in places.log.read_text(encoding="utf-8"):
            write_stamp(places.stamp, stamp)
        raise
    stamp = replace(stamp, locks=stamp.locks | {lock_name: digest})
    write_stamp(places.stamp, stamp)
    return stamp
