"""A plan in lines for a terminal: counts first, what is open next, then what changes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from desk.importing.plan import ImportPlan
from desk.importing.report_view import Card, report_view

_MOST = 30  # of a list; the HTML report has them all
_WIDTH = 46  # characters of a stem
_NAMED = 6  # questions of one remark
_BESIDE = 10  # characters shown before and after a change


def preview_lines(plan: ImportPlan) -> Iterator[str]:
    """What a trainer sees before anything is written."""
    view = report_view(plan)
    yield from (f"不能导入：{stop}" for stop in view.stops[:_MOST])
    yield from _rest(len(view.stops))
    yield from (f"提示：{remark}" for remark in view.remarks)
    if view.stops and not view.found:
        return  # nothing was read
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
        yield f"与别的题目相近 {view.pair_count} 处（都会写入，除非不要）："
        for pair in view.pairs[:_MOST]:
            yield f"  {pair.new.title}　{_short(pair.new.stem)}"
            yield f"    {pair.score}%　{pair.other.title}　{_short(pair.other.stem)}"
        yield from _rest(view.pair_count)
    remarked = [card for card in view.remarked if not card.doubts]
    yield from _remark_lines(remarked)
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


def _remark_lines(cards: Sequence[Card]) -> Iterator[str]:
    """Each remark once, with the questions that it is about."""
    titles: dict[str, list[str]] = defaultdict(list)
    for card in cards:
        for remark in card.remarks:
            titles[remark].append(card.title)
    if titles:
        yield f"说明 {len(cards)} 题："
    for remark, named in list(titles.items())[:_MOST]:
        more = f" 等 {len(named)} 题" if len(named) > _NAMED else ""
        yield f"  {remark}：{'、'.join(named[:_NAMED])}{more}"
    yield from _rest(len(titles))


def _rest(count: int) -> Iterator[str]:
    if count > _MOST:
        yield f"  …还有 {count - _MOST} 处，用 --report 看全部"


def _doubt_lines(card: Card) -> list[str]:
    return [f"    {doubt}" for doubt in card.doubts]


def _change_lines(card: Card) -> list[str]:
    return [
        f"    {change.name}：{' → '.join(changed_place(change.before, change.after))}"
        for change in card.changes
    ]


def changed_place(before: str, after: str) -> tuple[str, str]:
    """Both texts in a line, long ones cut down to where they differ and a few words around it."""
    texts = [" ".join(text.split()) for text in (before, after)]
    if texts[0] == texts[1]:
        return ("原来的空格或换行", "改了空格或换行")
    if not all(texts):
        texts = [_short(text) for text in texts]
    elif max(map(len, texts)) > _WIDTH:
        start = _shared(*texts)
        end = _shared(*(text[start:][::-1] for text in texts))
        texts = [_around(text, start, len(text) - end) for text in texts]
    return (texts[0] or "（无）", texts[1] or "（无）")


def _shared(one: str, other: str) -> int:
    """How many characters both begin with."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((at for at, (a, b) in pairs if a != b), min(len(one), len(other)))


def _around(text: str, start: int, end: int) -> str:
    """The part from `start` to `end`, shortened in its middle, between what stands beside it."""
    first, last = max(0, start - _BESIDE), min(len(text), end + _BESIDE)
    part = text[first:last]
    if len(part) > 2 * _WIDTH:
        part = f"{part[:_WIDTH]}…{part[-_WIDTH:]}"
    return "…" * (first > 0) + part + "…" * (last < len(text))


def _short(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= _WIDTH else f"{text[: _WIDTH - 1]}…"
