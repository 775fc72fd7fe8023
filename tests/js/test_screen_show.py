"""A show on the big screen: its steps, its scores, its clock, its keys."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

SCRIPTS = ["practice/screen_show", "practice/screen_keys"]
GIVEN = {"ids": ["a/1", "a/2"], "title": "自测", "seconds": 30, "names": ["甲队", "乙队"]}


@pytest.fixture
def show(call: Callable[..., Any]) -> Any:
    """A show of two questions that has just begun."""
    return call(SCRIPTS, ("screenShow.begin", [GIVEN]))[0]


def test_forward_shows_answer_and_explanation_before_the_next_question(
    call: Callable[..., Any], show: Any
) -> None:
    """One button walks through everything; behind the last question it stays at the end."""
    seen = []
    for _ in range(7):
        (show,) = call(SCRIPTS, ("screenShow.forward", [show, 2 if show["place"] < 2 else 0]))
        seen.append((show["place"], show["step"]))
    assert seen == [(0, 1), (0, 2), (1, 0), (1, 1), (1, 2), (2, 0), (2, 0)]


def test_reveal_never_leaves_the_question(call: Callable[..., Any], show: Any) -> None:
    """The space bar stops at the explanation."""
    for _ in range(4):
        (show,) = call(SCRIPTS, ("screenShow.reveal", [show, 2]))
    assert (show["place"], show["step"]) == (0, 2)


def test_back_undoes_a_step_and_finds_the_question_before_as_it_was_left(
    call: Callable[..., Any], show: Any
) -> None:
    """At the first question nothing is before it."""
    seen = []
    show = {**show, "place": 1, "step": 1}
    for _ in range(5):
        (show,) = call(SCRIPTS, ("screenShow.back", [show, 2]))
        seen.append((show["place"], show["step"]))
    assert seen == [(1, 0), (0, 2), (0, 1), (0, 0), (0, 0)]


def test_a_question_without_explanation_and_citation_has_no_second_step(call: Callable[..., Any]) -> None:
    """And behind the last question there is nothing to reveal."""
    bare = {"explanation": "", "cite": []}
    cited = {"explanation": "", "cite": [{"text": "第十条"}]}
    steps = call(SCRIPTS, *(("screenShow.lastStep", [question]) for question in (bare, cited, None)))
    assert steps == [1, 2, 0]


def test_scores_go_up_and_down_by_the_chosen_amount(call: Callable[..., Any], show: Any) -> None:
    """1, 5, 10 and 1 again; other teams keep theirs."""
    amounts = []
    for sign in (1, 1, -1, 1):
        (show,) = call(SCRIPTS, ("screenShow.award", [show, 1, sign]))
        (show,) = call(SCRIPTS, ("screenShow.changeAmount", [show]))
        amounts.append(show["amount"])
    assert amounts == [5, 10, 1, 5]
    assert show["teams"] == [{"name": "甲队", "score": 0}, {"name": "乙队", "score": 1 + 5 - 10 + 1}]


def test_the_clock_starts_once_a_question(call: Callable[..., Any], show: Any) -> None:
    """Going back to a question already asked, or to an answer, does not start it; the next question does."""
    now = 1_000_000
    (started,) = call(SCRIPTS, ("screenShow.startClock", [show, now]))
    assert started["until"] == now + 30_000
    (again, left, over) = call(
        SCRIPTS,
        ("screenShow.startClock", [started, now + 9_500]),
        ("screenShow.secondsLeft", [started, now + 9_500]),
        ("screenShow.secondsLeft", [started, now + 99_000]),
    )
    assert (again["until"], left, over) == (started["until"], 21, 0)
    (following,) = call(SCRIPTS, ("screenShow.skip", [started]))
    (answer,) = call(SCRIPTS, ("screenShow.startClock", [{**following, "step": 1}, now]))
    assert (following["until"], answer["until"]) == (0, 0)


def test_what_was_kept_is_a_show_or_nothing(call: Callable[..., Any], show: Any) -> None:
    """A memo of another shape starts nothing."""
    kept = call(SCRIPTS, *(("screenShow.restore", [value]) for value in (show, None, {}, {"ids": []}, 3)))
    assert kept == [show, None, None, None, None]


@pytest.mark.parametrize(
    ("pressed", "command"),
    [
        ({"code": "PageDown"}, ("forward", -1)),
        ({"code": "", "key": "PageDown"}, ("forward", -1)),
        ({"code": "ArrowLeft"}, ("back", -1)),
        ({"code": "Space"}, ("reveal", -1)),
        ({"code": "Period", "key": "。"}, ("black", -1)),
        ({"code": "F5", "shiftKey": True}, ("full", -1)),
        ({"code": "Digit3"}, ("plus", 2)),
        ({"code": "Digit3", "key": "#", "shiftKey": True}, ("minus", 2)),
        ({"code": "Numpad6"}, ("plus", 5)),
        ({"code": "Digit7"}, None),
        ({"code": "KeyB", "ctrlKey": True}, None),
        ({"code": "KeyQ"}, None),
    ],
    ids=str,
)
def test_keys_of_keyboards_and_remotes(
    call: Callable[..., Any], pressed: dict[str, Any], command: tuple[str, int] | None
) -> None:
    """By the place of the key, so that an input method changes nothing; with Ctrl, Alt or Meta they are the browser's."""
    event = {"key": "", "shiftKey": False, "ctrlKey": False, "altKey": False, "metaKey": False} | pressed
    (found,) = call(SCRIPTS, ("screenKeys.commandOf", [event]))
    assert (found and (found["name"], found["team"])) == command
