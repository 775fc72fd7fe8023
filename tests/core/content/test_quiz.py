"""A quiz: how it scores, and where it belongs."""

from __future__ import annotations

import pytest
from tests.support.quizzes import TRUE_FALSE, read_quiz

from lianxue.content.grading import Scoring
from lianxue.content.parse_question import COMMON_FIELDS, MATERIAL_FIELDS
from lianxue.content.question_types.registry import MATERIAL, QUESTION_TYPES
from lianxue.content.quiz import QUIZ_FIELDS
from lianxue.content.vocabulary import FIELD_NAMES, QUESTION_TYPE_NAMES


def test_a_quiz_scores_half_for_incomplete_unless_it_says_otherwise() -> None:
    """少选得一半, 80 percent to pass, one point a question."""
    quiz, problems = read_quiz(TRUE_FALSE)
    assert problems == []
    assert (quiz.scoring, quiz.pass_mark) == (Scoring.HALF_IF_INCOMPLETE, 80)
    assert quiz.points_of(quiz.questions[0]) == 1


@pytest.mark.parametrize("rule", list(Scoring))
def test_a_quiz_chooses_its_rule(rule: Scoring) -> None:
    """Each of the three rules by its name."""
    assert read_quiz(TRUE_FALSE, scoring=rule.value)[0].scoring is rule


def test_points_are_given_by_type_in_either_language() -> None:
    """判断题 and true_false are one type; types without points earn one."""
    short = {"id": "two", "type": "简答", "stem": "为什么？", "points": ["义务"]}
    quiz, problems = read_quiz(TRUE_FALSE, short, points={"判断题": 3})
    assert problems == []
    assert [quiz.points_of(question) for question in quiz.questions] == [3, 1]


def test_a_lesson_may_be_named_with_its_suffix() -> None:
    """Trainers copy file names."""
    assert read_quiz(TRUE_FALSE, lesson="2026/02-x.md")[0].lesson == "2026/02-x"


def test_chinese_names_lead_to_fields_that_exist() -> None:
    """The table of names holds no field that nothing reads, and every type has a Chinese name."""
    from lianxue.content import lesson, regulation

    fields = {
        *QUIZ_FIELDS,
        *COMMON_FIELDS,
        *MATERIAL_FIELDS,
        *lesson.FIELDS,
        *regulation.FIELDS,
        "accept",
        "exact",
    }
    fields.update(*(question_type.fields for question_type in QUESTION_TYPES.values()))
    assert set(FIELD_NAMES.values()) - fields == set()
    assert set(QUESTION_TYPE_NAMES.values()) == {*QUESTION_TYPES, MATERIAL}
