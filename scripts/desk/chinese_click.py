"""Let click speak Chinese: help pages, parameter types, mistakes in the command line."""

from __future__ import annotations

import datetime
import difflib
import sys
import unicodedata
from collections.abc import Sequence
from pathlib import Path

import click

_ANSWERS = {"": False, **dict.fromkeys(("n", "no", "否", "不"), False)}
_ANSWERS |= dict.fromkeys(("y", "yes", "是", "好"), True)


class ChineseWords(click.Command):
    """The help page and the complaints of a command, of several parts or none, in Chinese."""

    help_words = "显示这段说明"

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        try:
            return super().parse_args(ctx, args)
        except click.UsageError as error:
            error.ctx = error.ctx or ctx  # click leaves it out of some
            raise

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        option = super().get_help_option(ctx)
        if option is not None:
            option.help = self.help_words
        return option

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        pieces = " ".join(self.collect_usage_pieces(ctx))
        formatter.write_usage(ctx.command_path, pieces, prefix="用法：")

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        options = [param for param in self.get_params(ctx) if isinstance(param, click.Option)]
        write_table("选项", [_row(option, ctx) for option in options if not option.hidden], formatter)


class ChineseCommand(ChineseWords):
    """A command without parts."""

    allow_extra_args = True  # so that parse_args can refuse them in our words

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        rest = super().parse_args(ctx, args)
        if ctx.args and not self.ignore_unknown_options:
            raise click.UsageError(f"多出来的内容：{' '.join(ctx.args)}", ctx)
        return rest

    def collect_usage_pieces(self, ctx: click.Context) -> list[str]:
        pieces = super().collect_usage_pieces(ctx)
        return ["[选项]" if piece == self.options_metavar else piece for piece in pieces]


class ChineseGroup(ChineseWords, click.Group):
    """A command of several parts (new lesson, new case …)."""

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if args[0] not in self.commands:
            near = difflib.get_close_matches(args[0], self.commands, n=1)
            hint = f"，是不是要用 {near[0]}" if near else ""
            listed = "、".join(self.commands)
            raise click.UsageError(f"{self.name} 后面没有“{args[0]}”这一项{hint}。可用的有：{listed}", ctx)
        return super().resolve_command(ctx, args)

    def collect_usage_pieces(self, ctx: click.Context) -> list[str]:
        return ["什么", "[选项]"]

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        rows = [(name, command.help or "") for name, command in self.commands.items()]
        write_table("什么", rows, formatter)
        super().format_options(ctx, formatter)


def _row(option: click.Option, ctx: click.Context) -> tuple[str, str]:
    """An option and what it is for. What click would add (required, default, range) is English."""
    record = option.get_help_record(ctx)
    needed = "（必填）" if option.required else ""
    return (record[0] if record else "", f"{option.help or ''}{needed}")


def write_table(
    title: str, rows: Sequence[tuple[str, str]], formatter: click.HelpFormatter, width: int = 0
) -> None:
    """Two columns in line on a terminal, where a Chinese character takes two places.

    The left one is at least `width` places wide, so that several tables can stand in line.
    """
    width = max(width, *(_places(left) for left, _right in rows)) + 2
    formatter.write(f"\n{title}：\n")
    for left, right in rows:
        formatter.write(f"  {left}{' ' * (width - _places(left))}{right}\n")


def _places(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(character) in "WF" else 1 for character in text)


def ask_text(question: str) -> str:
    """What somebody types at the terminal, "" for Enter alone. Raises click.Abort where nobody is there."""
    typed: str = click.prompt(question, default="", show_default=False, prompt_suffix="：")
    return typed.strip()


def is_somebody_there() -> bool:
    """Whether questions can be asked: a script or a scheduled run has no terminal."""
    return sys.stdin.isatty()


def ask_to_write(question: str) -> bool:
    """Ask until somebody says yes or no; Enter is no. Says so where nothing is to be written.

    Where nobody is there nothing is asked: what was shown was a preview.
    """
    if not is_somebody_there():
        click.echo("这只是预览，什么都没有写入。要写入，请加上 --yes 再运行一次。")
        return False
    while (answer := _ANSWERS.get(ask_text(f"{question}（输入 y 写入，回车不写）").lower())) is None:
        click.echo("没有看懂：要写入请输入 y，不写请按回车。")
    if not answer:
        click.echo("没有写入。")
    return answer


# What an option's value may be: given to click as `type`, which turns BadParameter into a usage error.


def port_number(value: str) -> int:
    """A TCP port, 1 to 65535."""
    if not (value.isascii() and value.isdigit() and 1 <= int(value) <= 65535):
        raise click.BadParameter(f"端口号是 1 到 65535 的整数，不是“{value}”")
    return int(value)


def calendar_date(value: str) -> datetime.date:
    """A date written as 2026-03-01."""
    try:
        return datetime.datetime.strptime(value, "%Y-%m-%d").date()
    except ValueError as error:
        raise click.BadParameter(f"日期要写成 2026-03-01 的样子，不是“{value}”") from error


def path_name(value: str) -> Path:
    """A path; whether it exists is for the command to say."""
    if not value.strip():
        raise click.BadParameter("路径不能是空的")
    return Path(value)


def usage_sentence(error: click.UsageError) -> str:
    """What is wrong with the command line, in Chinese."""
    if isinstance(error, click.NoSuchOption):
        near = f"，是不是要写 {error.possibilities[0]}" if error.possibilities else ""
        return f"没有 {error.option_name} 这个选项{near}"
    if isinstance(error, click.BadOptionUsage):
        if _is_flag(error):
            return f"选项 {error.option_name} 后面不写值"
        return f"选项 {error.option_name} 后面要写一个值"
    if isinstance(error, click.MissingParameter):
        return f"缺少 {_parameter_name(error)}"
    if isinstance(error, click.BadParameter):
        return f"{_parameter_name(error)}：{error.message}"
    return error.message


def _is_flag(error: click.BadOptionUsage) -> bool:
    params = error.ctx.command.params if error.ctx else []
    return any(
        isinstance(param, click.Option) and param.is_flag and error.option_name in param.opts
        for param in params
    )


def _parameter_name(error: click.BadParameter) -> str:
    param = error.param
    if isinstance(param, click.Option):
        return f"选项 {max(param.opts, key=len)}"
    if param is None:
        return "参数"
    return param.metavar or param.human_readable_name
