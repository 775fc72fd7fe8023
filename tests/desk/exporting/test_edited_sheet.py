"""The exported workbook after people worked in it."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from tests.support.questions import Fields, quiz_of, selection_of

from desk.documents.reading import read_opened
from desk.drafts.draft import PaperReading
from desk.exporting.xlsx import export_xlsx
from desk.importing.records.reading import read_records

WHY: Fields = {"explanation": "守则写明。"}
PARTS: list[Fields] = [
    {
        "id": "often",
        "type": "single_choice",
        "stem": "多久学习一次？",
        "options": {"A": "每周", "B": "每月"},
        "answer": "B",
        **WHY,
    },
    {
        "id": "days",
        "type": "fill_in",
        "stem": "补学在____日内完成。",
        "answer": [{"accept": ["七", "7"]}],
        **WHY,
    },
    {
        "id": "story",
        "type": "material",
        "text": "某小组上月没有集中学习。",
        "questions": [{"id": "right", "type": "true_false", "stem": "这样做对吗？", "answer": "错", **WHY}],
    },
]
Edit = Callable[[Any], None]


@pytest.fixture
def edited(tmp_path: Path) -> Callable[[Edit], PaperReading]:
    """Export the three questions, edit the sheet, read it."""

    def run(edit: Edit) -> PaperReading:
        book = openpyxl.load_workbook(io.BytesIO(export_xlsx(selection_of(quiz_of(PARTS)))))
        edit(book["题目"])
        file = tmp_path / "题库.xlsx"
        book.save(file)
        return read_records(read_opened(file))

    return run


def put(sheet: Any, row: int, name: str, text: str | None) -> None:
    """Type into a cell of a column."""
    header = [str(cell.value).partition("（")[0] for cell in sheet[1]]
    sheet.cell(row, header.index(name) + 1).value = text


def test_new_row_without_id_is_a_new_question(edited: Callable[[Edit], PaperReading]) -> None:
    """Its answer may be written as trainers write it elsewhere."""

    def edit(sheet: Any) -> None:
        for name, text in (
            ("题型", "多选题"),
            ("题干", "谁点名？"),
            ("A", "甲"),
            ("B", "乙"),
            ("C", "丙"),
            ("答案", "a、c"),
        ):
            put(sheet, 6, name, text)

    draft = edited(edit).drafts[-1]
    assert (draft.id, draft.type, draft.doubts) == ("", "multiple_choice", ())


@pytest.mark.parametrize(
    ("row", "column", "text", "doubts"),
    [
        (2, "答案", "D", ("答案 D 不在选项 A、B 中",)),
        (2, "答案", None, ("没有答案",)),
        (2, "答案", "AB", ("题型是单选，答案却有 2 个：A、B",)),
        (2, "答案", "每月", ()),
        (2, "B", None, ("选项少于两个", "答案 B 不在选项 A 中")),
        (2, "题型", "选一选", ("看不出题型",)),
        (3, "答案", "七\n八", ("题干有 1 个空，答案有 2 个",)),
        (5, "答案", "大概对", ("判断题的答案“大概对”看不出是对还是错",)),
        (5, "所属材料", "random/other", ("找不到所属材料 random/other",)),
        (5, "状态", "待确认", ("文件里标为待确认",)),
    ],
)
def test_edit_that_does_not_fit_makes_a_doubt(
    edited: Callable[[Edit], PaperReading], row: int, column: str, text: str | None, doubts: tuple[str, ...]
) -> None:
    """And nothing else: the question keeps its id."""
    reading = edited(lambda sheet: put(sheet, row, column, text))
    (draft,) = [draft for draft in reading.drafts if draft.lines[-1].where.endswith(f"第 {row} 行")]
    assert draft.doubts == doubts
    assert draft.id == {2: "random/often", 3: "random/days", 5: "random/right"}[row]


def test_rows_may_change_places(edited: Callable[[Edit], PaperReading]) -> None:
    """A material may stand below its question; the heading row stays where it is."""

    def edit(sheet: Any) -> None:
        rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=2)]
        for number, row in enumerate(reversed(rows), start=2):
            for column, value in enumerate(row, start=1):
                sheet.cell(number, column).value = value

    reading = edited(edit)
    assert [draft.id for draft in reading.drafts] == ["random/right", "random/days", "random/often"]
    assert reading.drafts[0].material == "某小组上月没有集中学习。"
    assert reading.unsure == ()


def test_id_that_was_edited_is_said(edited: Callable[[Edit], PaperReading]) -> None:
    """It would be another question."""
    draft = edited(lambda sheet: put(sheet, 2, "编号", "第一题")).drafts[0]
    assert (draft.id, draft.number) == ("", "第一题")
    assert draft.remarks == ("编号“第一题”不是题库里的编号，按新题目读入",)


def test_material_that_no_question_uses_is_kept_in_the_report(edited: Callable[[Edit], PaperReading]) -> None:
    """Nothing is lost in silence."""
    reading = edited(lambda sheet: put(sheet, 5, "所属材料", None))
    assert [(one.line.where, one.reason) for one in reading.unsure] == [
        ("工作表“题目”第 4 行", "没有题目用到这段材料")
    ]


def test_an_option_of_a_true_false_question_is_said_to_be_unused(
    edited: Callable[[Edit], PaperReading],
) -> None:
    """It has none; 对 and 错 may stand there."""

    def edit(sheet: Any) -> None:
        put(sheet, 5, "A", "都可以")
        put(sheet, 5, "B", "错")

    (draft,) = (draft for draft in edited(edit).drafts if draft.id == "random/right")
    assert draft.remarks == ("判断题不用选项，A 栏的“都可以”没有用上",)
