"""Write files whole: to a temporary name beside the target, then renamed."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO


def write_whole(target: Path, write: Callable[[BinaryIO], None]) -> None:
    """Make or replace `target` by what `write` puts into a stream.

    An interrupted or failed write leaves the old file as it was. Raises OSError.
    """
    with naming(target):
        temporary = new_beside(target)
        try:
            with temporary.open("wb") as stream:
                write(stream)
            take_mode(temporary, target)
            temporary.replace(target)
        except BaseException:
            temporary.unlink(missing_ok=True)
            raise


def write_bytes(target: Path, data: bytes) -> None:
    """Make or replace `target` by `data`. Raises OSError."""

    def write(stream: BinaryIO) -> None:
        stream.write(data)

    write_whole(target, write)


def new_beside(target: Path) -> Path:
    """An empty hidden file in the target's folder. Raises OSError."""
    handle, name = tempfile.mkstemp(prefix=f".{target.name[:40]}-", suffix=".tmp", dir=target.parent)
    os.close(handle)
    return Path(name)


def take_mode(temporary: Path, target: Path) -> None:
    """Give a file the permissions of the one it is going to replace."""
    if target.exists():
        shutil.copymode(target, temporary)
    else:
        temporary.chmod(0o644)  # mkstemp lets only its owner read


@contextmanager
def naming(target: Path) -> Iterator[None]:
    """Let an OSError name the file that was asked for, not the hidden one beside it."""
    try:
        yield
    except OSError as error:
        error.filename, error.filename2 = str(target), None
        raise
