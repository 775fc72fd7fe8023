"""An exam as a learner sits it: begin, answer, look at 答题卡, hand in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from playwright.sync_api import Locator, Page, expect

from .answering import QuestionForm
from .places import Place

EXAMS = "practice/exams.html"
EVERY_KIND = "every-kind"  # of the small site: six questions, ten minutes, pass mark 60


@dataclass(frozen=True, slots=True)
class Exam:
    """One page on which an exam is sat."""

    page: Page
    place: Place

    def open(self, query: str = "") -> None:
        """Open the page and wait until it can be used."""
        self.page.goto(self.place.url(EXAMS + query))
        self.wait()

    def wait(self) -> None:
        """Until the page can be used."""
        expect(self.page.locator("[data-lx-ready]")).to_be_attached()

    def begin(self, preset: str = EVERY_KIND) -> None:
        """Open the list and start."""
        self.open()
        self.card(preset).get_by_role("button", name="开始考试").click()
        expect(self.form).to_be_visible()

    def begin_without_time(self) -> None:
        """不限时: no clock writes now and then and learns by it what another window did."""
        self.open()
        self.page.get_by_label("不限时").check()
        expect(self.page.locator("[data-time-status]")).to_contain_text("已记住")
        self.begin()

    def card(self, preset: str) -> Locator:
        """A preset in the list."""
        return self.page.locator(f'[data-preset="{preset}"]')

    @property
    def form(self) -> Locator:
        """The question now shown."""
        return self.page.locator("[data-stage] form")

    @property
    def note(self) -> Locator:
        """What the page has to say."""
        return self.page.locator("[data-lx-page] > [data-note]")

    @property
    def clock(self) -> Locator:
        """The time left."""
        return self.page.get_by_role("timer")

    @property
    def sheet(self) -> Locator:
        """The buttons of 答题卡."""
        return self.page.locator("[data-sheet] button")

    @property
    def score(self) -> Locator:
        """得分 … 分, once it is handed in."""
        return self.page.locator("[data-view-result] [data-score]")

    def question(self) -> QuestionForm:
        """The question now shown, with its answer."""
        asked = self.form.get_attribute("data-question")
        return QuestionForm(self.page, next(item for item in self.place.questions() if item.id == asked))

    def answer(self, *, rightly: bool = True) -> None:
        """Answer the question now shown."""
        self.question().respond(rightly=rightly)
        expect(self.page.locator("[data-sheet] [aria-current]")).to_contain_text("已答")

    def wait_until_kept(self, answered: int) -> None:
        """Until so many answers are on disk: what is closed sooner than that may lose the last one."""
        self.page.wait_for_function(
            "count => Lianxue.recordStore.memo('exam').then(memo => Object.keys(memo.responses).length === count)",
            arg=answered,
        )

    def next(self) -> None:
        """Go on, after the last question to handing in."""
        self.page.locator("[data-next]").click()

    def answer_all(self, *, wrong: int = 0) -> None:
        """Answer every question from the first, the last `wrong` ones wrongly, and arrive at handing in."""
        count = self.sheet.count()
        for number in range(count):
            self.answer(rightly=number < count - wrong)
            self.next()

    def cover(self) -> None:
        """Keep the window behind another, where it does not look what became of the exam."""
        self.page.evaluate("Object.defineProperty(document, 'hidden', { get: () => true })")

    def hand_in(self) -> None:
        """From the question straight into the record."""
        if self.page.locator("[data-paper]").is_visible():
            self.page.get_by_role("button", name="交卷", exact=True).click()
        self.page.get_by_role("button", name="确定交卷").click()
        expect(self.score).to_be_visible()

    def events(self, kind: str) -> list[dict[str, Any]]:
        """The payloads of one kind in the record, in order."""
        found: list[dict[str, Any]] = self.page.evaluate(
            "kind => Lianxue.recordStore.events().then(all => Lianxue.record.inOrder(all)"
            ".filter(event => event.kind === kind).map(event => event.payload))",
            kind,
        )
        return found

    def memo(self) -> Any:
        """What is kept of an exam that is not handed in."""
        return self.page.evaluate("Lianxue.recordStore.memo('exam')")
