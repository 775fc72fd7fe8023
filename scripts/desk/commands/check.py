"""`lianxue check`: print every problem in the content."""

from __future__ import annotations

import datetime

import click

from desk.building.checking import check_portal
from desk.chinese_click import ChineseCommand, calendar_date
from desk.cli import root_of
from desk.regulations.reviewing import settle_reviews
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
@click.option(
    "--reviewed",
    multiple=True,
    metavar="位置",
    help="这一处依据的条文变了，看过、不用改，如 quizzes/x.yml#题目编号",
)
@click.pass_context
def command(
    ctx: click.Context,
    *,
    strict: bool,
    as_json: bool,
    today: datetime.date | None,
    reviewed: tuple[str, ...],
) -> int:
    root = root_of(ctx)
    for review in settle_reviews(root, reviewed) if reviewed else ():
        click.echo(f"已登记复核过：{review.name}（{review.cited}）", err=as_json)
    report = check_portal(root, today=today)
    if as_json:
        click.echo(problems_json(report.problems).encode())  # UTF-8 whatever the console's
    else:
        print_problems(report.problems, report.remarks)
    return 1 if stops(report.problems, strict=strict) else 0
