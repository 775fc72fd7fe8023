"""`lianxue new site`: start a portal of one's own unit, or bring its program up to date."""

from __future__ import annotations

import datetime
from pathlib import Path

import click

from desk.chinese_click import ChineseCommand, path_name
from desk.cli import root_of
from desk.publishing.new_site import SiteChoice, start_site
from desk.publishing.new_site_code import SET_ASIDE, UpdateReport, update_site


@click.command(
    name="site",
    cls=ChineseCommand,
    help="新建一个本单位的网站；--update 把已有网站的程序换成这一版，内容不动。",
)
@click.argument("folder", type=path_name, metavar="文件夹")
@click.option("--name", default="", metavar="名称", help="网站的名称，最多 14 个字")
@click.option("--organisation", default="", metavar="单位", help="标题栏里的单位名称，也写进页脚的主办")
@click.option("--sponsor", default="", metavar="主办", help="页脚的主办单位（默认与单位相同）")
@click.option("--phone", default="", metavar="电话", help="页脚的联系电话")
@click.option("--record-number", default="", metavar="备案号", help="页脚的备案号，内网不用写")
@click.option("--colour", default="", metavar="颜色", help="主色，如 #1f4e79（默认红色）")
@click.option(
    "--site-id", default="", metavar="编号", help="学员记录以此命名，定了不改（默认取名称的拼音首字母）"
)
@click.option("--update", is_flag=True, help="更新已有网站的程序")
@click.option("--set-aside", is_flag=True, help="更新时，先把被人改过的程序文件另存一份")
@click.pass_context
def site(ctx: click.Context, /, *, folder: Path, update: bool, set_aside: bool, **facts: str) -> int:
    root = root_of(ctx)
    if update and any(facts.values()):
        raise click.UsageError("--update 只换程序，名称、页脚等不动：请到那个网站的 mkdocs.yml 里改", ctx)
    if set_aside and not update:
        raise click.UsageError("--set-aside 要与 --update 同用", ctx)
    if update:
        return _say_updated(update_site(root, folder, set_aside=set_aside))
    report = start_site(root, folder, SiteChoice(**facts), today=datetime.date.today())
    click.echo(f"已新建网站：{report.folder}（{report.file_count} 个文件，廉学 {report.version}）")
    click.echo(f"网站编号 {report.site_id}：学员的学习记录以此命名，定了就不要改。")
    click.echo(f"第一课已写好：{report.lesson}；名称、页脚等写在 mkdocs.yml。")
    click.echo(
        "接着到那个文件夹里运行 python3 scripts/portal.py serve --open（Windows：py scripts\\portal.py serve --open）。"
    )
    return 0


def _say_updated(report: UpdateReport) -> int:
    if report.set_aside:
        click.echo(f"被人改过的 {len(report.set_aside)} 个文件已另存到“{SET_ASIDE}”：")
        for path in report.set_aside:
            click.echo(f"  {path}")
    for path in report.own:
        click.echo(f"提示：{path} 不是廉学的文件，没有动它")
    click.echo(
        f"已更新：{report.before} → {report.after}，换了 {len(report.replaced)} 个文件，"
        f"新增 {len(report.added)} 个，删去 {len(report.removed)} 个。内容没有动。"
    )
    return 0
