"""Without JavaScript the site reads well; and the answers stand nowhere but where they belong."""

from __future__ import annotations

import re

from playwright.sync_api import expect

from .learners import OpenContext
from .places import Place
from .sites import Sites

# What each page of the learner's own says that cannot do without.
NEEDS_SCRIPTS = {
    "practice": "浏览器没有启用脚本，不能在线练习。可以到自测题看题目，再看答案与解析。",
    "session": "浏览器没有启用脚本，不能在线练习。可以到自测题看题目，再看答案与解析。",
    "exams": "浏览器没有启用脚本，不能在线考试。可以到自测题看题目，再看答案与解析。",
    "screen": "浏览器没有启用脚本，不能使用大屏。可以打开自测题，逐题讲解。",
    "mistakes": "浏览器没有启用脚本，错题本打不开。请在浏览器的设置里启用脚本，再打开本页。",
    "notes": "浏览器没有启用脚本，笔记打不开。请在浏览器的设置里启用脚本，再打开本页。",
    "study": "这一页要由浏览器运行脚本才能显示：请允许脚本后刷新。课文和自测题不受影响，照常可读。",
}
TEXT_FILES = {".html", ".js", ".css", ".json", ".xml", ".txt", ".svg"}


def test_questions_read_without_javascript(open_context: OpenContext, place: Place) -> None:
    """The lesson shows stems and options, no dead buttons, and a link that leads to the answers."""
    page = open_context(java_script_enabled=False).new_page()
    page.goto(place.url(place.lesson_of("2026-02")))
    question = place.question_of_kind("single_choice", "disciplinary-regulations")
    form = page.locator(f'form[data-question="{question.id}"]')
    expect(form.locator(".lx-question__stem")).to_be_visible()
    expect(form.locator(".lx-option").first).to_be_visible()
    expect(page.get_by_role("button", name="提交")).to_have_count(0)
    page.get_by_role("link", name="答案与解析").click()
    expect(page).to_have_url(place.url("quizzes/disciplinary-regulations-answers.html"))
    plain = re.sub(r"<[^>]+>", "", question.explanation).strip()
    expect(page.get_by_text(plain)).to_be_visible()


def test_the_home_page_stands_without_javascript(open_context: OpenContext, place: Place) -> None:
    """The newest lesson and its link are there, and no switch that does nothing."""
    page = open_context(java_script_enabled=False).new_page()
    page.goto(place.url("index.html"))
    expect(page.locator("[data-lx-lesson]:visible")).to_have_count(1)
    expect(page.locator("[data-lx-lesson]:visible").get_by_role("link", name="开始学习")).to_be_visible()
    expect(page.locator("[data-lx-switch]:visible")).to_have_count(0)


def test_pages_that_need_scripts_say_so(open_context: OpenContext, over_http: Place) -> None:
    """One sentence on each, the way to the questions where there is one, and nothing to press that does nothing."""
    page = open_context(java_script_enabled=False).new_page()
    for kind, words in NEEDS_SCRIPTS.items():
        page.goto(over_http.page(kind))
        sentence = page.locator("main noscript p")
        expect(sentence).to_have_text(words)
        expect(sentence).to_be_visible()
        expect(page.get_by_role("main").get_by_role("button").filter(visible=True)).to_have_count(0)
        if "自测题" in words:
            sentence.get_by_role("link", name="自测题").click()
            expect(page).to_have_url(over_http.url("quizzes/index.html"))


def test_answers_are_only_in_the_bank_and_on_the_answers_pages(sites: Sites) -> None:
    """No explanation of any question and no answer row stands in any other file of the site."""
    place = Place(folder=sites.real, base="")
    explanations = {re.sub(r"^<p>|</p>$", "", item.explanation.strip()) for item in place.questions()}
    assert len(explanations) >= 40
    leaks = []
    for file in sorted(sites.real.rglob("*")):
        name = file.relative_to(sites.real).as_posix()
        is_theirs = name.startswith("assets/bank/") or name.endswith("-answers.html")
        if file.suffix not in TEXT_FILES or is_theirs:
            continue
        text = file.read_text(encoding="utf-8")
        leaks += [f"{name}: {words}" for words in explanations if words and words in text]
    assert not leaks


def test_forms_come_unanswered(sites: Sites) -> None:
    """No page has a control that is already chosen, and every verdict row is empty."""
    for page in sorted(sites.real.rglob("*.html")):
        text = page.read_text(encoding="utf-8")
        assert not re.search(
            r"<(?:input|option)[^>]*\b(?:checked|selected)\b[^>]*name=\"(?:choice|gap)", text
        ), page
        assert re.search(r"data-(?:answer|explanation)>\s*[^<\s]", text) is None, page


def test_answers_pages_ask_not_to_be_indexed(sites: Sites) -> None:
    """Search engines of the intranet are told to leave them out."""
    pages = sorted(sites.real.glob("quizzes/*-answers.html"))
    assert pages
    for page in pages:
        assert re.search(r'<meta name="robots" content="[^"]*noindex', page.read_text(encoding="utf-8")), page
