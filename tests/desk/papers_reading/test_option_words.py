"""Answers that speak of options in words: all of them, or by their own texts."""

from __future__ import annotations

import pytest
from tests.support.papers import opened_text

from desk.drafts.option_words import labels_by_text
from desk.importing.papers.reading import read_paper

OPTIONS = (("A", "警告"), ("B", "严重警告"), ("C", "罚款、没收"), ("D", "警告"))


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        ("严重警告。", ("B",)),
        ("罚款、没收", ("C",)),
        ("罚款、没收；严重警告", ("C", "B")),
        ("严重警告\n罚款、没收", ("B", "C")),
        ("严重警告、严重警告", ()),
        ("警告", ()),
        ("记过", ()),
    ],
)
def test_an_option_is_known_by_its_own_text(text: str, labels: tuple[str, ...]) -> None:
    """The whole first, then its parts; a text of two options names neither."""
    assert labels_by_text(text, OPTIONS) == labels


def test_all_of_them_may_be_an_option_of_that_name() -> None:
    """以上全对 is four options or the fourth: nobody guesses which."""
    text = "一、选择题\n1. 学习要求是（ ）\nA. 按时\nB. 认真\nC. 记笔记\nD. {}\n答案：以上全对\n"
    (draft,) = read_paper(opened_text("卷.txt", text.format("以上全对"))).drafts
    assert draft.answer == ()
    assert draft.doubts[0] == "答案“以上全对”既可以是全部选项，也可以是选项 D 的文字"
    (draft,) = read_paper(opened_text("卷.txt", text.format("按需"))).drafts
    assert (draft.answer, draft.doubts) == (("A", "B", "C", "D"), ())
