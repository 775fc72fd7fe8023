"""Tables of a Word paper: forms of one question, answers shown by colour, words struck through."""

from __future__ import annotations

from desk.documents.model import Line, OpenedFile, Span, Table
from desk.importing.papers.reading import read_paper

Cell = str | tuple[Span, ...]


def table(*rows: tuple[Cell, ...], where: str = "表格 1") -> Table:
    """A table of plain and marked cells."""
    texts = [["".join(span.text for span in _spans(cell)) for cell in row] for row in rows]
    marks = [[() if isinstance(cell, str) else cell for cell in row] for row in rows]
    return Table(where=where, rows=tuple(map(tuple, texts)), spans=tuple(map(tuple, marks)))


def _spans(cell: Cell) -> tuple[Span, ...]:
    return (Span(text=cell),) if isinstance(cell, str) else cell


def red(text: str) -> tuple[Span, ...]:
    return (Span(text=text, colour="FF0000"),)


def struck(text: str) -> Span:
    return Span(text=text, is_struck=True)


def paper(*blocks: Line | Table) -> OpenedFile:
    return OpenedFile(name="试卷.docx", kind="docx", blocks=blocks)


HEADER = ("题号", "题干", "A", "B", "C")


def test_red_cells_of_a_bank_are_its_answers_and_it_is_said() -> None:
    """Every question has its red options, not always the same: they are the answer."""
    reading = read_paper(
        paper(
            table(
                HEADER,
                ("1", "谁点名？", red("组长"), "秘书", "组员"),
                ("2", "谁记录？", "组长", red("秘书"), "组员"),
                ("3", "哪些可以请假？", red("出差"), red("生病"), "下雨"),
            )
        )
    )
    assert [(draft.type, draft.answer, draft.doubts) for draft in reading.drafts] == [
        ("single_choice", ("A",), ()),
        ("single_choice", ("B",), ()),
        ("multiple_choice", ("A", "B"), ()),
    ]
    assert {draft.remarks for draft in reading.drafts} == {("答案由红色文字看出",)}
    assert reading.remarks == ("这份文件的答案由红色文字看出，共 3 道题，请抽查",)


def test_red_cells_of_two_questions_are_to_be_checked() -> None:
    """So few may be chance: the answers are there, and doubted."""
    reading = read_paper(
        paper(
            table(
                HEADER,
                ("1", "谁点名？", red("组长"), "秘书", "组员"),
                ("2", "谁记录？", "组长", red("秘书"), "组员"),
            )
        )
    )
    assert [(draft.answer, draft.doubts) for draft in reading.drafts] == [
        (("A",), ("答案由红色文字看出，请核对",)),
        (("B",), ("答案由红色文字看出，请核对",)),
    ]


def test_a_habit_of_the_template_is_no_answer() -> None:
    """The first option red in every row says nothing."""
    rows = [(str(number), f"第 {number} 件事谁做？", red("组长"), "秘书", "组员") for number in range(1, 6)]
    reading = read_paper(paper(table(HEADER, *rows)))
    assert {draft.answer for draft in reading.drafts} == {()}
    assert reading.remarks == ("每道题都是选项 A 带红色文字，像是排版，不能当作答案",)


def test_options_in_the_red_cells_of_a_layout_are_answers() -> None:
    """A table that only sets options in columns: its marks count as those of lines do."""
    reading = read_paper(
        paper(
            Line(text="1. 谁点名？", where="第 1 段"),
            table((red("A. 组长"), "B. 秘书"), ("C. 组员", "D. 老师")),
            Line(text="2. 谁记录？", where="第 2 段"),
            table(("A. 组长", "B. 秘书"), ("C. 组员", red("D. 老师")), where="表格 2"),
        )
    )
    assert [(draft.answer, draft.doubts) for draft in reading.drafts] == [(("A",), ()), (("D",), ())]


def test_what_the_paper_says_of_its_colours_is_believed() -> None:
    """错选项标红: no answer; 红色为正确答案: one, where all options are red too."""
    questions = (
        Line(text="1. 哪些可以请假？", where="第 2 段"),
        Line(text="A. 出差", where="第 3 段", spans=red("A. 出差")),
        Line(text="B. 生病", where="第 4 段", spans=red("B. 生病")),
        Line(text="2. 谁点名？", where="第 5 段"),
        Line(text="A. 组长", where="第 6 段"),
        Line(text="B. 秘书", where="第 7 段", spans=red("B. 秘书")),
    )
    wrong = read_paper(paper(Line(text="学员答卷（错选项标红）", where="第 1 段"), *questions))
    assert {draft.answer for draft in wrong.drafts} == {()}
    assert wrong.remarks[0] == "文件里说明红色文字不是答案的记号，没有当作答案"
    right = read_paper(paper(Line(text="复习题（红色为正确答案）", where="第 1 段"), *questions))
    assert [(draft.answer, draft.doubts) for draft in right.drafts] == [(("A", "B"), ()), (("B",), ())]
    assert right.remarks == ("文件写明答案由红色文字标出，共 2 道题",)


def test_a_form_of_one_question_is_read_by_its_names() -> None:
    """题型, 题干, 选项, 答案 beside what was filled in, a table a question."""
    forms = [
        table(
            ("试题编号", number),
            ("题型", "单选题"),
            ("题干", stem),
            ("选项", "A. 组长\nB. 秘书"),
            ("答案", answer),
            ("命题人", "某老师"),
            where=f"表格 {place}",
        )
        for place, (number, stem, answer) in enumerate(
            [("S-1", "谁点名？", "A"), ("S-2", "谁记录？", "B")], start=1
        )
    ]
    reading = read_paper(paper(Line(text="试题登记表", where="第 1 段"), *forms))
    assert [(draft.number, draft.stem, draft.answer, draft.doubts) for draft in reading.drafts] == [
        ("S-1", "谁点名？", ("A",), ()),
        ("S-2", "谁记录？", ("B",), ()),
    ]
    assert reading.remarks == ("表格的“命题人”一列没有读入",)


def test_a_form_of_two_pairs_a_row_is_read_too() -> None:
    """题型 | 判断 | 难度 | 易, the stem over merged cells."""
    reading = read_paper(
        paper(
            table(
                ("题型", "判断题", "难度", "易"),
                ("题干", "缺课要补学。", "缺课要补学。", "缺课要补学。"),
                ("答案", "对", "解析", "见守则。"),
            )
        )
    )
    (draft,) = reading.drafts
    assert (draft.type, draft.stem, draft.answer, draft.difficulty, draft.explanation) == (
        "true_false",
        "缺课要补学。",
        ("对",),
        "易",
        "见守则。",
    )


def test_words_struck_through_are_not_read_and_it_is_said() -> None:
    """The letter that was struck is no answer, a line struck as a whole no line; both are told of."""
    whole = tuple(
        Line(text=text, where=f"第 {place} 段", spans=(struck(text),))
        for place, text in enumerate(["2. 谁记录？", "A. 组长", "B. 秘书", "答案：A"], start=5)
    )
    reading = read_paper(
        paper(
            Line(text="1. 谁点名？", where="第 1 段"),
            Line(text="A. 组长", where="第 2 段"),
            Line(text="B. 秘书", where="第 3 段"),
            Line(text="答案：AB", where="第 4 段", spans=(Span(text="答案："), struck("A"), Span(text="B"))),
            *whole,
        )
    )
    (draft,) = reading.drafts
    assert (draft.answer, draft.doubts, draft.remarks) == (("B",), (), ("划掉的“A”没有读入",))
    assert [(ignored.line.where, ignored.reason) for ignored in reading.ignored] == [
        (f"第 {place} 段", "划掉的文字") for place in range(5, 9)
    ]


def test_struck_words_of_a_table_are_left_out_and_named() -> None:
    """In a bank of rows as in lines."""
    reading = read_paper(
        paper(
            table(
                ("题干", "A", "B", "答案"),
                ("谁点名？", "组长", "秘书", (struck("A"), Span(text="B"))),
                ("谁记录？", "组长", "秘书", "A"),
            )
        )
    )
    assert [draft.answer for draft in reading.drafts] == [("B",), ("A",)]
    assert reading.remarks == ("表格 1里划掉的“A”没有读入",)
