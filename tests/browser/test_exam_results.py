"""After a mock exam: the score, every question again, the sheet for paper; and how all of it lies on small screens."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from .accessibility import TWO_SCREENS, violations
from .exam_sitting import Exam
from .places import Place
from .test_layout import OVERFLOWING

OLD_EXAM = {
    "exam": "11111111-1111-4111-8111-111111111111",
    "preset": "no-longer-there",
    "title": "去年的试卷",
    "started": 1_770_000_000_000,
    "ended": 1_770_000_600_000,
    "minutes": 10,
    "by": "hand",
    "pass_mark": 60,
    "points": 30,
    "gained": 20,
    "score": 67,
}
ITEM = {"type": "single_choice", "discipline": "", "points": 10, "share": 1, "verdict": "correct"}


def finish(exam: Exam, *, wrong: int) -> None:
    """Sit the small exam with the last ones wrong, and the very last not answered."""
    exam.begin()
    for number in range(5):
        exam.answer(rightly=number < 5 - wrong)
        exam.next()
    exam.hand_in()


def test_every_question_is_looked_at_again(page: Page, small_over_http: Place) -> None:
    """Own response, verdict, right answer, explanation, citation; what was not answered; only the wrong ones."""
    exam = Exam(page, small_over_http)
    finish(exam, wrong=1)
    items = page.locator("[data-review] > li")
    expect(items).to_have_count(6)
    expect(items.nth(0).locator("[data-status]")).to_have_text("✓ 答对了")
    expect(items.nth(0).locator("input:checked")).to_be_disabled()
    expect(items.nth(4).locator("[data-status]")).to_have_text("✕ 答错了")
    expect(items.nth(4)).to_contain_text("第 5 题：本题 20 分，得 0 分。")
    expect(items.nth(5).locator("[data-status]")).to_have_text("○ 未答")
    for part in ("正确答案", "解析", "依据"):
        expect(items.nth(5).get_by_text(part, exact=True)).to_be_visible()
    expect(page.get_by_role("button", name="再做一次")).to_have_count(0)
    expect(page.get_by_role("button", name="记笔记")).to_have_count(6)
    only = page.get_by_role("button", name="只看错题")
    only.click()
    expect(only).to_have_attribute("aria-pressed", "true")
    expect(items.filter(visible=True)).to_have_count(2)
    rows = page.locator("[data-by-type] tr")
    expect(rows.first).to_have_text("单选题1 题1 题20 / 20 分")
    expect(page.locator("[data-by-discipline] tr").last).to_contain_text("其他")
    expect(page.locator("[data-facts]")).to_contain_text("共 6 题：答对 4 题，答错 1 题，未答 1 题。")
    expect(page.locator("[data-articles-list] a").first).to_have_attribute("href", re.compile("regulations/"))
    expect(page.get_by_role("link", name="错题再练")).to_have_attribute(
        "href", re.compile(r"session.html\?mode=mistakes")
    )
    page.get_by_role("link", name="再考一次").click()
    expect(exam.card("every-kind").get_by_role("button")).to_be_focused()


def test_questions_removed_or_changed_since_are_said(page: Page, small_over_http: Place) -> None:
    """The points of the day stay; the question does not pretend to be the one that was asked."""
    exam = Exam(page, small_over_http)
    exam.open()
    items: list[dict[str, Any]] = [
        {**ITEM, "question": "every-kind/gone", "revision": "00000000", "response": ["A"]},
        {**ITEM, "question": "every-kind/single", "revision": "00000000", "response": ["A"]},
    ]
    page.evaluate("payload => Lianxue.recordStore.append('exam', payload)", {**OLD_EXAM, "items": items})
    exam.open(f"?exam={OLD_EXAM['exam']}")
    expect(exam.score).to_have_text("得分 67 分")
    expect(page.locator("[data-review] > li")).to_have_text(
        [
            "第 1 题（单选）：题目已删除，只留当时的得分。本题 10 分，得 10 分。",
            "第 2 题（单选）：题目已更新，只留当时的得分。本题 10 分，得 10 分。",
        ]
    )
    expect(page.get_by_role("link", name="再考一次")).to_be_hidden()
    exam.open("?exam=unknown")
    expect(exam.note).to_have_text("学习记录里没有这场考试的成绩。")


def test_the_certificate_is_one_page_and_the_learners_own(
    page: Page, small_over_http: Place, tmp_path: Path
) -> None:
    """Name as typed, title, date, score by type, in large words what it is not; the name is kept nowhere."""
    exam = Exam(page, small_over_http)
    finish(exam, wrong=0)
    page.get_by_role("button", name="填写成绩单").click()
    expect(page.get_by_label("姓名")).to_be_focused()
    page.keyboard.type("张三")
    sheet = page.get_by_role("article").filter(has_text="自测成绩单")
    for words in (
        "张三",
        "每种题型的小卷",
        "2026 年 2 月 10 日",
        "90 分（满分 100 分，合格线 60 分）",
        "达到合格线",
    ):
        expect(sheet.get_by_text(words, exact=True)).to_be_visible()
    page.emulate_media(media="print")
    small_print = sheet.get_by_text("本人填写，非组织证明")
    size = small_print.evaluate("element => parseFloat(getComputedStyle(element).fontSize)")
    assert size >= 18  # pixels
    expect(page.get_by_role("banner")).to_be_hidden()
    expect(page.get_by_role("button").filter(visible=True)).to_have_count(0)
    expect(sheet.locator("img, svg")).to_have_count(0)
    assert page.pdf(prefer_css_page_size=True).count(b"/Type /Page\n") == 1
    page.emulate_media(media="screen")
    assert "张三" not in str(exam.events("exam")) and exam.memo() is None
    page.get_by_role("button", name="返回成绩").click()
    expect(page.get_by_role("button", name="填写成绩单")).to_be_focused()


@pytest.fixture
def states(page: Page, small_over_http: Place) -> Any:
    """Walk through everything the page can show, one state after another."""

    def walk() -> Any:
        exam = Exam(page, small_over_http)
        exam.begin()
        yield "sitting"
        for _ in range(4):
            exam.next()
        exam.answer()
        page.get_by_role("button", name="标记本题").click()
        yield "matching, answered and marked"
        page.get_by_role("button", name="交卷", exact=True).click()
        yield "handing in"
        exam.hand_in()
        expect(page.locator("[data-review] form")).to_have_count(6)
        yield "result"
        page.get_by_role("button", name="填写成绩单").click()
        yield "certificate"
        exam.open()
        yield "list"
        page.evaluate("Lianxue.recordStore.setMemo('exam', { exam: 'damaged' })")
        exam.open()
        page.get_by_role("button", name="放弃这场考试").click()
        yield "giving up what cannot be opened"

    return walk()


def test_axe_finds_nothing_in_any_state(page: Page, axe: str, states: Any) -> None:
    """Zero violations: one state wide and light, the next narrow and dark, the result both ways."""
    found = []
    for number, state in enumerate(states):
        screens = TWO_SCREENS if state == "result" else (TWO_SCREENS[number % 2],)
        found += [f"{state}: {line}" for line in violations(page, axe, screens)]
    assert not found, "\n".join(found)


def test_no_state_is_wider_than_a_phone_with_large_type(page: Page, states: Any) -> None:
    """At 390 px with text of 200 % nothing sticks out, and everything that is pressed is 44 px high."""
    page.set_viewport_size({"width": 390, "height": 844})
    for state in states:
        page.evaluate("document.documentElement.style.fontSize = '250%'")
        assert page.evaluate(OVERFLOWING) == [], state
        buttons = (
            page.locator("[data-lx-page] button.lx-button, [data-sheet] button").filter(visible=True).all()
        )
        assert [box for button in buttons if (box := button.bounding_box()) and box["height"] < 44] == [], (
            state
        )
