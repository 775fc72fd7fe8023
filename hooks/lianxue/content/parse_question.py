"""Read the questions of a quiz file: what every kind shares, then what its own kind adds."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from lianxue.content.citation import parse_citations
from lianxue.content.draft_question import DraftQuestion, open_reasons, other_problems, unsettled_message
from lianxue.content.question import Material, Question, QuestionCitations, QuestionType, question_label
from lianxue.content.question_types.options import parse_options
from lianxue.content.question_types.registry import MATERIAL, QUESTION_TYPES
from lianxue.content.vocabulary import (
    DIFFICULTIES,
    DISCIPLINES,
    FIELD_NAMES,
    LINT_RULES,
    QUESTION_TYPE_NAMES,
    UNSETTLED,
)
from lianxue.content.written_fields import written_fields
from lianxue.reading.entry import Entry, nearest_name, open_entry
from lianxue.reading.problem import Problem, Report
from lianxue.reading.spelling import is_plain_id
from lianxue.reading.yaml_source import Mapping as MappingNode
from lianxue.reading.yaml_source import Node, Scalar, Sequence

COMMON_FIELDS = frozenset(
    ["id", "type", "stem", "explanation", "cite", "discipline", "difficulty", "tags", "status", "waive"]
)
MATERIAL_FIELDS = frozenset(["id", "type", "text", "questions"])
# What a question may have while nobody knows its type.
ANY_FIELDS = COMMON_FIELDS.union(MATERIAL_FIELDS, *(kind.fields for kind in QUESTION_TYPES.values()))
# What may be missing or doubtful in one question; what must be mended cannot be waived.
WAIVABLE = ("no-explanation", "no-citation", "duplicate-stem", "stale-citation", "wording", *LINT_RULES)
# Markdown links and images, and anything HTML would take for a tag.
MARKUP = re.compile(r"!?\[[^\]]*\]\([^)]*\)|</?[A-Za-z][^<>]*>|<!--")


@dataclass(slots=True)
class _Numbering:
    """Questions count through a file, materials included; ids are used once."""

    quiz: str
    regulation: str
    last: int = 0
    ids: dict[str, int] = field(default_factory=dict)  # id → line
    citations: list[QuestionCitations] = field(default_factory=list)
    drafts: list[DraftQuestion] = field(default_factory=list)
    material: tuple[str, str] = ("", "")  # id and text of the one whose questions are being read


def parse_questions(
    quiz: Entry, quiz_id: str, regulation: str
) -> tuple[tuple[Question | Material, ...], tuple[QuestionCitations, ...], tuple[DraftQuestion, ...]]:
    """What stands under `questions` without the broken ones, what all of them cite, and the drafts."""
    numbering = _Numbering(quiz_id, regulation)
    parts = tuple(_parse_parts(quiz, numbering))
    return parts, tuple(numbering.citations), tuple(numbering.drafts)


def _parse_parts(quiz: Entry, numbering: _Numbering) -> Iterator[Question | Material]:
    for mapping in _mappings(quiz, numbering):
        part: Question | Material | None
        if _is_material(mapping):
            part = _parse_material(mapping, quiz.report, numbering)
        else:
            part = _parse_question(mapping, quiz.report, numbering)
        if part is not None:
            yield part


def _mappings(parent: Entry, numbering: _Numbering) -> Iterator[MappingNode]:
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
            numbering.last += 1  # the author counts it too
            message = "每道题应以“- id: …”开头，下面一行一个字段"
            parent.note_at(item.place, "wrong-kind", message)


def _is_material(mapping: MappingNode) -> bool:
    """Whether it is a material; where the type is none we know, `questions` gives it away."""
    written = _field_text(mapping, "type")
    name = QUESTION_TYPE_NAMES.get(written, written)
    if name == MATERIAL or name in QUESTION_TYPES:
        return name == MATERIAL
    return any(FIELD_NAMES.get(key.text, key.text) == "questions" for key, _value in mapping.items)


def _field_text(mapping: MappingNode, name: str) -> str:
    for key, value in mapping.items:
        if FIELD_NAMES.get(key.text, key.text) == name and isinstance(value, Scalar):
            return value.text
    return ""


def _parse_material(mapping: MappingNode, report: Report, numbering: _Numbering) -> Material | None:
    material_id = _field_text(mapping, "id")
    entry = open_entry(mapping, f"材料（{material_id}）" if material_id else "材料", report, FIELD_NAMES)
    _parse_type(entry)
    entry.only(MATERIAL_FIELDS)
    _check_id(entry, material_id, numbering)
    text = entry.text("text", required=True)
    _check_markup(entry, "text")
    if not entry.has("questions"):
        entry.note("questions", "missing-field", "缺少 questions：请写出材料后面的题目")
    numbering.material = (material_id, text)
    questions = tuple(_parse_inner_questions(entry, numbering))
    numbering.material = ("", "")
    if not text or not questions:
        return None
    return Material(id=material_id, text=text, questions=questions)


def _parse_inner_questions(material: Entry, numbering: _Numbering) -> Iterator[Question]:
    for mapping in _mappings(material, numbering):
        if _is_material(mapping):
            material.note_at(mapping.place, "wrong-kind", "材料里不能再放材料")
            _parse_material(mapping, material.report, numbering)
        else:
            question = _parse_question(mapping, material.report, numbering)
            if question is not None:
                yield question


def _parse_question(mapping: MappingNode, report: Report, numbering: _Numbering) -> Question | None:
    numbering.last += 1
    question_id = _field_text(mapping, "id")
    own = Report()
    entry = open_entry(mapping, question_label(numbering.last, question_id), own, FIELD_NAMES)
    cited = QuestionCitations(
        id=question_id,
        label=entry.label,
        citations=parse_citations(entry, numbering.regulation),
        waived=_parse_waivers(entry),
    )
    numbering.citations.append(cited)
    question = _parse_fields(entry, question_id, cited, numbering)
    if any(problem.rule == "unsettled" for problem in own.problems):
        _keep_draft(mapping, entry, question_id, report, numbering)
        return None
    report.extend(problem for problem in own.problems if not is_waived(problem, cited.waived))
    return None if own.must_fix() else question


def _keep_draft(
    mapping: MappingNode, entry: Entry, question_id: str, report: Report, numbering: _Numbering
) -> None:
    """A question that says itself that it is not settled has one problem, whatever it lacks."""
    reasons = open_reasons(entry.report.problems, entry.label)
    entry.report.problems[:] = other_problems(entry.report.problems)
    if not entry.report.must_fix():
        material, material_text = numbering.material
        draft = DraftQuestion(
            id=question_id,
            quiz=numbering.quiz,
            number=numbering.last,
            fields=written_fields(mapping),
            reasons=reasons,
            place=entry.place,
            material=material,
            material_text=material_text,
        )
        numbering.drafts.append(draft)
    entry.note("status", "unsettled", unsettled_message(reasons))
    report.extend(entry.report.problems)


def _parse_type(entry: Entry) -> QuestionType | None:
    """The type of a question; None for a material, and for a type that is noted as unknown."""
    written = entry.text("type", required=True)
    name = QUESTION_TYPE_NAMES.get(written, written)
    if written and name != MATERIAL and name not in QUESTION_TYPES:
        known = (*QUESTION_TYPES, MATERIAL)
        nearest = nearest_name(written, known)
        hint = f"，是不是 {nearest}？" if nearest else "。"
        message = f"题型“{written}”不认识{hint}可用：{'、'.join(known)}"
        entry.note("type", "unknown-value", message)
    return QUESTION_TYPES.get(name)


def _parse_fields(
    entry: Entry, question_id: str, cited: QuestionCitations, numbering: _Numbering
) -> Question | None:
    """The question; every field is read, and its problems noted, before one is missed."""
    question_type = _parse_type(entry)
    is_settled = entry.text("status") not in UNSETTLED
    entry.only(COMMON_FIELDS | question_type.fields if question_type and is_settled else ANY_FIELDS)
    _check_id(entry, question_id, numbering)
    _check_support(entry)
    for name in ("stem", "explanation", "options", "left", "right", "points"):
        _check_markup(entry, name)
    stem = entry.text("stem", required=True)
    explanation = entry.text("explanation")
    discipline = entry.one_of("discipline", DISCIPLINES)
    difficulty = entry.one_of("difficulty", DIFFICULTIES)
    tags = entry.texts("tags")
    _check_status(entry)
    if question_type is None and entry.has("options"):
        parse_options(entry)
    body = question_type.parse(entry) if question_type else None
    if question_type is None or body is None or not stem:
        return None
    return Question(
        id=question_id,
        quiz=numbering.quiz,
        type=question_type,
        number=numbering.last,
        stem=stem,
        body=body,
        explanation=explanation,
        citations=cited.citations,
        discipline=discipline,
        difficulty=difficulty,
        tags=tags,
        waived=cited.waived,
        place=entry.place,
    )


def _check_support(entry: Entry) -> None:
    """A learner can see why an answer is right, and on what it rests."""
    if not entry.text("explanation"):
        entry.note("explanation", "no-explanation", "没有解析（explanation）：学员答错后看不到为什么")
    if not entry.has("cite"):
        entry.note("cite", "no-citation", "没有依据（cite）：请写明哪部法规第几条")


def _check_status(entry: Entry) -> None:
    if entry.one_of("status", UNSETTLED):
        entry.note("status", "unsettled", "")  # put into words once all is read


def _check_id(entry: Entry, question_id: str, numbering: _Numbering) -> None:
    if not question_id:
        entry.note("id", "missing-field", "缺少 id：请起一个编号，如 gift-limits，以后不再改")
    elif not is_plain_id(question_id):
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
        match = MARKUP.search(scalar.text)
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
