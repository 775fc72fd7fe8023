"""A question's form as a learner uses it: respond rightly or wrongly, submit, read what it says."""

from __future__ import annotations

from dataclasses import dataclass

from playwright.sync_api import Locator, Page, expect

from .bank import NONSENSE, BankQuestion

KINDS = ("single_choice", "multiple_choice", "true_false", "fill_in", "matching", "ordering", "short_answer")
RIGHT, WRONG = "✓ 答对了", "✕ 答错了"


@dataclass(frozen=True, slots=True)
class QuestionForm:
    """One question on a page."""

    page: Page
    question: BankQuestion

    @property
    def root(self) -> Locator:
        """The form."""
        return self.page.locator(f'form[data-question="{self.question.id}"]')

    @property
    def status(self) -> Locator:
        """The line with the verdict."""
        return self.root.locator("[data-status]")

    def answer(self, *, rightly: bool) -> None:
        """Respond, submit and wait for the verdict."""
        self.respond(rightly=rightly)
        self.submit()
        if self.question.kind == "short_answer":
            expect(self.status).to_contain_text("记录自评")
            for tick in self.root.locator('input[name="point"]').all() if rightly else ():
                tick.check()
            self.submit()
        expect(self.status).to_contain_text(RIGHT if rightly else WRONG)

    def respond(self, *, rightly: bool) -> None:
        """Fill the form in without submitting it."""
        _RESPONDERS[self.question.kind](self, rightly)

    def submit(self) -> None:
        """Press the submit button, whatever it is called by now."""
        self.root.locator("[data-submit]").click()

    def retry(self) -> None:
        """Press 再做一次."""
        self.root.get_by_role("button", name="再做一次").click()

    def _choose(self, rightly: bool) -> None:
        offered = [item.get_attribute("value") for item in self.root.locator('input[name="choice"]').all()]
        wrong = [value for value in offered if value not in self.question.answer]
        for value in self.question.answer if rightly else wrong[:1]:
            self.root.locator(f'input[name="choice"][value="{value}"]').check()

    def _fill_in(self, rightly: bool) -> None:
        for gap, field in zip(
            self.question.answer, self.root.locator('input[name="gap"]').all(), strict=True
        ):
            field.fill(gap["accept"][0] if rightly else NONSENSE)

    def _match(self, rightly: bool) -> None:
        for pair in self.root.locator("[data-pair]").all():
            right = self.question.answer[pair.get_attribute("data-pair")]
            others = (value for value in self.question.answer.values() if value != right)
            pair.locator("select").select_option(right if rightly else next(others))

    def _order(self, rightly: bool) -> None:
        places = self.question.answer if rightly else self.question.answer[1:] + self.question.answer[:1]
        for value, select in zip(places, self.root.locator('select[name="place"]').all(), strict=True):
            select.select_option(value)

    def _write(self, rightly: bool) -> None:
        self.root.locator("textarea").fill("想到的要点" if rightly else NONSENSE)


_RESPONDERS = {
    "single_choice": QuestionForm._choose,
    "multiple_choice": QuestionForm._choose,
    "true_false": QuestionForm._choose,
    "fill_in": QuestionForm._fill_in,
    "matching": QuestionForm._match,
    "ordering": QuestionForm._order,
    "short_answer": QuestionForm._write,
}
