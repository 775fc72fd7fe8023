"""Whether to write is asked, declined and left open in one way by every command that shows first."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from tests.support.month import write_lecture, write_paper, write_regulation
from tests.support.project import make_project
from tests.support.terminal import Terminal

Run = Callable[..., Any]
PREVIEW = "这只是预览，什么都没有写入。要写入，请加上 --yes 再运行一次。\n"
VERBS = ("import", "import-lesson", "import-regulation")


def content(root: Path) -> dict[str, bytes]:
    """The files a trainer writes."""
    files = [file for name in ("docs", "quizzes") for file in (root / name).rglob("*") if file.is_file()]
    return {file.relative_to(root).as_posix(): file.read_bytes() for file in files}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A small portal."""
    return make_project(tmp_path / "试用 园地")


def command_of(verb: str, root: Path) -> tuple[object, ...]:
    """The verb on a file of its kind that lies beside the portal."""
    folder = root.parent
    rest: tuple[object, ...]
    if verb == "import":
        rest = (write_paper(folder), "--into", "quizzes/new.yml")
    elif verb == "import-lesson":
        rest = (write_lecture(folder), "--month", "2026-04", "--regulation", "study-rules")
    else:
        rest = (write_regulation(folder), "--id", "new-rules")
    return ("--root", root, verb, *rest)


@pytest.mark.parametrize("verb", VERBS)
def test_enter_writes_nothing(verb: str, root: Path, lianxue: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """Declined is done: a sentence, and no failure."""
    before = content(root)
    monkeypatch.setattr("sys.stdin", Terminal("\n" * 20))
    ran = lianxue(*command_of(verb, root))
    assert (ran.code, ran.err) == (0, "")
    assert "（输入 y 写入，回车不写）：没有写入。\n" in ran.out
    assert content(root) == before


@pytest.mark.parametrize("verb", VERBS)
def test_nobody_there_gets_a_preview(verb: str, root: Path, lianxue: Run) -> None:
    """A script or a scheduled run is asked nothing and told what writes."""
    before = content(root)
    ran = lianxue(*command_of(verb, root))
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.endswith(PREVIEW)
    assert "输入 y" not in ran.out
    assert content(root) == before


@pytest.mark.parametrize("verb", VERBS)
def test_yes_asks_nothing(verb: str, root: Path, lianxue: Run) -> None:
    """It writes at once, somebody there or not."""
    before = content(root)
    ran = lianxue(*command_of(verb, root), "--yes")
    assert (ran.code, ran.err) == (0, "")
    assert "输入 y" not in ran.out
    assert "已写入" in ran.out
    assert set(content(root)) > set(before)


@pytest.mark.parametrize("verb", VERBS)
def test_json_asks_nothing(verb: str, root: Path, lianxue: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """A program reads the output: only --yes writes, whoever sits there."""
    before = content(root)
    monkeypatch.setattr("sys.stdin", Terminal("y\n"))
    ran = lianxue(*command_of(verb, root), "--json")
    assert ran.code == 0
    assert ran.out.startswith("{")
    assert content(root) == before
