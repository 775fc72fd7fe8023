"""What each mode of practice asks: by heart, five a day, mistakes, review; and addresses that ask for nothing."""

from __future__ import annotations

from datetime import timedelta

from playwright.sync_api import Page, expect

from .answering import QuestionForm
from .learners import FEBRUARY, OpenContext
from .places import Place
from .practising import EVENTS, NEXT, answer_and_go_on, by_id, modes, open_session, place_of, shown


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
