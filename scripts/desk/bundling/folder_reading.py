"""Read the sums of an unpacked bundle's files."""

from __future__ import annotations

import os
import stat
from pathlib import Path

from desk.bundling.manifest import MANIFEST, TOP, hash_file
from desk.bundling.zip_reading import Contents
from desk.failures import DeskError


def find_top(folder: Path) -> Path:
    """The top folder of an unpacked bundle: the given one, or the one inside it."""
    if (folder / MANIFEST).is_file() or not (folder / TOP).is_dir():
        return folder
    return folder / TOP


def read_folder(folder: Path) -> Contents:
    """Sum up every file below `folder`; links are named, never followed. Raises OSError."""
    sums: dict[str, str] = {}
    links: list[str] = []

    def refuse(error: OSError) -> None:
        raise error

    for here, folders, files in os.walk(folder, onerror=refuse):
        for name in [*folders, *files]:
            entry = Path(here, name)
            path = entry.relative_to(folder).as_posix()
            mode = entry.lstat().st_mode
            if stat.S_ISREG(mode):
                sums[path] = hash_file(entry)
            elif not stat.S_ISDIR(mode):
                links.append(path)  # a link, or something that would block on opening
    manifest = folder / MANIFEST
    if not sums and not links:
        raise DeskError(f"{folder} 是空的：请指明离线包，或解开后的“{TOP}”文件夹")
    return Contents(
        sums=sums,
        manifest=manifest.read_bytes() if MANIFEST in sums else None,
        links=tuple(sorted(links)),
    )
