"""Who the learner is: the browser's options, the settings of a context, the day it is."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from datetime import datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from playwright.sync_api import BrowserContext

from .serving import HOST

# The site's host is this machine, and no other name leads anywhere.
ONLY_THIS_MACHINE = f"--host-resolver-rules=MAP {HOST} 127.0.0.1,MAP * ~NOTFOUND"
CHROMIUM_ARGUMENTS = (
    ONLY_THIS_MACHINE,
    *("--disable-gpu", "--disable-quic", "--no-first-run"),
    *("--disable-background-networking", "--disable-component-update", "--disable-sync"),
)
# A learner's own settings, whatever this machine has.
CONTEXT: Mapping[str, Any] = {
    "locale": "zh-CN",
    "timezone_id": "Asia/Shanghai",
    "viewport": {"width": 1280, "height": 900},
}
FEBRUARY = datetime(2026, 2, 10, 9, 30, tzinfo=ZoneInfo("Asia/Shanghai"))

# Opens the context of a new learner; takes Playwright's options.
OpenContext = Callable[..., BrowserContext]


def chromium_options(path: Path) -> dict[str, Any]:
    """How to launch Chromium; root (as in a container) cannot use its sandbox."""
    is_root = hasattr(os, "geteuid") and os.geteuid() == 0
    return {"executable_path": path, "args": CHROMIUM_ARGUMENTS, "chromium_sandbox": not is_root}
