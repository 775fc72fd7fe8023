"""`lianxue paper`: make a written paper in one or more variants."""

from __future__ import annotations

from pathlib import Path

import click

from desk.chinese_click import ChineseCommand, path_name
from desk.cli import root_of
from desk.papers.making import PaperReport, make_paper
from desk.papers.words import SECTION_NAMES


def variant_names(value: str) -> tuple[str, ...]:
    """A,B or 甲、乙 as names of variants."""
    return tuple(
        name.strip() for name in value.replace("，", ",").replace("、", ",").split(",") if name.strip()
    )


def sheet_name(value: str) -> str:
    """A4 or A3."""
    if value.upper() not in ("A4", "A3"):
        raise click.BadParameter(f"纸张只有 A4 和 A3（横放、两栏），不是“{value}”")
    return value.upper()


@click.command(
    name="paper",
    cls=ChineseCommand,
    help="按组卷方案（或者整套自测题）组一份书面试卷：试卷、答题卡、答案与解析，几套卷时还有对照表。",
)
@click.argument("name", metavar="组卷方案")
@click.option("--variants", type=variant_names, default="A", metavar="卷名", help="出几套卷，如 A,B")
@click.option("--seed", default="1", metavar="种子", help="同一个种子抽出同样的题，换一个就换一批（默认 1）")
@click.option("--title", default="", metavar="标题", help="卷首的标题（默认用组卷方案的）")
@click.option("--month", default="", metavar="月份", help="只考本月的组卷方案考哪个月，如 2026-04")
@click.option(
    "--paper", "sheet", type=sheet_name, default="A4", metavar="纸张", help="A4，或者 A3（横放、两栏）"
)
@click.option(
    "--out", "folder", type=path_name, metavar="文件夹", help="放在哪里（默认是 dist 里以标题命名的文件夹）"
)
@click.option("--replace", is_flag=True, help="替换文件夹里同名的文件")
@click.pass_context
def command(
    ctx: click.Context,
    *,
    name: str,
    variants: tuple[str, ...],
    seed: str,
    title: str,
    month: str,
    sheet: str,
    folder: Path | None,
    replace: bool,
) -> int:
    report = make_paper(
        root_of(ctx),
        name,
        variants=variants,
        seed=seed,
        title=title,
        month=month,
        sheet=sheet,
        folder=folder.resolve() if folder else None,
        replace=replace,
    )
    for remark in report.remarks:
        click.echo(f"提示：{remark}")
    click.echo(_summary(report))
    return 0


def _summary(report: PaperReport) -> str:
    sections = report.paper.variants[0].sections
    parts = "，".join(f"{SECTION_NAMES[section.type]} {len(section.questions)} 题" for section in sections)
    names = [variant.name for variant in report.paper.variants]
    count = f"{'、'.join(names)} 共 {len(names)} 套卷" if len(names) > 1 else "1 套卷"
    return (
        f"“{report.paper.title}”：{parts}，满分 {report.paper.total} 分，{count}。\n"
        f"已写入 {len(report.files)} 个文件：{report.folder}"
    )
