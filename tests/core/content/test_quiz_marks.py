"""Quiz marks are found in text, not in examples of text (the case files hold the near misses)."""

from __future__ import annotations

import pytest

from lianxue.content.quiz_marks import find_marks
from lianxue.reading.problem import Report


def marks(body: str) -> list[tuple[str, int, int]]:
    """(quiz, line, column) of every mark in a body that begins on line 10 and has no near miss."""
    report = Report()
    found = [(mark.quiz, mark.place.line, mark.place.column) for mark in find_marks(body, "x.md", 10, report)]
    assert report.problems == []
    return found


@pytest.mark.parametrize("mark", ["<!-- quiz: a-b -->", "<!--quiz:a-b-->", "  <!--  quiz:  a-b  -->  "])
def test_blanks_in_a_mark_do_not_matter(mark: str) -> None:
    """A mark is one comment alone on its line."""
    assert marks(f"上文\n\n{mark}\n") == [("a-b", 12, len(mark) - len(mark.lstrip()) + 1)]


@pytest.mark.parametrize("fence", ["```", "~~~", "````", "```html", "  ```"])
def test_a_mark_in_a_fence_is_an_example(fence: str) -> None:
    """Help pages show how marks are written."""
    closing = fence.strip().removesuffix("html")
    assert marks(f"{fence}\n<!-- quiz: a -->\n<!-- quizz: a -->\n{closing}\n<!-- quiz: b -->\n") == [
        ("b", 14, 1)
    ]


def test_a_mark_in_code_is_an_example() -> None:
    """Inline code is not read."""
    assert marks("写成 `<!-- quiz: a -->`，不是 ``<!-- quizz: a -->``。\n") == []


def test_other_comments_are_nobodys_business() -> None:
    """A note to oneself is no near miss."""
    assert marks("<!-- 以后再写 -->\n<!-- more -->\n") == []
