"""What must never lose an answer: failing writes, full disks, damage, other versions, crooked clocks, a killed browser."""

from __future__ import annotations

import os
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from playwright.sync_api import BrowserContext, Frame, Page, Playwright, expect

from . import records
from .answering import KINDS, RIGHT, QuestionForm
from .learners import CHROMIUM_ARGUMENTS
from .places import Place
from .watching import Watch

QUIZ = "every-kind"
QUIZ_URL = f"quizzes/{QUIZ}.html"
DATABASE = "lianxue-lianxue"
NOTICE = "[data-quiz-notice]"
FAILED = "最近的作答没有保存下来，已经重试过。下次提交时会自动补存，在此之前请不要关闭本页。"
FULL = "磁盘空间不足，最近的作答没有保存下来。请腾出空间；下次提交时会自动补存，在此之前请不要关闭本页。"
NEWER = (
    "学习记录由更新的版本写成，本版本不改动它：可以照常作答，但关闭本页后，这次的作答就没有了。请打开新版本。"
)
DAMAGED = "学习记录有 {} 处读不出来，已原样留着，其余的照常使用。可以在“我的学习”页的“学习记录”中恢复到以前的某一天。"
# The writes from failFrom to failTo throw, counted from 1; the pauses between two tries are none.
FAIL_SOME_WRITES = """
  const originalTimeout = window.setTimeout;
  window.setTimeout = (work, pause, ...given) => originalTimeout.call(window, work, pause < 1000 ? 0 : pause, ...given);
  window.failFrom = Infinity; window.failTo = Infinity; window.writes = 0;
  for (const name of ["add", "put"]) {
    const original = IDBObjectStore.prototype[name];
    IDBObjectStore.prototype[name] = function (...given) {
      window.writes += 1;
      if (window.writes >= window.failFrom && window.writes <= window.failTo) {
        throw new DOMException("disk", "UnknownError");
      }
      return original.apply(this, given);
    };
  }
"""
VERSION_1 = """() => { window.upgrade = (database) => {
  database.createObjectStore("events", { keyPath: "id" }).createIndex("place", ["device", "sequence"], { unique: true });
  database.createObjectStore("facts");
}; }"""
PUT_VERSION_1 = """
  given.forEach((event) => transaction.objectStore("events").add(event));
  transaction.objectStore("facts").put({ device: "old", sequence: given.length }, "place");
"""
ALL_OF = 'transaction.objectStore("{0}").getAll().onsuccess = (event) => {{ result["{0}"] = event.target.result; }};'


@pytest.fixture
def keeper(page: Page, small: Place) -> Frame:
    """Where the database is: the page over http, record.html as files. Writes fail there on demand."""
    page.add_init_script(FAIL_SOME_WRITES)
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
    page.add_init_script(FAIL_SOME_WRITES)
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


def test_a_record_of_version_1_keeps_all_its_events(page: Page, small: Place, watch: Watch) -> None:
    """A database as the first version made it is taken over, packed, and gone on with."""
    watch.tolerate("favicon.ico")
    page.goto(small.url(records.PLAIN))
    page.evaluate(VERSION_1)
    old = [records.stored_event(number) for number in range(1, 701)]
    records.raw(page, DATABASE, PUT_VERSION_1, old, version=1)
    page.goto(small.url(QUIZ_URL))
    assert records.events(page) == old
    _wait_for_counts(page, {"events": 0, "packs": 1, "snapshots": 1})
    records.answer(page, "new")
    assert records.events(page)[:700] == old
    assert records.events(page)[700]["sequence"] == 701


def _wait_for_counts(page: Page, wanted: dict[str, int]) -> None:
    """Packing and the copy of the day come when the browser is idle."""
    deadline = time.monotonic() + 30
    while (found := records.raw(page, DATABASE, records.COUNT)) != wanted:
        assert time.monotonic() < deadline, found
        page.wait_for_timeout(50)


def test_a_record_of_a_newer_version_is_read_and_not_touched(page: Page, small: Place, watch: Watch) -> None:
    """What can be read of it is shown; nothing is written, and the page says so."""
    watch.tolerate("favicon.ico")
    page.goto(small.url(records.PLAIN))
    page.evaluate(
        VERSION_1.replace(
            '"facts");', '"facts"); database.createObjectStore("packs", { autoIncrement: true });'
        )
    )
    records.raw(page, DATABASE, PUT_VERSION_1, [records.stored_event(1)], version=3)
    page.goto(small.url(QUIZ_URL))
    expect(page.locator(NOTICE)).to_have_text(NEWER)
    records.answer(page, "new")
    assert records.asked(page) == ["q/1", "new"]
    assert records.state(page) == ("memory", "newer")
    page.goto(small.url(records.PLAIN))
    assert records.raw(page, DATABASE, ALL_OF.format("events"))["events"] == [records.stored_event(1)]


def test_damage_is_passed_over_and_left_where_it_is(page: Page, small: Place) -> None:
    """A pack cut in half, rows of wrong shape, a broken counter: said once, the rest is read, nothing is overwritten."""
    page.goto(small.url(QUIZ_URL))
    first = records.answer(page, "a", "b")
    packed = '[{"id":"half","device":"x","sequ'
    damage = """
      transaction.objectStore("packs").add(given[0]);
      transaction.objectStore("packs").add(7);
      transaction.objectStore("events").add({ id: "odd", device: 1 });
      transaction.objectStore("facts").put("x", "place");
      transaction.objectStore("facts").put([1], "people");
    """
    records.raw(page, DATABASE, damage, [packed])
    page.reload()
    notice = page.locator(NOTICE)
    expect(notice).to_have_text(DAMAGED.format(3))
    (third,) = records.answer(page, "c")
    assert third["device"] != first[0]["device"]
    assert third["sequence"] == 1
    assert sorted(records.asked(page)) == ["a", "b", "c"]
    page.reload()
    assert sorted(records.asked(page)) == ["a", "b", "c"]
    expect(notice).to_have_text("")
    page.goto(small.url("study/index.html"))
    expect(page.locator('[data-record="notice"]')).to_have_text(DAMAGED.format(3))
    found = records.raw(page, DATABASE, ALL_OF.format("packs") + ALL_OF.format("events"))
    assert found["packs"] == [packed, 7]
    assert {"id": "odd", "device": 1} in found["events"]


def test_a_counter_that_fell_behind_gives_no_number_twice(page: Page, small_over_http: Place) -> None:
    """An older counter over newer events: the record goes on as another device."""
    page.goto(small_over_http.url(QUIZ_URL))
    records.answer(page, "a", "b")
    device = records.events(page)[0]["device"]
    records.raw(
        page,
        DATABASE,
        'transaction.objectStore("facts").put({ device: given, sequence: 1 }, "place")',
        device,
    )
    page.reload()
    (event,) = records.answer(page, "c")
    assert (event["device"] != device, event["sequence"]) == (True, 1)
    assert records.state(page) == ("stored", "")


def test_a_clock_set_back_a_year_leaves_the_order_of_answers(page: Page, small: Place) -> None:
    """The later answer counts, although its date is a year older."""
    page.goto(small.url(QUIZ_URL))
    form = QuestionForm(page, small.question_of_kind("true_false", QUIZ))
    form.answer(rightly=False)
    page.clock.set_fixed_time(datetime(2025, 2, 10, 9, 30, tzinfo=ZoneInfo("Asia/Shanghai")))
    form.retry()
    form.answer(rightly=True)
    page.reload()
    expect(form.status).to_contain_text(RIGHT)
    assert [event["date"] for event in records.events(page)] == ["2026-02-10", "2025-02-10"]


@contextmanager
def _chromium(
    playwright: Playwright, path: Path, profile: Path
) -> Iterator[tuple[subprocess.Popen[bytes], Page]]:
    """A Chromium of our own with a profile that stays, killed at the end without a chance to tidy up."""
    (profile / "DevToolsActivePort").unlink(missing_ok=True)
    switches = [
        *CHROMIUM_ARGUMENTS,
        "--headless=new",
        "--remote-debugging-port=0",
        f"--user-data-dir={profile}",
    ]
    is_root = hasattr(os, "geteuid") and os.geteuid() == 0
    process = subprocess.Popen(
        [str(path), *switches, *(["--no-sandbox"] if is_root else []), "about:blank"],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        deadline = time.monotonic() + 60
        while not (lines := _lines(profile / "DevToolsActivePort")):
            assert time.monotonic() < deadline, "Chromium does not start"
            time.sleep(0.02)
        browser = playwright.chromium.connect_over_cdp(f"http://127.0.0.1:{lines[0]}")
        yield process, browser.contexts[0].new_page()
    finally:
        process.kill()
        process.wait()


def _lines(file: Path) -> list[str]:
    try:
        return file.read_text().splitlines()
    except FileNotFoundError:
        return []


def test_a_browser_killed_right_after_the_verdict_has_kept_the_answer(
    playwright: Playwright, chromium_path: Path, small: Place, tmp_path: Path
) -> None:
    """SIGKILL as soon as the verdict is shown, again and again: every answer is there."""
    profile = tmp_path / "profile"
    profile.mkdir()
    questions = [small.question_of_kind(kind, QUIZ) for kind in KINDS[:2]]
    for question in questions:
        with _chromium(playwright, chromium_path, profile) as (process, page):
            page.goto(small.url(QUIZ_URL))
            QuestionForm(page, question).answer(rightly=True)
            process.kill()
    with _chromium(playwright, chromium_path, profile) as (_, page):
        page.goto(small.url(QUIZ_URL))
        assert records.asked(page) == [question.id for question in questions]


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
