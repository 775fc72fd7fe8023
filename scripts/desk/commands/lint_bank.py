"""`lianxue lint-bank`: say how the questions of the bank could be better."""

from __future__ import annotations

import click

from desk.bank.linting import lint
from desk.bank.linting_text import lint_json, lint_lines
from desk.chinese_click import ChineseCommand
from desk.cli import root_of
from lianxue.content.catalog import load_catalog


@click.command(
    name="lint-bank",
    cls=ChineseCommand,
    help=(
        "检查题库的出题质量：题目相近、答案位置不匀、正确选项总是最长、“以上都对”太多、对错悬殊、"
        "反向提问没有标出、课文讲到的条文没有题目等。全是提示，不影响生成网站；"
        "有意如此的，在那道题下写 waive: {规则: 理由}。"
    ),
)
@click.argument("quizzes", nargs=-1, metavar="[自测题]…")
@click.option("--json", "as_json", is_flag=True, help="以 JSON 输出，供程序读取")
@click.pass_context
def command(ctx: click.Context, *, quizzes: tuple[str, ...], as_json: bool) -> int:
    report = lint(load_catalog(root_of(ctx)), quizzes)
    if as_json:
        click.echo(lint_json(report).encode())  # UTF-8 whatever the console's
    else:
        for line in lint_lines(report):
            click.echo(line)
    return 0
