"""The command line: help, mistakes, and failures in sentences."""

from __future__ import annotations

import io
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import click
import pytest
from tests.support.terminal import Terminal

from desk import cli
from desk.chinese_click import ChineseCommand, ask_to_write

Run = Callable[..., "Ran"]  # see conftest


class Ran:
    code: int
    out: str
    err: str


HELP = """\
用法：lianxue 命令 [选项]

  廉学：教员的工作台。

写和读入：
  new                新建一课、案例、自测题或一个新网站
  import             从 Word、Excel、文本等文件读入题目
  import-lesson      把讲稿变成一课
  import-regulation  把法规文本变成法规页，并与旧版本对照
  suggest-citations  为没有依据的题目推荐条文
  format             把题库文件整理成统一格式

看和检查：
  serve              在本机预览，保存后自动更新
  check              检查内容，列出全部问题
  lint-bank          检查题库的出题质量
  stats              题库统计

送审和发布：
  review-pack        制作一个月的送审单
  sign-off           登记审核、签发
  build              生成网站
  bundle             制作离线包（一个 zip 文件）
  verify             核对离线包是否完整、有无改动
  withdraw           撤下一页，换上一句说明

印和导出：
  paper              组一份书面试卷
  booklet            制作一月或一年的学习汇编
  export             把题库导出为 Excel、Word 等

维护：
  test               运行全部测试

选项：
  --root 文件夹  廉学所在的文件夹（平时不用写）
  --help         显示这段说明；命令后加 --help 显示该命令的说明
"""
VERBS = "、".join(cli.VERBS)


@pytest.mark.parametrize("arguments", [[], ["--help"]])
def test_help_lists_the_verbs(lianxue: Run, arguments: list[str]) -> None:
    """Without a verb, as with --help, the verbs are listed in Chinese."""
    ran = lianxue(*arguments)
    assert (ran.code, ran.out, ran.err) == (0, HELP, "")


@pytest.mark.parametrize("verb", cli.VERBS)
def test_every_verb_has_chinese_help(lianxue: Run, verb: str) -> None:
    """Each verb's help page shows its usage without an English word of click's."""
    ran = lianxue(verb, "--help")
    assert ran.code == 0
    assert ran.out.startswith(f"用法：lianxue {verb} ")
    for word in ("Usage", "Options", "Show this", "OPTIONS", "default", "required"):
        assert word not in ran.out


def test_what_must_be_said_is_marked(lianxue: Run) -> None:
    """In Chinese, on the help page of every command that asks for it."""
    ran = lianxue("new", "lesson", "--help")
    assert "--regulation 编号  法规编号，如 integrity-code（必填）\n" in ran.out


def test_a_question_is_asked_again_in_chinese(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """What is neither yes nor no is asked for once more; Enter is no."""
    monkeypatch.setattr("sys.stdin", Terminal("也许\n是\n\n"))
    assert (ask_to_write("写入吗？"), ask_to_write("写入吗？")) == (True, False)
    question = "写入吗？（输入 y 写入，回车不写）："
    assert (
        capsys.readouterr().out
        == f"{question}没有看懂：要写入请输入 y，不写请按回车。\n{question}{question}没有写入。\n"
    )


@pytest.mark.parametrize("typed", ["y", "Y", "yes", "是", "好", " y "])
def test_these_are_yes(monkeypatch: pytest.MonkeyPatch, typed: str) -> None:
    """In Chinese or by one key."""
    monkeypatch.setattr("sys.stdin", Terminal(f"{typed}\n"))
    assert ask_to_write("写入吗？")


def test_nobody_to_ask_is_no(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """Without anybody at the keyboard nothing is asked, and the option that writes is named."""
    monkeypatch.setattr("sys.stdin", io.StringIO("y\n"))
    assert not ask_to_write("写入吗？")
    assert capsys.readouterr().out == "这只是预览，什么都没有写入。要写入，请加上 --yes 再运行一次。\n"


def test_no_command_asks_in_its_own_words() -> None:
    """Whether to write is asked in one place."""
    commands = Path(cli.__file__).parent / "commands"
    for file in sorted(commands.glob("*.py")):
        text = file.read_text(encoding="utf-8")
        assert "confirm(" not in text and "y/N" not in text and "输入 y" not in text, file.name


@pytest.mark.parametrize(
    ("arguments", "sentence", "command"),
    [
        (
            ["chek"],
            f"没有“chek”这个命令，是不是要用 check。可用的命令：{VERBS}",
            "lianxue",
        ),
        (
            ["发布"],
            f"没有“发布”这个命令。可用的命令：{VERBS}",
            "lianxue",
        ),
        (["--rot", "x"], "没有 --rot 这个选项，是不是要写 --root", "lianxue"),
        (["check", "--stric"], "没有 --stric 这个选项，是不是要写 --strict", "lianxue check"),
        (["check", "--quiet"], "没有 --quiet 这个选项", "lianxue check"),
        (["check", "--strict=1"], "选项 --strict 后面不写值", "lianxue check"),
        (["serve", "--port"], "选项 --port 后面要写一个值", "lianxue serve"),
        (
            ["serve", "--port", "80000"],
            "选项 --port：端口号是 1 到 65535 的整数，不是“80000”",
            "lianxue serve",
        ),
        (
            ["check", "--today", "明天"],
            "选项 --today：日期要写成 2026-03-01 的样子，不是“明天”",
            "lianxue check",
        ),
        (["build", "--site-dir", ""], "选项 --site-dir：路径不能是空的", "lianxue build"),
        (["check", "多", "余"], "多出来的内容：多 余", "lianxue check"),
        (["verify"], "缺少 离线包", "lianxue verify"),
    ],
)
def test_a_mistake_in_the_command_line_gets_a_sentence(
    lianxue: Run, arguments: list[str], sentence: str, command: str
) -> None:
    """Wrong verbs and options exit with 2, a Chinese sentence and where to read on."""
    ran = lianxue(*arguments)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == f"{sentence}。\n用 {command} --help 看用法。\n"


def test_a_root_without_portal_is_said(lianxue: Run, tmp_path: Path) -> None:
    """A folder without mkdocs.yml is no portal."""
    ran = lianxue("--root", tmp_path, "check")
    assert ran.code == 1
    assert ran.err == f"{tmp_path} 里没有 mkdocs.yml：请在廉学的文件夹里运行，或用 --root 指明它。\n"


def failing_verb(monkeypatch: pytest.MonkeyPatch, error: BaseException) -> None:
    @click.command(cls=ChineseCommand)
    def command() -> None:
        raise error

    module = ModuleType("desk.commands.verify")
    module.command = command  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "desk.commands.verify", module)


@pytest.mark.parametrize(
    ("error", "code", "sentence"),
    [
        (FileNotFoundError(2, "", "a.yml"), 1, "找不到 a.yml：请检查路径是否写对。"),
        (
            PermissionError(13, "", "a.yml"),
            1,
            "没有权限读写 a.yml：请检查文件夹权限，并关闭正在使用它的程序。",
        ),
        (OSError(28, "", "site"), 1, "磁盘已满，写不下 site：请先腾出空间。"),
        (OSError(30, "", "site"), 1, "site 所在的磁盘是只读的：请换一个能写入的位置。"),
        (OSError(5, "Input/output error", "site"), 1, "读写 site 时出错（Input/output error）。"),
        (KeyboardInterrupt(), 130, "\n已停止。"),
    ],
)
def test_what_the_system_refuses_gets_a_sentence(
    lianxue: Run, monkeypatch: pytest.MonkeyPatch, error: BaseException, code: int, sentence: str
) -> None:
    """An OSError names the file and what to do; Ctrl+C ends calmly."""
    failing_verb(monkeypatch, error)
    ran = lianxue("verify")
    assert (ran.code, ran.out, ran.err) == (code, "", f"{sentence}\n")


def test_an_error_of_our_own_leaves_its_traceback_in_a_file(
    lianxue: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """The person sees one sentence; the details lie in the file it names."""
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    failing_verb(monkeypatch, ValueError("糟了"))
    ran = lianxue("verify")
    (log,) = tmp_path.glob("lianxue-*.log")
    assert ran.code == 1
    assert ran.err == f"程序自身出错（ValueError：糟了），详细记录在 {log}，请把它交给维护人员。\n"
    assert log.read_text(encoding="utf-8").startswith("Traceback")


def test_help_loads_neither_mkdocs_nor_the_core() -> None:
    """Help and mistakes answer at once because verbs are imported only when called."""
    code = "import sys; from desk.cli import main; main(['--help']); main(['chek']); print(sorted({name.split('.')[0] for name in sys.modules} & {'mkdocs', 'lianxue', 'yaml'}))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, encoding="utf-8", check=True)
    assert done.stdout.endswith("[]\n")


def test_a_console_without_chinese_does_not_stop_the_desk() -> None:
    """Characters that a console's code page lacks are shown as question marks."""
    done = subprocess.run(
        [sys.executable, "-X", "utf8=0", "-m", "desk", "chek"],
        capture_output=True,
        env={**__import__("os").environ, "PYTHONIOENCODING": "ascii"},
        check=False,
    )
    assert done.returncode == 2
    assert b"Traceback" not in done.stderr
    assert b"check" in done.stderr
