"""Build the sites that the stories are told on: the real one, and a small one with questions of every kind."""

from __future__ import annotations

import os
import shutil
import stat
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

from ..support.project import REPOSITORY, make_project

PATIENCE = 120  # seconds for both builds
DONE = "done"
SMALL = Path(__file__).parent / "small"
REAL_PREFIX, SMALL_PREFIX = "/study/", "/small/"
# Laid over the real mkdocs.yml: drafts are shown as in a preview, and 404.html learns the folder it is served from.
SMALL_SETTINGS = f"""\
site_url: http://portal.test{SMALL_PREFIX}
extra: {{lianxue_portal_options: {{drafts: true}}}}
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sites:
    """Folders of built sites."""

    real: Path
    small: Path


def share_sites(folder: Path) -> Sites:
    """Build both into `folder`, or wait for the other worker who is at it."""
    try:
        folder.mkdir()
    except FileExistsError:
        deadline = time.monotonic() + PATIENCE
        while not (folder / DONE).exists():
            assert time.monotonic() < deadline, "the worker that builds the sites does not finish"
            time.sleep(0.1)
        assert not (folder / DONE).read_bytes(), "the worker that builds the sites could not"
        return sites_in(folder)
    outcome = b"failed"
    try:
        sites = build_sites(folder)
        outcome = b""
    finally:
        (folder / "aside").write_bytes(outcome)
        (folder / "aside").replace(folder / DONE)
    return sites


def sites_in(folder: Path) -> Sites:
    """Where build_sites puts them: blanks and Chinese are in the path on purpose."""
    home = folder / "学习 资料（只读）"
    return Sites(real=home / "廉学 园地", small=home / "小 园地")


def build_sites(folder: Path) -> Sites:
    """Build both below `folder`, where nobody can write afterwards."""
    sites = sites_in(folder)
    project = make_project(folder / "small project", SMALL, is_whole=True)
    with (project / "mkdocs.yml").open("a", encoding="utf-8", newline="\n") as settings:
        settings.write(SMALL_SETTINGS)
    builds = [_start_build(REPOSITORY, sites.real), _start_build(project, sites.small)]
    for build in builds:
        output, _ = build.communicate(timeout=PATIENCE)
        assert build.returncode == 0, output.decode(errors="replace")
    _set_writable(sites.real.parent, is_writable=False)
    return sites


def remove_sites(folder: Path) -> None:
    """Take away what build_sites made."""
    _set_writable(folder, is_writable=True)
    shutil.rmtree(folder)


def _start_build(project: Path, target: Path) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(target)],
        cwd=project,
        env=os.environ | {"NO_MKDOCS_2_WARNING": "1", "PYTHONUTF8": "1"},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
    )


def _set_writable(folder: Path, *, is_writable: bool) -> None:
    for path in [folder, *folder.rglob("*")]:
        mode = path.stat().st_mode
        path.chmod(mode | stat.S_IWUSR if is_writable else mode & ~0o222)
