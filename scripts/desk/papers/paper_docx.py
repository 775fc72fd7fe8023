"""The paper itself (试卷) as a Word file."""

from __future__ import annotations

from docx.document import Document
from docx.enum.table import WD_CELL_VERTICAL_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Mm, Pt
from docx.text.paragraph import Paragraph

from desk.papers.views import GroupView, OptionView, QuestionView, SectionView, VariantView
from desk.word.fields import add_page_numbers
from desk.word.pages import A3_SEALED, A4_SEALED, Sheet, new_document
from desk.word.rich import add_blocks
from desk.word.saving import docx_bytes
from desk.word.seal import add_seal
from desk.word.tables import add_grid, fill_cell, keep_rows_together
from desk.word.text import add_inline, new_paragraph, set_text
from lianxue.reading.chinese_numerals import format_number

SHEETS = {"A4": A4_SEALED, "A3": A3_SEALED}
_BODY = 10.5  # points, 五号
_POINT = 25.4 / 72  # mm


def line_characters(sheet: Sheet) -> float:
    """How many characters of the body a line holds."""
    return sheet.line_width / (_BODY * _POINT)


def paper_docx(view: VariantView, sheet: Sheet) -> bytes:
    """One variant on A4, or on A3 in two columns, with the sealing line on its first page."""
    document = new_document(sheet, title=f"{view.title}{view.name}", author=view.organisation)
    add_page_numbers(document.sections[0], _running_title(view))
    _add_head(document, view, sheet)
    for section in view.sections:
        add_section_head(document, section)
        for group in section.groups:
            _add_group(document, group, sheet)
    return docx_bytes(document)


def _running_title(view: VariantView) -> str:
    return f"{view.title}　{view.name}".strip()


def _add_head(document: Document, view: VariantView, sheet: Sheet) -> None:
    heads = [(view.organisation, "Subtitle")] if view.organisation else []
    first, *_ = [add_line(document, text, style) for text, style in [*heads, (view.title, "Title")]]
    add_seal(document, first, sheet)
    if view.name:
        add_line(document, view.name, "Subtitle")
    add_line(document, view.facts, "卷首说明")
    _add_scores(document, view, sheet)
    title = add_line(document, "注意事项", "小标题")
    title.paragraph_format.space_before = Pt(8)
    for text in view.instructions:
        add_line(document, text, "注意事项")


def _add_scores(document: Document, view: VariantView, sheet: Sheet) -> None:
    """Where whoever marks the paper writes the points of each section."""
    heads = ["题号", *(format_number(place + 1) for place in range(len(view.sections))), "总分", "评卷人"]
    width = min(20.0, sheet.line_width / len(heads))
    table = add_grid(document, [width] * len(heads), 2, row_height=7)
    for cell, text in zip(table.rows[0].cells, heads, strict=True):
        fill_cell(cell, text)
    fill_cell(table.rows[1].cells[0], "得分")
    keep_rows_together(table)


def add_line(document: Document, text: str, style: str) -> Paragraph:
    """A paragraph of plain words."""
    paragraph = new_paragraph(document, style)
    set_text(paragraph, text)
    return paragraph


def add_section_head(document: Document, section: SectionView) -> None:
    """一、单项选择题（每题 2 分，共 20 分） and what to do."""
    add_line(document, section.heading, "大题")
    add_line(document, section.task, "答题要求")


def _add_group(document: Document, group: GroupView, sheet: Sheet) -> None:
    add_material(document, group)
    for question in group.questions:
        add_question(document, question, sheet)
        if question.room:
            _add_room(document)


def add_material(document: Document, group: GroupView) -> None:
    """The text that questions share, with the sentence that says which."""
    if group.opening:
        add_line(document, group.opening, "答题要求").paragraph_format.space_before = Pt(6)
    if group.material:
        add_blocks(document, group.material, paragraph="材料", items="材料")


def add_question(
    document: Document, question: QuestionView, sheet: Sheet, *, label: str = "", is_answered: bool = False
) -> None:
    """Number, stem and options; none of it is torn from the rest, nor from an answer below.

    `label` is its type, where that is said.
    """
    has_more = bool(question.rows or question.left) or is_answered
    paragraph = new_paragraph(document, "题干" if has_more else "题末")
    set_text(paragraph, f"{question.number}．{f'（{label}）' if label else ''}")
    add_inline(paragraph, question.stem)
    if "<br" in question.stem:
        paragraph.alignment = WD_ALIGN_PARAGRAPH.LEFT  # a justified line would be torn wide at a break
    if question.left:
        _add_pairs(document, question, sheet)
        return
    for place, row in enumerate(question.rows):
        is_last = place == len(question.rows) - 1 and not is_answered
        _add_options(document, row, question.columns, sheet, "选项末行" if is_last else "选项")


def _add_options(
    document: Document, row: tuple[OptionView, ...], columns: int, sheet: Sheet, style: str
) -> None:
    """Options in columns of equal width by tab stops."""
    paragraph = new_paragraph(document, style)
    form = paragraph.paragraph_format
    if columns > 1:
        start = 2 * _BODY * _POINT
        width = (sheet.line_width - start) / columns
        form.left_indent, form.first_line_indent = Mm(start), Mm(0)
        for column in range(1, columns):
            form.tab_stops.add_tab_stop(Mm(start + column * width))
    for place, option in enumerate(row):
        set_text(paragraph, f"{chr(9) if place else ''}{option.label}．")
        add_inline(paragraph, option.text)


def _add_pairs(document: Document, question: QuestionView, sheet: Sheet) -> None:
    """The two sides of a matching beside each other."""
    right = [row[0] for row in question.rows]
    count = max(len(question.left), len(right))
    half = (sheet.line_width - 12) / 2
    table = add_grid(document, [half, half], count, lines=False)
    for place in range(count):
        for cell, side in zip(table.rows[place].cells, (question.left, right), strict=True):
            paragraph = fill_cell(cell, "", "选项" if place < count - 1 else "选项末行")
            if place < len(side):
                cell.vertical_alignment = WD_CELL_VERTICAL_ALIGNMENT.TOP
                set_text(paragraph, f"{side[place].label}．")
                add_inline(paragraph, side[place].text)


def _add_room(document: Document) -> None:
    """Room for a draft; the answer itself goes on the sheet."""
    paragraph = new_paragraph(document, "题末")
    paragraph.paragraph_format.space_after = Pt(60)
