"""Workbooks: names of sheets, hidden ones, headers in two rows, tables of Word."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.desk.records.conftest import sheet_of
from tests.support.readings import places

from desk.documents.model import OpenedFile
from desk.drafts.draft import PaperReading
from desk.importing.records.reading import read_records, read_table_rows

HEADER = ["题干", "A", "B", "答案"]
ROW = ["小组多久学习一次？", "每周", "每月", "B"]
Read = Callable[..., PaperReading]


def test_name_of_a_sheet_gives_the_type(read_sheet: Read) -> None:
    """A sheet called 多选 holds multiple choice, and places name the sheet."""
    reading = read_sheet(sheet_of([HEADER, ROW], "单选题"), sheet_of([HEADER, ROW], "多选"))
    assert [draft.type for draft in reading.drafts] == ["single_choice", "multiple_choice"]
    assert reading.drafts[1].doubts == ("题型是多选，答案却只有 B",)
    assert reading.drafts[1].lines[0].where == "工作表“多选”第 2 行"
    assert reading.drafts[1].lines[0].text == "小组多久学习一次？ | 每周 | 每月 | B"


def test_hidden_sheet_is_read_only_where_no_visible_one_has_questions(read_sheet: Read) -> None:
    """And either way the remarks say so."""
    hidden = sheet_of([HEADER, ROW], "底稿", is_hidden=True)
    beside = read_sheet(sheet_of([HEADER, ROW], "题目"), hidden)
    assert (len(beside.drafts), beside.remarks) == (1, ("隐藏的工作表“底稿”没有读入",))
    alone = read_sheet(sheet_of([], "空表"), hidden)
    assert (len(alone.drafts), alone.remarks) == (1, ("看得见的工作表里没有题目，读了隐藏的工作表“底稿”",))


def test_sheet_without_questions_is_said_and_its_rows_are_kept(read_sheet: Read) -> None:
    """A list of names is no bank."""
    reading = read_sheet(sheet_of([["姓名", "单位"], ["甲", "某局"]], "名单"))
    assert reading.drafts == ()
    assert [one.line.where for one in reading.unsure] == ["工作表“名单”第 1 行", "工作表“名单”第 2 行"]
    assert reading.remarks == ("工作表“名单”看不出是题目：请在第一行写上表头，如 题干、选项A、选项B、答案",)


@pytest.mark.parametrize(
    "rows",
    [
        [["序号", "题干", "选项", "", "答案"], ["", "", "A", "B", ""], ["1", *ROW]],
        [["序号", "题干", "选项", "", "答案"], ["1", *ROW]],
        [["序号", "题干", "选项", "选项", "答案"], ["1", *ROW]],
    ],
    ids=["two rows", "one wide header", "a merged header that is repeated"],
)
def test_options_under_one_wide_header(read_sheet: Read, rows: list[list[str]]) -> None:
    """选项 over several columns, with or without A and B below it."""
    (draft,) = read_sheet(rows).drafts
    assert (draft.options, draft.answer) == ((("A", "每周"), ("B", "每月")), ("B",))


@pytest.mark.parametrize(
    ("answer", "labels", "doubts"),
    [
        ("Ａ", ("A",), ()),
        ("答案：a、c", ("A", "C"), ()),
        ("A-C", ("A", "B", "C"), ()),
        ("全选", ("A", "B", "C", "D"), ()),
        ("A.出差", ("A",), ()),
        ("出差、生病", ("A", "B"), ()),
        ("①③", ("A", "C"), ()),
        ("A（生病）", (), ("答案“A(生病)”与选项 A 的文字不同", "看不出是单选还是多选")),
        ("AA", (), ("答案里 A 写了两次", "看不出是单选还是多选")),
        ("AE", (), ("答案 E 不在选项 A、B、C、D 中", "看不出是单选还是多选")),
        ("见附件", (), ("答案“见附件”不是选项的字母，也不是选项的文字", "看不出是单选还是多选")),
    ],
)
def test_answer_is_only_ever_what_the_cell_says(
    read_sheet: Read, answer: str, labels: tuple[str, ...], doubts: tuple[str, ...]
) -> None:
    """Many ways to name options; what names none is a doubt and no answer."""
    row = ["哪些情形可以请假？", "出差", "生病", "下雨", "值班", answer]
    (draft,) = read_sheet([["题目", "A", "B", "C", "D", "答案"], row]).drafts
    assert (draft.answer, draft.doubts) == (labels, doubts)


def test_number_that_is_also_the_text_of_an_option_is_doubtful() -> None:
    """Where other answers can only be numbers of options and nobody knows what they count from."""
    rows = [
        ["题目", "A", "B", "C", "D", "答案"],
        ["一组几人？", "1", "2", "3", "5", "2"],
        ["谁点名？", "组长", "秘书", "本人", "他人", "1"],
    ]
    reading = read_records(OpenedFile(name="x.csv", kind="csv", sheets=(sheet_of(rows),)))
    assert [draft.doubts[0] for draft in reading.drafts] == [
        "答案 2 可以是选项 B 的文字，也可以是序号",
        "答案写的是序号 1，看不出从 0 还是从 1 数起",
    ]


@pytest.mark.parametrize(
    ("answer", "labels", "stem", "doubts"),
    [
        ("", ("B",), "小组（    ）学习一次。", ()),
        ("b", ("B",), "小组（    ）学习一次。", ()),
        ("A", ("A",), "小组（B）学习一次。", ("题干的括号里写的是 B，答案写的是 A",)),
    ],
    ids=["no other answer", "the same answer", "another answer"],
)
def test_answer_in_the_brackets_of_a_stem(
    read_sheet: Read, answer: str, labels: tuple[str, ...], stem: str, doubts: tuple[str, ...]
) -> None:
    """It is taken out of the stem, and must not contradict the answer column."""
    (draft,) = read_sheet([HEADER, ["小组（B）学习一次。", "每周", "每月", answer]]).drafts
    assert (draft.answer, draft.stem, draft.doubts) == (labels, stem, doubts)


def test_table_of_a_document_reads_like_a_sheet() -> None:
    """The first row is a header, and the heading above the table may name the type."""
    rows = [("表格 1 第 1 行", HEADER), ("表格 1 第 2 行", ROW)]
    reading = read_table_rows("试卷.docx", rows, "一、单项选择题")
    assert reading is not None
    (draft,) = reading.drafts
    assert (draft.type, draft.answer, draft.section) == ("single_choice", ("B",), "一、单项选择题")
    assert draft.lines[0].where == "表格 1 第 2 行"


@pytest.mark.parametrize(
    "rows",
    [
        [["姓名", "单位", "电话"], ["甲", "某局", "123"]],
        [["题号", "一", "二", "总分"], ["得分", "", "", ""]],
        [["题号", "1", "2", "3"], ["答案", "A", "B", "C"]],
        [["序号", "内容", "备注"], ["1", "学习守则", "无"]],
        [],
    ],
    ids=["names", "scores", "answer sheet", "plan", "nothing"],
)
def test_other_tables_are_no_questions(rows: list[list[str]]) -> None:
    """The reader of papers keeps them as text."""
    assert read_table_rows("试卷.docx", [("表格 1", row) for row in rows]) is None


CELLS = st.sampled_from(
    (
        "",
        "题干",
        "选项",
        "答案",
        "A",
        "B",
        "AB",
        "1",
        "0",
        "对",
        "单选题",
        "1、学习（ ）",
        "A.甲 B.乙",
        "甲|乙",
        "____",
    )
)


@settings(deadline=None, derandomize=True)
@given(st.lists(st.lists(CELLS, min_size=1, max_size=5), max_size=6))
def test_no_table_is_too_strange(rows: list[list[str]]) -> None:
    """Whatever stands in the cells, every row that is not empty is accounted for."""
    reading = read_records(OpenedFile(name="x.csv", kind="csv", sheets=(sheet_of(rows),)))
    filled = {f"第 {number} 行" for number, row in enumerate(rows, start=1) if any(row)}
    assert set(places(reading)) == filled


@settings(deadline=None, derandomize=True)
@given(st.lists(st.lists(st.text(max_size=8), min_size=1, max_size=4), max_size=5))
def test_no_text_is_too_strange(rows: list[list[str]]) -> None:
    """Any characters at all."""
    reading = read_records(OpenedFile(name="x.csv", kind="csv", sheets=(sheet_of(rows),)))
    filled = {f"第 {n} 行" for n, row in enumerate(rows, start=1) if any(cell.strip() for cell in row)}
    assert set(places(reading)) == filled


@pytest.mark.parametrize(
    ("header", "rows", "answers", "doubts"),
    [
        (["序", "题目", "A", "B", "答题"], ["1", "2"], [("B",), ("B",)], ()),
        (
            ["编码", "题目", "A", "B", "结果"],
            ["1", "2"],
            [("B",), ("B",)],
            "答案取自“结果”一列，表头没有写明是标准答案，请核对",
        ),
        (["", "题目", "A", "B", ""], ["1", "2"], [("B",), ("B",)], "答案取自没有表头的第 5 列，请核对"),
        (["题号", "题目", "A", "B", "学员作答"], ["1", "2"], [(), ()], "没有答案"),
    ],
    ids=["a rare name", "an unknown name", "no name", "what a learner answered"],
)
def test_column_without_a_known_header_is_never_taken_for_the_key_unsaid(
    read_sheet: Read,
    header: list[str],
    rows: list[str],
    answers: list[tuple[str, ...]],
    doubts: str | tuple[()],
) -> None:
    """Running numbers are no answers; a column that only looks like the key is asked about."""
    drafts = read_sheet(
        [header, *([number, "多久学习一次？", "每周", "每月", "B"] for number in rows)]
    ).drafts
    assert [draft.answer for draft in drafts] == answers
    assert all(draft.doubts[:1] == ((doubts,) if doubts else ()) for draft in drafts)


def test_multiple_choice_in_english_means_any_choice(read_sheet: Read) -> None:
    """One letter makes it a single choice; Multiple Answer is several."""
    header = ["Question", "Type", "Option A", "Option B", "Answer"]
    rows = [
        ["How often?", "Multiple Choice", "weekly", "monthly", "A"],
        ["Which?", "Multiple Answers", "weekly", "monthly", "AB"],
    ]
    assert [draft.type for draft in read_sheet([header, *rows]).drafts] == [
        "single_choice",
        "multiple_choice",
    ]


def test_options_that_a_workbook_shows_otherwise_are_asked_about() -> None:
    """A workbook keeps 1/2 as a day, and an old one 10% as 0.1: what the trainer sees is not known."""
    rows = [
        HEADER,
        ["补学占多少？", "2026-01-02", "2026-01-03", "A"],
        ["缺课率？", "0.1", "0.25", "B"],
        ["几人一组？", "3", "5", "B"],
    ]
    drafts = read_records(OpenedFile(name="x.xls", kind="xls", sheets=(sheet_of(rows),))).drafts
    assert [draft.doubts for draft in drafts] == [
        ("选项里有日期，Excel 里看到的可能是另一种写法，请核对",),
        ("选项都是小数，Excel 里看到的可能是百分数，请核对",),
        (),
    ]
