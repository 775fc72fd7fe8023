"""A trainer's month from end to end: three files in, a signed site out, by eight commands."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest
from tests.desk.conftest import Ran
from tests.support.check_codes import current_code
from tests.support.month import right_answer, write_lecture, write_paper, write_regulation
from tests.support.project import make_project
from tests.support.terminal import Terminal

from lianxue.content.catalog import load_catalog

pty = pytest.importorskip("pty", reason="Windows has no pseudo-terminals")


def type_in(root: Path, keys: Iterable[str], *arguments: object) -> Ran:
    """Run a command at a terminal at which somebody answers each question with the next of `keys`."""
    terminal, its_end = pty.openpty()
    command = [sys.executable, "-X", "utf8", "-m", "desk", "--root", str(root), *map(str, arguments)]
    process = subprocess.Popen(command, stdin=its_end, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    os.close(its_end)
    assert process.stdout is not None
    out = b""
    waiting = iter(keys)
    try:
        while piece := os.read(process.stdout.fileno(), 65536):
            out += piece
            if out.endswith("：".encode()):
                os.write(terminal, next(waiting).encode())
        code = process.wait(timeout=60)
    finally:
        process.kill()
        process.stdout.close()
        os.close(terminal)
    return Ran(code, out.decode(), "")


def test_a_month_by_eight_commands(
    tmp_path: Path, lianxue: Callable[..., Ran], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Text, lecture and paper become a month whose every question is settled and cited, signed and built."""
    desk = tmp_path / "四月 材料"
    desk.mkdir()
    portal = make_project(tmp_path / "试用 园地", is_whole=True)

    regulation = write_regulation(desk)
    ran = lianxue("--root", portal, "import-regulation", regulation, "--id", "archive-rules", "--yes")
    assert (ran.code, ran.err) == (0, "")

    lecture = write_lecture(desk)
    chosen = ("--month", "2026-04", "--regulation", "archive-rules")
    ran = lianxue("--root", portal, "import-lesson", lecture, *chosen, "--yes")
    assert (ran.code, ran.err) == (0, "")

    paper = write_paper(desk)
    keys = [f"{right_answer(3)}\n", f"{right_answer(7)}\n", "y\n"]
    lesson = "2026/04-archive-rules"
    ran = type_in(
        *(portal, keys, "import", paper, "--regulation", "archive-rules", "--lesson", lesson),
        *("--report", desk / "报告.html"),
    )
    assert (ran.code, ran.err) == (0, "")
    assert "答案 E 不在选项 A、B、C、D 中" in ran.out
    assert "已写入 quizzes/archive-rules.yml：新增 40 题。" in ran.out
    assert "第 15 段（第 3 题）" in (desk / "报告.html").read_text(encoding="utf-8")

    ran = lianxue(
        *("--root", portal, "suggest-citations", "archive-rules", "--accept-above", "0.9", "--yes"),
    )
    assert (ran.code, ran.err) == (0, "")
    monkeypatch.setattr("sys.stdin", Terminal("1\n" * 40))
    ran = lianxue("--root", portal, "suggest-citations", "archive-rules")
    assert (ran.code, ran.err) == (0, "")

    quiz = load_catalog(portal).quizzes["archive-rules"]
    assert len(quiz.questions) == 40
    assert quiz.drafts == ()
    assert [question.id for question in quiz.questions if not question.citations] == []
    keyed = [question.body.answer_key()["answer"] for question in quiz.questions[:20]]
    assert keyed == [[right_answer(number)] for number in range(1, 21)]
    cited = [question.article_number for question in quiz.questions]
    right = sum(article == place % 20 + 1 for place, article in enumerate(cited))
    assert right >= 34  # 85 %, by content alone

    assert lianxue("--root", portal, "review-pack", "2026-04").code == 0
    code = current_code(portal, "2026-04")
    ran = lianxue("--root", portal, "sign-off", "2026-04", "--code", code, "--approved-by", "签发人甲")
    assert ran.code == 0
    ran = lianxue("--root", portal, "build")
    assert (ran.code, ran.err) == (0, "")
    site = portal / "site"
    assert "借阅纸质档案每次不超过五卷" in (site / "regulations" / "archive-rules.html").read_text(
        encoding="utf-8"
    )
    assert (site / "lessons" / "2026" / "04-archive-rules.html").is_file()
    assert (site / "quizzes" / "archive-rules.html").is_file()
