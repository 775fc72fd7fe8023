"""Questions that are still 待确认: kept beside the quiz's questions, with one problem each."""

from __future__ import annotations

from typing import Any

from tests.support.quizzes import TRUE_FALSE, read_quiz

from lianxue.content.written_fields import written_fields
from lianxue.reading.problem import Report
from lianxue.reading.yaml_source import Mapping, read_yaml


def test_a_draft_is_no_question_of_its_quiz() -> None:
    """It stops the build, but a preview shows it: it is among the drafts, with its number."""
    settled = {**TRUE_FALSE, "id": "two", "stem": "缺课要补。"}
    quiz, problems = read_quiz({**TRUE_FALSE, "status": "待确认"}, settled)
    assert problems == ["第 1 题（one）：这道题还待确认：核对后删去 status 一行"]
    assert [question.id for question in quiz.questions] == ["two"]
    assert [(draft.full_id, draft.label) for draft in quiz.drafts] == [("x/one", "第 1 题（one）")]
    assert quiz.questions[0].number == 2


def test_what_a_draft_lacks_are_the_reasons_of_its_one_problem() -> None:
    """Neither the missing answer nor the missing explanation is a problem of its own."""
    bare = {"id": "one", "type": "single_choice", "stem": "几次？", "options": {"A": "一次", "B": "两次"}}
    quiz, problems = read_quiz({**bare, "status": "unsettled", "explanation": "", "waive": {}})
    reason = "缺少 answer：请写出标准答案"
    assert problems == [f"第 1 题（one）：这道题还待确认（{reason}）：核对后删去 status 一行"]
    (draft,) = quiz.drafts
    assert draft.reasons == (reason,)
    assert draft.fields == {**bare, "status": "unsettled"}


def test_a_material_of_drafts_alone_is_no_part() -> None:
    """Its text goes with the drafts, so that a preview can show it."""
    draft = {**TRUE_FALSE, "answer": "也许", "status": "待确认"}
    quiz, _ = read_quiz({"id": "story", "type": "material", "text": "某人缺课。", "questions": [draft]})
    assert quiz.parts == ()
    assert [(one.material, one.material_text) for one in quiz.drafts] == [("story", "某人缺课。")]


def written(text: str) -> dict[str, Any]:
    """The fields of a question in YAML."""
    node = read_yaml(text, "x.yml", Report())
    assert isinstance(node, Mapping)
    return written_fields(node)


def test_written_fields_are_canonical() -> None:
    """Chinese names and values, loose lists and labels come out as `format` writes them."""
    text = (
        "题型: 多选\n题干: 哪些？\n选项: {ａ: 一, b.: 二}\n答案: [B, A]\n依据: 第一条\n解析:\n状态: 待确认\n"
    )
    assert written(text) == {
        "type": "multiple_choice",
        "stem": "哪些？",
        "options": {"A": "一", "B": "二"},
        "answer": ["A", "B"],
        "cite": ["第一条"],
        "status": "unsettled",
    }
    assert written("type: 判断\nanswer: √\n") == {"type": "true_false", "answer": "对"}
    assert written("type: 填空\nanswer: [五, {可填: 六, 一字不差: 是}]\nany_order: 否\n") == {
        "type": "fill_in",
        "answer": [{"accept": ["五"]}, {"accept": ["六"], "exact": "true"}],
    }
    assert written("type: matching\nanswer: {1: a}\nleft: {1: 左}\n") == {
        "type": "matching",
        "answer": {"1": "A"},
        "left": {"1": "左"},
    }
