"""Put a finished site in the place of the last one without a broken moment.

The new site grows in `.NAME-new` beside the old one. When it is whole, the old one is renamed to
`.NAME-old`, the new one takes its name, and the old one goes. A run that was killed leaves at most
these two folders; `tidy` at the next run removes them, and brings the old site back where the
kill came between the two renames.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from desk.building.lock import only_one
from desk.failures import DeskError
from desk.project import CONTENT_FOLDERS

OWN_MARK = 'name="lianxue-site"'  # in every page of ours


@contextmanager
def replaced_site(site_dir: Path) -> Iterator[Path]:
    """Give an empty folder to build into; on leaving without an exception it becomes `site_dir`.

    Raises DeskError where another run is at work on the same folder, OSError where the disk or
    another program objects; the last good site stays in both cases.
    """
    new, _ = _side_folders(site_dir)
    site_dir.parent.mkdir(parents=True, exist_ok=True)
    with only_one(site_dir):
        tidy(site_dir)
        new.mkdir()
        try:
            yield new
            swap_in(site_dir)
        finally:
            shutil.rmtree(new, ignore_errors=True)


def tidy(site_dir: Path) -> None:
    """Clear up after a run that was killed. Raises OSError."""
    new, old = _side_folders(site_dir)
    if old.exists():
        if site_dir.exists():
            shutil.rmtree(old)
        else:
            old.rename(site_dir)
    if new.exists():
        shutil.rmtree(new)


def swap_in(site_dir: Path, rename: Callable[[Path, Path], object] = Path.rename) -> None:
    """Let the finished new folder take the place of the old one. Raises OSError."""
    new, old = _side_folders(site_dir)
    if site_dir.exists():
        rename(site_dir, old)
    try:
        rename(new, site_dir)
    except OSError:
        if old.exists():
            rename(old, site_dir)
        raise
    shutil.rmtree(old, ignore_errors=True)  # what resists goes at the next run


def tidy_if_free(site_dir: Path) -> None:
    """Clear up after a killed run unless a run is at work just now. Raises OSError."""
    if not any(folder.exists() for folder in _side_folders(site_dir)):
        return
    try:
        with only_one(site_dir):
            tidy(site_dir)
    except DeskError:
        return  # the run at work looks after its own folders


def check_site_dir(root: Path, site_dir: Path) -> Path:
    """The absolute site folder; raises DeskError where a site there could cost somebody files."""
    site_dir = site_dir.resolve()
    if site_dir == root or site_dir in root.parents:
        raise DeskError(f"{site_dir} 里放着廉学本身，不能用来放网站：请另选一个文件夹")
    if site_dir.is_relative_to(root) and _top_folder(root, site_dir) in CONTENT_FOLDERS:
        raise DeskError(f"{site_dir} 在廉学自己的文件夹里，不能用来放网站：请另选一个文件夹")
    if not site_dir.exists():
        return site_dir
    if not site_dir.is_dir():
        raise DeskError(f"{site_dir} 是文件，不是文件夹：请另选一个文件夹")
    if any(site_dir.iterdir()) and not is_own_site(site_dir):
        raise DeskError(f"{site_dir} 里有别的文件，看不出是廉学生成的网站，没有动它：请另选一个空文件夹")
    return site_dir


def is_own_site(folder: Path) -> bool:
    """Whether the folder holds a site of ours, be it a half-built one of `mkdocs build`."""
    home = folder / "index.html"
    if home.is_file() and OWN_MARK in home.read_text(encoding="utf-8", errors="replace"):
        return True
    return any((folder / "assets" / "bank").glob("index-*.js"))


def _top_folder(root: Path, site_dir: Path) -> str:
    return site_dir.relative_to(root).parts[0]


def _side_folders(site_dir: Path) -> tuple[Path, Path]:
    return (
        site_dir.with_name(f".{site_dir.name}-new"),
        site_dir.with_name(f".{site_dir.name}-old"),
    )
