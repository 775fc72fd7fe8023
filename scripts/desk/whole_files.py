"""Write files whole: to a temporary name beside the target, then renamed."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import BinaryIO


def write_whole(target: Path, write: Callable[[BinaryIO], None]) -> None:
    """Make or replace `target` by what `write` puts into a stream.

    An interrupted or failed write leaves the old file as it was. Raises OSError.
    """
    handle, name = tempfile.mkstemp(prefix=f".{target.name}-", suffix=".tmp", dir=target.parent)
    os.close(handle)
    temporary = Path(name)
    try:
        with temporary.open("wb") as stream:
            write(stream)
        if target.exists():
            shutil.copymode(target, temporary)
        else:
            temporary.chmod(0o644)  # mkstemp lets only its owner read
        temporary.replace(target)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise


def write_bytes(target: Path, data: bytes) -> None:
    """Make or replace `target` by `data`. Raises OSError."""

    def write(stream: BinaryIO) -> None:
        stream.write(data)

    write_whole(target, write)
