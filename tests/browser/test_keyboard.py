"""Everything by keyboard, and what a screen reader is told."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from .answering import QuestionForm
from .places import Place

QUIZ_URL = "quizzes/every-kind.html"
TABS = 120  # more than any page needs to its first question


def tab_to(page: Page, selector: str) -> None:
    """Press Tab until the focus is on an element that matches."""
    for _ in range(TABS):
        page.keyboard.press("Tab")
        if page.evaluate("selector => document.activeElement.matches(selector)", selector):
            return
    raise AssertionError(f"Tab does not reach {selector}")


def test_a_single_choice_is_answered_by_keyboard_alone(page: Page, small: Place) -> None:
    """Tab, arrows and Space choose, Enter submits, the verdict is announced, Tab goes on to the citation."""
    page.goto(small.url(QUIZ_URL))
    form = QuestionForm(page, small.question_of_kind("single_choice", "every-kind"))
    tab_to(page, "#q-every-kind--single input")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Space")
    tab_to(page, "#q-every-kind--single [data-submit]")
    page.keyboard.press("Enter")
    expect(form.root.get_by_role("status")).to_have_text("✕ 答错了")
    expect(form.root.locator("[data-submit]")).to_be_focused()
    tab_to(page, "#q-every-kind--single [data-citations] a")
    page.keyboard.press("Enter")
    expect(page).to_have_url(small.url("regulations/study-rules.html#art-5-1"))


def test_enter_in_a_gap_submits(page: Page, small_over_http: Place) -> None:
    """Typing and Enter answer a fill-in question."""
    page.goto(small_over_http.url(QUIZ_URL))
    form = QuestionForm(page, small_over_http.question_of_kind("fill_in", "every-kind"))
    form.respond(rightly=True)
    form.root.get_by_label("第 2 空").press("Enter")
    expect(form.status).to_have_text("✓ 答对了")


def test_the_first_tab_offers_to_skip_to_the_text(page: Page, over_http: Place) -> None:
    """跳到正文 comes first and leads behind the header."""
    page.goto(over_http.url(over_http.lesson_of("2026-02")))
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="跳到正文")).to_be_focused()
    expect(page.locator(":focus")).to_be_in_viewport()
    page.keyboard.press("Enter")
    expect(page.locator("[tabindex='-1']:focus")).to_contain_text("自测")


def test_every_control_of_a_question_has_a_name(page: Page, small_over_http: Place) -> None:
    """Groups are named by kind, number and stem; every field by its label."""
    page.goto(small_over_http.url(QUIZ_URL))
    group = page.get_by_role("group", name="缺课之后怎么办")
    expect(group).to_have_accessible_name("单选 第 1 题 难度：易 缺课之后怎么办？")
    expect(group.get_by_role("radio", name="补学")).to_be_visible()
    expect(page.get_by_role("combobox", name="第 1 位")).to_be_visible()
    expect(page.get_by_role("combobox", name="第九条")).to_be_visible()
    expect(page.get_by_role("textbox", name="你的回答")).to_be_visible()
