"""Papers for tests: opened files made of text, and a reading written down as plain text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from desk.documents.model import Line, OpenedFile, Table
from desk.drafts.draft import Draft, PaperReading


def opened_text(name: str, text: str) -> OpenedFile:
    """A text file as the portal opens it: a line a block."""
    lines = (
        Line(text=line, where=f"第 {number} 行") for number, line in enumerate(text.splitlines(), start=1)
    )
    return OpenedFile(name=name, kind="md" if name.endswith(".md") else "txt", blocks=tuple(lines))


def unaccounted(opened: OpenedFile, reading: PaperReading) -> list[str]:
    """The lines of a file that its reading says nothing of."""
    told = {(line.where, line.text) for draft in reading.drafts for line in draft.lines}
    told |= {(entry.line.where, entry.line.text) for entry in (*reading.ignored, *reading.unsure)}
    lines = [block for block in opened.blocks if not isinstance(block, Table) and block.text.strip()]
    return [f"{line.where} {line.text}" for line in lines if (line.where, line.text) not in told]


def told_twice(reading: PaperReading) -> list[str]:
    """The lines that are in a question and ignored or unsure as well."""
    used = {(line.where, line.text) for draft in reading.drafts for line in draft.lines}
    others = [entry.line for entry in (*reading.ignored, *reading.unsure)]
    return [f"{line.where} {line.text}" for line in others if (line.where, line.text) in used]


def written_down(reading: PaperReading) -> str:
    """A reading as a person can check it: a field a line, only those that say something."""
    lines = [f"标题：{reading.title}"] if reading.title else []
    lines += [f"说明：{remark}" for remark in reading.remarks]
    for draft in reading.drafts:
        lines += ["", *_draft_lines(draft)]
    lines += ["", *(f"略去：{entry.line.text.strip()} | {entry.reason}" for entry in reading.ignored)]
    lines += [f"待确认：{entry.line.text.strip()} | {entry.reason}" for entry in reading.unsure]
    return "\n".join(lines).strip() + "\n"


def _draft_lines(draft: Draft) -> Iterator[str]:
    yield f"第 {draft.number or '—'} 题 {draft.type or '题型未知'}" + (
        f"（{draft.section}）" if draft.section else ""
    )
    if draft.material:
        yield f"  材料：{_one_line(draft.material)}"
    yield f"  题干：{_one_line(draft.stem)}"
    yield from (f"  {letter}：{_one_line(text)}" for letter, text in draft.options)
    yield from (f"  左 {label}：{_one_line(text)}" for label, text in draft.left)
    yield from (f"  右 {label}：{_one_line(text)}" for label, text in draft.right)
    for name, values in _fields(draft):
        if values:
            yield f"  {name}：{values}"


def _fields(draft: Draft) -> Sequence[tuple[str, str]]:
    return (
        ("答案", "".join(draft.answer)),
        ("配对", " ".join(f"{left}-{right}" for left, right in draft.pairs)),
        ("各空", " | ".join(";".join(gap) for gap in draft.gaps)),
        ("次序", "不分先后" if draft.any_order else ""),
        ("要点", " | ".join(map(_one_line, draft.points))),
        ("解析", _one_line(draft.explanation)),
        ("依据", "、".join(draft.cite)),
        ("难度", draft.difficulty),
        ("标签", "、".join(draft.tags)),
        ("分值", draft.score),
        ("疑问", "；".join(draft.doubts)),
        ("附注", "；".join(draft.remarks)),
    )


def _one_line(text: str) -> str:
    return text.replace("\n", "⏎")
