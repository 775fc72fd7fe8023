"""Importing official texts into pages: what is written, what is kept, which version it is."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from desk.failures import DeskError
from desk.regulations.importing import RegulationPlan, Wishes, apply_regulation, plan_reading
from desk.regulations.reading import read_regulation
from desk.regulations.versions import Kind
from lianxue.content.catalog import load_catalog
from lianxue.content.official_text import official_texts
from lianxue.reading.problem import Level

from .conftest import NEW_TEXT, OLD_TEXT, opened

TODAY = date(2026, 3, 1)
PAGE = "docs/regulations/study-rules.md"


def plan(root: Path, text: str, regulation_id: str = "study-rules", **more: Any) -> RegulationPlan:
    """Plan the import of a text."""
    return plan_reading(root, read_regulation(opened(text)), regulation_id, today=TODAY, **more)


def page_of(root: Path, path: str = PAGE) -> str:
    """A page's text."""
    return (root / path).read_text(encoding="utf-8")


def must_fix(root: Path) -> list[str]:
    """What stops a build."""
    return [str(problem) for problem in load_catalog(root).problems if problem.level is Level.MUST_FIX]


def test_a_new_regulation_becomes_a_page(project: Path) -> None:
    """Register, headings and the text as a quotation; what the text does not say stays empty."""
    text = "某某办法\n（2020年5月6日某局党组印发）\n第一章 总则\n第一条 甲*乙。\n第二条 有下列情形的：\n（一）丙；\n（二）丁。\n"
    made = plan(project, text, "some-measures")
    assert made.kind is Kind.FIRST
    assert made.missing == ("施行日期", "文本来源")
    assert apply_regulation(made) == ("docs/regulations/some-measures.md",)
    assert page_of(project, "docs/regulations/some-measures.md") == (
        "---\nid: some-measures\ntitle: 某某办法\nissuer: 某局党组\nissued_on: 2020-05-06\n"
        "status: 现行有效\narticles: 1-2\n---\n\n## 第一章 总则\n\n### 第一条\n\n> 甲\\*乙。\n\n"
        "### 第二条\n\n> 有下列情形的：\n>\n> （一）丙；\n>\n> （二）丁。\n"
    )
    assert must_fix(project) == []


def test_the_authors_words_stay_under_the_official_text(project: Path) -> None:
    """Intro, subjects, notes and comments are kept; the register is only filled up."""
    made = plan(project, OLD_TEXT)
    assert made.kind is Kind.SAME
    apply_regulation(made)
    page = page_of(project)
    assert "title: 学习守则  # 全称\n" in page
    assert "---\n\n我们的导读。\n\n## 第一章 总则\n\n### 第一条\n\n> 为了规范学习，制定本守则。\n" in page
    assert (
        "### 第三条 补学\n\n> 缺课的党员应当在一个月内补学，并向支部报告补学情况。\n\n一个月从缺课那天算起。\n"
        in page
    )
    assert "> （二）代他人签到的。\n\n三次是累计，不是连续。\n\n## 第二章 附则\n" in page
    assert must_fix(project) == []


def test_importing_again_changes_nothing(project: Path) -> None:
    """The same text on another day: not one file to write."""
    source = Wishes(source="某局机关党委2019年3月1日发布文本")
    apply_regulation(plan(project, OLD_TEXT, wishes=source))
    again = plan_reading(
        project, read_regulation(opened(OLD_TEXT)), "study-rules", wishes=source, today=date(2027, 1, 1)
    )
    assert again.changes == ()


def test_a_corrected_text_replaces_the_one_that_was_there(project: Path) -> None:
    """The preview names the articles whose text is another."""
    apply_regulation(plan(project, OLD_TEXT))
    made = plan(project, OLD_TEXT.replace("一个月内补学", "两个月内补学"))
    assert made.remarks == ("正文与页面上现有的不同：第三条",)
    apply_regulation(made)
    assert "两个月内补学，并向支部报告补学情况。\n\n一个月从缺课那天算起。" in page_of(project)


def test_notes_without_an_article_are_kept_at_the_end(project: Path) -> None:
    """A text with fewer articles than the page had notes for; an author's own quotation stays too."""
    file = project / PAGE
    file.write_text(
        page_of(project).replace("### 第四条 带头\n", "### 第四条 带头\n\n> 身教重于言教，完全是另一句话\n"),
        "utf-8",
    )
    short = "学习守则\n第一条　甲。\n第二条　乙。\n第三条　丙。\n第四条　支部负责人应当带头学习。\n"
    made = plan(project, short, wishes=Wishes(issued_on=date(2019, 3, 1)))
    assert made.remarks == (
        "文本里没有对应的条文，说明移到页面末尾“原有说明”：第五条 后果",
        "条文范围由 1-8 改为 1-4",
    )
    apply_regulation(made)
    page = page_of(project)
    assert page.endswith("\n## 原有说明\n\n**第五条 后果**\n\n三次是累计，不是连续。\n")
    assert "> 支部负责人应当带头学习。\n\n（原有引文）\n\n> 身教重于言教，完全是另一句话\n" in page
    assert must_fix(project) == []
    assert plan(project, short).changes == ()


def test_a_new_version_takes_over_the_id(project: Path) -> None:
    """The old page moves to its year, the new one names it; unchanged articles keep subject and note."""
    apply_regulation(plan(project, OLD_TEXT))
    made = plan(project, NEW_TEXT, wishes=Wishes(source="某局机关党委2025年12月1日发布文本"))
    assert made.kind is Kind.TAKES_OVER
    assert apply_regulation(made) == ("docs/regulations/study-rules-2019.md", PAGE, "to-review.yml")
    old = page_of(project, "docs/regulations/study-rules-2019.md")
    assert old.startswith(
        "---\nid: study-rules-2019\ntitle: 学习守则（2019年）\nshort_titles: [2019年守则]\nissuer: 某局机关党委\n"
        "issued_on: 2019-03-01\neffective_on: 2019-05-01\nstatus: 已修订\n"
    )
    assert "一个月从缺课那天算起。" in old
    new = page_of(project)
    assert new.startswith(
        "---\nid: study-rules\ntitle: 学习守则\nshort_titles: [守则]\nissuer: 某局机关党委\nissued_on: 2025-12-01\n"
        "effective_on: 2026-01-01\nstatus: 现行有效\narticles: 1-8\nsupersedes: study-rules-2019\n"
        "checked_on: 2026-03-01\nsource: 某局机关党委2025年12月1日发布文本\n---\n"
    )
    assert (
        "### 第四条 补学\n\n> 缺课的党员应当在一个月内补学，并向支部报告补学情况。\n\n一个月从缺课那天算起。\n"
        in new
    )
    assert "### 第六条 后果\n" in new
    assert "三次是累计" not in new
    assert must_fix(project) == []
    assert plan(project, NEW_TEXT).changes == ()


def test_a_new_version_under_its_own_id(project: Path) -> None:
    """--supersedes with another id: the old page only loses its force."""
    apply_regulation(plan(project, OLD_TEXT))
    made = plan(project, NEW_TEXT, "study-rules-2025", supersedes="守则")
    assert made.kind is Kind.BESIDE
    apply_regulation(made)
    assert "\nstatus: 已修订\n" in page_of(project)
    assert "\nsupersedes: study-rules\n" in page_of(project, "docs/regulations/study-rules-2025.md")
    assert load_catalog(project).titles["守则"].id == "study-rules-2025"


def test_notes_survive_when_the_old_version_is_named_later(project: Path) -> None:
    """A page that is there is never made anew, whatever it is said to supersede."""
    apply_regulation(plan(project, OLD_TEXT))
    apply_regulation(plan(project, NEW_TEXT.replace("学习守则\n（", "新学习守则\n（"), "new-rules"))
    page = "docs/regulations/new-rules.md"
    noted = (
        page_of(project, page).replace("### 第一条\n", "### 第一条 目的\n").rstrip("\n")
        + "\n\n我们的说明。\n"
    )
    (project / page).write_text(noted, encoding="utf-8")
    made = plan(project, NEW_TEXT, "new-rules", supersedes="study-rules")
    assert made.kind is Kind.BESIDE
    assert apply_regulation(made) == (PAGE, page, "to-review.yml")
    assert "### 第一条 目的\n" in page_of(project, page)
    assert page_of(project, page).endswith("\n我们的说明。\n")
    assert "\nsupersedes: study-rules\n" in page_of(project, page)
    assert "\nstatus: 已修订\n" in page_of(project)
    assert plan(project, NEW_TEXT, "new-rules", supersedes="study-rules").changes == ()


def test_an_older_version_is_put_behind_the_current_one(project: Path) -> None:
    """Its page is 已修订, and the current one names it."""
    older = OLD_TEXT.replace("2019年3月1日某局", "2011年3月1日某局")
    made = plan(project, older, "study-rules-2011")
    assert made.kind is Kind.OLDER
    apply_regulation(made)
    page = page_of(project, "docs/regulations/study-rules-2011.md")
    assert "title: 学习守则（2011年）\n" in page
    assert "status: 已修订\n" in page
    assert "\nsupersedes: study-rules-2011\n" in page_of(project)
    assert must_fix(project) == []


@pytest.mark.parametrize(
    ("text", "regulation_id", "supersedes", "message"),
    [
        (
            "我的体会\n学习很有收获。\n",
            "x",
            "",
            "《学习守则.txt》不像法规文本：没有“第一条”这样的条文，也不是名称以条例、规定、意见等结尾、按“一、”“二、”编号的文件。请看看选对了文件没有",
        ),
        (OLD_TEXT, "Study", "", "编号“Study”只能用小写英文字母、数字和连字符，如 disciplinary-regulations"),
        (OLD_TEXT, "x", "study-ruels", "法规库里没有“study-ruels”，是不是“study-rules”？"),
        (
            OLD_TEXT.replace("2019年3月1日", "2011年3月1日"),
            "study-rules",
            "",
            "study-rules 登记的发布日期是 2019-03-01，这份文本是 2011-03-01 发布的，更早：旧版本请另用一个编号，如 --id study-rules-2011",
        ),
        (OLD_TEXT, "index", "", "编号 index 是法规库首页用的：请另起一个，如 disciplinary-regulations"),
        (
            OLD_TEXT.replace("学习守则\n（", "值班守则\n（"),
            "study-rules",
            "",
            "这份文本是《值班守则》，docs/regulations/study-rules.md 是《学习守则》的页面，没有写入：请用 --id 另起一个编号；如果它改名后取代了《学习守则》，请加 --supersedes study-rules",
        ),
        (
            "学习守则\n第一条　甲。\n第二条　本守则自2010年5月1日起施行。\n",
            "study-rules",
            "",
            "study-rules 登记的施行日期是 2019-05-01，这份文本是 2010-05-01，看着是另一个版本，没有写入：请用 --issued-on 写明这份文本的发布日期；旧版本另用一个编号，如 --id study-rules-年份",
        ),
        (
            "学习守则\n（2011年3月1日某局第一次党员大会通过）\n第一条　甲。\n第二条　乙。\n",
            "study-rules",
            "",
            "study-rules 登记的发布日期是 2019-03-01，这份文本是 2011-03-01 通过或修改的，看着是另一个版本，没有写入：请用 --issued-on 写明这份文本的发布日期；旧版本另用一个编号，如 --id study-rules-年份",
        ),
        (
            "学习守则\n第一条　甲。\n",
            "study-rules",
            "",
            "study-rules 登记的条文有 8 条，这份文本有 1 条，看着是另一个版本，没有写入：请用 --issued-on 写明这份文本的发布日期；旧版本另用一个编号，如 --id study-rules-年份",
        ),
        (
            "考勤制度\n1 总则\n1.1 为规范考勤，制定本制度。\n1.2 适用于全体。\n1.3 其他。\n",
            "x",
            "",
            "《学习守则.txt》的条文写成 1.1、1.2 的样子：请先把编号改成“第一条”“第二条”，再导入",
        ),
        (
            "学习守则\n第一条 甲。\n",
            "x",
            "",
            "法规库里已有同名的现行法规《学习守则》（study-rules），从文本里看不出哪一版更新：请加 --supersedes study-rules，或用 --issued-on 写明发布日期；如果就是这一部，请用 --id study-rules",
        ),
    ],
)
def test_what_cannot_be_imported_is_said(
    project: Path, text: str, regulation_id: str, supersedes: str, message: str
) -> None:
    """One sentence with what to do."""
    with pytest.raises(DeskError) as error:
        plan(project, text, regulation_id, supersedes=supersedes)
    assert str(error.value) == message


def test_a_version_that_is_still_to_come_is_pointed_out(project: Path) -> None:
    """Until then the one before is in force."""
    later = NEW_TEXT.replace("2026年1月1日起施行", "2027年1月1日起施行")
    assert later != NEW_TEXT
    assert [problem.message for problem in plan(project, later).problems] == [
        "2027-01-01 起才施行，页面却写“现行有效”：在那以前旧版本仍然有效，请到时再导入，或者先不发布"
    ]


def test_a_text_without_articles_becomes_a_page_too(project: Path) -> None:
    """Its parts are headings; questions may cite 第二部分, and nothing else that is not there."""
    text = "关于学习的意见\n学习是义务，要抓好落实。\n一、提高认识\n要重视。\n二、抓好落实\n要落实。\n"
    made = plan(project, text, "opinions")
    apply_regulation(made)
    page = page_of(project, "docs/regulations/opinions.md")
    assert "\narticles: 无\npreamble: 导语\n" in page
    assert page.endswith("## 一、提高认识\n\n> 要重视。\n\n## 二、抓好落实\n\n> 要落实。\n")
    quiz = (project / "quizzes/study-rules.yml").read_text(encoding="utf-8")
    cited = quiz.replace("[第二条]", "[《关于学习的意见》第二部分]").replace(
        "[第三条]", "[《关于学习的意见》第三条]"
    )
    (project / "quizzes/study-rules.yml").write_text(cited, encoding="utf-8")
    assert must_fix(project) == [
        "quizzes/study-rules.yml:28:12: 第 3 题（make-up）：《关于学习的意见》没有第三条（它没有编条：可引部分，如第三部分）"
    ]
    assert plan(project, text, "opinions").changes == ()


def test_a_page_changed_after_the_preview_is_not_overwritten(project: Path) -> None:
    """Somebody edited it meanwhile."""
    made = plan(project, OLD_TEXT)
    (project / PAGE).write_text(page_of(project) + "\n新加的话。\n", "utf-8")
    with pytest.raises(DeskError, match="在预览之后改动过"):
        apply_regulation(made)
    assert page_of(project).endswith("新加的话。\n")


def test_the_text_on_the_page_is_the_text_that_was_read(project: Path) -> None:
    """Signs that Markdown would take for its own come back as they were."""
    hard = "某办法\n第一条 甲*乙_丙[丁](戊)<b>&amp;#己|庚\n1. 辛\n- 壬\n# 癸\n> 子\n```\n第二条 完。\n"
    reading = read_regulation(opened(hard))
    apply_regulation(plan_reading(project, reading, "hard", today=TODAY))
    source = load_catalog(project).sources["docs/regulations/hard.md"]
    assert official_texts(source.body, "")["art-1"] == reading.provisions[0].paragraphs
