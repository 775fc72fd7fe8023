"""What every browser story needs: built sites, a server, browsers, and a watch over them."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Playwright, sync_playwright

from desk.testing.browsers import find_chromium, find_headless_chromium

from ..support.project import REPOSITORY
from .learners import CONTEXT, FEBRUARY, OpenContext, chromium_options
from .places import SMALL_PAGES, Place, file_base
from .serving import HOST, serve
from .sites import REAL_PREFIX, SMALL_PREFIX, Sites, share_sites
from .watching import Watch

WAYS = ("http", "file")
WAITED_IN_VAIN = [r"TimeoutError: ", r"(Locator|Page) expected "]
AXE = REPOSITORY / "node_modules/axe-core/axe.min.js"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Every test of this folder drives a browser, or needs what the browser stories built.

    On a busy machine a story now and then waits in vain for what a quiet one shows at once. Such a wait, and nothing else that
    fails, is tried once more; the summary names it as RERUN: a race in the story or in the page, to be looked into.
    """
    for item in items:
        if item.path.is_relative_to(Path(__file__).parent):
            item.add_marker(pytest.mark.browser)
            item.add_marker(pytest.mark.flaky(reruns=1, only_rerun=WAITED_IN_VAIN))


@pytest.fixture(scope="session")
def sites(tmp_path_factory: pytest.TempPathFactory) -> Sites:
    """Both sites, built once for all workers of a run."""
    base = tmp_path_factory.getbasetemp()
    is_worker = "PYTEST_XDIST_WORKER" in os.environ
    return share_sites((base.parent if is_worker else base) / "sites")


@pytest.fixture(scope="session")
def port(sites: Sites) -> Iterator[int]:
    """Both sites over http, the real one also at the root."""
    mounts = {REAL_PREFIX: sites.real, SMALL_PREFIX: sites.small, "/": sites.real}
    with serve(mounts) as number:
        yield number


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    """The driver of Chromium."""
    with sync_playwright() as driver:
        yield driver


@pytest.fixture(scope="session")
def chromium_path() -> Path:
    """The Chromium of this machine; without one its stories are skipped, aloud."""
    path = find_chromium()
    if path is None:
        pytest.skip("这里没有 Chromium、Chrome 或 Edge：请运行 python3 scripts/portal.py test")
    return path


@pytest.fixture(scope="session")
def chromium(playwright: Playwright, chromium_path: Path) -> Iterator[Browser]:
    """One Chromium for all stories, the headless shell where it is there; each story gets a context of its own."""
    browser = playwright.chromium.launch(**chromium_options(find_headless_chromium() or chromium_path))
    yield browser
    browser.close()


@pytest.fixture
def watch(port: int, sites: Sites) -> Watch:
    """Sees requests off the site and errors in the console."""
    return Watch(f"http://{HOST}:{port}/", file_base(sites.real), file_base(sites.small))


@pytest.fixture
def open_context(chromium: Browser, watch: Watch) -> Iterator[OpenContext]:
    """Open a context of a new learner; at the end of the story nothing unseemly may have been seen."""
    contexts: list[BrowserContext] = []

    def open_one(**options: object) -> BrowserContext:
        context = chromium.new_context(**(CONTEXT | options))
        watch.attach(context)
        contexts.append(context)
        return context

    yield open_one
    for context in contexts:
        context.close()
    assert not watch.seen, "\n".join(watch.seen)


@pytest.fixture
def context(open_context: OpenContext) -> BrowserContext:
    """A new learner on a morning in February 2026."""
    context = open_context()
    context.clock.set_fixed_time(FEBRUARY)
    return context


@pytest.fixture
def page(context: BrowserContext) -> Page:
    """That learner's first page."""
    return context.new_page()


@pytest.fixture(scope="session")
def shared_page(chromium: Browser, port: int, sites: Sites) -> Iterator[tuple[Page, Watch]]:
    """One page for all stories that only read: a new context for each would cost three times the story."""
    context = chromium.new_context(**CONTEXT, reduced_motion="reduce")
    context.clock.set_fixed_time(FEBRUARY)
    watch = Watch(f"http://{HOST}:{port}/", file_base(sites.real), file_base(sites.small))
    watch.attach(context)
    yield context.new_page(), watch
    context.close()


@pytest.fixture
def reader(shared_page: tuple[Page, Watch]) -> Iterator[Page]:
    """Someone who reads and answers nothing; whatever was switched is as before in the next story."""
    page, watch = shared_page
    watch.forget()
    page.set_viewport_size(CONTEXT["viewport"])
    page.emulate_media(media="screen")
    yield page
    page.evaluate("localStorage.clear()")
    page.goto("about:blank")  # what is still loading belongs to this story
    assert not watch.seen, "\n".join(watch.seen)


@pytest.fixture
def over_http(sites: Sites, port: int) -> Place:
    """The real site over http below a sub-path."""
    return Place(folder=sites.real, base=f"http://{HOST}:{port}{REAL_PREFIX}")


@pytest.fixture
def small_over_http(sites: Sites, port: int) -> Place:
    """The small site over http below its sub-path."""
    return Place(folder=sites.small, base=f"http://{HOST}:{port}{SMALL_PREFIX}")


@pytest.fixture
def as_files(sites: Sites) -> Place:
    """The real site as files in a folder."""
    return Place(folder=sites.real, base=file_base(sites.real))


@pytest.fixture
def small_as_files(sites: Sites) -> Place:
    """The small site as files in a folder."""
    return Place(folder=sites.small, base=file_base(sites.small))


@pytest.fixture(params=WAYS)
def place(request: pytest.FixtureRequest, over_http: Place, as_files: Place) -> Place:
    """The real site, over http and as files."""
    return over_http if request.param == "http" else as_files


@pytest.fixture(params=WAYS)
def small(request: pytest.FixtureRequest, small_over_http: Place, small_as_files: Place) -> Place:
    """The small site, over http and as files."""
    return small_over_http if request.param == "http" else small_as_files


@pytest.fixture
def any_page(over_http: Place, small_over_http: Place) -> Callable[[str], str]:
    """The address over http of a page of one of PAGE_TYPES."""
    return lambda kind: (small_over_http if kind in SMALL_PAGES else over_http).page(kind)


@pytest.fixture(scope="session")
def axe() -> str:
    """axe-core's own script."""
    if not AXE.is_file():
        pytest.skip("没有 axe-core：请运行 python3 scripts/portal.py test")
    return AXE.read_text(encoding="utf-8")
