"""`lianxue stats`: the bank in numbers and in one picture."""

from __future__ import annotations

from pathlib import Path

import click
from rich.console import Console

from desk.bank.stats import count
from desk.bank.stats_page import write_stats_page
from desk.bank.stats_tables import GROUPS, stats_json, stats_tables, summary_line
from desk.chinese_click import ChineseCommand, path_name
from desk.cli import root_of
from lianxue.content.catalog import load_catalog


def group_name(value: str) -> str:
    """A name of GROUPS, or what it is called in Chinese."""
    names = {**{name: name for name in GROUPS}, **{word: name for name, word in GROUPS.items()}}
    if value not in names:
        raise click.BadParameter(f"没有“{value}”这种分法。可用：{'、'.join(GROUPS.values())}")
    return names[value]


@click.command(
    name="stats",
    cls=ChineseCommand,
    help="题库统计：按法规、条文、纪律、题型、难度、月份数题目；--html 另存一页覆盖图，一格是一条。",
)
@click.option("--by", type=group_name, metavar="分法", help=f"只看一种：{'、'.join(GROUPS.values())}")
@click.option("--html", "page", type=path_name, metavar="文件", help="把覆盖图存成一个网页文件")
@click.option("--replace", is_flag=True, help="替换已有的网页文件")
@click.option("--json", "as_json", is_flag=True, help="以 JSON 输出，供程序读取")
@click.pass_context
def command(ctx: click.Context, *, by: str | None, page: Path | None, replace: bool, as_json: bool) -> int:
    root = root_of(ctx)
    stats = count(load_catalog(root))
    if page is not None:
        write_stats_page(root, stats, page, replace=replace)
    if as_json:
        click.echo(stats_json(stats).encode())  # UTF-8 whatever the console's
        return 0
    console = Console(highlight=False)
    for table in stats_tables(stats, by or ""):
        console.print(table)
        console.print()
    click.echo(summary_line(stats))
    if page is not None:
        click.echo(f"覆盖图：{page}")
    return 0
