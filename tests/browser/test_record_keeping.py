"""The section 学习记录: backup and restoration, copies of the days."""

from __future__ import annotations

import json
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from playwright.sync_api import BrowserContext, Page, expect

from . import records
from .accessibility import violations
from .answering import RIGHT, QuestionForm
from .learners import FEBRUARY, OpenContext
from .my_record import STUDY, button, open_study, part
from .places import Place
from .test_storage import DENY_ALL

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
# The copies cannot be read, for as many tries as are given.
FAIL_COPIES = """
  let left = %d;
  const transaction = IDBDatabase.prototype.transaction;
  IDBDatabase.prototype.transaction = function (names, ...given) {
    if ([...names].includes("snapshots") && left-- > 0) {
      throw new DOMException("disk", "UnknownError");
    }
    return transaction.call(this, names, ...given);
  };
"""
# The record's events cannot be read; the rest can.
FAIL_TO_READ = """
  const original = IDBDatabase.prototype.transaction;
  IDBDatabase.prototype.transaction = function (names, mode, ...given) {
    if (mode === "readonly" && [...names].includes("events")) {
      throw new DOMException("disk", "UnknownError");
    }
    return original.call(this, names, mode, ...given);
  };
"""


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
    button(page, "恢复到这一天：2026 年 2 月 11 日").click()
    ask = part(page, "days-ask")
    expect(ask.locator("p")).to_have_text(
        "学习记录将变回 2026 年 2 月 11 日的样子，共 2 条。现在的记录会先另存一份，列在这里，随时可以再换回来。"
    )
    ask.get_by_role("button", name="恢复到这一天").click()
    expect(part(page, "days-result")).to_have_text("已恢复，现在共 2 条。恢复之前的记录已另存一份。")
    expect(part(page, "summary")).to_contain_text("这里有 2 条学习记录")
    page.reload()
    assert records.asked(page) == ["a", "b"]
    button(page, "恢复到这一天：2026 年 2 月 12 日 09:30，恢复之前").click()
    ask.get_by_role("button", name="恢复到这一天").click()
    expect(part(page, "days-result")).to_contain_text("现在共 3 条")
    (event,) = records.answer(page, "d")
    assert (records.asked(page), event["sequence"]) == (["a", "b", "c", "d"], 4)


def test_copies_that_cannot_be_read_are_not_called_none(page: Page, small_over_http: Place) -> None:
    """One failing read is tried again; where reading fails for good, the list says that and not 还没有副本."""
    open_study(page, small_over_http)
    page.evaluate(TAKE_COPIES, ["2026-02-08"])
    rows = part(page, "days").locator("li")
    page.add_init_script(FAIL_COPIES % 3)
    open_study(page, small_over_http)
    expect(rows).to_contain_text("2026 年 2 月 8 日 共 1 条")
    page.add_init_script(FAIL_COPIES % 99)
    open_study(page, small_over_http)
    expect(rows).to_have_text("副本现在读不出来。请刷新本页再试。")


def test_axe_finds_nothing_in_the_section_with_its_questions_open(
    page: Page, axe: str, small_over_http: Place, tmp_path: Path
) -> None:
    """A backup that is refused and one that is asked about; a day to go back to; a person to take out."""
    open_study(page, small_over_http)
    page.evaluate(TAKE_COPIES, ["2026-02-08"])
    page.get_by_label("添加使用人").fill("王五")
    button(page, "添加").click()
    expect(button(page, "移除王五")).to_be_visible()
    open_study(page, small_over_http)
    broken, whole = tmp_path / "broken.json", tmp_path / "whole.json"
    broken.write_text("{", encoding="utf-8")
    with page.expect_download() as download:
        button(page, "备份我的学习记录").click()
    download.value.save_as(whole)
    part(page, "file").set_input_files(broken)
    expect(part(page, "file-result")).to_have_text(REFUSED)
    button(page, "移除王五").click()
    expect(part(page, "people-ask").get_by_role("button")).to_have_count(2)
    found = violations(page, axe)
    part(page, "file").set_input_files(whole)
    expect(part(page, "file-ask").get_by_role("button")).to_have_count(2)
    button(page, "恢复到这一天：2026 年 2 月 8 日").click()
    expect(part(page, "days-ask").get_by_role("button")).to_have_count(2)
    found += violations(page, axe)
    assert not found, "\n".join(found)


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
    button(page, "恢复到这一天：2026 年 3 月 2 日").click()
    part(page, "days-ask").get_by_role("button", name="恢复到这一天").click()
    expect(part(page, "days-result")).to_have_text("没有恢复成功：这份副本读不完整。现有的学习记录没有改动。")
    assert records.asked(page) == ["2026-03-01", "2026-03-02", "2026-03-03"]
    button(page, "恢复到这一天：2026 年 3 月 1 日").click()
    part(page, "days-ask").get_by_role("button", name="恢复到这一天").click()
    expect(part(page, "summary")).to_contain_text("这里有 1 条学习记录")
    expect(part(page, "notice")).to_have_text("")


def test_without_storage_a_backup_holds_what_is_in_memory(page: Page, small: Place, tmp_path: Path) -> None:
    """Storage denied: the section says so, and the answers of this page can be taken along."""
    page.add_init_script(DENY_ALL)
    page.goto(small.url(STUDY))
    expect(part(page, "summary")).to_contain_text("没有读到已存的学习记录。")
    records.answer(page, "a")
    expect(part(page, "notice")).to_contain_text("关闭本页后，这次的作答就没有了")
    with page.expect_download() as download:
        button(page, "备份我的学习记录").click()
    file = tmp_path / NAME
    download.value.save_as(file)
    assert [event["payload"]["question"] for event in json.loads(file.read_text("utf-8"))["events"]] == ["a"]
    expect(part(page, "backup-result")).to_contain_text(
        "注意：没有读到已存的记录，这份备份里只有本页还没有保存下来的作答。"
    )


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


def test_what_cannot_be_read_is_not_backed_up_as_nothing(page: Page, small_over_http: Place) -> None:
    """No file, and the reason in a sentence; not even an answer of this page makes it look whole."""
    open_study(page, small_over_http)
    records.answer(page, "a")
    page.add_init_script(FAIL_TO_READ)
    open_study(page, small_over_http)
    expect(part(page, "summary")).to_contain_text("没有读到已存的学习记录。")
    saved: list[str] = []
    page.on("download", lambda download: saved.append(download.suggested_filename))
    button(page, "备份我的学习记录").click()
    expect(part(page, "backup-result")).to_have_text(
        "没有备份：没有读到已存的记录，现在备份会不完整。请刷新本页再试。"
    )
    assert saved == []


def test_a_backup_of_a_damaged_record_says_what_it_lacks(page: Page, small_over_http: Place) -> None:
    """One answer can be read, two pieces cannot."""
    open_study(page, small_over_http)
    records.answer(page, "a")
    records.raw(
        page,
        records.DATABASE,
        'for (const pack of given) { transaction.objectStore("packs").add(pack); }',
        [7, 8],
    )
    open_study(page, small_over_http)
    with page.expect_download():
        button(page, "备份我的学习记录").click()
    expect(part(page, "backup-result")).to_contain_text("已做好备份，共 1 条")
    expect(part(page, "backup-result")).to_contain_text("注意：学习记录有 2 处读不出来，备份里没有这些内容。")
