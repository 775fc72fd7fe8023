"""Share keys without numbers out over the questions of their sections."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import replace

from desk.importing.papers.items import Entry, Item, KeySection, Outline, Section, Zone
from desk.importing.papers.key_sections import section_for
from desk.importing.papers.points import numbered_parts
from desk.importing.papers.runs import answers_of_run, is_run, number_of_answers
from desk.importing.papers.text import fold


def spread_runs(outline: Outline, zone: Zone, sections: Sequence[Section], remarks: list[str]) -> None:
    """Every question of a section gets its answer where there are as many of both, a doubt else."""
    keys = [key for key in zone.sections if key.runs]
    taken: set[int] = set()
    for key in keys:
        section = section_for(key, sections, taken)
        if section is not None:
            taken.add(id(section))
            _spread(
                replace(key, title=section.title or key.title),
                section.items,
                key.type or section.type,
                remarks,
            )
        elif len(keys) == 1 and not key.is_typed and len(key.runs) == len(sections):
            for run, one in zip(key.runs, sections, strict=True):
                _spread(KeySection(runs=[run]), one.items, one.type, remarks)
        elif len(keys) == 1 and not key.is_typed:
            items = [item for section in sections for item in section.items]
            kinds = {section.type for section in sections}
            _spread(key, items, kinds.pop() if len(kinds) == 1 else "", remarks)
        else:
            for line, _ in key.runs:
                outline.unsure.setdefault(line, "这一行答案没有题号，看不出是哪些题的")
            remarks.append(f"“{key.title or '答案'}”没有题号，看不出是哪些题的")


def spread_last_answers(outline: Outline, remarks: list[str]) -> None:
    """答案：BAD under the last of three questions without answers is the answer of all three."""
    for section in outline.sections:
        items = section.items
        if len(items) < 2 or any(item.answers or item.keys or item.tick for item in items[:-1]):
            continue
        last = items[-1]
        texts = [text for lines in last.answers for text in lines]
        if last.keys or len(texts) != 1 or not is_run(fold(texts[0])):
            continue
        answers = answers_of_run(texts, section.type, len(items))
        if not answers or section.type == "multiple_choice":
            continue
        if section.type in ("single_choice", "true_false"):
            last.answers = []
            _spread(
                KeySection(title=section.title, runs=[(last.lines[-1], texts[0])]),
                items,
                section.type,
                remarks,
            )
        else:
            last.doubts.append(f"只有最后一题写着答案 {texts[0].strip()}，像是 {len(items)} 道题的")


def spread_numbered_answers(outline: Outline) -> None:
    """参考答案：1.… 2.… under the last question of a case answers all questions of it, by number."""
    for section in outline.sections:
        for group in _counted_groups(section.items):
            last = group[-1]
            texts = [text for lines in last.answers for text in lines]
            if (
                last.keys
                or last.points
                or any(item.answers or item.keys or item.options for item in group[:-1])
            ):
                continue
            parts = numbered_parts(texts)
            is_shared = last.material is not None and all(item.material is last.material for item in group)
            if len(parts) == len(group) and not is_shared:
                last.doubts.append(f"答案里编了号，看不出是这一题的，还是前面 {len(group)} 道题的")
            elif len(parts) != len(group) and is_shared and texts and not last.options:
                last.doubts.append(f"{len(group)} 道题只有最后一道后面有答案，看不出是这一题的，还是几道题的")
            if len(parts) != len(group) or not is_shared:
                continue
            lines = last.lines[len(last.lines) - len(texts) :]
            for item, part in zip(group, parts, strict=True):
                item.answers = [[part]]
                item.lines += [line for line in lines if line not in item.lines]
                item.remarks.append("答案写在几道题的后面，按编号对应")


def _counted_groups(items: Sequence[Item]) -> list[list[Item]]:
    """Runs of at least two questions numbered from 1."""
    groups: list[list[Item]] = []
    for item in items:
        if item.value == 1:
            groups.append([])
        if groups and item.value == len(groups[-1]) + 1:
            groups[-1].append(item)
    return [group for group in groups if len(group) > 1]


def _spread(key: KeySection, items: Sequence[Item], kind: str, remarks: list[str]) -> None:
    texts = [text for _, text in key.runs]
    lines = [line for line, _ in key.runs]
    answers = answers_of_run(texts, kind, len(items))
    said = ""
    if not answers:
        count = number_of_answers(texts, kind)
        said = f"答案没有题号：写了 {count} 个，题目有 {len(items)} 道，对不上"
    elif not _is_counted_through(items):
        answers, said = [], "答案没有题号，题目的题号又不连续，对不上"
    else:
        name = f"“{key.title}”的" if key.title else ""
        remarks.append(f"{name}答案没有题号，题数与答案数相同，已按顺序对应")
    for position, item in enumerate(items):
        entry = Entry(number=item.value, lines=lines, doubt=said, is_used=True)
        entry.answer = [answers[position]] if answers else []
        item.keys.append(entry)
        item.lines += [line for line in lines if line not in item.lines]


def _is_counted_through(items: Sequence[Item]) -> bool:
    """Whether no number is missing between the questions: none was lost on the way."""
    values = [item.value for item in items]
    return not any(values) or all(
        following in (value + 1, 1) for value, following in itertools.pairwise(values)
    )
