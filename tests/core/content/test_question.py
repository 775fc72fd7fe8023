"""What all questions share: revisions, labels, names in Chinese, waivers, materials."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.support.quizzes import TRUE_FALSE, read_question, read_quiz

from lianxue.content.question import Material
from lianxue.content.question_types.registry import QUESTION_TYPES

CHOICE: dict[str, Any] = {
    "type": "multiple_choice",
    "stem": "哪些是守则的要求？",
    "options": {"A": "登记", "B": "学习", "C": "罚款"},
    "answer": ["A", "B"],
}
FILL_IN: dict[str, Any] = {
    "type": "fill_in",
    "stem": "每____学____次。",
    "answer": [{"accept": ["月", "个月"]}, "一"],
}
MATCHING: dict[str, Any] = {
    "type": "matching",
    "stem": "连一连。",
    "left": {"1": "缺课", "2": "登记"},
    "right": {"A": "补学", "B": "签到", "C": "多余"},
    "answer": {"1": "A", "2": "B"},
}
ORDERING: dict[str, Any] = {
    "type": "ordering",
    "stem": "排一排。",
    "options": {"A": "学习", "B": "登记"},
    "answer": ["B", "A"],
}
SHORT: dict[str, Any] = {"type": "short_answer", "stem": "为什么？", "points": ["义务", "走过场"]}


def revision(question: dict[str, Any], **changes: Any) -> str:
    """The revision of a question with some fields changed."""
    return read_question({**question, **changes}).revision


@pytest.mark.parametrize(
    ("question", "changes"),
    [
        (CHOICE, {"stem": "哪些要求在守则里？"}),
        (CHOICE, {"id": "renamed"}),
        (CHOICE, {"explanation": "另一种解析"}),
        (CHOICE, {"answer": ["B", "A"]}),
        (CHOICE, {"options": {"B": "学习", "C": "罚款", "A": "登记"}}),
        (CHOICE, {"options": {"甲": "罚款", "乙": "登记", "丙": "学习"}, "answer": ["乙", "丙"]}),
        (CHOICE, {"options": {"A": "登记。", "B": " 学 习", "C": "《罚款》"}}),
        (FILL_IN, {"stem": "每隔____集中____次。"}),
        (FILL_IN, {"answer": [{"accept": ["个月", "月"]}, {"accept": ["一"]}]}),
        (MATCHING, {"left": {"2": "缺课", "1": "登记"}, "answer": {"2": "A", "1": "B"}}),
        (ORDERING, {"options": {"B": "学习", "A": "登记"}, "answer": ["A", "B"]}),
        (SHORT, {"points": ["走过场", "义务"]}),
    ],
)
def test_rewording_and_reordering_keep_the_revision(
    question: dict[str, Any], changes: dict[str, Any]
) -> None:
    """A learner's history survives a new stem, new labels and another order."""
    assert revision(question, **changes) == revision(question)


@pytest.mark.parametrize(
    ("question", "changes"),
    [
        (CHOICE, {"answer": ["A", "C"]}),
        (CHOICE, {"options": {"A": "登记", "B": "学习", "C": "处分"}}),
        (CHOICE, {"options": {"A": "登记", "B": "学习", "C": "罚款", "D": "处分"}}),
        (FILL_IN, {"answer": [{"accept": ["月"]}, "一"]}),
        (FILL_IN, {"answer": ["一", {"accept": ["月", "个月"]}]}),
        (MATCHING, {"answer": {"1": "B", "2": "A"}}),
        (MATCHING, {"right": {"A": "补学", "B": "签到"}}),
        (ORDERING, {"answer": ["A", "B"]}),
        (SHORT, {"points": ["义务", "走过场", "再加一点"]}),
        (TRUE_FALSE, {"answer": "错"}),
    ],
)
def test_another_key_is_another_revision(question: dict[str, Any], changes: dict[str, Any]) -> None:
    """An edited answer or option restarts that question."""
    assert revision(question, **changes) != revision(question)


def test_revisions_never_change_by_themselves() -> None:
    """Records of learners hold these digits: a change here loses everybody's history."""
    questions = [CHOICE, TRUE_FALSE, FILL_IN, MATCHING, ORDERING, SHORT]
    assert [revision(question) for question in questions] == [
        "f8b7af26",
        "ae3a8bcf",
        "b41a90b9",
        "100edd7e",
        "a155cf66",
        "03845191",
    ]


@given(st.permutations("ABC"), st.permutations(["登记", "学习", "罚款"]))
def test_options_may_stand_anyhow(labels: list[str], texts: list[str]) -> None:
    """Whatever labels and order the three options have, the same texts are right."""
    options = dict(zip(labels, texts, strict=True))
    answer = [label for label, text in options.items() if text != "罚款"]
    assert revision(CHOICE, options=options, answer=answer) == revision(CHOICE)


@pytest.mark.parametrize("written", ["对", "正确", "是", "√", "✓", "T", "true"])
def test_right_is_written_in_many_ways(written: str) -> None:
    """Trainers' signs for 对 are one answer."""
    assert revision(TRUE_FALSE, answer=written) == revision(TRUE_FALSE)


def test_labels_are_folded() -> None:
    """Ａ, a and A. are A, in options and in the answer."""
    options = {"Ａ": "登记", "b": "学习", "C.": "罚款"}
    question = read_question({**CHOICE, "options": options, "answer": ["a", "Ｂ"]})
    assert [option.id for option in question.body.shown().options] == ["A", "B", "C"]
    assert question.body.answer_key() == {"answer": ["A", "B"]}


@pytest.mark.parametrize(
    ("question", "lines"),
    [
        (CHOICE, ("A. 登记", "B. 学习")),
        (TRUE_FALSE, ("对",)),
        (FILL_IN, ("第 1 空：月 或 个月", "第 2 空：一")),
        ({**FILL_IN, "any_order": "是"}, ("第 1 空：月 或 个月", "第 2 空：一", "各空不分先后")),
        (MATCHING, ("缺课 → 补学", "登记 → 签到")),
        (ORDERING, ("第 1 位：登记", "第 2 位：学习")),
        (SHORT, ("义务", "走过场")),
    ],
)
def test_answers_are_put_into_words(question: dict[str, Any], lines: tuple[str, ...]) -> None:
    """The answers page says the answer so that it can be read without the options."""
    assert read_question(question).body.answer_lines() == lines


def test_questions_of_a_material_count_through_the_file() -> None:
    """A material has no number of its own; its questions have theirs in between."""
    inner = [{**TRUE_FALSE, "id": name, "explanation": "无", "waive": {"no-citation": "无"}} for name in "bc"]
    material = {"id": "m", "type": "material", "text": "材料。", "questions": inner}
    quiz, problems = read_quiz({**TRUE_FALSE, "id": "a"}, material, {**TRUE_FALSE, "id": "d"})
    assert problems == []
    assert [(question.number, question.full_id) for question in quiz.questions] == [
        (1, "x/a"),
        (2, "x/b"),
        (3, "x/c"),
        (4, "x/d"),
    ]
    assert isinstance(quiz.parts[1], Material)


def test_a_broken_question_is_left_out_and_the_others_keep_their_numbers() -> None:
    """One run reports everything, and messages keep naming the questions as the file counts them."""
    quiz, problems = read_quiz({**TRUE_FALSE, "answer": "也许"}, {**TRUE_FALSE, "id": "two"})
    assert problems == ["第 1 题（one）：判断题的答案“也许”不认识：请写 对 或 错"]
    assert [question.label for question in quiz.questions] == ["第 2 题（two）"]


def test_what_a_broken_question_cites_is_kept() -> None:
    """The catalog checks every citation in the same run, those of left-out questions too."""
    broken = {**TRUE_FALSE, "answer": "也许", "cite": ["第九条"]}
    quiz, _ = read_quiz(broken, {**TRUE_FALSE, "id": "two"}, regulation="study-rules")
    assert [question.id for question in quiz.questions] == ["two"]
    assert [
        (cited.label, [citation.label for citation in cited.citations], list(cited.waived))
        for cited in quiz.citations
    ] == [
        ("第 1 题（one）", ["第九条"], ["no-citation", "no-explanation"]),
        ("第 2 题（two）", [], ["no-citation", "no-explanation"]),
    ]


def test_a_waiver_silences_its_rule_for_its_question_only() -> None:
    """no-explanation may be waived with a reason; the next question is still told."""
    bare = {**TRUE_FALSE, "explanation": ""}
    _, problems = read_quiz(bare, {**bare, "id": "two", "waive": {"no-citation": "无"}})
    assert problems == ["第 2 题（two）：没有解析（explanation）：学员答错后看不到为什么"]


VALUES = st.recursive(
    st.sampled_from(["", "A", "1", "对", "____", "甲"]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from("AB1"), inner, max_size=3),
    max_leaves=5,
)


@given(
    st.sampled_from(sorted(QUESTION_TYPES)),
    st.dictionaries(
        st.sampled_from(
            ["stem", "options", "left", "right", "answer", "points", "any_order", "cite", "tags"]
        ),
        VALUES,
    ),
)
def test_no_question_is_lost_without_a_word(kind: str, fields: dict[str, Any]) -> None:
    """Whatever a trainer wrote into the fields, a question is read or a problem says why not."""
    quiz, problems = read_quiz({"id": "one", "type": kind, **fields})
    assert quiz.questions or problems
