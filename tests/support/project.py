"""Make small portals for tests: the base case, a mkdocs.yml that borrows the real one, and overlays."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parents[2]
CASES = REPOSITORY / "tests" / "cases"
BASE = CASES / "base"

# Everything is the repository's own but the content; paths are absolute because MkDocs reads
# relative ones from the folder of the file that inherits.
MKDOCS_YML = """\
INHERIT: {root}/mkdocs.yml
theme: {{name: {theme}, custom_dir: {root}/overrides}}
hooks: [{hooks}]
watch: []
"""
EXTRA = "mkdocs-extra.yml"  # in an overlay: settings beside ours


def make_project(
    folder: Path, *overlays: Path, files: Mapping[str, str] | None = None, is_whole: bool = False
) -> Path:
    """A portal in `folder` with the base case's content, `overlays` laid over it, and `files`.

    Only a whole one has the theme below our templates and can be built; one without is checked
    four times as fast, because MkDocs looks through the theme's 10,000 icons each time.
    """
    shutil.copytree(BASE, folder)
    for overlay in overlays:
        shutil.copytree(overlay, folder, dirs_exist_ok=True)
    for path, text in (files or {}).items():
        write(folder / path, text)
    hooks = ", ".join(f'"{hook.as_posix()}"' for hook in sorted((REPOSITORY / "hooks").glob("*_hook.py")))
    theme = "material" if is_whole else "null"
    settings = MKDOCS_YML.format(root=REPOSITORY.as_posix(), hooks=hooks, theme=theme)
    extra = folder / EXTRA
    if extra.exists():
        settings += extra.read_text(encoding="utf-8")
        extra.unlink()
    write(folder / "mkdocs.yml", settings)
    return folder


def write(file: Path, text: str) -> None:
    """Write a text file as authors' tools should: UTF-8, LF, its folders made."""
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8", newline="\n")
