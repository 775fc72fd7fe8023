"""`lianxue booklet`: make the booklet of a month or a year."""

from __future__ import annotations

from pathlib import Path

import click

from desk.booklets.making import make_booklet
from desk.chinese_click import ChineseCommand, path_name
from desk.cli import root_of


@click.command(
    name="booklet",
    cls=ChineseCommand,
    help="制作一月或一年的学习汇编：封面、目录、课文、法规、案例、自测题，答案在书末。",
)
@click.argument("period", metavar="年份或月份")
@click.option("--out", "file", type=path_name, metavar="文件", help="写到哪个 .docx 文件（默认放在 dist 里）")
@click.option("--replace", is_flag=True, help="替换已有的文件")
@click.pass_context
def command(ctx: click.Context, *, period: str, file: Path | None, replace: bool) -> int:
    report = make_booklet(root_of(ctx), period, file=file.resolve() if file else None, replace=replace)
    for remark in report.remarks:
        click.echo(f"提示：{remark}")
    months = report.booklet.months
    lessons = sum(len(month.lessons) for month in months)
    cases = sum(len(month.cases) for month in months)
    questions = sum(len(quiz.questions) for quiz in report.booklet.quizzes)
    click.echo(
        f"《{report.booklet.title}》（{report.booklet.period}）：{lessons} 课，{cases} 个案例，{questions} 道题。"
    )
    for path in report.files:
        click.echo(f"已写入：{path}")
    click.echo("在 Word 里打开时如果问是否更新域，请选“是”：目录的页码由 Word 算出。")
    return 0
