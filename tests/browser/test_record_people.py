"""The section 学习记录: the people of one computer; and how the section lies on a phone."""

from __future__ import annotations

from playwright.sync_api import BrowserContext, Page, expect

from . import records
from .my_record import button, open_study, part
from .places import Place

QUIZ_URL = "quizzes/every-kind.html"


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


def test_two_tabs_change_the_people_at_once(context: BrowserContext, small: Place) -> None:
    """Each change is one of its own: both who are added stay, and who is named in one tab is not undone by the other."""
    tabs = [context.new_page(), context.new_page()]
    for tab in tabs:
        open_study(tab, small)
    for number, tab in enumerate(tabs):
        tab.evaluate(
            """number => { window.changing = Lianxue.recordStore.changePeople(
              { kind: "add", id: "id" + number, name: "使用人" + number }); }""",
            number,
        )
    for tab in tabs:
        tab.evaluate("window.changing")
    tabs[0].evaluate("Lianxue.recordStore.changePeople({ kind: 'rename', id: 'id0', name: '赵六' })")
    tabs[1].evaluate("Lianxue.recordStore.changePeople({ kind: 'choose', id: 'id1' })")
    people = tabs[0].evaluate("Lianxue.recordStore.people()")
    assert sorted(person["name"] for person in people["people"]) == ["", "使用人1", "赵六"]
    assert people["current"] == "id1"


def test_a_person_is_added_once_however_often_the_button_is_pressed(
    page: Page, small_over_http: Place
) -> None:
    """Pressed twice: one person. Added in another tab meanwhile, or not to be written at all: it is said."""
    page.add_init_script(records.FAIL_SOME_WRITES)
    open_study(page, small_over_http)
    page.get_by_label("添加使用人").fill("王五")
    button(page, "添加").evaluate("element => { element.click(); element.click(); }")
    expect(part(page, "people-result")).to_contain_text("已添加“王五”。")
    rows = part(page, "people").locator("li")
    expect(rows).to_have_count(2)
    page.evaluate("Lianxue.recordStore.changePeople({ kind: 'add', id: 'x', name: '赵六' })")
    page.get_by_label("添加使用人").fill("赵六")
    button(page, "添加").click()
    expect(part(page, "people-result")).to_have_text("已经有“赵六”了，请换一个名字。")
    page.evaluate("window.failFrom = 1; window.writes = 0")
    page.get_by_label("添加使用人").fill("钱七")
    button(page, "添加").click()
    expect(part(page, "people-result")).to_have_text("没有改成：写入没有完成，请再试一次。")
    page.evaluate("window.failFrom = Infinity")
    button(page, "添加").click()
    expect(part(page, "people-result")).to_contain_text("已添加“钱七”。")
    expect(rows).to_have_count(4)


def test_a_removed_person_does_not_come_back(context: BrowserContext, small: Place) -> None:
    """A tab that still has that person says so and writes nothing; the database is not made again."""
    page, old_tab = context.new_page(), context.new_page()
    open_study(page, small)
    page.evaluate(
        """async () => {
          await Lianxue.recordStore.changePeople({ kind: "add", id: "aa", name: "王五" });
          await Lianxue.recordStore.changePeople({ kind: "choose", id: "aa" });
        }"""
    )
    old_tab.goto(small.url(QUIZ_URL))
    records.answer(old_tab, "his")
    keeper = next(frame for frame in page.frames if not small.is_file or frame.url.endswith("record.html"))
    databases = "indexedDB.databases().then(all => all.map(one => one.name).sort())"
    assert keeper.evaluate(databases) == [records.DATABASE, records.DATABASE + ".aa"]
    page.evaluate("Lianxue.recordStore.changePeople({ kind: 'remove', id: 'aa' })")
    for _ in range(2):
        records.answer(old_tab, "too late")
        assert records.state(old_tab) == ("memory", "removed")
    expect(old_tab.locator("[data-quiz-notice]")).to_have_text(
        "使用人已被移除，最近的作答没有保存下来，在本页也不会再保存。请刷新本页，换到现在的使用人名下。"
    )
    assert keeper.evaluate(databases) == [records.DATABASE]
    old_tab.reload()
    assert records.asked(old_tab) == []
    records.answer(old_tab, "first")
    assert records.state(old_tab) == ("stored", "")
