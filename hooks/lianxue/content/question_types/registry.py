"""The registry of question types; `material` groups questions and is no type of its own."""

from __future__ import annotations

from collections.abc import Mapping

from lianxue.content.question import QuestionType
from lianxue.content.question_types.choice import (
    parse_multiple_choice,
    parse_single_choice,
    parse_true_false,
)
from lianxue.content.question_types.fill_in import parse_fill_in
from lianxue.content.question_types.matching import parse_matching
from lianxue.content.question_types.ordering import parse_ordering
from lianxue.content.question_types.short_answer import parse_short_answer

_OPTIONS = frozenset({"options", "answer"})
_ANSWER = frozenset({"answer"})

QUESTION_TYPES: Mapping[str, QuestionType] = {
    question_type.name: question_type
    for question_type in (
        QuestionType("single_choice", "单选", _OPTIONS, parse_single_choice),
        QuestionType("multiple_choice", "多选", _OPTIONS, parse_multiple_choice),
        QuestionType("true_false", "判断", _ANSWER, parse_true_false),
        QuestionType("fill_in", "填空", _ANSWER | {"any_order"}, parse_fill_in),
        QuestionType("matching", "匹配", _ANSWER | {"left", "right"}, parse_matching),
        QuestionType("ordering", "排序", _OPTIONS, parse_ordering),
        QuestionType("short_answer", "简答", frozenset({"points"}), parse_short_answer),
    )
}
MATERIAL = "material"
