"""Sitting a mock exam: nothing is lost, the clock is kept, and it is handed in once."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from .answering import QuestionForm
from .exam_sitting import EXAMS, Exam
from .learners import FEBRUARY, OpenContext
from .places import Place
from .records import FAIL_SOME_WRITES
from .test_keyboard import tab_to
from .watching import Watch

KEPT = "接着上次没有交卷的考试，答过的都还在。"
ELSEWHERE = "这场考试已在另一个窗口里交卷或放弃，这里不再继续。"


@pytest.fixture
def timed(open_context: OpenContext) -> BrowserContext:
    """A learner whose clocks run, and can be moved on."""
    context = open_context()
    context.clock.install(time=FEBRUARY)
    return context


def test_an_exam_is_sat_and_handed_in(page: Page, small: Place) -> None:
    """Every type of question; the score, one exam and its responses in the record, an address that stays."""
    exam = Exam(page, small)
    exam.begin()
    expect(exam.clock).to_have_text(re.compile(r"^剩余 (10:00|09:5\d)$"))
    expect(page.locator("[data-sheet-words]")).to_have_text("已答 0 题，未答 6 题，标记 0 题。")
    exam.answer_all(wrong=1)
    expect(page.locator("[data-gaps]")).to_have_text("题目已全部作答。")
    exam.hand_in()
    expect(exam.score).to_have_text("得分 90 分")
    expect(page.locator("[data-passed]")).to_have_text("达到合格线（合格线 60 分）")
    expect(page.locator("[data-view-result] [data-title]")).to_be_focused()
    responses, (handed,) = exam.events("response"), exam.events("exam")
    assert {item["mode"] for item in responses} == {"exam"}
    assert {item["exam"] for item in responses} == {handed["exam"]}
    assert [item["question"] for item in responses] == [item["question"] for item in handed["items"]]
    assert (handed["by"], handed["score"], handed["points"], exam.memo()) == ("hand", 90, 100, None)
    expect(page).to_have_url(small.url(f"{EXAMS}?exam={handed['exam']}"))
    page.reload()
    expect(exam.score).to_have_text("得分 90 分")
    page.get_by_role("link", name="回到考试列表").click()
    expect(page.locator("[data-past-list] li")).to_have_text(
        "每种题型的小卷2026 年 2 月 10 日，得分 90 分，达到合格线"
    )


def test_a_reload_in_the_middle_loses_nothing(page: Page, small: Place) -> None:
    """Answers of every type, marks and the place are there again; an emptied answer is empty."""
    exam = Exam(page, small)
    exam.begin()
    for _ in range(6):
        exam.answer()
        exam.next()
    page.get_by_role("button", name="回去再看看").click()
    exam.sheet.nth(3).click()
    page.get_by_role("button", name="标记本题").click()
    for gap in exam.form.locator('input[name="gap"]').all():
        gap.fill("")
    expect(exam.sheet.nth(3)).to_have_text("第 4 题 未答⚑ 标记")
    exam.wait_until_kept(5)
    page.reload()
    exam.wait()
    expect(exam.note).to_have_text(KEPT)
    expect(exam.sheet.nth(3)).to_have_attribute("aria-current", "true")
    expect(page.get_by_role("button", name="已标记")).to_have_attribute("aria-pressed", "true")
    expect(exam.form.locator('input[name="gap"]').first).to_have_value("")
    expect(page.locator("[data-sheet-words]")).to_have_text("已答 5 题，未答 1 题，标记 1 题。")
    exam.answer()
    exam.hand_in()
    expect(exam.score).to_have_text("得分 100 分")


def test_handing_in_with_gaps_names_them(page: Page, small_over_http: Place) -> None:
    """The numbers not answered and those marked; 回去再看看 leads to the first gap, nothing is graded yet."""
    exam = Exam(page, small_over_http)
    exam.begin()
    exam.answer()
    exam.next()
    page.get_by_role("button", name="标记本题").click()
    exam.sheet.nth(2).click()
    exam.answer()
    page.get_by_role("button", name="交卷", exact=True).click()
    expect(page.get_by_role("heading", name="确定交卷吗？")).to_be_focused()
    expect(page.locator("[data-gaps]")).to_have_text("还有 4 题未答：第 2、4、5、6 题。")
    expect(page.locator("[data-marks]")).to_have_text("标记过的题：第 2 题。")
    page.get_by_role("button", name="回去再看看").click()
    expect(exam.sheet.nth(1)).to_have_attribute("aria-current", "true")
    expect(exam.form.locator("[data-body]")).to_be_focused()
    assert exam.events("exam") == []
    exam.hand_in()
    (handed,) = exam.events("exam")
    assert [item["verdict"] for item in handed["items"]] == ["correct", "none", "correct", *["none"] * 3]
    assert len(exam.events("response")) == 2


def test_time_over_hands_in_by_itself(timed: BrowserContext, small_over_http: Place) -> None:
    """Told aloud at five minutes and at one; at the end what is answered is handed in."""
    page = timed.new_page()
    exam = Exam(page, small_over_http)
    exam.begin()
    exam.answer()
    spoken = page.locator("[data-announce]")
    expect(spoken).to_be_empty()
    page.clock.fast_forward("05:01")
    expect(spoken).to_have_text("还剩 5 分钟。")
    page.clock.fast_forward("04:00")
    expect(spoken).to_have_text("还剩 1 分钟。")
    page.clock.fast_forward("01:00")
    expect(exam.score).to_have_text("得分 20 分")
    expect(page.locator("[data-facts]")).to_contain_text("时间到，已自动交卷。")
    expect(page.locator("[data-passed]")).to_have_text("未达合格线，可再练（合格线 60 分）")
    assert [item["by"] for item in exam.events("exam")] == ["time"]


def test_an_exam_left_open_is_handed_in_when_the_page_is_opened_again(
    timed: BrowserContext, small: Place
) -> None:
    """Closed in the middle: before the deadline it goes on, after it what was answered counts."""
    first = Exam(timed.new_page(), small)
    first.begin()
    first.answer()
    first.wait_until_kept(1)
    first.page.close()
    timed.clock.fast_forward("06:00")
    second = Exam(timed.new_page(), small)
    second.open()
    expect(second.note).to_have_text(KEPT)
    expect(second.clock).to_have_text(re.compile(r"^剩余 0[34]:\d\d$"))
    second.page.close()
    timed.clock.fast_forward("20:00")
    third = Exam(timed.new_page(), small)
    third.open()
    expect(third.score).to_have_text("得分 20 分")
    expect(third.page.locator("[data-facts]")).to_contain_text("2026 年 2 月 10 日。共 6 题")
    (handed,) = third.events("exam")
    assert (handed["by"], handed["ended"] - handed["started"], third.memo()) == ("time", 600_000, None)


def test_two_windows_are_one_exam(context: BrowserContext, small_over_http: Place) -> None:
    """Answers of both count, and the one that is left behind says so kindly."""
    one, other = (Exam(context.new_page(), small_over_http) for _ in range(2))
    one.begin_without_time()
    other.open()
    one.answer()
    other.sheet.nth(1).click()
    other.answer()
    one.next()
    one.page.locator("[data-flag]").click()
    expect(one.page.locator("[data-sheet-words]")).to_have_text("已答 2 题，未答 4 题，标记 1 题。")
    one.cover()
    other.hand_in()
    expect(other.score).to_have_text("得分 40 分")
    one.page.get_by_role("button", name="交卷", exact=True).click()
    one.page.get_by_role("button", name="确定交卷").click()
    expect(one.note).to_have_text(ELSEWHERE)
    assert len(one.events("exam")) == 1


def test_the_clock_does_not_start_without_the_questions(
    page: Page, small_over_http: Place, watch: Watch
) -> None:
    """A file of the bank that does not load is said; the next press tries again."""
    watch.tolerate("Failed to load resource")
    exam = Exam(page, small_over_http)
    shards = re.compile(r"/assets/bank/(every-kind|study-rules)-")
    page.route(shards, lambda route: route.abort())
    exam.open()
    start = exam.card("every-kind").get_by_role("button", name="开始考试")
    start.click()
    expect(exam.card("every-kind").get_by_role("alert")).to_contain_text(
        "题目没有读全，考试没有开始，也没有计时。"
    )
    assert exam.memo() is None
    page.unroute(shards)
    start.click()
    expect(exam.clock).to_contain_text("剩余")


def test_an_exam_that_cannot_be_written_is_kept(page: Page, small_over_http: Place) -> None:
    """The score is shown, the trouble said, and the next opening hands it in again: once."""
    page.add_init_script(FAIL_SOME_WRITES)
    exam = Exam(page, small_over_http)
    exam.begin()
    exam.answer()
    exam.next()
    exam.next()
    expect(exam.sheet.nth(2)).to_have_attribute("aria-current", "true")
    page.wait_for_function("Lianxue.recordStore.memo('exam').then(memo => memo.at === 2)")
    page.evaluate(
        "window.failFrom = window.writes + 2; window.failTo = Infinity"
    )  # the memo's is the next one
    exam.hand_in()
    expect(exam.score).to_have_text("得分 20 分")
    expect(page.locator("[data-storage]")).to_contain_text("没有保存下来")
    exam.open()
    expect(exam.score).to_have_text("得分 20 分")
    assert (len(exam.events("exam")), len(exam.events("response")), exam.memo()) == (1, 1, None)
    expect(page.locator("[data-storage]")).to_be_empty()


def test_an_exam_can_be_given_up(page: Page, small_over_http: Place) -> None:
    """After a second word nothing of it is left."""
    exam = Exam(page, small_over_http)
    exam.begin()
    exam.answer()
    page.get_by_role("button", name="放弃这场考试").click()
    page.get_by_role("button", name="继续考试").click()
    expect(page.get_by_role("button", name="放弃这场考试")).to_be_focused()
    page.get_by_role("button", name="放弃这场考试").click()
    page.get_by_role("button", name="确定放弃").click()
    expect(exam.note).to_have_text("这场考试已放弃，没有留下记录。")
    assert (exam.events("exam"), exam.events("response"), exam.memo()) == ([], [], None)


def test_a_learner_takes_more_time(page: Page, over_http: Place) -> None:
    """2 倍 and 不限时 show on every card at once, and are there next time."""
    exam = Exam(page, over_http)
    exam.open()
    expect(exam.card("monthly")).to_contain_text("15 分钟")
    page.get_by_label("2 倍").check()
    expect(exam.card("monthly")).to_contain_text("30 分钟")
    expect(exam.card("integrity-knowledge")).to_contain_text("60 分钟")
    page.get_by_label("不限时").check()
    expect(page.locator("[data-time-status]")).to_have_text("已记住，从下一场考试开始按这个时间。")
    exam.begin("monthly")
    expect(exam.clock).to_have_text("不限时")
    assert [item["value"] for item in exam.events("setting")] == [2, 0]


def test_an_exam_by_keyboard_alone(page: Page, small_over_http: Place) -> None:
    """Tab, arrows, Space and Enter: start, choose, go on, look at 答题卡, hand in, and land on the score."""
    exam = Exam(page, small_over_http)
    exam.open("?preset=every-kind")
    expect(exam.card("every-kind").get_by_role("button")).to_be_focused()
    page.keyboard.press("Enter")
    expect(exam.form.locator("[data-body]")).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    expect(exam.sheet.first).to_contain_text("已答")
    tab_to(page, "[data-next]")
    page.keyboard.press("Enter")
    expect(exam.form.locator("[data-body]")).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    tab_to(page, "[data-sheet] li:nth-child(4) button")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.type("2")
    page.keyboard.press("Enter")  # in a gap: on to the next question
    expect(exam.sheet.nth(4)).to_have_attribute("aria-current", "true")
    tab_to(page, "[data-hand-in]")
    page.keyboard.press("Enter")
    tab_to(page, "[data-hand-in-now]")
    page.keyboard.press("Enter")
    expect(page.locator("[data-view-result] [data-title]")).to_be_focused()
    assert len(exam.events("response")) == 3


def test_a_bank_that_grew_short_says_what_lacks(page: Page, over_http: Place) -> None:
    """题库暂不够 with the row, and no button; the other exams can be sat."""

    (index,) = (over_http.folder / "assets/bank").glob("index-*.js")
    body = index.read_text(encoding="utf-8").replace('"count":20', '"count":99')
    page.route(
        "**/assets/bank/index-*.js", lambda route: route.fulfill(body=body, content_type="text/javascript")
    )
    exam = Exam(page, over_http)
    exam.open()
    singles = sum(item.kind == "single_choice" for item in over_http.questions())
    card = exam.card("integrity-knowledge")
    expect(card).to_contain_text(
        f"题库暂不够：第 1 行单选题要 99 题，现有 {singles} 题，还差 {99 - singles} 题。"
    )
    expect(card.get_by_role("button")).to_have_count(0)
    expect(exam.card("monthly").get_by_role("button")).to_be_visible()


def test_the_monthly_exam_asks_the_lesson_of_the_month(page: Page, over_http: Place) -> None:
    """In February 2026 all its questions are those of February's lesson."""
    exam = Exam(page, over_http)
    exam.begin("monthly")
    kept = exam.memo()
    assert {item["question"].split("/")[0] for item in kept["items"]} == {"disciplinary-regulations"}
    assert [item["points"] for item in kept["items"]] == [8] * 5 + [12] * 4 + [4] * 3
    assert isinstance(exam.question(), QuestionForm)
