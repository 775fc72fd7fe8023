"""The section 学习记录 of 我的学习, as a learner uses it."""

from __future__ import annotations

from playwright.sync_api import Locator, Page, expect

from .places import Place

STUDY = "study/index.html"


def part(page: Page, name: str) -> Locator:
    """A part of the section by its name in my_record.html."""
    return page.locator(f'[data-record="{name}"]')


def button(page: Page, name: str) -> Locator:
    """A button of the section."""
    return page.locator("#record").get_by_role("button", name=name, exact=True)


def open_study(page: Page, place: Place) -> None:
    """Open 我的学习 and wait until the section is there."""
    page.goto(place.url(STUDY))
    expect(part(page, "people").locator("li").first).to_be_visible()
