"""Lists of pages and sections, and their shards."""

from __future__ import annotations

import random

import pytest

from lianxue.rendering.search_postings import (
    by_shard,
    changed_lists,
    characters_of,
    count_shards,
    cut_shards,
    format_lists,
    join_lists,
    join_pages,
    page_character,
    parse_lists,
    patch_lists,
    section_characters,
    shard_of,
)


def test_a_list_names_pages_and_their_sections() -> None:
    """A page's character, then those of its sections; headings also have lists of their own."""
    lists = join_pages([(0, "\0收受\0收受\0礼品"), (2, "\0礼品a\0\0礼品")])
    assert lists == {"收受": "\u0400$%", "^收受": "\u0400%", "礼品": "\u0400%\u0402$%", "a": "\u0402$"}


def test_codes_need_no_escape_in_a_script() -> None:
    """No quote, backslash, control character, line end or blank; sections beyond 986 count farther."""
    sections = [section_characters(number) for number in range(3000)]
    pages = [page_character(number) for number in range(20000)]
    assert len(set(sections)) == 3000
    assert len(set(pages)) == 20000
    assert sections[:2] + sections[89:91] == ["$", "%", "~", "\x80"]
    assert sections[985:987] == ["\u03ff", "!$"]
    assert not set("".join(sections + pages)) & set(' "\\#\x7f\u2028\u2029')
    assert pages[0x2027 - 0x400] + pages[0x2028 - 0x400] == "\u2027\u202a"
    with pytest.raises(ValueError, match="no more than 54270 pages"):
        page_character(54270)


def test_a_shard_is_found_by_its_term() -> None:
    """The browser computes the same; a heading's list lies beside the other."""
    assert shard_of("处分", 128) == (ord("处") * 131 + ord("分")) % 65521 % 128
    assert shard_of("^处分", 128) == shard_of("处分", 128)
    assert [count_shards(size) for size in (0, 16_383, 16_384, 1_600_000, 24_000_000, 10**9)] == [
        1,
        1,
        2,
        128,
        2048,
        4096,
    ]


def test_shards_hold_their_terms_in_order() -> None:
    """` term#list` each, one blank at the end; an empty shard is that blank."""
    lists = {"b": "\u0400$", "a": "\u0400%", "^a": "\u0400%"}
    assert cut_shards(lists, 1) == [lists]
    assert format_lists(lists) == " ^a#\u0400% a#\u0400% b#\u0400$ "
    assert [format_lists(part) for part in cut_shards({}, 2)] == [" ", " "]
    assert parse_lists(format_lists(lists)) == lists
    assert characters_of(lists) == "^ab"


def text(chance: random.Random) -> str:
    """A folded page of a few sections over a few characters."""
    pieces = ["".join(chance.choices("党员收受礼品a1，", k=chance.randrange(9))) for _ in range(6)]
    return "\0".join(pieces)


@pytest.mark.parametrize("seed", range(20))
def test_a_mended_shard_is_the_one_made_anew(seed: int) -> None:
    """Whatever changes on whichever page; and lists made in two halves join to the same."""
    chance = random.Random(seed)
    pages = [text(chance) for _ in range(5)]
    shards = cut_shards(join_pages(enumerate(pages)), 4)
    halves = join_pages(list(enumerate(pages))[:2])
    join_lists(halves, join_pages(list(enumerate(pages))[2:]))
    assert cut_shards(halves, 4) == shards
    number = chance.randrange(5)
    old = join_pages([(number, pages[number])])
    pages[number] = text(chance)
    new = join_pages([(number, pages[number])])
    for shard, lists in by_shard(changed_lists(old, new), 4).items():
        shards[shard] = patch_lists(shards[shard], number, lists)
    assert shards == cut_shards(join_pages(enumerate(pages)), 4)
