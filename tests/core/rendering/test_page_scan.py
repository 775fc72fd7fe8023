"""Rendered pages are looked through for anchors, links and what must not be there."""

from __future__ import annotations

import pytest

from lianxue.rendering.page_scan import scan_page


def test_anchors_and_links_are_gathered_in_order() -> None:
    """Ids and old-style names are anchors; addresses inside the site are links."""
    scan = scan_page(
        '<h2 id="a">一</h2><a name="b" href="x.html#c">二</a><img src="y.png"><a href="#a">三</a>'
    )
    assert (scan.anchors, scan.links) == ({"a", "b"}, ["x.html#c", "y.png", "#a"])
    assert (scan.refused, scan.outside, scan.repeated_anchors) == ([], [], [])


def test_an_anchor_used_twice_is_noted() -> None:
    """A link can only lead to the first."""
    assert scan_page('<p id="a"></p><p id="a"></p><p id="a"></p>').repeated_anchors == ["a", "a"]


@pytest.mark.parametrize(
    ("html", "refused"),
    [
        ("<script>1</script>", ["<script"]),
        ("<SCRIPT>1</SCRIPT>", ["<script"]),
        ("<video controls></video>", ["<video", "controls"]),
        ("<p onclick=x>", ["onclick"]),
        ("<p style='color:red'>", ["style"]),
        ("<p style='text-align: left; background:url(//x)'>", ["style"]),
        ("<form action=x>", ["<form", "action"]),
        ("<a href='javascript:x'>", ["javascript:x"]),
        ("<a href=' JavaScript:x'>", ["JavaScript:x"]),
        ("<a href='&#106;avascript:x'>", ["javascript:x"]),
        ("<a href='data:text/html,x'>", ["data:text/html,x"]),
        ("<a href='//host/x'>", ["//host/x"]),
        ("<a href='file:///C:/x'>", ["file:///C:/x"]),
        ("<svg/onload=x>", ["<svg", "onload"]),
    ],
)
def test_what_markdown_never_makes_is_refused(html: str, refused: list[str]) -> None:
    """Tags, attributes and addresses outside the allow list, as an author may have typed them."""
    assert scan_page(html).refused == refused


@pytest.mark.parametrize(
    "html",
    [
        "<a href='https://host/x'>",
        "<a href='mailto:a@b'>",
        "<a href='tel:0'>",
        "<td style='text-align: right;'>",
        "<img src='data:image/png;base64,AA' alt='图'>",
        "<input type='checkbox' disabled checked>",
        "<!-- 注 -->",
    ],
)
def test_what_markdown_makes_is_allowed(html: str) -> None:
    """Links to other hosts, aligned cells, small pictures, task lists, comments."""
    scan = scan_page(html)
    assert (scan.refused, scan.outside) == ([], [])


@pytest.mark.parametrize("address", ["https://host/a.png", "//host/a.png", "http:a.png"])
def test_pictures_of_other_hosts_are_outside(address: str) -> None:
    """An intranet cannot load them."""
    assert scan_page(f'<img src="{address}">').outside == [address]


def test_a_quiz_of_ours_is_only_searched_for_anchors() -> None:
    """Forms and buttons of our own templates are no author's HTML."""
    scan = scan_page('<form id="q"><button onclick="x">交</button></form>', refuse=False)
    assert (scan.anchors, scan.refused) == ({"q"}, [])
