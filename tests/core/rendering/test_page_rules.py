"""Links of rendered pages lead somewhere (the case files hold whole pages)."""

from __future__ import annotations

import pytest

from lianxue.reading.front_matter import MarkdownSource
from lianxue.reading.problem import Report
from lianxue.rendering.page_rules import check_html, check_links
from lianxue.rendering.page_scan import scan_page

FILES = {"index.html", "lessons/index.html", "lessons/2026/02-a.html", "files/表 1.pdf", "图.png"}
ANCHORS = {"index.html": {"top", "要点"}, "lessons/2026/02-a.html": {"here"}}


def problems(href: str, body: str = "") -> list[str]:
    """What is said of one link on lessons/2026/02-a.html, whose text is `body`."""
    report = Report()
    source = MarkdownSource("docs/lessons/2026/02-a.md", None, body or f"[甲]({href})", 5)
    scan = scan_page(f'<a href="{href}">甲</a>')
    check_links("lessons/2026/02-a.html", scan, source, FILES, ANCHORS, report)
    return [str(problem) for problem in report.problems]


@pytest.mark.parametrize(
    "href",
    [
        "../../index.html",
        "../../index.html#top",
        "../../index.html#%E8%A6%81%E7%82%B9",
        "../index.html?x=1#whatever",
        "../",
        "#here",
        "#",
        "",
        "../../files/%E8%A1%A8%201.pdf#page=2",
        "../../图.png",
        "02-a.html",
    ],
)
def test_links_that_lead_somewhere_are_fine(href: str) -> None:
    """Relative, encoded, to folders, to files, with a query; anchors of unscanned files are not judged."""
    assert problems(href) == []


@pytest.mark.parametrize(
    ("href", "message"),
    [
        ("../../indx.html", "链接“../../indx.html”指向的文件不存在，是不是 ../../index.md？"),
        ("../indx.md", "链接“../indx.md”指向的文件不存在，是不是 ../index.md？"),
        ("../../图片.png", "链接“../../图片.png”指向的文件不存在，是不是 ../../图.png？"),
        ("x.zip", "链接“x.zip”指向的文件不存在"),
        ("/index.html", "链接“/index.html”以 / 开头，离线包里打不开：请写相对路径，如 ../regulations/x.md"),
        ("../../../x.html", "链接“../../../x.html”指到了站外"),
        ("#hre", "本页里没有位置“#hre”，是不是 #here？"),
        ("../../index.html#zzz", "index.md 里没有位置“#zzz”"),
    ],
)
def test_a_dead_link_is_said_with_what_may_be_meant(href: str, message: str) -> None:
    """The problem stands where the author wrote the link."""
    body = f"第一行\n见[甲]({href})"
    fragment = href if href.startswith("#") else href.partition("#")[1] + href.partition("#")[2] or href
    column = body.split("\n")[1].index(fragment) + 1
    assert problems(href, body) == [f"docs/lessons/2026/02-a.md:6:{column}: {message}"]


def test_the_same_dead_link_is_reported_at_each_place() -> None:
    """One run shows all places to mend; those in fences do not count."""
    report = Report()
    body = "[甲](x.md)\n```\n[乙](x.md)\n```\n[丙](x.md)"
    source = MarkdownSource("docs/a.md", None, body, 1)
    scan = scan_page('<a href="x.md">甲</a><a href="x.md">丙</a>')
    check_links("a.html", scan, source, FILES, ANCHORS, report)
    assert [(problem.line, problem.column) for problem in report.problems] == [(1, 5), (5, 5)]


def test_refused_html_is_reported_at_each_place() -> None:
    """Two <font> are two places to mend."""
    report = Report()
    source = MarkdownSource("docs/a.md", None, "<font>一</font>\n二 <font>三</font>", 1)
    check_html(scan_page("<p><font>一</font>二 <font>三</font></p>"), source, report)
    message = "不允许的 HTML：“<font>”。请用 Markdown 写法；要原样显示时写成 `<font>`"
    assert [str(problem) for problem in report.problems] == [
        f"docs/a.md:1:1: {message}",
        f"docs/a.md:2:3: {message}",
    ]
