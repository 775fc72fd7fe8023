"""The search dialog as a learner meets it."""

from __future__ import annotations

from playwright.sync_api import Locator, Page, expect

ARTICLE = "regulations/disciplinary-regulations.html#art-97"  # what 处分条例97条 means
# Every query the dialog asks from now on lands in window.asked.
NOTE_QUERIES = """() => {
  const query = Lianxue.search.query;
  window.asked = [];
  Lianxue.search.query = (text, limit, kind) => { window.asked.push(text); return query(text, limit, kind); };
}"""


class Search:
    """The dialog on a page, open or not."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.root = page.locator("dialog.lx-find")
        self.field = page.get_by_role("combobox", name="搜法规、条款、题目")
        self.list = page.get_by_role("listbox", name="搜索结果")
        self.options = self.list.get_by_role("option")
        self.count = page.locator(".lx-find__count")
        self.status = self.root.locator("[role=status]")
        self.note = page.locator(".lx-find__note")
        self.active = self.list.locator("[aria-selected=true]")

    def open(self) -> Search:
        """Press the slash."""
        self.page.keyboard.press("/")
        expect(self.field).to_be_focused()
        return self

    def ask(self, text: str) -> Search:
        """Type over what stands in the field, and wait for what is said of it."""
        self.field.fill(text)
        expect(self.root.locator("#lx-find-list")).to_have_attribute("aria-busy", "false")
        return self

    def expect_closed(self) -> None:
        """It is not to be seen."""
        expect(self.root).to_be_hidden()

    def link(self, url: str) -> Locator:
        """The options that lead to a site-relative url."""
        path, _, anchor = url.partition("#")
        return self.list.locator(f"a[href*='{path}']" + (f"[href$='#{anchor}']" if anchor else ""))
