"""What a talk in Word brings along: the form of a letter, footnotes, underlining."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from tests.support.office import paragraph, part, run, table, write_docx
from tests.support.project import make_project

from desk.lessons.importing import plan_lesson
from desk.lessons.plan import LessonPlan


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The base case's portal, which nothing is written to."""
    return make_project(tmp_path_factory.mktemp("talks") / "园地")


def plan(root: Path, file: Path) -> LessonPlan:
    """The plan for April on the base case's regulation."""
    return plan_lesson(root, file, month="2026-04", regulation="study-rules", today=date(2026, 3, 20))


def test_the_form_of_an_official_letter_is_left_out(root: Path, tmp_path: Path) -> None:
    """版头, 主送, 落款 and 版记 are listed with their reasons; the title is the talk's own."""
    lines = ("某局文件", "某党〔2026〕12号", "在学习会上的辅导讲稿", "——学习守则第一讲", "各支部：")
    body = ("这次学习守则，只讲最常见的几种情形。", "一、为什么学", "因为要用。")
    end = ("附件：1.学习安排", "2.参考书目", "某局机关党委", "2026年4月2日", "抄送：局领导班子成员。")
    file = write_docx(tmp_path / "讲稿.docx", *map(paragraph, (*lines, *body, *end)))
    made = plan(root, file)
    assert made.title == "在学习会上的辅导讲稿——学习守则第一讲"
    assert made.text.split("---\n\n", 1)[1] == "\n\n".join((body[0], "## 一、为什么学", body[2])) + "\n"
    assert [(account.text, account.reason) for account in made.unused] == [
        ("某局文件", "版头"),
        ("某党〔2026〕12号", "版头：发文字号"),
        ("各支部：", "主送单位"),
        ("附件：1.学习安排", "附件说明：附件不进网页"),
        ("2.参考书目", "附件说明：附件不进网页"),
        ("某局机关党委", "落款：单位"),
        ("2026年4月2日", "落款：日期"),
        ("抄送：局领导班子成员。", "版记：抄送、印发"),
    ]


def test_footnotes_stay_at_their_words(root: Path, tmp_path: Path) -> None:
    """In bold words, before a link, in a list and a heading; one in a table is listed as not used."""
    note = '<w:r><w:footnoteReference w:id="{}"/></w:r>'
    notes = "".join(f'<w:footnote w:id="{n}">{paragraph(f"注{n}。")}</w:footnote>' for n in range(2, 7))
    file = write_docx(
        tmp_path / "讲稿.docx",
        paragraph("学习讲稿"),
        paragraph("纪律是生命线。", note.format(2), "第二条说", run("要", bold=True), note.format(3), "学。"),
        paragraph(run("一、列表", bold=True), note.format(4)),
        paragraph("• 先看", note.format(5), "再做"),
        table([["甲", "乙"], ["丙", "丁"]]).replace("丙", f"丙</w:t></w:r>{note.format(6)}<w:r><w:t>"),
        relations={"f": ("footnotes", "footnotes.xml")},
        parts={"footnotes.xml": part("w:footnotes", notes)},
    )
    made = plan(root, file)
    assert made.text.split("---\n\n", 1)[1] == (
        "纪律是生命线。[^1][第二条](../../regulations/study-rules.md#art-2)说**要**[^2]学。\n\n"
        "## 一、列表[^3]\n\n- 先看[^4]再做\n\n| 甲 | 乙 |\n| --- | --- |\n| 丙 | 丁 |\n\n"
        "[^1]: 注2。\n\n[^2]: 注3。\n\n[^3]: 注4。\n\n[^4]: 注5。\n"
    )
    assert [(one.where, one.reason) for one in made.unused] == [("脚注 6", "它的标记不在正文里：请写进正文")]


def test_underlining_is_said_to_be_lost(root: Path, tmp_path: Path) -> None:
    """Words, not the blanks to be filled in."""
    words = run("一定要记住", underline=True)
    file = write_docx(tmp_path / "讲稿.docx", paragraph("学习讲稿"), paragraph("这句话", words, "。"))
    assert (
        "文字的下划线没有带过来（第 2 段）：网页上看着像链接；要强调，请改用加粗" in plan(root, file).remarks
    )
