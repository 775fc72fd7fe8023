"""A plan in lines for a terminal: counts first, what is open next, then what changes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from desk.importing.plan import ImportPlan
from desk.importing.report_view import Card, report_view

_MOST = 30  # of a list; the HTML report has them all
_WIDTH = 46  # characters of a stem


def preview_lines(plan: ImportPlan) -> Iterator[str]:
    """What a trainer sees before anything is written."""
    view = report_view(plan)
    yield from (f"不能导入：{stop}" for stop in view.stops)
    yield from (f"提示：{remark}" for remark in view.remarks)
    for account in view.accounts:
        lines = "，".join(f"{name} {count} 行" for name, count in account.counts if count)
        yield f"《{account.file}》：{lines or '没有内容'}"
        yield from (f"  提示：{remark}" for remark in account.remarks)
    yield f"读出 {view.found} 题" + _counts(view.types)
    if not view.found:
        return
    yield "  " + "，".join(f"{name} {count} 题" for name, count in view.fates)
    if view.to_fill:
        yield "  待补：" + "，".join(f"{count} 题没有{name}" for name, count in view.to_fill)
    yield from _section("待确认", view.doubtful, _doubt_lines)
    yield from _section("修改", view.changed, _change_lines)
    yield from _section("不写入", view.unwritten, lambda card: [f"    {card.reason}"])
    if view.pairs:
        yield f"与别的题目相近 {len(view.pairs)} 处（都会写入，除非不要）："
        for pair in view.pairs[:_MOST]:
            yield f"  {pair.new.title}　{_short(pair.new.stem)}"
            yield f"    {pair.score}%　{pair.other.title}　{_short(pair.other.stem)}"
        yield from _rest(len(view.pairs))
    remarked = [card for card in view.remarked if not card.doubts]
    yield from _section("说明", remarked, lambda card: [f"    {remark}" for remark in card.remarks])
    if view.untouched:
        yield f"原有、新文件里没有 {len(view.untouched)} 题（保留不动）"
    unsure = [row for account in view.accounts for row in account.rows if row.is_unsure]
    if unsure:
        yield f"看不出属于哪道题的 {len(unsure)} 行："
        for row in unsure[:_MOST]:
            yield f"  《{row.line.file}》{row.line.where}：{_short(row.line.text)}（{row.reason}）"
        yield from _rest(len(unsure))


def new_text_lines(plan: ImportPlan) -> Iterator[str]:
    """The files that are new, as they will be."""
    for path, data in plan.after.items():
        if plan.before.get(path) is None:
            lines = data.decode().splitlines()
            yield f"{path} 的开头："
            yield from (f"  {line}" for line in lines[:24])
            if len(lines) > 24:
                yield f"  …（共 {len(lines)} 行）"


def _counts(types: Sequence[tuple[str, int]]) -> str:
    return "：" + "，".join(f"{name} {count}" for name, count in types) if types else ""


def _section(title: str, cards: Sequence[Card], details: object) -> Iterator[str]:
    if not cards:
        return
    yield f"{title} {len(cards)} 题："
    for card in cards[:_MOST]:
        yield f"  {card.title}　{card.place}　{_short(card.stem)}"
        assert callable(details)
        yield from details(card)
    yield from _rest(len(cards))


def _rest(count: int) -> Iterator[str]:
    if count > _MOST:
        yield f"  …还有 {count - _MOST} 处，用 --report 看全部"


def _doubt_lines(card: Card) -> list[str]:
    return [f"    {doubt}" for doubt in card.doubts]


def _change_lines(card: Card) -> list[str]:
    return [
        f"    {change.name}：{_short(change.before) or '（无）'} → {_short(change.after) or '（无）'}"
        for change in card.changes
    ]


def _short(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= _WIDTH else f"{text[: _WIDTH - 1]}…"
