"""A page is taken down in one step, and comes back as it was."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from tests.desk.conftest import Ran

from desk.building.site_build import build_site

BECAUSE = "所引的*条文*已修订，见 <新文本>：改好后再发布。"


def test_a_lesson_goes_down_with_its_quiz_and_comes_back_as_it_was(
    portal: Path, lianxue: Callable[..., Ran], tree: Callable[[Path], dict[str, bytes]]
) -> None:
    """One command puts a notice in place of lesson and quiz; --restore gives the same bytes again."""
    before = tree(portal)
    ran = lianxue(
        *("--root", portal, "withdraw", "docs/lessons/2026/02-first.md"),
        *("--because", BECAUSE, "--date", "2026-05-03"),
    )
    assert (ran.code, ran.out) == (
        0,
        "已撤下 docs/lessons/2026/02-first.md\n已撤下 quizzes/first.yml\n"
        "重新生成网站（build）后，读者就看到改动。\n",
    )
    site = portal / "site"
    assert build_site(portal, site).is_done
    notice = "2026 年 5 月 3 日撤下：所引的*条文*已修订，见 &lt;新文本&gt;：改好后再发布。"
    for page in ("lessons/2026/02-first.html", "quizzes/first.html"):
        text = (site / page).read_text(encoding="utf-8")
        assert notice in text
        assert "正文" not in text
        assert "first" not in text.partition("<body>")[2]
    assert not (site / "quizzes" / "first-answers.html").exists()
    assert "党员都要学习" not in "".join(
        file.read_text(encoding="utf-8") for file in site.rglob("*") if file.suffix in (".html", ".js")
    )
    ran = lianxue("--root", portal, "withdraw", "2026/02-first", "--restore")
    assert ran.code == 0
    assert {name: data for name, data in tree(portal).items() if name in before} == before


def test_a_quiz_alone_goes_down(portal: Path, lianxue: Callable[..., Ran]) -> None:
    """The lesson stays and says that its quiz is gone."""
    assert lianxue("--root", portal, "withdraw", "quizzes/first.yml", "--because", "有错").code == 0
    assert build_site(portal, portal / "site").is_done
    lesson = (portal / "site" / "lessons" / "2026" / "02-first.html").read_text(encoding="utf-8")
    assert "正文" in lesson


def test_a_file_whose_fields_share_a_line_is_left_alone(portal: Path, lianxue: Callable[..., Ran]) -> None:
    """YAML may be written so, but no field can be set in it line by line."""
    quiz = portal / "quizzes" / "flow.yml"
    text = "{title: 一行写完, questions: [{id: a, type: true_false, stem: 真的。, answer: 对}]}\n"
    quiz.write_text(text, encoding="utf-8", newline="\n")
    ran = lianxue("--root", portal, "withdraw", "quizzes/flow.yml", "--because", "有错")
    assert (ran.code, ran.err) == (
        1,
        "quizzes/flow.yml 开头的字段不是一行一个，没有改动：请先改成一行一个“字段名: 内容”。\n",
    )
    assert quiz.read_text(encoding="utf-8") == text


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (
            ("lessons/2026/02-frist", "--because", "错"),
            "没有“lessons/2026/02-frist”这一页，是不是 docs/lessons/2026/02-first.md？",
        ),
        (("2026/02-first",), "没有写明原因：请用 --because 写一句给读者看的话。"),
        (("2026/02-first", "--restore"), "docs/lessons/2026/02-first.md 没有撤下，不用恢复。"),
    ],
)
def test_what_cannot_be_withdrawn_gets_a_sentence(
    portal: Path,
    lianxue: Callable[..., Ran],
    tree: Callable[[Path], dict[str, bytes]],
    arguments: tuple[str, ...],
    sentence: str,
) -> None:
    """A wrong name, no reason, nothing to restore: said, and nothing is touched."""
    before = tree(portal)
    ran = lianxue("--root", portal, "withdraw", *arguments)
    assert (ran.code, ran.err.rstrip("。\n")) == (1, sentence.rstrip("。"))
    assert tree(portal) == before


def test_a_reason_means_nothing_where_a_page_comes_back(portal: Path, lianxue: Callable[..., Ran]) -> None:
    """It is said, not silently left out."""
    ran = lianxue("--root", portal, "withdraw", "2026/02-first", "--restore", "--because", "甲")
    assert ran.code == 2
    assert ran.err.startswith("--restore 是恢复，不用写原因和日期：请去掉 --because、--date。\n")


def test_a_page_withdrawn_twice_is_refused(portal: Path, lianxue: Callable[..., Ran]) -> None:
    """The first notice stays."""
    lianxue("--root", portal, "withdraw", "2026/02-first", "--because", "甲")
    ran = lianxue("--root", portal, "withdraw", "2026/02-first", "--because", "乙")
    assert ran.err == "docs/lessons/2026/02-first.md 已经撤下：要换说明，先用 --restore 恢复。\n"
