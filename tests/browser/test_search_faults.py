"""Search where something is missing: files, storage, scripts, a dialog of the browser's own; and hostile text."""

from __future__ import annotations

import gzip
import re

import pytest
from playwright.sync_api import Page, Request, expect

from .answering import QuestionForm
from .learners import OpenContext
from .places import Place
from .searching import Search
from .test_storage import DENY_ALL
from .watching import Watch

LIMIT = 2048  # bytes of gzipped script on a page that does not search
HOSTILE = "<img src=x onerror=\"document.title='broken'\">"
NO_DIALOG = "delete HTMLDialogElement.prototype.showModal; delete HTMLDialogElement.prototype.close;"


def test_a_page_that_does_not_search_loads_nothing_of_it(page: Page, over_http: Place) -> None:
    """One small script, and no index until the search is opened."""
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(over_http.page("lesson"))
    page.wait_for_load_state("networkidle")
    assert [url for url in asked if "search" in url.removeprefix(over_http.base)] == [
        url for url in asked if "assets/js/search.js" in url
    ]
    script = (over_http.folder / "assets/js/search.js").read_bytes()
    assert len(gzip.compress(script)) <= LIMIT
    Search(page).open()
    page.wait_for_load_state("networkidle")
    assert any("assets/search/m-" in url for url in asked)


@pytest.mark.parametrize("files", ["search/m-*", "search/p-*", "js/search_engine.js*"])
def test_a_missing_index_is_said_and_tried_again(
    page: Page, watch: Watch, over_http: Place, files: str
) -> None:
    """One plain sentence with 再试一次, which helps as soon as the file is there; what is there is not loaded again."""
    watch.tolerate("Failed to load resource")
    engines: list[Request] = []
    page.on("request", lambda request: "search_engine" in request.url and engines.append(request))
    page.route(f"**/assets/{files}", lambda route: route.abort())
    page.goto(over_http.page("home"))
    search = Search(page).open()
    search.field.fill("礼品礼金")
    expect(search.root.get_by_role("alert")).to_have_text("搜索要用的文件没有读到。请检查网络，再试一次。")
    again = search.root.get_by_role("button", name="再试一次")
    with page.expect_event("requestfailed"):
        again.click()
    expect(again).to_be_visible()
    page.unroute_all()
    again.click()
    expect(search.options).not_to_have_count(0)
    expect(search.root.get_by_role("alert")).to_have_count(0)
    assert len([request for request in engines if not request.failure]) == 1
    expect(page.locator("script[src*=search_engine]")).to_have_count(1)


def test_without_the_script_of_search_quizzes_work(page: Page, watch: Watch, small_over_http: Place) -> None:
    """Blocked or lost: the page is all there but for the search."""
    watch.tolerate("Failed to load resource")
    page.route("**/assets/js/search.js*", lambda route: route.abort())
    question = small_over_http.question_of_kind("single_choice", "every-kind")
    page.goto(small_over_http.url("quizzes/every-kind.html"))
    QuestionForm(page, question).answer(rightly=True)
    expect(page.locator("[data-lx-search-open]:visible")).to_have_count(0)


def test_endless_addresses_are_cut(page: Page, as_files: Place) -> None:
    """Sixty thousand characters to search and to mark: two hundred stand in the field, a hundred are looked for."""
    page.goto(as_files.page("lesson") + f"?q={'处分(' * 20000}&h=处分 {'(没有' * 20000}")
    # not by expect, which would print all of it
    page.wait_for_function(
        "() => { const field = document.querySelector('.lx-find__field'); return field && field.value.length === 200; }"
    )
    expect(Search(page).count).to_contain_text(re.compile("条|没有找到"))
    expect(page.locator(".lx-hits__words")).to_have_text(f"已标出“{('处分 ' + '(没有' * 33)[:100]}”")


def test_what_the_other_files_say_is_shown(page: Page, watch: Watch, over_http: Place) -> None:
    """Without the texts a regulation is still found by its name, and the gap is said."""
    watch.tolerate("Failed to load resource")
    page.route("**/assets/search/t-*", lambda route: route.abort())
    page.goto(over_http.page("home"))
    search = Search(page).open()
    search.field.fill("纪律处分条例")
    expect(search.options.first).to_contain_text("纪律处分条例")
    again = search.root.get_by_text("有的文件没有读到，结果可能不全。")
    expect(again).to_be_visible()
    page.unroute_all()
    search.root.get_by_role("button", name="再试一次").click()
    expect(again).to_have_count(0)
    search.ask("礼品礼金")
    expect(search.list.locator("mark").first).to_be_visible()


def test_missing_scripts_are_said_in_the_header(page: Page, watch: Watch, as_files: Place) -> None:
    """Where the dialog itself does not load, the bar says so; the offline bundle was copied by half."""
    watch.tolerate("Failed to load resource")
    page.route("**/search_dialog.js*", lambda route: route.abort())
    page.goto(as_files.page("home"))
    page.get_by_role("button", name="搜索", exact=True).click()
    said = page.locator("[data-lx-search-failed]")
    expect(said).to_contain_text("离线包请确认已经整个解压")
    page.unroute_all()
    said.get_by_role("button", name="再试一次").click()
    expect(Search(page).field).to_be_focused()
    expect(said).to_be_hidden()


def test_a_slow_first_load_is_said_after_a_while(page: Page, over_http: Place) -> None:
    """正在准备搜索… only where it takes longer than one notices."""
    page.goto(over_http.page("home"))
    search = Search(page).open()
    page.evaluate("""() => {
      const query = Lianxue.search.query;
      Lianxue.search.query = (...words) => new Promise(resolve => { window.arrive = resolve; }).then(() => query(...words));
    }""")
    search.field.fill("处分")
    page.wait_for_function("typeof window.arrive === 'function'")
    expect(search.count).to_have_text("")
    expect(search.count).to_have_text("正在准备搜索…")
    page.evaluate("window.arrive()")
    expect(search.count).to_contain_text("分布在")


def test_a_denied_storage_breaks_nothing(page: Page, over_http: Place) -> None:
    """It searches; what was searched is remembered as long as the page stands."""
    page.add_init_script(DENY_ALL)
    page.goto(over_http.page("home"))
    search = Search(page).open().ask("处分")
    expect(search.options).not_to_have_count(0)
    page.keyboard.press("Escape")
    page.keyboard.press("Escape")
    search.open()
    expect(search.field).to_have_value("处分")


def test_hostile_words_stay_text(page: Page, over_http: Place) -> None:
    """In headings, snippets, the address and what is marked."""
    page.goto(over_http.page("home"))
    search = Search(page).open()
    page.evaluate(
        """html => {
      const row = { url: "index.html", title: html, heading: html, kind: "page", label: html, status: html, crumbs: ["", "", html],
        snippet: [[html, false], [html, true]], marks: [html, "(", "\\\\"], page: 0, section: 1, score: 1 };
      Lianxue.search.query = () => Promise.resolve([row]);
    }""",
        HOSTILE,
    )
    search.ask(HOSTILE)
    expect(search.list).to_contain_text(HOSTILE)
    page.evaluate(
        "html => { Lianxue.search.query = () => Promise.resolve([]); Lianxue.search.nearest = () => Promise.resolve([{ url: 'index.html', title: html }]); }",
        HOSTILE,
    )
    search.ask(HOSTILE + "？")
    expect(search.options).to_have_text([HOSTILE])
    page.goto(over_http.page("lesson") + f"?q={HOSTILE}&h=处分 {HOSTILE}")
    expect(page.locator(".lx-hits__words")).to_contain_text(HOSTILE)
    expect(search.field).to_have_value(HOSTILE)
    expect(page.locator("img[src=x]")).to_have_count(0)
    assert page.title() != "broken"


def test_without_javascript_an_index_is_linked(open_context: OpenContext, place: Place) -> None:
    """No button that does nothing, and the list of regulations and terms one click away."""
    page = open_context(java_script_enabled=False).new_page()
    page.goto(place.page("home"))
    expect(page.locator("[data-lx-search-open]:visible")).to_have_count(0)
    page.get_by_role("banner").get_by_role("link", name="法规和术语索引").click()
    expect(page).to_have_url(place.url("search/index.html"))


def test_a_kernel_without_dialogs_gets_one_by_hand(page: Page, over_http: Place) -> None:
    """The page behind is hidden from screen readers, Tab stays inside, Esc gives the focus back."""
    page.add_init_script(NO_DIALOG)
    page.goto(over_http.page("lesson"))
    button = page.get_by_role("button", name="搜索", exact=True)
    button.click()
    search = Search(page)
    expect(search.field).to_be_focused()
    expect(search.root).to_have_attribute("aria-modal", "true")
    assert (
        page.evaluate(
            "Array.from(document.body.children).filter(one => !one.matches('dialog, [aria-hidden=true]')).length"
        )
        == 0
    )
    search.ask("处分条例97条")
    page.keyboard.press("Shift+Tab")
    expect(search.root.get_by_role("button", name="关闭")).to_be_focused()
    page.keyboard.press("Tab")
    expect(search.field).to_be_focused()
    page.keyboard.press("Escape")
    page.keyboard.press("Escape")
    search.expect_closed()
    expect(button).to_be_focused()
    assert page.evaluate("document.querySelector('header').closest('[aria-hidden]')") is None


def test_marks_are_taken_away_and_folded_places_opened(page: Page, place: Place) -> None:
    """Below the text stands what was marked; 取消标记 leaves the text as it was and the address clean."""
    url = place.url(place.lesson_of("2026-02"))
    page.goto(url)
    article = page.locator("#lx-main article").first
    expect(article).to_contain_text("未学")  # the state of the lesson comes last
    before = article.evaluate("article => [article.textContent, article.querySelectorAll('*').length]")
    page.goto(url + "?h=处分 影响期")
    expect(page.locator("mark.lx-hit").first).to_be_attached()
    expect(article).to_contain_text("未学")
    assert page.locator("input mark, script mark, button mark").count() == 0
    assert article.evaluate("article => article.textContent") == before[0]
    pieces = page.evaluate("Lianxue.searchMarks.pieces('收受礼品、礼金和 C++', ['礼品礼金', 'c++'])")
    assert pieces == [["收受", False], ["礼品、礼金", True], ["和 ", False], ["C++", True]]
    bar = page.locator(".lx-hits")
    expect(bar).to_contain_text("已标出“处分 影响期”")
    bar.get_by_role("button", name="取消标记").click()
    expect(page.locator("mark.lx-hit")).to_have_count(0)
    expect(page).to_have_url(url)
    assert (
        article.evaluate("article => [article.textContent, article.querySelectorAll('*').length]") == before
    )
    page.add_init_script("""document.addEventListener("DOMContentLoaded", () => {
      const heading = document.querySelector(".lx-text h2[id]");
      if (!heading) return; // record.html
      const folded = document.createElement("details");
      heading.parentNode.insertBefore(folded, heading);
      folded.append(heading);
      heading.id = "folded";
    })""")
    page.goto(url + "?h=处分#folded")
    expect(page.locator("#folded")).to_be_in_viewport()
    assert re.search(r"#folded$", page.url)
