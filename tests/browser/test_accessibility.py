"""axe-core finds nothing on any page type, light and dark, narrow and wide."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from ..support.project import REPOSITORY
from .answering import KINDS, QuestionForm
from .places import PAGE_TYPES, Place

AXE = REPOSITORY / "node_modules/axe-core/axe.min.js"
WIDTHS = (1280, 390)
RUN = """async () => {
  await Promise.all(document.getAnimations().map(animation => animation.finished.catch(() => undefined)));
  const { violations } = await axe.run(document, { resultTypes: ["violations"] });
  return violations.flatMap(rule => rule.nodes.map(node => ({ rule: rule.id, at: node.target.join(" "), why: node.failureSummary })));
}"""


@pytest.fixture(scope="module")
def axe() -> str:
    """axe-core's own script."""
    if not AXE.is_file():
        pytest.skip("没有 axe-core：请运行 python3 scripts/portal.py test")
    return Path(AXE).read_text(encoding="utf-8")


def violations(page: Page, axe: str) -> list[str]:
    """What axe finds in both widths and both schemes."""
    page.evaluate(axe)
    found: list[str] = []
    for scheme in ("light", "dark"):
        if scheme == "dark":
            page.evaluate("document.querySelector('[data-lx-switch=dark]').click()")
            expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 900})
            results: list[dict[str, Any]] = page.evaluate(RUN)
            found += [f"{scheme} {width}px {one['rule']} {one['at']}\n  {one['why']}" for one in results]
    return found


@pytest.mark.parametrize("kind", PAGE_TYPES)
def test_axe_finds_nothing(reader: Page, axe: str, any_page: Callable[[str], str], kind: str) -> None:
    """Zero violations in light and dark, at 1280 and 390 px."""
    reader.goto(any_page(kind))
    found = violations(reader, axe)
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
    found = violations(page, axe)
    assert not found, "\n".join(found)
