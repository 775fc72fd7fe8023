"""What a reading of a file comes to: draft questions, and an account of every line."""

from __future__ import annotations

from dataclasses import dataclass

CALLED_OPEN = "文件里标为待确认"  # the doubt of a question of ours that somebody marked so

TO_CHECK = "，请核对"  # ends a doubt that is only about where an answer was read: all alike may be accepted


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceLine:
    """One line, row or record of the source."""

    file: str  # 第三季度试卷.docx
    where: str  # 第 15 段 · 工作表“单选”第 15 行
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A question as read, before it has an id. Nothing in it is a guess.

    A field nobody wrote is empty. Where `doubts` is not empty the question is 待确认.
    """

    type: str = ""  # a name of QUESTION_TYPES; "" where it cannot be told
    stem: str = ""
    options: tuple[tuple[str, str], ...] = ()  # (label, text), for ordering too
    left: tuple[tuple[str, str], ...] = ()  # of matching
    right: tuple[tuple[str, str], ...] = ()
    answer: tuple[str, ...] = ()  # option labels; 对 or 错; for ordering in order
    pairs: tuple[tuple[str, str], ...] = ()  # of matching
    gaps: tuple[tuple[str, ...], ...] = ()  # of fill_in: the accepted fillings of each ____
    any_order: bool = False
    exact: tuple[bool, ...] = ()  # of each gap; () for none
    fold: tuple[tuple[str, ...], ...] = ()  # of each gap, names of FOLDINGS; () for all of them
    points: tuple[str, ...] = ()  # of short_answer
    explanation: str = ""
    cite: tuple[str, ...] = ()
    discipline: str = ""
    difficulty: str = ""
    tags: tuple[str, ...] = ()
    score: str = ""  # as printed, per question; for the report only
    waive: tuple[tuple[str, str], ...] = ()  # (rule, reason), where the source carries ours
    material: str = ""  # the text that it shares with its neighbours of the same material
    material_id: str = ""  # where the source carries ours: <quiz>/<id>
    id: str = ""  # where the source carries ours: <quiz>/<id>
    quiz: str = ""  # without such an id: title of the quiz of ours that the source says it belongs to
    keeps_labels: bool = True  # whether the source keeps labels and order of options, 不分先后 and the like
    number: str = ""  # as printed: 15
    section: str = ""  # the heading it stands under
    lines: tuple[SourceLine, ...] = ()
    doubts: tuple[str, ...] = ()  # Chinese, a clause each: 没有答案 · 答案 E 不在选项 A、B、C、D 中
    remarks: tuple[str, ...] = ()  # no doubt, but worth saying: 答案由红色文字看出
    # Names of fields that the source has a place for, such as the columns of a sheet: where such a
    # field is empty it was emptied. Of other fields the source says nothing.
    given: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Ignored:
    """A line that is no part of a question, and why."""

    line: SourceLine
    reason: str  # 标题 · 页码 · 考试说明 · 空的表头


@dataclass(frozen=True, slots=True, kw_only=True)
class Unsure:
    """A line that nobody could place: 待确认 in the report."""

    line: SourceLine
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperReading:
    """One file read: every line of it is in a draft, in `ignored` or in `unsure`."""

    file: str
    drafts: tuple[Draft, ...]
    ignored: tuple[Ignored, ...]
    unsure: tuple[Unsure, ...]
    remarks: tuple[str, ...] = ()  # about the file as a whole
    title: str = ""  # of the paper, where it has one
