"""`lianxue format`: rewrite quiz files in canonical form."""

from __future__ import annotations

from pathlib import Path

import click

from desk.chinese_click import ChineseCommand, path_name
from desk.cli import root_of
from desk.reporting.formatting import format_files
from desk.reporting.printing import print_problems


@click.command(
    name="format",
    cls=ChineseCommand,
    help="把题库文件整理成统一格式：字段顺序一致，中文字段名改成规范名，注释保留。",
)
@click.argument("files", nargs=-1, type=path_name, metavar="[文件]…")
@click.option("--check", "only_check", is_flag=True, help="只列出要整理的文件，不改动")
@click.pass_context
def command(ctx: click.Context, *, files: tuple[Path, ...], only_check: bool) -> int:
    report = format_files(root_of(ctx), files, write=not only_check)
    for path in report.changed:
        click.echo(f"{'需要整理' if only_check else '已整理'}：{path}")
    if report.problems:
        click.echo("以下文件读不懂，没有动：")
        print_problems(report.problems)
    click.echo(
        f"{'需要整理' if only_check else '已整理'} {len(report.changed)} 个文件，"
        f"{len(report.unchanged)} 个不用改。"
    )
    return 1 if report.problems or (only_check and report.changed) else 0
