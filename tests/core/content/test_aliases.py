"""Aliases lead to one page each (what is wrong with them is in the case files)."""

from __future__ import annotations

from pathlib import Path

from tests.support.quizzes import catalog_of

LESSON = "---\ntitle: 补课\nmonth: 2026-03\n{more}---\n正文。\n"


def test_every_kind_of_page_may_have_aliases(tmp_path: Path) -> None:
    """Lessons, regulations and ordinary pages by their paths, in the author's order; others are absent."""
    catalog = catalog_of(
        tmp_path,
        {
            "docs/lessons/2026/03-more.md": LESSON.format(more="别名: 补习\n"),
            "docs/words.md": "---\ntitle: 术语\naliases: [名词解释, 词汇表]\n---\n正文。\n",
        },
    )
    assert catalog.problems == ()
    assert catalog.aliases == {
        "docs/lessons/2026/03-more.md": ("补习",),
        "docs/regulations/study-rules.md": ("党员学习守则",),
        "docs/words.md": ("名词解释", "词汇表"),
    }


def test_a_wrong_alias_is_left_out_and_the_others_stay(tmp_path: Path) -> None:
    """One slip does not cost a page its other names."""
    catalog = catalog_of(
        tmp_path, {"docs/words.md": "---\ntitle: 术语\naliases: [术语, 词汇, 词 汇]\n---\n正文。\n"}
    )
    assert catalog.aliases["docs/words.md"] == ("词汇",)
    assert [problem.rule for problem in catalog.problems] == ["bad-alias", "bad-alias"]


def test_two_versions_of_a_regulation_may_share_an_alias(tmp_path: Path) -> None:
    """A superseded one leaves its names to its successor, aliases as short titles."""
    old = "---\ntitle: 通知（旧）\naliases: [学习通知]\nstatus: 已修订\narticles: 1-3\n---\n正文。\n"
    new = "---\ntitle: 通知\naliases: [学习通知]\nsupersedes: notice-old\narticles: 1-3\n---\n正文。\n"
    catalog = catalog_of(tmp_path, {"docs/regulations/notice-old.md": old, "docs/regulations/notice.md": new})
    assert catalog.problems == ()
    assert catalog.titles["学习通知"].id == "notice"


def test_names_are_compared_as_a_search_does(tmp_path: Path) -> None:
    """Full width, case and blanks make no other name."""
    catalog = catalog_of(
        tmp_path,
        {
            "docs/a.md": "---\ntitle: 甲\naliases: [ＰＰＴ 讲稿]\n---\n正文。\n",
            "docs/b.md": "---\ntitle: 乙\naliases: [ppt讲稿]\n---\n正文。\n",
        },
    )
    assert [str(problem) for problem in catalog.problems] == [
        "docs/b.md:3:11: 别名“ppt讲稿”已是 docs/a.md 的名称：一个名称只能指一页"
    ]
