"""Read the questions of a quiz file: what every kind shares, then what its own kind adds."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from lianxue.content.citation import parse_citations
from lianxue.content.question import Material, Question, QuestionType, question_label
from lianxue.content.question_types.registry import MATERIAL, QUESTION_TYPES
from lianxue.content.vocabulary import (
    DIFFICULTIES,
    DISCIPLINES,
    FIELD_NAMES,
    QUESTION_TYPE_NAMES,
)
from lianxue.reading.entry import Entry, nearest_name, open_entry
from lianxue.reading.problem import Level, Problem, Report
from lianxue.reading.yaml_source import Mapping as MappingNode
from lianxue.reading.yaml_source import Node, Scalar, Sequence

COMMON_FIELDS = frozenset(
    ["id", "type", "stem", "explanation", "cite", "discipline", "difficulty", "tags", "status", "waive"]
)
MATERIAL_FIELDS = frozenset(["id", "type", "text", "questions"])
UNSETTLED = ("unsettled", "待确认")
# What may be missing or doubtful in one question; what must be mended cannot be waived.
WAIVABLE = ("no-explanation", "no-citation", "duplicate-stem", "stale-citation")
_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*$")
# Markdown links and images, and anything HTML would take for a tag.
_MARKUP = re.compile(r"!?\[[^\]]*\]\([^)]*\)|</?[A-Za-z][^<>]*>|<!--")


@dataclass(slots=True)
class _Numbering:
    """Questions count through a file, materials included; ids are used once."""

    quiz: str
    regulation: str
    last: int = 0
    ids: dict[str, int] = field(default_factory=dict)  # id → line


def parse_questions(quiz: Entry, quiz_id: str, regulation: str) -> tuple[Question | Material, ...]:
    """The questions and materials under `questions`, without the broken ones."""
    numbering = _Numbering(quiz_id, regulation)
    return tuple(_parse_parts(quiz, numbering))


def _parse_parts(parent: Entry, numbering: _Numbering) -> Iterator[Question | Material]:
    for mapping in _mappings(parent):
        kind = _field_text(mapping, "type")
        if QUESTION_TYPE_NAMES.get(kind, kind) == MATERIAL:
            material = _parse_material(mapping, parent.report, numbering)
            if material is not None:
                yield material
        else:
            question = _parse_question(mapping, parent.report, numbering)
            if question is not None:
                yield question


def _mappings(parent: Entry) -> Iterator[MappingNode]:
    node = parent.node("questions")
    if node is None:
        return
    if not isinstance(node, Sequence):
        message = "questions 应是列表：每道题以“- id: …”开头"
        parent.note("questions", "wrong-kind", message)
        return
    for item in node.items:
        if isinstance(item, MappingNode):
            yield item
        else:
            message = "每道题应以“- id: …”开头，下面一行一个字段"
            parent.note_at(item.place, "wrong-kind", message)


def _field_text(mapping: MappingNode, name: str) -> str:
    for key, value in mapping.items:
        if FIELD_NAMES.get(key.text, key.text) == name and isinstance(value, Scalar):
            return value.text
    return ""


def _parse_material(mapping: MappingNode, report: Report, numbering: _Numbering) -> Material | None:
    material_id = _field_text(mapping, "id")
    entry = open_entry(mapping, f"材料（{material_id}）" if material_id else "材料", report, FIELD_NAMES)
    entry.only(MATERIAL_FIELDS)
    _check_id(entry, material_id, numbering)
    text = entry.text("text", required=True)
    _check_markup(entry, "text")
    if not entry.has("questions"):
        entry.note("questions", "missing-field", "缺少 questions：请写出材料后面的题目")
    questions = []
    for part in _parse_parts(entry, numbering):
        if isinstance(part, Question):
            questions.append(part)
        else:
            entry.note("questions", "wrong-kind", "材料里不能再放材料")
    if not text or not questions:
        return None
    return Material(id=material_id, text=text, questions=tuple(questions))


def _parse_question(mapping: MappingNode, report: Report, numbering: _Numbering) -> Question | None:
    numbering.last += 1
    question_id = _field_text(mapping, "id")
    own = Report()
    label = question_label(numbering.last, question_id)
    entry = open_entry(mapping, label, own, FIELD_NAMES)
    question_type = _parse_type(entry)
    question = None
    if question_type is not None:
        entry.only(COMMON_FIELDS | question_type.fields)
        question = _parse_fields(entry, question_type, question_id, numbering)
    waived = question.waived if question else _parse_waivers(entry)
    report.extend(problem for problem in own.problems if not is_waived(problem, waived))
    is_broken = any(p.level is Level.MUST_FIX and p.rule != "unsettled" for p in own.problems)
    return None if is_broken else question


def _parse_type(entry: Entry) -> QuestionType | None:
    written = entry.text("type", required=True)
    name = QUESTION_TYPE_NAMES.get(written, written)
    if name in QUESTION_TYPES:
        return QUESTION_TYPES[name]
    if written:
        known = (*QUESTION_TYPES, MATERIAL)
        nearest = nearest_name(written, known)
        hint = f"，是不是 {nearest}？" if nearest else "。"
        message = f"题型“{written}”不认识{hint}可用：{'、'.join(known)}"
        entry.note("type", "unknown-value", message)
    return None


def _parse_fields(
    entry: Entry, question_type: QuestionType, question_id: str, numbering: _Numbering
) -> Question | None:
    _check_id(entry, question_id, numbering)
    stem = entry.text("stem", required=True)
    explanation = entry.text("explanation")
    waived = _parse_waivers(entry)
    citations = parse_citations(entry, numbering.regulation)
    if not explanation:
        entry.note("explanation", "no-explanation", "没有解析（explanation）：学员答错后看不到为什么")
    if not entry.has("cite"):
        entry.note("cite", "no-citation", "没有依据（cite）：请写明哪部法规第几条")
    for name in ("stem", "explanation", "options", "left", "right", "points"):
        _check_markup(entry, name)
    status = entry.one_of("status", UNSETTLED)
    if status:
        entry.note("status", "unsettled", "这道题还待确认：核对后删去 status 一行")
    body = question_type.parse(entry)
    if body is None or not stem:
        return None
    return Question(
        id=question_id,
        quiz=numbering.quiz,
        type=question_type,
        number=numbering.last,
        stem=stem,
        body=body,
        explanation=explanation,
        citations=citations,
        discipline=entry.one_of("discipline", DISCIPLINES),
        difficulty=entry.one_of("difficulty", DIFFICULTIES),
        tags=entry.texts("tags"),
        is_unsettled=bool(status),
        waived=waived,
        place=entry.place,
    )


def _check_id(entry: Entry, question_id: str, numbering: _Numbering) -> None:
    if not question_id:
        entry.note("id", "missing-field", "缺少 id：请起一个编号，如 gift-limits，以后不再改")
    elif not _ID.match(question_id):
        message = f"编号“{question_id}”只能用小写英文字母、数字和连字符，如 gift-limits"
        entry.note("id", "bad-id", message)
    elif question_id in numbering.ids:
        line = numbering.ids[question_id]
        entry.note("id", "duplicate-id", f"编号 {question_id} 在第 {line} 行已用过：请另起一个")
    else:
        numbering.ids[question_id] = entry.fields["id"][1].place.line


def _check_markup(entry: Entry, name: str) -> None:
    """Question text is plain but for **bold**: provisions go to `cite`."""
    node = entry.node(name)
    for scalar in _scalars(node) if node is not None else ():
        match = _MARKUP.search(scalar.text)
        if match:
            message = f"题目文字里不能放链接、图片和 HTML：“{match.group()}”。依据请写在 cite"
            entry.note_at(scalar.place, "question-markup", message)


def _scalars(node: Node) -> Iterator[Scalar]:
    if isinstance(node, Scalar):
        yield node
    elif isinstance(node, Sequence):
        for item in node.items:
            yield from _scalars(item)
    else:
        for _key, value in node.items:
            yield from _scalars(value)


def _parse_waivers(entry: Entry) -> Mapping[str, str]:
    """Rules that do not apply to this question, each with a reason."""
    waived: dict[str, str] = {}
    for key, value in entry.pairs("waive"):
        if key.text in WAIVABLE:
            waived[key.text] = value.text
        else:
            message = f"“{key.text}”不能免检。可以免检的有：{'、'.join(WAIVABLE)}"
            entry.note_at(key.place, "bad-waive", message)
    return waived


def is_waived(problem: Problem, waived: Mapping[str, str]) -> bool:
    """Whether a question's own waivers cover a problem."""
    return problem.rule in waived
