"""Text of questions becomes HTML that does nothing but show it."""

from __future__ import annotations

from html.parser import HTMLParser

import pytest

from lianxue.rendering.rich_text import render_block, render_line

ATTACKS = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "<svg onload=alert(1)>",
    "<svg><script>alert(1)</script></svg>",
    "<iframe src=javascript:alert(1)></iframe>",
    "<a href=javascript:alert(1)>点</a>",
    "[点](javascript:alert(1))",
    "![图](javascript:alert(1))",
    "<javascript:alert(1)>",
    "[点][a]\n\n[a]: javascript:alert(1)",
    "<https://example.invalid/>",
    "https://example.invalid/",
    "<b onclick=alert(1)>粗</b>",
    "**粗**{: onclick=alert(1) }",
    "<style>*{display:none}</style>",
    '<math><mtext></p><img src=x onerror="alert(1)">',
    "<!--><script>alert(1)</script-->",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "&#60;script&#62;alert(1)&#60;/script&#62;",
    "<scr<script>ipt>alert(1)</scr</script>ipt>",
    "`<script>alert(1)</script>`",
    "<form action=//example.invalid><input name=a autofocus onfocus=alert(1)>",
    "<object data=x></object><embed src=x>",
    '"><script>alert(1)</script>',
    "<template><img src=x onerror=alert(1)></template>",
    "![a][b]\n\n[b]: //example.invalid/x.png",
]
HARMLESS = {"p", "br", "strong", "em", "code", "ul", "ol", "li", "table", "thead", "tbody", "tr", "th", "td"}


class _Look(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: list[str] = []
        self.text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes += [name for name, _ in attrs]

    def handle_data(self, data: str) -> None:
        self.text += data


def look(html: str) -> _Look:
    """What a browser would find in a piece of HTML."""
    found = _Look()
    found.feed(html)
    found.close()
    return found


@pytest.mark.parametrize("attack", ATTACKS)
@pytest.mark.parametrize("render", [render_line, render_block])
def test_attacks_are_shown_not_run(attack: str, render: type) -> None:
    """No tag but those of Markdown, no attribute, and so no link, image or script."""
    found = look(str(render(attack)))
    assert found.tags - HARMLESS == set()
    assert found.attributes == []


@pytest.mark.parametrize(
    "text", ["<script>alert(1)</script>", "a < b && c > d", "&lt;b&gt;", "&nbsp;", "[点](x.md)"]
)
def test_text_is_shown_as_it_was_typed(text: str) -> None:
    """Nothing that looks like HTML or a link disappears."""
    assert look(str(render_line(text))).text == text


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("学习是**义务**", "学习是<strong>义务</strong>"),
        ("第一行\n第二行", "第一行<br>\n第二行"),
        ("1. 不是列表", "1. 不是列表"),
        ("- 也不是", "- 也不是"),
        ("    缩进的一行", "缩进的一行"),
        ("# 不是标题", "# 不是标题"),
        ("> 不是引文", "&gt; 不是引文"),
        ("---", "---"),
        ("", ""),
    ],
)
def test_a_line_stays_a_line(text: str, html: str) -> None:
    """A stem or option knows bold and line breaks; numbers and dashes of exam papers are text."""
    assert str(render_line(text)) == html


def test_a_block_has_paragraphs_lists_and_tables() -> None:
    """An explanation may be laid out."""
    assert look(str(render_block("一\n\n- 甲\n- 乙\n\n| 左 | 右 |\n|--|--|\n| 1 | 2 |\n"))).tags == {
        "p",
        "ul",
        "li",
        "table",
        "thead",
        "tbody",
        "tr",
        "th",
        "td",
    }


def test_nothing_is_rendered_as_nothing() -> None:
    """No empty paragraph for an absent explanation."""
    assert str(render_block("")) == ""


def test_one_text_never_leaks_into_the_next() -> None:
    """References and abbreviations of one question do not reach another."""
    render_block("[a]: https://example.invalid/ '题'\n")
    assert "example" not in str(render_block("[a] 与 [a][a]"))
