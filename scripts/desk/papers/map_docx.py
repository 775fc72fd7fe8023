"""The table that maps variants as a Word file."""

from __future__ import annotations

from collections.abc import Iterable

from docx.document import Document

from desk.papers.mapping import MappedQuestion
from desk.papers.paper import Paper
from desk.papers.paper_docx import add_line
from desk.word.fields import add_page_numbers
from desk.word.pages import A4_WIDE, new_document
from desk.word.saving import docx_bytes
from desk.word.tables import LEFT, add_grid, fill_cell, repeat_header, shade

NOTE = "左起第一套卷的第几题，是其他各套卷的第几题；选项一栏写明第一套卷的选项在该卷里的编号。本表供阅卷和讲评使用，不发给考生。"


def map_docx(paper: Paper, mapped: Iterable[MappedQuestion]) -> bytes:
    """One row a question, on wide paper."""
    document = new_document(A4_WIDE, title=f"{paper.title}　对照表", author=paper.organisation)
    add_page_numbers(document.sections[0], f"{paper.title}　对照表")
    add_line(document, paper.title, "Subtitle")
    add_line(document, "各卷对照表", "Title")
    add_line(document, NOTE, "注意事项").paragraph_format.first_line_indent = None
    _add_table(document, paper, list(mapped))
    return docx_bytes(document)


def heads(paper: Paper) -> list[str]:
    """The names of the columns."""
    first, *others = [variant.name for variant in paper.variants]
    columns = ["题型", f"{first} 卷", "答案"]
    for name in others:
        columns += [f"{name} 卷", f"选项（{first}→{name}）", "答案"]
    return [*columns, "题目编号"]


def cells(question: MappedQuestion) -> list[str]:
    """The words of one row, as `heads` names them."""
    first, *others = question.standings
    row = [question.section, str(first.number), first.answer]
    for standing in others:
        row += [str(standing.number), standing.options, standing.answer]
    return [*row, question.id]


def _add_table(document: Document, paper: Paper, mapped: list[MappedQuestion]) -> None:
    weights = [1.4, 1.2, 2.0, *[1.2, 4.6, 2.0] * (len(paper.variants) - 1), 5.0]
    widths = [A4_WIDE.line_width * weight / sum(weights) for weight in weights]
    table = add_grid(document, widths, 1 + len(mapped))
    rows = list(table.rows)
    for cell, text in zip(rows[0].cells, heads(paper), strict=True):
        fill_cell(cell, text, bold=True)
        shade(cell, "F2F2F2")
    repeat_header(rows[0])
    for row, question in zip(rows[1:], mapped, strict=True):
        texts = cells(question)
        for place, (cell, text) in enumerate(zip(row.cells, texts, strict=True)):
            fill_cell(cell, text, LEFT if place == len(texts) - 1 else "表格文字")
