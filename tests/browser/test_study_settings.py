"""The settings of practice, on 我的学习."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from .places import Place
from .test_my_study import STUDY, open_study

SETTINGS = """Lianxue.recordStore.events().then(events =>
  Lianxue.record.inOrder(events).filter(event => event.kind === "setting").map(event => [event.payload.name, event.payload.value]))"""


def test_settings_are_kept_at_once_by_keyboard_alone(page: Page, place: Place) -> None:
    """Typing and Tab keep a number and a date; a sentence says so; they stand after a reload."""
    open_study(page, place)
    page.get_by_label("错题答对几次算掌握").press("Control+a")
    page.keyboard.type("3")
    page.keyboard.press("Tab")
    expect(page.locator("[data-setting-status=mastered_after]")).to_have_text(
        "已保存：错题在 3 个不同的日子答对以后，算已掌握。"
    )
    page.keyboard.type("15")
    page.keyboard.press("Tab")
    expect(page.locator("[data-setting-status=daily_limit]")).to_have_text("已保存：每天最多复习 15 题。")
    page.get_by_label("考试日期").fill("2026-12-01")
    page.get_by_label("考试日期").press("Tab")
    expect(page.locator("[data-setting-status=exam_date]")).to_have_text(
        "已保存：考试日期是 2026 年 12 月 1 日，考前三十天里还没有再做过的题，会在这以前再出现一次。"
    )
    page.goto(place.url(STUDY + "#settings"))
    page.reload()
    expect(page.locator("[data-lx-page=study][data-lx-ready]")).to_be_attached()
    expect(page.get_by_role("heading", name="练习设置")).to_be_in_viewport()
    values = [
        page.get_by_label(name).input_value()
        for name in ("错题答对几次算掌握", "每天最多复习几题", "考试日期")
    ]
    assert values == ["3", "15", "2026-12-01"]
    page.get_by_role("button", name="不设日期").press("Enter")
    expect(page.locator("[data-setting-status=exam_date]")).to_have_text("已保存：不设考试日期。")
    assert page.evaluate(SETTINGS) == [
        ["mastered_after", 3],
        ["daily_limit", 15],
        ["exam_date", "2026-12-01"],
        ["exam_date", ""],
    ]


@pytest.mark.parametrize(
    ("label", "typed", "words"),
    [
        ("错题答对几次算掌握", "6", "请填 1 到 5 之间的整数，原来的设置没有变。"),
        ("每天最多复习几题", "2.5", "请填 1 到 50 之间的整数，原来的设置没有变。"),
        ("考试日期", "2026-02-30", "请填一个日期，如 2026-12-01，原来的设置没有变。"),
        ("考试日期", "2026-02-09", "这一天已经过了，请填今天或以后的日期，原来的设置没有变。"),
    ],
)
def test_a_value_that_cannot_be_is_not_kept(
    page: Page, over_http: Place, label: str, typed: str, words: str
) -> None:
    """A sentence says what would be right; the date field may be a plain one, as in old browsers."""
    open_study(page, over_http)
    field = page.get_by_label(label)
    field.evaluate("field => { if (field.type === 'date') field.type = 'text'; }")
    field.fill(typed)
    field.press("Enter")
    expect(field).to_have_attribute("aria-invalid", "true")
    expect(field).to_have_accessible_description(re.compile(re.escape(words)))
    assert page.evaluate(SETTINGS) == []
