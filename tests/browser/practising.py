"""A practice session as a learner uses it: open it, answer what is shown, go on."""

from __future__ import annotations

from typing import Any

from playwright.sync_api import Locator, Page, expect

from .answering import QuestionForm
from .bank import BankQuestion
from .places import Place

EVENTS = "() => Lianxue.recordStore.events()"
NEXT = "[data-next]"


def open_session(page: Page, place: Place, query: str) -> None:
    """Open a session by its address and wait until it can be used."""
    page.goto(place.url(f"practice/session.html?{query}"))
    expect(page.locator("[data-lx-ready]")).to_be_attached()


def by_id(place: Place, question: str) -> BankQuestion:
    """A question of the site's bank."""
    return next(item for item in place.questions() if item.id == question)


def shown(page: Page, place: Place) -> QuestionForm:
    """The question that is asked now."""
    form = page.locator("[data-stage] form[data-question]")
    return QuestionForm(page, by_id(place, form.get_attribute("data-question") or ""))


def place_of(page: Page) -> Locator:
    """第 n / N 题."""
    return page.locator("[data-place]")


def answer_and_go_on(page: Page, place: Place, *, rightly: bool) -> None:
    """Answer the question that is shown, then press 下一题 or 看结果."""
    shown(page, place).answer(rightly=rightly)
    expect(page.locator(NEXT)).to_be_focused()
    page.locator(NEXT).click()


def modes(page: Page) -> list[Any]:
    """How each response of the record was given."""
    return [event["payload"].get("mode") for event in page.evaluate(EVENTS) if event["kind"] == "response"]
