"""Let one run at a time make the environment; the system frees the turn when a run dies."""

from __future__ import annotations

import errno
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from launcher.console import say
from launcher.failure import SetupError

PATIENCE = 900.0  # seconds: a slow network may need some minutes
_BUSY = (errno.EACCES, errno.EAGAIN, errno.EDEADLK)


def _is_taken(file: IO[bytes]) -> bool:
    """Whether the lock on `file` is now ours; a file system without locks counts as taken."""
    try:
        if sys.platform == "win32":
            import msvcrt

            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        return error.errno not in _BUSY
    return True


@contextmanager
def take_turn(path: Path) -> Iterator[None]:
    """Wait until no other run holds `path`, then hold it; closing the file gives it back."""
    with path.open("ab") as file:
        deadline = time.monotonic() + PATIENCE
        is_announced = False
        while not _is_taken(file):
            if not is_announced:
                say("另一个窗口正在准备运行环境，等它完成……")
                is_announced = True
            if time.monotonic() > deadline:
                raise SetupError("等了 15 分钟，另一个窗口还没有准备完。请关闭它，再运行一次。")
            time.sleep(0.3)
        yield
