"""`lianxue build`: make the site, leaving the last good one until the new one is whole."""

from __future__ import annotations

from pathlib import Path

import click

from desk.building.site_build import build_site
from desk.chinese_click import ChineseCommand, path_name
from desk.cli import root_of
from desk.reporting.printing import print_problems


@click.command(name="build", cls=ChineseCommand, help="生成网站。内容有问题时停下，上一次的网站保持原样。")
@click.option("--site-dir", type=path_name, metavar="文件夹", help="网站放在哪里（默认是廉学里的 site）")
@click.option("--strict", is_flag=True, help="有“待补”也停下")
@click.pass_context
def command(ctx: click.Context, *, site_dir: Path | None, strict: bool) -> int:
    root = root_of(ctx)
    report = build_site(root, root / "site" if site_dir is None else site_dir, strict=strict)
    print_problems(report.problems, report.remarks)
    if not report.is_done:
        click.echo("网站没有更新，上一次的网站保持原样。")
        return 1
    click.echo(f"已生成 {report.page_count} 页，用时 {report.seconds:.1f} 秒：{report.site_dir}")
    return 0
