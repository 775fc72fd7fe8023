"""A record of another version, a damaged one, a counter or a clock that fell behind: nothing of it is lost."""

from __future__ import annotations

import time
from datetime import datetime
from zoneinfo import ZoneInfo

from playwright.sync_api import Page, expect

from . import records
from .answering import RIGHT, QuestionForm
from .places import Place
from .watching import Watch

QUIZ = "every-kind"
QUIZ_URL = f"quizzes/{QUIZ}.html"
NOTICE = "[data-quiz-notice]"
NEWER = (
    "学习记录由更新的版本写成，本版本不改动它：可以照常作答，但关闭本页后，这次的作答就没有了。请打开新版本。"
)
DAMAGED = "学习记录有 {} 处读不出来，已原样留着，其余的照常使用。可以在“我的学习”页的“学习记录”中恢复到以前的某一天。"
VERSION_1 = """() => { window.upgrade = (database) => {
  database.createObjectStore("events", { keyPath: "id" }).createIndex("place", ["device", "sequence"], { unique: true });
  database.createObjectStore("facts");
}; }"""
PUT_VERSION_1 = """
  given.forEach((event) => transaction.objectStore("events").add(event));
  transaction.objectStore("facts").put({ device: "old", sequence: given.length }, "place");
"""
ALL_OF = 'transaction.objectStore("{0}").getAll().onsuccess = (event) => {{ result["{0}"] = event.target.result; }};'


def test_a_record_of_version_1_keeps_all_its_events(page: Page, small: Place, watch: Watch) -> None:
    """A database as the first version made it is taken over, packed, and gone on with."""
    watch.tolerate("favicon.ico")
    page.goto(small.url(records.PLAIN))
    page.evaluate(VERSION_1)
    old = [records.stored_event(number) for number in range(1, 701)]
    records.raw(page, records.DATABASE, PUT_VERSION_1, old, version=1)
    page.goto(small.url(QUIZ_URL))
    assert records.events(page) == old
    _wait_for_counts(page, {"events": 0, "packs": 1, "snapshots": 1})
    records.answer(page, "new")
    assert records.events(page)[:700] == old
    assert records.events(page)[700]["sequence"] == 701


def _wait_for_counts(page: Page, wanted: dict[str, int]) -> None:
    """Packing and the copy of the day come when the browser is idle."""
    deadline = time.monotonic() + 30
    while (found := records.raw(page, records.DATABASE, records.COUNT)) != wanted:
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
    records.raw(page, records.DATABASE, PUT_VERSION_1, [records.stored_event(1)], version=3)
    page.goto(small.url(QUIZ_URL))
    expect(page.locator(NOTICE)).to_have_text(NEWER)
    records.answer(page, "new")
    assert records.asked(page) == ["q/1", "new"]
    assert records.state(page) == ("memory", "newer")
    page.goto(small.url(records.PLAIN))
    assert records.raw(page, records.DATABASE, ALL_OF.format("events"))["events"] == [records.stored_event(1)]


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
    records.raw(page, records.DATABASE, damage, [packed])
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
    found = records.raw(page, records.DATABASE, ALL_OF.format("packs") + ALL_OF.format("events"))
    assert found["packs"] == [packed, 7]
    assert {"id": "odd", "device": 1} in found["events"]


def test_a_counter_that_fell_behind_gives_no_number_twice(page: Page, small_over_http: Place) -> None:
    """An older counter over newer events: the record goes on as another device."""
    page.goto(small_over_http.url(QUIZ_URL))
    records.answer(page, "a", "b")
    device = records.events(page)[0]["device"]
    records.raw(
        page,
        records.DATABASE,
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
