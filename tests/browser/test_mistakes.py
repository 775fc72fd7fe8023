"""The mistake book: what stands in it, how it is left, and what can be taken along."""

from __future__ import annotations

import csv
import io
from datetime import timedelta
from pathlib import Path

from playwright.sync_api import Locator, Page, expect

from .accessibility import violations
from .answering import QuestionForm
from .learners import FEBRUARY
from .places import Place
from .test_keyboard import tab_to
from .test_layout import OVERFLOWING

QUIZ = "every-kind"
# Wrong responses to many questions, as if given here; some to a revision that is gone, some to questions that are gone.
GET_WRONG = """async ([count, changed, gone]) => {
  const index = await Lianxue.bank.open();
  const drafts = index.ids.slice(0, count).map((question, row) => ({ kind: "response", payload: {
    question, revision: row < changed ? "00000000" : index.revision[row], response: [], verdict: "wrong", share: 0,
  } }));
  for (let number = 0; number < gone; number += 1) {
    drafts.push({ kind: "response", payload: { question: "gone/" + number, revision: "0", response: [], verdict: "wrong", share: 0 } });
  }
  await Lianxue.recordStore.appendAll(drafts);
}"""


def open_book(page: Page, place: Place, query: str = "") -> None:
    """Open the mistake book and wait until it can be used."""
    page.goto(place.url(f"practice/mistakes.html{query}"))
    expect(page.locator("[data-lx-ready]")).to_be_attached()


def answer_on_day(page: Page, place: Place, kind: str, day: int, *, rightly: bool) -> None:
    """Answer the question of a kind on its quiz's page, `day` days after the first."""
    page.context.clock.set_fixed_time(FEBRUARY + timedelta(days=day))
    page.goto(place.url(f"quizzes/{QUIZ}.html"))
    form = QuestionForm(page, place.question_of_kind(kind, QUIZ))
    if day > 0:
        form.retry()
    form.answer(rightly=rightly)


def item(page: Page, question: str) -> Locator:
    """The entry of the book for a question of the quiz."""
    return page.locator(f'[data-list] > li[data-question="{QUIZ}/{question}"]')


def choice(page: Page, name: str) -> Locator:
    """One of the lists to choose from."""
    return page.get_by_role("combobox", name=name, exact=True)


def saved(page: Page, button: str) -> tuple[str, bytes]:
    """Press a button that saves a file: its name and bytes."""
    with page.expect_download() as download:
        page.get_by_role("button", name=button, exact=True).click()
    return download.value.suggested_filename, Path(download.value.path()).read_bytes()


def test_a_wrong_answer_enters_and_two_right_days_lead_out(page: Page, small: Place) -> None:
    """In by a wrong or partial verdict; each right day is counted; afterwards it shows only when asked for."""
    open_book(page, small)
    expect(page.get_by_text("还没有错题。")).to_be_visible()
    answer_on_day(page, small, "single_choice", 0, rightly=False)
    partly = page.locator(f'form[data-question="{QUIZ}/multiple"]')
    partly.locator('input[value="A"]').check()
    partly.locator("[data-submit]").click()
    expect(partly).to_have_attribute("data-verdict", "partial")
    open_book(page, small)
    expect(page.locator("[data-count]")).to_have_text("共 2 题")
    entry = item(page, "single")
    expect(entry.locator("[data-facts]")).to_have_text("单选 组织纪律 《守则》 最近答错：2026 年 2 月 10 日 ")
    expect(entry.locator("[data-tally]")).to_have_text("答错 1 次，还需在不同的日子答对 2 次")
    answer_on_day(page, small, "single_choice", 1, rightly=True)
    open_book(page, small)
    expect(entry.locator("[data-tally]")).to_have_text("答错 1 次，还需在不同的日子答对 1 次")
    answer_on_day(page, small, "single_choice", 2, rightly=True)
    open_book(page, small)
    expect(page.locator("[data-count]")).to_have_text("共 1 题")
    expect(entry).to_have_count(0)
    page.get_by_label("已掌握的也显示").check()
    expect(page.locator("[data-count]")).to_have_text("共 2 题")
    expect(entry.locator("[data-tally]")).to_have_text("✓ 答错 1 次，已掌握")
    entry.locator("summary").click()
    expect(entry.locator("[data-history] li")).to_have_text(
        [
            f"2026 年 2 月 {day} 日，{verdict}（课文或自测题）"
            for day, verdict in ((12, "答对"), (11, "答对"), (10, "答错"))
        ]
    )


def test_a_question_is_looked_at_with_its_answer(page: Page, small: Place) -> None:
    """看题 shows the wrong answer, the right one, explanation and citation; nothing can be answered here."""
    for kind in ("single_choice", "matching", "short_answer"):
        answer_on_day(page, small, kind, 0, rightly=False)
    open_book(page, small)
    entry = item(page, "single")
    entry.get_by_role("button", name="看题").click()
    form = entry.locator("form[data-question]")
    expect(form.locator('[data-option="B"]')).to_contain_text("✕ 你的选择")
    expect(form.locator("[data-answer]")).to_have_text("A　补学")
    expect(form.locator("[data-explanation]")).to_contain_text("缺课补学，是新增的一条。")
    expect(form.locator("[data-when]")).to_have_text("最近一次答错：2026 年 2 月 10 日")
    expect(form.get_by_role("link")).to_have_attribute(
        "href", small.url("regulations/study-rules.html#art-5-1")
    )
    expect(form.get_by_role("button", name="再做一次")).to_have_count(0)
    expect(form.locator("[data-submit]")).to_have_count(0)
    form.get_by_role("button", name="报错").click()  # names the page where the question is at home
    letter = form.get_by_label("要交给教员的文字")
    expect(letter).to_be_visible()
    assert (
        f"页面：每种题型各一题\n网址：{'' if small.is_file else small.base}quizzes/{QUIZ}.html#q-{QUIZ}--single\n"
        in (letter.input_value())
    )
    entry.get_by_role("button", name="收起").click()
    expect(form).to_have_count(0)
    entry = item(page, "essay")
    entry.get_by_role("button", name="看题").click()
    expect(entry.locator(".lx-material__text")).to_contain_text("某支部小李连续两次没有参加集中学习。")
    expect(entry.locator("[data-points-list]")).to_contain_text("告知小李要补学")
    item(page, "pairs").get_by_role("button", name="看题").click()
    expect(item(page, "pairs").locator("[data-answer]")).to_contain_text("制定目的")


def test_filters_stay_in_the_address_and_lead_on_to_practice(page: Page, small: Place) -> None:
    """What is chosen holds after a reload, goes into 再练这些错题, and is cleared by one button."""
    open_book(page, small)
    page.evaluate(GET_WRONG, [9, 0, 0])
    open_book(page, small)
    choice(page, "题型").select_option(label="判断")
    judged = page.locator("[data-count]").inner_text()
    expect(page.locator("[data-facts] > :first-child")).to_have_text(
        ["判断 "] * page.locator("[data-facts]").count()
    )
    choice(page, "课或自测题").select_option(label="每种题型各一题")
    page.reload()
    expect(choice(page, "题型")).to_have_value("true_false")
    expect(choice(page, "课或自测题")).to_have_value(f"quiz:{QUIZ}")
    expect(page.get_by_role("link", name="再练这些错题")).to_have_attribute(
        "href", small.url(f"practice/session.html?mode=mistakes&quiz={QUIZ}&type=true_false")
    )
    choice(page, "课或自测题").select_option(label="全部")
    expect(page.locator("[data-count]")).to_have_text(judged)
    choice(page, "纪律").select_option(label="组织纪律")
    expect(page.get_by_text("没有符合条件的错题。")).to_be_visible()
    page.get_by_role("button", name="清除条件").click()
    expect(page.locator("[data-count]")).to_have_text("共 9 题")
    expect(choice(page, "法规")).to_be_focused()
    assert page.url == small.url("practice/mistakes.html")


def test_the_table_opens_in_a_spreadsheet_and_runs_nothing(page: Page, small: Place) -> None:
    """UTF-8 with a mark, CRLF, ten columns; what the learner typed like a formula is only text."""
    page.goto(small.url(f"quizzes/{QUIZ}.html"))
    form = QuestionForm(page, small.question_of_kind("fill_in", QUIZ))
    form.root.get_by_label("第 1 空").fill("=1+1")
    form.root.get_by_label("第 2 空").fill("十")
    form.submit()
    expect(form.status).to_contain_text("部分答对")
    answer_on_day(page, small, "short_answer", 0, rightly=False)
    open_book(page, small)
    name, data = saved(page, "导出表格")
    assert name == "廉学-错题本-2026-02-10.csv"
    assert data.startswith(b"\xef\xbb\xbf")
    text = data.decode("utf-8-sig")
    assert text.endswith("\r\n")
    head, *rows = csv.reader(io.StringIO(text, newline=""))
    assert head == [
        *("题干", "选项", "题型", "正确答案", "我的作答", "解析", "依据", "纪律", "答错次数", "最近答错日期"),
    ]
    assert rows[0] == [
        *("守则共____章，正文____条。", "", "填空", "二；十", "'=1+1；十", "总则和附则，一共十条。"),
        *("《学习守则》第九条", "", "1", "2026-02-10"),
    ]
    assert rows[1][0] == "材料：某支部小李连续两次没有参加集中学习。\n支部应当做些什么？"
    assert rows[1][3] == "1. 告知小李要补学\n2. 把补学情况记下来"
    expect(page.locator("[data-lx-page] > [data-status]")).to_have_text(
        "已导出 2 题，可以用 Excel 或 WPS 打开。"
    )


def test_the_paper_has_blanks_and_the_answers_only_where_wanted(page: Page, small_over_http: Place) -> None:
    """打印题目 has no answers; 打印题目和答案 has them on a page of their own; nothing else is printed."""
    for kind in ("single_choice", "fill_in", "short_answer"):
        answer_on_day(page, small_over_http, kind, 0, rightly=False)
    open_book(page, small_over_http)
    page.evaluate("window.print = () => undefined")
    page.emulate_media(media="print")
    page.get_by_role("heading", name="缺课之后怎么办？").wait_for()
    page.evaluate("document.querySelector('[data-print]').click()")
    sheet = page.locator(".lx-sheet")
    expect(sheet.get_by_role("heading", level=1)).to_have_text("错题本")
    expect(sheet).to_contain_text("全部题目，3 题，2026 年 2 月 10 日")
    expect(sheet).to_contain_text("守则共________章，正文________条。")
    expect(sheet).to_contain_text("材料某支部小李连续两次没有参加集中学习。")
    expect(sheet.get_by_text("答：________")).to_have_count(1)
    expect(sheet.get_by_text("参考答案")).to_have_count(0)
    expect(page.locator("main")).to_be_hidden()
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    expect(sheet).to_have_count(0)
    expect(page.locator("main")).to_be_visible()
    page.evaluate("document.querySelector('[data-print-answers]').click()")
    expect(sheet.locator(".lx-sheet__answer").first).to_have_text(
        "1. A\n解析：缺课补学，是新增的一条。\n依据：《学习守则》第五条之一"
    )


def test_many_mistakes_come_page_by_page(page: Page, over_http: Place) -> None:
    """Twenty at a time, the focus on the first new one; changed questions say so; removed ones are not listed."""
    open_book(page, over_http)
    page.evaluate(GET_WRONG, [45, 1, 3])
    open_book(page, over_http)
    expect(page.locator("[data-count]")).to_have_text("共 44 题，另有 1 题已更新，算作新题")
    stems = page.locator("[data-list] > li")
    expect(stems).to_have_count(20)
    more = page.get_by_role("button", name="显示更多")
    expect(more).to_have_text("显示更多（还有 25 题）")
    more.click()
    expect(stems).to_have_count(40)
    expect(stems.nth(20).get_by_role("heading")).to_be_focused()
    more.click()
    expect(stems).to_have_count(45)
    expect(more).to_be_hidden()
    expect(page.locator("[data-list]")).not_to_contain_text("没有读到")
    first = over_http.questions()[0]
    changed = page.locator(f'[data-list] > li[data-question="{first.id}"]')
    expect(changed.locator("[data-changed]")).to_have_text("题目已更新，请重新作答。")
    expect(changed.locator("[data-tally]")).to_be_hidden()
    expect(changed.get_by_role("button", name="看题")).to_have_count(0)
    changed.get_by_role("link", name="重新作答").click()
    expect(page).to_have_url(over_http.url(f"quizzes/{first.quiz}.html#{first.anchor}"))


def test_the_book_by_keyboard_on_a_phone_in_large_type(page: Page, small_as_files: Place) -> None:
    """At 390 px in 大字版 nothing sticks out; filter, 看题 and history work without a mouse."""
    page.set_viewport_size({"width": 390, "height": 844})
    for kind in ("multiple_choice", "matching"):
        answer_on_day(page, small_as_files, kind, 0, rightly=False)
    page.get_by_role("button", name="大字版").click()
    open_book(page, small_as_files)
    tab_to(page, "select[name=type]")
    page.keyboard.press("ArrowDown")
    expect(page.locator("[data-count]")).to_have_text("共 1 题")
    page.keyboard.press("ArrowDown")
    expect(page.locator("[data-list]")).to_contain_text("把条文和主题配起来。")
    tab_to(page, "[data-look]")
    page.keyboard.press("Enter")
    expect(page.locator("[data-shown] form")).to_have_attribute("data-verdict", "wrong")
    tab_to(page, "summary")
    page.keyboard.press("Enter")
    expect(page.locator("[data-history] li")).to_be_visible()
    assert page.evaluate(OVERFLOWING) == []


def test_axe_finds_nothing_in_the_book(page: Page, axe: str, small_over_http: Place) -> None:
    """Filled, with a question and its history open; and filtered down to nothing."""
    answer_on_day(page, small_over_http, "single_choice", 0, rightly=False)
    page.evaluate(GET_WRONG, [9, 1, 0])
    open_book(page, small_over_http)
    page.get_by_role("button", name="看题").first.click()
    page.locator("summary").first.click()
    found = violations(page, axe)
    open_book(page, small_over_http, "?discipline=%E7%BB%84%E7%BB%87%E7%BA%AA%E5%BE%8B&type=single_choice")
    found += violations(page, axe)
    assert not found, "\n".join(found)
