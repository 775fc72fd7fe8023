"""The tables of `stats` for a terminal, and its figures for programs."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict

from rich.table import Table

from desk.bank.stats import BankStats, Count

# What `--by` may name → the heading of its table.
GROUPS: Mapping[str, str] = {
    "regulation": "法规",
    "article": "条文",
    "discipline": "纪律",
    "type": "题型",
    "difficulty": "难度",
    "month": "月份",
}
_BAR = 24  # characters of the longest bar


def stats_tables(stats: BankStats, by: str = "") -> list[Table]:
    """The table of one group, or of all but articles: those are many."""
    tables = {
        "regulation": lambda: _coverage_table(stats),
        "article": lambda: _article_table(stats),
        "discipline": lambda: _count_table("纪律", stats.by_discipline),
        "type": lambda: _count_table("题型", stats.by_type),
        "difficulty": lambda: _count_table("难度", stats.by_difficulty),
        "month": lambda: _count_table("月份", stats.by_month),
    }
    if not stats.questions:
        return []
    names = [by] if by else [name for name in tables if name != "article"]
    return [tables[name]() for name in names]


def summary_line(stats: BankStats) -> str:
    """The bank in one sentence."""
    more = [f"{stats.unsettled} 道待确认"] if stats.unsettled else []
    more += [f"{stats.without_explanation} 道没有解析"] if stats.without_explanation else []
    without = sum(one.questions for one in stats.by_regulation if one.name == "没有依据")
    more += [f"{without} 道没有依据"] if without else []
    if not stats.questions and not more:
        return "题库里还没有题目。"
    return f"{stats.quizzes} 套自测题，{stats.questions} 道题{'；' if more else ''}{'，'.join(more)}。"


def stats_json(stats: BankStats) -> str:
    """All figures as JSON."""
    return json.dumps(asdict(stats), ensure_ascii=False, indent=2)


def _table(*heads: str) -> Table:
    table = Table(box=None, pad_edge=False, show_edge=False, padding=(0, 2, 0, 0))
    for number, head in enumerate(heads):
        table.add_column(head, justify="left" if number == 0 or head in ("", "主题") else "right")
    return table


def _count_table(title: str, counts: Sequence[Count]) -> Table:
    most = max((one.questions for one in counts), default=0)
    table = _table(title, "题数", "")
    for one in counts:
        table.add_row(one.name, str(one.questions), "█" * (round(_BAR * one.questions / most) if most else 0))
    return table


def _coverage_table(stats: BankStats) -> Table:
    table = _table("法规", "题数", "条数", "有题", "覆盖")
    for one in stats.coverage:
        share = f"{round(100 * one.covered / one.articles)}%" if one.articles else ""
        table.add_row(one.title, str(one.questions), str(one.articles), str(one.covered), share)
    return table


def _article_table(stats: BankStats) -> Table:
    table = _table("条文", "题数", "主题")
    for one in stats.coverage:
        if not one.questions:
            continue
        table.add_row(f"《{one.title}》", str(one.questions), "")
        for division in one.divisions:
            for article in division.articles:
                table.add_row(f"  {article.label}", str(article.questions or "—"), article.topic)
    return table
