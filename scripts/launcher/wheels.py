"""Download the locked packages for machines without a network."""

from __future__ import annotations

import re
import tempfile
from pathlib import Path

from launcher.console import say
from launcher.failure import explain_os_error
from launcher.pip import package_names, run_pip
from launcher.places import PORTAL_LOCK, Places

PYTHON_VERSIONS = ("3.11", "3.12", "3.13")
PLATFORMS = {
    "Windows 64 位": ("win_amd64",),
    "Linux 64 位": ("manylinux2014_x86_64", "manylinux_2_17_x86_64", "manylinux_2_28_x86_64"),
}
_MARKER = re.compile(r" ; [^\\\n]+?(?= \\?$)", re.MULTILINE)


def download_wheels(places: Places, folder: Path) -> None:
    """Fill `folder` with wheels for every platform and Python, and say how large they are. Raises SetupError."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(prefix="lianxue-") as scratch:
            # pip judges markers by the machine it runs on, so a lock without them is used for all.
            lock = Path(scratch, PORTAL_LOCK)
            text = (places.root / PORTAL_LOCK).read_text(encoding="utf-8")
            lock.write_text(without_markers(text), encoding="utf-8", newline="\n")
            for title, tags in PLATFORMS.items():
                for version in PYTHON_VERSIONS:
                    _download(places, lock, folder, tags, version)
                    say(f"  {title}，Python {version}：已齐")
        files = sorted(folder.glob("*.whl"))
        size = sum(file.stat().st_size for file in files)
    except OSError as error:
        raise explain_os_error(error) from error
    say(f"共 {len(files)} 个文件，{size / 1_000_000:.1f} MB，在 {folder}")
    say("请把整个项目文件夹和它一起复制到没有网络的电脑，在那里运行：")
    say("  Windows：py scripts\\portal.py serve --wheels 文件夹")
    say("  Linux：  python3 scripts/portal.py serve --wheels 文件夹")


def without_markers(lock: str) -> str:
    """The text of a lock file with the environment markers (`; sys_platform == …`) taken off."""
    return _MARKER.sub("", lock)


def _download(places: Places, lock: Path, folder: Path, tags: tuple[str, ...], version: str) -> None:
    platforms = [argument for tag in tags for argument in ("--platform", tag)]
    run_pip(
        places,
        [
            *("download", "--no-deps", "--require-hashes", "--only-binary", ":all:", "-r", str(lock)),
            *("--dest", str(folder), "--implementation", "cp", "--python-version", version, *platforms),
        ],
        total=len(package_names(lock)),
    )
