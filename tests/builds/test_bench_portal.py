"""The portal that the bench measures can be built, also a small one, and is the same every time."""

from __future__ import annotations

from pathlib import Path

from ..bench.portal import EXAM, QUESTIONS_A_QUIZ, write_portal
from ..support.building import build, read_site


def test_a_small_portal_of_the_bench_builds_without_problems(tmp_path: Path) -> None:
    """One quiz of fifty questions, its lesson, its regulation and a 组卷方案; nothing is in want of mending."""
    project = write_portal(tmp_path / "portal", quizzes=1)
    assert read_site(project / "quizzes") == read_site(
        write_portal(tmp_path / "again", quizzes=1) / "quizzes"
    )
    built = build(project)
    assert built.code == 0, built.said
    index = next(text for path, text in built.site.items() if path.startswith("assets/bank/index-")).decode()
    assert index.count('"quiz-001/') == QUESTIONS_A_QUIZ
    assert f'"{EXAM}"' in index
    assert "lessons/2025/01-lesson.html" in built.site
