"""Nothing secret is published: neither built nor previewed, and no command can be told otherwise."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Run = Callable[..., Any]
PLACES = {
    "docs/index.md": "# 首页\n\n<!-- {} -->\n",
    "docs/files/list.txt": "{}\n",
    "docs/synonyms.yml": "# {}\n学习: [学习]\n",
}


@pytest.mark.parametrize("path", PLACES)
@pytest.mark.parametrize(
    ("secret", "masked", "rule"),
    [
        ("机 密 ★ 10年", "*密★…", "secret-mark"),
        ("11010519491231002X", "110105********002X", "identity-number"),
    ],
)
def test_a_secret_anywhere_stops_the_build_and_is_masked(
    portal: Path, lianxue: Run, path: str, secret: str, masked: str, rule: str
) -> None:
    """No site is made; what is printed does not repeat the secret; the check says the same."""
    (portal / path).parent.mkdir(exist_ok=True)
    (portal / path).write_text(PLACES[path].format(secret), encoding="utf-8")
    ran = lianxue("--root", portal, "build")
    assert ran.code == 1
    assert not (portal / "site").exists()
    assert masked in ran.out
    assert secret not in ran.out + ran.err
    problems = json.loads(lianxue("--root", portal, "check", "--json").out)["problems"]
    assert [problem["level"] for problem in problems if problem["rule"] == rule] == ["MUST_FIX"]


@pytest.mark.parametrize(
    "arguments", [("export",), ("export", "--to", "anki"), ("export", "--to", "docx"), ("booklet", "2026-02")]
)
def test_a_secret_does_not_leave_on_paper_either(
    portal: Path, lianxue: Run, arguments: tuple[str, ...]
) -> None:
    """Nothing is written, and the sentence does not repeat it."""
    quiz = portal / "quizzes/first.yml"
    text = quiz.read_text(encoding="utf-8").replace("都要学习。", "都要学习 11010519491231002X。")
    quiz.write_text(text, encoding="utf-8")
    ran = lianxue("--root", portal, *arguments)
    assert (ran.code, ran.out) == (1, "")
    assert ran.err == (
        "内容里有不能发布的文字，没有写任何文件。请改好再来：\nquizzes/first.yml:7:18: "
        "发现身份证号码（110105********002X）：请删去，不要发布个人信息。\n"
    )
    assert not (portal / "dist").exists()


def test_advice_on_typography_does_not_repeat_a_secret(portal: Path, lianxue: Run) -> None:
    """A number in full-width figures is said masked, once."""
    (portal / "docs/index.md").write_text("# 首页\n\n号码是１１０１０５１９４９１２３１００２Ｘ。\n", "utf-8")
    out = lianxue("--root", portal, "check").out
    assert "110105********002X" in out
    assert "１１０１０５１９４９" not in out
    assert "11010519491231002X" not in out


def test_a_secret_in_a_question_cannot_be_waived(portal: Path, lianxue: Run) -> None:
    """The waiver is refused and the secret still stops the build."""
    quiz = portal / "quizzes/first.yml"
    text = quiz.read_text(encoding="utf-8").replace("都要学习。", "都要学习（机密★）。")
    quiz.write_text(f"{text}    waive: {{secret-mark: 照录}}\n", encoding="utf-8")
    ran = lianxue("--root", portal, "build")
    assert ran.code == 1
    assert "发现密级标志（*密★）" in ran.out
    assert "“secret-mark”不能免检" in ran.out


def test_a_file_in_another_encoding_is_looked_through(portal: Path, lianxue: Run) -> None:
    """An old list saved by Excel is published as it is, and found all the same."""
    (portal / "docs/list.csv").write_bytes("甲,11010519491231002X\r\n".encode("gb18030"))
    ran = lianxue("--root", portal, "check")
    assert "docs/list.csv:1:3: 发现身份证号码（110105********002X）" in ran.out


def test_a_telephone_number_is_pointed_out_and_published(portal: Path, lianxue: Run) -> None:
    """A person decides."""
    (portal / "docs/index.md").write_text("# 首页\n\n电话13900139000。\n", encoding="utf-8")
    ran = lianxue("--root", portal, "build")
    assert ran.code == 0
    assert "docs/index.md:3:3: 发现手机号码（139****9000）：请确认可以公开，否则删去【提示】" in ran.out


def test_the_check_promises_no_more_than_it_knows(lianxue: Run) -> None:
    """未发现标志 is all that a program can say."""
    said = "".join(lianxue("check", "--help").out.split())
    assert "没有列出只表示未发现标志，能不能公开由保密审查决定" in said
    assert "不涉密" not in said
