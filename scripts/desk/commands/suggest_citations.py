"""`lianxue suggest-citations`: propose an article for every question without one."""

from __future__ import annotations

import json
import sys

import click

from desk.bank.choosing import quiz_id_of
from desk.bank.citing import Suggestion, suggest
from desk.bank.citing_words import share, suggestion_lines, suggestions_data, sure_ones
from desk.bank.citing_writing import write_citations
from desk.chinese_click import ChineseCommand, ask_yes
from desk.cli import root_of
from lianxue.content.catalog import load_catalog


@click.command(
    name="suggest-citations",
    cls=ChineseCommand,
    help="为没有依据的题目推荐条文，旁边列出条文的文字；只写入您同意的。",
)
@click.argument("quiz", metavar="自测题")
@click.option(
    "--accept-above", default="", metavar="把握", help="把握不低于这个数的一起写入，如 0.9；先列出来再问"
)
@click.option("--yes", is_flag=True, help="与 --accept-above 同用：不再询问")
@click.option("--json", "as_json", is_flag=True, help="只输出 JSON")
@click.option("--all", "everything", is_flag=True, hidden=True)
@click.pass_context
def command(
    ctx: click.Context, *, quiz: str, accept_above: str, yes: bool, as_json: bool, everything: bool
) -> int:
    root = root_of(ctx)
    catalog = load_catalog(root)
    if yes and not accept_above:
        raise click.UsageError(
            "--yes 要与 --accept-above 同用：写明把握多大才写入，如 --accept-above 0.9", ctx
        )
    quiz_id = quiz_id_of(root, catalog, quiz)
    suggestions = suggest(catalog, quiz_id, everything=everything)
    path = catalog.quizzes[quiz_id].path
    accepted: dict[str, str] = {}
    if accept_above:
        sure = sure_ones([item for item in suggestions if not item.question.citations], share(accept_above))
        accepted = {item.question.id: item.candidates[0].cite for item in sure}
        for item in () if as_json else sure:
            click.echo("\n".join(suggestion_lines(item, only_first=True)))
        if accepted and (yes or (not as_json and ask_yes(f"把这 {len(accepted)} 条依据写入 {path}？"))):
            write_citations(root, path, accepted)
        else:
            accepted = {}
    elif not as_json and sys.stdin.isatty() and not everything:
        for item in suggestions:
            choice = _ask(item)
            if choice == "q":
                break
            if choice:
                cite = item.candidates[int(choice) - 1].cite
                write_citations(root, path, {item.question.id: cite})  # at once: nothing accepted is lost
                accepted[item.question.id] = cite
    elif not as_json:
        for item in suggestions:
            click.echo("\n".join(suggestion_lines(item)))
    if as_json:
        click.echo(
            json.dumps(
                {"suggestions": suggestions_data(suggestions), "written": accepted},
                ensure_ascii=False,
                indent=2,
            ).encode()  # UTF-8 whatever the console's
        )
        return 0
    click.echo(
        f"{len(suggestions)} 道题没有依据，已写入 {len(accepted)} 条：{path}"
        if suggestions
        else f"{path} 的题目都有依据。"
    )
    return 0


def _ask(suggestion: Suggestion) -> str:
    """One key: the number of a candidate, "" to pass over, q to stop."""
    click.echo("\n".join(suggestion_lines(suggestion)))
    if not suggestion.candidates:
        return ""
    keys = [str(number) for number in range(1, len(suggestion.candidates) + 1)]
    while True:
        click.echo(f"按 {'、'.join(keys)} 采用，回车跳过，q 停止：", nl=False)
        key = click.getchar()
        click.echo("" if key in "\r\n" else key)
        if key in keys or key == "q":
            return key
        if key in ("\r", "\n"):
            return ""
