"""Find the browsers that the stories are told in, installing them where this machine allows it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from desk.testing.quiet import run_quietly

# Chromium without the windows and menus around its pages: the same engine, half the time for a new learner.
HEADLESS_CHROMIUM = "chromium-headless-shell"
CHROMIUM_NAMES = (
    *("chromium", "chromium-browser", "google-chrome", "google-chrome-stable"),
    *("microsoft-edge", "microsoft-edge-stable", "chrome", "msedge"),
)
CHROMIUM_PLACES = (
    "Google/Chrome/Application/chrome.exe",
    "Chromium/Application/chrome.exe",
    "Microsoft/Edge/Application/msedge.exe",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
)
FIREFOX_NAMES = ("firefox-esr", "firefox")
FIREFOX_PLACES = ("Mozilla Firefox/firefox.exe", "/Applications/Firefox.app/Contents/MacOS/firefox")
_PLAYWRIGHT_PATH = (
    "from playwright.sync_api import sync_playwright\n"
    "with sync_playwright() as playwright: print(playwright.chromium.executable_path)"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Browsers:
    """Paths of the programs found; None where there is none."""

    chromium: Path | None
    firefox: Path | None


def prepare_browsers(logs: Path) -> Browsers:
    """Find both browsers, installing what is missing; `logs` is a folder for the installers' output."""
    missing = []
    if find_chromium() is None:
        missing.append("chromium")
    if sys.platform.startswith("linux") and find_headless_chromium() is None:
        missing.append(HEADLESS_CHROMIUM)
    if find_firefox() is None:
        missing.append("firefox-esr")
    if sys.platform.startswith("linux") and not has_chinese_font():
        missing.append("fonts-noto-cjk")
    if missing:
        _install_from_debian(missing, logs)
    chromium = find_chromium() or _playwright_chromium(logs)
    return Browsers(chromium=chromium, firefox=find_firefox())


def find_chromium() -> Path | None:
    """An installed Chromium, Chrome or Edge; the variable LIANXUE_CHROMIUM goes before all."""
    return _find("LIANXUE_CHROMIUM", CHROMIUM_NAMES, CHROMIUM_PLACES)


def find_headless_chromium() -> Path | None:
    """Chromium's headless shell, for stories that need no window; the variable LIANXUE_HEADLESS goes before all."""
    return _find("LIANXUE_HEADLESS", (HEADLESS_CHROMIUM,), ())


def find_firefox() -> Path | None:
    """An installed Firefox; the variable LIANXUE_FIREFOX goes before all."""
    return _find("LIANXUE_FIREFOX", FIREFOX_NAMES, FIREFOX_PLACES)


def has_chinese_font() -> bool:
    """Whether a page in Chinese would show characters, and not boxes."""
    try:
        listed = subprocess.run(["fc-list", ":lang=zh-cn"], capture_output=True, check=False, timeout=60)
    except (OSError, subprocess.TimeoutExpired):
        return False
    return bool(listed.stdout.strip())


def _find(variable: str, names: Iterable[str], places: Iterable[str]) -> Path | None:
    candidates = [os.environ.get(variable), *map(shutil.which, names), *_installed_in(places)]
    return next((Path(path) for path in candidates if path and _starts(path)), None)


def _installed_in(places: Iterable[str]) -> Iterator[str]:
    bases = [os.environ.get(name) for name in ("ProgramFiles", "ProgramFiles(x86)", "LocalAppData")]
    for place in places:
        for base in ["/"] if place.startswith("/") else filter(None, bases):
            path = Path(base, place)
            if path.is_file():
                yield str(path)


def _starts(path: str) -> bool:
    """Whether the program runs at all: Ubuntu's `chromium-browser` may be a mere hint to install a snap."""
    if os.name == "nt":
        return Path(path).is_file()  # there `--version` opens a window
    try:
        told = subprocess.run([path, "--version"], capture_output=True, check=False, timeout=60)
    except (OSError, subprocess.TimeoutExpired):
        return False
    return told.returncode == 0


def _install_from_debian(packages: Sequence[str], logs: Path) -> None:
    """Install with apt where it is there and allowed; a package that is not to be had is only said."""
    if shutil.which("apt-get") is None or not hasattr(os, "geteuid") or os.geteuid() != 0:
        print(f"  缺少 {'、'.join(packages)}；这里不能用 apt 安装（没有 apt-get 或不是 root）", flush=True)
        return
    print(f"  用 apt 安装 {'、'.join(packages)}……", flush=True)
    quiet = {"DEBIAN_FRONTEND": "noninteractive"}
    run_quietly(["apt-get", "update", "-q"], logs / "apt-update.log", variables=quiet)
    for package in packages:
        command = ["apt-get", "install", "-q", "-y", "--no-install-recommends", package]
        run_quietly(command, logs / f"apt-{package}.log", variables=quiet)


def _playwright_chromium(logs: Path) -> Path | None:
    """Playwright's own Chromium, downloaded when need be."""
    print("  安装 Playwright 自带的 Chromium……", flush=True)
    command = [sys.executable, "-m", "playwright", "install", "chromium"]
    if not run_quietly(command, logs / "playwright.log"):
        return None
    told = subprocess.run(
        [sys.executable, "-c", _PLAYWRIGHT_PATH], capture_output=True, check=False, text=True
    )
    path = Path(told.stdout.strip() or "missing")
    return path if path.is_file() else None
