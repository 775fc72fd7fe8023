"""Browsers that cannot run the site get one sentence."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from ..support.project import REPOSITORY
from .places import Place
from .sites import Sites

SCRIPTS = REPOSITORY / "overrides/assets/js"
_COMMENT_OR_STRING = re.compile(r"/\*.*?\*/|//[^\n]*|\"(?:\\.|[^\"\\])*\"|'(?:\\.|[^'\\])*'", re.DOTALL)
_NEWER_THAN_ES5 = re.compile(
    r"=>|`|\.\.\.|\b(?:let|const|class|async|await|yield|import|export)\b|\?\.|\?\?|\*\*"
)


@pytest.mark.parametrize("name", ["outdated.js", "early.js"])
def test_the_scripts_for_old_browsers_are_es5(name: str) -> None:
    """An IE kernel can parse them: no arrow, template, spread or newer keyword."""
    code = _COMMENT_OR_STRING.sub("", (SCRIPTS / name).read_text(encoding="utf-8"))
    assert _NEWER_THAN_ES5.findall(code) == []


def test_a_kernel_without_css_variables_gets_the_sentence(page: Page, over_http: Place) -> None:
    """It stands first on the page and says which mode to switch to."""
    page.add_init_script("window.CSS.supports = () => false;")
    page.goto(over_http.url("index.html"))
    note = page.get_by_role("alert").filter(has_text="极速模式")
    expect(note).to_be_visible()
    assert note.evaluate("element => element === document.body.firstElementChild")


def test_browsers_of_today_are_left_alone(page: Page, over_http: Place) -> None:
    """No such sentence where the site works."""
    page.goto(over_http.url("index.html"))
    expect(page.locator("[data-lx-state]").first).not_to_be_empty()
    expect(page.get_by_text("极速模式")).to_have_count(0)


def test_every_page_asks_for_the_fast_kernel(sites: Sites) -> None:
    """360 and others choose their kernel by this line; the one sentence is loaded everywhere."""
    for file in sorted(sites.real.rglob("*.html")):
        text = file.read_text(encoding="utf-8")
        if file.name != "record.html":
            assert '<meta name="renderer" content="webkit">' in text, file
            assert "assets/js/outdated.js" in text, file
