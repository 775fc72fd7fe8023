"""progress.js and study_facts.js: how far quizzes, lessons and disciplines are done, and what is worth reading again."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

SCRIPTS = ["record", "learning/progress", "learning/study_facts"]
# id, quiz, discipline, points, regulation, article
ROWS = (
    ("a/one", 0, 2, 1, 0, 97),
    ("a/two", 0, 2, 1, 0, 97),
    ("a/three", 0, -1, 2, 0, 10),
    ("b/one", 1, 0, 1, 1, 3),
    ("c/one", 2, 0, 1, 1, 3),
)
INDEX: dict[str, Any] = {
    "quizzes": ["a", "b", "c"],
    "quiz_lessons": [0, 0, -1],
    "pass_marks": {"a": 80, "b": 80, "c": 60},
    "lessons": [
        {"id": "2026/02-x", "title": "二月", "month": "2026-02", "url": "lessons/2026/02-x.html"},
        {"id": "2025/12-y", "title": "去年", "month": "2025-12", "url": "lessons/2025/12-y.html"},
        {"id": "2026/01-z", "title": "一月", "month": "2026-01", "url": "lessons/2026/01-z.html"},
    ],
    "disciplines": ["政治纪律", "组织纪律", "廉洁纪律"],
    "ids": [row[0] for row in ROWS],
    "revision": ["r1" for _ in ROWS],
    "quiz": [row[1] for row in ROWS],
    "discipline": [row[2] for row in ROWS],
    "points": [row[3] for row in ROWS],
    "regulation": [row[4] for row in ROWS],
    "article": [row[5] for row in ROWS],
}
ALL_RIGHT = {"a/one": 1, "a/two": 1, "a/three": 1, "b/one": 1}
FACTS = {"title": "二月", "month": "2026-02", "id": "2026/02-x", "url": "lessons/2026/02-x.html"}


def latest(shares: dict[str, float], revision: str = "r1") -> dict[str, Any]:
    """The latest responses by question and revision."""
    return {
        f"{question}@{revision}": {
            "payload": {
                "question": question,
                "revision": revision,
                "share": share,
                "verdict": "correct" if share == 1 else "partial" if share else "wrong",
            }
        }
        for question, share in shares.items()
    }


def mistake(question: str, **facts: Any) -> dict[str, Any]:
    """A mistake that stands."""
    return {"question": question, "revision": "r1", "is_mastered": False} | facts


def cite(text: str, url: str = "r.html#art-97", status: str = "现行有效") -> dict[str, str]:
    """A citation as the bank has it."""
    return {"text": text, "url": url, "status": status}


def lessons_of(call: Callable[..., Any], shares: dict[str, float], year: str = "2026", **how: Any) -> Any:
    """The lessons of a year after some responses."""
    (lessons,) = call(SCRIPTS, ("studyFacts.lessons", [INDEX, latest(shares, **how), year]))
    return lessons


def test_quizzes_are_counted_in_one_pass(call: Callable[..., Any]) -> None:
    """Answered, all, points and gained points of each quiz, in the order of the index."""
    (tallies,) = call(SCRIPTS, ("progress.tallies", [INDEX, latest({"a/one": 1, "a/three": 0.5})]))
    assert tallies == [
        {"passMark": 80, "answered": 2, "total": 3, "points": 4, "gained": 2},
        {"passMark": 80, "answered": 0, "total": 1, "points": 1, "gained": 0},
        {"passMark": 60, "answered": 0, "total": 1, "points": 1, "gained": 0},
    ]


def test_lessons_come_by_month_with_all_their_quizzes(call: Callable[..., Any]) -> None:
    """January has no questions; February's two quizzes are one study."""
    january, february = lessons_of(call, {"a/one": 1, "b/one": 0})
    assert (january["title"], january["state"], january["total"]) == ("一月", "none", 0)
    assert february == {**FACTS, "state": "started", "answered": 2, "total": 4, "score": 20}


def test_a_lesson_is_passed_when_each_of_its_quizzes_is(call: Callable[..., Any]) -> None:
    """80 points over both are not enough where one quiz has none."""
    studied, passed = lessons_of(call, ALL_RIGHT | {"b/one": 0})[1], lessons_of(call, ALL_RIGHT)[1]
    assert (studied["state"], studied["score"]) == ("studied", 80)
    assert (passed["state"], passed["score"]) == ("passed", 100)


def test_an_answer_to_another_revision_counts_as_none(call: Callable[..., Any]) -> None:
    """A question whose answer changed is to be done anew, in lessons and in disciplines."""
    assert lessons_of(call, ALL_RIGHT, revision="r0")[1]["state"] == "none"
    (bars,) = call(SCRIPTS, ("studyFacts.disciplines", [INDEX, latest(ALL_RIGHT, "r0")]))
    assert {bar["answered"] for bar in bars} == {0}


def test_the_ring_counts_lessons_with_questions(call: Callable[..., Any]) -> None:
    """已学 and 已通过 count alike; a lesson that cannot be done is left out; an empty year has an empty ring."""
    studied, begun = lessons_of(call, ALL_RIGHT | {"b/one": 0}), lessons_of(call, {"a/one": 1})
    rings = call(SCRIPTS, *(("studyFacts.ring", [lessons]) for lessons in (studied, begun, [])))
    assert rings == [{"done": 1, "total": 1}, {"done": 0, "total": 1}, {"done": 0, "total": 0}]


def test_years_are_those_with_lessons(call: Callable[..., Any]) -> None:
    """Each once, the earliest first."""
    assert call(SCRIPTS, ("studyFacts.years", [INDEX])) == [["2025", "2026"]]


def test_disciplines_have_bars_and_the_rest_comes_last(call: Callable[..., Any]) -> None:
    """One without questions is left out; half right is answered and not right; a removed question is nowhere."""
    shares = {"a/one": 1, "a/two": 0.5, "a/three": 0, "gone/one": 1}
    (bars,) = call(SCRIPTS, ("studyFacts.disciplines", [INDEX, latest(shares)]))
    assert bars == [
        {"name": "政治纪律", "isNamed": True, "total": 2, "answered": 0, "right": 0},
        {"name": "廉洁纪律", "isNamed": True, "total": 2, "answered": 2, "right": 1},
        {"name": "其他", "isNamed": False, "total": 1, "answered": 1, "right": 0},
    ]


def test_only_mistakes_that_stand_are_told(call: Callable[..., Any]) -> None:
    """Not the mastered, not of a removed question, not of one that has changed since."""
    mistakes = [
        mistake("a/three"),
        mistake("a/one", is_mastered=True),
        mistake("gone/one"),
        mistake("b/one", revision="r0"),
        mistake("c/one"),
    ]
    (standing,) = call(SCRIPTS, ("studyFacts.standing", [INDEX, mistakes]))
    assert standing == [{"id": "a/three", "row": 2}, {"id": "c/one", "row": 4}]


def test_the_most_telling_mistakes_are_loaded_first(call: Callable[..., Any]) -> None:
    """By the article they rest on, the most frequent one first, and no more than asked."""
    mistakes = [mistake(question) for question in ("a/three", "b/one", "a/one", "a/two")]
    all_of_them, two = call(
        SCRIPTS,
        ("studyFacts.telling", [INDEX, mistakes, 10]),
        ("studyFacts.telling", [INDEX, mistakes, 2]),
    )
    assert all_of_them == ["a/one", "a/two", "a/three", "b/one"]
    assert two == ["a/one", "a/two"]


def test_articles_are_gathered_over_their_paragraphs(call: Callable[..., Any]) -> None:
    """One question counts once for an article; 之一 is an article of its own; the most mistakes first."""
    old = cite("《旧条例》第二十条", "old.html#art-20", "已修订")
    preamble = cite("《章程》总纲", "c.html#preamble")
    inserted = cite("《条例》第九十七条之一第二款", "r.html#art-97-1")
    questions = [
        {"cite": [preamble, cite("《条例》第九十七条第一款"), cite("《条例》第九十七条第二款第一项")]},
        {"cite": [cite("《条例》第九十七条"), old]},
        {"cite": [inserted]},
        {"cite": []},
    ]
    (articles,) = call(SCRIPTS, ("studyFacts.articles", [questions]))
    assert articles == [
        {"title": "《条例》第九十七条", "url": "r.html#art-97", "status": "现行有效", "mistakes": 2},
        {"title": "《章程》总纲", "url": "c.html#preamble", "status": "现行有效", "mistakes": 1},
        {"title": "《旧条例》第二十条", "url": "old.html#art-20", "status": "已修订", "mistakes": 1},
        {"title": "《条例》第九十七条之一", "url": "r.html#art-97-1", "status": "现行有效", "mistakes": 1},
    ]
