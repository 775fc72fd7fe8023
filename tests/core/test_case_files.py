"""Every case file under tests/cases is checked and answers exactly as it says itself."""

from __future__ import annotations

import shutil
import tempfile
from functools import cache
from pathlib import Path

import pytest
from tests.support.page_cases import check_case, check_project, expected_lines
from tests.support.project import CASES, REPOSITORY, make_project
from tests.support.quiz_cases import compare, expected_problems

from lianxue.content.catalog import load_catalog
from lianxue.reading.problem import Level, Problem
from lianxue.reading.rules import RULES

BAD_QUIZZES = sorted((CASES / "quizzes" / "bad").glob("*.yml"))
GOOD_QUIZZES = sorted((CASES / "quizzes" / "good").glob("*.yml"))
BAD_PRESETS = sorted((CASES / "presets" / "bad").glob("*.yml"))
GOOD_PRESETS = sorted((CASES / "presets" / "good").glob("*.yml"))
BAD_PAGES = sorted((CASES / "pages" / "bad").iterdir())
GOOD_PAGES = sorted((CASES / "pages" / "good").iterdir())


@cache
def check_quiz(case: Path) -> tuple[Problem, ...]:
    """The problems of a quiz file put into the base case."""
    with tempfile.TemporaryDirectory() as folder:
        root = make_project(Path(folder) / "project")
        shutil.copy(case, root / "quizzes" / case.name)
        return load_catalog(root).problems


@cache
def check_preset(case: Path) -> tuple[Problem, ...]:
    """The problems of a preset file put into the base case."""
    with tempfile.TemporaryDirectory() as folder:
        root = make_project(Path(folder) / "project")
        (root / "quizzes" / "presets").mkdir()
        shutil.copy(case, root / "quizzes" / "presets" / case.name)
        return load_catalog(root).problems


def name_of(case: Path) -> str:
    return case.stem


@pytest.mark.parametrize("case", BAD_QUIZZES, ids=name_of)
def test_bad_quiz_has_exactly_the_problems_it_announces(case: Path) -> None:
    """Every faulty line of a bad quiz is reported with its whole message, and nothing else is."""
    problems = list(check_quiz(case))
    assert {problem.path for problem in problems} == {f"quizzes/{case.name}"}
    assert compare(list(expected_problems(case.read_text(encoding="utf-8"))), problems) == []


@pytest.mark.parametrize("case", GOOD_QUIZZES, ids=name_of)
def test_good_quiz_has_no_problem(case: Path) -> None:
    """A good quiz is read whole and without a word, advice included."""
    assert check_quiz(case) == ()


@pytest.mark.parametrize("case", BAD_PRESETS, ids=name_of)
def test_bad_preset_has_exactly_the_problems_it_announces(case: Path) -> None:
    """Every faulty line of a bad preset is reported with its whole message, and nothing else is."""
    problems = list(check_preset(case))
    assert {problem.path for problem in problems} == {f"quizzes/presets/{case.name}"}
    assert compare(list(expected_problems(case.read_text(encoding="utf-8"))), problems) == []


@pytest.mark.parametrize("case", GOOD_PRESETS, ids=name_of)
def test_good_preset_has_no_problem(case: Path) -> None:
    """A good preset is read whole, by English and by Chinese names."""
    assert check_preset(case) == ()


@pytest.mark.parametrize("case", BAD_PAGES, ids=name_of)
def test_bad_pages_have_exactly_the_problems_they_announce(case: Path, tmp_path: Path) -> None:
    """An overlay of bad files gives the list in its expected.txt, rendered pages included."""
    assert check_case(case, tmp_path / "project") == expected_lines(case)


@pytest.mark.parametrize("case", GOOD_PAGES, ids=name_of)
def test_good_pages_have_no_problem(case: Path, tmp_path: Path) -> None:
    """An overlay of good pages is checked without a word."""
    assert check_project(make_project(tmp_path / "project", case)) == ()


def test_every_rule_has_a_bad_case() -> None:
    """A rule that no case breaks is a rule that nobody has seen work."""
    seen = {problem.rule for case in BAD_QUIZZES for problem in check_quiz(case)}
    seen.update(problem.rule for case in BAD_PRESETS for problem in check_preset(case))
    for case in BAD_PAGES:
        seen.update(line.rpartition(" ")[2].rstrip("]") for line in expected_lines(case))
    assert sorted(set(RULES) - seen) == []


def test_the_base_case_has_no_problem(tmp_path: Path) -> None:
    """What all cases build on is good itself."""
    assert check_project(make_project(tmp_path / "project")) == ()


def test_our_own_content_passes_the_strict_check() -> None:
    """Nothing in the repository's own docs and quizzes is 需要修改 or 待补, rendered pages included."""
    assert [line for line in check_project(REPOSITORY) if f"[{Level.ADVICE.value} " not in line] == []
