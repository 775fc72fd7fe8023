"""What the search shows: groups by page, kinds, badges, near titles; and how it looks on phone, paper and aloud."""

from __future__ import annotations

import re
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Page, expect

from .accessibility import EVERY_SCREEN, violations
from .learners import OpenContext
from .places import Place
from .searching import Search
from .test_layout import OVERFLOWING

NOTHING = "飞碟观测手册"
# A hundred hits in rank order: four on each of 25 pages.
FIFTY = """() => {
  const rows = Array.from({ length: 50 }, (_, place) => ({ url: "index.html#" + place, title: "第" + place % 13 + "页", heading: "第" + place + "处",
    kind: "page", label: "其他", status: "", crumbs: ["", ""], snippet: [["处分", true]], marks: ["处分"], page: place % 13, section: place, score: 1 }));
  Lianxue.search.query = (text, limit) => Promise.resolve(Object.assign(rows.slice(0, limit), { hasMore: limit < 50 }));
}"""
STICKING_OUT = """() => {
  const box = document.querySelector(".lx-find__inner").getBoundingClientRect();
  return Array.from(document.querySelectorAll(".lx-find__inner *")).filter(element => {
    const own = element.getBoundingClientRect();
    const isScrolled = element.closest(".lx-find__kinds") || getComputedStyle(element.parentElement).overflowX === "hidden";
    return own.width > 1 && (own.right > box.right + 1 || own.left < box.left - 1) && !isScrolled;
  }).map(element => element.className);
}"""


def test_hits_are_grouped_by_page_with_their_way_and_their_words(reader: Page, over_http: Place) -> None:
    """Every page once, its best hit first; a chapter beside an article; the words marked; a badge and a kind."""
    reader.goto(over_http.page("home"))
    search = Search(reader).open().ask("礼品礼金")
    groups = search.list.get_by_role("group")
    expect(groups).not_to_have_count(0)
    pages = reader.evaluate("""() => Array.from(document.querySelectorAll("#lx-find-list [role=group]")).map(group =>
      Array.from(new Set(Array.from(group.querySelectorAll("a")).map(link => link.pathname))))""")
    assert all(len(page) == 1 for page in pages)
    assert len({page[0] for page in pages}) == len(pages)
    expect(search.list.locator("mark").first).to_be_visible()
    search.ask("处分条例97条")
    first = search.list.get_by_role("group").first
    expect(first.locator(".lx-status")).to_have_text("现行有效")
    expect(first.locator(".lx-find__kind")).to_have_text("法规")
    expect(first.get_by_role("option").first).to_contain_text("第八章")


def test_words_are_marked_in_whatever_form_they_stand(reader: Page, over_http: Place) -> None:
    """Full width and traditional characters, in a heading and on the page that it leads to, which knows no variants."""
    reader.goto(over_http.page("home"))
    search = Search(reader).open()
    reader.evaluate("""async () => {
      const row = { url: "index.html#here", title: "公告", heading: "處分條例第１２条", kind: "page", label: "其他", status: "", crumbs: ["", ""],
        snippet: [["見", false], ["處分條例", true]], marks: ["处分条例", "第12条"], page: 0, section: 1, score: 1 };
      await Lianxue.search.about();
      Lianxue.searchFold.useVariants("處处條条");
      Lianxue.search.query = () => Promise.resolve([row]);
    }""")
    search.ask("处分条例12条")
    hit = search.options.first
    expect(hit.locator(".lx-find__heading mark")).to_have_text(["處分條例", "第１２条"])
    words = parse_qs(urlsplit(hit.get_attribute("href") or "").query)["h"][0]
    assert words.split() == ["处分条例", "第12条", "處分條例"]
    reader.goto(over_http.page("lesson") + "?h=" + words)
    reader.wait_for_function("Lianxue.searchHighlight")
    pieces = reader.evaluate(
        "words => Lianxue.searchMarks.pieces('見處分條例、第１２条⑴', words.concat('1'))", words.split()
    )
    assert [piece for piece, is_hit in pieces if is_hit] == ["處分條例", "第１２条", "⑴"]


def test_an_older_text_says_that_it_was_revised(reader: Page, over_http: Place) -> None:
    """In words, not by colour alone."""
    reader.goto(over_http.page("home"))
    search = Search(reader).open().ask("处分条例 2018")
    old = search.list.locator("[role=group]:has(a[href*='disciplinary-regulations-2018.html'])")
    expect(old.locator(".lx-status").first).to_have_text(re.compile("已修订|已废止"))


def test_one_kind_alone_is_chosen_by_keyboard(reader: Page, over_http: Place) -> None:
    """The kinds that the site has, by arrow keys; what is found is of that kind, and a way back where there is nothing."""
    reader.goto(over_http.page("home"))
    search = Search(reader).open().ask("处分")
    labels = search.root.get_by_role("radio")
    names = [radio.evaluate("radio => radio.labels[0].textContent") for radio in labels.all()]
    assert names[0] == "全部"
    assert {"法规", "课文", "自测题", "其他"} <= set(names)
    reader.keyboard.press("Tab")
    for name in names[1:]:
        reader.keyboard.press("ArrowRight")
        expect(search.root.get_by_role("radio", name=name)).to_be_checked()
        expect(search.list).to_have_attribute("aria-busy", "false")
        shown = search.list.locator(".lx-find__kind")
        expect(shown.filter(has_not_text=name)).to_have_count(0)
    search.root.get_by_role("radio", name="课文").check()
    search.ask(NOTHING)
    expect(search.count).to_have_text(f"在“课文”里没有找到“{NOTHING}”")
    search.root.get_by_role("button", name="在全部内容里找").click()
    expect(search.count).to_have_text(f"没有找到“{NOTHING}”")
    expect(search.field).to_be_focused()


def test_nothing_found_offers_near_titles_and_the_glossary(reader: Page, place: Place) -> None:
    """Titles like what was typed as links, 术语 and the index of regulations; Enter alone leads nowhere."""
    reader.goto(place.page("home"))
    search = Search(reader).open().ask(NOTHING)
    expect(search.status).to_contain_text("没有找到")
    reader.keyboard.press("Enter")
    expect(search.root).to_be_visible()
    expect(search.root.get_by_role("link", name="术语", exact=True)).to_be_visible()
    search.root.get_by_role("link", name="法规和术语索引").click()
    expect(reader).to_have_url(place.url("search/index.html"))


def test_near_titles_are_options(reader: Page, over_http: Place) -> None:
    """They are reached by arrow keys like hits."""
    reader.goto(over_http.page("home"))
    search = Search(reader).open()
    reader.evaluate("Lianxue.search.query = () => Promise.resolve([])")
    search.ask("纪律处分条列")
    expect(search.options).not_to_have_count(0)
    reader.keyboard.press("ArrowDown")
    reader.keyboard.press("Enter")
    expect(reader).to_have_url(re.compile(r"\.html$"))
    search.expect_closed()


def test_hints_fill_the_field_and_the_tab_remembers(page: Page, place: Place) -> None:
    """An example by one click; on the next page the last query stands there, selected, with its results."""
    page.goto(place.page("home"))
    search = Search(page).open()
    page.get_by_role("button", name="处分条例97条").click()
    expect(search.field).to_have_value("处分条例97条")
    search.options.first.click()
    page.wait_for_url(re.compile("#art-97$"))
    search.open()
    expect(search.field).to_have_value("处分条例97条")
    expect(search.options).not_to_have_count(0)
    page.keyboard.type("廉洁")
    expect(search.field).to_have_value("廉洁")
    expect(search.list).to_have_attribute("aria-busy", "false")
    page.keyboard.press("Escape")
    page.get_by_role("button", name="廉洁", exact=True).click()
    expect(search.field).to_have_value("廉洁")


def test_many_hits_of_a_page_are_folded(reader: Page, over_http: Place) -> None:
    """Five are shown, the rest on demand by keyboard: the first of them is then the active one."""
    reader.goto(over_http.page("home"))
    search = Search(reader).open().ask("处分")
    more = search.list.get_by_role("option", name=re.compile("这个页面里还有"))
    expect(more).not_to_have_count(0)
    place = next(
        i
        for i, option in enumerate(search.options.all())
        if "lx-find__more" in (option.get_attribute("class") or "")
    )
    for _ in range(place + 1):
        reader.keyboard.press("ArrowDown")
    reader.keyboard.press("Enter")
    expect(search.options.nth(place)).to_have_attribute("aria-selected", "true")
    expect(search.options.nth(place)).not_to_contain_text("这个页面里还有")
    expect(search.field).to_be_focused()


def test_more_hits_come_below_those_that_are_there(reader: Page, over_http: Place) -> None:
    """By keyboard: what was in sight stays, the focus goes on; from the field the active option stays; the count is true."""
    reader.goto(over_http.page("home"))
    search = Search(reader).open()
    reader.evaluate(FIFTY)
    search.ask("处分")
    expect(search.count).to_have_text("先列出 20 条，分布在 13 个页面")
    more = search.root.get_by_role("button", name="再多列一些")
    last = search.options.last.element_handle()
    more.focus()
    place = last.bounding_box()
    reader.keyboard.press("Enter")
    expect(search.count).to_have_text("先列出 40 条，分布在 13 个页面")
    assert last.bounding_box() == pytest.approx(place, abs=1)
    expect(search.active).to_be_focused()
    assert last.evaluate("last => last.nextElementSibling === document.activeElement")
    search.field.focus()
    active = search.active.get_attribute("href")
    more.evaluate("more => more.click()")
    expect(search.count).to_have_text("找到 50 条，分布在 13 个页面")
    expect(search.options).to_have_count(50)
    expect(search.note).to_have_text("多列出的都在上面的页面里。")
    expect(search.active).to_have_attribute("href", active or "")
    expect(search.field).to_be_focused()


def test_nothing_jumps_while_results_come_and_go(page: Page, over_http: Place) -> None:
    """The box keeps its size and place, and the browser counts no layout shift."""
    page.goto(over_http.page("lesson"))
    page.wait_for_load_state("networkidle")
    search = Search(page)
    page.evaluate("""() => {
      window.shifts = [];
      new PerformanceObserver(list => list.getEntries().forEach(entry => window.shifts.push(
        entry.value + " " + entry.sources.map(source => source.node && (source.node.className || source.node.nodeName)).join(" "))
      )).observe({ type: "layout-shift" });
    }""")
    search.open()
    place = search.root.locator(".lx-find__area").bounding_box()
    for text in ("处分", NOTHING, "处分条例97条", ""):
        search.ask(text)
        assert search.root.locator(".lx-find__area").bounding_box() == place
    page.keyboard.press("Escape")
    assert page.evaluate("window.shifts") == []


def test_it_fits_a_phone_with_large_type(reader: Page, over_http: Place) -> None:
    """At 390 and 320 px, in 大字版 and at 200 %, it is the whole screen, nothing sticks out, and results have room."""
    reader.goto(over_http.page("home"))
    search = Search(reader).open().ask("处分条例97条")
    for width, size in ((390, ""), (390, "200%"), (320, ""), (320, "153%")):
        reader.set_viewport_size({"width": width, "height": 844})
        reader.evaluate(
            "size => { document.documentElement.setAttribute('data-test-size', size); "
            "document.documentElement.style.fontSize = size; }",
            size,
        )
        box = search.root.locator(".lx-find__inner").bounding_box()
        assert box and (box["x"], box["width"], round(box["height"])) == (0, width, 844)
        area = search.root.locator(".lx-find__area").bounding_box()
        assert area and area["height"] >= 844 / 2
        assert reader.evaluate(STICKING_OUT) == []
        assert reader.evaluate(OVERFLOWING) == []
        for control in (search.options.first, search.root.get_by_role("button", name="关闭")):
            touch = control.bounding_box()
            assert touch and touch["height"] >= 44
    reader.evaluate("document.documentElement.style.fontSize = ''")


def test_paper_has_nothing_of_it(reader: Page, over_http: Place) -> None:
    """Neither the dialog nor its buttons nor the colour of the marks."""
    reader.goto(over_http.page("regulation") + "?h=处分")
    expect(reader.locator("mark.lx-hit").first).to_be_visible()
    Search(reader).open().ask("处分")
    reader.emulate_media(media="print")
    expect(reader.locator(".lx-find, .lx-hits, [data-lx-search-open]").filter(visible=True)).to_have_count(0)
    background = reader.locator("mark.lx-hit").first.evaluate(
        "mark => getComputedStyle(mark).backgroundColor"
    )
    assert background == "rgba(0, 0, 0, 0)"


def test_axe_finds_nothing_in_the_open_search(open_context: OpenContext, axe: str, over_http: Place) -> None:
    """Hits, nothing found and an empty field, in light and dark, at 1280 and 390 px."""
    page = open_context(reduced_motion="reduce").new_page()
    page.goto(over_http.page("lessons"))
    search = Search(page).open()
    for text in ("", "处分", NOTHING):
        search.ask(text)
        found = violations(page, axe, EVERY_SCREEN)
        assert not found, "\n".join(found)
