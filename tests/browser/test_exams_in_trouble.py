"""Mock exams when something goes wrong: the disk, the bank's files, two windows, a damaged memo."""

from __future__ import annotations

import re

from playwright.sync_api import BrowserContext, Page, Route, expect

from .exam_sitting import EVERY_KIND, EXAMS, Exam
from .learners import FEBRUARY
from .places import Place
from .test_exams import ELSEWHERE, KEPT
from .watching import Watch

# While window.broken matches what a transaction asks for ("readonly facts"), the disk does not give it.
BROKEN_DISK = """
  const originalTimeout = window.setTimeout;
  window.setTimeout = (work, pause, ...given) => originalTimeout.call(window, work, pause < 1000 ? 0 : pause, ...given);
  window.broken = null;
  const original = IDBDatabase.prototype.transaction;
  IDBDatabase.prototype.transaction = function (names, mode, ...given) {
    if (window.broken && window.broken.test(mode + " " + [].concat(names).join())) {
      throw new DOMException("disk", "UnknownError");
    }
    return original.call(this, names, mode, ...given);
  };
"""
UNREADABLE_FACTS = BROKEN_DISK + "window.broken = /readonly facts$/;"
# Every writing of the exam waits until window.go() is called.
SLOW_DISK = """() => {
  const swap = Lianxue.recordStore.swapMemo;
  const gate = new Promise(resolve => { window.go = resolve; });
  Lianxue.recordStore.swapMemo = (...given) => gate.then(() => swap(...given));
}"""
# The exam of before was left with a second on its clock, an hour ago.
RUN_OUT = """() => Lianxue.recordStore.memo("exam").then(memo => Lianxue.recordStore.setMemo("exam", Object.assign(
  memo, { clock: { left: 1000, seen: memo.clock.seen - 3600000 }, started: memo.started - 3600000 })))"""
SHARDS = re.compile(r"/assets/bank/(every-kind|study-rules)-")
UNKEPT = "最近的作答还没有保存下来：可以照常作答，本页会自动再试，在此之前请不要关闭或刷新本页。"
RUNNING = "已经有一场没有交卷的考试，没有开始新的。接着做这一场，答过的都还在。"
STUCK = "上次没有交卷的考试现在打不开。请先刷新本页；仍然打不开的，可以放弃它，再考新的。"


def leave_an_exam(exam: Exam, *, run_out: bool = False) -> None:
    """Begin, answer the first question, and go somewhere else."""
    exam.begin()
    exam.answer()
    exam.wait_until_kept(1)
    exam.page.goto(exam.place.url("practice/index.html"))
    if run_out:
        exam.page.evaluate(RUN_OUT)


def test_a_disk_that_fails_for_a_while_loses_no_answer(page: Page, small_over_http: Place) -> None:
    """It is said that an answer is not kept yet; when the disk works again everything is written."""
    page.add_init_script(BROKEN_DISK)
    exam = Exam(page, small_over_http)
    exam.begin()
    exam.answer()
    page.evaluate("window.broken = /facts/")
    exam.next()
    exam.answer()
    expect(exam.note).to_have_text(UNKEPT)
    exam.next()
    exam.answer()
    page.evaluate("window.broken = null")
    expect(exam.note).to_be_empty()
    assert len(exam.memo()["responses"]) == 3
    page.evaluate("window.broken = /readonly facts/")
    exam.hand_in()
    expect(exam.score).to_have_text("得分 50 分")
    assert len(exam.events("response")) == 3


def test_an_exam_that_could_not_be_read_is_not_written_over(
    context: BrowserContext, small_over_http: Place
) -> None:
    """No exam is offered until the page has read what was left; the next page goes on with it."""
    leave_an_exam(Exam(context.new_page(), small_over_http))
    blind = Exam(context.new_page(), small_over_http)
    blind.page.add_init_script(UNREADABLE_FACTS)
    blind.open()
    expect(blind.note).to_have_text("上次的考试没有读到，请刷新本页。")
    expect(blind.card(EVERY_KIND)).to_be_visible()
    expect(blind.page.get_by_role("button", name="开始考试")).to_have_count(0)
    expect(blind.page.locator("[data-storage]")).to_have_attribute("role", "status")
    seeing = Exam(context.new_page(), small_over_http)
    seeing.open()
    expect(seeing.note).to_have_text(KEPT)


def test_without_storage_an_exam_can_be_sat(page: Page, small_over_http: Place) -> None:
    """Nothing stands that it could write over; that it is not kept is said."""
    page.add_init_script(
        "IDBFactory.prototype.open = () => { throw new DOMException('no', 'SecurityError'); };"
    )
    exam = Exam(page, small_over_http)
    exam.begin()
    exam.answer()
    expect(exam.note).to_have_text(UNKEPT)
    exam.hand_in()
    expect(exam.score).to_have_text("得分 20 分")


def test_tabs_restored_after_the_deadline_hand_in_once(
    context: BrowserContext, small_over_http: Place
) -> None:
    """Both tabs find the time over and load the questions; the record gets one exam, both show it."""
    one, other = (Exam(context.new_page(), small_over_http) for _ in range(2))
    leave_an_exam(one, run_out=True)
    held: list[Route] = []
    is_held = True

    def hold(route: Route) -> None:
        if is_held:
            held.append(route)
        else:
            route.continue_()

    context.route(SHARDS, hold)
    for exam in (one, other):
        with exam.page.expect_request(SHARDS):
            exam.page.goto(small_over_http.url(EXAMS), wait_until="commit")
    is_held = False
    for route in held:
        route.continue_()
    for exam in (one, other):
        exam.wait()
    assert [len(one.events(kind)) for kind in ("exam", "response")] == [1, 1]
    assert one.memo() is None
    one.open()
    expect(one.page.locator("[data-past-list] li")).to_have_count(1)


def test_two_windows_writing_at_once_lose_no_answer(context: BrowserContext, small_over_http: Place) -> None:
    """What a slow window writes is put on top of what the other wrote meanwhile."""
    one, other = (Exam(context.new_page(), small_over_http) for _ in range(2))
    one.begin_without_time()
    other.open()
    other.page.evaluate(SLOW_DISK)
    other.page.locator("[data-flag]").click()
    one.answer()
    one.next()
    one.answer()
    one.page.wait_for_function(
        "Lianxue.recordStore.memo('exam').then(memo => Object.keys(memo.responses).length === 2)"
    )
    other.page.evaluate("window.go()")
    expect(other.page.locator("[data-sheet-words]")).to_have_text("已答 2 题，未答 4 题，标记 1 题。")
    one.next()
    expect(one.page.locator("[data-sheet-words]")).to_have_text("已答 2 题，未答 4 题，标记 1 题。")
    other.cover()
    one.hand_in()
    other.next()
    expect(other.note).to_have_text(ELSEWHERE)


def test_an_old_list_does_not_end_a_running_exam(context: BrowserContext, small_over_http: Place) -> None:
    """开始考试 in a second window goes on with the exam of the first, and says so."""
    one, other = (Exam(context.new_page(), small_over_http) for _ in range(2))
    other.open()
    one.begin()
    one.answer()
    one.next()
    one.page.wait_for_function("Lianxue.recordStore.memo('exam').then(memo => memo.at === 1)")
    other.card(EVERY_KIND).get_by_role("button", name="开始考试").click()
    expect(other.note).to_have_text(RUNNING)
    expect(other.page.locator("[data-sheet-words]")).to_have_text("已答 1 题，未答 5 题，标记 0 题。")


def test_an_exam_that_cannot_be_opened_can_be_given_up(
    page: Page, small_over_http: Place, watch: Watch
) -> None:
    """First its questions do not load: a reload goes on. Then it is damaged: it is given up, and a new one begins."""
    watch.tolerate("Failed to load resource")
    exam = Exam(page, small_over_http)
    leave_an_exam(exam)
    page.route(SHARDS, lambda route: route.abort())
    exam.open()
    expect(page.locator("[data-view-stuck] > p")).to_have_text(STUCK)
    page.unroute(SHARDS)
    page.reload()
    exam.wait()
    expect(exam.note).to_have_text(KEPT)
    page.evaluate("Lianxue.recordStore.setMemo('exam', { exam: 'x', items: [{ question: 'gone/q1' }] })")
    exam.open()
    page.get_by_role("button", name="放弃这场考试").click()
    page.get_by_role("button", name="确定放弃").click()
    expect(exam.note).to_have_text("这场考试已放弃，没有留下记录。")
    exam.card(EVERY_KIND).get_by_role("button", name="开始考试").click()
    expect(exam.form).to_be_visible()


def test_an_exam_has_the_day_on_which_it_ended(context: BrowserContext, small_over_http: Place) -> None:
    """Opened again a month later: result, certificate and list name the day of its deadline."""
    page = context.new_page()
    exam = Exam(page, small_over_http)
    leave_an_exam(exam)
    context.clock.set_fixed_time(FEBRUARY.replace(month=3))
    exam.open()
    day = "2026 年 2 月 10 日"
    expect(page.locator("[data-view-result] [data-facts]")).to_contain_text(
        f"时间到，已自动交卷。{day}。共 6 题"
    )
    page.get_by_role("button", name="填写成绩单").click()
    expect(page.locator("[data-cert-date]")).to_have_text(day)
    exam.open()
    expect(page.locator("[data-past-list] li")).to_contain_text(day)
    page.goto(small_over_http.url("study/index.html"))
    expect(page.locator('[data-study="exams"] li')).to_contain_text(day)
    events = page.evaluate("Lianxue.recordStore.events()")
    assert {event["date"] for event in events} == {"2026-02-10"}


def test_handing_in_that_fails_is_said(page: Page, small_over_http: Place) -> None:
    """Nothing is lost by it: opened again the exam is handed in."""
    exam = Exam(page, small_over_http)
    exam.begin()
    exam.answer()
    page.evaluate("() => { Lianxue.exam.grade = () => { throw new Error('fault'); }; }")
    page.get_by_role("button", name="交卷", exact=True).click()
    page.get_by_role("button", name="确定交卷").click()
    expect(exam.note).to_have_text("没有交成，请刷新本页，答过的都还在。")
    page.reload()
    expect(exam.score).to_have_text("得分 20 分")


def test_an_exam_that_cannot_be_drawn_any_more_says_why(page: Page, small_over_http: Place) -> None:
    """The bank of the month became too small since the list was shown: the card is shown anew, without a button."""
    exam = Exam(page, small_over_http)
    exam.open()
    page.evaluate(
        """id => Lianxue.bank.open().then(index => {
      index.presets.find(preset => preset.id === id).rows[0].count = 99;
    })""",
        EVERY_KIND,
    )
    exam.card(EVERY_KIND).get_by_role("button", name="开始考试").click()
    expect(exam.card(EVERY_KIND)).to_contain_text("题库暂不够：第 1 行单选题要 99 题")
    expect(exam.card(EVERY_KIND)).to_be_focused()
    expect(exam.card(EVERY_KIND).get_by_role("button")).to_have_count(0)


def test_a_file_of_the_bank_that_does_not_load_is_no_update(
    page: Page, small_over_http: Place, watch: Watch
) -> None:
    """Its questions are said not to be there now; the others are looked at as always."""
    watch.tolerate("Failed to load resource")
    exam = Exam(page, small_over_http)
    exam.begin()
    exam.hand_in()
    questions = [item["question"] for item in exam.events("exam")[0]["items"]]
    lost = [number for number, name in enumerate(questions) if name.startswith("every-kind/")]
    assert lost  # what the other quiz gives is a matter of chance
    page.route("**/assets/bank/every-kind-*", lambda route: route.abort())
    page.reload()
    exam.wait()
    items = page.locator("[data-review] > li")
    for number in lost:
        expect(items.nth(number)).to_contain_text("这道题没有读到，请刷新本页。")
    expect(items.locator("form")).to_have_count(len(questions) - len(lost))
