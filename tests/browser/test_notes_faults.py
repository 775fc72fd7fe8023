"""记一笔 where something goes wrong: scripts that do not load, strange targets in a record, very long sessions."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from .places import Place
from .practising import NEXT, open_session
from .test_notes import QUIZ, QUIZ_URL, open_notes, row
from .watching import Watch

STRANGE = (
    "javascript:document.title='ran'",
    "https://elsewhere.test/",
    "//elsewhere.test/",
    "../../",
    "http://[",
)


def test_a_strange_target_is_no_link(page: Page, small: Place) -> None:
    """Only what lies within the site can be followed; the words stay in any case."""
    page.goto(small.url(QUIZ_URL))
    page.evaluate(
        """targets => Lianxue.recordStore.appendAll(targets.map(target => ({
          kind: "star", payload: { target: "page:" + target, title: target, on: true },
        })))""",
        [*STRANGE, QUIZ_URL],
    )
    open_notes(page, small)
    expect(page.locator("[data-list] h2")).to_have_text([QUIZ_URL, *reversed(STRANGE)])
    links = page.locator("[data-list]").get_by_role("link")
    expect(links).to_have_count(1)
    expect(links).to_have_attribute("href", small.url(QUIZ_URL))


def test_a_script_that_did_not_load_is_said_and_tried_again(
    page: Page, small_over_http: Place, watch: Watch
) -> None:
    """The row says so; the next press does it, and what stood in the record appears under the others too."""
    watch.tolerate("net::ERR_FAILED")
    page.goto(small_over_http.url(QUIZ_URL))
    page.evaluate(
        """target => Lianxue.recordStore.append("note", { target, title: "t", text: "早先的笔记" })""",
        f"question:{QUIZ}/gaps",
    )
    page.route("**/js/learning/notes.js*", lambda route: route.abort())
    with page.expect_event("requestfailed"):
        page.reload()
    star = row(page, "single").get_by_role("button", name="收藏")
    star.click()
    expect(row(page, "single").get_by_role("status")).to_have_text("没有成功，请再按一次。")
    expect(star).to_have_attribute("aria-pressed", "false")
    page.unroute("**/js/learning/notes.js*")
    star.click()
    expect(row(page, "single").get_by_role("status")).to_have_text("已收藏。")
    expect(star).to_have_attribute("aria-pressed", "true")
    expect(row(page, "gaps").locator("[data-note-text]")).to_have_text("早先的笔记")


def test_a_long_session_lets_its_questions_go(page: Page, small_over_http: Place) -> None:
    """After nine questions the memory has the forms of one or two."""
    open_session(page, small_over_http, "mode=order&quiz=every-kind")
    for number in range(2, 10):
        page.locator(NEXT).click()
        expect(page.locator("[data-stage] .lx-question__legend")).to_contain_text(f"第 {number} 题")
    expect(page.locator("[data-stage] [data-lx-note]")).to_be_visible()
    devtools = page.context.new_cdp_session(page)
    prototype = devtools.send("Runtime.evaluate", {"expression": "HTMLFormElement.prototype"})["result"]
    found = devtools.send("Runtime.queryObjects", {"prototypeObjectId": prototype["objectId"]})["objects"]
    count = "function () { return this.filter(form => form.getAttribute('data-question')).length; }"
    alive = devtools.send(
        "Runtime.callFunctionOn",
        {"objectId": found["objectId"], "functionDeclaration": count, "returnByValue": True},
    )["result"]["value"]
    assert alive <= 2
