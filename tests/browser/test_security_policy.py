"""The site under a strict Content-Security-Policy, its inline scripts allowed by hash alone."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from .answering import KINDS, QuestionForm
from .exam_sitting import Exam
from .places import PAGE_TYPES, SMALL_PAGES, Place, open_page
from .practising import answer_and_go_on, open_session
from .serving import HOST, serve
from .sites import REAL_PREFIX, SMALL_PREFIX, Sites
from .watching import Watch

_INLINE_SCRIPT = re.compile(r"<script(?P<attributes>[^>]*)>(?P<text>.*?)</script>", re.DOTALL)
_IS_DATA = re.compile(r"type=\"?application/(?:ld\+)?json")


def policy_of(*folders: Path) -> str:
    """The strictest policy that built sites can be served with."""
    hashes = " ".join(sorted(set().union(*map(_inline_hashes, folders))))
    return (
        f"default-src 'self'; script-src 'self' {hashes}; style-src 'self'; img-src 'self' data:; font-src 'self'; "
        "connect-src 'self'; worker-src 'self'; frame-src 'self'; base-uri 'none'; form-action 'none'; "
        "object-src 'none'; frame-ancestors 'self'"
    )


def _inline_hashes(folder: Path) -> set[str]:
    return {
        f"'sha256-{base64.b64encode(hashlib.sha256(match['text'].encode()).digest()).decode()}'"
        for page in folder.rglob("*.html")
        for match in _INLINE_SCRIPT.finditer(page.read_text(encoding="utf-8"))
        if "src=" not in match["attributes"] and not _IS_DATA.search(match["attributes"])
    }


@pytest.fixture(scope="module")
def strict_port(sites: Sites) -> Iterator[int]:
    """Both sites with the policy as a header."""
    mounts = {SMALL_PREFIX: sites.small, REAL_PREFIX: sites.real}
    headers = {
        "Content-Security-Policy": policy_of(sites.real, sites.small),
        "X-Content-Type-Options": "nosniff",
    }
    with serve(mounts, headers) as number:
        yield number


@pytest.fixture
def watch(strict_port: int) -> Watch:
    """Here the site is at another port."""
    return Watch(f"http://{HOST}:{strict_port}/")


def test_no_page_breaks_the_policy(page: Page, strict_port: int) -> None:
    """Every type of page starts its scripts without one violation (each is an error in the console, with its page)."""
    for kind, path in PAGE_TYPES.items():
        prefix = SMALL_PREFIX if kind in SMALL_PAGES else REAL_PREFIX
        open_page(page, f"http://{HOST}:{strict_port}{prefix}{path}")
        expect(page.locator("[data-lx-switch=text]")).not_to_have_attribute("hidden", "")


def test_answering_works_under_the_policy(page: Page, sites: Sites, strict_port: int) -> None:
    """Every kind of question gets its verdict, the record is kept, the ring is drawn."""
    small = Place(folder=sites.small, base=f"http://{HOST}:{strict_port}{SMALL_PREFIX}")
    page.goto(small.url("quizzes/every-kind.html"))
    for kind in KINDS:
        QuestionForm(page, small.question_of_kind(kind, "every-kind")).answer(rightly=True)
    page.reload()
    expect(page.locator("form[data-verdict=correct]")).to_have_count(len(KINDS))


def test_practice_works_under_the_policy(page: Page, sites: Sites, strict_port: int) -> None:
    """A session, an exam, the big screen, a table to take along and a backup: nothing of it is refused."""
    small = Place(folder=sites.small, base=f"http://{HOST}:{strict_port}{SMALL_PREFIX}")
    open_session(page, small, "mode=order&quiz=every-kind")
    answer_and_go_on(page, small, rightly=False)
    Exam(page, small).begin()
    open_page(page, small.url("practice/screen.html?quiz=every-kind"))
    page.get_by_role("button", name="开始").click()
    expect(page.locator("[data-stage]")).to_be_visible()
    for path, button in (("practice/mistakes.html", "导出表格"), ("study/index.html", "备份我的学习记录")):
        open_page(page, small.url(path))
        with page.expect_download():
            page.get_by_role("button", name=button).click()


def test_search_works_under_the_policy(page: Page, strict_port: int) -> None:
    """The engine, the index, the dialog and its style are files of the site; words are marked on the target page."""
    page.goto(f"http://{HOST}:{strict_port}{REAL_PREFIX}{PAGE_TYPES['help']}?q=礼品礼金")
    page.get_by_role("listbox", name="搜索结果").get_by_role("option").first.click()
    expect(page.locator("mark.lx-hit").first).to_be_attached()
    expect(page.locator(".lx-hits")).to_have_css("position", "sticky")


def test_every_script_of_ours_is_a_file(sites: Sites) -> None:
    """The inline scripts that remain are Material's: at most six on the whole site, none with our name."""
    for page in sorted(sites.real.rglob("*.html")):
        for match in _INLINE_SCRIPT.finditer(page.read_text(encoding="utf-8")):
            assert "src=" in match["attributes"] or "Lianxue" not in match["text"], page
        assert not re.search(r"<[^>]+ (?:style|on[a-z]+)=\"", page.read_text(encoding="utf-8")), page
    assert len(_inline_hashes(sites.real)) <= 6
