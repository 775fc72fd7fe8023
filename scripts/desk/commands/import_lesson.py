"""`lianxue import-lesson`: show what a talk becomes as a lesson, then write it."""

from __future__ import annotations

import datetime
from pathlib import Path

import click

from desk.chinese_click import ChineseCommand, ask_text, ask_to_write, is_somebody_there, path_name
from desk.cli import root_of
from desk.lessons.importing import apply_lesson, is_written, plan_lesson
from desk.lessons.preview import plan_json, plan_lines, with_alts


@click.command(
    name="import-lesson",
    cls=ChineseCommand,
    help="把讲稿（Word、文本、Markdown、幻灯片）变成一课：先列出结果，问过再写入。",
)
@click.argument("file", type=path_name, metavar="讲稿")
@click.option("--month", required=True, metavar="月份", help="哪个月的课，如 2026-04")
@click.option("--regulation", required=True, metavar="编号", help="讲哪部法规，如 disciplinary-regulations")
@click.option("--title", default="", metavar="课名", help="课的标题（默认用讲稿里的）")
@click.option("--slug", default="", metavar="文件名", help="网页的文件名，英文（默认用法规编号）")
@click.option("--yes", is_flag=True, help="不再询问，直接写入")
@click.option("--replace", "replace_earlier", is_flag=True, help="这一课已经有了，用讲稿替换它")
@click.option("--json", "as_json", is_flag=True, help="以 JSON 输出，供程序读取；不询问，有 --yes 才写入")
@click.pass_context
def command(
    ctx: click.Context,
    *,
    file: Path,
    month: str,
    regulation: str,
    title: str,
    slug: str,
    yes: bool,
    replace_earlier: bool,
    as_json: bool,
) -> int:
    root, today = root_of(ctx), datetime.date.today()
    plan = plan_lesson(root, file, month=month, regulation=regulation, title=title, slug=slug, today=today)
    if as_json:
        written = apply_lesson(plan, replace_earlier=replace_earlier) if yes else ()
        click.echo(plan_json(plan, written).encode())  # UTF-8 whatever the console's
        return 0
    for line in plan_lines(plan):
        click.echo(line)
    if is_written(plan):
        click.echo("没有要写的。")
        return 0
    if not yes:
        if is_somebody_there():
            plan = with_alts(plan, _ask_for_alts([p.name for p in plan.pictures if not p.alt]))
        if not ask_to_write("替换现有的课吗？" if plan.earlier is not None else "写入吗？"):
            return 0
        replace_earlier = True
    for path in apply_lesson(plan, replace_earlier=replace_earlier):
        click.echo(f"已写入：{path}")
    click.echo("接着运行 serve 看一看，改好标着“待补”的地方，再请人审核。")
    return 0


def _ask_for_alts(names: list[str]) -> dict[str, str]:
    """What each picture shows, as far as somebody says it now."""
    asked = ((name, ask_text(f"{name} 里有什么（回车跳过）")) for name in names)
    return {name: alt for name, alt in asked if alt}
