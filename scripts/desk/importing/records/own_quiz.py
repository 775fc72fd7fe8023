"""Read a quiz file of our own as drafts, question by question."""

from __future__ import annotations

from collections.abc import Iterator

from desk.documents.model import OpenedFile
from desk.drafts.draft import Draft, PaperReading, SourceLine, Unsure
from desk.failures import DeskError
from desk.importing.records.parts import Fields, draft_of_fields
from lianxue.content.question import Material
from lianxue.content.quiz import Quiz, parse_quiz
from lianxue.content.quiz_text import question_fields
from lianxue.reading.problem import Level, Place, Report


def read_quiz_file(opened: OpenedFile) -> PaperReading:
    """The questions of a quiz file with their ids; broken ones are unsure with what is wrong.

    Raises DeskError where the text is no quiz at all.
    """
    report = Report()
    quiz = parse_quiz(opened.raw, opened.name, "", report)
    problems = [p for p in report.problems if p.level is Level.MUST_FIX and p.rule != "unsettled"]
    if quiz is None:
        raise DeskError(f"《{opened.name}》第 {problems[0].line} 行：{problems[0].message}")
    texts = opened.raw.split("\n")

    def line_at(number: int) -> SourceLine:
        text = texts[number - 1].strip() if number <= len(texts) else ""
        return SourceLine(file=opened.name, where=f"第 {number} 行", text=text)

    drafts: list[Draft] = [
        draft_of_fields(
            fields, material=material, number=str(number), lines=(line_at(place.line),), reasons=reasons
        )
        for number, fields, material, place, reasons in sorted(_questions(quiz), key=lambda found: found[0])
    ]
    return PaperReading(
        file=opened.name,
        drafts=tuple(drafts),
        ignored=(),
        unsure=tuple(Unsure(line=line_at(problem.line), reason=problem.message) for problem in problems),
        remarks=("自测题的法规、合格线等设置和注释没有读入，只读题目",),
        title=quiz.title,
    )


def _questions(quiz: Quiz) -> Iterator[tuple[int, Fields, tuple[str, str], Place, tuple[str, ...]]]:
    """(number, fields, (id, text) of the material, place, what is open), settled ones and drafts."""
    for part in quiz.parts:
        material = (part.id, part.text) if isinstance(part, Material) else ("", "")
        for question in part.questions if isinstance(part, Material) else (part,):
            yield question.number, question_fields(question, quiz.regulation), material, question.place, ()
    for draft in quiz.drafts:
        yield draft.number, draft.fields, (draft.material, draft.material_text), draft.place, draft.reasons
