"""Articles, parts and ranks of a page in the search."""

from __future__ import annotations

import json

import pytest

from lianxue.rendering.search_meta import rank_of_title
from lianxue.rendering.search_pages import (
    PART_CHARACTERS,
    Part,
    close_up,
    export_articles,
    parse_sections,
    prepare_page,
)
from lianxue.rendering.search_records import SearchPage, Section
from lianxue.rendering.search_terms import make_variants

PLAIN = make_variants("")


def headings(*texts: str) -> list[Section]:
    """Sections with these headings."""
    return [Section(3, "", text, "") for text in texts]


def rows_of(part: Part) -> list[list[object]]:
    """The sections of a part."""
    rows, _above = json.loads(b"[%b]" % part.body)
    return list(rows)


@pytest.mark.parametrize(
    ("texts", "articles"),
    [
        (("", "总则", "第一条", "第二条 目的", "第3条【职责】"), "2:1~3"),
        (("第一条", "第三条", "第四条"), "0:1,1:3~4"),
        (("第一条", "第二章", "第二条"), "0:1,2:2"),
        (("第一百二十条", "第一百二十条之一", "第一百二十一条"), "0:120,1:120-1,2:121"),
        (
            (
                "第一条例外",
                "第一条之规定",
                "第二章",
                "第〇条",
                "第九千条",
                "第97条之0",
                "第九十七条之〇 说明",
            ),
            "",
        ),
    ],
)
def test_articles_are_recognised_by_their_headings(texts: tuple[str, ...], articles: str) -> None:
    """Runs of consecutive articles in consecutive sections; inserted ones alone."""
    assert export_articles(headings(*texts)) == articles


def test_a_page_is_cut_into_parts_between_sections() -> None:
    """Of about 8,000 characters each; a longer section stays whole, and all can be read back."""
    sections = [Section(1, "", "", "甲" * size) for size in (5000, 4000, 1000, 20_000, 1)]
    prepared, folded = prepare_page(SearchPage(url="a.html", title="", kind="page", sections=sections), PLAIN)
    assert [part.first for part in prepared.parts] == [0, 1, 3, 4]
    assert sum(len(rows_of(part)) for part in prepared.parts) == prepared.sections == 5
    assert parse_sections(prepared) == sections
    assert len(folded) == prepared.size
    assert PART_CHARACTERS < 5000 + 4000


def test_a_part_says_what_its_first_section_stands_below() -> None:
    """The headings that are still open there, outermost first, without those of its own level."""
    sections = [
        Section(1, "", "", ""),
        Section(2, "part-1", "第一编", ""),
        Section(2, "part-2", "第二编", "甲" * 8000),
        Section(3, "ch-1", "第一章", "乙" * 8000),
        Section(4, "art-1", "第一条", "丙" * 8000),
        Section(4, "art-2", "第二条", "丁" * 8000),
        Section(3, "ch-2", "第二章", "戊"),
    ]
    prepared, _ = prepare_page(SearchPage(url="a.html", title="", kind="page", sections=sections), PLAIN)
    part, chapter = [2, "第二编"], [3, "第一章"]
    above = [json.loads(b"[%b]" % part.body)[1] for part in prepared.parts]
    assert above == [[], [], [part], [part, chapter], [part, chapter], [part]]
    assert parse_sections(prepared) == sections


@pytest.mark.parametrize(
    ("heading", "closed"),
    [
        ("第一章 总 则", "第一章 总则"),
        ("附 则", "附则"),
        ("回 避 制 度", "回避制度"),
        ("第二章 处分的 种类", "第二章 处分的 种类"),
        ("总则", "总则"),
        ("A 总 B", "A 总 B"),
    ],
)
def test_headings_spaced_out_are_closed_up(heading: str, closed: str) -> None:
    """Blanks between single characters are print, blanks between words stay."""
    assert close_up(heading) == closed


def test_line_ends_of_old_engines_are_escaped() -> None:
    """U+2028 in a text would end a string literal there."""
    section = Section(1, "", "标\u2028题", "甲\u2029乙")
    prepared, _ = prepare_page(SearchPage(url="a.html", title="", kind="page", sections=[section]), PLAIN)
    assert prepared.parts[0].body.decode() == '[[1,"","标\\u2028题","甲\\u2029乙"]],[]'


@pytest.mark.parametrize(
    ("title", "rank"),
    [
        ("中国共产党章程", 6),
        ("中华人民共和国宪法", 6),
        ("中华人民共和国宪法修正案（2018年）", 2),
        ("中华人民共和国监察法", 5),
        ("中华人民共和国民法典 合同编", 5),
        ("《中国共产党廉洁自律准则》", 5),
        ("中国共产党纪律处分条例（2018年修订）", 4),
        ("行政执法机关移送涉嫌犯罪案件的规定", 3),
        ("某某实施细则（试行）", 3),
        ("学习方法", 1),
        ("学员使用说明", 1),
    ],
)
def test_a_regulation_ranks_by_its_title(title: str, rank: int) -> None:
    """党章、宪法, then laws and 准则, 条例, 规定 and the like."""
    assert rank_of_title(title) == rank
