"""Mistake book and notes as words: questions, tables, text files, reports."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

WORDS = {
    "id": "q/a",
    "stem": "影响期多长？",
    "options": ["A　半年", "B　一年"],
    "answer": "B",
    "explanation": "一年。",
    "citations": ["《条例》第十条", "《条例》第十一条"],
}
MISTAKE = {
    "question": "q/a",
    "revision": "r1",
    "date": "2026-02-10",
    "wrong": 2,
    "right": 1,
    "right_days": 1,
    "needed": 2,
    "is_mastered": False,
}
NOTED = {
    "target": "question:q/a",
    "title": "影响期",
    "is_starred": True,
    "note": "第一行\n第二行",
    "date": "2026-02-10",
}
PAGE = {
    "target": "page:lessons/x.html",
    "title": "第一课",
    "is_starred": False,
    "note": "abc",
    "date": "2026-02-11",
}
BOTH = [{"noted": PAGE, "words": None}, {"noted": NOTED, "words": WORDS}]


def question(**own: Any) -> dict[str, Any]:
    """A question of the bank, plain but for one bold word."""
    shared = {
        "id": "q/a",
        "stem": ["<b>题干</b>"],
        "explanation": "<p>解析</p>",
        "cite": [{"text": "第十条"}],
    }
    return {**shared, "type": "single_choice", **own}


@pytest.mark.parametrize(
    ("asked", "response", "answer", "options", "said"),
    [
        (
            {"type": "multiple_choice", "options": [["A", "甲"], ["B", "乙"]], "answer": ["A", "B"]},
            *(["A"], "A、B", ["A　甲", "B　乙"], "A"),
        ),
        (
            {"type": "true_false", "options": [["对", "对"], ["错", "错"]], "answer": ["错"]},
            *(["对"], "错", ["对", "错"], "对"),
        ),
        (
            {"type": "fill_in", "stem": ["共", "章。"], "answer": [{"accept": ["二", "两"]}]},
            *(["=1+1"], "二 或 两", [], "=1+1"),
        ),
        (
            {"type": "matching", "left": [["1", "甲"]], "right": [["A", "乙"]], "answer": {"1": "A"}},
            *({}, "1—A", ["1　甲", "A　乙"], "1—未选"),
        ),
        (
            {"type": "ordering", "options": [["A", "甲"], ["B", "乙"]], "answer": ["B", "A"]},
            *(["A", "B"], "B → A", ["A　甲", "B　乙"], "A → B"),
        ),
        (
            {"type": "short_answer", "answer": ["要点一", "要点二"]},
            *({"text": "想到的", "ticked": [0]}, "1. 要点一\n2. 要点二", [], "想到的"),
        ),
    ],
    ids=lambda value: value.get("type") if isinstance(value, dict) else None,
)
def test_every_kind_of_question_has_words(
    run_script: Callable[[str, Any], Any],
    asked: Any,
    response: Any,
    answer: str,
    options: list[str],
    said: str,
) -> None:
    """Options with their letters, the right answer and the learner's own, as a trainer would write them."""
    told = run_script("run_notebook.js", {"question": question(**asked), "response": response})
    assert told["words"]["answer"] == answer
    assert told["words"]["options"] == options
    assert told["words"]["stem"] == ("共____章。" if asked["type"] == "fill_in" else "题干")
    assert told["words"]["citations"] == ["第十条"]
    assert told["response"] == said


def test_a_response_of_any_shape_does_no_harm(run_script: Callable[[str, Any], Any]) -> None:
    """What another version wrote for a question becomes no words, not a fault."""
    for kind in ("single_choice", "fill_in", "matching", "ordering", "short_answer"):
        given = question(type=kind, answer=[], options=[], left=[])
        assert run_script("run_notebook.js", {"question": given, "response": None})["response"] == ""


def test_history_is_told_in_words(call: Callable[..., Any]) -> None:
    """Date, verdict and where it was answered."""
    event = {"date": "2026-02-10", "payload": {"verdict": "partial", "mode": "exam"}}
    plain = {"date": "2026-02-09", "payload": {"verdict": "wrong"}}
    assert call(
        ["record", "learning/question_words"],
        ("questionWords.historyLine", [event]),
        ("questionWords.historyLine", [plain]),
    ) == ["2026 年 2 月 10 日，部分答对（模拟考试）", "2026 年 2 月 9 日，答错（课文或自测题）"]


def test_the_table_of_mistakes_has_a_row_a_question(call: Callable[..., Any]) -> None:
    """Ten columns; the text shared by several questions stands above the stem."""
    entry = {"words": WORDS, "type": "单选", "discipline": "廉洁纪律", "response": "A", "mistake": MISTAKE}
    (rows,) = call(["learning/mistake_table"], ("mistakeTable.rows", [[{**entry, "material": "甲收了礼。"}]]))
    assert rows == [
        ["题干", "选项", "题型", "正确答案", "我的作答", "解析", "依据", "纪律", "答错次数", "最近答错日期"],
        [
            *("材料：甲收了礼。\n影响期多长？", "A　半年\nB　一年", "单选", "B", "A", "一年。"),
            *("《条例》第十条；《条例》第十一条", "廉洁纪律", "2", "2026-02-10"),
        ],
    ]


def test_notes_become_a_text_file_for_windows(call: Callable[..., Any]) -> None:
    """A byte order mark, CRLF and no bare LF; a note keeps its lines and its question."""
    (text,) = call(["record", "learning/notes_text"], ("notesText.make", ["我的笔记", BOTH]))
    assert text.startswith("\ufeff我的笔记（2 条）\r\n")
    assert "\n" not in text.replace("\r\n", "")
    blocks = text[1:].replace("\r\n", "\n").split("\n\n----------------------------------------\n\n")
    assert blocks[1] == "1. 第一课\n笔记：abc\n日期：2026 年 2 月 11 日"
    assert blocks[2] == (
        "2. 影响期多长？\nA　半年\nB　一年\n正确答案：B\n解析：一年。\n依据：《条例》第十条；《条例》第十一条\n"
        "笔记：\n第一行\n第二行\n已收藏\n日期：2026 年 2 月 10 日\n"
    )


def test_notes_become_a_table(call: Callable[..., Any]) -> None:
    """A row each; a lesson has no answer."""
    (rows,) = call(["record", "learning/notes_text"], ("notesText.rows", [BOTH]))
    assert rows[1] == ["课文", "第一课", "", "", "", "", "abc", "", "2026-02-11"]
    assert rows[2][:2] == ["题目", "影响期多长？"]
    assert rows[2][6:] == ["第一行\n第二行", "是", "2026-02-10"]


@pytest.mark.parametrize(
    ("typed", "found"),
    [("", [0, 1]), ("ABC", [0]), ("多长", [1]), ("影响期 第二行", [1]), ("影响期 abc", []), ("第", [0, 1])],
)
def test_notes_are_found_by_their_words(call: Callable[..., Any], typed: str, found: list[int]) -> None:
    """In titles, stems and notes, capital or small; every word must be there."""
    told = call(["record", "learning/notes_text"], *(("notesText.isFound", [entry, typed]) for entry in BOTH))
    assert [place for place, is_found in enumerate(told) if is_found] == found


def test_a_report_names_question_version_and_page(call: Callable[..., Any]) -> None:
    """Everything whoever looks after the bank needs; a lesson has no question."""
    place = {
        "question": "q/a",
        "revision": "r1",
        "stem": "题干",
        "page": "自测 - 廉学",
        "url": "quizzes/q.html#q-q--a",
    }
    page = {**place, "question": "", "revision": "", "stem": ""}
    told = call(
        ["record", "learning/problem_report"],
        ("problemReport.make", [place, " 选项重复 ", "2026-02-10"]),
        ("problemReport.make", [page, "", "2026-02-10"]),
    )
    assert told == [
        "题目报错\n题目编号：q/a\n题目版本：r1\n页面：自测 - 廉学\n网址：quizzes/q.html#q-q--a\n题干：题干\n"
        "日期：2026 年 2 月 10 日\n\n哪里不对：\n选项重复",
        "课文报错\n页面：自测 - 廉学\n网址：quizzes/q.html#q-q--a\n日期：2026 年 2 月 10 日\n\n哪里不对：\n（请写在这里）",
    ]


def test_the_book_tells_changed_and_mastered_apart(call: Callable[..., Any]) -> None:
    """Mastered ones show when asked for; what changed since is listed but not asked again."""
    index = {"revision": ["r1", "r2", "r3"]}
    mastered = {**MISTAKE, "question": "q/c", "revision": "r3", "is_mastered": True}
    book = [
        {"mistake": MISTAKE, "row": 0, "isChanged": False},
        {"mistake": {**MISTAKE, "question": "q/b"}, "row": 1, "isChanged": True},
        {"mistake": mastered, "row": 2, "isChanged": False},
    ]
    assert index["revision"][2] == mastered["revision"]
    chosen, everything, fewer, asked = call(
        ["practice/mistake_book"],
        ("mistakeBook.choose", [book, [0, 1, 2], False]),
        ("mistakeBook.choose", [book, [0, 1, 2], True]),
        ("mistakeBook.choose", [book, [1], True]),
        ("mistakeBook.open", [book]),
    )
    assert chosen == book[:2]
    assert everything == book
    assert fewer == book[1:2]
    assert asked == book[:1]


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({}, "答错 2 次，还需在不同的日子答对 1 次"),
        ({"right_days": 0}, "答错 2 次，还需在不同的日子答对 2 次"),
        ({"right_days": 0, "needed": 1}, "答错 2 次，还需答对 1 次"),
        ({"is_mastered": True}, "答错 2 次，已掌握"),
    ],
)
def test_how_a_mistake_stands(call: Callable[..., Any], change: dict[str, Any], words: str) -> None:
    """How often it was wrong, and what is left to do."""
    assert call(["practice/mistake_book"], ("mistakeBook.tally", [{**MISTAKE, **change}])) == [words]
