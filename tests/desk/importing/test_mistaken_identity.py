"""Questions that look like others: none may take another's place, id or case."""

from __future__ import annotations

from copy import copy
from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest

from desk.exporting.exporting import export_bank
from desk.exporting.selection import Filters
from desk.importing.importing import apply_import, plan_import, plan_readings
from desk.importing.plan import Fate, ImportPlan
from lianxue.content.catalog import load_catalog

from .papers import choice, paper, saying
from .test_importing import PATH, fates, must_fix, plan_of, write_paper

KINDS = ("登记一类", "请假一类", "补学一类", "抽查一类")
STORIES = ("小李连续两次没有参加集中学习，也没有请假。", "小王请人代签了一个季度的学习记录，又不肯改正。")


def asked(answer: str, story: str = "") -> object:
    """What may be asked about any case."""
    return choice("上述情形应当按哪一类处理？", KINDS, answer, material=story)


def two_cases() -> list[object]:
    """Two cases that begin with the same question."""
    first = [asked("A", STORIES[0]), saying("小李可以不补学。", "错", material=STORIES[0])]
    return [*first, asked("A", STORIES[1]), saying("小王应当改正。", "对", material=STORIES[1])]


def said(plan: ImportPlan) -> list[str]:
    """The remarks on questions, in order."""
    return [remark for question in plan.questions for remark in question.remarks]


@pytest.fixture
def workbook(portal: Path, tmp_path: Path) -> Path:
    """The master copy of a paper with two cases and a statement."""
    write_paper(portal, [*two_cases(), saying("缺课的成员不必补学。", "错")])
    return export_bank(portal, "xlsx", Filters(quizzes=("q3",)), tmp_path / "总表.xlsx").path


def edit(file: Path, stem: str, *, above: bool | None = None, **cells: str) -> None:
    """Change the row of a question, or a copy of it put above it or at the end of the sheet."""
    book = openpyxl.load_workbook(file)
    sheet = book.worksheets[0]
    columns = {str(cell.value).partition("（")[0]: cell.column for cell in sheet[1]}
    (row, *_) = [row[0].row for row in sheet.iter_rows() if stem in str(row[columns["题干"] - 1].value)]
    if above is not None:
        values = [copy(cell.value) for cell in sheet[row]]
        if above:
            sheet.insert_rows(row)
        else:
            row = sheet.max_row + 1
        for column, value in enumerate(values, start=1):
            sheet.cell(row, column).value = value
    for name, text in cells.items():
        sheet.cell(row, columns[name]).value = text
    book.save(file)


def test_two_cases_may_ask_the_same(portal: Path) -> None:
    """The question stands in both, and the second import finds each in its own case."""
    write_paper(portal, two_cases())
    quiz = load_catalog(portal).quizzes["q3"]
    assert [len(getattr(part, "questions", ())) for part in quiz.parts] == [2, 2]
    assert must_fix(portal) == []
    assert fates(plan_of(portal, two_cases())) == {"不变": 4}
    with_other_answers = [asked("B", STORIES[0]), asked("C", STORIES[1])]
    plan = plan_of(portal, with_other_answers)
    assert [(one.fate, one.changes[0].after, one.doubts) for one in plan.questions] == [
        (Fate.CHANGED, "B", ()),
        (Fate.CHANGED, "C", ()),
    ]


def test_a_new_case_does_not_put_its_story_over_an_old_one(portal: Path) -> None:
    """It asks what an old case asks; the old story stays."""
    before = write_paper(portal, two_cases())
    plan = plan_of(portal, [asked("A", "小张把学习记录带回家，三个月没有归还小组。")])
    assert fates(plan) == {"新增": 1}
    apply_import(plan)
    assert (portal / PATH).read_text(encoding="utf-8").startswith(before.rstrip("\n"))


def test_a_case_told_in_two_ways_is_not_changed(portal: Path) -> None:
    """One question of the file has the corrected story, its neighbour has the old one."""
    write_paper(portal, two_cases())
    told = [replace(one, material=one.material.replace("两次", "三次")) for one in two_cases()[:1]]
    plan = plan_of(portal, [*told, *two_cases()[1:]])
    assert fates(plan) == {"不变": 4}
    assert said(plan) == ["同一段材料在文件里有几种写法，题库里的没有改动：请改成一致，再导入"]


def test_a_parallel_paper_is_new(portal: Path) -> None:
    """Two statements that differ from the bank's in a word that counts do not replace them."""
    write_paper(
        portal, [saying("受到警告处分的成员一年内不得评优。", "对"), saying("缺课的成员应当补学。", "对")]
    )
    parallel = [
        saying("受到严重警告处分的成员一年内不得评优。", "对"),
        saying("缺课的成员不应当补学。", "错"),
    ]
    assert fates(plan_of(portal, parallel)) == {"新增": 2}
    mended = [saying("受到警告处分的成员，一年内不得评优秀。", "对"), saying("缺课的成员应当补学习。", "对")]
    assert fates(plan_of(portal, mended)) == {"修改": 2}


@pytest.mark.parametrize("hidden", ["    status: unsettled\n", "withdrawn"])
def test_what_no_learner_gets_keeps_no_question_out(portal: Path, hidden: str) -> None:
    """The only other copy is 待确认, or its quiz was taken down because it was wrong."""
    told = saying("缺课的成员不必补学。", "错")
    apply_import(plan_readings(portal, [paper([told])], into="old"))
    file = portal / "quizzes/old.yml"
    text = file.read_text(encoding="utf-8")
    if hidden == "withdrawn":
        text = text.replace("questions:", "withdrawn_on: 2026-02-01\nwithdrawn_because: 有误\nquestions:")
    else:
        text = text.replace("    answer:", f"{hidden}    answer:")
    file.write_text(text, encoding="utf-8", newline="\n")
    plan = plan_of(portal, [told])
    assert fates(plan) == {"新增": 1}
    assert [like.place for like in plan.questions[0].near] == [f"old/{plan.questions[0].id}"]


@pytest.mark.parametrize("above", [True, False])
def test_a_copied_row_does_not_take_the_question_s_id(portal: Path, workbook: Path, above: bool) -> None:
    """Everybody copies a row and edits the copy; the number in it stays with the question it was made for."""
    edit(workbook, "缺课的成员", above=above, 题干="请假的成员不必登记。")
    plan = plan_import(portal, [workbook])
    assert fates(plan) == {"不变": 5, "新增": 1}
    row = 9 if above else 8
    assert said(plan) == [
        f"编号与《总表.xlsx》工作表“题目”第 {row} 行相同：编号留给了与题库更像的那一道，这一道按没有编号的题目读入"
    ]


def test_a_question_is_pulled_back_from_the_master_copy(portal: Path, workbook: Path) -> None:
    """待确认 in its cell, with or without another answer, is a change: the question is no longer published."""
    edit(workbook, "缺课的成员", 状态="待确认", 答案="对")
    (pulled,) = plan_import(portal, [workbook]).of(Fate.CHANGED)
    assert [(change.name, change.after) for change in pulled.changes] == [("答案", "对"), ("状态", "待确认")]
    assert pulled.doubts == ("文件里标为待确认",)


def test_a_question_pointed_to_another_case_stays_where_it_is(portal: Path, workbook: Path) -> None:
    """The case it comes from keeps its story."""
    book = openpyxl.load_workbook(workbook)
    sheet = book.worksheets[0]
    column = next(cell.column for cell in sheet[1] if str(cell.value).startswith("所属材料"))
    ids = {row[column - 1].value for row in sheet.iter_rows(min_row=2)} - {None, ""}
    row = next(row for row in sheet.iter_rows(min_row=2) if "小王应当改正" in str(row[2].value))
    row[column - 1].value = (ids - {row[column - 1].value}).pop()
    book.save(workbook)
    plan = plan_import(portal, [workbook])
    assert (fates(plan), dict(plan.after)) == ({"不变": 5}, {})
    assert said(plan) == ["所属材料与题库里的不同：这道题留在原来的材料里，要移动请在题库文件里移"]


def test_nearly_the_same_with_another_answer_is_doubted(portal: Path) -> None:
    """One particle more in the stem, the same options: the bank or the paper is wrong."""
    options = ("三日", "七日", "十五日", "三十日")
    stem = "没有请假而缺席集中学习的成员，应当自缺席之日起多少日内补学并报告小组"
    old = choice(f"{stem}？", options, "B")
    apply_import(plan_readings(portal, [paper([old])], into="old"))
    near = choice(f"{stem}呢？", options, "C")
    (planned,) = plan_of(portal, [near]).questions
    assert (planned.fate, planned.doubts) == (
        Fate.NEW,
        ("与《第三季度学习测试》第 1 题几乎相同，选项一样，答案不同",),
    )
    parallel = choice(f"{stem.replace('没有请假', '三次没有请假')}？", options, "C")
    assert plan_of(portal, [parallel]).questions[0].doubts == ()
    (planned,) = plan_of(portal, [replace(near, answer=("B",))]).questions
    assert (planned.fate, planned.doubts) == (Fate.NEW, ())


def test_a_question_is_settled_in_the_master_copy(portal: Path, workbook: Path) -> None:
    """As its sheet of instructions says: look at it, then empty 状态."""
    file = portal / PATH
    text = file.read_text(encoding="utf-8")
    file.write_text(
        text.replace("    answer: 错\n", "    status: unsettled\n    answer: 错\n"), encoding="utf-8"
    )
    out = workbook.with_name("再来.xlsx")
    export_bank(portal, "xlsx", Filters(quizzes=("q3",)), out)
    assert fates(plan_import(portal, [out])) == {"不变": 5}
    edit(out, "缺课的成员", 状态="")
    (settled,) = plan_import(portal, [out]).of(Fate.CHANGED)
    assert [(change.name, change.before, change.after) for change in settled.changes] == [
        ("状态", "待确认", "")
    ]


def test_other_options_do_not_keep_the_old_answer(portal: Path) -> None:
    """The corrected paper has new options and forgot its answer: the bank's letter would be another one."""
    drafts = [
        choice("学习记录由谁保管？", ("本人", "小组长", "支部"), "C"),
        *[saying(f"第 {n} 句。", "对") for n in range(4)],
    ]
    write_paper(portal, drafts)
    other = replace(
        drafts[0], options=tuple(zip("ABC", ("支部", "小组长", "本人的家属"), strict=True)), answer=()
    )
    plan = plan_of(portal, [replace(other, doubts=("没有答案",)), *drafts[1:]])
    (changed,) = plan.of(Fate.CHANGED)
    assert (changed.doubts, "answer" in changed.fields) == (("没有答案",), False)


def test_a_question_turned_round_in_the_bank_keeps_its_key(portal: Path) -> None:
    """The unchanged file would make the right answer wrong; what it says is shown."""
    drafts = [choice("谁保管学习记录", ("本人", "支部", "秘书"), "B"), saying("可以代签。", "错")]
    text = write_paper(portal, drafts)
    turned = text.replace("谁保管学习记录", "谁不能保管学习记录").replace("answer: B", "answer: A")
    (portal / PATH).write_text(turned, encoding="utf-8", newline="\n")
    plan = plan_of(portal, drafts)
    assert (fates(plan), dict(plan.after)) == ({"不变": 2}, {})
    assert plan.questions[0].remarks == (
        "题库里的题干或选项在导入以后改过，文件没有变：保持题库的写法；文件里的答案与题库不同，也没有改动，请核对",
    )
