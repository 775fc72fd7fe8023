"""`lianxue stats`: the bank in numbers and in one picture."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from tests.support.project import make_project
from tests.support.quizzes import quiz_text

from desk.bank.stats import count
from desk.bank.stats_page import stats_page
from lianxue.content.catalog import load_catalog

Run = Callable[..., Any]
MORE = {
    "id": "one",
    "type": "true_false",
    "stem": "学员应当按时到课。",
    "answer": "对",
    "cite": ["《学习守则》第五条", "《学习守则》第七条"],
    "waive": {"no-explanation": "测试"},
}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """The base case and a quiz of no lesson."""
    bare = {"id": "two", "type": "fill_in", "stem": "守则共____条。", "answer": ["十"]}
    return make_project(tmp_path / "我的 园地", files={"quizzes/more.yml": quiz_text(MORE, bare)})


def test_questions_are_counted_by_everything_they_say(root: Path) -> None:
    """What nobody said stands at the end; a name without questions is shown with 0."""
    stats = count(load_catalog(root))
    assert (stats.questions, stats.quizzes) == (4, 2)

    def pairs(name: str) -> list[tuple[str, int]]:
        return [(one.name, one.questions) for one in getattr(stats, name)]

    assert pairs("by_regulation") == [("学习守则", 3), ("没有依据", 1)]
    assert pairs("by_difficulty") == [("易", 1), ("中", 1), ("难", 0), ("未注明", 2)]
    assert pairs("by_month") == [("2026-02", 2), ("不属于某一课", 2)]
    assert ("组织纪律", 1) in pairs("by_discipline")
    assert pairs("by_type")[:4] == [("单选", 1), ("多选", 0), ("判断", 2), ("填空", 1)]


def test_articles_show_how_many_questions_cite_them(root: Path) -> None:
    """A question that cites two counts in both; the preamble stands apart and is no article."""
    coverage = next(one for one in count(load_catalog(root)).coverage if one.regulation == "study-rules")
    cells = {cell.label: cell.questions for division in coverage.divisions for cell in division.articles}
    assert (cells["第五条"], cells["第五条之一"], cells["第七条"], cells["总纲"]) == (2, 1, 1, 1)
    assert (coverage.questions, coverage.covered) == (3, 3)
    assert coverage.articles == len(cells) - 1


def test_a_regulation_no_longer_in_force_is_shown_only_where_it_is_asked_about(root: Path) -> None:
    """Nobody has to write questions for it."""
    assert [one.title for one in count(load_catalog(root)).coverage] == ["学习守则"]
    old = {**MORE, "cite": ["《学习守则（2019年）》第五条"]}
    (root / "quizzes/old.yml").write_text(quiz_text(old), encoding="utf-8")
    titles = [one.title for one in count(load_catalog(root)).coverage]
    assert titles == ["学习守则", "学习守则（2019年）"]


def test_the_picture_needs_no_other_file_and_no_colour(root: Path) -> None:
    """Every cell says its article and its number in words; nothing is loaded from elsewhere."""
    page = stats_page(count(load_catalog(root))).decode()
    assert not re.search(r"(?:src|href)=|url\(|@import|<script", page)
    assert '<li class="two" title="第五条' in page
    assert re.search(r'<span class="aside">第五条[^<]*：2 道</span>', page)
    assert re.search(r'<li class="none" title="第一条[^"]*：0 道">', page)


def test_the_same_bank_gives_the_same_picture(root: Path) -> None:
    """Byte for byte."""
    assert stats_page(count(load_catalog(root))) == stats_page(count(load_catalog(root)))


def test_the_command_prints_tables_and_a_sentence(root: Path, lianxue: Run) -> None:
    """The coverage of each regulation first, the whole bank in one sentence last."""
    ran = lianxue("--root", root, "stats")
    assert ran.code == 0
    assert ran.out.splitlines()[0].split() == ["法规", "题数", "条数", "有题", "覆盖"]
    assert ran.out.splitlines()[1].split() == ["学习守则", "3", "11", "3", "27%"]
    assert ran.out.splitlines()[-1] == "2 套自测题，4 道题；1 道没有依据。"


def test_the_command_shows_one_group_by_either_name(root: Path, lianxue: Run) -> None:
    """--by 难度 is --by difficulty; another word is refused with what there is."""
    ran = lianxue("--root", root, "stats", "--by", "难度")
    assert ran.out == lianxue("--root", root, "stats", "--by", "difficulty").out
    assert [line.split()[:2] for line in ran.out.splitlines()[:5]] == [
        ["难度", "题数"],
        ["易", "1"],
        ["中", "1"],
        ["难", "0"],
        ["未注明", "2"],
    ]
    assert "第五条" in lianxue("--root", root, "stats", "--by", "article").out
    refused = lianxue("--root", root, "stats", "--by", "章节")
    assert refused.code == 2
    assert "选项 --by：没有“章节”这种分法。可用：法规、条文、纪律、题型、难度、月份" in refused.err


def test_the_command_writes_the_picture_and_never_over_another_file(
    root: Path, lianxue: Run, tmp_path: Path
) -> None:
    """A file that is there stays until --replace says otherwise."""
    page = tmp_path / "覆盖 图.html"
    ran = lianxue("--root", root, "stats", "--html", page)
    assert (ran.code, ran.out.splitlines()[-1]) == (0, f"覆盖图：{page}")
    page.write_text("别的", encoding="utf-8")
    refused = lianxue("--root", root, "stats", "--html", page)
    assert (refused.code, refused.err) == (
        1,
        f"已经有 {page}，没有动：要替换请加 --replace，或用 --html 换一个位置或名称。\n",
    )
    assert page.read_text(encoding="utf-8") == "别的"
    assert lianxue("--root", root, "stats", "--html", page, "--replace").code == 0
    assert "题库统计" in page.read_text(encoding="utf-8")


def test_the_command_gives_json(root: Path, lianxue: Run) -> None:
    """All figures, articles too."""
    data = json.loads(lianxue("--root", root, "stats", "--json").out)
    assert data["questions"] == 4
    assert data["coverage"][0]["divisions"]


def test_an_empty_portal_is_counted_too(tmp_path: Path, lianxue: Run) -> None:
    """No quiz, no regulation: zeros, no failure."""
    (tmp_path / "docs").mkdir()
    (tmp_path / "mkdocs.yml").write_text("site_name: 空\n", encoding="utf-8")
    ran = lianxue("--root", tmp_path, "stats", "--html", tmp_path / "s.html")
    assert (ran.code, ran.out.splitlines()[-2]) == (0, "题库里还没有题目。")
    assert lianxue("--root", tmp_path, "lint-bank").out == "看了 0 套自测题的 0 道题：没有要改进的地方。\n"
