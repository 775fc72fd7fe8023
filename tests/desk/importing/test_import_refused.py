"""What an import refuses, and that nothing is written then."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from tests.desk.importing.papers import paper, paper_of_40
from tests.support.office import paragraph, part, write_docx

from desk.drafts.draft import Draft
from desk.failures import DeskError
from desk.importing.importing import apply_import, plan_import, plan_readings
from lianxue.content.catalog import load_catalog

PATH = "quizzes/q3.yml"


@pytest.mark.parametrize(
    ("into", "message"),
    [
        (
            "quizzes/试卷.yml",
            "文件名“试卷.yml”只能用小写英文字母、数字和连字符，如 disciplinary-regulations.yml",
        ),
        ("quizzes/index.yml", "文件名“index.yml”与网站自己的页面重名：不要用 index，也不要以 -answers 结尾"),
        (
            "quizzes/presets/a.yml",
            "quizzes/presets/a.yml 不是 quizzes 文件夹里的题库文件：请写成 quizzes/名称.yml",
        ),
        ("docs/a.yml", "docs/a.yml 不是 quizzes 文件夹里的题库文件：请写成 quizzes/名称.yml"),
        ("quizzes/../a.yml", "quizzes/../a.yml 不是 quizzes 文件夹里的题库文件：请写成 quizzes/名称.yml"),
        ("/tmp/a.yml", "/tmp/a.yml 不在廉学的 quizzes 文件夹里：题目只能写进那里"),
    ],
)
def test_a_name_that_no_quiz_can_have_is_refused(portal: Path, into: str, message: str) -> None:
    """The sentence says what would be right."""
    with pytest.raises(DeskError) as error:
        plan_readings(portal, [paper([])], into=into)
    assert str(error.value) == message


def test_a_file_is_named_after_the_paper_without_its_date(portal: Path) -> None:
    """Chinese by its sound; a name of digits alone is no name."""
    names = {
        "2026年第三季度试卷（最终）.docx": "quizzes/di-san-ji-du-shi-juan-zui-zhong.yml",
        "Quiz_2026-03-01 (1).xlsx": "quizzes/quiz.yml",
        "20260301.docx": "quizzes/imported.yml",
    }
    for name, path in names.items():
        assert plan_readings(portal, [paper([], file=name)]).request.into == path


def test_unknown_regulations_and_lessons_are_refused(portal: Path) -> None:
    """Before anything is planned."""
    with pytest.raises(DeskError, match=r"^法规库里没有“没有”：请先用 import-regulation 导入（现有："):
        plan_readings(portal, [paper([])], into="q3", regulation="没有")
    with pytest.raises(DeskError, match=r"^没有“2026/02-frist”这一课，是不是 2026/02-first？$"):
        plan_readings(portal, [paper([])], into="q3", lesson="2026/02-frist")


def test_a_file_that_cannot_be_read_is_left_alone(portal: Path) -> None:
    """Broken YAML: nothing is written, and it says where."""
    (portal / PATH).write_text("title: [\n", encoding="utf-8", newline="\n")
    with pytest.raises(DeskError, match=rf"^{PATH} 第 2 行读不懂，没有导入，也没有改动它：YAML 写法有误："):
        plan_readings(portal, [paper(paper_of_40())], into="q3")


def test_a_file_changed_since_the_preview_is_not_overwritten(portal: Path) -> None:
    """Somebody may have it open."""
    plan = plan_readings(portal, [paper(paper_of_40())], into="q3")
    (portal / PATH).write_text("title: 别人刚写的\nquestions: []\n", encoding="utf-8", newline="\n")
    with pytest.raises(DeskError, match=rf"^{PATH} 在预览以后又被改动过，没有写入：请再导入一次$"):
        apply_import(plan)
    assert "别人刚写的" in (portal / PATH).read_text(encoding="utf-8")


def test_several_files_are_named_and_titled_after_the_same_one(portal: Path) -> None:
    """The first that has a title."""
    key = replace(paper([], file="答案.docx"), title="")
    request = plan_readings(portal, [key, paper(paper_of_40(), file="试卷.docx", title="学习测试")]).request
    assert (request.into, request.head) == ("quizzes/shi-juan.yml", {"title": "学习测试"})


def test_what_is_forbidden_is_not_written(portal: Path) -> None:
    """A mark of secrecy in the file stops the whole import."""
    plan = plan_readings(
        portal, [paper(paper_of_40())], into="q3", stops=["《a.docx》页眉有密级标志（*密★…）"]
    )
    with pytest.raises(DeskError, match=r"^没有写入：《a.docx》页眉有密级标志（\*密★…）$"):
        apply_import(plan)
    assert not (portal / PATH).exists()


def test_a_secret_in_a_footnote_stops_the_import(portal: Path, tmp_path: Path) -> None:
    """As everywhere in a file; the place is named, the mark masked."""
    note = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    notes = part("w:footnotes", f'<w:footnote w:id="2">{paragraph("机密★1年")}</w:footnote>')
    file = write_docx(
        tmp_path / "试卷.docx",
        *map(paragraph, ("绝密★启用前", "1. 几次？", "A. 一次", "B. 两次", "答案：A")),
        paragraph("完", note),
        relations={"n": ("footnotes", "footnotes.xml")},
        parts={"footnotes.xml": notes},
    )
    plan = plan_import(portal, [file], into="q3")
    assert plan.stops == ("《试卷.docx》脚注 2有密级标志（*密★…）：请先按规定处理原文件，再导入",)
    assert plan.questions == ()  # what must not come in is not shown in a preview either
    assert plan.remarks == ("《试卷.docx》第 1 段有试卷的密级标志（*密★…）：读入时去掉。",)


def test_forty_questions_without_a_word_have_ids_of_their_own(portal: Path) -> None:
    """Nothing can be told from their content, and nothing is lost."""
    plan = plan_readings(portal, [paper([Draft(answer=("A",), number=str(n)) for n in range(40)])], into="q3")
    assert len({question.id for question in plan.questions}) == 40
    apply_import(plan)
    assert len(load_catalog(portal).quizzes["q3"].drafts) == 40
