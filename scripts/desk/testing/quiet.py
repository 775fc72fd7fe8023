"""Run a talkative program without its talk; when it fails, show the end of it."""

from __future__ import annotations

import os
import re
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path

SHOWN_LINES = 25
_ADDRESS = re.compile(r"\b(?:https?|file)://\S+")


def run_quietly(
    command: Sequence[str | Path],
    log: Path,
    *,
    cwd: Path | None = None,
    variables: Mapping[str, str] | None = None,
) -> bool:
    """Whether `command` succeeded; its output goes to `log`, and the end of it is printed after a failure."""
    log.parent.mkdir(parents=True, exist_ok=True)
    with log.open("wb") as file:
        try:
            code = subprocess.run(
                [str(part) for part in command],
                cwd=cwd,
                env=os.environ | dict(variables or {}),
                stdin=subprocess.DEVNULL,
                stdout=file,
                stderr=subprocess.STDOUT,
                check=False,
            ).returncode
        except OSError as error:
            file.write(f"{command[0]}: {error}\n".encode())
            code = 127
    if code != 0:
        print(f"  {Path(command[0]).name} 没有成功（{code}），全部输出在 {log}", flush=True)
        for line in log.read_text(encoding="utf-8", errors="replace").splitlines()[-SHOWN_LINES:]:
            print("    " + _ADDRESS.sub("（地址略）", line), flush=True)
    return code == 0
