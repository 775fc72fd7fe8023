"""What must never lose an answer: failing writes, a full disk, two tabs at once."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from playwright.sync_api import BrowserContext, Frame, Page, expect

from . import records
from .answering import QuestionForm
from .places import Place

QUIZ = "every-kind"
QUIZ_URL = f"quizzes/{QUIZ}.html"
NOTICE = "[data-quiz-notice]"
FAILED = "最近的作答没有保存下来，已经重试过。下次提交时会自动补存，在此之前请不要关闭本页。"
FULL = "磁盘空间不足，最近的作答没有保存下来。请腾出空间；下次提交时会自动补存，在此之前请不要关闭本页。"


@pytest.fixture
def keeper(page: Page, small: Place) -> Frame:
    """Where the database is: the page over http, record.html as files. Writes fail there on demand."""
    page.add_init_script(records.FAIL_SOME_WRITES)
    page.goto(small.url(QUIZ_URL))
    page.evaluate("Lianxue.recordStore.ready()")
    return next(frame for frame in page.frames if not small.is_file or frame.url.endswith("record.html"))


def fail(keeper: Frame, first: float, last: float) -> None:
    """Let the writes from the first to the last one throw."""
    keeper.evaluate(
        "([from, to]) => { window.writes = 0; window.failFrom = from || Infinity; window.failTo = to || Infinity; }",
        [first, last],
    )


def test_a_single_failing_write_is_made_good_at_once(page: Page, keeper: Frame) -> None:
    """Whichever write of a story of three answers fails, all three are kept and nothing need be said."""
    wanted = []
    for kth in range(1, 8):
        fail(keeper, kth, kth)
        for name in "abc":
            records.answer(page, f"{kth}{name}")
            wanted.append(f"{kth}{name}")
        assert records.state(page) == ("stored", "")
    fail(keeper, 0, 0)
    assert records.asked(page) == wanted
    sequences = [event["sequence"] for event in records.events(page)]
    assert sequences == list(range(1, len(wanted) + 1))


def test_writes_failing_for_a_while_are_said_and_made_good(page: Page, keeper: Frame) -> None:
    """From the k-th write on nothing can be written: the page says so, and the next answer saves all of them."""
    notice = page.locator(NOTICE)
    wanted = []
    for kth in range(1, 7):
        fail(keeper, kth, 0)
        for name in "abc":
            records.answer(page, f"{kth}{name}")
        expect(notice).to_have_text(FAILED)
        assert records.state(page) == ("memory", "failed")
        fail(keeper, 0, 0)
        records.answer(page, f"{kth}d")
        expect(notice).to_have_text("")
        wanted += [f"{kth}{name}" for name in "abcd"]
    page.reload()
    assert records.asked(page) == wanted


def test_what_failed_is_written_later_without_another_answer(page: Page, small: Place) -> None:
    """Nobody needs to answer again: it is tried now and then."""
    page.clock.install(time=datetime(2026, 2, 10, 9, 30, tzinfo=ZoneInfo("Asia/Shanghai")))
    page.add_init_script(records.FAIL_SOME_WRITES)
    page.goto(small.url(QUIZ_URL))
    page.evaluate("Lianxue.recordStore.ready()")
    inner = next(frame for frame in page.frames if not small.is_file or frame.url.endswith("record.html"))
    fail(inner, 1, 0)
    page.evaluate("void Lianxue.recordStore.append('response', { question: 'a' })")
    page.clock.run_for(1_000)
    expect(page.locator(NOTICE)).to_have_text(FAILED)
    fail(inner, 0, 0)
    page.clock.run_for(15_000)
    expect(page.locator(NOTICE)).to_have_text("")
    page.reload()
    assert records.asked(page) == ["a"]


def test_a_full_disk_is_said_and_made_good(page: Page, small_over_http: Place) -> None:
    """The browser's own quota: the answer is kept in memory, said, and written once there is room."""
    page.goto(small_over_http.url(QUIZ_URL))
    page.evaluate("Lianxue.recordStore.ready()")
    origin = page.evaluate("location.origin")
    chromium = page.context.new_cdp_session(page)
    chromium.send("Storage.overrideQuotaForOrigin", {"origin": origin, "quotaSize": 1})
    first, second = (small_over_http.question_of_kind(kind, QUIZ) for kind in ("true_false", "single_choice"))
    QuestionForm(page, first).answer(rightly=True)
    expect(page.locator(NOTICE)).to_have_text(FULL)
    chromium.send("Storage.overrideQuotaForOrigin", {"origin": origin})
    QuestionForm(page, second).answer(rightly=True)
    expect(page.locator(NOTICE)).to_have_text("")
    page.reload()
    assert records.asked(page) == [first.id, second.id]


def test_two_tabs_of_two_hundred_answers_each_keep_four_hundred(
    context: BrowserContext, small: Place
) -> None:
    """Written one after another by both tabs at once: every event is there, each with a place of its own."""
    tabs = [context.new_page(), context.new_page()]
    for tab in tabs:
        tab.goto(small.url(QUIZ_URL))
    many = """name => { window.writing = (async () => {
      for (let number = 0; number < 200; number += 1) {
        await Lianxue.recordStore.append("response", { question: name + number });
      }
    })(); }"""
    for name, tab in zip("ab", tabs, strict=True):
        tab.evaluate(many, name)
    for tab in tabs:
        tab.evaluate("window.writing")
    found = records.events(tabs[0])
    assert len({event["payload"]["question"] for event in found}) == 400
    assert len({(event["device"], event["sequence"]) for event in found}) == 400
