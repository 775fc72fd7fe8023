"""The official text on a page: found, written so that it is shown exactly, given anchors."""

from __future__ import annotations

import html

import markdown
import pytest

from lianxue.content.official_text import (
    clean_paragraph,
    official_texts,
    paragraph_anchors,
    quotation_lines,
    read_quotation,
)

EXTENSIONS = ["abbr", "admonition", "attr_list", "def_list", "footnotes", "tables", "pymdownx.superfences"]
BODY = """\
导读。

> 这是作者引的话。

## 总纲

> 学习是义务。
>
> 要坚持。

说明。

### 第一条 主题

说明在先。

> 不是正文。

### 第二条

> 有下列情形的：
>
> （一）甲\\*乙。
"""


def test_only_a_quotation_right_below_a_heading_is_official() -> None:
    """Before the first heading and behind a note it is the author's own."""
    assert official_texts(BODY, "总纲") == {
        "preamble": ("学习是义务。", "要坚持。"),
        "art-2": ("有下列情形的：", "（一）甲*乙。"),
    }


@pytest.mark.parametrize(
    "text",
    [
        *(
            "1. 注重",
            "12.5 元",
            "- 甲",
            "+ 乙",
            "* 丙",
            "# 丁",
            "> 戊",
            "!!! note",
            "??? a",
            ": 己",
            "a | b",
            "~~~",
        ),
        *(
            "```",
            "[a](http://x) ![b](c)",
            "<script>a</script> & &amp;",
            "a_b_c **d** `e`",
            "庚 { .x }",
            "=== t",
        ),
        *("*[辛]: x", "[^1]: 壬", "[x]: http://a", "a\\", "<!-- quiz: a -->", "第三十二条**　癸", "\\* a\\b"),
    ],
)
def test_signs_of_markdown_are_shown_as_they_are(text: str) -> None:
    """One paragraph in, the same paragraph out, on the page and when it is read again."""
    lines = quotation_lines([text, "完。"])
    page = markdown.markdown("\n".join(["### 第一条", "", *lines]), extensions=EXTENSIONS)
    inner = page.partition("<blockquote>\n<p>")[2].removesuffix("</p>\n<p>完。</p>\n</blockquote>")
    assert "<" not in inner
    assert html.unescape(inner) == text
    assert read_quotation(lines, 0, len(lines))[1] == (text, "完。")


def test_paragraphs_and_items_have_anchors_as_citations_count_them() -> None:
    """第二款 is the next paragraph that is no item; items belong to the one before."""
    texts = ["有下列情形的：", "（一）甲；", "(二)乙。", "情节严重的，从重。", "（一）丙。"]
    assert paragraph_anchors("art-5-1", texts) == [
        "art-5-1-p1",
        "art-5-1-p1-i1",
        "art-5-1-p1-i2",
        "art-5-1-p2",
        "art-5-1-p2-i1",
    ]


def test_a_paragraph_is_kept_without_outer_and_double_blanks() -> None:
    """Blanks that set text off are left out, a full-width one inside stays."""
    assert clean_paragraph("\u3000\u3000甲  乙\t丙\u200b\u3000丁\ufeff ") == "甲 乙 丙　丁"
