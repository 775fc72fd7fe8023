"""`lianxue withdraw`: take a page down with a notice."""

from __future__ import annotations

import datetime

import click

from desk.chinese_click import ChineseCommand, calendar_date
from desk.cli import root_of
from desk.publishing.withdrawing import restore, withdraw
from desk.reporting.printing import print_problems


@click.command(
    name="withdraw", cls=ChineseCommand, help="撤下一页：读者看到一句说明，原文留在文件里，随时可以恢复。"
)
@click.argument("page", metavar="页面")
@click.option("--because", default="", metavar="原因", help="给读者看的一句话，如“所引条文已修订，正在改写”")
@click.option("--date", "on", type=calendar_date, metavar="日期", help="撤下的日期（默认今天）")
@click.option("--keep-quizzes", is_flag=True, help="撤下一课时，它的自测题留着")
@click.option("--restore", "is_restored", is_flag=True, help="恢复已撤下的一页")
@click.pass_context
def command(
    ctx: click.Context,
    *,
    page: str,
    because: str,
    on: datetime.date | None,
    keep_quizzes: bool,
    is_restored: bool,
) -> int:
    root = root_of(ctx)
    if is_restored and (because or on):
        raise click.UsageError("--restore 是恢复，不用写原因和日期：请去掉 --because、--date", ctx)
    if is_restored:
        report = restore(root, page, keeps_quizzes=keep_quizzes)
    else:
        day = on or datetime.date.today()
        report = withdraw(root, page, because=because, on=day, keeps_quizzes=keep_quizzes)
    for path in report.paths:
        click.echo(f"{'已恢复' if is_restored else '已撤下'} {path}")
    if report.new_problems:
        click.echo("现在还有这些地方要处理：")
        print_problems(report.new_problems)
    click.echo("重新生成网站（build）后，读者就看到改动。")
    return 0
