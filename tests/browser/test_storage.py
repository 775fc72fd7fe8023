"""When the browser keeps nothing, and when two tabs keep at once."""

from __future__ import annotations

from playwright.sync_api import BrowserContext, Page, expect

from .answering import KINDS, RIGHT, QuestionForm
from .places import Place

QUIZ = "every-kind"
QUIZ_URL = f"quizzes/{QUIZ}.html"
DENY_ALL = """
  for (const name of ["indexedDB", "localStorage", "sessionStorage"]) {
    Object.defineProperty(window, name, {
      configurable: true,
      get() { throw new DOMException("denied", "SecurityError"); },
    });
  }
"""
# What private windows of some browsers do: the database exists and never opens.
REFUSE_TO_OPEN = """
  IDBFactory.prototype.open = function () { throw new DOMException("denied", "InvalidStateError"); };
"""
NEWER = """
  IDBFactory.prototype.open = function () { throw new DOMException("newer", "VersionError"); };
"""


def test_a_denied_storage_still_lets_one_learn_and_is_said(page: Page, small: Place) -> None:
    """Answering works, and the page says aloud that nothing will be kept."""
    page.add_init_script(DENY_ALL)
    page.goto(small.url(QUIZ_URL))
    form = QuestionForm(page, small.question_of_kind("single_choice", QUIZ))
    form.answer(rightly=True)
    notice = page.locator("[data-quiz-notice]")
    expect(notice).to_contain_text("关闭本页后，这次的作答就没有了")
    expect(notice).to_have_attribute("role", "status")


def test_switches_work_without_storage(page: Page, small_over_http: Place) -> None:
    """大字版 and 护眼 still do their work on the page."""
    page.add_init_script(DENY_ALL)
    page.goto(small_over_http.url("index.html"))
    for name in ("大字版", "护眼"):
        switch = page.get_by_role("button", name=name)
        switch.click()
        expect(switch).to_have_attribute("aria-pressed", "true")


def test_a_database_that_never_opens_is_said(page: Page, small: Place) -> None:
    """The same where only the database is refused."""
    page.add_init_script(REFUSE_TO_OPEN)
    page.goto(small.url(QUIZ_URL))
    QuestionForm(page, small.question_of_kind("true_false", QUIZ)).answer(rightly=True)
    expect(page.locator("[data-quiz-notice]")).to_contain_text("关闭本页后，这次的作答就没有了")


def test_a_record_of_a_newer_version_is_left_alone(page: Page, small_over_http: Place) -> None:
    """The page says that the record is newer, and goes on in memory."""
    page.add_init_script(NEWER)
    page.goto(small_over_http.url(QUIZ_URL))
    QuestionForm(page, small_over_http.question_of_kind("true_false", QUIZ)).answer(rightly=True)
    expect(page.locator("[data-quiz-notice]")).to_contain_text("更新的版本")


def test_damaged_settings_of_the_theme_do_no_harm(page: Page, small_over_http: Place) -> None:
    """A broken value under Material's own key does not stop a single script."""
    page.goto(small_over_http.url("index.html"))
    page.evaluate("localStorage.setItem('/small/.__palette', '{broken')")
    page.evaluate("localStorage.setItem('lianxue-lianxue.dark', '{broken')")
    page.goto(small_over_http.url(QUIZ_URL))
    QuestionForm(page, small_over_http.question_of_kind("true_false", QUIZ)).answer(rightly=True)


def test_two_tabs_answering_in_turn_both_keep_their_answers(context: BrowserContext, small: Place) -> None:
    """What either tab answered is there for a third."""
    tabs = [context.new_page(), context.new_page()]
    for tab in tabs:
        tab.goto(small.url(QUIZ_URL))
    questions = [small.question_of_kind(kind, QUIZ) for kind in KINDS]
    for number, question in enumerate(questions):
        tabs[number % 2].bring_to_front()
        QuestionForm(tabs[number % 2], question).answer(rightly=True)
    third = context.new_page()
    third.goto(small.url(QUIZ_URL))
    for question in questions:
        expect(QuestionForm(third, question).status).to_contain_text(RIGHT)
