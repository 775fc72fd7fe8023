"""selection.js: which questions a filter asks for, as the address has it and in words."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from urllib.parse import urlencode

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from .small_bank import IDS, small_index

FILTERS: list[tuple[dict[str, Any], str, list[str]]] = [
    ({}, "全部题目", IDS),
    ({"regulations": ["rules"]}, "《纪律处分条例》", ["rules/a", "rules/b", "rules/c", "loose/a"]),
    (
        {"regulations": ["rules"], "articles": [1, 50], "disciplines": ["廉洁纪律"]},
        "《纪律处分条例》第 1–50 条、廉洁纪律",
        ["rules/b", "rules/c"],
    ),
    (
        {"regulations": ["rules"], "articles": [50, 9999]},
        "《纪律处分条例》第 50 条起",
        ["rules/c", "loose/a"],
    ),
    ({"regulations": ["code"], "articles": [3, 3]}, "《廉洁自律准则》第 3 条", ["code/a"]),
    (
        {"types": ["single_choice"], "difficulties": ["易"]},
        "单选题、难度易",
        ["rules/a", "code/a", "loose/a"],
    ),
    ({"lessons": ["2026/02-rules"]}, "“总则”", IDS[:4]),
    ({"quizzes": ["loose"]}, "散题", ["loose/a"]),
    ({"quizzes": ["loose"], "lessons": ["2026/02-rules"]}, "“总则”、散题", []),
    (
        {"disciplines": ["政治纪律", "廉洁纪律"]},
        "政治纪律、廉洁纪律",
        [i for i in IDS if i not in {"rules/d", "code/d"}],
    ),
    ({"regulations": ["gone"]}, "《gone》", []),
    ({"lessons": ["gone"]}, "“gone”", []),
]


@pytest.mark.parametrize(("asked", "words", "ids"), FILTERS, ids=[words for _, words, _ in FILTERS])
def test_a_filter_gives_its_questions_and_says_itself(
    call: Callable[..., Any], asked: dict[str, Any], words: str, ids: list[str]
) -> None:
    """In the order of the bank; an unknown name gives none, never those without a value."""
    index = small_index()
    rows, said = call(
        ["practice/selection"], ("selection.rows", [index, asked]), ("selection.words", [index, asked])
    )
    assert [IDS[row] for row in rows] == ids
    assert said == words


def test_unknown_names_are_named(call: Callable[..., Any]) -> None:
    """So that a page can say what the bank does not have."""
    asked = {
        "regulations": ["rules", "gone"],
        "types": ["essay"],
        "lessons": ["2026/02-rules", "2025/01-old"],
    }
    (strange,) = call(["practice/selection"], ("selection.unknown", [small_index(), asked]))
    assert strange == ["2025/01-old", "gone", "essay"]


@pytest.mark.parametrize(
    ("query", "articles"),
    [
        ("from=1&to=50", [1, 50]),
        ("to=50", [1, 50]),
        ("from=97", [97, 9999]),
        ("from=x&to=-3", None),
        ("from=1e3", None),
        ("from=&to=", None),
    ],
)
def test_article_ranges_may_be_open_or_nonsense(
    run_script: Callable[[str, Any], Any], query: str, articles: list[int] | None
) -> None:
    """A missing end is open; what is no number asks for nothing."""
    [[asked, _]] = run_script("run_selection.js", [query])
    assert asked.get("articles") == articles


NAMES = st.lists(st.text(min_size=1, max_size=8), max_size=3)


@settings(max_examples=10, deadline=None)
@given(
    lists=st.fixed_dictionaries(
        {}, optional={"regulation": NAMES, "discipline": NAMES, "type": NAMES, "quiz": NAMES}
    ),
    articles=st.none() | st.tuples(st.integers(1, 9998), st.integers(1, 9998)).map(sorted).map(tuple),
)
def test_an_address_survives_reading_and_writing(
    run_script: Callable[[str, Any], Any], lists: dict[str, list[str]], articles: tuple[int, int] | None
) -> None:
    """What was written is read as the same filter, whatever signs the names have."""
    query = urlencode(lists | ({"from": articles[0], "to": articles[1]} if articles else {}), doseq=True)
    [[asked, written]] = run_script("run_selection.js", [query])
    [[again, rewritten]] = run_script("run_selection.js", [written])
    assert (again, rewritten) == (asked, written)
    assert asked.get("regulations", []) == lists.get("regulation", [])
    assert asked.get("articles") == (list(articles) if articles else None)
