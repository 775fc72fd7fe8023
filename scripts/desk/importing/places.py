"""Name places in the trainer's files as the trainer would."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from desk.drafts.draft import Draft, PaperReading, SourceLine
from lianxue.reading.patterns import lazy_pattern

_NUMBER = lazy_pattern(r"\d+")
_EDGES = "．.、)） （("


def place_of(draft: Draft) -> str:
    """《第三季度试卷.docx》第 15 段（第 3 题）."""
    number = draft.number.strip(_EDGES)
    printed = f"（第 {number} 题）" if number else ""
    return f"{line_place(draft.lines[0])}{printed}" if draft.lines else printed


def line_place(line: SourceLine) -> str:
    """《第三季度试卷.docx》第 15 段."""
    return f"《{line.file}》{line.where}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """What became of one line of a file."""

    line: SourceLine
    questions: tuple[int, ...] = ()  # numbers in the plan
    reason: str = ""  # why it is ignored, or what is unclear
    is_unsure: bool = False

    @property
    def outcome(self) -> str:
        """第 3 题 · 不是题目：标题 · 待确认：…."""
        if self.questions:
            return f"第 {'、'.join(map(str, self.questions))} 题"
        return f"{'待确认' if self.is_unsure else '不是题目'}：{self.reason}"


def account_for(reading: PaperReading, first: int) -> tuple[Account, ...]:
    """Every line of a file in the file's order; its first question is number `first` of the plan."""
    in_questions: dict[SourceLine, list[int]] = {}
    for number, draft in enumerate(reading.drafts, start=first):
        for line in draft.lines:
            numbers = in_questions.setdefault(line, [])
            if number not in numbers:
                numbers.append(number)
    accounts = [Account(line=line, questions=tuple(numbers)) for line, numbers in in_questions.items()]
    accounts += [
        Account(line=one.line, reason=one.reason) for one in reading.ignored if one.line not in in_questions
    ]
    accounts += [Account(line=one.line, reason=one.reason, is_unsure=True) for one in reading.unsure]
    return tuple(_in_order(accounts))


def _in_order(accounts: Sequence[Account]) -> Iterable[Account]:
    """By the numbers in their places; kinds of place (段, 表格 … 行) in the order they come."""
    kinds: dict[str, int] = {}
    for account in accounts:
        kinds.setdefault(_NUMBER.sub("0", account.line.where), len(kinds))

    def key(account: Account) -> tuple[int, list[int]]:
        where = account.line.where
        return kinds[_NUMBER.sub("0", where)], [int(text) for text in _NUMBER.findall(where)]

    return sorted(accounts, key=key)
