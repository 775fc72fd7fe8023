"""The answer sheet (答题卡) as a Word file."""

from __future__ import annotations

from docx.document import Document
from docx.shared import Pt

from desk.papers.paper_docx import add_line
from desk.papers.views import QuestionView, SectionView, VariantView
from desk.word.fields import add_page_numbers
from desk.word.pages import A4, new_document
from desk.word.saving import docx_bytes
from desk.word.tables import add_grid, fill_cell, keep_rows_together, shade
from desk.word.text import new_paragraph

IDENTITY = ("单位", "岗位", "姓名", "得分")
PER_ROW = 10  # questions beside each other
_HEAD = 14.0  # mm, the column that says 题号 and 答案
_GROUND = "F2F2F2"
GRID_TYPES = ("single_choice", "multiple_choice", "true_false")


def sheet_docx(view: VariantView) -> bytes:
    """One page or more to write the answers on, sized for what belongs there."""
    title = f"{view.title}　{view.name}".strip()
    document = new_document(A4, title=f"{title}　答题卡", author=view.organisation)
    add_page_numbers(document.sections[0], f"{title}　答题卡")
    add_line(document, view.title, "Subtitle")
    add_line(document, f"答题卡　{view.name}".strip(), "Title")
    _add_identity(document)
    for section in view.sections:
        add_line(document, section.heading, "大题")
        if section.type in GRID_TYPES:
            _add_grid(document, section)
        else:
            for question in section.questions:
                _ADDERS[section.type](document, question)
    return docx_bytes(document)


def _add_identity(document: Document) -> None:
    widths = [16.0, 34.0, 16.0, 27.0, 16.0, 27.0, 14.0, 16.0]
    table = add_grid(document, widths, 1, row_height=9)
    for place, text in enumerate(IDENTITY):
        cell = table.rows[0].cells[place * 2]
        fill_cell(cell, text)
        shade(cell, _GROUND)


def _add_grid(document: Document, section: SectionView) -> None:
    """题号 above 答案, ten questions a row."""
    width = (A4.line_width - _HEAD) / PER_ROW
    questions = section.questions
    for start in range(0, len(questions), PER_ROW):
        row = questions[start : start + PER_ROW]
        table = add_grid(document, [_HEAD, *[width] * PER_ROW], 2, row_height=8)
        fill_cell(table.rows[0].cells[0], "题号")
        fill_cell(table.rows[1].cells[0], "答案")
        for cell in table.rows[0].cells:
            shade(cell, _GROUND)
        for question, cell in zip(row, table.rows[0].cells[1:], strict=False):
            fill_cell(cell, str(question.number))
        keep_rows_together(table)
        gap = new_paragraph(document, "注释")  # else Word makes one table of two
        gap.paragraph_format.line_spacing = Pt(5)


def _add_gaps(document: Document, question: QuestionView) -> None:
    is_one = len(question.gaps) == 1
    lines = ["_" * max(12, width * 2 + 2) for width in question.gaps]
    numbered = [line if is_one else f"（{number}）{line}" for number, line in enumerate(lines, start=1)]
    _add_blank(document, question, "　".join(numbered))


def _add_pairs(document: Document, question: QuestionView) -> None:
    _add_blank(document, question, "　　".join(f"{side.label} — ______" for side in question.left))


def _add_sequence(document: Document, question: QuestionView) -> None:
    _add_blank(document, question, " → ".join("______" for _ in question.answer))


def _add_blank(document: Document, question: QuestionView, text: str) -> None:
    paragraph = add_line(document, f"{question.number}．{text}", "题末")
    paragraph.paragraph_format.line_spacing = 1.8


def _add_room(document: Document, question: QuestionView) -> None:
    add_line(document, f"{question.number}．（{question.points} 分）", "题干")
    add_grid(document, [A4.line_width], question.room, row_height=9)


_ADDERS = {
    "fill_in": _add_gaps,
    "matching": _add_pairs,
    "ordering": _add_sequence,
    "short_answer": _add_room,
}
