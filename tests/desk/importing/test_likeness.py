"""Texts that are nearly the same are found, and many of one pattern do not take for ever."""

from __future__ import annotations

from collections import Counter

from desk.importing.likeness import similar_texts

RULES = (
    "缺课的成员应当在七日内补学并说明原因",
    "缺课的成员应当在十日内补学并说明原因",
    "学习记录由小组长保管每季度检查一次",
)


def test_texts_are_held_against_all_others() -> None:
    """Each pair that is so much alike, with its percentage; a text meets itself as well."""
    assert list(similar_texts(RULES[:1], RULES, 85)) == [(0, 0, 100), (0, 1, 94)]


def test_texts_of_one_import_are_held_against_earlier_ones_only() -> None:
    """Behind two of the bank: neither themselves nor what comes after."""
    others = [*RULES, RULES[0]]
    assert list(similar_texts(others[1:], others, 85, earlier_only=True)) == [
        (0, 0, 94),
        (2, 0, 100),
        (2, 1, 94),
    ]


def test_of_many_of_one_pattern_the_closest_are_compared() -> None:
    """Not each with each; a twin is never missed."""
    texts = [
        f"第{number}条规定缺课的成员应当在{number % 40}日内补学并说明原因{number % 7}"
        for number in range(900)
    ]
    texts.append(texts[450])
    pairs = list(similar_texts(texts, texts, 85, earlier_only=True))
    assert max(Counter(row for row, _, _ in pairs).values()) <= 100
    assert (900, 450, 100) in pairs
    assert all(column < row for row, column, _ in pairs)
