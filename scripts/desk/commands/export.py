"""`lianxue export`: questions of the bank as a file for another program."""

from __future__ import annotations

from pathlib import Path

import click

from desk.chinese_click import ChineseCommand, path_name
from desk.cli import root_of
from desk.exporting.exporting import FORMATS, export_bank
from desk.exporting.selection import Filters


def format_name(value: str) -> str:
    """A key of FORMATS, written in any case."""
    if value.lower() not in FORMATS:
        raise click.BadParameter(f"不能导出成“{value}”。可用：{'、'.join(FORMATS)}")
    return value.lower()


@click.command(
    name="export",
    cls=ChineseCommand,
    help="把题目导出成 Excel、Word、Moodle、QTI 2.1 或 Anki 的文件；Excel 和 Moodle 的改好后可以再导入。",
)
@click.option(
    "--to", type=format_name, default="xlsx", metavar="格式", help=f"{'、'.join(FORMATS)}（默认 xlsx）"
)
@click.option("--quiz", "quizzes", multiple=True, metavar="自测题", help="只导出这一套，可以写几次")
@click.option(
    "--lesson", "lessons", multiple=True, metavar="课", help="只导出这一课的题，如 2026/02-disciplinary"
)
@click.option(
    "--regulation", "regulations", multiple=True, metavar="法规", help="只导出依据这部法规的题，写编号或名称"
)
@click.option(
    "--type", "types", multiple=True, metavar="题型", help="单选、多选、判断、填空、匹配、排序、简答"
)
@click.option("--discipline", "disciplines", multiple=True, metavar="纪律", help="如 廉洁纪律")
@click.option("--difficulty", "difficulties", multiple=True, metavar="难度", help="易、中、难")
@click.option("--tag", "tags", multiple=True, metavar="标签", help="有这个标签的题")
@click.option("--out", type=path_name, metavar="文件", help="存成哪个文件；不写时放在 dist 文件夹")
@click.option("--replace", is_flag=True, help="替换已有的文件")
@click.pass_context
def command(
    ctx: click.Context, /, *, to: str, out: Path | None, replace: bool, **filters: tuple[str, ...]
) -> int:
    report = export_bank(root_of(ctx), to, Filters(**filters), out, replace=replace)
    kinds = "、".join(f"{label} {count}" for label, count in report.by_type.items())
    click.echo(f"已导出 {report.count} 题（{kinds}）：{report.path}")
    if report.drafts and report.format.takes_drafts:
        click.echo(f"其中 {len(report.drafts)} 题待确认，在“状态”一列标出。")
    elif report.drafts:
        click.echo(f"另有 {len(report.drafts)} 题待确认，没有导出：{'、'.join(report.drafts)}")
    return 0
