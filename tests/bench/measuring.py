"""Drive Chromium over the large portal and print what was measured; learning.py says what each figure means."""

from __future__ import annotations

import argparse
import gzip
import json
import math
import os
import platform
import re
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from playwright.sync_api import BrowserContext, CDPSession, Page, Playwright, sync_playwright

from desk.testing.browsers import find_chromium

from ..browser.learners import CONTEXT, chromium_options
from ..browser.places import file_base
from ..browser.serving import HOST, serve
from .portal import EXAM, QUESTIONS_A_QUIZ, write_portal
from .profiling import costly_functions

QUIZZES, EVENTS = 200, 50_000
PRACTICE, SESSION, EXAMS = (
    "practice/index.html",
    "practice/session.html?mode=random&count=40",
    "practice/exams.html",
)
STUDY = "study/index.html"  # where a backup is read in
LESSON, BARE = "lessons/2025/01-lesson.html", "quizzes/quiz-001-answers.html"
IN_PAGE = Path(__file__).with_name("in_page.js").read_text(encoding="utf-8")
OURS = re.compile(r"/assets/(?:js|bank)/[^?]*\.js$")
PATIENCE = 120_000  # milliseconds; what takes that long has failed


@dataclass(frozen=True, slots=True)
class Bench:
    """A learner with a large record in one Chromium."""

    context: BrowserContext
    base: str
    runs: int

    @contextmanager
    def page(self, path: str, *, slowdown: int = 1) -> Iterator[tuple[Page, CDPSession]]:
        """A new tab at `path`, with an empty http cache and the processor slowed."""
        page = self.context.new_page()
        devtools = self.context.new_cdp_session(page)
        devtools.send("Network.enable")
        devtools.send("Network.setCacheDisabled", {"cacheDisabled": True})
        devtools.send("Emulation.setCPUThrottlingRate", {"rate": slowdown})
        page.goto(self.base + path, timeout=PATIENCE)
        yield page, devtools
        page.close()

    def interactive(self, path: str, slowdown: int = 1, until: str = "ready") -> float:
        """Median time until a page can be used, or until the `facts` of the record stand on it."""
        times: list[float] = []
        for _ in range(self.runs):
            with self.page(path, slowdown=slowdown) as (page, _devtools):
                times.append(page.evaluate(f"lxBench.{until}"))
        return statistics.median(times)

    def record(self) -> float:
        """Median time to open the record."""
        times: list[float] = []
        for _ in range(self.runs):
            with self.page(BARE) as (page, _devtools):
                opened = page.evaluate("lxBench.openRecord()")
                assert opened["count"] == EVENTS, opened
                times.append(opened["ms"])
        return statistics.median(times)

    def next_question(self) -> float:
        """95th percentile until the next form is there."""
        with self.page(SESSION) as (page, _devtools):
            page.evaluate("lxBench.ready")
            return percentile_95(page.evaluate("lxBench.nextQuestions(30)"))

    def draw(self) -> float:
        """95th percentile of drawing an exam."""
        with self.page(EXAMS) as (page, _devtools):
            page.evaluate("lxBench.ready")
            return percentile_95(page.evaluate("id => lxBench.drawExams(id, 20)", EXAM))

    def heap(self, path: str) -> float:
        """What stays in memory once a page stands."""
        with self.page(path) as (page, devtools):
            page.evaluate("lxBench.ready")
            for _ in range(2):
                devtools.send("HeapProfiler.collectGarbage")
            used: float = devtools.send("Runtime.getHeapUsage")["usedSize"]
            return used / 2**20


def measure(
    playwright: Playwright, chromium: Path, base: str, site: Path, runs: int, profile: bool
) -> dict[str, Any]:
    """Everything of one scheme."""
    options = chromium_options(chromium) | dict(CONTEXT)
    scheme = urlsplit(base).scheme
    with tempfile.TemporaryDirectory() as fresh, tempfile.TemporaryDirectory() as used:
        with _learner(playwright, fresh, options) as context:
            script_kb = reading_script_kb(context, base, site, profile)
        with _learner(playwright, used, options) as context:
            bench = Bench(context, base, runs)
            with bench.page(STUDY) as (page, _devtools):
                added = page.evaluate(f"lxBench.fillRecord({EVENTS})")
                assert added == EVENTS, added
            with bench.page(PRACTICE) as (page, _devtools):  # whatever is tidied up after such an import
                page.evaluate("lxBench.ready")
                page.wait_for_timeout(5000)
            figures = {
                "interactive_ms": bench.interactive(PRACTICE),
                "interactive_6x_ms": bench.interactive(PRACTICE, slowdown=6),
                "facts_ms": bench.interactive(PRACTICE, until="facts"),
                "facts_6x_ms": bench.interactive(PRACTICE, slowdown=6, until="facts"),
                "session_interactive_ms": bench.interactive(SESSION),
                "session_interactive_6x_ms": bench.interactive(SESSION, slowdown=6),
                "next_ms": bench.next_question(),
                "draw_ms": bench.draw(),
                "record_ms": bench.record(),
                "heap_mb": max(bench.heap(PRACTICE), bench.heap(SESSION)),
                "reading_page_script_gz_kb": script_kb,
            }
            if profile:
                for path in (PRACTICE, SESSION):
                    print(scheme, path, *costly_functions(context, base + path), sep="\n  ", file=sys.stderr)
            version = context.browser.version if context.browser else ""
    return {
        "scheme": scheme,
        **{name: round(value, 1) for name, value in figures.items()},
        "questions": QUIZZES * QUESTIONS_A_QUIZ,
        "events": EVENTS,
        "machine": machine(version),
        **({"load_average": round(os.getloadavg()[0], 1)} if hasattr(os, "getloadavg") else {}),
    }


@contextmanager
def _learner(playwright: Playwright, profile: str, options: dict[str, Any]) -> Iterator[BrowserContext]:
    # with a profile of its own: a context without one keeps its database in memory
    context = playwright.chromium.launch_persistent_context(profile, **options)
    context.set_default_timeout(PATIENCE)
    context.add_init_script(f"if (window === window.top) {{ {IN_PAGE} }}")
    yield context
    context.close()


def reading_script_kb(context: BrowserContext, base: str, site: Path, profile: bool) -> float:
    """gzip of what a lesson loads of ours while it is read, each file once."""
    asked: set[str] = set()
    context.on("request", lambda request: asked.add(request.url))
    page = context.new_page()
    page.goto(base + LESSON)
    page.wait_for_timeout(5000)  # scripts that come when the browser is idle belong to it
    page.close()
    paths = {
        unquote(urlsplit(url).path.removeprefix(urlsplit(base).path))
        for url in asked
        if OURS.search(url.split("?")[0])
    }
    sizes = {path: len(gzip.compress((site / path).read_bytes(), mtime=0)) for path in paths}
    if profile:
        print(
            *(f"{size:8} {path}" for path, size in sorted(sizes.items(), key=lambda item: -item[1])),
            sep="\n",
            file=sys.stderr,
        )
    return sum(sizes.values()) / 1000


def percentile_95(times: Sequence[float]) -> float:
    """The smallest time that 95 of 100 do not exceed."""
    return sorted(times)[math.ceil(0.95 * len(times)) - 1]


def machine(browser: str) -> str:
    """What the figures were measured on."""
    cpuinfo = Path("/proc/cpuinfo")
    named = (
        re.search(r"model name\s*:\s*(.+)", cpuinfo.read_text(encoding="utf-8")) if cpuinfo.exists() else None
    )
    processor = named[1] if named else platform.processor() or platform.machine()
    return f"{processor}, {os.cpu_count()} cores, {platform.system()}, Chromium {browser}".rstrip()


def build_portal(folder: Path) -> Path:
    """The site of the large portal, built once below `folder`."""
    site = folder / "site"
    if not site.is_dir():
        project = write_portal(folder / "project", QUIZZES)
        subprocess.run(
            [sys.executable, "-m", "mkdocs", "build", "--quiet", "--site-dir", str(folder / "building")],
            cwd=project,
            env=os.environ | {"NO_MKDOCS_2_WARNING": "1", "PYTHONUTF8": "1"},
            check=True,
        )
        (folder / "building").rename(site)
    return site


def main() -> None:
    """Print one line of JSON a scheme."""
    parser = argparse.ArgumentParser(prog="learning.py", description="在大题库上测学员端的速度和大小。")
    parser.add_argument("--keep", type=Path, help="把生成的网站留在这个文件夹，下次接着用")
    parser.add_argument("--runs", type=int, default=5, help="每项测几次，取中位数")
    parser.add_argument("--profile", action="store_true", help="另外说明页面启动时各函数用了多少时间")
    parser.add_argument("--from", dest="start", type=Path, default=Path(), help=argparse.SUPPRESS)
    options = parser.parse_args()
    chromium = find_chromium()
    if chromium is None:
        sys.exit("这里没有 Chromium、Chrome 或 Edge")
    kept = nullcontext(str(options.start / options.keep)) if options.keep else tempfile.TemporaryDirectory()
    with kept as folder, sync_playwright() as playwright:
        site = build_portal(Path(folder).resolve())
        with serve({"/": site}) as port:
            for base in (f"http://{HOST}:{port}/", file_base(site)):
                figures = measure(playwright, chromium, base, site, options.runs, options.profile)
                print(json.dumps(figures, ensure_ascii=False), flush=True)


if __name__ == "__main__":
    main()
