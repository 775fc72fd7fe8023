"""`lianxue check`: every problem, in words and as JSON."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Run = Callable[..., Any]

NO_CITATION = "quizzes/first.yml:5:5: 第 1 题（first）：没有依据（cite）：请写明哪部法规第几条"


def edit(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8", newline="\n")


def test_what_is_to_be_filled_in_does_not_fail_the_check(portal: Path, lianxue: Run) -> None:
    """A missing citation is listed with its level and counted; the exit code is 0."""
    ran = lianxue("--root", portal, "check")
    assert ran.out == f"{NO_CITATION}【待补】\n共 1 处：需要修改 0 处，待补 1 处，提示 0 处\n"
    assert (ran.code, ran.err) == (0, "")


def test_strict_fails_on_what_is_to_be_filled_in(portal: Path, lianxue: Run) -> None:
    """With --strict the same list exits with 1."""
    assert lianxue("--root", portal, "check", "--strict").code == 1


def test_nothing_found_is_said(portal: Path, lianxue: Run) -> None:
    """A portal without problems says so in one line."""
    (portal / "quizzes/first.yml").unlink()
    ran = lianxue("--root", portal, "check", "--strict")
    assert (ran.code, ran.out) == (0, "没有发现问题\n")


def test_all_problems_come_at_once_sorted_by_place(portal: Path, lianxue: Run) -> None:
    """Problems of files that stop a build and problems seen only in rendered pages stand in one list."""
    edit(portal / "quizzes/first.yml", "answer: 对", "answer: 也许")
    edit(portal / "docs/index.md", "# 首页", "# 首页\n\n[课](lessons/2026/none.md)")
    ran = lianxue("--root", portal, "check")
    *listed, count = ran.out.splitlines()
    assert [line.split(": ")[0] for line in listed] == [
        "docs/index.md:3:5",
        "quizzes/first.yml:5:5",
        "quizzes/first.yml:8:13",
    ]
    assert count == "共 3 处：需要修改 2 处，待补 1 处，提示 0 处"
    assert ran.code == 1


def test_json_is_for_machines(portal: Path, lianxue: Run) -> None:
    """With --json there is one object: the problems in order and the counts by level."""
    ran = lianxue("--root", portal, "check", "--json")
    assert json.loads(ran.out) == {
        "problems": [
            {
                "path": "quizzes/first.yml",
                "line": 5,
                "column": 5,
                "level": "TO_FILL",
                "rule": "no-citation",
                "message": NO_CITATION.removeprefix("quizzes/first.yml:5:5: "),
            }
        ],
        "counts": {"MUST_FIX": 0, "TO_FILL": 1, "ADVICE": 0},
    }


@pytest.mark.parametrize(("today", "count"), [("2026-07-05", 1), ("2026-07-06", 2)])
def test_overdue_reviews_are_found_for_a_given_day(
    portal: Path, lianxue: Run, today: str, count: int
) -> None:
    """The day after a lesson's review was due, --today adds an advice; without --today no clock is read."""
    ran = lianxue("--root", portal, "check", "--today", today)
    assert len(ran.out.splitlines()) == count + 1
    assert ran.code == 0


def test_a_broken_mkdocs_yml_is_said(portal: Path, lianxue: Run) -> None:
    """Settings that MkDocs cannot use end in a sentence that names the file."""
    edit(portal / "mkdocs.yml", "watch: [quizzes, overrides]", "watch: [nowhere]")
    ran = lianxue("--root", portal, "check")
    assert (ran.code, ran.out) == (1, "")
    assert ran.err.startswith("mkdocs.yml 里的设置用不了：Config value 'watch': ")
    (portal / "mkdocs.yml").write_text("site_name: [\n", encoding="utf-8")
    assert lianxue("--root", portal, "check").err.startswith("mkdocs.yml 里的设置用不了：")


def test_missing_hooks_are_said(portal: Path, lianxue: Run) -> None:
    """Without our hooks MkDocs would check nothing at all: that is a failure, not a clean portal."""
    text = (portal / "mkdocs.yml").read_text(encoding="utf-8")
    kept = [line for line in text.splitlines(keepends=True) if not line.startswith("hooks:")]
    (portal / "mkdocs.yml").write_text("".join(kept), encoding="utf-8")
    ran = lianxue("--root", portal, "check")
    assert (ran.code, ran.err) == (1, "mkdocs.yml 里没有启用廉学的 hooks：请把 hooks 一项照原样写回去。\n")


def test_a_check_writes_nothing(portal: Path, lianxue: Run, tree: Callable[[Path], dict[str, bytes]]) -> None:
    """After a check the project is as it was, byte for byte."""
    before = tree(portal)
    lianxue("--root", portal, "check")
    assert tree(portal) == before
