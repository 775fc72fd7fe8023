"""`lianxue check`: print every problem in the content."""

from __future__ import annotations

import datetime

import click

from desk.chinese_click import ChineseCommand, calendar_date
from desk.cli import root_of
from desk.reporting.checking import check_portal
from desk.reporting.printing import print_problems
from desk.reporting.report import problems_json, stops


@click.command(
    name="check",
    cls=ChineseCommand,
    help=(
        "检查内容，按位置列出全部问题。也查密级标志、身份证号码、电话、邮箱和用词；"
        "没有列出只表示未发现标志，能不能公开由保密审查决定。图片和附件里面不看。"
    ),
)
@click.option("--strict", is_flag=True, help="有“待补”也算没有通过")
@click.option("--json", "as_json", is_flag=True, help="以 JSON 输出，供程序读取")
@click.option("--today", type=calendar_date, metavar="日期", help="另外列出到这一天复核已过期的课")
@click.pass_context
def command(ctx: click.Context, *, strict: bool, as_json: bool, today: datetime.date | None) -> int:
    report = check_portal(root_of(ctx), today=today)
    if as_json:
        click.echo(problems_json(report.problems).encode())  # UTF-8 whatever the console's
    else:
        print_problems(report.problems, report.remarks)
    return 1 if stops(report.problems, strict=strict) else 0
