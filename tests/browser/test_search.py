"""Search at work: opened by keys, button and address; a field that keeps the focus; options that are links."""

from __future__ import annotations

import re
from urllib.parse import quote

import pytest
from playwright.sync_api import Page, Route, expect

from .places import Place
from .searching import ARTICLE, NOTE_QUERIES, Search

IN_VIEW = """() => {
  const [active, area] = ["[role=option][aria-selected=true]", ".lx-find__area"].map(one => document.querySelector(one).getBoundingClientRect());
  return active.top >= area.top - 1 && active.bottom <= area.bottom + 1;
}"""


def test_keys_buttons_and_the_label_of_the_theme_open_it(reader: Page, over_http: Place) -> None:
    """Each puts the focus into the field, and Esc gives it back to where it was."""
    reader.goto(over_http.page("home"))
    search = Search(reader)
    for key in ("/", "Control+k", "Meta+k"):
        link = reader.get_by_role("banner").get_by_role("link", name="法规库")
        link.focus()
        reader.keyboard.press(key)
        expect(search.field).to_be_focused()
        reader.keyboard.press("Escape")
        search.expect_closed()
        expect(link).to_be_focused()
    for button in reader.locator("[data-lx-search-open]:visible").all():
        button.click()
        expect(search.field).to_be_focused()
        search.root.get_by_role("button", name="关闭").click()
        search.expect_closed()
        expect(button).to_be_focused()
    reader.evaluate("""() => {
      const label = Object.assign(document.createElement("label"), { htmlFor: "__search", textContent: "主题的搜索" });
      document.querySelector("main").prepend(label);
    }""")
    reader.get_by_text("主题的搜索").click()
    expect(search.field).to_be_focused()
    expect(reader.locator("#__search")).not_to_be_checked()


def test_a_slash_that_is_typed_stays_where_it_is_typed(reader: Page, small_over_http: Place) -> None:
    """In a gap of a question it is a character; Ctrl+K opens from there, and a slash in the search is one too."""
    reader.goto(small_over_http.url("quizzes/every-kind.html"))
    gap = reader.locator("form[data-question] input[type=text]").first
    gap.press("/")
    expect(gap).to_have_value("/")
    search = Search(reader)
    search.expect_closed()
    reader.locator("form[data-question] input[type=radio]").first.focus()
    search.open()
    search.field.fill("")
    reader.keyboard.type("a/b")
    expect(search.field).to_have_value("a/b")
    reader.keyboard.press("Escape")
    reader.keyboard.press("Escape")
    gap.focus()
    reader.keyboard.press("Control+k")
    expect(search.field).to_be_focused()


def test_an_article_is_found_and_opened_by_keyboard_alone(page: Page, place: Place) -> None:
    """Typed and entered at once, the first hit opens; its heading stands below the header, words are marked."""
    page.goto(place.url(place.lesson_of("2026-02")))
    Search(page).open()
    page.keyboard.type("处分条例97条")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(r"regulations/disciplinary-regulations\.html[^#]*#art-97$"))
    heading = page.locator("#art-97")
    expect(heading).to_be_in_viewport(ratio=1)
    header, box = page.get_by_role("banner").bounding_box(), heading.bounding_box()
    assert header and box
    assert header["y"] + header["height"] <= box["y"] + 1
    Search(page).open()
    page.keyboard.type("礼品礼金")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(r"\?h=" + quote("礼品礼金") + "#"))  # the page before had marks as well
    anchor = page.evaluate("decodeURIComponent(location.hash.slice(1))")
    expect(page.locator(f"[id='{anchor}']")).to_be_in_viewport()
    expect(page.locator("mark.lx-hit").first).to_be_attached()


def test_arrows_go_round_while_the_focus_stays_in_the_field(reader: Page, over_http: Place) -> None:
    """↓ from the last leads to the first and back; Home and End move in the text; the active option is in sight."""
    reader.goto(over_http.page("home"))
    search = Search(reader).open().ask("处分")
    count = search.options.count()
    assert count > 3
    expect(search.field).not_to_have_attribute("aria-activedescendant", re.compile("."))
    for key, place in (("ArrowDown", 0), ("ArrowUp", count - 1), ("ArrowDown", 0), ("ArrowDown", 1)):
        reader.keyboard.press(key)
        option = search.options.nth(place)
        expect(option).to_have_attribute("aria-selected", "true")
        expect(search.active).to_have_count(1)
        expect(search.field).to_have_attribute(
            "aria-activedescendant", re.compile(f"^{option.get_attribute('id')}$")
        )
        expect(search.field).to_be_focused()
        assert reader.evaluate(IN_VIEW)
    reader.keyboard.press("Home")
    assert search.field.evaluate("field => field.selectionStart") == 0
    reader.keyboard.press("End")
    assert search.field.evaluate("field => field.selectionStart") == len("处分")
    expect(search.options.nth(1)).to_have_attribute("aria-selected", "true")
    expect(search.field).to_have_attribute("aria-expanded", "true")


def test_control_and_enter_open_another_tab(page: Page, place: Place) -> None:
    """The search stays open where it was; so it does by a click with Ctrl held."""
    page.goto(place.url("index.html"))
    search = Search(page).open().ask("处分条例97条")
    with page.context.expect_page() as other:
        page.keyboard.press("Control+Enter")
    other.value.wait_for_url(re.compile(r"#art-97$"))
    with page.context.expect_page() as another:
        search.options.nth(1).click(modifiers=["Control"])
    another.value.wait_for_load_state()
    expect(search.root).to_be_visible()
    expect(page).to_have_url(place.url("index.html"))


def test_esc_empties_the_field_and_then_closes(reader: Page, over_http: Place) -> None:
    """Two presses; what stood there from last time is not in the way of the first."""
    reader.goto(over_http.page("lesson"))
    search = Search(reader).open().ask("处分")
    reader.keyboard.press("Escape")
    expect(search.field).to_have_value("")
    expect(search.options).to_have_count(0)
    expect(search.field).to_have_attribute("aria-expanded", "false")
    reader.keyboard.press("Escape")
    search.expect_closed()
    search.open()
    expect(search.field).to_have_value("处分")
    expect(search.options).not_to_have_count(0)
    reader.keyboard.press("Escape")
    search.expect_closed()


def test_tab_leads_on_to_kinds_and_links(reader: Page, over_http: Place) -> None:
    """Out of the field to the kinds, the results and 关闭; letters typed there go to the field."""
    reader.goto(over_http.page("home"))
    search = Search(reader).open().ask("处分条例97条")
    reader.keyboard.press("Tab")
    expect(search.root.get_by_role("radio", name="全部")).to_be_focused()
    reader.keyboard.press("Tab")
    expect(search.options.first).to_be_focused()
    expect(search.options.first).to_have_attribute("aria-selected", "true")
    reader.keyboard.press("ArrowDown")
    expect(search.options.nth(1)).to_be_focused()
    reader.keyboard.press("Shift+Tab")
    reader.keyboard.press("Shift+Tab")
    reader.keyboard.press("Shift+Tab")
    expect(search.field).to_be_focused()
    search.root.get_by_role("button", name="关闭").focus()
    reader.keyboard.type("a")
    expect(search.field).to_be_focused()
    expect(search.field).to_have_value(re.compile("a$"))


def test_nothing_is_searched_while_an_input_method_composes(page: Page, over_http: Place) -> None:
    """No query, no move, no closing until the characters are chosen; in the order of events of either browser."""
    page.goto(over_http.page("home"))
    search = Search(page).open()
    page.evaluate(NOTE_QUERIES)
    ime = page.context.new_cdp_session(page)
    for text in ("s", "si", "si'zhong", "si'zhong'xing'tai"):
        ime.send(
            "Input.imeSetComposition", {"text": text, "selectionStart": len(text), "selectionEnd": len(text)}
        )
        for key in ("ArrowDown", "Enter", "Escape"):
            event = {"key": "Process", "code": key, "windowsVirtualKeyCode": 229}
            ime.send("Input.dispatchKeyEvent", {"type": "rawKeyDown", **event})
    for kind in (
        "rawKeyDown",
        "keyUp",
        "rawKeyDown",
        "keyUp",
    ):  # by name, as on a Mac: it is the composing that ends
        ime.send(
            "Input.dispatchKeyEvent",
            {"type": kind, "key": "Escape", "code": "Escape", "windowsVirtualKeyCode": 27},
        )
    page.wait_for_timeout(200)  # longer than the pause before a search
    assert page.evaluate("window.asked") == []
    expect(search.root).to_be_visible()
    ime.send("Input.insertText", {"text": "四种形态"})
    expect(search.field).to_have_value("四种形态")
    expect(search.options).not_to_have_count(0)
    assert set(page.evaluate("window.asked")) == {"四种形态"}
    # Firefox ends the composition before the last input
    page.evaluate("""() => {
      const field = document.querySelector("#lx-find-field");
      const send = (kind, type, options) => field.dispatchEvent(new kind(type, Object.assign({ bubbles: true }, options)));
      window.asked = [];
      send(CompositionEvent, "compositionstart");
      field.value = "lian";
      send(InputEvent, "input", { isComposing: true });
      setTimeout(() => {
        window.whileComposing = window.asked.slice();
        field.value = "廉洁";
        send(CompositionEvent, "compositionend", { data: "廉洁" });
        send(InputEvent, "input", { isComposing: false });
      }, 150);
    }""")
    page.wait_for_function("window.asked.length > 0")
    assert page.evaluate("[window.whileComposing, window.asked]") == [[], ["廉洁"]]


def test_a_key_after_enter_leads_nowhere(reader: Page, over_http: Place) -> None:
    """Who types on before the hits are there means none of them, least of all one of the words before."""
    address = over_http.page("home")
    reader.goto(address)
    search = Search(reader).open().ask("处分条例97条")
    expect(search.options).not_to_have_count(0)
    reader.evaluate("""() => {
      const query = Lianxue.search.query;
      window.waiting = [];
      Lianxue.search.query = (...words) => new Promise(resolve => window.waiting.push(resolve)).then(() => query(...words));
    }""")
    search.field.fill("礼品")
    reader.keyboard.press("Enter")
    reader.keyboard.type("a")
    reader.wait_for_function("window.waiting.length === 2")
    reader.evaluate("window.waiting.forEach(answer => answer())")
    expect(search.root.locator("#lx-find-list")).to_have_attribute("aria-busy", "false")
    expect(search.field).to_be_focused()
    expect(reader).to_have_url(address)


def test_keys_wait_for_a_dialog_that_loads(page: Page, over_http: Place) -> None:
    """What is typed meanwhile stands in its field; Esc takes the opening back."""
    held: list[Route] = []
    page.route("**/search_dialog.js*", lambda route: held.append(route))
    search = Search(page)
    for keys, is_wanted in (("jl", True), ("jl\x1b", False)):
        page.goto(over_http.page("home"))
        page.keyboard.press("/")
        while not held:
            page.wait_for_timeout(10)
        for key in keys:
            page.keyboard.press("Escape" if key == "\x1b" else key)
        held.pop().continue_()
        page.wait_for_function(
            "Lianxue.searchDialog && document.querySelector('link[href*=\"search.css\"]').sheet"
        )
        if is_wanted:
            expect(search.field).to_be_focused()
            page.keyboard.type("cf")
            expect(search.field).to_have_value("jlcf")
            expect(search.root.locator("#lx-find-list")).to_have_attribute("aria-busy", "false")
            expect(search.options).not_to_have_count(0)
    search.expect_closed()
    search.open()
    expect(search.field).to_have_value("jlcf")  # of the page before


def test_the_count_is_read_aloud_when_typing_rests(reader: Page, over_http: Place) -> None:
    """One sentence for a word typed in one go, not one for each key."""
    reader.goto(over_http.page("home"))
    search = Search(reader).open()
    search.field.fill("")
    expect(search.status).to_have_text("")
    reader.evaluate("""() => {
      window.said = [];
      const status = document.querySelector(".lx-find [role=status]");
      new MutationObserver(() => window.said.push(status.textContent)).observe(status, { childList: true });
    }""")
    search.field.press_sequentially("开除党籍", delay=150)
    expect(search.status).to_have_text(re.compile(r"^(?:找到|先列出) \d+ 条，分布在 \d+ 个页面$"))
    assert reader.evaluate("window.said.filter(Boolean).length") == 1


@pytest.mark.parametrize("how", ["address", "function"])
def test_an_address_with_a_query_opens_it(page: Page, place: Place, how: str) -> None:
    """?q= on any page, and Lianxue.search.open(text): the results are there, the address stays as it was."""
    address = place.page("regulations") + ("?q=" + "处分条例97条" if how == "address" else "")
    page.goto(address)
    if how == "function":
        page.evaluate("Lianxue.search.open('处分条例97条')")
    search = Search(page)
    expect(search.field).to_have_value("处分条例97条")
    expect(search.link(ARTICLE)).to_have_count(1)
    assert page.evaluate("decodeURIComponent(location.href)").endswith(address.rpartition("/")[2])
