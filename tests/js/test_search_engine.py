"""The search engine on a small index: names, articles, words, order, and what a query loads."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from .small_index import OLD_RULES, RULES, Search, write_index


@pytest.fixture(scope="module")
def search(run_script: Callable[[str, Any], Any], tmp_path_factory: pytest.TempPathFactory) -> Search:
    return Search(run_script, write_index(tmp_path_factory.mktemp("index")))


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        pytest.param("公务员法", "公务员法", id="short title"),
        pytest.param("中华人民共和国公务员法", "公务员法", id="full title"),
        pytest.param("《公务员法》", "公务员法", id="book title marks"),
        pytest.param("处分条例", RULES, id="alias"),
        pytest.param("民诉法", "民事诉讼法", id="abbreviation"),
        pytest.param("纪律条例", RULES, id="abbreviation behind the party's name"),
        pytest.param("纪律处份条例", RULES, id="homophone"),
        pytest.param("公物员法", "公务员法", id="homophone in a short name"),
        pytest.param("记律处份条例", RULES, id="two homophones"),
        pytest.param("公务人员法", "公务员法", id="a character too many"),
        pytest.param("公務員法", "公务员法", id="traditional characters"),
        pytest.param("gongwuyuanfa", "公务员法", id="pinyin"),
        pytest.param("gong wu yuan fa", "公务员法", id="pinyin with blanks"),
        pytest.param("gongwuy", "公务员法", id="pinyin not yet finished"),
        pytest.param("jilüchufen", RULES, id="pinyin with ü"),
        pytest.param("jilvchufen", RULES, id="pinyin with v"),
        pytest.param("jiluchufen", RULES, id="pinyin with u for ü"),
        pytest.param("ｇｗｙｆ", "公务员法", id="initials in full width"),
        pytest.param("务", "公务员法", id="one character: names only"),
        pytest.param("计生法", "人口与计划生育法", id="first characters of its words before a slip"),
        pytest.param("2018年宪法修正案", "宪法修正案（2018年）", id="the year in front"),
        pytest.param("2004宪法修正案", "宪法修正案（2004年）", id="the year without 年"),
        pytest.param("gongwuyuan法", "公务员法", id="pinyin beside characters"),
        pytest.param("公务员法第二百条", "公务员法", id="an article it does not have"),
    ],
)
def test_a_name_is_found_however_it_is_typed(search: Search, asked: str, found: str) -> None:
    """The page itself comes first."""
    assert search.first(asked) == found


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("处分条例97条", f"{RULES} 第九十七条"),
        ("纪律处分条例 第九十七条", f"{RULES} 第九十七条"),
        ("第97条 纪律处分条例", f"{RULES} 第九十七条"),
        ("处分条例第九十七条第二款", f"{RULES} 第九十七条"),
        ("公务员法97", "公务员法 第九十七条"),
        ("公物员法97条", "公务员法 第九十七条"),
        ("gwyf97", "公务员法 第九十七条"),
        ("刑法第 120 条之一", "刑法 第一百二十条之一"),
        ("刑法一百二十条", "刑法 第一百二十条"),
        ("刑法１２１条", "刑法 第一百二十一条"),
        ("第九十七条 礼金", f"{RULES} 第九十七条"),
    ],
)
def test_a_name_with_an_article_leads_to_the_article(search: Search, asked: str, found: str) -> None:
    """In either kind of digits, with or without its 第."""
    assert search.first(asked) == found


def test_an_article_alone_is_looked_for_in_every_regulation(search: Search) -> None:
    """By rank; what is no longer in force comes last."""
    rows = search.rows("第九十七条")
    assert [row["title"] for row in rows] == ["中华人民共和国公务员法", RULES, OLD_RULES]
    assert {row["heading"] for row in rows} == {"第九十七条"}


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        pytest.param("礼品礼金", f"{RULES} 第九十七条", id="punctuation between words is passed over"),
        pytest.param("婚丧 敛财", f"{RULES} 第九十八条", id="several words"),
        pytest.param("60日", f"{RULES} 第九十六条", id="an amount in other digits"),
        pytest.param("在社会上造成不量影响", f"{RULES} 第九十八条", id="one wrong character"),
        pytest.param("婚丧喜庆怎么处理", f"{RULES} 第九十八条", id="words that only ask"),
        pytest.param("公务员辞退", "公务员法 第八十八条", id="words written as one"),
        pytest.param("公务员法 辞退", "公务员法 第十三章 辞职与辞退", id="a name and a word of a heading"),
        pytest.param("公务员法的不称职", "公务员法 第八十八条", id="a name and a word, written as one"),
        pytest.param("醉驾", "刑法 第一百二十一条", id="synonym"),
        pytest.param("检举人保护", "检举规则 第一条", id="cut where both pieces are found together"),
        pytest.param(
            "条例第九十七条至第九十八条对哪些人提出要求", "收礼的界线 第 1 题", id="a question of articles"
        ),
        pytest.param("四种形态", "收礼的界线 什么是四种形态？", id="heading"),
        pytest.param("資助恐怖活動", "刑法 第一百二十条之一", id="traditional characters"),
    ],
)
def test_words_lead_to_the_section_that_has_them(search: Search, asked: str, found: str) -> None:
    """As typed, or nearly."""
    assert search.first(asked) == found


def test_what_is_in_force_stands_above_what_was_revised(search: Search) -> None:
    """The same words in both versions."""
    titles = [row["title"] for row in search.rows("可能影响公正执行公务")]
    assert titles == [RULES, OLD_RULES]


def test_a_row_says_where_it_leads_and_what_was_met(search: Search) -> None:
    """Plain text all through, the hit apart from the rest."""
    row = search.rows("消费卡")[0]
    assert row["url"] == f"regulations/{RULES}.html#art-2"
    assert (row["kind"], row["label"], row["status"]) == ("regulation", "法规", "现行有效")
    assert row["crumbs"] == ["法规", RULES, "第八章 对违反廉洁纪律行为的处分"]
    assert row["marks"] == ["消费卡"]
    assert [piece for piece, is_hit in row["snippet"] if is_hit] == ["消费卡"]
    assert "".join(piece for piece, _ in row["snippet"]).startswith("收受可能影响公正执行公务的礼品")


def test_the_article_asked_for_is_marked_by_its_label(search: Search) -> None:
    """As its heading writes it."""
    assert search.rows("处分条例97条")[0]["marks"] == ["第九十七条"]


def test_markup_in_a_heading_stays_text(search: Search) -> None:
    """The engine hands out what stands there, as text."""
    assert search.rows("尖括号")[0]["heading"] == "<img onerror=alert(1)>"


def test_a_kind_leaves_the_others_out(search: Search) -> None:
    """The filter above the results."""
    assert {row["kind"] for row in search.rows("礼金")} == {"lesson", "regulation"}
    assert {row["kind"] for row in search.rows("礼金", 20, "lesson")} == {"lesson"}


def test_limit_is_the_most_rows(search: Search) -> None:
    """However many there are."""
    assert len(search.rows("第九十七条", 2)) == 2


@pytest.mark.parametrize("asked", ["", "  ", "，。", "《》", "(", "a*b[", "第条", "\\", "%E6", "x" * 400])
def test_what_says_nothing_finds_nothing_and_harms_nothing(search: Search, asked: str) -> None:
    """No row, no error."""
    assert search.rows(asked) == []


def test_no_hit_leaves_the_nearest_names(search: Search) -> None:
    """Nearest first."""
    near = search.ask(nearest=["纪律处罚条例"])["near"][0]
    assert near[0] == {"url": f"regulations/{RULES}.html", "title": RULES}


@pytest.mark.parametrize("asked", ["处分条例97条、98条", "处分条例97-98条", "纪律处分条例 97条 98条"])
def test_several_articles_stand_first_in_their_order(search: Search, asked: str) -> None:
    """Of the page that was named."""
    assert [row["heading"] for row in search.rows(asked)][:2] == ["第九十七条", "第九十八条"]


def test_loose_characters_are_no_likeness(search: Search) -> None:
    """收 alone makes no name out of 量子力收; rows without any met word are left out."""
    assert search.ask(nearest=["量子力收"])["near"] == [[]]
    assert search.rows("三重一大") == []


def test_a_missing_file_takes_nothing_from_the_others(search: Search) -> None:
    """Names, and articles by their numbers, are known without; the rows say that something is missing."""
    asked = ["公务员法"], ["处分条例97条"], ["公物员法"]
    for missing in (["p-"], ["t-"], ["s-"]):
        results = search.ask(*asked, missing=missing)
        titles = [rows[0]["title"] for rows in results["rows"][:2]]
        assert titles == ["中华人民共和国公务员法", RULES]
        assert results["partial"][0] == (missing != ["s-"])
    assert search.ask(["礼金"], missing=["p-"])["rows"] == ["cannot load"]
    assert search.ask(["礼金"])["partial"] == [False]


def test_a_query_takes_so_many_files(search: Search) -> None:
    """However long it is."""
    loads = search.ask(["党员应当在六十日内说明情况审判人员应当自行回避公务员申诉应当以书面形式提出"])[
        "loads"
    ][0]
    assert sum(name.startswith("p-") for name in loads) <= 8
    assert sum(name.startswith("t-") for name in loads) <= 18


def test_each_file_is_loaded_once(search: Search) -> None:
    """The second time nothing; readings of characters only where letters or slips need them."""
    loads = search.ask(["礼金"], ["礼金"], ["gwyf"])["loads"]
    assert len(loads[0]) == len(set(loads[0]))
    assert loads[1] == []
    assert not any(name.startswith("s-") for name in loads[0])
    assert any(name.startswith("s-") for name in loads[2])


def test_a_file_that_failed_is_tried_again_at_the_next_query(search: Search) -> None:
    """The first query says so, the second finds."""
    results = search.ask(["礼金"], ["礼金"], failing=1)
    assert results["rows"][0] == "cannot load"
    assert results["rows"][1][0]["heading"] == "第九十七条"


def test_queries_at_the_same_time_all_find(search: Search) -> None:
    """One does not take another's texts away."""
    results = search.ask(["不称职"], ["礼金"], at_once=True)
    alone = search.ask(["不称职"], ["礼金"])
    assert results["rows"] == alone["rows"]
    assert results["rows"][0] and results["rows"][1]


def test_a_query_nobody_waits_for_loads_no_texts(search: Search) -> None:
    """The dialog asks at every key; what was overtaken loads no files for an answer that is not shown."""
    results = search.ask(["不称职"], abandoned=True)
    assert results["rows"] == [[]]
    assert results["loads"][0]
    assert not any(name.startswith("t-") for name in results["loads"][0])
