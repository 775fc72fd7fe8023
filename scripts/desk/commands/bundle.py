"""`lianxue bundle`: make the offline zip."""

from __future__ import annotations

from pathlib import Path

import click

from desk.bundling.bundle import make_bundle
from desk.chinese_click import ChineseCommand, path_name
from desk.cli import root_of
from desk.reporting.printing import print_problems


@click.command(
    name="bundle",
    cls=ChineseCommand,
    help="制作离线包：一个 zip 文件，解压后双击“打开学习园地.html”。",
)
@click.option("--output", type=path_name, metavar="文件夹", help="放在哪里（默认是廉学里的 dist）")
@click.pass_context
def command(ctx: click.Context, *, output: Path | None) -> int:
    root = root_of(ctx)
    report = make_bundle(root, root / "dist" if output is None else output.resolve())
    print_problems(report.problems, report.remarks)
    if report.file is None:
        click.echo("没有制作离线包。")
        return 1
    size = report.file.stat().st_size / 1_000_000
    click.echo(f"已制作离线包（{size:.1f} MB）：{report.file}")
    return 0
