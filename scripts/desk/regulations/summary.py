"""Put an import of a regulation into words: lines for the terminal, data for other programs, a page."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from desk.output_files import check_places, write_outputs
from desk.page_templates import page_templates
from desk.regulations.comparing import Affected, Change, Comparison, Pair
from desk.regulations.importing import RegulationPlan
from desk.regulations.model import LineUse
from lianxue.content.text_difference import Run, compare_paragraphs
from lianxue.reading.shortening import shortened

_TEMPLATES = Path(__file__).parent / "templates"
_MOST_UNUSED = 3  # lines of a kind; the report page has them all
_MOST_NAMED = 8
_CUT = 30


def summary_lines(plan: RegulationPlan) -> list[str]:
    """What the import comes to, for the terminal."""
    reading = plan.reading
    lines = [f"《{reading.file}》→ {plan.path}（{_kind_words(plan)}）"]
    lines += [f"  {fact.name}：{fact.value}{f'（{fact.note}）' if fact.note else ''}" for fact in plan.facts]
    if plan.missing:
        lines.append(f"  待补：{'、'.join(plan.missing)}（文本里没有写）")
    preamble = f"{reading.preamble}，" if reading.preamble else ""
    articles = reading.articles
    extent = f"条文 {len(articles)} 条，到{articles[-1].label}" if articles else "没有编条"
    lines.append(f"  正文：{preamble}编章节标题 {reading.chapters} 个，{extent}")
    lines += ["  条文序号连续，没有缺漏和重复"] if articles and not reading.problems else []
    lines += [f"  需要核对 · {problem.where}：{problem.message}" for problem in plan.problems]
    lines += [f"  {remark}" for remark in plan.remarks]
    lines += _unused_lines(reading.unused)
    if plan.comparison:
        lines.append(f"与《{plan.old_title}》逐条对照：{count_words(plan.comparison)}")
        lines += [f"  {sentence}" for sentence in moved_sentences(plan.comparison)]
    if plan.affected:
        lines.append(f"需复核 {len(plan.affected)} 处：")
        lines += [
            f"  {item.path}:{item.line}: {item.what}：依据{item.cited}——{item.verdict}"
            for item in plan.affected
        ]
    return lines


def _kind_words(plan: RegulationPlan) -> str:
    other = f"：《{plan.other_title}》" if plan.other_title else ""
    return f"{plan.kind.value}{other}"


def _unused_lines(unused: Sequence[LineUse]) -> list[str]:
    """What stands nowhere on the page, by reason; the first of each kind in full."""
    if not unused:
        return ["  每一行都用上了"]
    lines = [f"  没有写入页面的 {len(unused)} 行："]
    for reason in dict.fromkeys(use.use for use in unused):
        group = [use for use in unused if use.use == reason]
        for use in group[:_MOST_UNUSED]:
            lines.append(f"    {use.where}（{reason}）：{shortened(use.text, _CUT)}")
        if len(group) > _MOST_UNUSED:
            rest = len(group) - _MOST_UNUSED
            lines.append(f"    ……到{group[-1].where}（{reason}），另有 {rest} 行，全文见 --report 写的报告")
    return lines


def count_words(comparison: Comparison) -> str:
    """改动 77 条，新增 16 条 …"""
    order = (Change.REWORDED, Change.ADDED, Change.REMOVED, Change.RENUMBERED, Change.SAME)
    return "，".join(f"{change.value} {comparison.count(change)} 条" for change in order)


def moved_sentences(comparison: Comparison) -> list[str]:
    """Added and removed articles by name, those that changed places, paragraphs that went elsewhere."""
    added = [pair.new.label for pair in comparison.pairs if pair.new and pair.change is Change.ADDED]
    removed = [pair.old.label for pair in comparison.pairs if pair.old and pair.change is Change.REMOVED]
    sentences = []
    for name, labels in (("新增", added), ("删去", removed)):
        if labels:
            more = f"等 {len(labels)} 条" if len(labels) > _MOST_NAMED else ""
            sentences.append(f"{name}：{'、'.join(labels[:_MOST_NAMED])}{more}")
    for pair in comparison.pairs:
        if pair.is_moved and pair.old and pair.new:
            sentences.append(f"移动：{pair.old.label}移到{pair.new.label}，与前后条文的次序变了")
        sentences += [f"{_name(pair)}：{note}" for note in pair.notes]
    return sentences


def _name(pair: Pair) -> str:
    shown = pair.new or pair.old
    return shown.label if shown else ""


def plan_data(plan: RegulationPlan) -> dict[str, object]:
    """The plan as JSON values."""
    return {
        "file": plan.reading.file,
        "id": plan.regulation_id,
        "path": plan.path,
        "kind": plan.kind.name,
        "facts": {fact.name: fact.value for fact in plan.facts},
        "missing": list(plan.missing),
        "articles": len(plan.reading.articles),
        "headings": plan.reading.chapters,
        "problems": [{"where": item.where, "message": item.message} for item in plan.problems],
        "remarks": list(plan.remarks),
        "unused": [{"where": use.where, "text": use.text, "reason": use.use} for use in plan.reading.unused],
        "writes": [change.path for change in plan.changes],
        "comparison": [_pair_data(pair) for pair in plan.comparison.pairs] if plan.comparison else None,
        "affected": [_affected_data(item) for item in plan.affected],
    }


def _pair_data(pair: Pair) -> dict[str, object]:
    return {
        "change": pair.change.name,
        "old": pair.old.label if pair.old else None,
        "new": pair.new.label if pair.new else None,
        "moved": pair.is_moved,
        "notes": list(pair.notes),
    }


def _affected_data(item: Affected) -> dict[str, object]:
    return {
        "path": item.path,
        "line": item.line,
        "what": item.what,
        "cited": item.cited,
        "verdict": item.verdict,
        "old_text": list(item.old_text),
        "new_text": list(item.new_text),
    }


def write_report(plan: RegulationPlan, file: Path, *, replace: bool = False) -> None:
    """Write the report page where a person wants it. Raises DeskError and OSError."""
    check_places(plan.root, [file], replace=replace, option="--report")
    write_outputs({file.absolute(): report_page(plan).encode()})


def report_page(plan: RegulationPlan) -> str:
    """One HTML page: the register, every line's use, the comparison in short, 需复核 side by side."""
    counts = count_words(plan.comparison) if plan.comparison else ""
    return (
        page_templates(_TEMPLATES)
        .get_template("report.html")
        .render(
            plan=plan,
            kind=_kind_words(plan),
            counts=counts,
            sentences=moved_sentences(plan.comparison) if plan.comparison else [],
            affected=[(item, affected_rows(item)) for item in plan.affected],
        )
    )


def affected_rows(item: Affected) -> list[tuple[Sequence[Run], Sequence[Run]]]:
    """The texts of an affected place as rows of marked runs."""
    if item.pair and item.pair.rows:
        return [(row.old, row.new) for row in item.pair.rows]
    return [(row.old, row.new) for row in compare_paragraphs(item.old_text, item.new_text)]
