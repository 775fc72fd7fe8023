"""The page that sets a regulation beside the version before it, in a real build."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from tests.support.project import make_project, write

from lianxue.content.catalog import Catalog, load_catalog
from lianxue.rendering.comparison_views import comparable, comparison_view, version_before
from lianxue.rendering.portal import open_portal
from lianxue.rendering.regulation_outline import complete_outline

OLD = "---\nid: rules-2019\ntitle: 规则（2019年）\nstatus: 已修订\narticles: 1-2\n---\n\n### 第一条\n\n> 每季学习一次。\n\n### 第二条\n\n> 由机关党委负责解释。\n"
NEW = "---\nid: rules\ntitle: 规则\narticles: 1-3\nsupersedes: rules-2019\n---\n\n### 第一条 多久\n\n> 每月学习一次。\n>\n> （一）甲<乙。\n\n### 第二条\n\n> 新进人员应当培训三天。\n\n### 第三条\n\n> 由机关党委负责解释。\n"


def portal(folder: Path, new: str = NEW) -> Path:
    """The base case with two versions that carry official text."""
    root = make_project(folder / "对照")
    write(root / "docs/regulations/rules-2019.md", OLD)
    write(root / "docs/regulations/rules.md", new)
    return root


def catalog(folder: Path, new: str = NEW) -> Catalog:
    """What is in it."""
    return load_catalog(portal(folder, new))


def test_the_page_is_made_where_both_versions_carry_their_text(tmp_path: Path) -> None:
    """It is generated; nothing is stored twice. The base case's register rows carry none."""
    root = portal(tmp_path)
    assert "comparisons/rules.md" in open_portal(root).generated_pages
    assert [(new.id, old.id) for new, old in comparable(load_catalog(root))] == [("rules", "rules-2019")]


def test_a_text_that_lacks_an_article_is_not_compared(tmp_path: Path) -> None:
    """Half a text would call the other half removed."""
    found = catalog(tmp_path, NEW.replace("> 新进人员应当培训三天。\n", ""))
    assert version_before(found.regulations["rules"], found) is None


def test_the_view_groups_articles_by_what_became_of_them(tmp_path: Path) -> None:
    """With subjects of our own, links to both pages and escaped text."""
    found = catalog(tmp_path)
    view = comparison_view(found.regulations["rules"], found.regulations["rules-2019"], found)
    assert view.counts == [("改动", 1), ("新增", 1), ("删去", 0), ("只改序号", 1), ("没有改动", 0)]
    assert [(name, [pair.heading for pair in pairs]) for name, pairs in view.groups] == [
        ("改动", ["第一条 多久"]),
        ("新增", ["第二条"]),
    ]
    first = view.changed[0]
    assert first.anchor == "c-1"
    assert first.old and first.old.url == "regulations/rules-2019.html#art-1"
    assert first.rows[0].old == [("每", False), ("季", True), ("学习一次。", False)]
    assert first.rows[1].new == [("（一）甲&lt;乙。", True)]
    assert view.renumbered[0].heading == "第三条"
    assert view.is_short
    long = replace(view, changed=view.changed * 13)
    assert not long.is_short


def test_paragraphs_of_official_text_have_anchors(tmp_path: Path) -> None:
    """款 and 项, below the text that an author may not touch."""
    found = catalog(tmp_path)
    regulation = found.regulations["rules"]
    lines = complete_outline(found.sources[regulation.path].body, regulation, found).split("\n")
    start = lines.index("### 第一条 多久 { #art-1 }")
    assert lines[start + 2 : start + 7] == [
        "> 每月学习一次。",
        "> { #art-1-p1 }",
        ">",
        "> （一）甲<乙。",
        "> { #art-1-p1-i1 }",
    ]
