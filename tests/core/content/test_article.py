"""Articles are labelled, anchored and listed as the register writes them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lianxue.content.article import Article, parse_articles, parse_label


@pytest.mark.parametrize(
    ("text", "article", "inside"),
    [
        ("第九十七条", Article(97), ""),
        ("第97条", Article(97), ""),
        ("第 九十七 条", Article(97), ""),
        ("第一百二十条之一", Article(120, 1), ""),
        ("第一百二十条之一第二款", Article(120, 1), "第二款"),
        ("第三条第（二）项", Article(3), "第（二）项"),
        ("第三条第一款第(二)项", Article(3), "第一款第(二)项"),
        ("第二百零五条", Article(205), ""),
    ],
)
def test_a_label_names_its_article_and_what_is_inside(text: str, article: Article, inside: str) -> None:
    """Chinese or Arabic numbers, inserted articles, paragraphs and items."""
    assert parse_label(text) == (article, inside)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "九十七条",
        "第九十七",
        "第一百五条",
        "第零条",
        "第97条之0",
        "第九十七条之零",
        "第九千条",
        "第九条说",
        "总纲",
        "97",
    ],
)
def test_anything_else_is_no_label(text: str) -> None:
    """Doubtful numerals and numbers beyond any regulation are not guessed."""
    assert parse_label(text) is None


@given(st.builds(Article, st.integers(1, 1999), st.integers(0, 30)))
def test_a_label_leads_back_to_its_article(article: Article) -> None:
    """What we write on a page, we also read."""
    assert parse_label(article.label) == (article, "")


def test_anchors_are_ascii() -> None:
    """art-97 and art-120-1 work in every browser's address."""
    assert [Article(97).anchor, Article(120, 1).anchor] == ["art-97", "art-120-1"]


def test_inserted_articles_stand_behind_their_own() -> None:
    """第五条之一 comes between 第五条 and 第六条."""
    articles = parse_articles(["1-3", "6", "5-1", "5"])
    assert articles == (Article(1), Article(2), Article(3), Article(5), Article(5, 1), Article(6))


def test_any_inserted_article_can_be_written() -> None:
    """1之1 and 2之3 are no ranges, as 1-1 and 2-3 are; 第四条之一 may outlive 第四条."""
    assert parse_articles(["1-2", "1之1", "2之3"]) == (Article(1), Article(1, 1), Article(2), Article(2, 3))
    assert parse_articles(["2-3", "4之1"]) == (Article(2), Article(3), Article(4, 1))


@pytest.mark.parametrize("dash", "-–—~～至")
def test_ranges_take_the_dashes_that_people_type(dash: str) -> None:
    """A range ascends; both ends belong to it."""
    assert parse_articles([f"8{dash}10"]) == (Article(8), Article(9), Article(10))


@pytest.mark.parametrize(
    "texts", [["一至五"], ["1-5，6"], ["0-3"], ["1-2000"], ["1-"], [""], ["5-1"], ["5之0"], ["之1"]]
)
def test_what_is_no_range_is_refused(texts: list[str]) -> None:
    """Nothing is made of half a range."""
    assert parse_articles(texts) is None
