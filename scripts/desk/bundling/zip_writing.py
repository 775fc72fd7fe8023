"""Write a zip whose bytes depend on its content alone."""

from __future__ import annotations

import zipfile
from collections.abc import Mapping
from pathlib import Path
from typing import BinaryIO

_DATE = (1980, 1, 1, 0, 0, 0)  # the earliest a zip can hold
_UNIX = 3
_MODE = 0o100644  # a plain file everybody may read


def write_zip(stream: BinaryIO, files: Mapping[str, Path | bytes]) -> None:
    """Pack `files` (name in the zip → file on disk, or its bytes), sorted by name.

    The bytes are the same for the same zlib; another zlib may pack tighter. Raises OSError.
    """
    with zipfile.ZipFile(stream, "w") as archive:
        for name in sorted(files):
            content = files[name]
            data = content if isinstance(content, bytes) else content.read_bytes()
            archive.writestr(_entry(name), data, zipfile.ZIP_DEFLATED, 9)


def _entry(name: str) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name, _DATE)
    entry.create_system = _UNIX  # else Windows would leave another number
    entry.external_attr = _MODE << 16
    return entry
