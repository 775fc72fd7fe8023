"""A session from its first question to its end, and what it leaves in the record."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from playwright.sync_api import Locator, Page, expect

from .answering import KINDS, QuestionForm
from .bank import BankQuestion
from .learners import FEBRUARY, OpenContext
from .places import Place
from .test_accessibility import RUN, axe
from .test_keyboard import tab_to
from .test_layout import OVERFLOWING

__all__ = ["axe"]
# a wide light screen and a narrow dark one: the rest differs in nothing that axe looks at
SCREENS = ((1280, "light"), (390, "dark"))
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


def test_learning_by_heart_shows_everything_and_writes_nothing(page: Page, small_over_http: Place) -> None:
    """Answer, explanation and citation of every kind, and not one event."""
    open_session(page, small_over_http, "mode=recite&quiz=every-kind")
    for _ in range(9):
        form = page.locator("[data-stage] form")
        expect(form.locator("[data-answer]")).not_to_be_empty()
        expect(form.locator("[data-explanation]")).to_be_visible()
        expect(form.locator("[data-citations] a").first).to_be_visible()
        expect(
            form.locator("[data-submit]:visible, [data-retry]:visible, [data-status]:visible")
        ).to_have_count(0)
        page.locator(NEXT).click()
    expect(page.get_by_role("heading", name="看完了")).to_be_focused()
    expect(page.locator("[data-end-score]")).to_have_text("背题不计入学习记录。")
    assert page.evaluate(EVENTS) == []


def daily(page: Page, place: Place) -> list[str]:
    """The ids of 每日五题, by skipping through them."""
    open_session(page, place, "mode=daily")
    ids = []
    for number in range(1, 6):
        expect(place_of(page)).to_have_text(f"第 {number} / 5 题")
        ids.append(page.locator("[data-stage] form").get_attribute("data-question") or "")
        page.locator(NEXT).click()
    return ids


def test_the_daily_five_are_the_same_for_everybody(open_context: OpenContext, over_http: Place) -> None:
    """Someone with a record and a newcomer get the same five on a date, and others the next day."""
    mine, yours = open_context(), open_context()
    for context in (mine, yours):
        context.clock.set_fixed_time(FEBRUARY)
    page = mine.new_page()
    open_session(page, over_http, "mode=month")
    shown(page, over_http).answer(rightly=False)
    today = daily(page, over_http)
    assert daily(yours.new_page(), over_http) == today
    mine.clock.set_fixed_time(FEBRUARY + timedelta(days=1))
    assert daily(page, over_http) != today


def test_a_mistake_comes_again_until_it_is_mastered(page: Page, small_over_http: Place) -> None:
    """Wrong on a quiz's page; right on two other days; then 错题 has nothing and says so kindly."""
    place = small_over_http
    question = by_id(place, "study-rules/how-often")
    page.goto(place.url("quizzes/study-rules.html"))
    QuestionForm(page, question).answer(rightly=False)
    for day, fact in ((1, "1 道错题还没掌握"), (2, "1 道错题还没掌握"), (3, "现在没有错题")):
        page.context.clock.set_fixed_time(FEBRUARY + timedelta(days=day))
        page.goto(place.url("practice/index.html"))
        expect(page.locator('[data-door="mistakes"] [data-fact]')).to_have_text(fact)
        page.locator('[data-door="mistakes"]').click()
        if day < 3:
            expect(page.locator("[data-stage] form")).to_have_attribute("data-question", question.id)
            answer_and_go_on(page, place, rightly=True)
            expect(page.get_by_role("heading", name="做完了")).to_be_visible()
    expect(page.get_by_role("heading", name="现在没有题要做")).to_be_visible()
    expect(page.locator("[data-empty-words]")).to_have_text(
        "现在没有还要再练的错题。答错的题会自动收到这里。"
    )
    page.get_by_role("link", name="回到练习").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("练习")


def test_review_asks_what_is_due(page: Page, small_over_http: Place) -> None:
    """Nothing on the day; weeks later what was answered, with its number on the door."""
    place = small_over_http
    open_session(page, place, "mode=review")
    expect(page.locator("[data-empty-words]")).to_have_text(
        "现在没有要复习的题。做过的题到了该温习的时候，会出现在这里。"
    )
    open_session(page, place, "mode=month")
    answer_and_go_on(page, place, rightly=True)
    answer_and_go_on(page, place, rightly=False)
    page.context.clock.set_fixed_time(FEBRUARY + timedelta(days=60))
    page.goto(place.url("practice/index.html"))
    expect(page.locator('[data-door="review"] [data-fact]')).to_have_text("今天可复习 2 题")
    page.locator('[data-door="review"]').click()
    for _ in range(2):
        answer_and_go_on(page, place, rightly=True)
    expect(page.locator("[data-end-score]")).to_have_text("答对 2 题，答错 0 题。")
    assert modes(page).count("review") == 2


def test_addresses_that_name_nothing_lead_back_to_practice(page: Page, small_over_http: Place) -> None:
    """No mode, an unknown one, an unknown regulation, a range without questions."""
    for query, title, words in (
        ("", "没有找到这种练习", "网址里没有写明做哪些题，或者写的练习方式本站没有。请从练习页重新选择。"),
        (
            "mode=constructor",
            "没有找到这种练习",
            "网址里没有写明做哪些题，或者写的练习方式本站没有。请从练习页重新选择。",
        ),
        ("mode=drill&regulation=gone", "没有找到这个范围", "题库里没有“gone”。请从练习页重新选择。"),
        ("mode=drill&from=900", "现在没有题要做", "没有符合条件的题目，请把条件放宽一些。"),
    ):
        open_session(page, small_over_http, query)
        expect(page.get_by_role("heading", level=2)).to_have_text(title)
        expect(page.locator("[data-empty-words]")).to_have_text(words)
        expect(page.get_by_role("link", name="回到练习")).to_have_attribute(
            "href", small_over_http.url("practice/index.html")
        )


def test_an_updated_question_says_so_and_counts_as_new(page: Page, small_over_http: Place) -> None:
    """An answer to an older revision: the badge 已更新, and 未做优先 asks it first."""
    place = small_over_http
    page.goto(place.url("practice/index.html"))
    page.evaluate(
        """async () => {
          const index = await Lianxue.bank.open();
          const given = index.ids.map((question, row) => ({ kind: "response", payload: {
            question, revision: question === "study-rules/how-often" ? "older" : index.revision[row], response: [], verdict: "correct", share: 1 } }));
          await Lianxue.recordStore.appendAll(given);
        }"""
    )
    open_session(page, place, "mode=unseen&count=3")
    expect(page.locator("[data-stage] form")).to_have_attribute("data-question", "study-rules/how-often")
    expect(page.locator("[data-stage] legend .lx-badge")).to_have_text("已更新")
    shown(page, place).answer(rightly=True)
    page.locator(NEXT).click()
    expect(place_of(page)).to_have_text("第 2 / 3 题")
    expect(page.locator("[data-stage] legend .lx-badge").filter(has_text="已更新")).to_have_count(0)


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


def violations(page: Page, axe: str, screens: tuple[tuple[int, str], ...]) -> list[str]:
    """What axe finds on some screens."""
    page.evaluate(axe)
    found: list[str] = []
    for width, scheme in screens:
        page.set_viewport_size({"width": width, "height": 900})
        switch = page.locator("[data-lx-switch=dark]")
        if (switch.get_attribute("aria-pressed") == "true") != (scheme == "dark"):
            switch.click()
        found += [f"{scheme} {one['rule']} {one['at']}" for one in page.evaluate(RUN)]
    return found


def test_axe_finds_nothing_in_a_session(page: Page, axe: str, small_over_http: Place) -> None:
    """Asked, answered wrong, at its end, by heart, and with nothing to ask."""
    place = small_over_http
    open_session(page, place, "mode=month")
    assert violations(page, axe, SCREENS) == []
    shown(page, place).answer(rightly=False)
    assert violations(page, axe, SCREENS) == []
    page.get_by_role("button", name="先练到这里").click()
    expect(page.get_by_role("heading", name="先练到这里")).to_be_visible()
    assert violations(page, axe, SCREENS) == []
    for query in ("mode=recite&quiz=every-kind&type=short_answer", "mode=review"):
        open_session(page, place, query)
        assert violations(page, axe, SCREENS) == []


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
