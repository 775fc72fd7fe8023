"""Put the plan of a lesson into words, and take what a preview adds."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, replace

from desk.lessons.citations import shortened
from desk.lessons.inline import escape_text
from desk.lessons.page import TO_DESCRIBE
from desk.lessons.plan import LessonPlan, Remark, counts

_MOST_LINES = 60  # of a diff or a list


def plan_lines(plan: LessonPlan) -> Iterator[str]:
    """What a trainer reads before saying yes."""
    yield f"《{plan.file}》→ {plan.path}"
    yield f"课名：{plan.title}"
    became = "，".join(f"{name} {count}" for name, count in counts(plan.accounts))
    yield f"共 {len(plan.accounts)} 行：{became}"
    if plan.linked:
        yield f"依据做成链接 {len(plan.linked)} 处：{'、'.join(plan.linked[:8])}{' 等' if len(plan.linked) > 8 else ''}"
    yield from _remarks("依据没有做成链接", plan.unlinked)
    yield from _remarks("待补", plan.to_fill)
    if plan.unused:
        yield f"没有用的 {len(plan.unused)} 行："
        yield from _shortened_list(
            [f"  {unused.where}：{shortened(unused.text)}（{unused.reason}）" for unused in plan.unused]
        )
    if plan.terms:
        yield f"用到的术语：{'、'.join(plan.terms)}"
    if plan.new_terms:
        yield "课里解释了、术语页还没有的词：" + "、".join(
            f"{term.text}（{term.where}）" for term in plan.new_terms
        )
    for remark in plan.remarks:
        yield f"提示：{remark}"
    if plan.earlier is not None:
        yield f"已经有 {plan.path}" + ("，替换后的差别：" if plan.diff else "，内容相同。")
        yield from _shortened_list(list(plan.diff))


def _remarks(title: str, remarks: Sequence[Remark]) -> Iterator[str]:
    if remarks:
        yield f"{title} {len(remarks)} 处："
        yield from _shortened_list([f"  {r.where}“{r.text}”：{r.message}" for r in remarks])


def _shortened_list(lines: Sequence[str]) -> Iterator[str]:
    yield from lines[:_MOST_LINES]
    if len(lines) > _MOST_LINES:
        yield f"  ……还有 {len(lines) - _MOST_LINES} 行"


def with_alts(plan: LessonPlan, alts: Mapping[str, str]) -> LessonPlan:
    """The plan with descriptions of pictures, by their names in docs/, put in."""
    text = plan.text
    for name, alt in alts.items():
        shown = escape_text(" ".join(alt.split()))
        text = text.replace(f"![{TO_DESCRIBE}](images/{name})", f"![{shown}](images/{name})")
    return replace(
        plan,
        text=text,
        pictures=tuple(replace(p, alt=alts.get(p.name, p.alt)) for p in plan.pictures),
        to_fill=tuple(remark for remark in plan.to_fill if remark.text not in alts),
    )


def plan_json(plan: LessonPlan, written: Sequence[str]) -> str:
    """The plan for programs; pictures by path and size."""
    pictures = [{"path": p.path, "alt": p.alt, "where": p.where, "bytes": len(p.data)} for p in plan.pictures]
    fields = {
        "path": plan.path,
        "lesson": plan.lesson_id,
        "title": plan.title,
        "text": plan.text,
        "pictures": pictures,
        "accounts": [asdict(account) for account in plan.accounts],
        "linked": list(plan.linked),
        "unlinked": [asdict(remark) for remark in plan.unlinked],
        "to_fill": [asdict(remark) for remark in plan.to_fill],
        "terms": list(plan.terms),
        "new_terms": [asdict(remark) for remark in plan.new_terms],
        "remarks": list(plan.remarks),
        "exists": plan.earlier is not None,
        "diff": list(plan.diff),
        "written": list(written),
    }
    return json.dumps(fields, ensure_ascii=False, indent=2)
