"""A learner in Firefox with the preferences that learners have, where every file has a storage of its own."""

from __future__ import annotations

from pathlib import Path

import pytest

from desk.testing.browsers import find_firefox

from .node_stories import tell
from .places import Place
from .serving import HOST


def test_the_record_is_kept_and_shared_by_all_pages(
    small_over_http: Place, small_as_files: Place, tmp_path: Path
) -> None:
    """An answer stands after a reload, home knows of it, and 护眼 pressed at home holds in the quiz: http and files.

    A practice session asks the question again, goes on to the next one and is there after a reload.
    """
    firefox = find_firefox()
    if firefox is None:
        pytest.skip("这里没有 Firefox：请安装 firefox-esr")
    places = (small_over_http, small_as_files)
    question = next(item for item in small_over_http.questions() if item.id == "study-rules/how-often")
    told = tell(
        "firefox.mjs",
        {
            "firefox": str(firefox),
            "profile": str(tmp_path / "profile"),
            "host": HOST,
            "bases": [place.base for place in places],
            "quiz": f"quizzes/{question.quiz}.html",
            "session": f"practice/session.html?mode=order&quiz={question.quiz}",
            "question": question.id,
            "option": "A",
        },
    )
    assert told["problems"] == []
    for place, seen in zip(places, told["seen"], strict=True):
        assert seen["answered"]["status"] == "✕ 答错了"
        assert seen["answered"]["answer"] == "B　每月"
        assert seen["reloaded"]["status"] == "✕ 答错了"
        assert seen["reloaded"]["when"].startswith("上次作答：")
        assert "学习中，自测题已答 1 / 2" in seen["home"]["line"]
        assert seen["home"]["start"] == ["继续学习"]
        # the trap: with a driver's own preferences a file would read what another file wrote
        assert seen["seenByHome"] == (None if place.is_file else "quiz")
        session = seen["session"]
        assert session["answered"]["status"] == "✕ 答错了"
        assert (session["first"], session["next"]) == (question.id, "study-rules/absent-member")
        assert session["resumed"] == session["next"]
        assert session["recorded"] == [[question.id, ""], [question.id, "order"]]
