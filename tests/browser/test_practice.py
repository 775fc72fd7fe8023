"""练习: the doors with their facts, and the form of 专项练习."""

from __future__ import annotations

import re

from playwright.sync_api import Page, expect

from .places import Place
from .test_keyboard import tab_to
from .test_layout import OVERFLOWING


def open_practice(page: Page, place: Place) -> None:
    """Open 练习 and wait until it can be used."""
    page.goto(place.url("practice/index.html"))
    expect(page.locator("[data-lx-ready]")).to_be_attached()


def test_a_newcomer_reads_calm_facts_on_four_doors(page: Page, place: Place) -> None:
    """The lesson of February with its questions; nothing wrong and nothing due is said kindly."""
    open_practice(page, place)
    doors = page.locator("[data-door]")
    expect(doors.locator("b")).to_have_text(["本月自测", "错题", "复习", "模拟考试"])
    facts = doors.locator("[data-fact]")
    expect(facts.nth(0)).to_have_text(re.compile(r"^纪律处分条例：总则与处分运用，共 \d+ 题，还没有开始$"))
    expect(facts.nth(1)).to_have_text("现在没有错题")
    expect(facts.nth(2)).to_have_text("现在没有要复习的题")
    expect(facts.nth(3)).to_have_text(re.compile(r"^(\d+ 种组卷方案|还没有组卷方案)$"))
    for name, url in (
        ("错题本", "practice/mistakes.html"),
        ("我的笔记", "practice/notes.html"),
        ("大屏答题", "practice/screen.html"),
        ("背题", "practice/session.html?mode=recite"),
        ("每日五题", "practice/session.html?mode=daily"),
    ):
        expect(page.locator(".lx-ways").get_by_role("link", name=name)).to_have_attribute(
            "href", re.compile(re.escape(url.removeprefix("practice/")) + "$")
        )


def test_choosing_narrows_the_count_and_starts_that_session(page: Page, over_http: Place) -> None:
    """The number follows every choice, nothing that fits is said, and the choice is there next time."""
    open_practice(page, over_http)
    count = page.locator("[data-count]")
    expect(count).to_have_text(f"共 {len(over_http.questions())} 题符合。")
    page.get_by_label("法规").select_option(label="《纪律处分条例》")
    page.get_by_label("从第几条").fill("900")
    expect(count).to_have_text("没有题目符合，请放宽条件。")
    page.get_by_role("button", name="开始练习").press("Enter")
    expect(page).to_have_url(over_http.url("practice/index.html"))
    page.get_by_label("从第几条").fill("1")
    page.get_by_label("到第几条").fill("50")
    page.get_by_label("题型").select_option("single_choice")
    page.get_by_label("题数").select_option("all")
    fitting = re.search(r"\d+", count.inner_text())
    assert fitting
    page.get_by_role("button", name="开始练习").click()
    expect(page.locator("[data-place]")).to_have_text(f"第 1 / {fitting.group()} 题")
    expect(page.locator("[data-words]")).to_have_text("《纪律处分条例》第 1–50 条、单选题")
    expect(page.locator("[data-stage] form")).to_have_attribute("data-type", "single_choice")
    open_practice(page, over_http)
    expect(page.get_by_label("到第几条")).to_have_value("50")
    expect(count).to_have_text(f"共 {fitting.group()} 题符合。")
    page.get_by_role("button", name="清除条件").click()
    expect(count).to_have_text(f"共 {len(over_http.questions())} 题符合。")


def test_a_drill_is_chosen_by_keyboard_alone(page: Page, small: Place) -> None:
    """Tab to a select, a letter or an arrow to choose, Enter on the button."""
    open_practice(page, small)
    tab_to(page, "select[name=type]")
    page.keyboard.press("ArrowDown")
    expect(page.locator("select[name=type]")).to_have_value("single_choice")
    tab_to(page, "select[name=mode]")
    page.keyboard.press("End")
    expect(page.locator("select[name=mode]")).to_have_value("recite")
    expect(page.locator("select[name=count]")).to_be_disabled()
    tab_to(page, "[data-start]")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("背题")
    expect(page.locator("[data-place]")).to_have_text("第 1 / 2 题")


def test_practice_fits_a_phone_with_large_text(page: Page, over_http: Place) -> None:
    """At 390 px, in 大字版, and with 200 % text on top, nothing is wider than the screen."""
    page.set_viewport_size({"width": 390, "height": 844})
    open_practice(page, over_http)
    assert page.evaluate(OVERFLOWING) == []
    page.locator("[data-lx-switch=text]").click()
    page.evaluate("document.documentElement.style.fontSize = '200%'")
    assert page.evaluate(OVERFLOWING) == []
    heights = page.locator(
        ".lx-door, .lx-ways a, .lx-drill select, .lx-drill input, .lx-drill button"
    ).evaluate_all("all => all.map(element => element.getBoundingClientRect().height)")
    assert min(heights) >= 44
