"""A quiz: the questions of one YAML file, how they score and where they belong."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from lianxue.content.draft_question import DraftQuestion, note_above
from lianxue.content.grading import Scoring
from lianxue.content.parse_question import parse_questions
from lianxue.content.question import Material, Question, QuestionCitations
from lianxue.content.question_types.registry import QUESTION_TYPES
from lianxue.content.vocabulary import FIELD_NAMES, QUESTION_TYPE_NAMES
from lianxue.content.withdrawal import WITHDRAWAL_FIELDS, Withdrawal, parse_withdrawal
from lianxue.reading.entry import Entry, open_entry
from lianxue.reading.problem import Place, Report
from lianxue.reading.yaml_source import Scalar, read_mapping

QUIZ_FIELDS = (
    *("title", "lesson", "regulation", "pass_mark", "scoring", "points"),
    *WITHDRAWAL_FIELDS,
    "questions",
)
DEFAULT_PASS_MARK = 80
NO_QUIZ = "这不是一套自测题：文件应以“title: 标题”和“questions:”写成"


@dataclass(frozen=True, slots=True, kw_only=True)
class Quiz:
    """One quiz file. `lesson` and `regulation` are ids, "" where it names none."""

    id: str
    path: str
    title: str
    lesson: str
    regulation: str
    pass_mark: int  # percent of the points
    scoring: Scoring
    points: Mapping[str, int]  # question type → points of one question; 1 where absent
    parts: tuple[Question | Material, ...]  # in the author's order
    citations: tuple[QuestionCitations, ...]  # of every question, the broken ones too
    places: Mapping[str, Place]  # of `lesson` and `regulation`
    drafts: tuple[DraftQuestion, ...] = ()  # what is 待确认: no part, no question
    withdrawal: Withdrawal | None = None

    @property
    def questions(self) -> tuple[Question, ...]:
        """Every question, those of materials in their place."""
        return tuple(
            question
            for part in self.parts
            for question in (part.questions if isinstance(part, Material) else (part,))
        )

    def points_of(self, question: Question) -> int:
        """What a wholly right response to the question earns."""
        return self.points.get(question.type.name, 1)


def parse_quiz(text: str, path: str, quiz_id: str, report: Report) -> Quiz | None:
    """The quiz in a file's text; broken questions are left out, their problems noted."""
    root = read_mapping(text, path, NO_QUIZ, report)
    if root is None:
        return None
    entry = open_entry(root, "", report, FIELD_NAMES)
    entry.only(QUIZ_FIELDS)
    regulation = entry.text("regulation")
    if not entry.has("questions"):
        entry.note("questions", "missing-field", "缺少 questions：请写出题目")
    parts, citations, drafts = parse_questions(entry, quiz_id, regulation)
    return Quiz(
        id=quiz_id,
        path=path,
        title=entry.text("title", required=True),
        lesson=entry.text("lesson").removesuffix(".md"),
        regulation=regulation,
        pass_mark=entry.number("pass_mark", default=DEFAULT_PASS_MARK, least=1, most=100),
        scoring=Scoring(
            entry.one_of(
                "scoring",
                tuple(scoring.value for scoring in Scoring),
                default=Scoring.HALF_IF_INCOMPLETE.value,
            )
        ),
        points=_parse_points(entry),
        parts=parts,
        citations=citations,
        withdrawal=parse_withdrawal(entry),
        places={name: entry.fields[name][1].place for name in ("lesson", "regulation") if entry.has(name)},
        drafts=_with_notes(drafts, text),
    )


def _with_notes(drafts: tuple[DraftQuestion, ...], text: str) -> tuple[DraftQuestion, ...]:
    lines = text.split("\n") if drafts else []
    return tuple(replace(draft, note=note_above(lines, draft.place)) for draft in drafts)


def _parse_points(entry: Entry) -> Mapping[str, int]:
    points: dict[str, int] = {}
    for key, value in entry.pairs("points"):
        name = QUESTION_TYPE_NAMES.get(key.text, key.text)
        if name not in QUESTION_TYPES:
            message = f"points 的题型“{key.text}”不认识。可用：{'、'.join(QUESTION_TYPES)}"
            entry.note_at(key.place, "unknown-value", message)
        elif _is_points(value):
            points[name] = int(value.text)
        else:
            message = f"points 的 {key.text} 应是 1 到 100 的整数，写的是“{value.text}”"
            entry.note_at(value.place, "wrong-kind", message)
    return points


def _is_points(value: Scalar) -> bool:
    text = value.text
    return text.isascii() and text.isdigit() and len(text) <= 3 and 1 <= int(text) <= 100
