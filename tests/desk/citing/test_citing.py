"""Suggesting citations: the right article first, its text beside it, one line written."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from tests.support.project import make_project, write
from tests.support.terminal import Terminal

from desk.bank.citing import SURE, Suggestion, suggest
from desk.bank.citing_words import suggestion_lines
from desk.bank.citing_writing import write_citations
from desk.failures import DeskError
from desk.wanted import find_quiz
from lianxue.content.catalog import load_catalog

PAGE = """\
---
id: study-rules
title: 学习守则
articles: 1-5
---

## 第一章 总则

### 第一条 目的

> 为了规范党员学习，制定本守则。

### 第二条 多久学一次

> 全体党员应当参加集中学习，每月不少于一次。

### 第三条 补学

> 缺课的党员应当在一个月内补学，并向支部报告补学情况。

### 第四条 经费

学习**经费**从[党费](x.md)中列支，专款专用。

## 附则的小标题

### 第五条
"""
QUIZ = """\
# 本月自测
title: 守则自测
regulation: study-rules
pass_mark: 80
questions:
  - id: how-often   # 最常考
    type: single_choice
    stem: 按守则，全体党员集中学习多久一次？
    options: {A: 每周, B: 每月, C: 每年}
    answer: B
    explanation: "集中学习每月不少于一次。"
    difficulty: 易

  - id: money
    type: true_false
    stem: 学习经费可以从党费中列支。
    answer: 对
    难度: 易
  - id: named
    type: true_false
    stem: 党员缺课不用管。
    answer: 错
    explanation: 《学习守则》第三条第一款写明了。
    difficulty: 易
  - id: cited
    type: true_false
    stem: 守则是为了规范学习。
    answer: 对
    explanation: 见目的。
    cite: [第一条]
    difficulty: 易
"""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A portal with one regulation, partly with official text, and a quiz of four questions."""
    root = make_project(tmp_path / "学习 园地")
    write(root / "docs/regulations/study-rules.md", PAGE)
    (root / "docs/regulations/study-rules-2019.md").unlink()
    write(root / "docs/lessons/2026/02-study-rules.md", "正文。\n")
    write(root / "quizzes/study-rules.yml", QUIZ)
    return root


def suggest_for(project: Path, **options: bool) -> tuple[Suggestion, ...]:
    """Suggestions for the project's quiz."""
    catalog = load_catalog(project)
    return suggest(catalog, catalog.quizzes["study-rules"], **options)


def test_the_article_that_fits_comes_first_with_its_text(project: Path) -> None:
    """By official text, by our own words, and by name; questions with a citation are left alone."""
    found = suggest_for(project)
    assert [item.question.id for item in found] == ["how-often", "money", "named"]
    assert [item.candidates[0].cite for item in found] == ["第二条", "第四条", "第三条第一款"]
    assert found[0].candidates[0].text == "全体党员应当参加集中学习，每月不少于一次。"
    assert found[1].candidates[0].text == "经费\n学习经费从党费中列支，专款专用。"
    assert found[2].candidates[0].confidence == 0.99
    assert all(len(item.candidates) <= 5 for item in found)


def test_an_article_without_words_is_never_proposed(project: Path) -> None:
    """第五条 has neither subject nor text."""
    cites = [item.cite for found in suggest_for(project) for item in found.candidates]
    assert "第五条" not in cites


def test_a_foreign_regulation_is_named_in_full(project: Path) -> None:
    """A quiz without regulation of its own needs the title."""
    write(
        project / "quizzes/study-rules.yml",
        QUIZ.replace("regulation: study-rules\n", "").replace("    cite: [第一条]\n", ""),
    )
    found = suggest_for(project)
    assert found[0].candidates[0].cite == "《学习守则》第二条"


def test_names_can_be_kept_from_being_read(project: Path) -> None:
    """For measuring: an explanation that gives the number away says nothing then."""
    found = suggest_for(project, everything=True, with_names=False)
    assert found[2].candidates[0].cite == "第三条"
    assert found[2].candidates[0].confidence < 0.99
    assert len(found) == 4


@pytest.mark.parametrize(
    "explanation",
    ["不要与第四条混淆，那一条讲的是别的。", "依据不是第四条。", "《别的办法》第四条规定得细。"],
)
def test_an_article_that_is_only_mentioned_is_not_sure(project: Path, explanation: str) -> None:
    """What is set apart, or belongs to a title of another sentence, is proposed by its words alone."""
    file = project / "quizzes" / "study-rules.yml"
    text = file.read_text(encoding="utf-8")
    first = re.search(r"explanation: .*", text)
    assert first
    write(file, text.replace(first[0], f"explanation: {explanation}", 1))
    assert suggest_for(project)[0].candidates[0].confidence < SURE


def test_one_line_is_written_and_nothing_else(project: Path) -> None:
    """Comments, Chinese field names, quotation marks and blank lines stay; a file of CRLF too."""
    file = project / "quizzes/study-rules.yml"
    file.write_bytes(QUIZ.replace("\n", "\r\n").encode("utf-8-sig"))
    write_citations(project, "quizzes/study-rules.yml", {"how-often": "第二条", "money": "第四条"})
    expected = QUIZ.replace(
        '    explanation: "集中学习每月不少于一次。"\n',
        '    explanation: "集中学习每月不少于一次。"\n    cite: [第二条]\n',
    ).replace("    answer: 对\n    难度: 易\n", "    answer: 对\n    cite: [第四条]\n    难度: 易\n")
    assert file.read_bytes() == expected.replace("\n", "\r\n").encode("utf-8-sig")


@pytest.mark.parametrize(
    ("accepted", "message"),
    [
        ({"cited": "第二条"}, "quizzes/study-rules.yml 的 cited 已经有依据：没有写入，请重新运行一次"),
        ({"gone": "第二条"}, "quizzes/study-rules.yml 里已经没有 gone 这道题：没有写入，请重新运行一次"),
    ],
)
def test_what_changed_meanwhile_is_not_overwritten(
    project: Path, accepted: dict[str, str], message: str
) -> None:
    """A citation somebody else wrote stays."""
    with pytest.raises(DeskError) as error:
        write_citations(project, "quizzes/study-rules.yml", accepted)
    assert str(error.value) == message
    assert (project / "quizzes/study-rules.yml").read_text(encoding="utf-8") == QUIZ


def test_the_command_lists_and_writes(project: Path, lianxue: Callable[..., Any]) -> None:
    """Without --yes nothing is written; with it, those that are sure enough."""
    arguments = ("--root", project, "suggest-citations", "quizzes/study-rules.yml")
    listed = lianxue(*arguments)
    assert listed.out.splitlines()[0] == "第 1 题（how-often）：按守则，全体党员集中学习多久一次？"
    assert listed.out.splitlines()[-1] == "3 道题没有依据，已写入 0 条：quizzes/study-rules.yml"
    written = lianxue(*arguments, "--accept-above", "99%", "--yes")
    assert written.out.splitlines()[-1] == "3 道题没有依据，已写入 1 条：quizzes/study-rules.yml"
    assert "    cite: [第三条第一款]\n" in (project / "quizzes/study-rules.yml").read_text(encoding="utf-8")
    data = json.loads(lianxue(*arguments, "--json").out)
    assert [item["id"] for item in data["suggestions"]] == ["how-often", "money"]


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("study-ruls",), "没有自测题“study-ruls”，是不是 study-rules？\n"),
        (("quizzes/no.yml",), "找不到 quizzes/no.yml：请检查路径是否写对。\n"),
    ],
)
def test_mistakes_are_said(
    project: Path, lianxue: Callable[..., Any], arguments: tuple[str, ...], message: str
) -> None:
    """One sentence."""
    ran = lianxue("--root", project, "suggest-citations", *arguments)
    assert (ran.code, ran.err) == (1, message)


def test_a_question_like_no_article_says_so(project: Path) -> None:
    """Nothing in common with any article."""
    write(project / "quizzes/study-rules.yml", QUIZ.replace("学习经费可以从党费中列支。", "ABCD？"))
    found = suggest_for(project)
    assert suggestion_lines(found[1]) == ["第 2 题（money）：ABCD？", "  没有相近的条文"]


def test_a_quiz_may_be_named_as_a_file(project: Path) -> None:
    """As it is typed on Windows too."""
    catalog = load_catalog(project)
    assert find_quiz(catalog, "quizzes\\study-rules.yml").id == "study-rules"
    assert find_quiz(catalog, str(project / "quizzes/study-rules.yml")).id == "study-rules"


@pytest.mark.parametrize("sure", ["0.99", "99%"])
def test_a_share_may_be_a_percentage(
    project: Path, lianxue: Callable[..., Any], monkeypatch: pytest.MonkeyPatch, sure: str
) -> None:
    """Those that are sure enough are listed and asked about together."""
    monkeypatch.setattr("sys.stdin", Terminal("y\n"))
    ran = lianxue("--root", project, "suggest-citations", "study-rules", "--accept-above", sure)
    assert "把这 1 条依据写入 quizzes/study-rules.yml？（输入 y 写入，回车不写）：" in ran.out
    assert ran.out.endswith("3 道题没有依据，已写入 1 条：quizzes/study-rules.yml\n")


@pytest.mark.parametrize(
    ("options", "sentence"),
    [
        (("--yes",), "--yes 要与 --accept-above 同用：写明把握多大才写入，如 --accept-above 0.9。"),
        (("--accept-above", "高"), "选项 --accept-above：要写 0 到 1 的小数，如 0.9，不是“高”。"),
        (("--accept-above", "1.5"), "选项 --accept-above：要写 0 到 1 的小数，如 0.9，不是“1.5”。"),
    ],
)
def test_options_that_mean_nothing_are_refused(
    project: Path, lianxue: Callable[..., Any], options: tuple[str, ...], sentence: str
) -> None:
    """None of them is silently ignored."""
    ran = lianxue("--root", project, "suggest-citations", "study-rules", *options)
    assert (ran.code, ran.err) == (2, f"{sentence}\n用 lianxue suggest-citations --help 看用法。\n")
