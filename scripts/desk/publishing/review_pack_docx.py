"""A 送审单 as a Word file: what is handed in, where people sign, then everything they sign for."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

import markdown
from docx.document import Document

from desk.papers.paper_docx import add_line
from desk.papers.question_list import add_quiz
from desk.publishing.review_pack import ReviewPack
from desk.word.fields import add_page_numbers
from desk.word.markdown import add_markdown
from desk.word.pages import A4, new_document
from desk.word.rich import Dress
from desk.word.saving import docx_bytes
from desk.word.tables import LEFT, add_grid, fill_cell, keep_rows_together, shade
from lianxue.content.catalog import Catalog
from lianxue.content.page import title_of
from lianxue.reading.problem import Level
from lianxue.reading.spelling import day_words, period_words
from lianxue.rendering.problem_lines import NOTHING_FOUND, problem_lines

SIGNERS = ("起草", "科室审核", "分管领导签发")
_CHANGED = re.compile(r"(?P<path>(?:docs|quizzes)/\S+\.(?:md|ya?ml))(?: 的题目 (?P<question>\S+))?")
_STEM = 24  # characters of a question
QUIZ_NOTE = "<p>（自测题附在课文之后。）</p>"


def review_pack_docx(
    pack: ReviewPack,
    root: Path,
    reader: markdown.Markdown,
    *,
    organisation: str,
    on: date,
    remark: Callable[[str], None],
) -> bytes:
    """The whole 送审单 on A4. `remark` is told of pictures that could not be put in."""
    title = f"{period_words(pack.month)}学习内容送审单"
    document = new_document(A4, title=title, author=organisation)
    add_page_numbers(document.sections[0], f"{title}　校验码 {pack.code}")
    if organisation:
        add_line(document, organisation, "Subtitle")
    add_line(document, title, "Title")
    _add_facts(document, pack, on)
    _add_signatures(document)
    add_line(document, "检查结果", "Heading 2")
    _add_lines(document, _findings(pack))
    add_line(document, "与上次送审相比，其他内容的改动", "Heading 2")
    _add_lines(document, _changes(pack))
    for page in pack.pages:
        heading = add_line(document, title_of(page), "Heading 1")
        heading.paragraph_format.page_break_before = True
        add_line(document, page.path, "注释")
        add_markdown(
            document,
            page.body,
            root=root,
            path=page.path,
            reader=reader,
            dress=Dress(line_width=A4.line_width),
            quiz_note=QUIZ_NOTE,
            remark=remark,
        )
    for quiz in pack.quizzes:
        heading = add_line(document, f"{quiz.title}（{len(quiz.questions)} 题，附答案和依据）", "Heading 1")
        heading.paragraph_format.page_break_before = True
        add_line(document, quiz.path, "注释")
        add_quiz(document, quiz, pack.catalog, with_answers=True)
    return docx_bytes(document)


def _add_facts(document: Document, pack: ReviewPack, on: date) -> None:
    questions = sum(len(quiz.questions) for quiz in pack.quizzes)
    rows = (
        ("送审内容", "、".join(f"《{title_of(page)}》" for page in pack.pages)),
        ("自测题", f"{len(pack.quizzes)} 套，共 {questions} 题" if questions else "没有"),
        ("送审日期", day_words(on)),
        ("校验码", f"{pack.code}（签发登记时核对；内容改动后校验码随之改变）"),
    )
    table = add_grid(document, [A4.line_width * 0.18, A4.line_width * 0.82], len(rows), row_height=9)
    for row, (name, value) in zip(table.rows, rows, strict=True):
        fill_cell(row.cells[0], name, bold=True)
        shade(row.cells[0], "F2F2F2")
        fill_cell(row.cells[1], value, LEFT)


def _add_signatures(document: Document) -> None:
    add_line(document, "审签", "Heading 2")
    widths = [A4.line_width * share for share in (0.18, 0.42, 0.2, 0.2)]
    table = add_grid(document, widths, 1 + len(SIGNERS), row_height=22)
    table.rows[0].height = None
    for cell, text in zip(table.rows[0].cells, ("环节", "意见", "签字", "日期"), strict=True):
        fill_cell(cell, text, bold=True)
        shade(cell, "F2F2F2")
    for row, signer in zip(list(table.rows)[1:], SIGNERS, strict=True):
        fill_cell(row.cells[0], signer, bold=True)
        fill_cell(row.cells[1], "□ 同意　　□ 修改后同意", LEFT)
        fill_cell(row.cells[3], "　　年　月　日")
    keep_rows_together(table)


def _findings(pack: ReviewPack) -> Sequence[str]:
    own = problem_lines(pack.problems) or [f"{NOTHING_FOUND}。"]
    others = [
        f"{level.value} {pack.other_problems[level]} 处" for level in Level if pack.other_problems[level]
    ]
    return [*own, f"本月以外的内容：{'，'.join(others)}。"] if others else own


def _changes(pack: ReviewPack) -> Sequence[str]:
    since = []
    if pack.record.signed:
        signed = [_with_title(change, pack.catalog) for change in pack.signed_changes]
        since = [f"与本月已签发的内容（校验码 {pack.record.signed.code}）相比：", *signed]
    if not pack.previous:
        return [*since, "更早的月份没有送审记录，其余内容没有可比的。"]
    changes = [_with_title(change, pack.catalog) for change in pack.changes]
    return [*since, f"与 {pack.previous} 送审时相比：", *(changes or ["没有改动。"])]


def _with_title(change: str, catalog: Catalog) -> str:
    """A change with what its file is called, and what the question asks: leaders know no paths."""
    match = _CHANGED.search(change)
    path = match["path"] if match else ""
    quizzes = (*catalog.quizzes.values(), *catalog.withdrawn_quizzes.values())
    quiz = next((quiz for quiz in quizzes if quiz.path == path), None)
    title = quiz.title if quiz else title_of(catalog.sources[path]) if path in catalog.sources else ""
    if not title:
        return change
    asked = [one for one in quiz.questions if one.id == match["question"]] if quiz and match else []
    question = "".join(
        f"第 {one.number} 题：{one.stem[:_STEM]}　现在的答案：{'；'.join(one.body.answer_lines())}"
        for one in asked
    )
    is_down = path in catalog.withdrawn or (quiz is not None and quiz.withdrawal is not None)
    return f"{change}（《{title}》{question}{'，已撤下' if is_down else ''}）"


def _add_lines(document: Document, lines: Sequence[str]) -> None:
    for line in lines:
        add_line(document, line, "表格正文")
