"""Sections of plain text out of a page's HTML."""

from __future__ import annotations

import pytest

from lianxue.rendering.search_records import Section, plain_text, read_sections


def test_a_page_is_cut_at_headings_with_an_anchor() -> None:
    """h2, h3 and h4 begin a section; what stands before them belongs to the page."""
    html = (
        '<h1 id="x">条例</h1>\n<p>通过日期</p>\n<h2 id="ch-1">第一章 总则</h2>\n'
        '<h3 id="art-1">第一条 <em>目的</em></h3>\n<p>甲</p>\n<p>乙<a href="#">丙</a></p>\n<h4 id="q">问</h4><p>答</p>'
    )
    assert read_sections(html, "条例") == [
        Section(1, "", "", "通过日期"),
        Section(2, "ch-1", "第一章 总则", ""),
        Section(3, "art-1", "第一条 目的", "甲 乙丙"),
        Section(4, "q", "问", "答"),
    ]


def test_headings_without_an_anchor_are_text() -> None:
    """No link can lead to them; neither do h5 and h6 begin anything. An h1 that says more than the title stays."""
    html = (
        '<h1>别的标题</h1><h2 data-id="x">无锚</h2><p>甲</p><h2 id="a">有锚</h2><h5 id="b">小题</h5><p>乙</p>'
    )
    assert read_sections(html, "标题") == [
        Section(1, "", "", "别的标题 无锚 甲"),
        Section(2, "a", "有锚", "小题 乙"),
    ]


def test_articles_in_a_list_are_sections_and_their_links_are_not_text() -> None:
    """The text after the list goes on where it stood before."""
    html = (
        '<h2 id="articles">条文目录</h2>\n<ul>\n<li id="art-1">第一条</li>\n'
        '<li id="art-120-1">第一百二十条之一 <a href="q.html#q">第 3 题</a></li>\n</ul>\n<p>说明</p>'
    )
    assert read_sections(html, "") == [
        Section(1, "", "", ""),
        Section(2, "articles", "条文目录", "说明"),
        Section(3, "art-1", "第一条", ""),
        Section(3, "art-120-1", "第一百二十条之一", ""),
    ]


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<p>甲&amp;乙&nbsp;丙</p>", "甲&乙 丙"),
        ('<p>礼品<sup id="fnref:1"><a class="footnote-ref" href="#fn:1">1</a></sup>礼金</p>', "礼品礼金"),
        ('<p>注。<a class="footnote-backref" href="#fnref:1" title="回到">&#8617;</a></p>', "注。"),
        ('<p class="lx-article-links">自测题：<a href="q.html">第 3 题</a></p><p>正文</p>', "正文"),
        ("<!-- quiz: a/b --><p>甲<!-- 乙 -->丙</p>", "甲丙"),
        ('<p><span title="a>b">甲</span><br>乙</p>', "甲 乙"),
        ("<table><tr><td>一</td><td>二</td></tr></table>", "一 二"),
        ("<p>1 &lt; 2，a &lt;b&gt; c</p>", "1 < 2，a <b> c"),
        ("<p>甲\0乙</p>", "甲乙"),
    ],
)
def test_text_is_what_a_reader_sees(html: str, text: str) -> None:
    """Entities resolved, blanks collapsed, no tag, no footnote number, no link of ours, no remark."""
    assert [section.text for section in read_sections(html, "")] == [text]


def test_what_was_typed_as_a_tag_stays_text() -> None:
    """Markdown escapes it; the search keeps the letters."""
    html = '<h2 id="x">&lt;img src=x onerror="alert(1)"&gt; &lt;/script&gt;</h2>'
    assert read_sections(html, "")[1].heading == '<img src=x onerror="alert(1)"> </script>'


def test_a_title_may_hold_markup() -> None:
    """Titles of MkDocs are HTML."""
    assert plain_text("《<em>准则</em>》 &amp; 自测") == "《准则》 & 自测"
