"""Answers and explanations (答案与解析) as a Word file, apart from the paper."""

from __future__ import annotations

from docx.document import Document
from docx.shared import Pt

from desk.papers.paper_docx import add_line, add_material, add_question
from desk.papers.sheet_docx import GRID_TYPES, PER_ROW
from desk.papers.views import NOT_WRITTEN, QuestionView, SectionView, VariantView
from desk.word.fields import add_page_numbers
from desk.word.pages import A4, new_document
from desk.word.rich import add_blocks
from desk.word.saving import docx_bytes
from desk.word.tables import add_grid, fill_cell, keep_rows_together, shade
from desk.word.text import add_inline, new_paragraph, set_text


def key_docx(view: VariantView) -> bytes:
    """A table of all keys to mark by, then every question with answer, explanation and citation."""
    title = f"{view.title}　{view.name}".strip()
    document = new_document(A4, title=f"{title}　答案与解析", author=view.organisation)
    add_page_numbers(document.sections[0], f"{title}　答案与解析")
    add_line(document, view.title, "Subtitle")
    add_line(document, f"答案与解析　{view.name}".strip(), "Title")
    add_line(document, view.facts, "卷首说明")
    gridded = [section for section in view.sections if section.type in GRID_TYPES]
    if gridded:
        add_line(document, "答案速查", "大题")
    for section in gridded:
        _add_keys(document, section)
    for section in view.sections:
        add_line(document, section.heading, "大题")
        for group in section.groups:
            add_material(document, group)
            for question in group.questions:
                add_question(document, question, A4, is_answered=True)
                add_answer(document, question)
    return docx_bytes(document)


def _add_keys(document: Document, section: SectionView) -> None:
    width = A4.line_width / PER_ROW
    questions = section.questions
    add_line(document, section.heading, "答题要求")
    for start in range(0, len(questions), PER_ROW):
        row = questions[start : start + PER_ROW]
        table = add_grid(document, [width] * PER_ROW, 2, row_height=6.5)
        for place, question in enumerate(row):
            fill_cell(table.rows[0].cells[place], str(question.number))
            fill_cell(table.rows[1].cells[place], "".join(question.answer), bold=True)
        for cell in table.rows[0].cells:
            shade(cell, "F2F2F2")
        keep_rows_together(table)
        gap = new_paragraph(document, "注释")  # else Word makes one table of two
        gap.paragraph_format.line_spacing = Pt(5)


def add_answer(document: Document, question: QuestionView, *, is_numbered: bool = False) -> None:
    """The answer in words, why it is right, and the article it rests on.

    It bears the question's number where the question itself does not stand above it.
    """
    answer = new_paragraph(document, "答案")
    if is_numbered:
        form = answer.paragraph_format
        form.first_line_indent, form.space_before = Pt(-21), Pt(5)
        set_text(answer, f"{question.number}．")
    set_text(answer, "参考要点：" if question.room else "答案：")
    add_inline(answer, question.answer_text)
    if question.points:
        set_text(answer, f"　（{question.points} 分）")
    add_blocks(document, question.because, paragraph="解析", items="解析")
    add_line(document, f"依据：{question.citations or NOT_WRITTEN}", "解析")
