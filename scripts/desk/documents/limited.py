"""Run a program of ours on files, in a child process bound to an amount of time and memory."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from pathlib import Path

_SCRIPTS = Path(__file__).resolve().parents[2]
_ROOTS = os.pathsep.join([str(_SCRIPTS), str(_SCRIPTS.parent / "hooks")])


class Ending(Enum):
    """How a child came to its end."""

    DONE = "done"
    TOO_LONG = "too long"
    TOO_MUCH = "too much"  # memory
    BROKEN_OFF = "broken off"


@dataclass(frozen=True, slots=True, kw_only=True)
class ChildRun:
    """What a child wrote, wholly or up to where it was stopped."""

    output: bytes
    ending: Ending
    last_words: str = ""  # for us: a traceback, or what a library said


def run_limited(program: str, paths: Sequence[Path], seconds: float) -> ChildRun:
    """Start the module `program`, give it the paths as JSON, and wait no longer than `seconds`.

    Its memory and computing time the program limits itself (`limit_this_process`); where the system
    cannot do that, the wait still ends.
    """
    request = json.dumps([os.path.abspath(path) for path in paths]).encode("ascii")  # noqa: PTH100 - keeps links
    with subprocess.Popen(
        [sys.executable, "-X", "utf8", "-P", "-s", "-m", program],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": _ROOTS},
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    ) as child:
        try:
            output, errors = child.communicate(request, timeout=seconds)
        except subprocess.TimeoutExpired:
            child.kill()
            output, _ = child.communicate()
            return ChildRun(output=output, ending=Ending.TOO_LONG)
    words = errors.decode("utf-8", "replace")
    return ChildRun(output=output, ending=_ending(child.returncode, words), last_words=words)


def _ending(code: int, words: str) -> Ending:
    if code == 0:
        return Ending.DONE
    if code == -getattr(signal, "SIGXCPU", 0):
        return Ending.TOO_LONG
    # The latter are Rust's words.
    is_out_of_memory = "MemoryError" in words or "memory allocation" in words
    return Ending.TOO_MUCH if is_out_of_memory else Ending.BROKEN_OFF
