"""我的学习: a learner sees what is done, what is worth reading again, and sets how practice works."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from playwright.sync_api import Locator, Page, expect

from .accessibility import EVERY_SCREEN, violations
from .places import Place
from .test_layout import OVERFLOWING
from .watching import Watch

STUDY = "study/index.html"
QUIZ, PASSED = "disciplinary-regulations", "party-constitution"
MONTH_QUIZ = "practice/session.html?mode=month&lesson=2026"
LARGE = "document.documentElement.style.fontSize = '250%'"  # 200 % of what the site asks for
# Answers of present revisions; a share of 1 is right, 0 wrong, anything between is half right.
ANSWER = """async shares => {
  const { revision } = await Lianxue.bank.open();
  await Lianxue.recordStore.appendAll(Object.keys(shares).map(question => ({ kind: "response", payload: {
    question, revision: revision[Lianxue.bank.rowOf(question)] || "gone", response: ["A"], share: shares[question],
    verdict: shares[question] === 1 ? "correct" : shares[question] ? "partial" : "wrong",
  } })));
}"""
SIT = """exams => Lianxue.recordStore.appendAll(exams.map(([exam, title, score]) => ({ kind: "exam", payload: {
  exam, title, score, preset: "month", started: Date.now(), ended: Date.now(), minutes: 30, by: "hand", pass_mark: 80, points: 100, gained: score, items: [],
} })))"""


def open_study(page: Page, place: Place) -> None:
    """Open 我的学习 and wait until it can be used."""
    page.goto(place.url(STUDY))
    expect(page.locator("[data-lx-page=study][data-lx-ready]")).to_be_attached()


def section(page: Page, name: str) -> Locator:
    """One of its sections."""
    return page.locator(f'[data-study="{name}"]')


def cells(page: Page, name: str, row: str) -> list[str]:
    """What the table of a section says in the row headed `row`."""
    line = section(page, name).get_by_role("row").filter(has=page.get_by_role("rowheader", name=row))
    return [text.strip() for text in line.locator("td").all_inner_texts()]


def citing(place: Place, article: str) -> list[str]:
    """The questions that cite an article by its anchor."""
    return [
        question.id
        for question in place.questions()
        if any(citation["url"].endswith("#" + article) for citation in question.citations)
    ]


def fill_record(page: Page, place: Place) -> Mapping[str, float]:
    """One lesson passed, one begun with mistakes, two exams; the page is open afterwards."""
    open_study(page, place)
    of_quiz = [question.id for question in place.questions() if question.quiz == QUIZ]
    shares: dict[str, float] = {item.id: 1 for item in place.questions() if item.quiz == PASSED}
    shares |= {question: number % 3 / 2 for number, question in enumerate(of_quiz[:-4])}
    page.evaluate(ANSWER, shares)
    sittings = [["aaaa-1", "月度自测", 72], ["aaaa-2", "廉政知识测试", 88]]
    page.evaluate(SIT, sittings)
    open_study(page, place)
    return shares


def test_a_new_learner_is_led_to_the_months_questions(page: Page, place: Place) -> None:
    """No answers: friendly words, the way to 本月自测 and to the lesson, all lessons 未学, and no empty pictures."""
    open_study(page, place)
    beginning = section(page, "beginning")
    expect(beginning.get_by_role("heading", name="从本月自测开始")).to_be_visible()
    href = beginning.get_by_role("link", name="本月自测").get_attribute("href")
    lesson = place.lesson_of("2026-02").removeprefix("lessons/").removesuffix(".html")
    assert href == place.url("practice/session.html?mode=month&lesson=" + lesson.replace("/", "%2F"))
    expect(section(page, "lessons")).to_contain_text("本年度 3 课，已学 0 课。")
    for name in ("disciplines", "articles", "exams"):
        expect(section(page, name)).to_be_hidden()
    beginning.get_by_role("link", name="先读课文").click()
    expect(page).to_have_url(place.url(place.lesson_of("2026-02")))


def test_a_learner_sees_what_was_done(page: Page, place: Place) -> None:
    """The year's ring and table, bars with their numbers, and exams that lead to their results."""
    shares = fill_record(page, place)
    total = {quiz: sum(question.quiz == quiz for question in place.questions()) for quiz in (QUIZ, PASSED)}
    expect(section(page, "beginning")).to_be_hidden()
    expect(section(page, "lessons").get_by_role("heading")).to_have_text("2026 年的课")
    expect(section(page, "lessons")).to_contain_text("本年度 3 课，已学 1 课。")
    done = f"{total[PASSED]} / {total[PASSED]} 题"
    assert cells(page, "lessons", "党章")[1:] == ["已通过", done, "100 分"]
    begun = f"{total[QUIZ] - 4} / {total[QUIZ]} 题"
    assert cells(page, "lessons", "纪律处分条例")[1:] == ["学习中", begun, "—\n还没有做完"]

    disciplines = section(page, "disciplines")
    numbers = [re.findall(r"\d+", text) for text in disciplines.locator("tbody tr").all_inner_texts()]
    answered, everything, right = (sum(int(row[place]) for row in numbers) for place in range(3))
    assert (answered, everything) == (len(shares), len(place.questions()))
    assert right == sum(share == 1 for share in shares.values())
    expect(disciplines.locator("tbody th").last).to_have_text("其他")
    link = disciplines.get_by_role("link", name="廉洁纪律")
    assert "practice/session.html?mode=drill&discipline=%E5%BB%89" in str(link.get_attribute("href"))

    exams = section(page, "exams")
    expect(exams.locator("li")).to_have_text(
        [
            "廉政知识测试2026 年 2 月 10 日，得分 88 分，已达合格线",
            "月度自测2026 年 2 月 10 日，得分 72 分，未达合格线，可再练",
        ]
    )
    newest = exams.get_by_role("link", name="廉政知识测试").get_attribute("href")
    assert newest == place.url("practice/exams.html?exam=aaaa-2")


def test_articles_worth_reading_again_lead_to_their_text(page: Page, over_http: Place) -> None:
    """Most mistakes first, ten at once and the rest below 更多; a mastered mistake asks for no reading."""
    fill_record(page, over_http)
    articles = section(page, "articles")
    counts = [int(text.split("错 ")[1].split()[0]) for text in articles.locator("li").all_text_contents()]
    assert counts == sorted(counts, reverse=True)
    expect(articles.locator("li:visible")).to_have_count(10)
    articles.get_by_text("更多").click()
    expect(articles.locator("li:visible")).to_have_count(len(counts))
    first = articles.get_by_role("link").first
    title, address = first.inner_text(), str(first.get_attribute("href"))
    first.click()
    expect(page).to_have_url(address)
    expect(page.locator(".lx-target")).to_contain_text(title.partition("》")[2])


def test_mistakes_leave_the_list_when_they_are_mastered(page: Page, over_http: Place) -> None:
    """Two questions on one article; after one right answer too few, then the setting asks for one only."""
    open_study(page, over_http)
    wrong = [question for question in citing(over_http, "art-10") if question.startswith(QUIZ)]
    page.evaluate(ANSWER, dict.fromkeys(wrong, 0))
    open_study(page, over_http)
    row = (
        section(page, "articles")
        .locator("li")
        .filter(has=page.get_by_role("link", name="》第十条", exact=False))
    )
    expect(row).to_contain_text(f"错 {len(wrong)} 题")
    page.evaluate(ANSWER, dict.fromkeys(wrong, 1))
    open_study(page, over_http)
    expect(row).to_contain_text(f"错 {len(wrong)} 题")
    page.get_by_label("错题答对几次算掌握").fill("1")
    page.keyboard.press("Enter")
    expect(section(page, "articles")).to_contain_text("现在没有。以后答错的题，它依据的条款会列在这里。")


def test_removed_and_changed_questions_are_not_counted(page: Page, over_http: Place) -> None:
    """An answer to a question that is gone, or to one whose answer has changed since, leaves the numbers at none."""
    open_study(page, over_http)
    question = over_http.question_of_kind("single_choice", QUIZ).id
    page.evaluate(ANSWER, {"gone/question": 0})
    page.evaluate(
        """question => Lianxue.recordStore.append("response", { question, revision: "before", response: ["A"], verdict: "wrong", share: 0 })""",
        question,
    )
    open_study(page, over_http)
    expect(section(page, "lessons")).to_contain_text("本年度 3 课，已学 0 课。")
    expect(section(page, "lessons").locator("tbody")).not_to_contain_text("学习中")
    expect(section(page, "articles")).to_contain_text("现在没有。")
    assert {
        text.split(" / ")[0]
        for text in section(page, "disciplines").locator("td:nth-child(3)").all_inner_texts()
    } == {"0"}


def test_another_year_can_be_chosen(page: Page, over_http: Place) -> None:
    """The year of the clock stands first; a button shows the one before."""

    (index,) = (over_http.folder / "assets/bank").glob("index-*.js")
    moved = index.read_text(encoding="utf-8").replace('"month":"2026-01"', '"month":"2025-12"')
    headers = {"content-type": "text/javascript; charset=utf-8"}
    page.route("**/assets/bank/index-*.js", lambda route: route.fulfill(headers=headers, body=moved))
    open_study(page, over_http)
    lessons = section(page, "lessons")
    expect(lessons.get_by_role("button", name="2026 年")).to_have_attribute("aria-pressed", "true")
    expect(lessons.locator("tbody tr")).to_have_count(2)
    lessons.get_by_role("button", name="2025 年").click()
    expect(lessons.get_by_role("heading")).to_have_text("2025 年的课")
    expect(lessons.locator("tbody tr")).to_have_count(1)
    expect(lessons.get_by_role("button", name="2025 年")).to_have_attribute("aria-pressed", "true")


def test_a_bank_that_does_not_load_is_said(page: Page, over_http: Place, watch: Watch) -> None:
    """The settings and the record are there all the same."""
    watch.tolerate("ERR_FAILED")
    page.route("**/assets/bank/index-*.js", lambda route: route.abort())
    open_study(page, over_http)
    expect(section(page, "notice")).to_contain_text("题库没有读到，学习情况暂时显示不出来；学习记录还在。")
    expect(page.get_by_label("每天最多复习几题")).to_have_value("10")


def test_paper_has_the_facts_and_nothing_to_press(page: Page, over_http: Place) -> None:
    """In print ring, tables, articles and exams; neither settings nor the care of the record."""
    fill_record(page, over_http)
    page.emulate_media(media="print")
    for name in ("lessons", "disciplines", "articles", "exams"):
        expect(section(page, name)).to_be_visible()
    for hidden in (section(page, "settings"), page.locator("#record")):
        expect(hidden).to_be_hidden()
    expect(page.get_by_role("button").filter(visible=True)).to_have_count(0)


def test_axe_finds_nothing_on_my_study(page: Page, axe: str, over_http: Place) -> None:
    """Full of facts, and on home with something done."""
    fill_record(page, over_http)
    section(page, "articles").get_by_text("更多").click()
    found = violations(page, axe, EVERY_SCREEN)
    page.goto(over_http.url("index.html"))
    expect(page.locator("[data-lx-next-mistakes]")).to_contain_text("题")
    found += violations(page, axe)
    assert not found, "\n".join(found)


def test_my_study_fits_a_phone_with_large_text(page: Page, over_http: Place) -> None:
    """At 390 px, in 大字版 and at 200 % text, nothing sticks out; touch targets are 44 px high."""
    page.set_viewport_size({"width": 390, "height": 844})
    fill_record(page, over_http)
    assert page.evaluate(OVERFLOWING) == []
    small: list[Any] = [
        button.inner_text()
        for button in page.locator("[data-lx-page] .lx-button:visible, [data-study] input:visible").all()
        if (box := button.bounding_box()) and box["height"] < 44
    ]
    assert small == []
    page.evaluate("document.querySelector('[data-lx-switch=text]').click()")
    assert page.evaluate(OVERFLOWING) == []
    page.evaluate(LARGE)
    assert page.evaluate(OVERFLOWING) == []
    page.goto(over_http.url("index.html"))
    expect(page.locator("[data-lx-next-mistakes]")).to_contain_text("题")
    assert page.evaluate(OVERFLOWING) == []
    page.evaluate(LARGE)
    assert page.evaluate(OVERFLOWING) == []
