"""`lianxue review-pack`: what a month hands in for signature."""

from __future__ import annotations

import datetime
from pathlib import Path

import click

from desk.chinese_click import ChineseCommand, calendar_date, path_name
from desk.cli import root_of
from desk.publishing.review import make_review_pack


@click.command(
    name="review-pack",
    cls=ChineseCommand,
    help="制作一个月的送审单：课文、题目和答案、检查结果、改动、审签栏，带校验码。",
)
@click.argument("month", metavar="月份")
@click.option("--out", "file", type=path_name, metavar="文件", help="写到哪个 .docx 文件（默认放在 dist 里）")
@click.option("--replace", is_flag=True, help="替换已有的文件")
@click.option("--date", "on", type=calendar_date, metavar="日期", help="送审的日期（默认今天）")
@click.pass_context
def command(
    ctx: click.Context, *, month: str, file: Path | None, replace: bool, on: datetime.date | None
) -> int:
    report = make_review_pack(
        root_of(ctx),
        month,
        on=on or datetime.date.today(),
        file=file.resolve() if file else None,
        replace=replace,
    )
    for remark in report.remarks:
        click.echo(f"提示：{remark}")
    pack = report.pack
    questions = sum(len(quiz.questions) for quiz in pack.quizzes)
    click.echo(f"{month} 的送审单：{len(pack.pages)} 页内容，{questions} 道题，校验码 {pack.code}")
    click.echo(f"已写入：{report.file}")
    click.echo(f"签字后登记：sign-off {month} --code {pack.code} --approved-by 姓名")
    return 0
