"""A list of questions as a Word file: what `export --to docx` writes."""

from __future__ import annotations

from collections.abc import Sequence

from docx.document import Document

from desk.papers.key_docx import add_answer
from desk.papers.paper import Group
from desk.papers.paper_docx import add_line, add_material, add_question, line_characters
from desk.papers.shuffling import print_question
from desk.papers.views import GroupView, opening_of, question_view
from desk.word.fields import add_page_numbers
from desk.word.pages import A4, new_document
from desk.word.saving import docx_bytes
from lianxue.content.catalog import Catalog
from lianxue.content.question import Material
from lianxue.content.quiz import Quiz
from lianxue.rendering.rich_text import render_block


def question_list_docx(
    quizzes: Sequence[Quiz],
    catalog: Catalog,
    *,
    with_answers: bool = True,
    title: str = "题目清单",
    organisation: str = "",
) -> bytes:
    """Every quiz under its title, its questions numbered from 1 in the author's order.

    `quizzes` may be cut down: what is printed are their `parts`.
    """
    document = new_document(A4, title=title, author=organisation)
    add_page_numbers(document.sections[0], title)
    if organisation:
        add_line(document, organisation, "Subtitle")
    add_line(document, title, "Title")
    count = sum(len(quiz.questions) for quiz in quizzes)
    add_line(
        document, f"共 {len(quizzes)} 套、{count} 题{'' if with_answers else '（不含答案）'}", "卷首说明"
    )
    for quiz in quizzes:
        add_line(document, f"{quiz.title}（{len(quiz.questions)} 题）", "大题")
        add_quiz(document, quiz, catalog, with_answers=with_answers)
    return docx_bytes(document)


def add_quiz(document: Document, quiz: Quiz, catalog: Catalog, *, with_answers: bool) -> None:
    """The questions of a quiz as its author wrote them, materials before theirs."""
    for group in quiz_groups(quiz, catalog, line_characters(A4)):
        add_material(document, group)
        for question in group.questions:
            add_question(document, question, A4, label=question.type_label, is_answered=with_answers)
            if with_answers:
                add_answer(document, question)


def quiz_groups(quiz: Quiz, catalog: Catalog, line: float) -> list[GroupView]:
    """The same as data for Word and for print pages; `line` as in `variant_view`."""
    groups = []
    number = 1
    for part in quiz.parts:
        members = part.questions if isinstance(part, Material) else (part,)
        printed = tuple(
            print_question(question, place, 0) for place, question in enumerate(members, start=number)
        )
        number += len(printed)
        material = part if isinstance(part, Material) else None
        groups.append(_view(Group(material, printed), catalog, line))
    return groups


def _view(group: Group, catalog: Catalog, line: float) -> GroupView:
    questions = tuple(question_view(printed, catalog, line) for printed in group.questions)
    if group.material is None:
        return GroupView("", render_block(""), questions)
    return GroupView(opening_of(group), render_block(group.material.text), questions)
