"""`lianxue test`: run every test of the project."""

from __future__ import annotations

import click

from desk.chinese_click import ChineseCommand
from desk.testing import run_tests


@click.command(
    name="test",
    cls=ChineseCommand,
    help="运行全部测试：写法、类型、单元、构建、浏览器。--fast 不开浏览器，--only 步骤 只做一步，其余参数交给 pytest。",
    context_settings={"ignore_unknown_options": True},
)
@click.argument("arguments", nargs=-1, type=click.UNPROCESSED, metavar="[参数]…")
def command(*, arguments: tuple[str, ...]) -> int:
    return run_tests(arguments)
