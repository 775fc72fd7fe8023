"""A session from its first question to its end, and what it leaves in the record."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from .accessibility import violations
from .answering import KINDS
from .places import Place
from .practising import NEXT, answer_and_go_on, modes, open_session, place_of, shown
from .test_answering import SLOW_TO_KEEP
from .test_keyboard import tab_to
from .test_layout import OVERFLOWING


def test_this_months_questions_from_the_home_page_to_the_result(page: Page, small: Place) -> None:
    """One question after the other; score, every verdict, what to read again and what to do next."""
    page.goto(small.url("index.html"))
    page.get_by_role("banner").get_by_role("link", name="练习", exact=True).click()
    page.get_by_role("link", name="本月自测").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("本月自测")
    expect(place_of(page)).to_have_text("第 1 / 2 题")
    answer_and_go_on(page, small, rightly=True)
    expect(place_of(page)).to_have_text("第 2 / 2 题")
    shown(page, small).answer(rightly=False)
    expect(page.locator(NEXT)).to_have_text("看结果")
    page.locator(NEXT).click()
    expect(page.get_by_role("heading", name="做完了")).to_be_focused()
    expect(page.locator("[data-end-score]")).to_have_text(
        "得分 50 分，未达合格线，可再练。答对 1 题，答错 1 题。"
    )
    expect(page.locator("[data-end-list] [data-verdict]")).to_have_text(
        [
            "第 1 题　按守则，集中学习多久一次？ ✓ 答对了",
            "第 2 题　缺课的党员要补学。 ✕ 答错了",
        ]
    )
    expect(page.locator("[data-end-list] a").nth(1)).to_have_attribute(
        "href", small.url("quizzes/study-rules.html#q-study-rules--absent-member")
    )
    expect(page.locator("[data-end-read] a").first).to_have_text("《学习守则》第五条之一")
    expect(page.get_by_role("link", name="回到课文")).to_have_attribute(
        "href", small.url(small.lesson_of("2026-02"))
    )
    assert modes(page) == ["month", "month"]
    page.get_by_role("button", name="错题再练一遍").click()
    expect(place_of(page)).to_have_text("第 1 / 1 题")
    answer_and_go_on(page, small, rightly=True)
    expect(page.locator("[data-end-score]")).to_have_text("答对 1 题，答错 0 题。")
    page.get_by_role("link", name="回到练习").click()
    expect(page.locator('[data-door="month"]')).to_contain_text("共 2 题，都答过了，可以再练一遍")


def test_a_session_by_keyboard_alone(page: Page, small_over_http: Place) -> None:
    """A letter chooses, Enter submits, Enter goes on; the question and the result get the focus."""
    open_session(page, small_over_http, "mode=month")
    page.keyboard.press("b")
    expect(page.locator('input[value="B"]')).to_be_checked()
    page.keyboard.press("Enter")
    expect(page.locator("form[data-verdict=correct]")).to_be_visible()
    expect(page.get_by_role("button", name="下一题")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.get_by_role("group", name="判断 第 2 题")).to_be_focused()
    tab_to(page, "[data-stage] input")
    page.keyboard.press("ArrowDown")
    tab_to(page, "[data-submit]")
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="看结果")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="做完了")).to_be_focused()
    tab_to(page, "[data-end-ways] a")


def test_letters_stay_in_the_field_that_is_typed_in(page: Page, small_over_http: Place) -> None:
    """Typing an answer chooses nothing and moves nowhere."""
    open_session(page, small_over_http, "mode=order&type=fill_in")
    field = page.get_by_label("第 1 空")
    field.press_sequentially("ab1")
    expect(field).to_have_value("ab1")
    expect(field).to_be_focused()


def test_this_months_questions_go_on_at_the_first_open_one(page: Page, small_over_http: Place) -> None:
    """Left after one, the next visit begins at the second; the first can be looked at again."""
    open_session(page, small_over_http, "mode=month")
    shown(page, small_over_http).answer(rightly=False)
    open_session(page, small_over_http, "mode=month")
    expect(place_of(page)).to_have_text("第 2 / 2 题")
    expect(page.locator("[data-note]")).to_have_text("接着上次的做：已答 1 题。")
    page.get_by_role("button", name="上一题").click()
    expect(place_of(page)).to_have_text("第 1 / 2 题")
    expect(page.locator("[data-stage] [data-when]")).to_have_text("上次作答：2026 年 2 月 10 日")
    expect(page.locator("[data-stage] form")).to_have_attribute("data-verdict", "wrong")
    page.get_by_role("button", name="下一题").click()
    answer_and_go_on(page, small_over_http, rightly=True)
    expect(page.locator("[data-end-score]")).to_contain_text("得分 50 分")
    open_session(page, small_over_http, "mode=month")
    expect(page.locator("[data-note]")).to_have_text("这一课的题都答过了，现在从头再做一遍。")
    expect(place_of(page)).to_have_text("第 1 / 2 题")


def test_the_bank_in_order_goes_on_where_it_was_left(page: Page, small: Place) -> None:
    """Skipping and stopping count as places too; after the last question it begins anew."""
    total = len(small.questions())
    open_session(page, small, "mode=order")
    page.locator(NEXT).click()
    expect(place_of(page)).to_have_text(f"第 2 / {total} 题")
    page.locator(NEXT).click()
    expect(place_of(page)).to_have_text(f"第 3 / {total} 题")
    page.get_by_role("button", name="先练到这里").click()
    expect(page.get_by_role("button", name="接着做")).to_be_visible()
    page.goto(small.url("practice/index.html"))
    page.get_by_role("link", name="顺序练习").filter(has_text="接着第 3 题").click()
    expect(place_of(page)).to_have_text(f"第 3 / {total} 题")


def test_every_kind_of_question_is_asked_and_graded(page: Page, small_over_http: Place) -> None:
    """All answered rightly, in the bank's order; two questions stand below the text they share."""
    open_session(page, small_over_http, "mode=order&quiz=every-kind")
    materials = 0
    for _ in range(9):
        kind = shown(page, small_over_http).question.kind
        assert kind in KINDS
        materials += page.locator("[data-stage] .lx-material__text").count()
        answer_and_go_on(page, small_over_http, rightly=True)
    assert materials == 2
    expect(page.locator("[data-end-score]")).to_have_text("答对 9 题，答错 0 题。")
    assert modes(page) == ["order"] * 9


def test_a_session_fits_a_phone_with_large_text(page: Page, small_over_http: Place) -> None:
    """At 390 px in 大字版 with 200 % text on top: every kind answered, the end, nothing sideways."""
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(small_over_http.url("practice/index.html"))
    page.locator("[data-lx-switch=text]").click()
    open_session(page, small_over_http, "mode=order&quiz=every-kind")
    page.evaluate("document.documentElement.style.fontSize = '200%'")
    assert page.evaluate(OVERFLOWING) == []
    for number in range(9):
        shown(page, small_over_http).answer(rightly=number % 2 == 0)
        assert page.evaluate(OVERFLOWING) == []
        page.locator(NEXT).click()
    expect(page.get_by_role("heading", name="做完了")).to_be_focused()
    assert page.evaluate(OVERFLOWING) == []


def test_axe_finds_nothing_in_a_session(page: Page, axe: str, small_over_http: Place) -> None:
    """Answered wrong, at its end, by heart, and with nothing to ask."""
    place = small_over_http
    open_session(page, place, "mode=month")
    shown(page, place).answer(rightly=False)
    assert violations(page, axe) == []
    page.get_by_role("button", name="先练到这里").click()
    expect(page.get_by_role("heading", name="先练到这里")).to_be_visible()
    assert violations(page, axe) == []
    for query in ("mode=recite&quiz=every-kind&type=short_answer", "mode=review"):
        open_session(page, place, query)
        assert violations(page, axe) == []


def test_on_paper_the_end_has_no_buttons(page: Page, small_over_http: Place) -> None:
    """The result is printed, the ways on are not."""
    open_session(page, small_over_http, "mode=month")
    answer_and_go_on(page, small_over_http, rightly=True)
    page.get_by_role("button", name="先练到这里").click()
    expect(page.get_by_role("heading", name="先练到这里")).to_be_visible()
    page.emulate_media(media="print")
    expect(page.locator("[data-end-list]")).to_be_visible()
    expect(page.get_by_role("button").filter(visible=True)).to_have_count(0)
    expect(page.get_by_role("link", name="回到练习")).to_be_hidden()


def test_a_slow_save_is_noted_where_it_belongs(page: Page, small_over_http: Place) -> None:
    """Skipped while it is saved: the place stays the next one's, and back at the question its verdict stands."""
    open_session(page, small_over_http, "mode=order&quiz=study-rules")
    page.evaluate(SLOW_TO_KEEP)
    first = shown(page, small_over_http)
    first.respond(rightly=True)
    first.submit()
    page.locator(NEXT).click()
    expect(place_of(page)).to_have_text("第 2 / 2 题")
    body = page.locator("[data-stage] [data-body]")
    expect(body).to_be_focused()
    page.evaluate("document.addEventListener('lianxue:answered', () => { document.title = 'kept'; })")
    page.evaluate("window.keepNow()")
    expect(page).to_have_title("kept")
    expect(body).to_be_focused()
    second = shown(page, small_over_http).question.id
    assert page.evaluate("Lianxue.recordStore.memo('order quiz=study-rules')") == second
    page.get_by_role("button", name="上一题").click()
    expect(page.locator("[data-stage] form")).to_have_attribute("data-verdict", "correct")


def test_the_end_waits_for_the_last_answer(page: Page, small_over_http: Place) -> None:
    """看结果 while the last answer is being saved: the result has it."""
    open_session(page, small_over_http, "mode=month")
    answer_and_go_on(page, small_over_http, rightly=True)
    page.evaluate(SLOW_TO_KEEP)
    last = shown(page, small_over_http)
    last.respond(rightly=False)
    last.submit()
    page.locator(NEXT).click()
    expect(page.locator(NEXT)).to_have_text("正在保存…")
    expect(page.locator("[data-end]")).to_be_hidden()
    page.evaluate("window.keepNow()")
    expect(page.locator("[data-end-score]")).to_contain_text("答对 1 题，答错 1 题。")
