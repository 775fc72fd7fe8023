"""Which functions a page spends its first seconds in, by Chromium's sampling profiler."""

from __future__ import annotations

from collections import Counter
from typing import Any
from urllib.parse import urlsplit

from playwright.sync_api import BrowserContext

INTERVAL = 200  # microseconds
SHOWN = 25


def costly_functions(context: BrowserContext, url: str) -> list[str]:
    """Lines of own time and time with all that is called, the most costly first."""
    page = context.new_page()
    devtools = context.new_cdp_session(page)
    devtools.send("Profiler.enable")
    devtools.send("Profiler.setSamplingInterval", {"interval": INTERVAL})
    devtools.send("Profiler.start")
    page.goto(url)
    page.evaluate("lxBench.ready")
    profile: dict[str, Any] = devtools.send("Profiler.stop")["profile"]
    page.close()
    own, whole = _times(profile)
    return [
        f"{own[name]:8.1f} own {whole[name]:8.1f} with callees  {name}" for name, _ in own.most_common(SHOWN)
    ]


def _times(profile: dict[str, Any]) -> tuple[Counter[str], Counter[str]]:
    """Milliseconds by function."""
    nodes = {node["id"]: node for node in profile["nodes"]}
    parents = {child: node["id"] for node in profile["nodes"] for child in node.get("children", ())}
    own: Counter[str] = Counter()
    whole: Counter[str] = Counter()
    for at, microseconds in zip(profile["samples"], profile["timeDeltas"], strict=True):
        own[_name(nodes[at])] += microseconds / 1000
        callers = set()
        while at:
            callers.add(_name(nodes[at]))
            at = parents.get(at, 0)
        for name in callers:
            whole[name] += microseconds / 1000
    return own, whole


def _name(node: dict[str, Any]) -> str:
    frame = node["callFrame"]
    file = urlsplit(frame["url"]).path.rpartition("/assets/")[2]
    return (
        f"{frame['functionName'] or '(anonymous)'} {file}:{frame['lineNumber'] + 1}"
        if file
        else frame["functionName"]
    )
