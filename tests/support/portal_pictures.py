"""Take the pictures of the site as a learner sees it, by hand: `python -m tests.support.portal_pictures FOLDER` in the project's folder.

A learner who passed January's lesson and is in the middle of February's. Needs Chromium and the sites' own build.
"""

from __future__ import annotations

import io
import sys
import tempfile
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

from PIL import Image
from playwright.sync_api import BrowserContext, Page, sync_playwright
from tests.browser.answering import QuestionForm
from tests.browser.exam_sitting import Exam
from tests.browser.learners import CONTEXT, FEBRUARY, chromium_options
from tests.browser.places import Place, open_page
from tests.browser.serving import HOST, serve
from tests.browser.sites import REAL_PREFIX, build_sites, remove_sites
from tests.support.pictures import save

from desk.testing.browsers import find_chromium

SCREEN = {"width": 1280, "height": 960}
SHOWN = (900, 675)  # pixels of a picture
COLOURS = 96
JANUARY, FIRST_DAYS = FEBRUARY - timedelta(days=25), FEBRUARY - timedelta(days=4)
PASSED, BEGUN = "party-constitution", "disciplinary-regulations"
ANSWERED = 21  # of February's thirty, every third of them wrongly


def main(target: Path) -> None:
    """Learn for a month, and leave a picture of every page in `target`."""
    chromium = find_chromium()
    if chromium is None:
        sys.exit("这里没有 Chromium、Chrome 或 Edge")
    target.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        sites = build_sites(Path(folder) / "sites")
        with serve({REAL_PREFIX: sites.real}) as port:
            place = Place(folder=sites.real, base=f"http://{HOST}:{port}{REAL_PREFIX}")
            browser = playwright.chromium.launch(**chromium_options(chromium))
            context = browser.new_context(**(CONTEXT | {"viewport": SCREEN, "reduced_motion": "reduce"}))
            _take_all(context, place, target)
            browser.close()
        remove_sites(Path(folder) / "sites")


def _take_all(context: BrowserContext, place: Place, target: Path) -> None:
    page = context.new_page()
    context.clock.set_fixed_time(JANUARY)
    _answer(page, place, PASSED, 100, lambda number: True)
    context.clock.set_fixed_time(FIRST_DAYS)
    _answer(page, place, BEGUN, ANSWERED, lambda number: number % 3 > 0)
    context.clock.set_fixed_time(FEBRUARY)
    for kind in ("home", "lesson", "practice", "study"):
        open_page(page, place.page(kind))
        page.wait_for_timeout(500)  # what is counted comes after the page
        _take(page, target / f"{kind}.png")
    page.goto(place.page("quiz"))
    wrong = page.locator('form[data-verdict="wrong"][data-type="single_choice"]').first
    wrong.evaluate("form => window.scrollTo(0, form.getBoundingClientRect().top + scrollY - 90)")
    _take(page, target / "question.png")
    exam = Exam(page, place)
    exam.begin("monthly")
    for number in range(5):
        exam.form.locator("input").first.click()
        if number == 2:
            page.get_by_role("button", name="标记本题").click()
        if number < 4:
            page.get_by_role("button", name="下一题").click()
    _take(page, target / "exam.png")


def _answer(page: Page, place: Place, quiz: str, most: int, rightly: Callable[[int], bool]) -> None:
    page.goto(place.url(f"quizzes/{quiz}.html"))
    for number, question in enumerate(item for item in place.questions() if item.quiz == quiz):
        if number < most:
            QuestionForm(page, question).answer(rightly=rightly(number))


def _take(page: Page, file: Path) -> None:
    picture = Image.open(io.BytesIO(page.screenshot()))
    save(picture.resize(SHOWN, Image.Resampling.LANCZOS), file, colours=COLOURS)


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit("用法：python -m tests.support.portal_pictures 文件夹")
    main(Path(sys.argv[1]))
