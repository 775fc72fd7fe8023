"""`lianxue format`: which files are rewritten, and how safely."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Run = Callable[..., Any]
Tree = Callable[[Path], dict[str, bytes]]

UNTIDY = """\
questions:
- 题型: true_false   # 判断
  id: a
  题干: 一句话。
  答案: 对
title: 试题
"""


@pytest.fixture
def untidy(portal: Path) -> Path:
    """A quiz with Chinese field names in another order, with Windows line ends."""
    file = portal / "quizzes/2026/untidy.yml"
    file.parent.mkdir()
    file.write_bytes(UNTIDY.replace("\n", "\r\n").encode("utf-8-sig"))
    return file


def test_a_file_is_brought_into_form_once(portal: Path, untidy: Path, lianxue: Run) -> None:
    """The first run rewrites what differs, with LF and without a mark; the second finds nothing to do."""
    first = lianxue("--root", portal, "format")
    assert (first.code, first.err) == (0, "")
    assert first.out == "已整理：quizzes/2026/untidy.yml\n已整理 1 个文件，1 个不用改。\n"
    text = untidy.read_bytes().decode("utf-8")
    assert "\r" not in text
    assert text.startswith("title: 试题\n")
    assert "stem: 一句话。" in text
    assert "# 判断" in text
    again = lianxue("--root", portal, "format")
    assert again.out == "已整理 0 个文件，2 个不用改。\n"


def test_check_lists_and_changes_nothing(portal: Path, untidy: Path, lianxue: Run, tree: Tree) -> None:
    """With --check the files stay as they are and the exit code tells."""
    before = tree(portal)
    ran = lianxue("--root", portal, "format", "--check")
    assert ran.code == 1
    assert ran.out == "需要整理：quizzes/2026/untidy.yml\n需要整理 1 个文件，1 个不用改。\n"
    assert tree(portal) == before
    untidy.unlink()
    assert lianxue("--root", portal, "format", "--check").code == 0


def test_a_file_that_cannot_be_read_is_left_alone(portal: Path, untidy: Path, lianxue: Run) -> None:
    """A broken file and a GBK file are reported and kept, the others are still formatted."""
    (portal / "quizzes/broken.yml").write_text("title: [\n", encoding="utf-8")
    (portal / "quizzes/gbk.yml").write_bytes("title: 试题\n".encode("gbk"))
    ran = lianxue("--root", portal, "format")
    lines = ran.out.splitlines()
    assert ran.code == 1
    assert lines[:2] == ["已整理：quizzes/2026/untidy.yml", "以下文件读不懂，没有动："]
    assert [line.split(": ")[0] for line in lines[2:-2]] == ["quizzes/broken.yml:2:1", "quizzes/gbk.yml:1:1"]
    assert lines[-1] == "已整理 1 个文件，1 个不用改。"
    assert (portal / "quizzes/gbk.yml").read_bytes() == "title: 试题\n".encode("gbk")


def test_only_named_files_are_formatted(portal: Path, untidy: Path, lianxue: Run) -> None:
    """Files given on the command line are formatted and no others."""
    ran = lianxue("--root", portal, "format", portal / "quizzes/first.yml")
    assert ran.out == "已整理 0 个文件，1 个不用改。\n"
    assert untidy.read_bytes().startswith(b"\xef\xbb\xbf")


@pytest.mark.parametrize("name", ["mkdocs.yml", "docs/index.md"])
def test_what_is_no_quiz_is_refused(portal: Path, lianxue: Run, name: str) -> None:
    """Only quiz files of this portal are rewritten."""
    file = portal / name
    ran = lianxue("--root", portal, "format", file)
    assert (ran.code, ran.err) == (1, f"{file} 不是 quizzes 文件夹里的题库文件，没有动它。\n")


def test_presets_are_left_alone(portal: Path, lianxue: Run) -> None:
    """Named, one is refused in a sentence; among all files of the portal it is passed over."""
    file = portal / "quizzes/presets/exam.yml"
    file.parent.mkdir()
    file.write_text("标题: 卷\n", encoding="utf-8")
    ran = lianxue("--root", portal, "format", file)
    assert (ran.code, ran.err) == (1, f"{file} 是组卷方案，不是题库文件，没有动它。\n")
    assert lianxue("--root", portal, "format").out == "已整理 0 个文件，1 个不用改。\n"
    assert file.read_text(encoding="utf-8") == "标题: 卷\n"


def test_a_file_that_is_not_there_is_said(portal: Path, lianxue: Run) -> None:
    """A misspelt name ends in a sentence."""
    ran = lianxue("--root", portal, "format", portal / "quizzes/none.yml")
    assert (ran.code, ran.err) == (1, f"找不到 {portal / 'quizzes/none.yml'}：请检查路径是否写对。\n")
