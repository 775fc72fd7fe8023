"""Grading in Python answers the truth tables."""

from __future__ import annotations

import pytest
from tests.support.truth_tables import TruthCase, truth_cases

from lianxue.content.question_types.registry import QUESTION_TYPES

CASES = list(truth_cases())


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_response_earns_what_the_table_says(case: TruthCase) -> None:
    """Verdict, share and parts of a response are those of its row."""
    grade = case.question.body.grade(case.response, case.quiz.scoring)
    assert (grade.verdict, grade.share, grade.parts) == (case.verdict, case.share, case.parts)


def test_every_type_and_every_rule_has_a_table() -> None:
    """No question type is graded without a table that says how, and no scoring rule either."""
    assert {case.question.type.name for case in CASES} == set(QUESTION_TYPES)
    assert len({case.quiz.scoring for case in CASES}) == 3
