"""A learner in a Chromium 83 kernel, as old browsers of the offices have it."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from desk.testing.node import prepare_old_chromium

from ..support.project import REPOSITORY
from .learners import ONLY_THIS_MACHINE
from .node_stories import node, tell
from .places import Place

QUIZ = "disciplinary-regulations"
ON_A_SMALL_SCREEN = 160  # pixels of header that still leave room for the text


@pytest.fixture(scope="module")
def old_chromium(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The kernel that the npm package chrome-aws-lambda carries."""
    node()
    named = os.environ.get("LIANXUE_CHROMIUM_83")
    path = Path(named) if named else prepare_old_chromium(REPOSITORY, tmp_path_factory.mktemp("logs"))
    if path is None:
        pytest.skip("这里没有 Chromium 83（只在 64 位 Linux 上有）")
    return path


def test_an_old_kernel_shows_the_site_and_keeps_answers(
    place: Place, small_over_http: Place, small_as_files: Place, old_chromium: Path, tmp_path: Path
) -> None:
    """Home and lesson without script errors and with a sane layout; a question answered, kept, known at home.

    A practice session asks it again, goes on to the next one and is there after a reload. Two versions of a regulation stand
    side by side, and one under the other on a phone.
    """
    question = place.question_of_kind("single_choice", QUIZ)
    small = small_as_files if place.is_file else small_over_http
    seen = tell(
        "old_chromium.mjs",
        {
            "chromium": str(old_chromium),
            "profile": str(tmp_path / "profile"),
            "switches": [ONLY_THIS_MACHINE],
            "homeUrl": place.url("index.html"),
            "lessonUrl": place.url(place.lesson_of("2026-02")),
            "quizUrl": place.url(f"quizzes/{QUIZ}.html"),
            "sessionUrl": place.url(f"practice/session.html?mode=order&quiz={QUIZ}"),
            "comparisonUrl": small.page("comparison"),
            "question": question.id,
            "option": question.answer[0],
        },
    )
    assert "HeadlessChrome/83." in seen["home"]["agent"]
    assert seen["problems"] == []
    wide = seen["home"]["layout"]
    assert 40 <= wide["headerHeight"] <= 100
    assert len(set(wide["cardTops"])) == 1, "three month cards share the first row"
    assert len(set(wide["cardLefts"])) == 3
    assert 40 <= seen["lesson"]["layout"]["headerHeight"] <= 100
    for page in seen["narrow"].values():
        assert page["overflow"] <= 0
        assert 40 <= page["headerHeight"] <= ON_A_SMALL_SCREEN
    assert seen["answered"]["status"] == "✓ 答对了"
    assert seen["answered"]["explanation"]
    assert seen["reloaded"]["when"].startswith("上次作答：")
    assert "学习中" in seen["atHome"]["line"] or "还没有开始" in seen["atHome"]["line"]
    marked = {"lines": ["line-through", "underline"], "listed": 4}
    assert seen["comparison"] == {
        "wide": {"isSideBySide": True, **marked},
        "narrow": {"isSideBySide": False, **marked},
    }
    session = seen["session"]
    assert session["answered"]["status"] == "✓ 答对了"
    assert session["next"] != question.id
    assert session["resumed"] == session["next"]
    assert session["recorded"] == [[question.id, ""], [question.id, "order"]]
