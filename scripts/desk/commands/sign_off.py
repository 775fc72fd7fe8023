"""`lianxue sign-off`: record the signatures on a 送审单."""

from __future__ import annotations

import datetime

import click

from desk.chinese_click import ChineseCommand, calendar_date
from desk.cli import root_of
from desk.publishing.signing import Signatures, sign_off


@click.command(
    name="sign-off", cls=ChineseCommand, help="按签好字的送审单登记审核、签发；内容已变的不能登记。"
)
@click.argument("month", metavar="月份")
@click.option("--code", required=True, metavar="校验码", help="签字的送审单上的校验码")
@click.option("--approved-by", required=True, metavar="姓名", help="签发人")
@click.option("--reviewed-by", default="", metavar="姓名", help="科室审核人")
@click.option("--drafted-by", default="", metavar="姓名", help="起草人")
@click.option("--date", "on", type=calendar_date, metavar="日期", help="签发的日期（默认今天）")
@click.option("--replace", is_flag=True, help="改正已经登记的姓名或日期")
@click.pass_context
def command(
    ctx: click.Context,
    *,
    month: str,
    code: str,
    approved_by: str,
    reviewed_by: str,
    drafted_by: str,
    on: datetime.date | None,
    replace: bool,
) -> int:
    signatures = Signatures(drafted_by=drafted_by, reviewed_by=reviewed_by, approved_by=approved_by)
    today = datetime.date.today()
    report = sign_off(
        root_of(ctx), month, signatures, code=code, on=on or today, today=today, replace=replace
    )
    for page in report.pages:
        click.echo(f"已登记 {page}")
    click.echo(f"{report.month} 由{approved_by}签发，校验码 {report.code}。以后有改动，检查和生成时会说明。")
    return 0
