"""A new version over an old one: what changed, and who must look at it again."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from tests.support.project import REPOSITORY

from desk.regulations.importing import RegulationPlan, apply_regulation, plan_reading
from desk.regulations.reading import read_regulation
from desk.regulations.summary import report_page, summary_lines
from lianxue.content.article import Article
from lianxue.content.comparison import Change, Text, compare

from .conftest import NEW_TEXT, OLD_TEXT, opened

TODAY = date(2026, 3, 1)
SHARED = REPOSITORY.parent / "shared" / "regulations"


def import_both(project: Path) -> RegulationPlan:
    """Import the old text, then plan the new one over it."""
    apply_regulation(plan_reading(project, read_regulation(opened(OLD_TEXT)), "study-rules", today=TODAY))
    return plan_reading(project, read_regulation(opened(NEW_TEXT)), "study-rules", today=TODAY)


def test_everything_that_rests_on_a_changed_article_is_listed(project: Path) -> None:
    """Questions, lessons and pages, by what became of the article; the unchanged 第一条 is not."""
    plan = import_both(project)
    assert [(item.path, item.line, item.what, item.cited, item.verdict) for item in plan.affected] == [
        ("quizzes/study-rules.yml", 12, "第 1 题（how-often）", "第二条", "改动，现在是第三条"),
        ("quizzes/study-rules.yml", 20, "第 2 题（leaders-first）", "第四条", "删去"),
        ("quizzes/study-rules.yml", 28, "第 3 题（make-up）", "第三条", "只改序号，现在是第四条"),
        ("docs/lessons/2026/02-study-rules.md", 17, "课《怎么学》", "第二条", "改动，现在是第三条"),
        ("docs/lessons/2026/02-study-rules.md", 17, "课《怎么学》", "第三条", "只改序号，现在是第四条"),
    ]


def test_without_the_old_text_every_citation_is_listed(project: Path) -> None:
    """There is nothing to compare with, so all of them are to be looked at."""
    plan = plan_reading(project, read_regulation(opened(NEW_TEXT)), "study-rules", today=TODAY)
    assert plan.comparison is None
    assert {item.verdict for item in plan.affected} == {"无法对照"}
    assert len(plan.affected) == 7


def test_the_summary_says_what_became_of_each_article(project: Path) -> None:
    """Counts, additions, removals, moves and every place to review, in lines."""
    lines = summary_lines(import_both(project))
    start = lines.index(
        "与《学习守则》逐条对照：改动 3 条，新增 1 条，删去 1 条，只改序号 2 条，没有改动 2 条"
    )
    assert lines[start + 1 : start + 5] == [
        "  新增：第五条",
        "  删去：第四条",
        "  移动：第六条移到第二条，与前后条文的次序变了",
        "需复核 5 处：",
    ]


def test_the_report_shows_both_texts_side_by_side(project: Path) -> None:
    """With marks on what changed, and every line of the source with its use."""
    page = report_page(import_both(project))
    assert "<td>全体党员应当参加集中学习，每<del>季度</del>不少于一次。</td>" in page
    assert "<td>全体党员应当参加集中学习，每<ins>月</ins>不少于一次。</td>" in page
    assert "<th>新：没有对应的条文</th>" in page
    assert page.count("<td>第 ") == 15


def test_the_command_previews_and_writes(project: Path, lianxue: Callable[..., Any], tmp_path: Path) -> None:
    """A trainer's way: look, write, look again."""
    file = tmp_path / "学习 守则.txt"
    file.write_text(OLD_TEXT, encoding="gb18030")
    arguments = ("--root", project, "import-regulation", file, "--id", "study-rules")
    first = lianxue(*arguments, "--yes", "--report", tmp_path / "报告.html")
    assert (first.code, first.err) == (0, "")
    assert first.out.splitlines()[0] == "《学习 守则.txt》→ docs/regulations/study-rules.md（现有页面的正文）"
    assert first.out.splitlines()[-1] == "已写入：docs/regulations/study-rules.md"
    assert (tmp_path / "报告.html").is_file()
    again = lianxue(*arguments)
    assert again.out.splitlines()[-1] == "页面已经是这份文本，没有要写的。"
    missing = lianxue("--root", project, "import-regulation", tmp_path / "没有.docx", "--id", "x")
    assert missing.code == 1
    assert missing.err.startswith("找不到 ")


# Old articles of 2018 by the new one of 2023 they became, compared by eye against both texts:
# runs (first old, last old, first new). The sixteen new articles stand in no run.
HAND_CHECKED = (
    *((1, 20, 1), (21, 26, 22), (27, 38, 29), (39, 39, 42), (40, 42, 43), (43, 49, 48), (50, 50, 56)),
    *((51, 72, 58), (73, 76, 81), (77, 96, 86), (97, 116, 107), (117, 117, 57), (118, 121, 127)),
    *((122, 122, 132), (123, 123, 136), (124, 124, 138), (125, 127, 140), (128, 142, 144)),
)


@pytest.mark.skipif(not SHARED.is_dir(), reason="the texts are not part of the project")
def test_the_versions_of_2018_and_2023_are_matched_by_content() -> None:
    """Every one of 142 articles meets its successor, the one that moved too; 16 of 158 are new."""
    old, new = (_texts(name) for name in ("2018-08-18", "2023-12-19"))
    comparison = compare(old, new)
    expected = {
        first_old + step: first_new + step
        for first_old, last_old, first_new in HAND_CHECKED
        for step in range(last_old - first_old + 1)
    }
    found = {
        pair.old.article.number: pair.new.article.number
        for pair in comparison.pairs
        if pair.old and pair.new and pair.old.article and pair.new.article
    }
    assert found == expected
    assert len(found) == 142
    assert comparison.count(Change.ADDED) == 16
    assert [pair.old.label for pair in comparison.pairs if pair.is_moved and pair.old] == ["第一百一十七条"]


def _texts(version: str) -> tuple[Text, ...]:
    file = next(SHARED.glob(f"中国共产党纪律处分条例__{version}.txt"))
    reading = read_regulation(opened(file.read_text(encoding="utf-8"), file.name))
    return tuple(
        Text(item.heading, Article(item.article.number).anchor, item.article, item.paragraphs)
        for item in reading.provisions
        if item.article
    )
