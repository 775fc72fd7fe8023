"""`lianxue new`: start a lesson, a case, a quiz, a preset, or a site of one's own."""

from __future__ import annotations

import datetime

import click

from desk.chinese_click import ChineseCommand, ChineseGroup
from desk.cli import root_of
from desk.commands.new_site import site
from desk.publishing.new import NewPage
from desk.publishing.new_pages import new_case, new_lesson
from desk.publishing.new_quizzes import new_preset, new_quiz

_MONTH = click.option("--month", default="", metavar="月份", help="如 2026-04")
_TITLE = click.option("--title", default="", metavar="标题", help="不写就留着待改")
_SLUG = click.option("--slug", default="", metavar="文件名", help="英文，不带后缀（默认用法规编号）")
_REGULATION = click.option("--regulation", required=True, metavar="编号", help="法规编号，如 integrity-code")
_MAYBE_REGULATION = click.option(
    "--regulation", default="", metavar="编号", help="法规编号，如 integrity-code"
)


@click.group(name="new", cls=ChineseGroup, help="新建一课、案例、自测题、组卷方案，或一个新网站。")
def command() -> None:
    pass


@command.command(name="lesson", cls=ChineseCommand, help="新建一课。不写月份，就用下一个还没有课的月份。")
@_REGULATION
@_MONTH
@_TITLE
@_SLUG
@click.pass_context
def lesson(ctx: click.Context, *, regulation: str, month: str, title: str, slug: str) -> int:
    today = datetime.date.today()
    return _say(
        new_lesson(root_of(ctx), regulation=regulation, month=month, title=title, slug=slug, today=today)
    )


@command.command(name="case", cls=ChineseCommand, help="新建一个案例。写了月份，就同时列在那个月的课后面。")
@_REGULATION
@_MONTH
@_TITLE
@_SLUG
@click.pass_context
def case(ctx: click.Context, *, regulation: str, month: str, title: str, slug: str) -> int:
    today = datetime.date.today()
    return _say(
        new_case(root_of(ctx), regulation=regulation, month=month, title=title, slug=slug, today=today)
    )


@command.command(name="quiz", cls=ChineseCommand, help="新建一套自测题。写课或法规，另一样自动找到。")
@click.option("--lesson", default="", metavar="课", help="如 2026/04-integrity-code")
@_MAYBE_REGULATION
@_TITLE
@_SLUG
@click.pass_context
def quiz(ctx: click.Context, *, lesson: str, regulation: str, title: str, slug: str) -> int:
    return _say(new_quiz(root_of(ctx), lesson=lesson, regulation=regulation, title=title, slug=slug))


@command.command(
    name="preset", cls=ChineseCommand, help="新建一份组卷方案。写了法规，就只从那部法规的题里抽。"
)
@_MAYBE_REGULATION
@_TITLE
@_SLUG
@click.pass_context
def preset(ctx: click.Context, *, regulation: str, title: str, slug: str) -> int:
    return _say(new_preset(root_of(ctx), regulation=regulation, title=title, slug=slug))


command.add_command(site)


def _say(page: NewPage) -> int:
    click.echo(f"已新建：{page.path}")
    for remark in page.remarks:
        click.echo(f"提示：{remark}")
    if page.marks:
        click.echo(f"有 {page.marks} 处标着“【请改…】”：改完以前，网站不会发布；check 会列出还剩哪几处。")
    return 0
