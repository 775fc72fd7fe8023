"""axe-core finds nothing on any page type, light and dark, narrow and wide."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from .accessibility import EVERY_SCREEN, violations
from .answering import KINDS, QuestionForm
from .places import PAGE_TYPES, Place, open_page


@pytest.mark.parametrize("kind", PAGE_TYPES)
def test_axe_finds_nothing(reader: Page, axe: str, any_page: Callable[[str], str], kind: str) -> None:
    """Zero violations in light and dark, at 1280 and 390 px."""
    open_page(reader, any_page(kind))
    found = violations(reader, axe, EVERY_SCREEN)
    assert not found, "\n".join(found)


def test_axe_finds_nothing_in_answered_questions(page: Page, axe: str, small_over_http: Place) -> None:
    """Verdicts right, wrong and partial, notices and badges, in every kind of question."""
    page.goto(small_over_http.url("quizzes/every-kind.html"))
    for number, kind in enumerate(KINDS):
        form = QuestionForm(page, small_over_http.question_of_kind(kind, "every-kind"))
        if kind == "multiple_choice":
            form.root.locator('input[value="A"]').check()
            form.submit()
            expect(form.root).to_have_attribute("data-verdict", "partial")
        else:
            form.answer(rightly=number % 2 == 0)
    found = violations(page, axe, EVERY_SCREEN)
    assert not found, "\n".join(found)
