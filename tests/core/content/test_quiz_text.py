"""A quiz file written from questions is the file a person would write."""

from __future__ import annotations

import pytest
from tests.support.project import REPOSITORY

from lianxue.content.canonical import format_quiz
from lianxue.content.catalog import load_catalog
from lianxue.content.question import Json
from lianxue.content.quiz import parse_quiz
from lianxue.content.quiz_text import part_fields, quiz_text
from lianxue.reading.problem import Report

QUIZZES = load_catalog(REPOSITORY).quizzes


@pytest.mark.parametrize("quiz_id", QUIZZES)
def test_a_shipped_quiz_is_written_again_as_it_stands(quiz_id: str) -> None:
    """Every kind of question we ship comes out byte for byte as its file has it."""
    quiz = QUIZZES[quiz_id]
    head: dict[str, Json] = {
        "title": quiz.title,
        "lesson": quiz.lesson,
        "regulation": quiz.regulation,
        "pass_mark": str(quiz.pass_mark),
    }
    text = quiz_text(head, [part_fields(part, quiz.regulation) for part in quiz.parts])
    assert text == (REPOSITORY / quiz.path).read_text(encoding="utf-8")
    assert format_quiz(text, quiz.path) == text


HOSTILE = [
    *("NO", "010", "12:30", "~", "null", "- a", "a: b", "# x", "a #b", "'", '"', "{a}", "[b]", "*x", "&x"),
    *(
        "!t",
        "%d",
        "@x",
        "`x`",
        "|",
        ">",
        "?",
        "题：目",
        "a\nb",
        " 空",
        "尾 ",
        "---",
        "...",
        "<<",
        "=",
        "\\n",
        "a\tb",
    ),
    *("　全角空格", "😀", "：", "，"),
]


def test_no_text_changes_on_its_way_through_a_file() -> None:
    """What YAML would take for something else is quoted; ends are trimmed as everywhere."""
    fields: list[dict[str, Json]] = [
        {
            "id": f"q-{number}",
            "type": "fill_in",
            "stem": f"____ {text}",
            "answer": [{"accept": [text, f"{text}1"]}],
            "explanation": text,
            "cite": ["第一条"],
        }
        for number, text in enumerate(HOSTILE)
    ]
    report = Report()
    quiz = parse_quiz(quiz_text({"title": "x", "regulation": "r"}, fields), "quizzes/x.yml", "x", report)
    assert quiz is not None
    assert report.problems == []
    assert [question.explanation for question in quiz.questions] == [text.strip() for text in HOSTILE]


def test_notes_stand_above_their_question() -> None:
    """A comment says why a question is not settled, on the line above it."""
    fields: list[dict[str, Json]] = [{"id": "a", "stem": "x"}, {"id": "b", "stem": "y"}]
    assert quiz_text({"title": "x"}, fields, {"b": ["待确认：没有答案"]}) == (
        "title: x\nquestions:\n  - id: a\n    stem: x\n\n  # 待确认：没有答案\n  - id: b\n    stem: y\n"
    )
