"""大字版 and 护眼: off by default, kept over pages and reloads, at work before the first paint."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from .learners import OpenContext
from .places import Place

SWITCHES = {"text": "大字版", "dark": "护眼"}


@pytest.mark.parametrize("name", SWITCHES)
def test_a_switch_is_kept_over_pages_and_reloads(page: Page, place: Place, name: str) -> None:
    """Pressed on the home page it stays pressed in a lesson and after a reload, until it is pressed again."""
    page.goto(place.url("index.html"))
    switch = page.get_by_role("button", name=SWITCHES[name])
    expect(switch).to_have_attribute("aria-pressed", "false")
    switch.click()
    expect(switch).to_have_attribute("aria-pressed", "true")
    page.goto(place.url(place.lesson_of("2026-02")))
    expect(switch).to_have_attribute("aria-pressed", "true")
    page.reload()
    expect(switch).to_have_attribute("aria-pressed", "true")
    switch.click()
    expect(switch).to_have_attribute("aria-pressed", "false")
    page.goto(place.url("index.html"))
    expect(switch).to_have_attribute("aria-pressed", "false")


def test_large_text_is_larger_and_dark_is_dark(page: Page, over_http: Place) -> None:
    """The switches do what they say."""
    page.goto(over_http.url(over_http.lesson_of("2026-02")))
    size = "parseFloat(getComputedStyle(document.querySelector('.md-typeset p')).fontSize)"
    lightness = """() => {
      const channels = getComputedStyle(document.body).backgroundColor.match(/[0-9.]+/g).slice(0, 3).map(Number);
      return channels.reduce((sum, channel) => sum + channel, 0) / 3;
    }"""
    normal = page.evaluate(size)
    assert page.evaluate(lightness) > 200
    page.get_by_role("button", name="大字版").click()
    assert page.evaluate(size) >= normal * 1.15
    page.get_by_role("button", name="护眼").click()
    page.wait_for_function(f"({lightness})() < 80")


def test_a_dark_system_does_not_make_the_site_dark(open_context: OpenContext, over_http: Place) -> None:
    """护眼 is a switch of the site's own: off until someone presses it."""
    page = open_context(color_scheme="dark").new_page()
    page.goto(over_http.url("index.html"))
    expect(page.get_by_role("button", name="护眼")).to_have_attribute("aria-pressed", "false")
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "default")


def test_dark_is_there_before_the_page_is_painted(page: Page, over_http: Place) -> None:
    """While the body is still arriving the scheme is set: no white flash."""
    page.goto(over_http.url("index.html"))
    page.get_by_role("button", name="护眼").click()
    page.add_init_script("""
      new MutationObserver((_, observer) => {
        if (document.body) {
          window.firstScheme = document.documentElement.getAttribute("data-md-color-scheme");
          observer.disconnect();
        }
      }).observe(document, { childList: true, subtree: true });
    """)
    page.reload()
    assert page.evaluate("window.firstScheme") == "slate"
