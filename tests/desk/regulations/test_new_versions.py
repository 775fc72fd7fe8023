"""What a new version leaves to be done, and which texts are no new version at all."""

from __future__ import annotations

import io
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from tests.desk.conftest import Ran

from desk.failures import DeskError
from desk.regulations.importing import Wishes, apply_regulation, plan_reading, plan_regulation
from desk.regulations.reading import read_regulation
from desk.regulations.reviewing import settle_reviews
from desk.regulations.versions import Kind
from lianxue.content.catalog import load_catalog
from lianxue.content.review_list import REVIEWS

from .conftest import NEW_TEXT, OLD_TEXT, opened
from .test_importing import PAGE, TODAY, must_fix, page_of, plan


def open_points(root: Path) -> list[str]:
    """What a check still wants to be reviewed."""
    return [str(item) for item in load_catalog(root).problems if item.rule == "article-changed"]


def test_what_rests_on_changed_articles_is_listed_until_it_is_dealt_with(project: Path) -> None:
    """Every check names it; a question that was edited, and a place that was looked at, are done."""
    apply_regulation(plan(project, OLD_TEXT))
    apply_regulation(plan(project, NEW_TEXT))
    after = "请复核；看过、不用改的，用 check --reviewed"
    lesson = "docs/lessons/2026/02-study-rules.md"
    quiz = "quizzes/study-rules.yml"
    changed = "所引《学习守则》第二条在新版本里：改动，现在是第三条。"
    moved = "所引《学习守则》第三条在新版本里：只改序号，现在是第四条。"
    gone = "所引《学习守则》第四条在新版本里：删去。"
    assert open_points(project) == [
        f"{lesson}:17:1: {moved}{after} {lesson} 登记",
        f"{lesson}:17:1: {changed}{after} {lesson} 登记",
        f"{quiz}:6:5: 题目 how-often：{changed}{after} {quiz}#how-often 登记",
        f"{quiz}:15:5: 题目 leaders-first：{gone}{after} {quiz}#leaders-first 登记",
        f"{quiz}:23:5: 题目 make-up：{moved}{after} {quiz}#make-up 登记",
    ]
    file = project / quiz
    file.write_text(file.read_text("utf-8").replace("cite: [第二条]", "cite: [第三条]"), "utf-8")
    assert [review.name for review in settle_reviews(project, [f"{quiz}#make-up", lesson])] == [
        f"{quiz}#make-up",
        lesson,
        lesson,
    ]
    assert len(open_points(project)) == 1
    settle_reviews(project, [quiz])
    assert open_points(project) == []


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        (
            "quizzes/study.yml",
            "需复核的清单里没有“quizzes/study.yml”：请照 check 列出的写，如 quizzes/x.yml#题目编号 或 docs/glossary.md",
        ),
        (
            "quizzes/study-rules.yml#makeup",
            "需复核的清单里没有“quizzes/study-rules.yml#makeup”，是不是 quizzes/study-rules.yml#make-up？",
        ),
        (
            "quizzes/study-rules.yml#how-often",
            "“quizzes/study-rules.yml#how-often”没有要复核的，或者已经登记过了",
        ),
        ("docs/index.md", "“docs/index.md”没有要复核的，或者已经登记过了"),
    ],
)
def test_a_place_that_is_not_on_the_list_settles_nothing(project: Path, name: str, sentence: str) -> None:
    """Another question of the same file may be meant by its spelling; a whole file never is."""
    apply_regulation(plan(project, OLD_TEXT))
    apply_regulation(plan(project, NEW_TEXT))
    settle_reviews(project, ["quizzes/study-rules.yml#how-often"])
    before = open_points(project)
    with pytest.raises(DeskError) as error:
        settle_reviews(project, [name])
    assert (str(error.value), open_points(project)) == (sentence, before)


def test_an_older_text_never_takes_the_place_of_a_newer_one(project: Path) -> None:
    """Not even where somebody says so; the sentence says what to do instead."""
    older = OLD_TEXT.replace("2019年3月1日某局机关党委发布", "2011年3月1日某局党代表大会通过")
    with pytest.raises(DeskError) as error:
        plan(project, older, "study-rules-2011", supersedes="study-rules")
    assert str(error.value) == (
        "《学习守则》（study-rules）登记的发布日期是 2019-03-01，这份文本是 2011-03-01 的，更早，不能取代它："
        "如果它是旧版本，请去掉 --supersedes，另用一个编号，并用 --issued-on 写明发布日期；"
        "如果日期认错了，也请用 --issued-on 写明"
    )


def test_files_that_cannot_be_read_are_named_in_the_preview(project: Path) -> None:
    """Their citations were not looked at."""
    apply_regulation(plan(project, OLD_TEXT))
    (project / "quizzes" / "broken.yml").write_text("title: [坏\n", encoding="utf-8")
    file = project / "quizzes/study-rules.yml"
    file.write_text(file.read_text("utf-8").replace("answer: B", "answer: F"), "utf-8")
    made = plan(project, NEW_TEXT)
    said = [f"{problem.where}：{problem.message}" for problem in made.problems if "quizzes" in problem.where]
    assert said == [
        "quizzes/broken.yml：读不了，其中的题没有核对：请运行 check 改好，再导入一次",
        "quizzes/study-rules.yml：有 1 处需要修改，有关的题没有核对：请运行 check 改好，再导入一次",
    ]


def test_a_page_with_odd_line_ends_is_not_written_twice(project: Path) -> None:
    """A note pasted from Word holds a line end of its own."""
    apply_regulation(plan(project, OLD_TEXT))
    file = project / PAGE
    file.write_text(page_of(project).replace("从缺课那天算起", "从缺课\u2028那天算起"), "utf-8")
    apply_regulation(plan(project, OLD_TEXT.replace("每季度不少于一次", "每季度不少于两次")))
    assert page_of(project).count("### 第一条") == 1
    assert page_of(project).count("title: 学习守则") == 1
    assert must_fix(project) == []


def test_a_secret_in_the_header_is_refused(project: Path, tmp_path: Path) -> None:
    """Wherever in the file it stands; the sentence does not repeat it."""
    text = tmp_path / "学习守则.txt"
    text.write_text(f"机密★1年\n{OLD_TEXT}", encoding="utf-8")
    with pytest.raises(DeskError) as error:
        plan_regulation(project, text, "study-rules", today=TODAY)
    assert str(error.value) == (
        "《学习守则.txt》第 1 行有密级标志（*密★…），没有读入：涉密内容和身份证号码不能放进本站，"
        "请按保密规定处理，或删去后再读入"
    )


def test_a_report_never_replaces_a_file_unasked(
    project: Path, tmp_path: Path, lianxue: Callable[..., Ran], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The trainer's own text, and a page of the portal, stay as they are."""
    text = tmp_path / "学习守则.txt"
    text.write_text(NEW_TEXT, encoding="utf-8")
    command = ("--root", project, "import-regulation", text, "--id", "study-rules", "--report")
    said = f"已经有 {text}，没有动：要替换请加 --replace，或用 --report 换一个位置或名称。\n"
    assert lianxue(*command, text).err == said
    page = project / PAGE
    ran = lianxue(*command, page, "--replace")
    assert ran.err == f"{page} 在 docs 文件夹里，那里只放网站自己的文件：请用 --report 换一个位置。\n"
    assert text.read_text(encoding="utf-8") == NEW_TEXT
    monkeypatch.setattr("sys.stdin", io.StringIO())
    ran = lianxue(*command, tmp_path / "新" / "报告.html")
    assert ran.out.endswith("这只是预览，什么都没有写入。要写入，请加上 --yes 再运行一次。\n")
    assert "需复核" in (tmp_path / "新" / "报告.html").read_text(encoding="utf-8")


def test_the_same_text_is_no_new_version(project: Path) -> None:
    """Under another id it would put the page in force out of force."""
    apply_regulation(plan(project, OLD_TEXT))
    with pytest.raises(DeskError) as error:
        plan(project, OLD_TEXT, "study-rules-new", supersedes="study-rules")
    assert str(error.value) == (
        f"《学习守则.txt》与 {PAGE} 上的正文完全相同，没有写入：同一份文本不用导入两次"
    )


def dated(text: str) -> str:
    """The text without the line that says when it was issued."""
    return "\n".join(line for line in text.split("\n") if not line.startswith("（20"))


def test_a_text_without_a_date_does_not_silently_replace_another_version(project: Path) -> None:
    """Copied without its head a new version looks like a correction; the trainer says which it is."""
    apply_regulation(plan(project, OLD_TEXT))
    with pytest.raises(DeskError) as error:
        plan(project, dated(NEW_TEXT))
    assert str(error.value) == (
        f"《学习守则.txt》与 {PAGE} 上的正文有 5 条不同，看不出是新版本，还是校正：新版本请用 --issued-on 写明它的发布日期；"
        "校正现有正文请用 --issued-on 2019-03-01"
    )
    wishes = Wishes(issued_on=date(2025, 12, 1))
    reading = read_regulation(opened(dated(NEW_TEXT)))
    version = plan_reading(project, reading, "study-rules", wishes=wishes, today=TODAY)
    assert (version.kind, len(version.affected)) == (Kind.TAKES_OVER, 5)
    correction = plan(project, dated(OLD_TEXT.replace("每季度不少于一次", "每季度不少于 1 次")))
    assert correction.kind is Kind.SAME


def test_every_way_of_citing_is_found(project: Path) -> None:
    """Lists and ranges on pages, the head of a case, a question still 待确认, a quiz that was taken down."""
    apply_regulation(plan(project, OLD_TEXT))
    case = project / "docs/cases/2026/make-up.md"
    case.parent.mkdir(parents=True, exist_ok=True)
    case.write_text(CASE, encoding="utf-8", newline="\n")
    quiz = (project / "quizzes/study-rules.yml").read_text(encoding="utf-8")
    down = quiz.replace("pass_mark: 80", "pass_mark: 80\nwithdrawn_on: 2026-02-01\nwithdrawn_because: 有误")
    (project / "quizzes/taken-down.yml").write_text(down, encoding="utf-8", newline="\n")
    open_ = quiz.replace("    answer: B\n", "    status: unsettled\n", 1)
    (project / "quizzes/study-rules.yml").write_text(open_, encoding="utf-8", newline="\n")
    listed = {
        (item.path.rpartition("/")[2], item.question, item.cited) for item in plan(project, NEW_TEXT).affected
    }
    assert listed >= {
        ("make-up.md", "", "第二条"),  # at the head
        ("make-up.md", "", "第三条"),  # 第二条第一款和第三条
        ("make-up.md", "", "第五条"),  # 第四条至第六条
        ("make-up.md", "", "第六条"),
        ("study-rules.yml", "how-often", "第二条"),  # 待确认
        ("taken-down.yml", "leaders-first", "第四条"),
    }


def test_a_place_that_cannot_be_seen_stays_on_the_list(project: Path) -> None:
    """A broken file, or the difficulty of a question, settles nothing; a list nobody can read stops the import."""
    apply_regulation(plan(project, OLD_TEXT))
    apply_regulation(plan(project, NEW_TEXT))
    quiz = project / "quizzes/study-rules.yml"
    text = quiz.read_text(encoding="utf-8")
    quiz.write_text(text.replace("难度: 易", "难度: 难").replace("difficulty: 易", "difficulty: 难"), "utf-8")
    assert sum(name.startswith("quizzes/") for name in to_review(project)) == 3
    quiz.write_text("title: [\n", encoding="utf-8")
    apply_regulation(plan(project, NEXT_TEXT))
    quiz.write_text(text, encoding="utf-8", newline="\n")
    assert sum(name.startswith("quizzes/") for name in to_review(project)) == 3
    (project / REVIEWS).write_text('items:\n  - {path: "a"\n<<<<<<< HEAD\n', encoding="utf-8")
    with pytest.raises(DeskError, match=r"^需复核的清单 to-review\.yml 第 \d 行读不懂，没有写入："):
        plan(project, NEXT_TEXT.replace("2027", "2028").replace("每周不", "每天不"))


def to_review(project: Path) -> list[str]:
    """The paths that a check names as 需复核."""
    return [item.path for item in load_catalog(project).problems if item.rule == "article-changed"]


NEXT_TEXT = NEW_TEXT.replace("2025年12月1日", "2027年12月1日").replace("每月不少于", "每周不少于")
CASE = """\
---
title: 缺课以后
regulation: study-rules
cite: [第二条]
discipline: [组织纪律]
summary: 一次缺课。
reviewed_by: 内容组
reviewed_on: 2026-01-10
review_due: 2027-01-10
security_review: 公开
---

本案例为虚构，如有雷同，纯属巧合。

按《学习守则》第二条第一款和第三条，应当补学；后果见《守则》第四条至第六条。
"""
