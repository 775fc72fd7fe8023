"""Find the options that a record's answer names, by whatever means it has."""

from __future__ import annotations

from desk.drafts.verdict_words import verdict_word
from desk.importing.records.answers import Chosen, is_numeric, numbers_in, read_choice, strip_opening
from desk.importing.records.options import Options
from desk.importing.records.record import Numbering, Record
from lianxue.content.letters import letter
from lianxue.reading.folding import fold_width


def chosen_of(record: Record, numbering: Numbering) -> Chosen:
    """The options of an answer that is marks, a list, or a text."""
    if record.flags:
        return _by_flags(record)
    base = 1 if record.is_numbered else numbering.base
    if record.items:
        return _by_items(record, base)
    chosen = _read(record.answer, record.options, base)
    if base is None and chosen.labels and is_numeric(record.answer) and not numbering.is_worded:
        counted = _counted(record.answer, len(record.options))
        if numbering.has_index or (counted and counted != chosen.labels):
            said = f"答案 {record.answer} 可以是选项 {chosen.labels[0]} 的文字，也可以是序号"
            return Chosen(doubts=(said,))
    return chosen


def _counted(text: str, count: int) -> tuple[str, ...]:
    """The options that a number names when they are counted from one; () where it names none."""
    numbers = numbers_in(fold_width(strip_opening(text)), count)
    return tuple(letter(number - 1) for number in numbers) if all(0 < n <= count for n in numbers) else ()


def are_verdicts(options: Options) -> bool:
    """Whether the options are 正确 and 错误."""
    return sorted(verdict_word(text) for _label, text in options) == sorted(("对", "错"))


def _read(text: str, options: Options, base: int | None) -> Chosen:
    """The options an answer names. Beside 对 and 错 as options 1 and 0 may mean these words."""
    chosen = read_choice(text, options, base)
    folded = fold_width(strip_opening(text))
    if not are_verdicts(options) or not is_numeric(folded):
        return chosen
    verdict = binary_verdict(folded)
    meant = tuple(label for label, option in options if verdict_word(option) == verdict)
    if verdict and chosen.labels != meant:
        return Chosen(doubts=(f"选项是对和错，答案写的 {text} 看不出是 1 对、0 错，还是选项的序号",))
    return chosen


def _by_items(record: Record, base: int | None) -> Chosen:
    """An answer that is a list of labels, numbers or texts."""
    labels: list[str] = []
    for item in record.items:
        text = item[0] if isinstance(item, tuple) else str(item)
        one = _read(text, record.options, base)
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
