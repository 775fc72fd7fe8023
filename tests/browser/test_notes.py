"""记一笔: stars, notes and reports under questions and lessons, and 我的笔记 where they come together."""

from __future__ import annotations

import csv
import io
from pathlib import Path

from playwright.sync_api import BrowserContext, Locator, Page, expect

from .accessibility import violations
from .places import Place
from .test_keyboard import tab_to
from .test_layout import OVERFLOWING
from .test_storage import DENY_ALL

QUIZ = "every-kind"
QUIZ_URL = f"quizzes/{QUIZ}.html"
NOTE = "第一行：先补学\n\n  第二行：再 Register"


def row(page: Page, question: str) -> Locator:
    """记一笔 under a question of the quiz."""
    return page.locator(f'form[data-question="{QUIZ}/{question}"] [data-lx-note]')


def write(place: Locator, text: str) -> None:
    """Write a note and save it."""
    place.get_by_role("button", name="笔记").click()
    place.get_by_role("textbox", name="笔记").fill(text)
    place.get_by_role("button", name="保存").click()
    expect(place.get_by_role("status")).to_have_text("已保存。")


def open_notes(page: Page, place: Place) -> None:
    """Open 我的笔记 and wait until it can be used."""
    page.goto(place.url("practice/notes.html"))
    expect(page.locator("[data-lx-ready]")).to_be_attached()


def fill_notes(page: Page, place: Place) -> str:
    """A starred question, a question with a note, a lesson with a note; the title of that lesson."""
    page.goto(place.url(QUIZ_URL))
    row(page, "judge").get_by_role("button", name="收藏").click()
    expect(row(page, "judge").get_by_role("status")).to_have_text("已收藏。")
    write(row(page, "single"), NOTE)
    lesson = max(place.folder.glob("lessons/*/*.html")).relative_to(place.folder)
    page.goto(place.url(lesson.as_posix()))
    write(page.locator("[data-lx-note-page]"), "=这一课常考")
    return page.get_by_role("heading", level=1).inner_text()


def saved(page: Page, button: str) -> tuple[str, bytes]:
    """Press a button that saves a file: its name and bytes."""
    with page.expect_download() as download:
        page.get_by_role("button", name=button, exact=True).click()
    return download.value.suggested_filename, Path(download.value.path()).read_bytes()


def test_a_star_and_a_note_stay_with_their_question(page: Page, small: Place) -> None:
    """Kept with its line breaks after a reload; changed; taken away; the star goes on and off."""
    page.goto(small.url(QUIZ_URL))
    star = row(page, "single").get_by_role("button", name="收藏")
    star.click()
    expect(star).to_have_attribute("aria-pressed", "true")
    write(row(page, "single"), NOTE)
    expect(row(page, "single").get_by_role("button", name="笔记")).to_be_focused()
    page.reload()
    expect(star).to_have_attribute("aria-pressed", "true")
    text = row(page, "single").locator("[data-note-text]")
    expect(text).to_be_visible()
    assert text.evaluate("element => element.textContent") == NOTE
    assert text.evaluate("element => getComputedStyle(element).whiteSpace") == "pre-wrap"
    expect(row(page, "multiple").locator("[data-note-text]")).to_be_hidden()
    row(page, "single").get_by_role("button", name="改笔记").click()
    expect(text).to_be_hidden()
    expect(row(page, "single").get_by_role("textbox", name="笔记")).to_have_value(NOTE)
    row(page, "single").get_by_role("textbox", name="笔记").fill(" ")
    row(page, "single").get_by_role("button", name="保存").click()
    expect(row(page, "single").get_by_role("status")).to_have_text("已删去笔记。")
    expect(text).to_be_hidden()
    star.click()
    expect(star).to_have_attribute("aria-pressed", "false")
    expect(row(page, "single").get_by_role("status")).to_have_text("已取消收藏。")
    open_notes(page, small)
    expect(page.get_by_text("还没有收藏和笔记。")).to_be_visible()


def test_a_note_is_not_lost_by_going_elsewhere(page: Page, small_over_http: Place) -> None:
    """What was typed is saved when the focus leaves the field; 不改了 leaves the note as it was."""
    page.goto(small_over_http.url(QUIZ_URL))
    place = row(page, "judge")
    place.get_by_role("button", name="记笔记").click()
    place.get_by_role("textbox", name="笔记").fill("没有按保存")
    page.locator(f'form[data-question="{QUIZ}/single"] input').first.focus()
    expect(place.get_by_role("status")).to_have_text("已保存。")
    page.reload()
    expect(place.locator("[data-note-text]")).to_have_text("没有按保存")
    place.get_by_role("button", name="改笔记").click()
    place.get_by_role("textbox", name="笔记").fill("不要这一句")
    place.get_by_role("button", name="不改了").click()
    expect(place.locator("[data-note-text]")).to_have_text("没有按保存")


def test_my_notes_are_found_changed_and_taken_away(page: Page, small: Place) -> None:
    """Newest first; filtered by kind and words; edited in place; 移出 can be undone; links lead back."""
    lesson = fill_notes(page, small)
    open_notes(page, small)
    titles = page.locator("[data-list] h2")
    expect(titles).to_have_text([lesson, "缺课之后怎么办？", "学习是每名党员的义务。"])
    expect(titles.nth(1).get_by_role("link")).to_have_attribute(
        "href", small.url(f"{QUIZ_URL}#q-{QUIZ}--single")
    )
    page.get_by_label("只看收藏").check()
    expect(titles).to_have_text(["学习是每名党员的义务。"])
    page.get_by_label("只看笔记").check()
    expect(titles).to_have_text([lesson, "缺课之后怎么办？"])
    search = page.get_by_role("searchbox", name="查找")
    search.fill("缺课 register")
    expect(titles).to_have_text(["缺课之后怎么办？"])
    expect(page.locator("[data-count]")).to_have_text("共 1 条")
    search.fill("没有这个词")
    expect(page.get_by_text("没有找到。")).to_be_visible()
    search.fill("")
    page.get_by_label("全部").check()
    entry = page.locator("[data-list] > li").nth(1)
    entry.get_by_role("button", name="改笔记").click()
    entry.get_by_role("textbox", name="笔记").fill("改过了")
    entry.get_by_role("button", name="保存").click()
    expect(entry.locator("[data-text]")).to_have_text("改过了")
    expect(page.locator("[data-lx-page] > [data-status]")).to_have_text("已保存。")
    entry.get_by_role("button", name="移出").click()
    expect(page.get_by_role("button", name="撤销")).to_be_focused()
    expect(page.locator("[data-count]")).to_have_text("共 2 条")
    page.keyboard.press("Enter")
    expect(entry.locator("[data-text]")).to_have_text("改过了")
    expect(entry.get_by_role("button", name="移出")).to_be_focused()
    page.locator("[data-list] > li").nth(2).get_by_role("button", name="移出").click()
    expect(page.locator("[data-lx-page] > [data-status]")).to_have_text("已移出。")
    page.reload()
    expect(titles).to_have_text(["缺课之后怎么办？", lesson])
    expect(page.locator("[data-text]").first).to_have_text("改过了")
    titles.nth(1).get_by_role("link").click()
    expect(page.locator("[data-lx-note-page] [data-note-text]")).to_have_text("=这一课常考")


def test_notes_are_taken_along_with_their_questions(page: Page, small: Place) -> None:
    """A text file with question, answer, explanation, citation and note; a table that runs nothing."""
    lesson = fill_notes(page, small)
    open_notes(page, small)
    name, data = saved(page, "导出文本")
    assert name == "廉学-我的笔记-2026-02-10.txt"
    assert data.startswith(b"\xef\xbb\xbf")
    assert b"\n" not in data.replace(b"\r\n", b"")
    text = data.decode("utf-8-sig").replace("\r\n", "\n")
    assert f"1. {lesson}\n笔记：=这一课常考\n日期：2026 年 2 月 10 日\n" in text
    assert (
        "2. 缺课之后怎么办？\nA　补学\nB　请假\nC　不用管\n正确答案：A\n解析：缺课补学，是新增的一条。\n"
        f"依据：《学习守则》第五条之一\n笔记：\n{NOTE}\n日期：2026 年 2 月 10 日\n"
    ) in text
    name, data = saved(page, "导出表格")
    assert name == "廉学-我的笔记-2026-02-10.csv"
    rows = list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))
    assert [line[6] for line in rows[1:]] == ["'=这一课常考", NOTE, ""]
    page.evaluate("window.print = () => undefined")
    page.emulate_media(media="print")
    expect(page.locator("[data-list]")).to_contain_text("第一行：先补学")
    expect(page.get_by_role("button", name="移出").first).to_be_hidden()
    expect(page.get_by_label("查找")).to_be_hidden()


def test_a_report_names_the_question_and_is_sent_by_nobody(page: Page, small: Place) -> None:
    """编号, version, page and stem with the reader's words; copied, saved or printed; no request goes out."""
    page.goto(small.url(QUIZ_URL))
    place = row(page, "gaps")
    place.get_by_role("button", name="报错").click()
    place.get_by_label("哪里不对").fill("条数\n数错了")
    text = place.get_by_label("要交给教员的文字")
    revision = page.locator(f'form[data-question="{QUIZ}/gaps"]').get_attribute("data-revision")
    url = QUIZ_URL if small.is_file else small.url(QUIZ_URL)
    expect(text).to_have_value(
        f"题目报错\n题目编号：{QUIZ}/gaps\n题目版本：{revision}\n页面：每种题型各一题 - 廉学\n网址：{url}#q-{QUIZ}--gaps\n"
        "题干：守则共____章，正文____条。\n日期：2026 年 2 月 10 日\n\n哪里不对：\n条数\n数错了"
    )
    expect(text).to_have_attribute("readonly", "")
    place.get_by_role("button", name="复制").click()
    expect(place.locator("p[role=status]")).to_have_text("已复制，可以粘贴到邮件里。")
    place.get_by_label("哪里不对").fill("")
    place.get_by_label("哪里不对").press("Control+v")
    expect(text).to_have_value(
        f"题目报错\n题目编号：{QUIZ}/gaps\n题目版本：{revision}\n页面：每种题型各一题 - 廉学\n网址：{url}#q-{QUIZ}--gaps\n"
        "题干：守则共____章，正文____条。\n日期：2026 年 2 月 10 日\n\n哪里不对：\n"
        f"{place.get_by_label('哪里不对').input_value()}"
    )
    assert place.get_by_label("哪里不对").input_value().endswith("哪里不对：\n条数\n数错了")
    name, data = saved(page, "存成文本文件")
    assert name == "廉学-报错-2026-02-10.txt"
    assert data.decode("utf-8-sig") == text.input_value().replace("\n", "\r\n")
    page.evaluate("window.print = () => undefined")
    place.get_by_role("button", name="打印").click()
    page.emulate_media(media="print")
    expect(page.locator(".lx-sheet")).to_contain_text(f"题目编号：{QUIZ}/gaps")
    expect(page.locator("main")).to_be_hidden()


def test_a_note_by_keyboard_on_a_phone_in_large_type(page: Page, small_as_files: Place) -> None:
    """At 390 px in 大字版 the row, the field and the report fit; Tab and Enter do everything."""
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(small_as_files.url(QUIZ_URL))
    page.get_by_role("button", name="大字版").click()
    place = row(page, "single")
    tab_to(page, f'form[data-question="{QUIZ}/single"] [data-note-star]')
    page.keyboard.press("Space")
    expect(place.get_by_role("button", name="收藏")).to_have_attribute("aria-pressed", "true")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(place.get_by_role("textbox", name="笔记")).to_be_focused()
    page.keyboard.type("a")
    page.keyboard.press("Enter")
    page.keyboard.type("b")
    assert page.evaluate(OVERFLOWING) == []
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(place.locator("[data-note-text]")).to_have_text("a\nb")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(place.get_by_label("哪里不对")).to_be_focused()
    assert page.evaluate(OVERFLOWING) == []
    open_notes(page, small_as_files)
    tab_to(page, "[data-write]")
    page.keyboard.press("Enter")
    expect(page.get_by_role("textbox", name="笔记")).to_be_focused()
    assert page.evaluate(OVERFLOWING) == []


def test_a_note_that_is_not_kept_says_so(page: Page, small_over_http: Place) -> None:
    """Where the browser keeps nothing, the words under the row say it."""
    page.add_init_script(DENY_ALL)
    page.goto(small_over_http.url(QUIZ_URL))
    row(page, "single").get_by_role("button", name="收藏").click()
    expect(row(page, "single").get_by_role("status")).to_have_text(
        "浏览器没有存下来：关闭本页后，这一笔就没有了。"
    )
    expect(row(page, "single").get_by_role("button", name="收藏")).to_have_attribute("aria-pressed", "true")
    for name in ("mistakes", "notes"):
        page.goto(small_over_http.url(f"practice/{name}.html"))
        expect(page.locator("[data-storage]")).to_contain_text("浏览器没有让本站保存数据")


def test_a_note_outlives_its_question(page: Page, context: BrowserContext, small_over_http: Place) -> None:
    """Of a question the bank no longer has, the words that were noted stay, without a link."""
    page.goto(small_over_http.url(QUIZ_URL))
    page.evaluate(
        """Lianxue.recordStore.append("note", { target: "question:gone/one", title: "旧题的题干", text: "还记得" })"""
    )
    open_notes(page, small_over_http)
    expect(page.get_by_role("heading", name="旧题的题干")).to_be_visible()
    expect(page.get_by_text("题库里已没有这道题。")).to_be_visible()
    expect(page.locator("[data-list]").get_by_role("link")).to_have_count(0)


def test_axe_finds_nothing_in_notes(page: Page, axe: str, small_over_http: Place) -> None:
    """The row with a note and the report open; 我的笔记 with a field open."""
    fill_notes(page, small_over_http)
    page.goto(small_over_http.url(QUIZ_URL))
    row(page, "single").get_by_role("button", name="报错").click()
    expect(row(page, "single").get_by_label("哪里不对")).to_be_visible()
    found = violations(page, axe)
    open_notes(page, small_over_http)
    page.get_by_role("button", name="改笔记").first.click()
    page.get_by_role("button", name="移出").last.click()
    found += violations(page, axe)
    assert not found, "\n".join(found)
