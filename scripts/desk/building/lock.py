"""Keep two runs from working on the same folder; the system lets go even when a run is killed."""

from __future__ import annotations

import hashlib
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from desk.failures import DeskError


@contextmanager
def only_one(folder: Path) -> Iterator[None]:
    """Hold the lock of `folder`; raises DeskError where another run of this user holds it."""
    with _lock_file(folder).open("ab") as stream:
        if not _take(stream):
            raise DeskError(f"另一个命令正在写 {folder}：请等它结束后再试")
        yield  # closing the stream lets go


def _lock_file(folder: Path) -> Path:
    # Home is in the name because another user's lock file cannot be opened here.
    key = f"{Path.home()}\n{folder}".encode("utf-8", "surrogateescape")
    name = hashlib.sha256(key).hexdigest()[:16]
    return Path(tempfile.gettempdir()) / f"lianxue-{name}.lock"


if sys.platform == "win32":
    import msvcrt

    def _take(stream: BinaryIO) -> bool:
        stream.seek(0)
        try:
            msvcrt.locking(stream.fileno(), msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

else:
    import fcntl

    def _take(stream: BinaryIO) -> bool:
        try:
            fcntl.flock(stream, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            return False
        return True
