"""Pages that come of a trainer's desk: two versions side by side, older texts, cases, what was taken down, drafts."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from .learners import OpenContext
from .places import Place, open_page
from .searching import Search
from .test_keyboard import tab_to

OLD, NEW = "regulations/loan-rules-2019.html", "regulations/loan-rules.html"
COMPARISON = "comparisons/loan-rules.html"


def test_an_older_text_leads_to_what_changed(page: Page, small: Place) -> None:
    """It says that it was revised although nobody checked it, and leads to the text in force and the comparison."""
    page.goto(small.url(OLD))
    notice = page.locator(".lx-superseded")
    expect(notice).to_have_text(
        "已修订　这是旧文本。学习和引用请看现行文本：《图书借阅办法》；改了哪些，看逐条对照。"
    )
    expect(page.get_by_text("待核")).to_have_count(0)
    notice.get_by_role("link", name="《图书借阅办法》").click()
    expect(page).to_have_url(small.url(NEW))
    page.go_back()
    notice.get_by_role("link", name="逐条对照").click()
    expect(page).to_have_url(small.url(COMPARISON))
    expect(page.get_by_role("heading", level=1)).to_have_text("《图书借阅办法》新旧对照")
    expect(page.get_by_role("link", name="法规库").and_(page.locator("[aria-current]"))).to_be_visible()


def test_an_article_is_compared_by_keyboard(page: Page, small: Place) -> None:
    """Tab and Enter lead from the list of changes to the article, below the header."""
    page.goto(small.url(COMPARISON))
    tab_to(page, "a[href='#c-2']")
    page.keyboard.press("Enter")
    expect(page).to_have_url(small.url(COMPARISON + "#c-2"))
    heading = page.get_by_role("heading", name="改动 第二条 借多少、借多久")
    expect(heading).to_be_in_viewport()
    top = heading.evaluate("element => element.getBoundingClientRect().top")
    assert top >= page.locator(".lx-bar").evaluate("element => element.getBoundingClientRect().bottom")
    page.keyboard.press("Tab")
    expect(page.locator("#c-2 ~ div a").first).to_be_focused()


def test_changes_are_told_without_colour(page: Page, small_over_http: Place) -> None:
    """Struck through and underlined; read aloud as words that are seen by nobody and copied by nobody."""
    page.goto(small_over_http.url(COMPARISON))
    article = page.locator("section[aria-labelledby='c-2']")
    lines = "element => getComputedStyle(element).textDecorationLine"
    assert article.locator("del").first.evaluate(lines) == "line-through"
    assert article.locator("ins").first.evaluate(lines) == "underline"
    told = article.locator(".lx-compare__row").nth(1).aria_snapshot()
    heard = ("旧文本", "- deletion: 【删去： 十五 】", "新文本", "- insertion: 【新增： 三十 】")
    assert [words for words in heard if words not in told] == []
    copied = page.evaluate("""() => {
      getSelection().selectAllChildren(document.querySelector("section[aria-labelledby='c-2']"));
      return String(getSelection());
    }""")
    assert "删去：" not in copied
    page.emulate_media(media="print")
    assert article.locator("del").first.evaluate(lines) == "line-through"
    expect(page.get_by_role("navigation", name="有改动的条文")).to_be_hidden()


def test_a_comparison_reads_without_javascript(open_context: OpenContext, small: Place) -> None:
    """Every changed article stands there, with what is only renumbered and what is the same named below."""
    page = open_context(java_script_enabled=False).new_page()
    page.goto(small.url(COMPARISON))
    headings = page.get_by_role("heading", level=2)
    expect(headings).to_have_text(
        [
            "改动第二条 借多少、借多久",
            "删去第三条",
            "新增第三条 爱护",
            "改动第四条 赔偿",
            "没有改动",
        ]
    )


def test_the_register_keeps_older_texts_apart(page: Page, small: Place) -> None:
    """In force first; the others under a heading of their own, marked in words. Home lists none of them."""
    page.goto(small.url("regulations/index.html"))
    past = page.get_by_role("region", name="历史版本")
    expect(past.get_by_role("link", name="图书借阅办法（2019年）")).to_be_visible()
    expect(past.get_by_text("已修订")).to_have_count(2)
    expect(page.get_by_role("link", name="图书借阅办法", exact=True)).to_be_visible()
    page.goto(small.url("index.html"))
    register = page.get_by_role("region", name="法规库")
    expect(register.get_by_role("link", name="图书借阅办法", exact=True)).to_be_visible()
    expect(register.get_by_role("link", name="图书借阅办法（2019年）")).to_have_count(0)


def test_what_was_taken_down_says_so_and_leads_on(page: Page, small: Place) -> None:
    """The notice, nothing of the text, and the way to the other lessons, which do not list it."""
    page.goto(small.url("lessons/2026/01-withdrawn.html"))
    expect(page.get_by_role("heading", level=1)).to_have_text("图书借阅办法：借多少、还多久")
    expect(page.locator(".admonition")).to_contain_text("2026 年 2 月 5 日撤下：所引条文已修订，正在改写。")
    expect(page.get_by_text("这些文字学员看不到")).to_have_count(0)
    page.get_by_role("link", name="看“每月一法规”里的其他内容").click()
    expect(page).to_have_url(small.url("lessons/index.html"))
    expect(page.get_by_role("link", name="图书借阅办法：借多少、还多久")).to_have_count(0)


def test_a_case_says_that_it_is_made_up_wherever_it_is_listed(page: Page, small: Place) -> None:
    """On the list, on its own page, on its regulation; and it leads to the article it rests on."""
    page.goto(small.url("cases/index.html"))
    expect(page.get_by_role("listitem").filter(has_text="晚还两个月的书").first).to_contain_text("虚构")
    page.get_by_role("link", name="晚还两个月的书").click()
    expect(page.locator(".lx-eyebrow")).to_have_text("案例 · 虚构")
    page.get_by_role("region", name="依据").get_by_role("link", name="第二条").click()
    expect(page).to_have_url(small.url(NEW + "#art-2"))
    expect(page.locator("li").filter(has_text="晚还两个月的书")).to_contain_text("案例（虚构）")


def test_a_preview_counts_drafts_apart(page: Page, small_over_http: Place) -> None:
    """Numbers go up to the number of questions on the page; how many are open is said; a draft is no form."""
    open_page(page, small_over_http.page("drafts"))
    facts = page.locator(".lx-quiz__facts")
    ready = page.locator("form[data-question]").count()
    expect(facts).to_contain_text(f"共 {ready} 题 另有 1 题待确认")
    expect(page.locator("form .lx-question__legend").first).to_contain_text(f"第 1 题 / {ready + 1}")
    draft = page.locator(".lx-draft")
    expect(draft).to_contain_text("待确认")
    expect(draft).to_contain_text("核对后在 quizzes/every-kind.yml 第 92 行写上答案，删去 status 一行")
    expect(draft.locator("input, button")).to_have_count(0)


def test_search_ranks_the_text_in_force_above_the_older_one(page: Page, small: Place) -> None:
    """The older one is marked in words; the comparison is one of the regulations."""
    page.goto(small.url("index.html"))
    search = Search(page).open().ask("借阅办法第二条")
    groups = search.list.get_by_role("group")
    expect(groups.nth(0).locator(".lx-status")).to_have_text("现行有效")
    expect(groups.nth(1).locator(".lx-status")).to_have_text("已修订")
    search.ask("新旧对照")
    first = groups.first
    expect(first.locator(".lx-find__kind")).to_have_text("法规")
    expect(first.get_by_role("option").first).to_contain_text("《图书借阅办法》新旧对照")
    search.ask("晚还两个月")
    expect(groups.first.locator(".lx-find__kind")).to_have_text("案例")
