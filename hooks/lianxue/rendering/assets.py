"""Tell one state of the theme's own files from another."""

from __future__ import annotations

import hashlib
from pathlib import Path

from lianxue.rendering import scripts


def read_assets_version(folder: Path, rules: Path = Path(scripts.__file__)) -> str:
    """Eight hex digits over the names and bytes of all files below `folder`, and the code that publishes them.

    `rules` says which scripts become one file, and what of a script is left out: when it changes, other
    bytes stand at the old addresses though no file of the theme has changed.
    They stand behind the addresses of styles and scripts, so that after an update no browser mixes
    new pages with old scripts. Raises OSError where a file cannot be read.
    """
    digest = hashlib.sha256(rules.read_bytes())
    for file in sorted(path for path in folder.rglob("*") if path.is_file()):
        digest.update(file.relative_to(folder).as_posix().encode() + b"\0")
        digest.update(hashlib.sha256(file.read_bytes()).digest())
    return digest.hexdigest()[:8]
