"""What a report of an import shows, as data ready to be read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from desk.importing.merging import shown
from desk.importing.places import Account, account_for, place_of
from desk.importing.plan import Fate, FieldChange, ImportPlan, PlannedQuestion, Untouched
from lianxue.content.question import Json
from lianxue.content.question_types.registry import QUESTION_TYPES

UNKNOWN_TYPE = "题型待定"
_MOST_PAIRS = 300  # a bank of one pattern has tens of thousands


@dataclass(frozen=True, slots=True, kw_only=True)
class OptionRow:
    """An option as it is listed."""

    label: str
    text: str
    is_right: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """One question as a person reads it."""

    title: str  # 第 3 题, or the id of a question of the bank
    place: str
    type: str
    stem: str
    options: tuple[OptionRow, ...]
    answer: str
    beside: tuple[tuple[str, str], ...] = ()  # 解析, 依据 … with their texts
    doubts: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()
    changes: tuple[FieldChange, ...] = ()
    reason: str = ""
    source: tuple[str, ...] = ()  # its lines, as the file has them
    target: str = ""  # x/gift-limits


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """A new question beside one that says nearly the same."""

    new: Card
    other: Card
    score: int


@dataclass(frozen=True, slots=True, kw_only=True)
class FileAccount:
    """Every line of one file."""

    file: str
    rows: tuple[Account, ...]
    remarks: tuple[str, ...]
    counts: tuple[tuple[str, int], ...]  # (在题目里, 180) …


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportView:
    """All that a report says."""

    files: tuple[str, ...]
    into: str
    verdict: str
    stops: tuple[str, ...]
    remarks: tuple[str, ...]
    found: int
    fates: tuple[tuple[str, int], ...]
    types: tuple[tuple[str, int], ...]
    to_fill: tuple[tuple[str, int], ...]
    doubtful: tuple[Card, ...]
    changed: tuple[Card, ...]
    pairs: tuple[Pair, ...]  # the first of them
    pair_count: int
    unwritten: tuple[Card, ...]
    added: tuple[Card, ...]
    remarked: tuple[Card, ...]
    untouched: tuple[Untouched, ...]
    accounts: tuple[FileAccount, ...]


def report_view(plan: ImportPlan, *, is_written: bool = False) -> ReportView:
    """The report of a plan, or of what was written by it."""
    cards = {question.number: _card(question) for question in plan.questions}
    pairs = [(one, near) for one in plan.questions for near in one.near if one.fate.is_written]
    settled_new = [one for one in plan.of(Fate.NEW) if not one.doubts]
    return ReportView(
        files=tuple(reading.file for reading in plan.request.readings),
        into=plan.request.into,
        verdict=verdict(plan, is_written=is_written),
        stops=plan.stops,
        remarks=plan.remarks,
        found=len(plan.questions),
        fates=fate_counts(plan),
        types=type_counts(plan.questions),
        to_fill=to_fill_counts(plan),
        doubtful=tuple(cards[one.number] for one in plan.unsettled),
        changed=tuple(cards[one.number] for one in plan.of(Fate.CHANGED)),
        pairs=tuple(
            Pair(new=cards[one.number], other=_other(near.title, near.fields), score=near.score)
            for one, near in pairs[:_MOST_PAIRS]
        ),
        pair_count=len(pairs),
        unwritten=tuple(cards[one.number] for one in plan.of(Fate.REPEATED, Fate.IN_BANK, Fate.DROPPED)),
        added=tuple(cards[one.number] for one in settled_new),
        remarked=tuple(cards[one.number] for one in plan.questions if one.remarks),
        untouched=plan.untouched,
        accounts=_accounts(plan),
    )


def verdict(plan: ImportPlan, *, is_written: bool) -> str:
    """What will be or was written, in one sentence."""
    if plan.stops:
        return "不能导入，什么都没有写入。"
    if not plan.after:
        return "没有要写入的内容。"
    new, changed, open_ = len(plan.of(Fate.NEW)), len(plan.of(Fate.CHANGED)), len(plan.unsettled)
    parts = [f"新增 {new} 题" if new else "", f"修改 {changed} 题" if changed else ""]
    files = "、".join(plan.after)
    done = "已写入" if is_written else "将写入"
    settled = f"，其中 {open_} 题待确认：生成网站前要先核对" if open_ else ""
    return f"{done} {files}：{'，'.join(filter(None, parts))}{settled}。"


def fate_counts(plan: ImportPlan) -> tuple[tuple[str, int], ...]:
    """How many questions of each fate there are; fates without any are left out."""
    counts = Counter(question.fate for question in plan.questions)
    return tuple((fate.value, counts[fate]) for fate in Fate if counts[fate])


def type_counts(questions: Sequence[PlannedQuestion]) -> tuple[tuple[str, int], ...]:
    """How many questions of each type there are, in the order of the registry."""
    counts = Counter(type_label(question.fields) for question in questions)
    labels = [kind.label for kind in QUESTION_TYPES.values()] + [UNKNOWN_TYPE]
    return tuple((label, counts[label]) for label in labels if counts[label])


def to_fill_counts(plan: ImportPlan) -> tuple[tuple[str, int], ...]:
    """待补: how many of what is written lack an explanation or a citation."""
    written = [question for question in plan.questions if question.fate.is_written]
    counts = [
        ("解析", sum("explanation" not in one.fields for one in written)),
        ("依据", sum("cite" not in one.fields for one in written)),
    ]
    return tuple((name, count) for name, count in counts if count)


def type_label(fields: Mapping[str, Json]) -> str:
    """单选, or 题型待定."""
    kind = QUESTION_TYPES.get(str(fields.get("type", "")))
    return kind.label if kind else UNKNOWN_TYPE


def _card(question: PlannedQuestion) -> Card:
    card = _other(f"第 {question.number} 题", question.fields, is_sure=not question.doubts)
    quiz = question.path.partition("/")[2].rpartition(".")[0]
    return Card(
        title=card.title,
        place=place_of(question.draft),
        type=card.type,
        stem=card.stem,
        options=card.options,
        answer=card.answer,
        beside=card.beside,
        doubts=question.doubts,
        remarks=question.remarks,
        changes=question.changes,
        reason=question.reason,
        source=tuple(dict.fromkeys(line.text for line in question.draft.lines)),
        target=f"{quiz}/{question.id}" if question.id else "",
    )


def _other(title: str, fields: Mapping[str, Json], *, is_sure: bool = True) -> Card:
    answer = fields.get("answer", fields.get("points", ""))
    right = set(map(str, answer)) if isinstance(answer, list) else {str(answer)}
    is_marked = is_sure and fields.get("type") in ("single_choice", "multiple_choice")
    options = tuple(
        OptionRow(label=label, text=str(text), is_right=is_marked and label in right)
        for name in ("options", "left", "right")
        if isinstance(group := fields.get(name), dict)
        for label, text in group.items()
    )
    names = (("解析", "explanation"), ("依据", "cite"), ("纪律", "discipline"), ("难度", "difficulty"))
    return Card(
        title=title,
        place="",
        type=type_label(fields),
        stem=str(fields.get("stem", "")),
        options=options,
        answer=shown(answer),
        beside=tuple((label, shown(fields[name])) for label, name in names if fields.get(name)),
    )


def _accounts(plan: ImportPlan) -> tuple[FileAccount, ...]:
    accounts = []
    first = 1
    for reading in plan.request.readings:
        rows = account_for(reading, first)
        first += len(reading.drafts)
        counts = (
            ("在题目里", sum(bool(row.questions) for row in rows)),
            ("不是题目", sum(not row.questions and not row.is_unsure for row in rows)),
            ("待确认", sum(row.is_unsure for row in rows)),
        )
        accounts.append(FileAccount(file=reading.file, rows=rows, remarks=reading.remarks, counts=counts))
    return tuple(accounts)
