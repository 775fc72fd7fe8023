"""Edits of a hand-made quiz file: what is not edited stays as its author wrote it, byte for byte."""

from __future__ import annotations

import difflib

import pytest

from desk.failures import DeskError
from desk.quiz_files.quiz_edit import Edits, edit_quiz
from lianxue.content.question import Json

HAND_MADE = """\
# 手写的题库，注释和次序都要留着
title: "手写"   # 标题
合格线: 80

题目:
# 第一组
- 编号: one
  题干: 'NO：学习是义务？'
  题型: 判断
  # 依据待查
  答案: √   # 老王核对过
  标签: [守则,  学习]


- {id: two, type: 单选, stem: 几次？, options: {A: 一, B: 二}, answer: A}
- id: three
  type: material
  text: |
    一段材料。
    # 这不是注释
  questions:
      - id: inner
        type: short_answer
        stem: 为什么？
        points:
        - 甲
        - 乙
# 末尾的话
"""
ONE: dict[str, Json] = {
    "id": "one",
    "stem": "NO：学习是义务？",
    "type": "true_false",
    "answer": "对",
    "tags": ["守则", "学习"],
}
NEW: dict[str, Json] = {"id": "new", "type": "true_false", "stem": "新题。", "answer": "错"}


def difference(edits: Edits, text: str = HAND_MADE) -> list[str]:
    """The lines that go and come."""
    after = edit_quiz(text.encode(), "quizzes/x.yml", edits).decode()
    return [
        line for line in difflib.ndiff(text.splitlines(), after.splitlines()) if line.startswith(("+ ", "- "))
    ]


def test_a_changed_field_is_changed_on_its_own_line() -> None:
    """The comment behind it stays, and so do the author's names, quotes and order."""
    assert difference(Edits(changed={"one": {**ONE, "answer": "错"}})) == [
        "-   答案: √   # 老王核对过",
        "+   answer: 错   # 老王核对过",
    ]


def test_a_field_more_stands_in_its_place_and_one_less_is_gone() -> None:
    """By the canonical order, after the last field that comes before it."""
    fields = {name: value for name, value in ONE.items() if name != "tags"}
    assert difference(Edits(changed={"one": {**fields, "explanation": "第一行\n第二行"}})) == [
        "-   标签: [守则,  学习]",
        "+   explanation: '第一行",
        "+ ",
        "+     第二行'",
    ]


def test_a_question_in_braces_is_written_anew() -> None:
    """Only its own line is."""
    wanted: dict[str, Json] = {
        "id": "two",
        "type": "single_choice",
        "stem": "几次？",
        "options": {"A": "一", "B": "三"},
        "answer": "A",
    }
    assert difference(Edits(changed={"two": wanted})) == [
        "- - {id: two, type: 单选, stem: 几次？, options: {A: 一, B: 二}, answer: A}",
        "+ - id: two",
        "+   type: single_choice",
        "+   stem: 几次？",
        "+   options:",
        "+     A: 一",
        "+     B: 三",
        "+   answer: A",
    ]


def test_new_questions_come_after_the_last() -> None:
    """As deep as the others; what stood at the end of the file still does."""
    edits = Edits(
        added=[NEW], added_to={"three": [{**NEW, "id": "more"}]}, notes={"new": ["待确认：没有依据"]}
    )
    assert difference(edits) == [
        "+ ",
        "+       - id: more",
        "+         type: true_false",
        "+         stem: 新题。",
        "+         answer: 错",
        "+ ",
        "+ # 待确认：没有依据",
        "+ - id: new",
        "+   type: true_false",
        "+   stem: 新题。",
        "+   answer: 错",
    ]
    assert edit_quiz(HAND_MADE.encode(), "x", edits).decode().endswith("  answer: 错\n# 末尾的话\n")


def test_a_question_and_the_text_of_its_material_change_together() -> None:
    """A list of points and a block of text are replaced whole."""
    inner: dict[str, Json] = {
        "id": "inner",
        "type": "short_answer",
        "stem": "为什么？",
        "points": ["甲", "丙"],
    }
    lines = difference(Edits(changed={"inner": inner}, material_texts={"three": "另一段材料。"}))
    assert [line for line in lines if line.startswith("+")] == [
        "+   text: 另一段材料。",
        "+           - 甲",
        "+           - 丙",
    ]


def test_line_ends_and_the_byte_order_mark_stay() -> None:
    """A file from Windows' notepad comes back as one."""
    text = "\ufeff" + HAND_MADE.replace("\n", "\r\n").rstrip("\r\n")
    after = edit_quiz(text.encode(), "quizzes/x.yml", Edits(added=[NEW])).decode()
    assert after.startswith("\ufeff# 手写的题库")
    assert after.count("\n") == after.count("\r\n") == text.count("\r\n") + 5
    assert after.endswith("  answer: 错\r\n# 末尾的话")


def test_the_first_question_of_a_file_that_has_a_head_only() -> None:
    """An empty list makes room."""
    after = edit_quiz("title: 空\nquestions: []\n".encode(), "quizzes/x.yml", Edits(added=[NEW])).decode()
    assert after == (
        "title: 空\nquestions:\n  - id: new\n    type: true_false\n    stem: 新题。\n    answer: 错\n"
    )


def test_a_comment_of_what_was_open_goes_with_it() -> None:
    """Only such comments: others above the question stay."""
    text = "title: x\nquestions:\n  # 老王出的题\n  # 待确认：没有答案（《a.docx》第 3 段）\n  - id: one\n    type: 判断\n    stem: 学。\n    status: 待确认\n"
    settled: dict[str, Json] = {"id": "one", "type": "true_false", "stem": "学。", "answer": "对"}
    after = edit_quiz(text.encode(), "quizzes/x.yml", Edits(changed={"one": settled})).decode()
    assert after == (
        "title: x\nquestions:\n  # 老王出的题\n  - id: one\n    type: 判断\n    stem: 学。\n    answer: 对\n"
    )


def test_a_list_on_one_line_cannot_be_edited() -> None:
    """Nothing is changed, and the sentence says what to do."""
    text = "title: x\nquestions: [{id: one, type: 判断, stem: 学。, answer: 对}]\n"
    with pytest.raises(DeskError) as error:
        edit_quiz(text.encode(), "quizzes/x.yml", Edits(added=[NEW]))
    assert str(error.value) == (
        "quizzes/x.yml 的题目没有按“- id: …”开头、一行一个字段来写，加不进也改不了，没有改动："
        "请先改成这样的写法，或用 --into 换一个文件"
    )
