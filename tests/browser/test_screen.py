"""A trainer shows questions on the big screen of a meeting."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Locator, Page, Playwright, expect

from .accessibility import violations
from .learners import FEBRUARY, chromium_options
from .places import Place
from .test_layout import OVERFLOWING

SCREEN_URL = "practice/screen.html"
EVERY_KIND = "practice/screen.html?quiz=every-kind"
# What a presenter's remote can send.
FORWARD, BACKWARD, BLACK, START, STOP = "PageDown", "PageUp", "b", "F5", "Escape"


@pytest.fixture(scope="module")
def chromium(playwright: Playwright, chromium_path: Path) -> Iterator[Browser]:
    """A Chromium with windows: the headless shell has no full screen to go to."""
    browser = playwright.chromium.launch(**chromium_options(chromium_path))
    yield browser
    browser.close()


def open_screen(page: Page, url: str) -> Locator:
    """Open the page and wait until it can be used; gives the stage."""
    page.goto(url)
    expect(page.locator("[data-lx-page=screen][data-lx-ready]")).to_be_attached()
    return page.locator("[data-stage]")


def press(page: Page, *keys: str) -> None:
    """One key after another."""
    for key in keys:
        page.keyboard.press(key)


def test_a_remote_alone_shows_questions_and_their_answers(page: Page, small: Place) -> None:
    """Its button begins; forward shows answer, explanation, next question; back undoes; black hides; nothing is recorded."""
    stage = open_screen(page, small.url(EVERY_KIND))
    press(page, START)
    expect(stage).to_be_visible()
    expect(stage.get_by_text("第 1 题 / 9")).to_be_visible()
    expect(stage.get_by_text("缺课之后怎么办？")).to_be_visible()
    expect(stage.get_by_text("✓ 正确答案")).to_have_count(0)
    press(page, FORWARD)
    expect(stage.locator('[data-option="A"]')).to_contain_text("✓ 正确答案")
    expect(stage.get_by_text("缺课补学，是新增的一条。")).to_be_hidden()
    press(page, FORWARD)
    expect(stage.get_by_text("缺课补学，是新增的一条。")).to_be_visible()
    expect(stage.get_by_role("link", name="第五条之一")).to_be_visible()
    press(page, FORWARD)
    expect(stage.get_by_text("第 2 题 / 9")).to_be_visible()
    press(page, BACKWARD)
    expect(stage.get_by_text("缺课补学，是新增的一条。")).to_be_visible()
    press(page, BLACK)
    expect(stage.get_by_role("button", name="黑屏")).to_be_visible()
    press(page, FORWARD)  # brings the question back, and no more
    expect(stage.get_by_role("button", name="黑屏")).to_be_hidden()
    expect(stage.get_by_text("缺课补学，是新增的一条。")).to_be_visible()
    press(page, *[FORWARD] * 30)
    expect(stage.get_by_text("题目已全部答完。")).to_be_visible()
    assert page.evaluate("Lianxue.recordStore.events().then(events => events.length)") == 0


def test_answers_of_every_kind_are_shown_as_lines(page: Page, small_over_http: Place) -> None:
    """Gaps, pairs, order and points; a text that questions share stands above them."""
    stage = open_screen(page, small_over_http.url(EVERY_KIND))
    press(page, START)
    expect(stage).to_be_visible()
    press(page, "n", "n", "n", "Space")
    answer = stage.locator("[data-answer] > *")
    expect(stage.locator("[data-slide]")).to_contain_text("守则共________章，正文________条。")
    expect(answer).to_have_text(["第 1 空：二", "第 2 空：十"])
    press(page, "n", "Enter")
    expect(answer).to_have_text(["第一条 → A　制定目的", "第九条 → B　解释权限"])
    press(page, "n", "Space")
    expect(answer).to_have_text(["第 1 位：C　告知", "第 2 位：A　登记", "第 3 位：B　补学"])
    press(page, "n")
    expect(stage.get_by_text("某支部小李连续两次没有参加集中学习。")).to_be_visible()
    expect(stage.locator("[data-feedback]")).to_be_hidden()
    press(page, "Space", "Space", "Space")  # the third does nothing: it is no way to the next question
    expect(answer).to_have_text(["告知小李要补学", "把补学情况记下来"])
    expect(stage.get_by_text("补学要告知，也要留痕。")).to_be_visible()


def test_teams_score_and_a_reload_loses_nothing(context: BrowserContext, page: Page, small: Place) -> None:
    """Names are ours; keys and buttons give and take; after a reload and at the end everything stands as it was."""
    stage = open_screen(page, small.url(EVERY_KIND))
    page.get_by_label("队伍", exact=True).select_option("3 队")
    page.get_by_label("第 2 队的名称").fill("机关二支部")
    page.get_by_label("每题计时").select_option("30 秒")
    page.get_by_role("button", name="开始").click()
    expect(stage.get_by_role("timer")).to_have_text("30 秒")
    press(page, "1", "1", "2")
    stage.get_by_role("button", name="每次 1 分").click()
    press(page, "Shift+3")
    stage.get_by_role("button", name="机关二支部加分").click()
    press(page, "Space")  # the mouse pressed a button; the space bar still reveals and presses nothing
    expect(stage.locator("[data-score]")).to_have_text(["2", "6", "−5"])
    expect(stage.get_by_role("timer")).to_be_hidden()
    press(page, "n")
    expect(stage.get_by_text("第 2 题 / 9")).to_be_visible()
    page.evaluate("Lianxue.recordStore.memo('screen')")  # read behind the writing: it is on disk then
    context.clock.set_fixed_time(FEBRUARY.replace(minute=FEBRUARY.minute + 1))
    page.reload()
    expect(stage.get_by_text("第 2 题 / 9")).to_be_visible()
    expect(stage.locator("[data-score]")).to_have_text(["2", "6", "−5"])
    expect(stage.get_by_role("timer")).to_have_text("时间到")
    stage.get_by_role("button", name="结束").click()
    expect(page.get_by_role("heading", name="本次各队得分")).to_be_focused()
    rows = page.locator("[data-results] tbody tr")
    expect(rows).to_have_text(["甲队2 分", "机关二支部6 分", "丙队−5 分"])
    expect(page.get_by_label("第 2 队的名称")).to_have_value("机关二支部")
    page.get_by_role("button", name="回到第 2 题").click()
    expect(stage.get_by_text("第 2 题 / 9")).to_be_visible()
    assert page.evaluate("Lianxue.recordStore.events().then(events => events.length)") == 0


def test_questions_are_chosen_by_month_quiz_address_and_conditions(
    page: Page, small_over_http: Place
) -> None:
    """The month's lesson is offered first; conditions are asked only where they are wanted; what fits nothing is said."""
    stage = open_screen(page, small_over_http.url(SCREEN_URL))
    source = page.get_by_label("题目来源")
    expect(source.locator("optgroup").first).to_have_attribute("label", "本月")
    expect(page.get_by_label("题型")).to_be_hidden()
    page.get_by_role("button", name="开始").click()
    expect(stage.get_by_text("第 1 题 / 2")).to_be_visible()
    stage.get_by_role("button", name="结束").click()
    expect(stage).to_be_hidden()
    source.select_option("按条件选题")
    page.get_by_label("题型").select_option("匹配")
    page.get_by_label("难度").select_option("易")
    page.get_by_role("button", name="开始").click()
    expect(page.get_by_role("alert")).to_have_text(
        "没有符合条件的题目，或题库暂不够组成这份卷。请换一个来源或条件。"
    )
    page.get_by_label("难度").select_option("不限")
    page.get_by_role("button", name="开始").click()
    expect(stage.get_by_text("把条文和主题配起来。")).to_be_visible()
    stage.get_by_role("button", name="结束").click()
    open_screen(page, small_over_http.url(SCREEN_URL + "?type=ordering&regulation=study-rules"))
    press(page, START)
    expect(stage.get_by_text("补学按什么顺序办？")).to_be_visible()


def test_questions_of_a_preset_are_shown(page: Page, small_over_http: Place) -> None:
    """组卷方案 by choice or by the address: as many questions of each type as its rows say, in their order."""
    stage = open_screen(page, small_over_http.url(SCREEN_URL))
    page.get_by_label("题目来源").select_option("每种题型的小卷")
    page.get_by_role("button", name="开始").click()
    kinds = []
    for number in range(1, 7):
        expect(stage.locator("[data-place]")).to_have_text(f"第 {number} 题 / 6")
        kinds.append(stage.locator("[data-kind]").inner_text())
        press(page, "Space", "Space")
        expect(stage.locator("[data-feedback]")).to_be_visible()
        press(page, "n")
    assert kinds == ["单选", "多选", "判断", "填空", "匹配", "排序"]
    expect(stage.get_by_text("题目已全部答完。")).to_be_visible()
    page.locator("[data-finish]").click()
    open_screen(page, small_over_http.url(SCREEN_URL + "?preset=every-kind"))
    expect(page.get_by_label("题目来源").locator(":checked")).to_have_text("每种题型的小卷")
    press(page, START)
    expect(stage.locator("[data-place]")).to_have_text("第 1 题 / 6")
    expect(stage.locator("[data-kind]")).to_have_text("单选")


def test_full_screen_is_the_browsers_or_the_whole_window(page: Page, small_over_http: Place) -> None:
    """Beginning asks for full screen; where that is refused the stage fills the window and Esc ends the show."""
    stage = open_screen(page, small_over_http.url(EVERY_KIND))
    page.get_by_role("button", name="开始").click()
    expect(stage.get_by_role("button", name="退出全屏")).to_be_visible()
    stage.get_by_role("button", name="退出全屏").click()
    expect(stage.get_by_role("button", name="全屏", exact=True)).to_be_visible()
    box, viewport = stage.bounding_box(), page.viewport_size
    assert box and viewport
    assert (box["width"], box["height"]) == (viewport["width"], viewport["height"])
    press(page, STOP)
    expect(stage).to_be_hidden()
    page.evaluate("void (Element.prototype.requestFullscreen = () => Promise.reject(new Error('refused')))")
    page.get_by_role("button", name="开始").click()
    expect(stage).to_be_visible()
    press(page, "Tab")  # the page below is not reached
    expect(stage.locator(":focus")).to_have_count(1)
    press(page, STOP)
    expect(stage).to_be_hidden()


@pytest.mark.parametrize("size", [(1280, 720), (1920, 1080), (390, 844), (390, 844, "200%")], ids=str)
def test_the_stage_fits_every_screen(page: Page, small_over_http: Place, size: tuple[int, int, str]) -> None:
    """With six teams nothing runs out of the window sideways; on wide screens every question is seen whole."""
    page.set_viewport_size({"width": size[0], "height": size[1]})
    stage = open_screen(page, small_over_http.url(EVERY_KIND))
    if len(size) > 2:
        page.evaluate("document.documentElement.style.fontSize = '200%'")
    assert page.evaluate(OVERFLOWING) == []
    page.get_by_label("队伍", exact=True).select_option("6 队")
    page.get_by_role("button", name="开始").click()
    expect(stage).to_be_visible()
    for _ in range(9):
        press(page, "Space", "Space")
        assert page.evaluate(OVERFLOWING) == []
        if size[0] > 1000:
            assert page.evaluate(
                "(e => e.scrollHeight <= e.clientHeight)(document.querySelector('[data-scroll]'))"
            )
        press(page, "n")


def test_what_is_too_long_is_scrolled_by_keys(page: Page, small_over_http: Place) -> None:
    """A question longer than the screen even in the smallest type: the arrow keys move it."""
    page.set_viewport_size({"width": 1280, "height": 360})
    stage = open_screen(page, small_over_http.url(EVERY_KIND))
    page.get_by_role("button", name="开始").click()
    page.wait_for_function("document.fullscreenElement !== null")  # keys pressed on the way there may be lost
    press(page, "n", "Space", "Space", "ArrowUp", "ArrowUp", "ArrowUp")
    body = stage.locator("[data-scroll]")
    page.wait_for_function("e => e.scrollHeight > e.clientHeight", arg=body.element_handle())
    assert body.evaluate("element => element.scrollTop") == 0
    press(page, "ArrowDown")
    assert body.evaluate("element => element.scrollTop") > 0


def test_axe_finds_nothing_in_both_states(page: Page, small_over_http: Place, axe: str) -> None:
    """Choosing with scores above, and presenting with an explanation, in light and dark."""
    stage = open_screen(page, small_over_http.url(EVERY_KIND))
    page.get_by_label("队伍", exact=True).select_option("6 队")
    page.get_by_role("button", name="开始").click()
    press(page, "Space", "Space")
    found = violations(page, axe)
    stage.get_by_role("button", name="结束").click()
    expect(page.get_by_role("heading", name="本次各队得分")).to_be_visible()
    found += violations(page, axe)
    assert not found, "\n".join(found)
