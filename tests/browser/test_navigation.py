"""Finding the way: header, lessons in a row, regulations with their anchors, the index of quizzes, the 404 page."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from .places import PAGE_TYPES, Place, open_page

CHANNELS = {
    "首页": "index.html",
    "每月一法规": "lessons/index.html",
    "法规库": "regulations/index.html",
    "案例": "cases/index.html",
    "自测题": "quizzes/index.html",
    "练习": "practice/index.html",
    "我的学习": "study/index.html",
    "使用说明": "help/learner.html",
}
REGULATION = "regulations/disciplinary-regulations.html"


@pytest.mark.parametrize("channel", CHANNELS)
def test_the_header_leads_to_every_channel(reader: Page, place: Place, channel: str) -> None:
    """From a lesson, two folders down, every channel is one click away and then marked as the current page.

    The lesson's own channel is marked before, as where the page belongs.
    """
    reader.goto(place.url(place.lesson_of("2026-02")))
    its_own = reader.get_by_role("banner").get_by_role("link", name="每月一法规", exact=True)
    expect(its_own).to_have_attribute("aria-current", "true")
    reader.get_by_role("banner").get_by_role("link", name=channel, exact=True).click()
    expect(reader).to_have_url(place.url(CHANNELS[channel]))
    link = reader.get_by_role("banner").get_by_role("link", name=channel, exact=True)
    expect(link).to_have_attribute("aria-current", "page")


def test_lessons_lead_to_the_previous_and_the_next(reader: Page, place: Place) -> None:
    """February lies between January and March; January has nothing before it."""
    months = [place.lesson_of(f"2026-0{number}") for number in (1, 2, 3)]
    reader.goto(place.url(months[1]))
    reader.locator("a[rel=next]").click()
    expect(reader).to_have_url(place.url(months[2]))
    reader.locator("a[rel=prev]").click()
    reader.locator("a[rel=prev]").click()
    expect(reader).to_have_url(place.url(months[0]))
    expect(reader.locator("a[rel=prev]")).to_have_count(0)


@pytest.mark.parametrize("anchor", ["art-97", "art-1", "ch-3", "part-1", "art-158"])
def test_an_address_with_an_article_opens_at_it(reader: Page, place: Place, anchor: str) -> None:
    """Anchors of articles, chapters and parts work; the heading is in sight below the header and highlighted."""
    reader.goto(place.url(f"{REGULATION}#{anchor}"))
    heading = reader.locator(f"[id='{anchor}']")
    expect(heading).to_have_class(re.compile(r"\blx-target\b"))
    expect(heading).to_be_in_viewport(ratio=1)
    header = reader.get_by_role("banner").bounding_box()
    box = heading.bounding_box()
    assert header and box
    assert header["y"] + header["height"] <= box["y"] + 1


def test_a_regulation_shows_its_register_facts(reader: Page, over_http: Place) -> None:
    """Issuer, dates, status and the number of articles, and the way to the older text."""
    reader.goto(over_http.url(REGULATION))
    main = reader.get_by_role("main")
    for words in ("中共中央", "2023", "2024", "现行有效", "158"):
        expect(main.get_by_text(words).first).to_be_visible()
    expect(main.locator("h3[id^='art-']")).to_have_count(158)
    expect(main.get_by_role("link", name=re.compile("2018")).first).to_be_visible()


def test_an_article_lists_its_questions(reader: Page, over_http: Place) -> None:
    """The links below an article lead to the question on its quiz's page."""
    reader.goto(over_http.url(REGULATION))
    link = reader.locator(".lx-article-links a").first
    anchor = (link.get_attribute("href") or "").partition("#")[2]
    link.click()
    expect(reader.locator(f"form[id='{anchor}']")).to_be_in_viewport()


@pytest.mark.parametrize("words", ["按法规", "按纪律", "按月份"])
def test_the_index_of_quizzes_has_three_orders(reader: Page, over_http: Place, words: str) -> None:
    """By regulation, by discipline and by month, each with links to the quizzes."""
    reader.goto(over_http.url("quizzes/index.html"))
    heading = reader.get_by_role("main").get_by_role("heading", name=words)
    expect(heading).to_be_visible()


def test_the_index_of_quizzes_leads_to_a_quiz(reader: Page, place: Place) -> None:
    """A quiz in the list opens on its own page."""
    reader.goto(place.url("quizzes/index.html"))
    reader.get_by_role("main").locator("a[href$='disciplinary-regulations.html']").first.click()
    expect(reader).to_have_url(re.compile(r"disciplinary-regulations\.html$"))


def test_a_discipline_on_the_home_page_leads_to_its_quizzes(reader: Page, place: Place) -> None:
    """Six disciplines; 廉洁纪律 opens the index at that group."""
    reader.goto(place.url("index.html"))
    reader.get_by_role("main").get_by_role("link", name=re.compile("廉洁纪律")).first.click()
    expect(reader).to_have_url(re.compile("quizzes/index.html#discipline-"))
    anchor = reader.evaluate("decodeURIComponent(location.hash.slice(1))")
    expect(reader.locator(f"[id='{anchor}']")).to_be_in_viewport()


def test_a_dead_address_deep_below_a_sub_path_gets_a_styled_page(
    page: Page, small_over_http: Place, watch
) -> None:
    """With site_url set the 404 page finds its styles and the way home from any depth."""
    watch.tolerate("status of 404 (Not Found) (" + small_over_http.url("lessons/2031/01/none.html"))
    answer = page.goto(small_over_http.url("lessons/2031/01/none.html"))
    assert answer and answer.status == 404
    expect(page.get_by_role("button", name="护眼")).to_be_visible()
    page.get_by_role("main").get_by_role("link", name=re.compile("首页")).first.click()
    expect(page).to_have_url(small_over_http.url("index.html"))


@pytest.mark.parametrize("kind", PAGE_TYPES)
def test_every_page_has_a_title_and_one_main_heading(
    reader: Page, any_page: Callable[[str], str], kind: str
) -> None:
    """A title that names the site, the language, and exactly one h1."""
    open_page(reader, any_page(kind))
    expect(reader).to_have_title(re.compile("廉学"))
    expect(reader.locator("html")).to_have_attribute("lang", re.compile("^zh"))
    expect(reader.get_by_role("heading", level=1)).to_have_count(1)
