"""What an import would do, question by question, as data: nothing here reads or writes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum
from pathlib import Path

from desk.drafts.draft import Draft, PaperReading
from lianxue.content.question import Json

Fields = Mapping[str, Json]


class Fate(Enum):
    """What becomes of a question that was read; the value is the word people read."""

    NEW = "新增"
    CHANGED = "修改"
    UNCHANGED = "不变"
    REPEATED = "文件里重复"
    IN_BANK = "题库里已有"
    DROPPED = "不要"

    @property
    def is_written(self) -> bool:
        """Whether a file changes because of it."""
        return self in (Fate.NEW, Fate.CHANGED)


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldChange:
    """One field of a question before and after; "" where it is absent."""

    name: str  # 题干 选项 B 答案 …
    before: str
    after: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Likeness:
    """Another question that says nearly the same."""

    place: str  # disciplinary-regulations/gift-limits, or 第 12 题 of the same import
    title: str  # the same for people: 《第一季度自测》第 3 题
    score: int  # percent
    fields: Fields


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedQuestion:
    """One question of the files and what becomes of it."""

    number: int  # through all files, from 1: how reports and decisions name it
    draft: Draft
    fate: Fate
    path: str  # quizzes/x.yml
    id: str
    fields: Fields  # as they will stand in the file
    doubts: tuple[str, ...] = ()  # not empty: 待确认
    remarks: tuple[str, ...] = ()
    changes: tuple[FieldChange, ...] = ()
    reason: str = ""  # why it is not written: 与第 3 题相同
    near: tuple[Likeness, ...] = ()
    material: str = ""  # the text it shares with its neighbours

    @property
    def is_unsettled(self) -> bool:
        """Whether it will be written as 待确认."""
        return bool(self.doubts) and self.fate.is_written


@dataclass(frozen=True, slots=True, kw_only=True)
class Untouched:
    """A question that a file of the bank has and the imported files lack."""

    path: str
    id: str
    stem: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """What a trainer decided about one question.

    `action` is answer (value AC, 对, 五|十 …), type (single_choice …), leave, keep, drop (value: the
    reason) or duplicate (value: of which question).
    """

    number: int
    action: str
    value: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportRequest:
    """What was asked for: everything a plan depends on beside the bank."""

    root: Path
    readings: tuple[PaperReading, ...]
    into: str  # quizzes/x.yml
    head: Fields  # of a file that is new: title, lesson, regulation
    stops: tuple[str, ...] = ()  # what in the files forbids the import, a sentence each
    remarks: tuple[str, ...] = ()
    decisions: Mapping[int, tuple[Decision, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportPlan:
    """What an import would do."""

    request: ImportRequest
    questions: tuple[PlannedQuestion, ...]
    before: Mapping[str, bytes | None]  # path → the file as it was read; None for a new one
    after: Mapping[str, bytes]  # path → the file as it will be; only files that change
    untouched: tuple[Untouched, ...]
    remarks: tuple[str, ...] = ()

    @property
    def stops(self) -> tuple[str, ...]:
        """What forbids the import."""
        return self.request.stops

    @property
    def is_sound(self) -> bool:
        """Whether questions were found, and nothing forbids them."""
        return bool(self.questions) and not self.stops

    @property
    def is_writable(self) -> bool:
        """Whether there is something to write, and nothing forbids it."""
        return bool(self.after) and not self.stops

    def of(self, *fates: Fate) -> tuple[PlannedQuestion, ...]:
        """The questions with one of these fates."""
        return tuple(question for question in self.questions if question.fate in fates)

    @property
    def unsettled(self) -> tuple[PlannedQuestion, ...]:
        """The questions that will be written as 待确认."""
        return tuple(question for question in self.questions if question.is_unsettled)


@dataclass(frozen=True, slots=True, kw_only=True)
class ApplyReport:
    """What an import did."""

    written: tuple[str, ...]  # paths of files that are new or changed
    added: int
    changed: int
    unsettled: int
