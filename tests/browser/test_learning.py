"""A month's study from the home page to the quiz and back."""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, Playwright, expect

from .answering import QuestionForm
from .learners import CONTEXT, FEBRUARY, OpenContext, chromium_options
from .places import Place
from .watching import Watch

QUIZ = "disciplinary-regulations"
# Whether the middle of an element is what one sees there: in the window, and not below the header.
IS_IN_SIGHT = """element => {
  const box = element.getBoundingClientRect();
  const seen = document.elementFromPoint(box.left + Math.min(box.width, 60) / 2, box.top + box.height / 2);
  return Boolean(seen) && (element.contains(seen) || seen.contains(element)) && seen !== document.body;
}"""


def shown_month(page: Page) -> Locator:
    """The one lesson that the home page puts first."""
    return page.locator("[data-lx-lesson]:visible")


def test_the_home_page_leads_to_the_lesson_of_the_month(page: Page, place: Place) -> None:
    """In February 2026 本月法规 is February's lesson, and 开始学习 opens it."""
    page.goto(place.url("index.html"))
    expect(shown_month(page)).to_have_count(1)
    expect(shown_month(page).locator("[data-lx-eyebrow]")).to_have_text("本月法规")
    expect(page.locator("[data-lx-my-study]")).to_have_text("本月：还没有开始。")
    shown_month(page).get_by_role("link", name="开始学习").click()
    expect(page).to_have_url(place.url(place.lesson_of("2026-02")))
    expect(page.get_by_role("heading", level=1)).to_be_visible()


@pytest.mark.parametrize(
    ("today", "eyebrow", "month"),
    [
        ("2025-12-31", "即将开始", "2026-01"),
        ("2026-01-01", "本月法规", "2026-01"),
        ("2026-03-31", "本月法规", "2026-03"),
        ("2027-08-01", "最近一课", "2026-03"),
    ],
)
def test_the_date_of_the_browser_chooses_the_lesson(
    open_context: OpenContext, over_http: Place, today: str, eyebrow: str, month: str
) -> None:
    """Not the day of the build: before the first lesson, in a month with one, after the last."""
    context = open_context()
    context.clock.set_fixed_time(datetime.fromisoformat(today + "T12:00:00+08:00"))
    page = context.new_page()
    page.goto(over_http.url("index.html"))
    expect(shown_month(page)).to_have_attribute("data-lx-month", month)
    expect(shown_month(page).locator("[data-lx-eyebrow]")).to_have_text(eyebrow)


def test_this_month_is_marked_among_the_twelve(page: Page, over_http: Place) -> None:
    """Twelve cards, February's says 本月, and those after it are marked as later."""
    page.goto(over_http.url("index.html"))
    cards = page.locator("[data-lx-year]:visible [data-lx-card][data-lx-month]")
    expect(cards).to_have_count(12)
    expect(page.locator(".lx-is-now")).to_have_attribute("data-lx-month", "2026-02")
    expect(page.locator(".lx-is-now")).to_have_accessible_name(re.compile("本月"))
    expect(page.locator(".lx-is-later")).to_have_count(10)


def test_a_citation_leads_to_its_article(page: Page, place: Place) -> None:
    """After a wrong response in the lesson the link opens the article: highlighted, in sight, below the header."""
    page.goto(place.url(place.lesson_of("2026-02")))
    question = next(
        item for item in place.questions() if item.quiz == QUIZ and "#art-" in item.citations[0]["url"]
    )
    form = QuestionForm(page, question)
    form.answer(rightly=False)
    form.root.locator("[data-citations] a").first.click()
    citation = question.citations[0]["url"]
    expect(page).to_have_url(place.url(citation))
    article = page.locator(f"[id='{citation.partition('#')[2]}']")
    expect(article).to_have_class("lx-target")
    expect(article).to_be_in_viewport(ratio=1)
    assert article.evaluate(IS_IN_SIGHT)


def test_the_home_page_remembers_what_was_begun(page: Page, place: Place) -> None:
    """After one answer home says 继续学习, one line of my study, and 学习中 on the month's card."""
    lesson = place.lesson_of("2026-02")
    page.goto(place.url(lesson))
    question = place.question_of_kind("single_choice", QUIZ)
    QuestionForm(page, question).answer(rightly=True)
    total = sum(item.quiz == QUIZ for item in place.questions())
    expect(page.locator("[data-lx-progress]").first).to_contain_text(f"1 / {total} 题")
    page.goto(place.url("index.html"))
    expect(shown_month(page).locator("[data-lx-start]")).to_have_text("继续学习")
    expect(page.locator("[data-lx-my-study]")).to_have_text(f"本月：学习中，自测题已答 1 / {total}。")
    card = page.locator('[data-lx-card][data-lx-month="2026-02"]').first
    expect(card.locator("[data-lx-state]")).to_have_text(f"学习中 1 / {total} 题")
    expect(card).to_have_attribute("data-state", "started")
    untouched = sum(item.quiz == "integrity-code" for item in place.questions())
    other = page.locator('[data-lx-card][data-lx-month="2026-03"] [data-lx-state]')
    expect(other).to_have_text(f"未学 0 / {untouched} 题")
    for page_with_states in ("lessons/index.html", "quizzes/index.html", lesson):
        page.goto(place.url(page_with_states))
        state = page.locator(f'[data-lx-state][data-lx-quizzes~="{QUIZ}"]').first
        expect(state).to_have_text(f"学习中 1 / {total} 题")


def test_from_the_home_page_it_is_one_click_to_the_questions(page: Page, place: Place) -> None:
    """本月自测 stands beside 开始学习; before the first answer three steps say what to do, afterwards three links with numbers."""
    total = sum(item.quiz == QUIZ for item in place.questions())
    page.goto(place.url("index.html"))
    mine = page.locator("[data-lx-mine]")
    expect(mine.get_by_role("listitem")).to_have_count(3)
    expect(mine.get_by_role("listitem").first).to_contain_text("读课文")
    shown_month(page).get_by_role("link", name="本月自测").click()
    month = place.lesson_of("2026-02").removeprefix("lessons/").removesuffix(".html")
    expect(page).to_have_url(place.url(f"practice/session.html?mode=month&lesson={month}"))

    page.goto(place.url(f"quizzes/{QUIZ}.html"))
    QuestionForm(page, place.question_of_kind("single_choice", QUIZ)).answer(rightly=False)
    page.goto(place.url("index.html"))
    links = mine.get_by_role("listitem").get_by_role("link")
    expect(links).to_have_text([f"接着做本月自测1 / {total} 题", "复习今天没有", "错题1 题"])
    addresses = [str(link.get_attribute("href")) for link in links.all()]
    assert addresses[0] == place.url(f"practice/session.html?mode=month&lesson={month}")
    assert addresses[1:] == ["practice/session.html?mode=review", "practice/mistakes.html"]
    page.clock.set_fixed_time(FEBRUARY + timedelta(days=10))
    page.reload()
    expect(links.nth(1)).to_have_text("复习今天 1 题")
    mine.get_by_role("link", name="看我的学习").click()
    expect(page).to_have_url(place.url("study/index.html"))


def test_a_record_outlives_the_browser(
    playwright: Playwright,
    chromium_path: Path,
    over_http: Place,
    as_files: Place,
    tmp_path: Path,
    watch: Watch,
) -> None:
    """Closed and opened again, the browser still shows the earlier result, over http and from files."""
    question = over_http.question_of_kind("true_false", QUIZ)
    for is_first in (True, False):
        context = playwright.chromium.launch_persistent_context(
            tmp_path / "profile", **chromium_options(chromium_path), **CONTEXT
        )
        watch.attach(context)
        page = context.pages[0]
        for place in (over_http, as_files):
            page.goto(place.url(f"quizzes/{QUIZ}.html"))
            form = QuestionForm(page, question)
            if is_first:
                form.answer(rightly=True)
            expect(form.root).to_have_attribute("data-verdict", "correct")
        context.close()
    assert not watch.seen, "\n".join(watch.seen)
