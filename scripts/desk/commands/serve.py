"""`lianxue serve`: preview on this machine."""

from __future__ import annotations

import click

from desk.building.mkdocs_run import Outcome
from desk.building.preview import Listener, serve_preview
from desk.building.site_folder import tidy_if_free
from desk.chinese_click import ChineseCommand, port_number
from desk.cli import root_of
from desk.reporting.printing import print_problems
from lianxue.rendering.problem_lines import count_line


@click.command(name="serve", cls=ChineseCommand, help="在本机预览网站，保存后自动更新。按 Ctrl+C 结束。")
@click.option("--port", type=port_number, default="8000", metavar="端口", help="端口号（默认 8000）")
@click.option("--host", default="127.0.0.1", metavar="地址", help="本机地址（默认只有本机能打开）")
@click.option("--open", "open_browser", is_flag=True, help="同时打开浏览器")
@click.pass_context
def command(ctx: click.Context, *, port: int, host: str, open_browser: bool) -> int:
    root = root_of(ctx)
    tidy_if_free(root / "site")
    has_served = serve_preview(root, host=host, port=port, open_browser=open_browser, listener=_teller())
    click.echo("已结束预览。" if has_served else "内容有需要修改的地方，改好后再预览。")
    return 0 if has_served else 1


def _teller() -> Listener:
    """Prints what happens; a list that has not changed since the last save only as its count."""
    earlier: list[Outcome] = []

    def built(outcome: Outcome, seconds: float) -> None:
        if earlier and earlier[-1].problems == outcome.problems:
            click.echo(count_line(outcome.problems))
        else:
            print_problems(outcome.problems, outcome.remarks)
        if not outcome.is_stopped:
            click.echo(f"已{'重新' if earlier else ''}生成，用时 {seconds:.1f} 秒")
        elif earlier:
            click.echo("网页保持上一次的样子，改好保存后会自动更新。")
        earlier[:] = [outcome]

    def failed(sentence: str) -> None:
        click.echo(f"{sentence}\n网页保持上一次的样子，改好保存后会自动更新。")
        earlier[:] = earlier[-1:]

    def ready(url: str) -> None:
        click.echo(f"打开 {url} （按 Ctrl+C 结束）")

    return Listener(built=built, failed=failed, ready=ready)
