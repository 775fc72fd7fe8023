"""`lianxue import-regulation`: turn an official text into a page of the register."""

from __future__ import annotations

import datetime
import json
from pathlib import Path

import click

from desk.chinese_click import ChineseCommand, ask_to_write, calendar_date, path_name
from desk.cli import root_of
from desk.output_files import check_places
from desk.regulations.importing import Wishes, apply_regulation, plan_regulation
from desk.regulations.summary import plan_data, summary_lines, write_report


@click.command(
    name="import-regulation",
    cls=ChineseCommand,
    help="把法规文本（docx、txt、html、md、文字 PDF）变成法规页：先预览，再写入；新版本与旧版本逐条对照。",
)
@click.argument("file", type=path_name, metavar="文件")
@click.option(
    "--id", "regulation_id", required=True, metavar="编号", help="网页的名称，如 disciplinary-regulations"
)
@click.option(
    "--supersedes", default="", metavar="编号", help="它取代哪一版；写自己的编号时，旧页面改名留作历史版本"
)
@click.option("--title", default="", metavar="名称", help="法规的名称（默认从文本里认）")
@click.option("--issuer", default="", metavar="机关", help="制定机关")
@click.option("--number", default="", metavar="文号", help="文号")
@click.option("--issued-on", type=calendar_date, metavar="日期", help="发布日期，如 2023-12-19")
@click.option("--effective-on", type=calendar_date, metavar="日期", help="施行日期")
@click.option("--source", default="", metavar="来源", help="文本从哪里来；写了才登记今天核对过")
@click.option("--report", type=path_name, metavar="文件", help="另写一份网页报告，需复核的题目新旧条文并排")
@click.option("--replace", is_flag=True, help="报告网页已经有了也替换")
@click.option("--yes", is_flag=True, help="不再询问，直接写入")
@click.option("--json", "as_json", is_flag=True, help="以 JSON 输出，供程序读取；不询问，有 --yes 才写入")
@click.pass_context
def command(
    ctx: click.Context,
    *,
    file: Path,
    regulation_id: str,
    supersedes: str,
    title: str,
    issuer: str,
    number: str,
    issued_on: datetime.date | None,
    effective_on: datetime.date | None,
    source: str,
    report: Path | None,
    replace: bool,
    yes: bool,
    as_json: bool,
) -> int:
    wishes = Wishes(
        title=title,
        issuer=issuer,
        document_number=number,
        issued_on=issued_on,
        effective_on=effective_on,
        source=source,
    )
    root, today = root_of(ctx), datetime.date.today()
    if report:
        check_places(root, [report], replace=replace, option="--report")
    plan = plan_regulation(root, file, regulation_id, wishes=wishes, supersedes=supersedes, today=today)
    if report:
        write_report(plan, report, replace=replace)
    if as_json:
        click.echo(json.dumps(plan_data(plan), ensure_ascii=False, indent=2).encode())  # UTF-8 everywhere
    else:
        click.echo("\n".join(summary_lines(plan)))
    if not plan.changes:
        click.echo("页面已经是这份文本，没有要写的。", err=as_json)
        return 0
    if yes or (not as_json and ask_to_write(f"写入 {'、'.join(c.path for c in plan.changes)}？")):
        click.echo(f"已写入：{'、'.join(apply_regulation(plan))}", err=as_json)
    elif as_json:
        click.echo("这只是预览，什么都没有写入。", err=True)
    return 0
