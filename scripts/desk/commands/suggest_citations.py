"""`lianxue suggest-citations`: propose an article for every question without one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import click

from desk.bank.citing import Suggestion
from desk.bank.citing_plan import CitingPlan, accept_citations, plan_citations
from desk.bank.citing_words import suggestion_lines, suggestions_json
from desk.chinese_click import ChineseCommand, ask_text, ask_to_write, is_somebody_there
from desk.cli import root_of


def share(value: str) -> float:
    """A share above 0 and up to 1, written 0.9 or 90%."""
    try:
        number = float(value.removesuffix("%")) / (100 if value.endswith("%") else 1)
    except ValueError:
        number = 0.0
    if not 0 < number <= 1:
        raise click.BadParameter(f"要写 0 到 1 的小数，如 0.9，不是“{value}”")
    return number


@click.command(
    name="suggest-citations",
    cls=ChineseCommand,
    help="为没有依据的题目推荐条文，旁边列出条文的文字；只写入您同意的。",
)
@click.argument("quiz", metavar="自测题")
@click.option(
    "--accept-above",
    "least",
    type=share,
    metavar="把握",
    help="把握不低于这个数的一起写入，如 0.9；先列出来再问",
)
@click.option("--yes", is_flag=True, help="与 --accept-above 同用：不再询问，直接写入")
@click.option("--json", "as_json", is_flag=True, help="以 JSON 输出，供程序读取；不询问，有 --yes 才写入")
@click.pass_context
def command(ctx: click.Context, *, quiz: str, least: float | None, yes: bool, as_json: bool) -> int:
    if yes and least is None:
        raise click.UsageError(
            "--yes 要与 --accept-above 同用：写明把握多大才写入，如 --accept-above 0.9", ctx
        )
    plan = plan_citations(root_of(ctx), quiz)
    if as_json:
        written = _accept_sure(plan, least) if yes and least is not None else {}
        click.echo(suggestions_json(plan.suggestions, written).encode())  # UTF-8 whatever the console's
        return 0
    if least is not None:
        sure = plan.sure(least)
        _show(sure, only_first=True)
        is_wanted = yes or (sure and ask_to_write(f"把这 {len(sure)} 条依据写入 {plan.path}？"))
        written = _accept_sure(plan, least) if is_wanted else {}
    elif is_somebody_there():
        written = _ask_one_by_one(plan)
    else:
        _show(plan.suggestions)
        written = {}
    if plan.suggestions:
        click.echo(f"{len(plan.suggestions)} 道题没有依据，已写入 {len(written)} 条：{plan.path}")
    else:
        click.echo(f"{plan.path} 的题目都有依据。")
    return 0


def _accept_sure(plan: CitingPlan, least: float) -> Mapping[str, str]:
    return accept_citations(plan, {item.question.id: 0 for item in plan.sure(least)})


def _ask_one_by_one(plan: CitingPlan) -> Mapping[str, str]:
    """Each accepted one is written at once: nothing is lost where somebody stops."""
    written: dict[str, str] = {}
    for item in plan.suggestions:
        _show([item])
        key = _ask_key(len(item.candidates)) if item.candidates else ""
        if key == "q":
            break
        if key:
            written |= accept_citations(plan, {item.question.id: int(key) - 1})
    return written


def _show(suggestions: Sequence[Suggestion], *, only_first: bool = False) -> None:
    for item in suggestions:
        click.echo("\n".join(suggestion_lines(item, only_first=only_first)))


def _ask_key(candidates: int) -> str:
    """The number of a candidate, "" to pass over, q to stop."""
    keys = [str(number) for number in range(1, candidates + 1)]
    while (typed := ask_text(f"输入 {'、'.join(keys)} 采用，回车跳过，q 停止").lower()) not in (
        *keys,
        "",
        "q",
    ):
        click.echo(f"没有看懂：请输入 {'、'.join(keys)} 或 q，或者按回车跳过。")
    return typed
