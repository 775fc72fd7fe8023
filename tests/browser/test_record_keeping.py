"""The section 学习记录: backup and restoration, copies of the days, people."""

from __future__ import annotations

import json
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from playwright.sync_api import BrowserContext, Locator, Page, expect

from . import records
from .answering import RIGHT, QuestionForm
from .learners import FEBRUARY, OpenContext
from .places import Place
from .test_storage import DENY_ALL

STUDY = "study/index.html"
QUIZ = "every-kind"
QUIZ_URL = f"quizzes/{QUIZ}.html"
NAME = "廉学-学习记录-2026-02-10.json"
REFUSED = "这个文件读不完整：可能没有拷贝完，也可能不是备份文件。现有的学习记录没有改动。"
# Copies of days that follow one another, one of them a year ahead and one a year back; each day an answer more.
TAKE_COPIES = """async days => {
  const keeper = Lianxue.recordKeeper.open(Lianxue.site.id);
  for (const day of days) {
    await Lianxue.recordStore.append("response", { question: day });
    await keeper.upkeep(day);
    await keeper.upkeep(day);
  }
  return keeper.snapshots();
}"""


def part(page: Page, name: str) -> Locator:
    """A part of the section by its name in my_record.html."""
    return page.locator(f'[data-record="{name}"]')


def button(page: Page, name: str) -> Locator:
    """A button of the section."""
    return page.locator("#record").get_by_role("button", name=name, exact=True)


def open_study(page: Page, place: Place) -> None:
    """Open 我的学习 and wait until the section is there."""
    page.goto(place.url(STUDY))
    expect(part(page, "people").locator("li").first).to_be_visible()


def open_next_day(page: Page, place: Place, day: int) -> None:
    """A day later: the page is opened, and its copy taken when the browser is idle."""
    page.clock.set_fixed_time(datetime(2026, 2, day, 9, 30, tzinfo=ZoneInfo("Asia/Shanghai")))
    open_study(page, place)
    page.wait_for_function(
        "async day => (await Lianxue.recordStore.snapshots()).some(one => one.date === day)",
        arg=f"2026-02-{day}",
    )


def test_a_backup_goes_to_another_computer(
    page: Page, small: Place, open_context: OpenContext, tmp_path: Path
) -> None:
    """Download, restore in another browser after a look at it; a second time adds nothing."""
    page.goto(small.url(QUIZ_URL))
    question = small.question_of_kind("true_false", QUIZ)
    QuestionForm(page, question).answer(rightly=True)
    records.answer(page, "b", "c")
    open_study(page, small)
    with page.expect_download() as download:
        button(page, "备份我的学习记录").click()
    assert download.value.suggested_filename == NAME
    expect(part(page, "backup-result")).to_contain_text("已做好备份，共 3 条")
    file = tmp_path / NAME
    download.value.save_as(file)
    assert json.loads(file.read_text(encoding="utf-8"))["count"] == 3

    elsewhere = open_context()
    elsewhere.clock.set_fixed_time(FEBRUARY)
    other = elsewhere.new_page()
    open_study(other, small)
    records.answer(other, "d")
    for added, sentence in (
        (3, "已恢复，新增 3 条学习记录。"),
        (0, "备份里的记录这里都有，没有需要新增的。"),
    ):
        part(other, "file").set_input_files(file)
        ask = part(other, "file-ask")
        expect(ask.locator("p")).to_have_text(
            f"来自 2026 年 2 月 10 日 09:30 的备份，共 3 条，其中 {added} 条这里还没有。"
        )
        expect(ask.locator("p")).to_be_focused()
        ask.get_by_role("button", name="恢复", exact=True).click()
        expect(part(other, "file-result")).to_have_text(sentence)
        expect(part(other, "summary")).to_contain_text("这里有 4 条学习记录")
    assert sorted(records.asked(other)) == sorted([question.id, "b", "c", "d"])
    other.goto(small.url(QUIZ_URL))
    expect(QuestionForm(other, question).status).to_contain_text(RIGHT)


def test_a_broken_backup_changes_nothing(page: Page, small_over_http: Place, tmp_path: Path) -> None:
    """Cut in half: one sentence, no question, the record as before. Then by keyboard: look, and leave it."""
    open_study(page, small_over_http)
    records.answer(page, "a")
    text = page.evaluate(
        "Lianxue.recordStore.events().then(e => Lianxue.backup.make(e, '王五', Lianxue.site.id, '2026-02-09 08:00'))"
    )
    whole, half = tmp_path / "whole.json", tmp_path / "half.json"
    whole.write_text(text, encoding="utf-8")
    half.write_text(text[: len(text) // 2], encoding="utf-8")
    part(page, "file").set_input_files(half)
    expect(part(page, "file-result")).to_have_text(REFUSED)
    expect(part(page, "file-ask")).to_be_empty()
    part(page, "file").focus()
    part(page, "file").set_input_files(whole)
    expect(part(page, "file-ask").locator("p")).to_have_text(
        "来自“王五”2026 年 2 月 9 日 08:00的备份，共 1 条，其中 0 条这里还没有。"
    )
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(part(page, "file-ask")).to_be_empty()
    expect(part(page, "file")).to_be_focused()
    assert records.asked(page) == ["a"]


def test_back_to_a_day_and_forth_again(page: Page, small: Place) -> None:
    """The record becomes what it was that day; what it was before stays as a copy of its own."""
    open_study(page, small)
    expect(part(page, "days")).to_have_text("还没有副本。有了学习记录以后，下一次打开时会留第一份。")
    records.answer(page, "a", "b")
    open_next_day(page, small, 11)
    records.answer(page, "c")
    open_next_day(page, small, 12)
    open_study(page, small)
    rows = part(page, "days").locator("li")
    expect(rows).to_have_count(2)
    expect(rows.nth(1)).to_contain_text("2026 年 2 月 11 日 共 2 条")
    button(page, "恢复到 2026 年 2 月 11 日").click()
    ask = part(page, "days-ask")
    expect(ask.locator("p")).to_have_text(
        "学习记录将变回 2026 年 2 月 11 日的样子，共 2 条。现在的记录会先另存一份，列在这里，随时可以再换回来。"
    )
    ask.get_by_role("button", name="恢复到这一天").click()
    expect(part(page, "days-result")).to_have_text("已恢复，现在共 2 条。恢复之前的记录已另存一份。")
    expect(part(page, "summary")).to_contain_text("这里有 2 条学习记录")
    page.reload()
    assert records.asked(page) == ["a", "b"]
    button(page, "恢复到 2026 年 2 月 12 日 09:30，恢复之前").click()
    ask.get_by_role("button", name="恢复到这一天").click()
    expect(part(page, "days-result")).to_contain_text("现在共 3 条")
    (event,) = records.answer(page, "d")
    assert (records.asked(page), event["sequence"]) == (["a", "b", "c", "d"], 4)


def test_ten_days_are_kept_whatever_the_clock_does(page: Page, small_over_http: Place) -> None:
    """The last ten copies stay, one a day, also when the clock jumped a year ahead and back."""
    open_study(page, small_over_http)
    days = [f"2026-03-{day:02}" for day in range(1, 9)] + ["2027-03-09", "2025-03-10"]
    days += [f"2026-03-{day}" for day in range(11, 14)]
    copies = page.evaluate(TAKE_COPIES, days)
    assert [copy["date"] for copy in copies] == days[::-1][:10]
    assert [copy["count"] for copy in copies] == list(range(13, 3, -1))


def test_a_damaged_copy_is_not_restored_and_no_damage_is_copied(page: Page, small_over_http: Place) -> None:
    """A copy cut in half is refused; while the record has damage the ring waits."""
    open_study(page, small_over_http)
    page.evaluate(TAKE_COPIES, ["2026-03-01", "2026-03-02"])
    cut = """transaction.objectStore("snapshots").get("2026-03-02").onsuccess = (event) => {
      const copy = event.target.result;
      copy.texts = [copy.texts[0].slice(0, 40)];
      transaction.objectStore("snapshots").put(copy);
      transaction.objectStore("packs").add("[{");
    };"""
    records.raw(page, "lianxue-lianxue", cut)
    open_study(page, small_over_http)
    copies = page.evaluate(TAKE_COPIES, ["2026-03-03"])
    assert [copy["date"] for copy in copies] == ["2026-03-02", "2026-03-01"]
    button(page, "恢复到 2026 年 3 月 2 日").click()
    part(page, "days-ask").get_by_role("button", name="恢复到这一天").click()
    expect(part(page, "days-result")).to_have_text("没有恢复成功：这份副本读不完整。现有的学习记录没有改动。")
    assert records.asked(page) == ["2026-03-01", "2026-03-02", "2026-03-03"]
    button(page, "恢复到 2026 年 3 月 1 日").click()
    part(page, "days-ask").get_by_role("button", name="恢复到这一天").click()
    expect(part(page, "summary")).to_contain_text("这里有 1 条学习记录")
    expect(part(page, "notice")).to_have_text("")


def test_without_storage_a_backup_holds_what_is_in_memory(page: Page, small: Place, tmp_path: Path) -> None:
    """Storage denied: the section says so, and the answers of this page can be taken along."""
    page.add_init_script(DENY_ALL)
    page.goto(small.url(STUDY))
    expect(part(page, "summary")).to_contain_text("这里还没有学习记录")
    records.answer(page, "a")
    expect(part(page, "notice")).to_contain_text("关闭本页后，这次的作答就没有了")
    with page.expect_download() as download:
        button(page, "备份我的学习记录").click()
    file = tmp_path / NAME
    download.value.save_as(file)
    assert [event["payload"]["question"] for event in json.loads(file.read_text("utf-8"))["events"]] == ["a"]


def test_a_memo_stays_with_the_person(context: BrowserContext, small: Place) -> None:
    """A small state survives a new page, is no part of the record, and is not lost within a page without storage."""
    page = context.new_page()
    page.goto(small.url(QUIZ_URL))
    assert page.evaluate("Lianxue.recordStore.memo('place')") is None
    assert page.evaluate("Lianxue.recordStore.setMemo('place', { at: 'x', list: [1] })") is True
    page.reload()
    assert page.evaluate("Lianxue.recordStore.memo('place')") == {"at": "x", "list": [1]}
    assert records.events(page) == []
    denied = context.new_page()
    denied.add_init_script(DENY_ALL)
    denied.goto(small.url(QUIZ_URL))
    assert denied.evaluate("Lianxue.recordStore.setMemo('place', 2)") is False
    assert denied.evaluate("Lianxue.recordStore.memo('place')") == 2


def test_two_people_have_separate_records(context: BrowserContext, small: Place) -> None:
    """Add, name, switch: each has a record of their own; the bar names the person; an old tab stays with its own."""
    page, old_tab = context.new_page(), context.new_page()
    open_study(page, small)
    person = page.locator("[data-lx-person]")
    expect(person).to_be_hidden()
    records.answer(page, "first")
    page.get_by_label("添加使用人").fill("王五")
    page.keyboard.press("Enter")
    expect(part(page, "people-result")).to_have_text("已添加“王五”。要记在“王五”名下，请按“切换”。")
    expect(person).to_have_text("使用人：未起名")
    button(page, "给未起名起名").click()
    page.get_by_label("名字", exact=True).fill("王五")
    page.keyboard.press("Enter")
    expect(part(page, "people-result")).to_have_text("已经有“王五”了，请换一个名字。")
    page.get_by_label("名字", exact=True).fill("张三")
    page.keyboard.press("Enter")
    expect(person).to_have_text("使用人：张三")

    old_tab.goto(small.url(QUIZ_URL))
    expect(old_tab.locator("[data-lx-person]")).to_have_text("使用人：张三")
    news = old_tab.locator("[data-lx-person-changed]")
    expect(news).to_be_hidden()
    button(page, "切换到王五").click()
    expect(person).to_have_text("使用人：王五")
    expect(part(page, "summary")).to_contain_text("这里还没有学习记录")
    records.answer(page, "second")

    old_tab.bring_to_front()
    old_tab.evaluate("window.dispatchEvent(new Event('focus'))")
    expect(news).to_contain_text("使用人已换成王五，请刷新本页。")
    records.answer(old_tab, "third")
    assert records.asked(old_tab) == ["first", "third"]
    assert records.asked(page) == ["second"]
    news.get_by_role("button", name="刷新本页").click()
    expect(old_tab.locator("[data-lx-person]")).to_have_text("使用人：王五")
    expect(news).to_be_hidden()
    assert records.asked(old_tab) == ["second"]


def test_taking_a_person_out_asks_first(page: Page, small_over_http: Place) -> None:
    """It names what is lost and recommends a backup; then the record is gone from this computer."""
    open_study(page, small_over_http)
    page.get_by_label("添加使用人").fill("王五")
    button(page, "添加").click()
    button(page, "切换到王五").click()
    expect(page.locator("[data-lx-person]")).to_have_text("使用人：王五")
    records.answer(page, "his")
    button(page, "切换到未起名").click()
    expect(page.locator("[data-lx-person]")).to_have_text("使用人：未起名")
    databases = "indexedDB.databases().then(all => all.length)"
    assert page.evaluate(databases) == 2
    button(page, "移除王五").click()
    ask = part(page, "people-ask")
    expect(ask.locator("p")).to_have_text(
        "移除以后，“王五”的学习记录就从这台电脑上删掉了，找不回来。建议先切换到“王五”，备份以后再移除。"
    )
    ask.get_by_role("button", name="不移除").click()
    expect(part(page, "people").locator("li")).to_have_count(2)
    button(page, "移除王五").click()
    ask.get_by_role("button", name="移除“王五”").click()
    expect(part(page, "people-result")).to_have_text("已移除“王五”。")
    expect(part(page, "people").locator("li")).to_have_count(1)
    expect(page.locator("[data-lx-person]")).to_be_hidden()
    assert page.evaluate(databases) == 1


def test_the_section_on_a_phone_with_large_text(page: Page, small_over_http: Place) -> None:
    """At 390 px with text twice as large neither the section nor the bar runs over the edge, and all can be pressed."""
    page.set_viewport_size({"width": 390, "height": 844})
    open_study(page, small_over_http)
    page.evaluate("document.documentElement.style.fontSize = '250%'")
    page.get_by_label("添加使用人").fill("欧阳王五")
    button(page, "添加").click()
    button(page, "移除欧阳王五").click()
    expect(part(page, "people-ask").locator("p")).to_be_focused()
    edges = "elements => elements.map(element => element.getBoundingClientRect().right)"
    assert max(page.locator("#record *, .lx-bar *").evaluate_all(edges)) <= 390
    for control in page.locator("#record button, #record label.lx-button").all():
        box = control.bounding_box()
        assert box is not None
        assert box["height"] >= 44
