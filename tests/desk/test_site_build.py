"""`lianxue build`: a new site, or the last good one."""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Run = Callable[..., Any]
Tree = Callable[[Path], dict[str, bytes]]


def break_quiz(portal: Path) -> None:
    file = portal / "quizzes/first.yml"
    file.write_text(file.read_text(encoding="utf-8").replace("answer: 对", "answer: 也许"), encoding="utf-8")


def test_a_build_tells_pages_time_and_place(portal: Path, lianxue: Run) -> None:
    """The list of problems comes first, then what was made, in how long, and where."""
    ran = lianxue("--root", portal, "build")
    lines = ran.out.splitlines()
    assert ran.code == 0
    assert lines[1] == "共 1 处：需要修改 0 处，待补 1 处，提示 0 处"
    assert re.fullmatch(rf"已生成 14 页，用时 \d+\.\d 秒：{re.escape(str(portal / 'site'))}", lines[2])
    assert (portal / "site/lessons/2026/02-first.html").is_file()


@pytest.mark.parametrize("strict", [False, True])
def test_problems_leave_the_last_good_site(portal: Path, lianxue: Run, tree: Tree, strict: bool) -> None:
    """Where something must be fixed, or filled in under --strict, the site keeps its bytes."""
    lianxue("--root", portal, "build")
    before = tree(portal / "site")
    if not strict:
        break_quiz(portal)
        (portal / "docs/index.md").write_text("# 首页\n\n[死链](none.md)\n", encoding="utf-8")
    ran = lianxue("--root", portal, "build", *(["--strict"] if strict else []))
    assert ran.code == 1
    assert ran.out.splitlines()[-1] == "网站没有更新，上一次的网站保持原样。"
    assert ran.out.splitlines()[:-1] == lianxue("--root", portal, "check").out.splitlines()
    assert tree(portal / "site") == before
    assert [entry.name for entry in portal.iterdir() if entry.name.startswith(".site-")] == []


def test_the_same_input_gives_the_same_bytes(portal: Path, tmp_path: Path, lianxue: Run, tree: Tree) -> None:
    """Two builds, the second from another folder at another time, are equal file by file."""
    lianxue("--root", portal, "build")
    moved = shutil.copytree(portal, tmp_path / "另一处", ignore=shutil.ignore_patterns("site"))
    for file in moved.rglob("*"):
        os.utime(file, (0, 0))
    lianxue("--root", moved, "build", "--site-dir", tmp_path / "发布")
    assert tree(tmp_path / "发布") == tree(portal / "site")


def test_a_template_that_is_missing_is_said(portal: Path, lianxue: Run) -> None:
    """A broken theme is no content problem: one sentence, and the last good site stays."""
    (portal / "overrides/main.html").unlink()
    ran = lianxue("--root", portal, "build")
    assert ran.code == 1
    assert ran.err == "找不到网页模板 main.html：请检查 overrides 文件夹是否完整。\n"


def test_a_template_with_a_slip_is_said(portal: Path, lianxue: Run) -> None:
    """A slip in a template names the template and the line."""
    (portal / "overrides/main.html").write_text("\n{% if %}\n", encoding="utf-8")
    ran = lianxue("--root", portal, "build")
    assert ran.err.startswith("网页模板 main.html 第 2 行写法不对：")


def test_a_folder_of_somebody_is_left_alone(portal: Path, tmp_path: Path, lianxue: Run) -> None:
    """A wrong --site-dir costs nobody a file."""
    (tmp_path / "照片").mkdir()
    (tmp_path / "照片/a.jpg").write_bytes(b"x")
    ran = lianxue("--root", portal, "build", "--site-dir", tmp_path / "照片")
    assert ran.code == 1
    assert ran.err.endswith("里有别的文件，看不出是廉学生成的网站，没有动它：请另选一个空文件夹。\n")
    assert [file.name for file in (tmp_path / "照片").iterdir()] == ["a.jpg"]
