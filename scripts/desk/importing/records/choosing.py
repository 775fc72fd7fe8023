"""Find the options that a record's answer names, by whatever means it has."""

from __future__ import annotations

from desk.drafts.verdict_words import verdict_word
from desk.importing.records.answers import Chosen, is_numeric, read_choice
from desk.importing.records.record import Numbering, Record


def chosen_of(record: Record, numbering: Numbering) -> Chosen:
    """The options of an answer that is marks, a list, or a text."""
    if record.flags:
        return _by_flags(record)
    base = 1 if record.is_numbered else numbering.base
    if record.items:
        return _by_items(record, base)
    chosen = read_choice(record.answer, record.options, base)
    if base is None and numbering.has_index and chosen.labels and is_numeric(record.answer):
        said = f"答案 {record.answer} 可以是选项 {chosen.labels[0]} 的文字，也可以是序号"
        return Chosen(doubts=(said,))
    return chosen


def _by_items(record: Record, base: int | None) -> Chosen:
    """An answer that is a list of labels, numbers or texts."""
    labels: list[str] = []
    for item in record.items:
        text = item[0] if isinstance(item, tuple) else str(item)
        one = read_choice(text, record.options, base)
        if one.doubts:
            return one
        labels += one.labels
    if len(set(labels)) != len(labels):
        return Chosen(doubts=("答案里有选项写了两次",))
    return Chosen(labels=tuple(labels))


def _by_flags(record: Record) -> Chosen:
    """One right/wrong mark for each option; no mark is wrong, unless nobody is right."""
    verdicts = {label: verdict_word(mark) or binary_verdict(mark) for label, mark in record.flags}
    strange = [(label, mark) for label, mark in record.flags if mark.strip() and not verdicts[label]]
    if strange:
        label, mark = strange[0]
        return Chosen(doubts=(f"选项 {label} 是否正确写的是“{mark}”，看不懂",))
    own = {label for label, _text in record.options}
    right = tuple(label for label, verdict in verdicts.items() if verdict == "对")
    outside = [label for label in right if label not in own]
    if outside:
        return Chosen(doubts=(f"选项 {'、'.join(outside)} 标为正确，却没有文字",))
    return Chosen(labels=right) if right else Chosen(doubts=("没有答案",))


def binary_verdict(text: str) -> str:
    """对 for 1, 错 for 0."""
    return {"1": "对", "0": "错", "1.0": "对", "0.0": "错", "100": "对"}.get(text.strip(), "")
