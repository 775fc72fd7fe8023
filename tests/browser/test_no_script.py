"""Without JavaScript the site reads well; and the answers stand nowhere but where they belong."""

from __future__ import annotations

import re

from playwright.sync_api import expect

from .learners import OpenContext
from .places import Place
from .sites import Sites

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
