"""Ask a site's search in a real browser what a plan asks for, and bring back what was seen."""

from __future__ import annotations

import json
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, CDPSession, Page, sync_playwright

from desk.testing.browsers import find_chromium, find_firefox

from ..browser.learners import CONTEXT, chromium_options
from ..browser.node_stories import node
from ..browser.serving import HOST
from ..support.project import REPOSITORY
from .search_corpus import UnusableInputError

IN_PAGE = Path(__file__).with_name("in_page_search.js")
FIREFOX_STORY = Path(__file__).with_name("search_firefox.mjs")
PATIENCE = 900_000  # milliseconds; what takes that long has failed


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What to ask, in which order and how often."""

    given: dict[str, Any]  # the engine and what it needs to start, limit
    base: str
    page: str  # site-relative
    queries: list[str]
    warm: list[list[str]]  # rounds
    fresh: list[str]  # each in a context of its own
    slowdown: int
    opens: bool  # whether there is a dialog to open too


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """What the browser answered; times in milliseconds, addresses as the browser writes them."""

    browser: str
    page: list[str]  # what the page has loaded before anybody searches
    first: list[dict[str, Any]]  # {ms, rows, loaded} a fresh query
    opened: list[dict[str, Any]]  # {ms, loaded}
    answers: list[dict[str, Any]]  # {ms, rows} a query
    warm: list[float]
    long_task: float
    first_slowed: list[float] = field(default_factory=list)
    opened_slowed: list[float] = field(default_factory=list)
    heap_before: float | None = None  # bytes
    heap: float | None = None


def ask(browser: str, plan: Plan) -> Seen:
    """Carry a plan out in "chromium" or "firefox"."""
    return _ask_firefox(plan) if browser == "firefox" else _ask_chromium(plan)


def _ask_firefox(plan: Plan) -> Seen:
    firefox = find_firefox()
    if firefox is None:
        raise UnusableInputError("这里没有 Firefox：请安装 firefox-esr")
    with tempfile.TemporaryDirectory() as folder:
        story = Path(folder) / "story.json"
        given = {
            "firefox": str(firefox),
            "profile": f"{folder}/profile",
            "host": HOST,
            "inPage": str(IN_PAGE),
        }
        story.write_text(json.dumps(given | asdict(plan)), encoding="utf-8")
        told = subprocess.run(
            [_node(), FIREFOX_STORY, story],
            cwd=REPOSITORY,
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=False,
        )
    if told.returncode != 0:
        raise UnusableInputError(f"在 Firefox 里没有测成：\n{told.stderr}")
    return Seen(**json.loads(told.stdout))


def _node() -> str:
    try:
        return node()
    except pytest.skip.Exception as missing:  # it speaks to stories
        raise UnusableInputError(str(missing)) from missing


def _ask_chromium(plan: Plan) -> Seen:
    chromium = find_chromium()
    if chromium is None:
        raise UnusableInputError("这里没有 Chromium、Chrome 或 Edge")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(**chromium_options(chromium))
        seen = _Chromium(browser, plan).see()
        browser.close()
    return seen


@dataclass(frozen=True, slots=True)
class _Chromium:
    browser: Browser
    plan: Plan

    def see(self) -> Seen:
        given, first, slowed, opened, opened_slowed = self.plan.given, [], [], [], []
        for text in self.plan.fresh:
            with self.page() as (page, _devtools, asked):
                before = len(asked)
                seen = page.evaluate("([given, text]) => lxSearchBench.first(given, text)", [given, text])
                first.append(seen | {"loaded": sorted({*seen["loaded"], *asked[before:]})})
            with self.page(self.plan.slowdown) as (page, _devtools, _asked):
                seen = page.evaluate("([given, text]) => lxSearchBench.first(given, text)", [given, text])
                slowed.append(seen["ms"])
            if self.plan.opens:
                with self.page() as (page, _devtools, asked):
                    before = len(asked)
                    seen = page.evaluate("text => lxSearchBench.opened(text)", text)
                    opened.append(seen | {"loaded": sorted({*seen["loaded"], *asked[before:]})})
                with self.page(self.plan.slowdown) as (page, _devtools, _asked):
                    opened_slowed.append(page.evaluate("text => lxSearchBench.opened(text)", text)["ms"])
        with self.page() as (page, devtools, _asked):
            loaded = page.evaluate("lxSearchBench.loaded()")
            heap_before = _heap(devtools)
            ask = "([given, texts]) => lxSearchBench.ask(given, texts)"
            answers = page.evaluate(ask, [given, self.plan.queries])
            warm = [answer["ms"] for texts in self.plan.warm for answer in page.evaluate(ask, [given, texts])]
            longest = page.evaluate(
                "([given, texts]) => lxSearchBench.longest(given, texts)",
                [given, self.plan.warm[-1]],
            )
            heap = _heap(devtools)
        return Seen(
            browser=f"Chromium {self.browser.version}",
            page=loaded,
            first=first,
            first_slowed=slowed,
            opened=opened,
            opened_slowed=opened_slowed,
            answers=answers,
            warm=warm,
            long_task=longest,
            heap_before=heap_before,
            heap=heap,
        )

    @contextmanager
    def page(self, slowdown: int = 1) -> Iterator[tuple[Page, CDPSession, list[str]]]:
        """A page of a learner who was never here, loaded and idle; the list grows by what it asks for."""
        context = self.browser.new_context(**CONTEXT)
        context.set_default_timeout(PATIENCE)
        context.add_init_script(f"if (window === window.top) {{ {IN_PAGE.read_text(encoding='utf-8')} }}")
        asked: list[str] = []
        context.on("request", lambda request: asked.append(request.url))
        page = context.new_page()
        devtools = context.new_cdp_session(page)
        page.goto(self.plan.base + self.plan.page)
        page.evaluate("lxSearchBench.idle()")
        devtools.send("Emulation.setCPUThrottlingRate", {"rate": slowdown})
        yield page, devtools, asked
        context.close()


def _heap(devtools: CDPSession) -> float:
    for _ in range(2):
        devtools.send("HeapProfiler.collectGarbage")
    used: float = devtools.send("Runtime.getHeapUsage")["usedSize"]
    return used
