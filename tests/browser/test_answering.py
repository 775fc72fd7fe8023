"""Answering questions: verdict, right answer, explanation and citation, and what stays after a reload."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from .answering import KINDS, RIGHT, QuestionForm
from .places import Place

QUIZ = "every-kind"
QUIZ_URL = f"quizzes/{QUIZ}.html"
# What is appended waits until the story says so.
SLOW_TO_KEEP = """() => {
  const { append } = Lianxue.recordStore;
  const mayKeep = new Promise(resolve => { window.keepNow = resolve; });
  Lianxue.recordStore.append = (...given) => mayKeep.then(() => append(...given));
}"""


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_of_question_is_answered_wrongly_and_then_rightly(
    page: Page, small_over_http: Place, kind: str
) -> None:
    """A wrong response shows what is right and why; 再做一次 opens the question again, and then it is right."""
    page.goto(small_over_http.url(QUIZ_URL))
    form = QuestionForm(page, small_over_http.question_of_kind(kind, QUIZ))
    form.answer(rightly=False)
    expect(form.root.locator("[data-explanation]")).to_be_visible()
    expect(form.root.locator("[data-citations] a").first).to_be_visible()
    expect(form.root.locator("[data-mark]", has_text="✕").first).to_be_visible()
    form.retry()
    expect(form.status).to_be_empty()
    expect(form.root.locator("[data-detail]")).to_be_hidden()
    form.answer(rightly=True)


def test_the_right_answer_is_named_after_a_wrong_response(page: Page, small_over_http: Place) -> None:
    """Text, explanation and citation of the right answer stand under the question, in words."""
    page.goto(small_over_http.url(QUIZ_URL))
    form = QuestionForm(page, small_over_http.question_of_kind("single_choice", QUIZ))
    form.answer(rightly=False)
    expect(form.root.locator("[data-answer]")).to_have_text("A　补学")
    expect(form.root.locator("[data-explanation]")).to_have_text("缺课补学，是新增的一条。")
    expect(form.root.locator("[data-citations]")).to_have_text("《学习守则》第五条之一")


def test_half_of_a_multiple_choice_is_half_right(page: Page, small_over_http: Place) -> None:
    """少选 gets half of the points, and the verdict says so."""
    page.goto(small_over_http.url(QUIZ_URL))
    form = QuestionForm(page, small_over_http.question_of_kind("multiple_choice", QUIZ))
    form.root.locator('input[value="A"]').check()
    form.submit()
    expect(form.status).to_have_text("◐ 部分答对，得本题分数的 50%")


def test_chinese_and_arabic_numerals_fill_a_gap_alike(page: Page, small_over_http: Place) -> None:
    """２ and 10 stand for 二 and 十."""
    page.goto(small_over_http.url(QUIZ_URL))
    form = QuestionForm(page, small_over_http.question_of_kind("fill_in", QUIZ))
    form.root.get_by_label("第 1 空").fill("２")
    form.root.get_by_label("第 2 空").fill(" 10 ")
    form.submit()
    expect(form.status).to_have_text(RIGHT)


def test_an_empty_response_is_asked_for_and_not_graded(page: Page, small_over_http: Place) -> None:
    """提交 without a choice asks for one; nothing is recorded."""
    page.goto(small_over_http.url(QUIZ_URL))
    form = QuestionForm(page, small_over_http.question_of_kind("single_choice", QUIZ))
    form.submit()
    expect(form.root.get_by_role("alert")).to_have_text("请先作答。")
    expect(form.status).to_be_empty()


def test_earlier_results_stand_after_a_reload(page: Page, small: Place) -> None:
    """Every kind shows its response, its verdict and the day again."""
    page.goto(small.url(QUIZ_URL))
    forms = [QuestionForm(page, small.question_of_kind(kind, QUIZ)) for kind in KINDS]
    for number, form in enumerate(forms):
        form.answer(rightly=number % 2 == 0)
    told = [form.status.inner_text() for form in forms]
    page.reload()
    for form, words in zip(forms, told, strict=True):
        expect(form.status).to_have_text(words)
        expect(form.root.locator("[data-when]")).to_have_text("上次作答：2026 年 2 月 10 日")
    expect(forms[3].root.get_by_label("第 1 空")).to_have_value("不是这个答案")


def test_the_bank_that_does_not_load_is_said_and_can_be_tried_again(
    page: Page, small_over_http: Place, watch
) -> None:
    """A lost shard is told at the question; the next press tries again."""
    watch.tolerate("net::ERR_FAILED")
    page.route("**/assets/bank/every-kind-*.js", lambda route: route.abort())
    page.goto(small_over_http.url(QUIZ_URL))
    form = QuestionForm(page, small_over_http.question_of_kind("true_false", QUIZ))
    form.respond(rightly=True)
    form.submit()
    expect(form.root.get_by_role("alert")).to_contain_text("没有读到")
    page.unroute("**/assets/bank/every-kind-*.js")
    form.submit()
    expect(form.status).to_have_text(RIGHT)


def test_an_answer_cannot_be_changed_while_it_is_saved(page: Page, small_over_http: Place, watch) -> None:
    """From the press on it is locked, and what is kept is what stands there; a shard that is lost unlocks it."""
    watch.tolerate("net::ERR_FAILED")
    page.route("**/assets/bank/every-kind-*.js", lambda route: route.abort())
    page.goto(small_over_http.url(QUIZ_URL))
    form = QuestionForm(page, small_over_http.question_of_kind("fill_in", QUIZ))
    form.respond(rightly=True)
    form.root.get_by_label("第 2 空").press("Enter")
    expect(form.root.get_by_role("alert")).to_contain_text("没有读到")
    expect(form.root.get_by_label("第 2 空")).to_be_enabled()
    expect(form.root.locator("[data-submit]")).to_be_focused()
    page.unroute("**/assets/bank/every-kind-*.js")
    page.evaluate(SLOW_TO_KEEP)
    form.submit()
    expect(form.root.locator("[data-submit]")).to_have_text("正在保存…")
    expect(form.root.get_by_label("第 2 空")).to_be_disabled()
    expect(form.status).to_be_empty()
    page.evaluate("window.keepNow()")
    expect(form.status).to_have_text(RIGHT)
