"""Give the entries of keys to their questions, by section and number."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from desk.importing.papers.answers import read_letters, read_true_false
from desk.importing.papers.items import Entry, Item, KeySection, Outline, Section, Zone
from desk.importing.papers.key_runs import spread_last_answers, spread_numbered_answers, spread_runs
from desk.importing.papers.key_sections import has_unique_numbers, is_of_chapter, section_for
from desk.importing.papers.pairing import are_of_others, is_of_before, names_a_period
from desk.importing.papers.text import fold, quoted


def match_keys(outline: Outline) -> list[str]:
    """Hand every entry to its question; entries without one become unsure. Returns remarks."""
    remarks: list[str] = []
    before = 0
    _tell_volumes_apart(outline)
    for zone in outline.zones:
        sections = _sections_of(outline, before, zone)
        before = zone.after
        spread_runs(outline, zone, sections, remarks)
        for key in [key for key in zone.sections if key.case]:
            _match_items(
                key, [item for item in outline.items if item.material and item.material.number == key.case]
            )
        for key, section in _pairs(zone, sections, remarks):
            if section is None:
                _match_by_number(key, [one for one in sections if is_of_chapter(one, key)], remarks)
            else:
                _match_section(key, section, remarks)
        _report_unused(outline, zone, remarks)
    spread_last_answers(outline, remarks)
    spread_numbered_answers(outline)
    return remarks


def _tell_volumes_apart(outline: Outline) -> None:
    """The key of B卷 or of the last number is not this paper's: left out beside the right one, doubted alone."""
    title = fold(outline.title)
    for zone in outline.zones:
        for key in [key for key in zone.sections if is_of_before(key.title)]:
            _leave_out(zone, key, outline, "上一期的答案")
    others = [
        (zone, key) for zone in outline.zones for key in zone.sections if are_of_others(title, key.title)
    ]
    named = [key for zone in outline.zones for key in zone.sections if names_a_period(key.title)]
    for zone, key in others:
        if len(named) > len(others):
            _leave_out(zone, key, outline, "另一卷的答案")
        for entry in key.entries:
            entry.doubt = f"答案的标题“{quoted(key.title)}”与试卷“{quoted(outline.title)}”对不上"


def _leave_out(zone: Zone, key: KeySection, outline: Outline, reason: str) -> None:
    zone.sections.remove(key)
    for line in {line for entry in key.entries for line in entry.lines} | {line for line, _ in key.runs}:
        outline.ignored.setdefault(line, reason)


def _sections_of(outline: Outline, before: int, zone: Zone) -> list[Section]:
    """The sections a key speaks of: those since the last key, or all where these need none."""
    recent = [section for section in outline.sections[before : zone.after] if section.items]
    kinds = [(key.type, key.ordinal) for key in zone.sections if key.entries or key.runs]
    chapters = {section.chapter for section in recent}
    is_of_last = before and len(chapters) > 1 and len(set(kinds)) == len(kinds)
    is_of_last = is_of_last and not has_unique_numbers(recent)
    if is_of_last and not any(key.chapter for key in zone.sections):
        # each chapter has its key behind it: this one is of the chapter it stands in
        recent = [section for section in recent if section.chapter == zone.chapter]
    if any(not item.answers for section in recent for item in section.items):
        return recent
    everything = [section for section in outline.sections if section.items]
    return recent or everything


def _pairs(
    zone: Zone, sections: Sequence[Section], remarks: list[str]
) -> list[tuple[KeySection, Section | None]]:
    """Each section of the key with its section of questions; None: by number over all of them."""
    keys = [key for key in zone.sections if key.entries and not key.case]
    taken: set[int] = set()
    pairs: list[tuple[KeySection, Section | None]] = []
    for key in keys:
        found = section_for(key, sections, taken)
        if found is not None:
            taken.add(id(found))
        pairs.append((key, found))
    unnamed = [key for key, found in pairs if found is None]
    if len(unnamed) == 1 and len(keys) == 1 and not has_unique_numbers(sections):
        runs = _runs(unnamed[0])
        if len(runs) == len(sections) > 1:
            return [(KeySection(entries=run), section) for run, section in zip(runs, sections, strict=True)]
        if counted := _counted_through(unnamed[0], sections):
            remarks.append("答案表从头到尾连续编号，题数与答案数相同，已按顺序对应")
            return counted
    return pairs


def _counted_through(key: KeySection, sections: Sequence[Section]) -> list[tuple[KeySection, Section | None]]:
    """A key numbered 1 to 11 over sections that each begin at 1; [] where it does not fit them all."""
    items = [item for section in sections for item in section.items]
    numbers = [entry.number for entry in key.entries]
    if numbers != list(range(1, len(items) + 1)) or any(entry.doubt for entry in key.entries):
        return []
    if not all(
        [item.value for item in section.items] == list(range(1, len(section.items) + 1))
        for section in sections
    ):
        return []
    if not all(_fits(entry, item) for entry, item in zip(key.entries, items, strict=True)):
        return []
    entries = iter(key.entries)
    found: list[tuple[KeySection, Section | None]] = []
    for section in sections:
        own = [next(entries) for _item in section.items]
        for entry, item in zip(own, section.items, strict=True):
            entry.number = item.value
        found.append((KeySection(entries=own), section))
    return found


def _fits(entry: Entry, item: Item) -> bool:
    """Whether an answer may be one of such a question: letters for options, 对 or 错 where there are none."""
    text = " ".join(entry.answer)
    letters = read_letters(text, [option.letter for option in item.options])
    if item.options:
        return bool(letters) and (item.section.type != "single_choice" or len(letters) == 1)
    return item.section.type == "true_false" and bool(read_true_false(text)[0]) and not letters


def _runs(key: KeySection) -> list[list[Entry]]:
    """The entries cut where their numbers start anew."""
    runs: list[list[Entry]] = []
    last = 0
    for entry in key.entries:
        if not runs or entry.number <= last:
            runs.append([])
        runs[-1].append(entry)
        last = entry.number
    return runs


def _match_section(key: KeySection, section: Section, remarks: list[str]) -> None:
    items = [item for item in section.items if item.value]
    numbers = {item.value for item in items}
    said = {entry.number for entry in key.entries}
    if not numbers & said and len(items) == len(key.entries) == len(said) == len(numbers):
        name = section.title or key.title
        remarks.append(f"“{name}”的答案表另起编号，题数与答案数相同，已按顺序对应")
        is_told = min(said) == 1 or key.is_typed or bool(key.title and key.ordinal)
        for item, entry in zip(items, key.entries, strict=True):
            if not is_told:  # a key of 21 to 24 may be that of another paper
                entry.doubt = entry.doubt or f"答案表写的是第 {entry.number} 题，按顺序对应的，请核对"
            _hand(item, entry)
        return
    _match_items(key, items)


def _match_by_number(key: KeySection, sections: Sequence[Section], remarks: list[str]) -> None:
    """By number alone, where numbers are not repeated among the questions in reach."""
    items = [item for section in sections for item in section.items if item.value]
    if key.is_typed:
        typed = [item for item in items if (item.tag_type or item.section.type) == key.type]
        items = typed or items
    counts = Counter(item.value for item in items)
    repeated = [item for item in items if counts[item.value] > 1]
    said = {entry.number for entry in key.entries}
    for item in repeated:
        if item.value in said and not item.answers:
            item.doubts.append(f"有 {counts[item.value]} 道第 {item.value} 题，答案表没有说明是哪一道的")
    _match_items(key, [item for item in items if counts[item.value] == 1])


def _match_items(key: KeySection, items: Sequence[Item]) -> None:
    by_number: dict[int, list[Entry]] = {}
    for entry in key.entries:
        by_number.setdefault(entry.number, []).append(entry)
    counts = Counter(item.value for item in items)
    doubled = next((item.value for item in items if counts[item.value] > 1), 0)
    is_shifted = doubled and max(by_number, default=0) > max(counts)
    for item in items:
        if counts[item.value] > 1 or (is_shifted and item.value > doubled):
            item.doubts.append(f"第 {doubled} 题出现了两次，答案表从这里起可能错位")
        entries = by_number.get(item.value, [])
        if len({"".join(entry.answer) for entry in entries}) > 1:
            item.doubts.append(f"答案表里第 {item.value} 题出现了 {len(entries)} 次")
        for entry in entries:
            _hand(item, entry)


def _hand(item: Item, entry: Entry) -> None:
    item.keys.append(entry)
    entry.is_used = True
    for line in entry.lines:
        if line not in item.lines:
            item.lines.append(line)


def _report_unused(outline: Outline, zone: Zone, remarks: list[str]) -> None:
    used_lines = {
        line for key in zone.sections for entry in key.entries if entry.is_used for line in entry.lines
    }
    lost = [entry for key in zone.sections for entry in key.entries if not entry.is_used]
    for entry in lost:
        for line in entry.lines:
            if line not in used_lines and line not in outline.ignored:
                outline.unsure.setdefault(line, f"答案表的第 {entry.number} 题没有对应的题目")
    if lost:
        numbers = "、".join(str(entry.number) for entry in lost[:10])
        more = f" 等 {len(lost)} 个题号" if len(lost) > 10 else ""
        remarks.append(f"答案表里的第 {numbers} 题{more}没有对应的题目")
