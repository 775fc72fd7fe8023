"""`lianxue import`: read questions from files into the bank, with a preview first."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import click

from desk.chinese_click import ChineseCommand, ask_text, ask_to_write, is_somebody_there, path_name
from desk.cli import root_of
from desk.importing.asking import ask_all
from desk.importing.importing import apply_import, plan_import, settle
from desk.importing.plan import ImportPlan
from desk.importing.report_html import write_report
from desk.importing.report_json import plan_json
from desk.importing.report_text import new_text_lines, preview_lines
from desk.importing.report_view import verdict
from desk.importing.settling import open_points
from desk.output_files import check_places


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
@click.option("--json", "as_json", is_flag=True, help="以 JSON 输出，供程序读取；不询问，有 --yes 才写入")
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
    root = root_of(ctx)
    if page is not None:
        check_places(root, [page], replace=replace, option="--report")
    plan = plan_import(root, files, into=into, regulation=regulation, lesson=lesson)
    if not as_json:
        plan = _show(plan, is_sure=is_sure)
    is_wanted = is_sure or (not as_json and plan.is_writable and ask_to_write("写入吗？"))
    done = apply_import(plan) if is_wanted and plan.is_writable else None
    if page is not None:
        write_report(plan, page, is_written=done is not None, replace=replace)
    if as_json:
        click.echo(plan_json(plan, done).encode())  # UTF-8 whatever the console's
    elif is_wanted:
        click.echo(verdict(plan, is_written=done is not None))
    if page is not None and not as_json:
        click.echo(f"报告在 {page}")
    return 0 if plan.is_sound else 1


def _show(plan: ImportPlan, *, is_sure: bool) -> ImportPlan:
    """Print what an import would do; the plan as somebody at the terminal settles it."""
    _say(preview_lines(plan))
    if is_sure:
        return plan
    points = open_points(plan) if is_somebody_there() and not plan.stops else ()
    if points:
        plan = settle(plan, ask_all(points, ask_text, click.echo))
        _say(("", *preview_lines(plan)))
    _say((*new_text_lines(plan), verdict(plan, is_written=False)))
    return plan


def _say(lines: Iterable[str]) -> None:
    for line in lines:
        click.echo(line)
