"""numerals.js, fold.js, words.js, sounds.js, titles.js, postings.js: the pure parts of the search."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

FOLD = ["folding", "search/fold"]
NUMERALS = ["folding", "search/numerals"]


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("处分条例97条", ("97", "处分条例", "")),
        ("第九十七条", ("97", "", "")),
        ("97条之一", ("97-1", "", "")),
        ("刑法 第 126 条", ("126", "刑法", "")),
        ("刑法第一百二十条之一", ("120-1", "刑法", "")),
        ("处分条例第九十七条第二款 礼金", ("97", "处分条例", "礼金")),
        ("处分条例", None),
        ("三条件", None),
        ("第零条", None),
    ],
)
def test_article_of_a_query(call: Callable[..., Any], asked: str, found: tuple[str, str, str] | None) -> None:
    """The number, and what stands before and after it."""
    [got] = call(NUMERALS, ("searchNumerals.article", [asked]))
    assert (got and (got["article"], got["before"], got["after"])) == found


@pytest.mark.parametrize(
    ("written", "others"),
    [
        ("60日", ["六十日"]),
        ("六十日内", ["60日内"]),
        ("105元", ["一百零五元"]),
        ("20000元", ["二万元"]),
        ("二万元", ["2万元"]),
        ("三个月", ["3个月"]),
        ("统一", []),
    ],
)
def test_an_amount_is_written_either_way(call: Callable[..., Any], written: str, others: list[str]) -> None:
    """Numbers below units."""
    assert call(NUMERALS, ("searchNumerals.alternatives", [written])) == [others]


@pytest.mark.parametrize(
    ("article", "label"), [("97", "第九十七条"), ("120-1", "第一百二十条之一"), ("1010", "第一千零一十条")]
)
def test_label_of_an_article(call: Callable[..., Any], article: str, label: str) -> None:
    """As headings write it."""
    assert call(NUMERALS, ("searchNumerals.label", [article])) == [label]


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("处分条例97条 98条", (["97", "98"], "处分条例", "")),
        ("第九十七条、第九十八条", (["97", "98"], "", "")),
        ("处分条例100-102条", (["100", "101", "102"], "处分条例", "")),
        ("97、99条", (["97", "99"], "", "")),
        ("准则第一条至第三条对哪些人", (["1", "2", "3"], "准则", "对哪些人")),
        ("刑法120-1条", (["120-1"], "刑法", "")),
        ("1-900条", ([str(number) for number in range(1, 11)], "", "")),
        ("处分条例", None),
    ],
)
def test_a_query_may_name_several_articles(
    call: Callable[..., Any], asked: str, found: tuple[list[str], str, str] | None
) -> None:
    """Lists and stretches, ten at most."""
    [got] = call(NUMERALS, ("searchNumerals.articles", [asked]))
    assert (got and (got["articles"], got["before"], got["after"])) == found


def test_fold_makes_writings_equal(call: Callable[..., Any]) -> None:
    """Full width, capitals, traditional characters."""
    results = call(FOLD, ("searchFold.useVariants", ["監监務务"]), ("searchFold.fold", ["監察Ｆａ，公務"]))
    assert results[1] == "监察fa,公务"


def test_folded_text_knows_where_it_came_from(call: Callable[..., Any]) -> None:
    """㈠ becomes three characters of one place."""
    [got] = call(FOLD, ("searchFold.foldInPlace", ["第㈠项"]))
    assert got == {"folded": "第(一)项", "from": [0, 1, 1, 1, 2, 3]}


@pytest.mark.parametrize(
    ("asked", "words"),
    [
        ("受贿罪 处罚，数额", ["受贿罪", "处罚", "数额"]),
        ("公款吃喝怎么处理", ["公款吃喝"]),
        ("什么是四种形态？", ["四种形态"]),
        ("政务处分有哪些种类", ["政务处分"]),
        ("怎么处理", ["怎么处理"]),
        ("“红红脸、出出汗”", ["红红脸", "出出汗"]),
        ("刑 法", []),
    ],
)
def test_words_of_a_query(call: Callable[..., Any], asked: str, words: list[str]) -> None:
    """What only asks is left out where something else is left."""
    [got] = call([*NUMERALS, "search/fold", "search/words"], ("searchWords.read", [asked, []]))
    assert [word["text"] for word in got] == words


TITLES = ["folding", "search/fold", "search/titles"]


@pytest.mark.parametrize(
    ("asked", "better", "worse"),
    [
        ("行政复议法", "行政复议法", "行政复议法实施条例"),
        ("政务处分法", "公职人员政务处分法", "政务处分法实施条例"),
        ("行诉法", "行政诉讼法", "执行异议诉讼法"),
        ("劳法", "劳动法", "劳动合同法"),
        ("治安处罚法", "治安管理处罚法", "治安防控法"),
        ("计生法", "人口与计划生育法", "会计法"),
    ],
)
def test_the_nearer_name_is_likelier(call: Callable[..., Any], asked: str, better: str, worse: str) -> None:
    """Whole before part, end before middle, short before long."""
    one, other = call(
        TITLES, ("searchTitles.likeness", [asked, better]), ("searchTitles.likeness", [asked, worse])
    )
    assert one > other


def test_a_name_has_shorter_forms(call: Callable[..., Any]) -> None:
    """Without the state, the party, and a remark in brackets."""
    [got] = call(TITLES, ("searchTitles.formsOf", ["中国共产党纪律处分条例（2018年修订）"]))
    assert [form for form, _ in got] == [
        "中国共产党纪律处分条例2018年修订",
        "纪律处分条例2018年修订",
        "中国共产党纪律处分条例",
        "纪律处分条例",
    ]


@pytest.mark.parametrize(
    ("text", "keys", "parts"),
    [
        ("拿公款请客送礼", ["送礼"], ["拿公款请客", "送礼"]),
        ("送礼", ["送礼"], ["送礼"]),
        ("先送礼后送礼", ["送礼"], ["先", "送礼", "后", "送礼"]),
    ],
)
def test_a_word_with_other_ways_stands_apart(
    call: Callable[..., Any], text: str, keys: list[str], parts: list[str]
) -> None:
    """Also inside a longer one."""
    rooms = ["search/postings", "search/cutting"]
    assert call(rooms, ("searchCutting.apart", [text, keys])) == [parts]


def test_lists_are_read_as_numbers(call: Callable[..., Any]) -> None:
    """Pages from U+0400, sections from $, past the backslash, past U+007E, past 986."""
    bases = [0, 10, 3000]
    cases = {
        "\u0400$%": [0, 1],
        "\u0401$": [10],
        "\u0400[]\u0402$": [55, 56, 3000],
        "\u0400~\u0080!$": [89, 90, 986],
    }
    results = call(["search/postings"], *(("searchPostings.decode", [text, bases]) for text in cases))
    assert [list(result.values()) for result in results] == list(cases.values())


def test_a_term_is_found_by_its_whole_name(call: Callable[..., Any]) -> None:
    """Not as a part of another."""
    lists = " 礼品#\u0400$ ^礼品#\u0401$ "
    results = call(
        ["search/postings"],
        ("searchPostings.find", [lists, "礼品"]),
        ("searchPostings.find", [lists, "^礼品"]),
        ("searchPostings.find", [lists, "品"]),
    )
    assert results == ["\u0400$", "\u0401$", ""]


def test_a_snippet_shows_most_of_the_hits(call: Callable[..., Any]) -> None:
    """Around the closest ones, with … where something is left out."""
    text = "一" * 200 + "收受礼金和礼品的，给予处分。" + "二" * 200
    [pieces] = call(["search/fold", "search/snippets"], ("searchSnippets.snippet", [text, ["礼金", "礼品"]]))
    assert [piece for piece, is_hit in pieces if is_hit] == ["礼金", "礼品"]
    assert pieces[0] == ["…", False]
    assert pieces[-1] == ["…", False]
