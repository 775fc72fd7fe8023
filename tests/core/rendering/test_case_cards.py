"""Cases stand on their own index, with their regulation and with their month's lesson."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from tests.support.project import CASES, make_project

from lianxue.content.catalog import Catalog, load_catalog
from lianxue.rendering.cards import make_cards
from lianxue.rendering.page_views import channels, page_view
from lianxue.rendering.portal import open_portal
from lianxue.rendering.search_sources import search_kinds


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """The base case with two cases, one of them of February."""
    return make_project(tmp_path / "园地", CASES / "pages" / "good" / "cases")


def view(path: str, template: str, catalog: Catalog) -> Mapping[str, Any]:
    return page_view(path, template, catalog, make_cards(catalog))


def test_a_case_names_its_provisions_once_a_regulation(root: Path) -> None:
    """The card holds short names and links; where it comes from decides what it is called."""
    made_up, told = make_cards(load_catalog(root)).cases
    (group,) = made_up.citations
    assert (group.regulation, [(link.label, link.url) for link in group.links]) == (
        "守则",
        [("第一条", "regulations/study-rules.html#art-1")],
    )
    assert (made_up.is_made_up, told.is_made_up) == (True, False)
    assert (told.title, told.source) == ("公开通报的一件事", "某市纪委网站 2026 年 1 月 5 日通报")


def test_a_case_is_found_from_its_lesson_and_its_regulation(root: Path) -> None:
    """The month's lesson lists it, the regulation lists both, and it leads back."""
    catalog = load_catalog(root)
    lesson = view("lessons/2026/02-study-rules.md", "lesson.html", catalog)
    regulation = view("regulations/study-rules.md", "regulation.html", catalog)
    case = view("cases/2026/late.md", "case.html", catalog)
    assert [card.id for card in lesson["cases"]] == ["2026/late"]
    assert [card.id for card in regulation["cases"]] == ["2026/late", "2026/told"]
    assert (case["case"].id, [card.id for card in case["lessons"]]) == ("2026/late", ["2026/02-study-rules"])
    assert [card.id for card in case["quizzes"]] == ["study-rules"]


def test_the_index_groups_cases_by_regulation(root: Path) -> None:
    """In the order of the register; an author's own index page is not needed."""
    groups = view("cases/index.md", "cases.html", load_catalog(root))["case_groups"]
    assert [(group.title, group.anchor, len(group.cases)) for group in groups] == [
        ("学习守则", "regulation-study-rules", 2)
    ]
    assert "cases/index.md" in open_portal(root).generated_pages


def test_a_portal_without_cases_says_nothing_of_them(tmp_path: Path, root: Path) -> None:
    """No place in the bar and no page; with cases both are there."""
    bare = load_catalog(make_project(tmp_path / "bare"))
    assert "案例" not in [channel.title for channel in channels("index.html", bare)]
    assert "cases/index.md" not in open_portal(bare.root).generated_pages
    marked = [c.title for c in channels("cases/2026/late.html", load_catalog(root)) if c.is_current]
    assert marked == ["案例"]


def test_cases_are_a_kind_of_their_own_in_search() -> None:
    """The filter names them."""
    assert [(kind.name, kind.label) for kind in search_kinds()][2] == ("case", "案例")
