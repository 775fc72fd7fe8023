"""`lianxue import`: read questions from files into the bank, with a preview first."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from pathlib import Path

import click

from desk.chinese_click import ChineseCommand, path_name
from desk.cli import root_of
from desk.importing.asking import ask_all
from desk.importing.importing import apply_import, plan_import, settle
from desk.importing.report_html import write_report
from desk.importing.report_json import plan_json
from desk.importing.report_text import new_text_lines, preview_lines
from desk.importing.report_view import verdict
from desk.importing.settling import open_points
from desk.output_files import check_report_place

_QUESTION = "写入吗？输入 y 写入，回车不写"


@click.command(
    name="import",
    cls=ChineseCommand,
    help="从 Word、Excel、文本等文件读入题目：先看预览，确认后才写入题库。",
)
@click.argument("files", nargs=-1, required=True, type=path_name, metavar="文件…")
@click.option(
    "--into", default="", metavar="题库文件", help="写入哪个文件，如 quizzes/party-constitution.yml"
)
@click.option("--regulation", default="", metavar="法规", help="题目讲的是哪部法规（编号或名称）")
@click.option("--lesson", default="", metavar="课", help="属于哪一课，如 2026/02-disciplinary-regulations")
@click.option("--report", "page", type=path_name, metavar="网页", help="把报告存成一个网页，如 报告.html")
@click.option("--replace", is_flag=True, help="报告网页已经有了也替换")
@click.option("--yes", "is_sure", is_flag=True, help="不再询问，直接写入；没读清楚的留作待确认")
@click.option("--json", "as_json", is_flag=True, help="以 JSON 输出，供程序读取")
@click.pass_context
def command(
    ctx: click.Context,
    *,
    files: tuple[Path, ...],
    into: str,
    regulation: str,
    lesson: str,
    page: Path | None,
    replace: bool,
    is_sure: bool,
    as_json: bool,
) -> int:
    if page is not None:
        check_report_place(root_of(ctx), page, replace=replace)
    plan = plan_import(root_of(ctx), files, into=into, regulation=regulation, lesson=lesson)
    asks = not is_sure and not as_json and not plan.stops and sys.stdin.isatty()
    if not as_json:
        _say(preview_lines(plan))
    if asks and (points := open_points(plan)):
        plan = settle(plan, ask_all(points, _ask, click.echo))
        _say(("", *preview_lines(plan)))
    if not is_sure and not as_json:
        _say((*new_text_lines(plan), verdict(plan, is_written=False)))
    writes = bool(plan.after) and not plan.stops and (is_sure or (asks and _ask(_QUESTION) in ("y", "Y")))
    done = apply_import(plan) if writes else None
    if page is not None:
        write_report(plan, page, is_written=writes, replace=replace)
    if as_json:
        click.echo(plan_json(plan, done).encode())  # UTF-8 whatever the console's
        return 1 if plan.stops or not plan.questions else 0
    if is_sure or writes:
        click.echo(verdict(plan, is_written=writes))
    elif plan.after and not plan.stops:
        click.echo("没有写入。" if asks else "这只是预览，什么都没有写入。要写入，请加上 --yes 再运行一次。")
    if page is not None:
        click.echo(f"报告在 {page}")
    return 1 if plan.stops or not plan.questions else 0


def _say(lines: Iterable[str]) -> None:
    for line in lines:
        click.echo(line)


def _ask(text: str) -> str:
    typed: str = click.prompt(text, default="", show_default=False, prompt_suffix="：")
    return typed.strip()
