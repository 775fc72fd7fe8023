"""The `lianxue` command: find the verb, load it, say in Chinese what went wrong."""

from __future__ import annotations

import difflib
import io
import sys
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path

import click

from desk.chinese_click import ChineseWords, path_name, usage_sentence, write_table
from desk.failures import failure_of
from desk.project import check_root, own_root

# verb → what it does; a verb is a module of desk.commands with a click command of the same name
# (sign-off is sign_off.py), imported only when asked for, so that help and mistakes answer at once.
VERB_GROUPS = {
    "写和读入": {
        "new": "新建一课、案例、自测题或一个新网站",
        "import": "从 Word、Excel、文本等文件读入题目",
        "import-lesson": "把讲稿变成一课",
        "import-regulation": "把法规文本变成法规页，并与旧版本对照",
        "suggest-citations": "为没有依据的题目推荐条文",
        "format": "把题库文件整理成统一格式",
    },
    "看和检查": {
        "serve": "在本机预览，保存后自动更新",
        "check": "检查内容，列出全部问题",
        "lint-bank": "检查题库的出题质量",
        "stats": "题库统计",
    },
    "送审和发布": {
        "review-pack": "制作一个月的送审单",
        "sign-off": "登记审核、签发",
        "build": "生成网站",
        "bundle": "制作离线包（一个 zip 文件）",
        "verify": "核对离线包是否完整、有无改动",
        "withdraw": "撤下一页，换上一句说明",
    },
    "印和导出": {
        "paper": "组一份书面试卷",
        "booklet": "制作一月或一年的学习汇编",
        "export": "把题库导出为 Excel、Word 等",
    },
    "维护": {"test": "运行全部测试"},
}
VERBS = {verb: text for group in VERB_GROUPS.values() for verb, text in group.items()}


_MODULES = {"import": "import_questions"}  # no module may bear the name of a Python word


class VerbGroup(ChineseWords, click.Group):
    """The table of verbs, each imported when it is called."""

    help_words = "显示这段说明；命令后加 --help 显示该命令的说明"

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(VERBS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in VERBS:
            return None
        command = import_module(f"desk.commands.{_MODULES.get(cmd_name, cmd_name.replace('-', '_'))}").command
        assert isinstance(command, click.Command)
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if args[0] not in VERBS:
            raise click.UsageError(_unknown_verb(args[0]), ctx)
        return super().resolve_command(ctx, args)

    def collect_usage_pieces(self, ctx: click.Context) -> list[str]:
        return ["命令", "[选项]"]

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        for title, verbs in VERB_GROUPS.items():
            write_table(title, list(verbs.items()), formatter, width=max(map(len, VERBS)))
        super().format_options(ctx, formatter)


def _unknown_verb(verb: str) -> str:
    near = difflib.get_close_matches(verb, VERBS, n=1)
    hint = f"，是不是要用 {near[0]}" if near else ""
    return f"没有“{verb}”这个命令{hint}。可用的命令：{'、'.join(VERBS)}"


@click.group(name="lianxue", cls=VerbGroup, invoke_without_command=True, help="廉学：教员的工作台。")
@click.option("--root", type=path_name, metavar="文件夹", help="廉学所在的文件夹（平时不用写）")
@click.pass_context
def lianxue(ctx: click.Context, root: Path | None) -> None:
    ctx.obj = root
    if ctx.invoked_subcommand is None:
        click.echo(ctx.get_help())


def root_of(ctx: click.Context) -> Path:
    """The project a command works on; raises DeskError where it is none."""
    chosen = ctx.find_object(Path)
    return check_root(own_root() if chosen is None else chosen)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command line; the exit code is 0 done, 1 problems or failure, 2 wrong usage."""
    _keep_output_printable()
    codes: list[int] = []
    failure = failure_of(lambda: codes.append(_run(arguments)))
    return codes[0] if failure is None else _say(failure, code=1)


def _run(arguments: Sequence[str] | None) -> int:
    try:
        code = lianxue.main(
            None if arguments is None else list(arguments),
            prog_name="lianxue",
            standalone_mode=False,
        )
    except click.UsageError as error:
        return _say(_with_hint(error), code=2)
    except (click.Abort, KeyboardInterrupt):
        return _say("已停止。", code=130)
    except BrokenPipeError:
        return 1  # whoever read our output has gone
    return code if isinstance(code, int) else 0


def _with_hint(error: click.UsageError) -> str:
    path = error.ctx.command_path if error.ctx else "lianxue"
    return f"{usage_sentence(error)}。\n用 {path} --help 看用法。"


def _say(text: str, *, code: int) -> int:
    click.echo(text, err=True)
    return code


def _keep_output_printable() -> None:
    """A console of another code page shows ? for a character it lacks; nothing stops for it."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")
