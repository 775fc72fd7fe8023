"""A booklet as a Word file: cover, contents with page numbers, months, answers at the end."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from docx.document import Document
from docx.enum.section import WD_SECTION
from docx.text.paragraph import Paragraph

from desk.booklets.booklet import ANSWERS, Booklet, MonthPart, Page
from desk.booklets.facts import QUIZ_NOTE, REGULATION_HEADS, lesson_facts, regulation_cells
from desk.booklets.reading import PageReading
from desk.papers.key_docx import add_answer
from desk.papers.paper_docx import add_line, add_material, add_question, line_characters
from desk.papers.question_list import quiz_groups
from desk.word.fields import Entry, add_bookmark, add_contents, add_dashed_numbers, restart_numbers
from desk.word.markdown import add_page
from desk.word.pages import A4, new_document, set_sheet
from desk.word.rich import Dress
from desk.word.saving import docx_bytes
from desk.word.tables import LEFT, add_grid, fill_cell, repeat_header, shade
from desk.word.text import new_paragraph, set_text
from lianxue.content.catalog import Catalog
from lianxue.content.quiz import Quiz


@dataclass(slots=True)
class _Headings:
    """Hands out the bookmarks of the headings in the order in which the contents list them."""

    entries: Iterator[Entry]
    number: int = field(default=0)

    def add(self, document: Document, level: int, text: str) -> Paragraph:
        entry = next(self.entries)
        assert entry.text == text, "contents and body walk the booklet in the same order"
        paragraph = new_paragraph(document, f"Heading {level}")
        set_text(paragraph, text)
        self.number += 1
        add_bookmark(paragraph, entry.bookmark, self.number)
        return paragraph


def booklet_docx(booklet: Booklet, catalog: Catalog, reading: PageReading) -> bytes:
    """The whole booklet on A4."""
    document = new_document(A4, title=f"{booklet.title}（{booklet.period}）", author=booklet.organisation)
    _add_cover(document, booklet)
    entries = list(contents(booklet))
    add_line(document, "目　　录", "Title").paragraph_format.page_break_before = True
    add_contents(document, entries)
    body = document.add_section(WD_SECTION.NEW_PAGE)
    set_sheet(body, A4)
    restart_numbers(body)
    add_dashed_numbers(body)
    headings = _Headings(iter(entries))
    for place, month in enumerate(booklet.months):
        _add_month(document, month, headings, catalog, reading, is_first=place == 0)
    _add_answers(document, booklet, headings, catalog)
    return docx_bytes(document)


def contents(booklet: Booklet) -> Iterator[Entry]:
    """Every heading of the first two levels, in order."""
    for number, (level, text) in enumerate(_headings(booklet), start=1):
        yield Entry(level, text, f"_Toc{number:06d}")


def _headings(booklet: Booklet) -> Iterator[tuple[int, str]]:
    for month in booklet.months:
        yield 1, month.title
        yield from ((2, page.title) for page in month.lessons)
        if month.regulations:
            yield 2, "本月法规"
        yield from ((2, f"案例：{page.title}") for page in month.cases)
        yield from ((2, quiz.title) for quiz in month.quizzes)
    if booklet.quizzes:
        yield 1, ANSWERS
        yield from ((2, quiz.title) for quiz in booklet.quizzes)


def _add_cover(document: Document, booklet: Booklet) -> None:
    add_line(document, booklet.title, "封面标题")
    add_line(document, f"（{booklet.period}）", "封面期次")
    add_line(document, booklet.organisation, "封面单位")


def _add_month(
    document: Document,
    month: MonthPart,
    headings: _Headings,
    catalog: Catalog,
    reading: PageReading,
    *,
    is_first: bool,
) -> None:
    heading = headings.add(document, 1, month.title)
    heading.paragraph_format.page_break_before = not is_first  # the section begins on a new page
    for page in month.lessons:
        headings.add(document, 2, page.title)
        add_line(document, lesson_facts(page), "注释")
        _add_page(document, page, reading)
    if month.regulations:
        headings.add(document, 2, "本月法规")
        _add_regulations(document, month)
    for page in month.cases:
        headings.add(document, 2, f"案例：{page.title}")
        _add_page(document, page, reading)
    for quiz in month.quizzes:
        headings.add(document, 2, quiz.title)
        _add_quiz(document, quiz, catalog, with_answers=False)


def _add_page(document: Document, page: Page, reading: PageReading) -> None:
    html = reading.html(page, QUIZ_NOTE)
    dress = Dress(line_width=A4.line_width)
    path = page.source.path
    add_page(document, html, root=reading.root, path=path, dress=dress, remark=reading.remark)


def _add_regulations(document: Document, month: MonthPart) -> None:
    widths = [A4.line_width * share for share in (0.44, 0.2, 0.2, 0.16)]
    table = add_grid(document, widths, 1 + len(month.regulations), row_height=8)
    rows = list(table.rows)
    for cell, text in zip(rows[0].cells, REGULATION_HEADS, strict=True):
        fill_cell(cell, text, bold=True)
        shade(cell, "F2F2F2")
    repeat_header(rows[0])
    for row, regulation in zip(rows[1:], month.regulations, strict=True):
        for place, (cell, text) in enumerate(zip(row.cells, regulation_cells(regulation), strict=True)):
            fill_cell(cell, text, "表格文字" if place else LEFT)


def _add_quiz(document: Document, quiz: Quiz, catalog: Catalog, *, with_answers: bool) -> None:
    for group in quiz_groups(quiz, catalog, line_characters(A4)):
        if not with_answers:
            add_material(document, group)
        for question in group.questions:
            if with_answers:
                add_answer(document, question, is_numbered=True)
            else:
                add_question(document, question, A4, label=question.type_label)


def _add_answers(document: Document, booklet: Booklet, headings: _Headings, catalog: Catalog) -> None:
    if not booklet.quizzes:
        return
    headings.add(document, 1, ANSWERS).paragraph_format.page_break_before = True
    for quiz in booklet.quizzes:
        headings.add(document, 2, quiz.title)
        _add_quiz(document, quiz, catalog, with_answers=True)
