"""mistakes.js: who enters the mistake book, and who leaves it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

SCRIPTS = ["record", "learning/mistakes"]
SETTINGS = {"mastered_after": 2, "daily_limit": 10, "exam_date": "", "exam_time": 1}
VERDICTS = {"c": "correct", "p": "partial", "w": "wrong"}


def answers(told: str, question: str = "q/a", revision: str = "r1") -> list[dict[str, Any]]:
    """`w01 c02 c02`: wrong on 1 November, right twice on the 2nd."""
    return [
        {
            "id": "x", "device": "a", "sequence": 1, "time": 1, "date": f"2026-11-{word[1:]}", "offset": 480, "kind": "response", "schema": 1,
            "payload": {"question": question, "revision": revision, "response": ["A"], "verdict": VERDICTS[word[0]], "share": 0},
        }
        for word in told.split()
    ]  # fmt: skip


def fold(call: Callable[..., Any], history: dict[str, Any], **changed: Any) -> list[dict[str, Any]]:
    """The mistake book."""
    (book,) = call(SCRIPTS, ("mistakes.fold", [history, {**SETTINGS, **changed}]))
    return book  # type: ignore[no-any-return]


def test_a_mistake_says_all_the_page_shows(call: Callable[..., Any]) -> None:
    """A half right answer counts as one."""
    assert fold(call, {"q/a": answers("c01 p02 w03 c04")}) == [
        {
            "question": "q/a", "revision": "r1", "date": "2026-11-03", "wrong": 2, "right": 2,
            "right_days": 1, "needed": 2, "is_mastered": False,
        }
    ]  # fmt: skip


def test_a_question_always_answered_right_is_no_mistake(call: Callable[..., Any]) -> None:
    """It never enters."""
    assert fold(call, {"q/a": answers("c01 c02")}) == []


def test_two_right_answers_on_one_day_count_once(call: Callable[..., Any]) -> None:
    """Mastered takes different days, because a minute later anybody remembers."""
    book = fold(
        call, {"q/a": answers("w01 c02 c02"), "q/b": answers("w01 c02 c03"), "q/c": answers("w01 c01 c02")}
    )
    assert [(entry["right_days"], entry["is_mastered"]) for entry in book] == [
        (1, False),
        (2, True),
        (2, True),
    ]


def test_a_later_mistake_brings_it_back(call: Callable[..., Any]) -> None:
    """The days with a right answer begin anew."""
    (entry,) = fold(call, {"q/a": answers("w01 c02 c03 w04 c05")})
    assert (entry["date"], entry["right_days"], entry["is_mastered"]) == ("2026-11-04", 1, False)


def test_the_number_of_days_is_a_setting(call: Callable[..., Any]) -> None:
    """One day is enough for some, three for others."""
    history = {"q/a": answers("w01 c02 c03")}
    assert [fold(call, history, mastered_after=days)[0]["is_mastered"] for days in (1, 2, 3)] == [
        True,
        True,
        False,
    ]


def test_mistakes_of_an_older_revision_are_gone(call: Callable[..., Any]) -> None:
    """The question was changed; what was wrong before says nothing of it."""
    old, new = answers("w01 w02"), answers("c03", revision="r2")
    assert fold(call, {"q/a": old + new}) == []
    (entry,) = fold(call, {"q/a": old + answers("c03 w04", revision="r2")})
    assert (entry["revision"], entry["wrong"], entry["right"]) == ("r2", 1, 1)


def test_the_latest_mistake_stands_first(call: Callable[..., Any]) -> None:
    """Those of one day keep the order of the history."""
    book = fold(call, {"q/a": answers("w01"), "q/b": answers("w03"), "q/c": answers("w01")})
    assert [entry["question"] for entry in book] == ["q/b", "q/a", "q/c"]


@settings(max_examples=10, deadline=None, derandomize=True)
@given(
    st.lists(
        st.lists(st.tuples(st.sampled_from("cpw"), st.integers(1, 9)), min_size=1, max_size=12),
        min_size=30,
        max_size=60,
    ),
    st.integers(1, 5),
)
def test_any_history_is_judged_as_the_rule_says(
    call: Callable[..., Any], told: list[list[tuple[str, int]]], days: int
) -> None:
    """In the book: some wrong or half right answer. Mastered: right on so many different days after the last of them."""
    words = [[f"{verdict}{day:02}" for verdict, day in one] for one in told]
    history = {f"q/{number}": answers(" ".join(one)) for number, one in enumerate(words)}
    book = {entry["question"]: entry for entry in fold(call, history, mastered_after=days)}
    for number, one in enumerate(words):
        latest = max((place for place, word in enumerate(one) if word[0] != "c"), default=None)
        entry = book.get(f"q/{number}")
        assert (entry is None) == (latest is None)
        if entry is not None and latest is not None:
            assert entry["right_days"] == len({word[1:] for word in one[latest + 1 :]})
            assert entry["is_mastered"] == (entry["right_days"] >= days)
