"""`lianxue import` as a trainer runs it: a paper from Word, a preview, and the second time around."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import docx
import pytest
from tests.desk.importing.papers import choice, paper_of_40

from desk.drafts.draft import Draft

REPOSITORY = Path(__file__).resolve().parents[3]
Lianxue = Callable[..., Any]


def write_docx(file: Path, drafts: list[Draft]) -> Path:
    """A paper as trainers write it: a title, part headings, a paragraph a line."""
    document = docx.Document()
    document.add_paragraph("第三季度学习测试")
    parts = {"single_choice": "一、单选题", "multiple_choice": "二、多选题", "true_false": "三、判断题"}
    number = 0
    for kind, heading in parts.items():
        document.add_paragraph(heading)
        for draft in (one for one in drafts if one.type == kind):
            number += 1
            document.add_paragraph(f"{number}．{draft.stem}")
            for label, text in draft.options:
                document.add_paragraph(f"{label}．{text}")
            if draft.answer:
                document.add_paragraph(f"答案：{''.join(draft.answer)}")
            if draft.explanation:
                document.add_paragraph(f"解析：{draft.explanation}")
    document.save(str(file))
    return file


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder such as trainers have."""
    folder = tmp_path / "王 老师的 文件"
    folder.mkdir()
    return folder


def test_a_paper_goes_in_and_comes_again(lianxue: Lianxue, portal: Path, folder: Path) -> None:
    """Preview, write, check; corrected in Word, exactly the correction comes through."""
    drafts = paper_of_40()
    drafts[3] = choice(
        drafts[3].stem, tuple(text for _label, text in drafts[3].options), "", type="single_choice"
    )
    file = write_docx(folder / "第三季度 试卷.docx", drafts)
    command = ("--root", portal, "import", file, "--into", "quizzes/q3.yml")
    preview = lianxue(*command, "--report", folder / "报告.html")
    assert preview.code == 0, preview.out
    assert "读出 40 题：单选 20，多选 10，判断 10\n  新增 40 题\n" in preview.out
    assert "待确认 1 题：\n  第 4 题　《第三季度 试卷.docx》第 21 段（第 4 题）" in preview.out
    assert "这只是预览，什么都没有写入。要写入，请加上 --yes 再运行一次。" in preview.out
    assert not (portal / "quizzes" / "q3.yml").exists()
    assert "第 21 段" in (folder / "报告.html").read_text(encoding="utf-8")
    written = lianxue(*command, "--yes")
    assert written.out.endswith("已写入 quizzes/q3.yml：新增 40 题，其中 1 题待确认：生成网站前要先核对。\n")
    checked = lianxue("--root", portal, "check")
    stopping = [line for line in checked.out.splitlines() if line.endswith("【需要修改】")]
    assert checked.code == 1 and len(stopping) == 1
    assert "（缺少 answer：请写出标准答案）：核对后删去 status 一行" in stopping[0]
    assert lianxue("--root", portal, "build").code == 1
    assert not (portal / "site").exists()
    write_docx(file, paper_of_40())
    again = lianxue(*command, "--yes")
    assert again.out.endswith("已写入 quizzes/q3.yml：修改 1 题。\n")
    assert lianxue("--root", portal, "check").code == 0
    assert lianxue(*command, "--yes").out.endswith("没有要写入的内容。\n")


def test_json_says_everything(lianxue: Lianxue, portal: Path, folder: Path) -> None:
    """Counts, every question, every line; nothing is written unless --yes stands there."""
    file = folder / "题.txt"
    file.write_text("1. 几次？\nA. 一次\nB. 两次\n答案：A\n页脚\n", encoding="utf-8")
    ran = lianxue("--root", portal, "import", file, "--into", "q3", "--json")
    plan = json.loads(ran.out)
    assert (plan["counts"]["found"], plan["counts"]["fates"], plan["written"]) == (1, {"新增": 1}, [])
    assert plan["questions"][0]["place"] == "《题.txt》第 1 行（第 1 题）"
    assert len(plan["lines"]) == 5
    written = json.loads(lianxue("--root", portal, "import", file, "--into", "q3", "--json", "--yes").out)
    assert written["written"] == ["quizzes/q3.yml"]


def test_two_files_and_one_of_them_twice(lianxue: Lianxue, portal: Path, folder: Path) -> None:
    """Both go into one quiz; a file named twice is read once."""
    one, two = folder / "一.txt", folder / "二.txt"
    one.write_text("1. 几次？\nA. 一次\nB. 两次\n答案：A\n", encoding="utf-8")
    two.write_text(
        "1. 几日？\nA. 一日\nB. 两日\n答案：B\n\n2. 几次？\nA. 一次\nB. 两次\n答案：A\n", encoding="gb18030"
    )
    ran = lianxue("--root", portal, "import", one, two, one, "--into", "q3", "--yes")
    assert "《二.txt》：" in ran.out
    assert "  新增 2 题，文件里重复 1 题\n" in ran.out
    assert ran.out.endswith("已写入 quizzes/q3.yml：新增 2 题。\n")


@pytest.mark.parametrize("text", ["", "\n\n", "今天天气很好。\n"])
def test_a_file_without_questions(lianxue: Lianxue, portal: Path, folder: Path, text: str) -> None:
    """Nothing is written, and the exit code says so."""
    file = folder / "空.txt"
    file.write_text(text, encoding="utf-8")
    ran = lianxue("--root", portal, "import", file)
    assert ran.code == 1
    assert "Traceback" not in ran.out + ran.err
    assert ran.err or ran.out.endswith("没有要写入的内容。\n")


def test_a_file_that_must_not_come_in(lianxue: Lianxue, portal: Path, folder: Path) -> None:
    """A mark of secrecy stops everything; the message masks it."""
    file = folder / "题.txt"
    file.write_text("机密★5年\n1. 几次？\nA. 一次\nB. 两次\n答案：A\n", encoding="utf-8")
    ran = lianxue("--root", portal, "import", file, "--into", "q3", "--yes")
    assert ran.code == 1
    assert "不能导入：《题.txt》第 1 行有密级标志（*密★…）：请先按规定处理原文件，再导入\n" in ran.out
    assert ran.out.endswith("不能导入，什么都没有写入。\n")
    assert not (portal / "quizzes" / "q3.yml").exists()


def test_a_missing_file_is_a_sentence(lianxue: Lianxue, portal: Path, folder: Path) -> None:
    """One line that names it."""
    ran = lianxue("--root", portal, "import", folder / "没有.docx")
    assert ran.code == 1
    assert ran.err.count("\n") == 1 and "没有.docx" in ran.err


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="an administrator may write anywhere")
def test_a_folder_that_cannot_be_written(lianxue: Lianxue, portal: Path, folder: Path) -> None:
    """The sentence says what to look at; nothing half is left."""
    file = folder / "题.txt"
    file.write_text("1. 几次？\nA. 一次\nB. 两次\n答案：A\n", encoding="utf-8")
    (portal / "quizzes").chmod(0o555)
    try:
        ran = lianxue("--root", portal, "import", file, "--into", "q3", "--yes")
    finally:
        (portal / "quizzes").chmod(0o755)
    assert ran.code == 1
    assert ran.err == (
        "没有权限读写 quizzes/q3.yml：请检查文件夹权限，并关闭正在使用它的程序；什么都没有写入。\n"
    )


def test_a_console_of_another_code_page(portal: Path, folder: Path) -> None:
    """GBK has no ★ of ours to fear: what it lacks is shown as a question mark."""
    file = folder / "题.txt"
    file.write_text("1. 几次？🙂\nA. 一次\nB. 两次\n答案：\n", encoding="utf-8")
    environment = {**os.environ, "PYTHONIOENCODING": "gbk", "PYTHONPATH": os.pathsep.join(sys.path)}
    command = [sys.executable, "-m", "desk", "--root", str(portal), "import", str(file)]
    ran = subprocess.run(command, env=environment, capture_output=True, stdin=subprocess.DEVNULL, check=False)
    assert (ran.returncode, ran.stderr) == (0, b"")
    assert "读出 1 题" in ran.stdout.decode("gbk")
