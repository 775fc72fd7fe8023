"""Answers that only colour, bold or underline show, and other traps of Word."""

from __future__ import annotations

from tests.support.papers import unaccounted

from desk.documents.model import Line, OpenedFile, Span, Table
from desk.importing.papers.reading import read_paper

RED = "FF0000"


def paper(*lines: str | tuple[Span, ...]) -> OpenedFile:
    """A Word document of plain and marked paragraphs."""
    blocks = []
    for number, line in enumerate(lines, start=1):
        spans = () if isinstance(line, str) else line
        text = line if isinstance(line, str) else "".join(span.text for span in line)
        blocks.append(Line(text=text, where=f"第 {number} 段", spans=spans))
    return OpenedFile(name="试卷.docx", kind="docx", blocks=tuple(blocks))


def red(text: str) -> Span:
    return Span(text=text, colour=RED)


def bold(text: str) -> Span:
    return Span(text=text, is_bold=True)


def test_options_in_red_are_the_answers_and_it_is_said() -> None:
    """Every question has its red options: they are the answer; each question and the file say so."""
    opened = paper(
        (bold("1. 最轻的处分是（ ）"),),
        (red("A. 警告"),),
        "B. 记过",
        (bold("2. 六项纪律有（ ）"),),
        (red("A. 政治纪律"), Span(text=" B. 财经纪律 "), red("C. 廉洁纪律")),
    )
    reading = read_paper(opened)
    assert [draft.answer for draft in reading.drafts] == [("A",), ("A", "C")]
    assert {draft.remarks for draft in reading.drafts} == {("答案由红色文字看出",)}
    assert [draft.doubts for draft in reading.drafts] == [(), ()]
    assert reading.remarks == ("这份文件的答案由红色文字看出，共 2 道题，请抽查",)
    assert unaccounted(opened, reading) == []


def test_bold_stems_and_labels_are_no_answers() -> None:
    """Bold that every question has everywhere says nothing about what is right."""
    reading = read_paper(
        paper(
            (bold("1. 最轻的处分是（ ）"),),
            (bold("A. "), Span(text="警告")),
            (bold("B. "), Span(text="记过")),
            (bold("2. 最重的处分是（ ）"),),
            (bold("A. "), Span(text="警告")),
            (bold("B. "), Span(text="开除党籍")),
        )
    )
    assert [(draft.answer, draft.doubts) for draft in reading.drafts] == [
        ((), ("没有答案",)),
        ((), ("没有答案",)),
    ]


def test_marks_in_few_questions_are_not_taken_for_answers() -> None:
    """One red option among five questions may be anything: it is said, and nothing is answered."""
    lines: list[str | tuple[Span, ...]] = [("1. 甲（ ）"), (red("A. 一"),), "B. 二"]
    for number in range(2, 6):
        lines += [f"{number}. 乙（ ）", "A. 一", "B. 二"]
    reading = read_paper(paper(*lines))
    assert [draft.answer for draft in reading.drafts] == [()] * 5
    assert "有 1 道题的选项带红色文字，其余 4 道没有，不能当作答案" in reading.remarks


def test_written_answers_beat_marks() -> None:
    """A question with an answer in words keeps it, whatever is red."""
    reading = read_paper(paper("1. 甲（ ）", (red("A. 一"),), "B. 二", "答案：B"))
    assert [draft.answer for draft in reading.drafts] == [("B",)]


def test_underlined_words_fill_the_gaps_of_a_fill_in() -> None:
    """Under 填空题, words on an underline are the fillings, and the stem gets its gaps back."""
    underlined = Span(text="五", is_underlined=True)
    reading = read_paper(paper("一、填空题", (Span(text="1. 党的纪律处分有"), underlined, Span(text="种。"))))
    (draft,) = reading.drafts
    assert (draft.stem, draft.gaps) == ("党的纪律处分有____种。", (("五",),))
    assert draft.remarks == ("答案由下划线文字看出",)


def test_options_in_a_table_belong_to_the_question_above() -> None:
    """A table that only sets options in columns is read as lines."""
    opened = OpenedFile(
        name="试卷.docx",
        kind="docx",
        blocks=(
            Line(text="1. 最轻的处分是（ ）", where="第 1 段"),
            Table(where="表格 1", rows=(("A. 警告", "B. 严重警告"), ("C. 留党察看", "D. 开除党籍"))),
            Line(text="答案：A", where="第 2 段"),
        ),
    )
    (draft,) = read_paper(opened).drafts
    assert [letter for letter, _ in draft.options] == ["A", "B", "C", "D"]
    assert draft.answer == ("A",)


def test_a_table_of_questions_keeps_its_place_among_the_lines() -> None:
    """A table with a header is a bank of its own; its questions stand where it stands."""
    table = Table(
        where="表格 1",
        rows=(("题号", "题干", "A", "B", "答案"), ("1", "最轻的处分是", "警告", "开除党籍", "A")),
    )
    opened = OpenedFile(
        name="试卷.docx",
        kind="docx",
        blocks=(
            Line(text="一、单选题", where="第 1 段"),
            table,
            Line(text="二、判断题", where="第 2 段"),
            Line(text="1. 党员应当交纳党费。（√）", where="第 3 段"),
        ),
    )
    reading = read_paper(opened)
    assert [draft.type for draft in reading.drafts] == ["single_choice", "true_false"]
    assert reading.drafts[0].lines[0].where == "表格 1 第 2 行"


def test_marks_of_secrecy_that_belong_to_papers_are_taken_off() -> None:
    """绝密★启用前 on a paper is taken off and said; another mark makes its line 待确认."""
    opened = paper("绝密★启用前", "一、判断题", "1. 党员应当交纳党费。（√）")
    reading = read_paper(opened)
    assert next((entry.line.text, entry.reason) for entry in reading.ignored) == (
        "绝密★启用前",
        "试卷上的密级字样（已去掉）",
    )
    assert reading.remarks == ("试卷上印有“启用前”一类的密级字样，已去掉；题目真的涉密时不要导入",)
    secret = read_paper(paper("机密★", "一、判断题", "1. 党员应当交纳党费。（√）"))
    assert [(entry.line.text, entry.reason) for entry in secret.unsure] == [
        ("机密★", "像是密级标志：涉密的材料不能导入")
    ]


def test_a_question_whose_options_are_all_red_is_asked_about() -> None:
    """All may be right, or the mark slipped: nobody but the trainer knows."""
    questions = [
        line
        for number in range(1, 6)
        for line in (f"{number}. 哪些是（ ）", (red("A. 甲"),), "B. 乙" if number < 5 else (red("B. 乙"),))
    ]
    questions[1], questions[2] = "A. 甲", (red("B. 乙"),)
    reading = read_paper(paper(*questions))
    assert [draft.answer for draft in reading.drafts] == [("B",), ("A",), ("A",), ("A",), ()]
    assert reading.drafts[4].doubts == ("2 个选项全是红色文字，请确认是不是都对",)


def test_a_mark_on_every_first_option_is_a_habit_of_the_template() -> None:
    """It says nothing about what is right."""
    lines = [
        line for number in range(1, 6) for line in (f"{number}. 甲是（ ）", (bold("A. 一二三"),), "B. 四五六")
    ]
    reading = read_paper(paper(*lines))
    assert {draft.answer for draft in reading.drafts} == {()}
    assert reading.remarks[0] == "每道题都是选项 A 带加粗文字，像是排版，不能当作答案"


def test_a_question_with_a_picture_says_so() -> None:
    """The picture stands alone between stem and options."""
    lines = ("1. 图中的标志是（A）", "A. 党徽", "B. 国徽")
    first, *rest = (Line(text=text, where=f"第 {number} 段") for number, text in enumerate(lines, start=1))
    picture = Line(text="", where="第 9 段", pictures=("image1.png",))
    opened = OpenedFile(name="试卷.docx", kind="docx", blocks=(first, picture, *rest))
    (draft,) = read_paper(opened).drafts
    assert (draft.answer, draft.doubts) == (("A",), ("题目带有图片，图片没有读入",))
