"""How pages lie on small screens, wide ones, and paper."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from .answering import QuestionForm
from .places import PAGE_TYPES, SMALL_PAGES, Place, open_page

OVERFLOWING = """() => {
  const width = document.documentElement.clientWidth;
  const scrolls = document.documentElement.scrollWidth > width || document.body.scrollWidth > width;
  const isClipped = element => {
    for (let at = element.parentElement; at && at !== document.body; at = at.parentElement) {
      if (/(auto|scroll|hidden|clip)/.test(getComputedStyle(at).overflowX)) return true;
    }
    return false;
  };
  const wide = Array.from(document.querySelectorAll("main *, header *, footer *")).filter(element => {
    const box = element.getBoundingClientRect();
    return box.width > 1 && box.height > 1 && box.right > width + 1 && box.left < width && !isClipped(element);
  }).map(element => element.tagName + "." + (element.getAttribute("class") || ""));
  return (scrolls ? ["the page scrolls"] : []).concat(wide.slice(0, 5));
}"""


@pytest.mark.parametrize("kind", PAGE_TYPES)
def test_nothing_is_wider_than_a_phone(reader: Page, any_page: Callable[[str], str], kind: str) -> None:
    """At 390 px, and in 大字版 as well, no page scrolls sideways and nothing sticks out."""
    reader.set_viewport_size({"width": 390, "height": 844})
    open_page(reader, any_page(kind))
    assert reader.evaluate(OVERFLOWING) == []
    reader.evaluate("document.querySelector('[data-lx-switch=text]').click()")
    assert reader.evaluate(OVERFLOWING) == []


@pytest.mark.parametrize("kind", SMALL_PAGES)
def test_nothing_is_wider_than_a_small_phone(reader: Page, any_page: Callable[[str], str], kind: str) -> None:
    """At 320 px, which is also a laptop at 400 %, what the small site has fits, in 大字版 as well.

    Among it a quiz with every kind of question, and the longest rows: two versions of a regulation.
    """
    reader.set_viewport_size({"width": 320, "height": 700})
    open_page(reader, any_page(kind))
    assert reader.evaluate(OVERFLOWING) == []
    reader.evaluate("document.querySelector('[data-lx-switch=text]').click()")
    assert reader.evaluate(OVERFLOWING) == []


def test_citations_stay_inside_the_verdict_on_a_phone(page: Page, over_http: Place) -> None:
    """The full name of a regulation is longer than a line at 390 px: the link breaks."""
    page.set_viewport_size({"width": 390, "height": 844})
    question = next(item for item in over_http.questions() if item.kind == "single_choice")
    page.goto(over_http.url(f"quizzes/{question.quiz}.html"))
    form = QuestionForm(page, question)
    form.answer(rightly=False)
    edge = form.root.locator(".lx-feedback").bounding_box()
    links = form.root.locator("[data-citations] a").all()
    boxes = [box for link in links if (box := link.bounding_box())]
    assert edge and boxes
    assert [box for box in boxes if box["x"] + box["width"] > edge["x"] + edge["width"]] == []


def test_month_cards_stand_side_by_side_on_a_wide_screen(reader: Page, over_http: Place) -> None:
    """At 1280 px at least three cards share the first row."""
    reader.goto(over_http.url("index.html"))
    cards = reader.locator("[data-lx-year]:visible [data-lx-card][data-lx-month]")
    tops = [cards.nth(number).bounding_box() for number in range(3)]
    assert len({box["y"] for box in tops if box}) == 1


@pytest.mark.parametrize("kind", ["lesson", "quiz", "regulation"])
def test_paper_has_the_text_and_not_the_bars(reader: Page, over_http: Place, kind: str) -> None:
    """In print no header, no switches, no buttons, and the text is black on white."""
    reader.goto(over_http.page(kind))
    reader.evaluate("document.querySelector('[data-lx-switch=dark]').click()")
    reader.emulate_media(media="print")
    expect(reader.locator("[data-lx-switch]:visible")).to_have_count(0)
    expect(reader.get_by_role("banner").get_by_role("link", name="法规库")).to_be_hidden()
    expect(reader.get_by_role("button").filter(visible=True)).to_have_count(0)
    expect(reader.get_by_role("heading", level=1)).to_be_visible()
    background = reader.evaluate("getComputedStyle(document.body).backgroundColor")
    assert background in ("rgb(255, 255, 255)", "rgba(0, 0, 0, 0)")


def test_lesson_text_is_easy_to_read(reader: Page, over_http: Place) -> None:
    """At 1280 px lines are 1.7 times as high as the type and no longer than 45 characters."""
    reader.goto(over_http.url(over_http.lesson_of("2026-02")))
    paragraph = reader.locator(".lx-text > p").first
    high, size, width = paragraph.evaluate("""element => {
      const style = getComputedStyle(element);
      return [parseFloat(style.lineHeight), parseFloat(style.fontSize), element.getBoundingClientRect().width];
    }""")
    assert high / size >= 1.7
    assert width / size <= 46
