"""Tell one state of the theme's own files from another."""

from __future__ import annotations

import hashlib
from pathlib import Path


def read_assets_version(folder: Path) -> str:
    """Eight hex digits over the names and bytes of all files below `folder`.

    They stand behind the addresses of styles and scripts, so that after an update no browser mixes
    new pages with old scripts. Raises OSError where a file cannot be read.
    """
    digest = hashlib.sha256()
    for file in sorted(path for path in folder.rglob("*") if path.is_file()):
        digest.update(file.relative_to(folder).as_posix().encode() + b"\0")
        digest.update(hashlib.sha256(file.read_bytes()).digest())
    return digest.hexdigest()[:8]
