"""`lianxue verify`: tell whether a bundle is whole."""

from __future__ import annotations

from pathlib import Path

import click

from desk.bundling.verifying import verify
from desk.chinese_click import ChineseCommand, path_name


@click.command(
    name="verify",
    cls=ChineseCommand,
    help="核对离线包（zip 文件，或解压后的文件夹）：找出被改动、缺少、多出的文件。",
)
@click.argument("path", type=path_name, metavar="离线包")
def command(*, path: Path) -> int:
    report = verify(path)
    for finding in report.findings:
        click.echo(finding)
    if report.findings:
        click.echo(f"没有通过：共 {len(report.findings)} 处不符。请重新索取离线包。")
        return 1
    click.echo(f"完整：{report.file_count} 个文件与清单一致，内容编号 {report.digest}。")
    return 0
