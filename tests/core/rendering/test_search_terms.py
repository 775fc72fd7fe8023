"""Folding for the search, and the terms of a text."""

from __future__ import annotations

import pytest

from lianxue.rendering.search_characters import Characters, export_sounds, export_variants, load_characters
from lianxue.rendering.search_terms import make_variants, term_texts, terms_of


@pytest.fixture(scope="module")
def characters() -> Characters:
    """The facts about characters, made without a cache."""
    return load_characters(None)


def written(folded: str) -> list[set[str]]:
    """The terms of each piece as they are written."""
    return [set(filter(None, term_texts(piece))) for piece in terms_of(folded)]


def test_terms_are_pairs_of_characters_and_words() -> None:
    """Punctuation, blanks and letters part pairs; a lone character makes none."""
    assert written("党员，不 得a1b收受3.5万元") == [{"党员", "a1b", "收受", "3", "5", "万元"}]


def test_pieces_do_not_run_into_each_other() -> None:
    """The mark between heading and text parts pairs and words, wherever it stands."""
    assert written("甲乙\0丙丁戊a\0\0b己庚") == [{"甲乙"}, {"丙丁", "丁戊", "a"}, set(), {"b", "己庚"}]
    assert written("") == [set()]


def test_characters_outside_the_basic_plane_part_pairs() -> None:
    """They have two codes and would be cut in half."""
    assert written("甲乙𠮷丙丁") == [{"甲乙", "丙丁"}]


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("黨紀處分條例", "党纪处分条例"),
        ("ＡＢc１２", "abc12"),
        ("第①项", "第1项"),
        ("〇八年", "〇八年"),
        ("Café", "café"),
    ],
)
def test_text_is_folded(characters: Characters, text: str, folded: str) -> None:
    """Width, case and traditional characters do not tell texts apart."""
    assert make_variants(characters.variants).fold(text) == folded


def test_only_variants_that_can_match_are_published(characters: Characters) -> None:
    """A pair whose simplified character is nowhere in the index is of no use."""
    assert export_variants(characters, "党纪") == "紀纪黨党"


def test_sounds_hold_every_usual_reading(characters: Characters) -> None:
    """Without tones, ü as v; common characters and those of titles."""
    sounds = dict(row.split(":") for row in export_sounds(characters, "喆").split("|"))
    assert list(sounds) == sorted(sounds)
    for reading, character in (("lv", "律"), ("hang", "行"), ("xing", "行"), ("zhong", "重"), ("zhe", "喆")):
        assert character in sounds[reading]
    assert "喆" not in export_sounds(characters, "")
