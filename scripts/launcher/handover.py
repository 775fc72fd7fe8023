"""Hand a verb over to the desk, in the environment's own Python."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Sequence

from launcher.places import IS_WINDOWS, Places


def hand_over(places: Places, verb: str, arguments: Sequence[str]) -> int:
    """Run `desk VERB …` in the caller's folder and return its exit code; on POSIX it takes this process's place."""
    # -P: a yaml.py in the caller's folder must not stand in for the real one.
    command = [str(places.python), "-P", "-m", "desk", verb, *arguments]
    variables = os.environ | {"PYTHONUTF8": "1", "NO_MKDOCS_2_WARNING": "1"}
    sys.stdout.flush()
    sys.stderr.flush()
    if not IS_WINDOWS:
        os.execve(command[0], command, variables)
    with subprocess.Popen(command, env=variables) as process:
        while True:
            try:
                return process.wait()
            except KeyboardInterrupt:
                continue  # the desk got it too, and ends in its own way
