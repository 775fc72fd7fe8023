"""Take pictures of every type of page, by hand: `python -m tests.browser.screenshots FOLDER` in the project's folder."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from playwright.sync_api import Browser, Page, expect, sync_playwright

from desk.testing.browsers import find_chromium

from .answering import KINDS, QuestionForm
from .learners import CONTEXT, FEBRUARY, chromium_options
from .places import PAGE_TYPES, SMALL_PAGES, Place, open_page
from .serving import HOST, serve
from .sites import REAL_PREFIX, SMALL_PREFIX, build_sites, remove_sites

WIDTHS = (1280, 390)
SCHEMES = ("light", "dark")


def main(target: Path) -> None:
    """Build the sites and save <page>-<width>-<scheme>.png into `target`."""
    target.mkdir(parents=True, exist_ok=True)
    chromium = find_chromium()
    if chromium is None:
        sys.exit("这里没有 Chromium、Chrome 或 Edge")
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        sites = build_sites(Path(folder) / "sites")
        with serve({REAL_PREFIX: sites.real, SMALL_PREFIX: sites.small}) as port:
            real = Place(folder=sites.real, base=f"http://{HOST}:{port}{REAL_PREFIX}")
            small = Place(folder=sites.small, base=f"http://{HOST}:{port}{SMALL_PREFIX}")
            browser = playwright.chromium.launch(**chromium_options(chromium))
            for width in WIDTHS:
                for scheme in SCHEMES:
                    _take_all(browser, real, small, target, width, scheme)
            browser.close()
        remove_sites(Path(folder) / "sites")


def _take_all(browser: Browser, real: Place, small: Place, target: Path, width: int, scheme: str) -> None:
    context = browser.new_context(**(CONTEXT | {"viewport": {"width": width, "height": 900}}))
    context.clock.set_fixed_time(FEBRUARY)
    page = context.new_page()
    page.goto(real.page("home"))
    if scheme == "dark":
        page.locator("[data-lx-switch=dark]").click()
    for kind in PAGE_TYPES:
        open_page(page, (small if kind in SMALL_PAGES else real).page(kind))
        page.screenshot(path=target / f"{kind.replace(' ', '-')}-{width}-{scheme}.png")
    page.goto(real.url("regulations/disciplinary-regulations.html#art-97"))
    page.screenshot(path=target / f"article-{width}-{scheme}.png")
    _answer_every_kind(page, small)
    page.screenshot(path=target / f"answered-{width}-{scheme}.png", full_page=True)
    context.close()


def _answer_every_kind(page: Page, small: Place) -> None:
    page.goto(small.url("quizzes/every-kind.html"))
    for number, kind in enumerate(KINDS):
        QuestionForm(page, small.question_of_kind(kind, "every-kind")).answer(rightly=number % 2 == 0)
    expect(page.locator("form[data-verdict]")).to_have_count(len(KINDS))


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit("用法：python -m tests.browser.screenshots 文件夹")
    main(Path(sys.argv[1]))
