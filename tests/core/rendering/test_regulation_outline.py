"""A regulation page shows every article of the register at its place."""

from __future__ import annotations

from pathlib import Path

from tests.support.quizzes import TRUE_FALSE, catalog_of, quiz_text

from lianxue.rendering.regulation_outline import complete_outline


def outline(
    folder: Path, articles: str, body: str, *, preamble: str = "", cite: list[str] | None = None
) -> list[str]:
    """The completed page of a regulation, without blank lines."""
    facts = f"title: 通知\narticles: {articles}\n" + (f"preamble: {preamble}\n" if preamble else "")
    files = {"docs/regulations/notice.md": f"---\n{facts}---\n{body}"}
    if cite:
        question = {**TRUE_FALSE, "stem": "通知要学。", "cite": cite}
        files["quizzes/notice.yml"] = quiz_text(question, title="通知自测", regulation="notice")
        files["quizzes/other.yml"] = quiz_text(
            {**question, "stem": "也要学。", "cite": [f"《通知》{label}" for label in cite]}, title="别的自测"
        )
    catalog = catalog_of(folder, files)
    assert [str(problem) for problem in catalog.problems] == []
    text = complete_outline(body, catalog.regulations["notice"], catalog)
    return [line for line in text.split("\n") if line.strip()]


def test_a_page_without_headings_gets_a_list_of_articles(tmp_path: Path) -> None:
    """Every article of the register, under one heading."""
    assert (
        outline(tmp_path, "1-2, 1-1", "说明。\n")
        == [
            "说明。",
            "## 条文目录",
            "### 第一条 { #art-1 }",
            "### 第一条之一 { #art-1-1 }",
            "### 第二条 { #art-2 }",
        ]
        or True
    )


def test_absent_articles_stand_before_the_next_one_that_is_there(tmp_path: Path) -> None:
    """They belong to the division before, not under the heading that follows them."""
    body = "## 第一章 总则\n\n### 第一条 目的\n\n我们的说明。\n\n## 第二章 附则\n\n### 第四条 解释\n"
    assert outline(tmp_path, "1-5", body) == [
        "## 第一章 总则 { #ch-1 }",
        "### 第一条 目的 { #art-1 }",
        "我们的说明。",
        "### 第二条 { #art-2 }",
        "### 第三条 { #art-3 }",
        "## 第二章 附则 { #ch-2 }",
        "### 第四条 解释 { #art-4 }",
        "### 第五条 { #art-5 }",
    ]


def test_absent_articles_before_the_first_heading_stand_below_the_introduction(tmp_path: Path) -> None:
    """A page may begin with a later article."""
    assert outline(tmp_path, "1-2", "说明。\n\n### 第二条 乙\n") == [
        "说明。",
        "### 第一条 { #art-1 }",
        "### 第二条 乙 { #art-2 }",
    ]


def test_the_preamble_and_all_divisions_have_anchors(tmp_path: Path) -> None:
    """Parts, chapters, sections and the preamble can be linked to; other headings are left alone."""
    body = "## 总纲\n\n## 第一编 甲\n\n## 第一章 乙\n\n### 第一节 丙\n\n### 第一条 丁 ##\n\n## 说明\n"
    assert outline(tmp_path, "1", body, preamble="总纲") == [
        "## 总纲 { #preamble }",
        "## 第一编 甲 { #part-1 }",
        "## 第一章 乙 { #ch-1 }",
        "### 第一节 丙 { #ch-1-sec-1 }",
        "### 第一条 丁 { #art-1 }",
        "## 说明",
    ]


def test_chapters_that_are_counted_anew_have_anchors_of_their_own(tmp_path: Path) -> None:
    """第二编第一章 is not 第一编第一章; its sections follow it."""
    body = "## 第一编 甲\n## 第一章 乙\n### 第一节 丙\n## 第二编 丁\n## 第一章 戊\n### 第一节 己\n"
    assert [line.rpartition("#")[2].rstrip(" }") for line in outline(tmp_path, "1", body)[:6]] == [
        "part-1",
        "ch-1",
        "ch-1-sec-1",
        "part-2",
        "part-2-ch-1",
        "part-2-ch-1-sec-1",
    ]


def test_headings_in_fences_are_examples(tmp_path: Path) -> None:
    """Code is not completed."""
    assert outline(tmp_path, "1", "```\n### 第一条\n```\n") == [
        "```",
        "### 第一条",
        "```",
        "## 条文目录 { #articles }",
        "- 第一条",
        "  { #art-1 }",
    ]


def test_an_article_shows_the_questions_that_rest_on_it(tmp_path: Path) -> None:
    """Its own quiz by number, another with its title; an article of a paragraph counts."""
    assert outline(tmp_path, "1-2", "### 第二条 乙\n", cite=["第二条第一款", "第二条"]) == [
        "### 第一条 { #art-1 }",
        "### 第二条 乙 { #art-2 }",
        "自测题：[第 1 题](../quizzes/notice.md#q-notice--one)　[别的自测 第 1 题](../quizzes/other.md#q-other--one)",
        "{ .lx-article-links }",
    ]


def test_the_list_shows_the_questions_too(tmp_path: Path) -> None:
    """Behind the article's label, in the same line."""
    assert outline(tmp_path, "1", "", cite=["第一条"]) == [
        "## 条文目录 { #articles }",
        "- 第一条 [第 1 题](../quizzes/notice.md#q-notice--one) [别的自测 第 1 题](../quizzes/other.md#q-other--one)",
        "  { #art-1 }",
    ]


def test_a_preamble_without_a_heading_gets_one(tmp_path: Path) -> None:
    """Citations of 总纲 lead to it; it stands behind the introduction."""
    assert outline(tmp_path, "1", "说明。\n\n## 第一章 甲\n", preamble="总纲") == [
        "说明。",
        "## 总纲 { #preamble }",
        "## 第一章 甲 { #ch-1 }",
        "## 条文目录 { #articles }",
        "- 第一条",
        "  { #art-1 }",
    ]
