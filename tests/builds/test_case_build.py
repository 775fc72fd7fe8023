"""A real build of a portal with cases, and of one in a unit's own colour."""

from __future__ import annotations

import pytest
from tests.support.building import Built, build
from tests.support.project import CASES, make_project

COLOUR = "extra: {lianxue: {site_id: demo, colour: '#1f4e79'}}\n"


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The base case with two cases and a colour."""
    root = make_project(
        tmp_path_factory.mktemp("cases") / "案例 园地", CASES / "pages" / "good" / "cases", is_whole=True
    )
    with (root / "mkdocs.yml").open("a", encoding="utf-8", newline="\n") as settings:
        settings.write(COLOUR)
    return build(root)


def page(built: Built, path: str) -> str:
    """The HTML of a page."""
    assert built.code == 0, built.said
    return built.site[path].decode()


def test_cases_have_pages_and_an_index_nobody_wrote(built: Built) -> None:
    """Each case says whether it is made up; the index lists both under their regulation."""
    assert "案例 · 虚构" in page(built, "cases/2026/late.html")
    assert "案例 · 公开通报" in page(built, "cases/2026/told.html")
    assert "来源：某市纪委网站 2026 年 1 月 5 日通报" in page(built, "cases/2026/told.html")
    index = page(built, "cases/index.html")
    assert [title for title in ("迟到的人", "公开通报的一件事", "学习守则") if title not in index] == []


def test_cases_are_linked_from_where_they_belong(built: Built) -> None:
    """The bar, the month's lesson and the regulation lead to them."""
    lesson = page(built, "lessons/2026/02-study-rules.html")
    assert 'href="../../cases/index.html">案例</a>' in lesson
    assert 'href="../../cases/2026/late.html">迟到的人</a>' in lesson
    assert "cases/2026/told.html" not in lesson
    assert 'href="../cases/2026/told.html">公开通报的一件事</a>' in page(
        built, "regulations/study-rules.html"
    )


def test_a_colour_is_a_sheet_on_every_page(built: Built) -> None:
    """A file of its own after the tokens, the same address on all pages."""
    (sheet,) = [path for path in built.site if path.startswith("assets/css/colour-")]
    for path in ("index.html", "404.html", "cases/2026/late.html", "practice/exams.html"):
        html = page(built, path)
        assert html.index("assets/css/tokens.css") < html.index(sheet), path
