"""Files of the cache: written whole, and read back only where every byte is as it was written."""

from __future__ import annotations

import hashlib
import os
import tempfile
import zlib
from collections.abc import Iterable
from contextlib import suppress
from functools import cache
from pathlib import Path

_CODE = Path(__file__).parent.parent  # the core
_ABANDONED = 3600  # seconds without a change, by the clock of the file system
_MODULES = ("content/article.py", "reading/chinese_numerals.py", "rendering/search_*.py")


def read_checked(file: Path, form: str) -> bytes | None:
    """What write_checked put there, or None: no file, of another form, damaged or not to be read."""
    try:
        data = file.read_bytes()
    except OSError:
        return None
    head, _line_end, body = data.partition(b"\n")
    return body if head == _head(form, zlib.crc32(body)) else None


def write_checked(file: Path, form: str, pieces: Iterable[bytes]) -> bool:
    """Write a file with its form and checksum; False where it cannot be written, the old one staying.

    `form` is one line that says how to read it; a reader who expects another gets nothing.
    """
    pieces = list(pieces)
    checksum = 0
    for piece in pieces:
        checksum = zlib.crc32(piece, checksum)
    temporary = None
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(prefix=f".{file.name}-", suffix=".tmp", dir=file.parent)
        temporary = Path(name)
        _write_no_more(file, now=temporary.stat().st_mtime)
        with os.fdopen(handle, "wb") as stream:
            stream.write(_head(form, checksum) + b"\n")
            stream.writelines(pieces)
        temporary.replace(file)
    except OSError:
        return False
    finally:  # also when somebody presses Ctrl+C
        if temporary:
            with suppress(OSError):
                temporary.unlink(missing_ok=True)
    return True


def _write_no_more(file: Path, now: float) -> None:
    """Remove what builds that were killed left half written; a build beside us may still write its own."""
    for left in file.parent.glob(f".{file.name}-*.tmp"):
        with suppress(OSError):
            if left.stat().st_mtime < now - _ABANDONED:
                left.unlink()


@cache
def read_code_version() -> str:
    """Sixteen hex digits that change with every module a cached page depends on."""
    files = [file for pattern in _MODULES for file in sorted(_CODE.glob(pattern))]
    return hashlib.sha256(b"\0".join(file.read_bytes() for file in files)).hexdigest()[:16]


def _head(form: str, checksum: int) -> bytes:
    return f"{form} {checksum:08x}".encode()
