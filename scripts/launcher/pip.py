"""Run the environment's pip with the user's own settings, and show how far it is."""

from __future__ import annotations

import os
import re
import subprocess
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import IO

from launcher.console import ProgressLine
from launcher.failure import Output, explain_output
from launcher.places import Places

# Settings that would send packages elsewhere or hide the lines we read; index, proxy, certificate and time-outs stay.
_UNWANTED = re.compile(
    r"PIP_(TARGET|PREFIX|ROOT|USER|PYTHON|REQUIREMENT|CONSTRAINT|EDITABLE|NO_BINARY|ONLY_BINARY|NO_DEPS|PRE|UPGRADE"
    r"|DRY_RUN|REPORT|IGNORE_INSTALLED|FORCE_REINSTALL|PLATFORM|PYTHON_VERSION|IMPLEMENTATION|ABI|DEST"
    r"|QUIET|VERBOSE|PROGRESS_BAR|NO_COLOR|REQUIRE_HASHES)"
)
_REQUIREMENT = re.compile(r"^([A-Za-z0-9][A-Za-z0-9._-]*)==", re.MULTILINE)
# "Collecting babel==2.18.0", or for a file at hand "Processing /somewhere/babel-2.18.0-py3-none-any.whl"
_COLLECTING = re.compile(
    r"^(?:Collecting ([\w.-]+)|Processing (?:.*[/\\])?(\w+)-|Requirement already satisfied: ([\w.-]+))"
)
INSTALLING = "Installing collected packages"


def package_names(lock: Path) -> list[str]:
    """The names in a lock file, in its order."""
    return _REQUIREMENT.findall(lock.read_text(encoding="utf-8"))


def pip_environment(variables: Iterable[tuple[str, str]]) -> dict[str, str]:
    """The environment variables for pip: the user's own, less those that would break the installation."""
    kept = {name: value for name, value in variables if not _UNWANTED.fullmatch(name.upper())}
    return kept | {"PIP_USER": "0", "PIP_DISABLE_PIP_VERSION_CHECK": "1", "PIP_NO_INPUT": "1"}


def run_pip(places: Places, arguments: Sequence[str], *, total: int, is_from_folder: bool = False) -> None:
    """Run pip; `total` is the number of packages for the progress line. What it prints goes to the log.

    Raises SetupError. Whether files were already changed then is told by INSTALLING in the log.
    """
    command = [str(places.python), "-I", "-X", "utf8", "-m", "pip", *arguments, "--progress-bar", "off"]
    with (
        places.log.open("w", encoding="utf-8", newline="\n") as log,
        subprocess.Popen(
            command,
            env=pip_environment(os.environ.items()),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            errors="replace",
        ) as process,
    ):
        assert process.stdout is not None
        try:
            _follow(process.stdout, log, total)
        except BaseException:
            process.kill()  # an interrupted run must not leave pip writing behind its back
            raise
    if process.returncode != 0:
        text = places.log.read_text(encoding="utf-8")
        raise explain_output(Output(text=text, log=str(places.log), is_from_folder=is_from_folder))


def _follow(lines: Iterable[str], log: IO[str], total: int) -> None:
    """Write pip's lines to the log and show the progress they tell of."""
    progress = ProgressLine()
    count = 0
    for line in lines:
        log.write(line)
        collecting = _COLLECTING.match(line)
        if collecting:
            count += 1
            name = collecting[collecting.lastindex or 0]
            progress.show(f"  正在下载 {min(count, total)}/{total}：{name}")
        elif line.startswith(INSTALLING):
            progress.show(f"  正在安装 {total} 个软件包……")
        elif "Retrying (" in line:
            progress.show("  网络不通，正在重试……")
    progress.clear()
