"""A talk in a text file, in Markdown, in slides."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from pptx import Presentation
from tests.support.office import paragraph, run, write_docx
from tests.support.project import make_project

from desk.lessons.importing import plan_lesson
from desk.lessons.plan import LessonPlan


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The base case."""
    return make_project(tmp_path_factory.mktemp("kinds") / "园地")


def plan(root: Path, file: Path) -> LessonPlan:
    """The plan for April on the base case's regulation."""
    return plan_lesson(root, file, month="2026-04", regulation="study-rules", today=date(2026, 3, 20))


def test_plain_text_is_read_by_its_numbers(root: Path, tmp_path: Path) -> None:
    """一、 and （一） are headings, sentences that begin so are not, 1. 2. in a row is no heading."""
    file = tmp_path / "讲稿.txt"
    lines = ["学习讲稿", "", "一、先学", "学什么，先看守则的条文再说。", "（一）加强领导。各单位要重视。"]
    lines += ["二、后考", "1. 读一遍", "2. 做一遍", "- 带笔"]
    file.write_bytes("\r\n".join(lines).encode("gb18030"))
    lesson = plan(root, file)
    assert lesson.text.split("---\n\n")[1] == (
        "## 一、先学\n\n学什么，先看守则的条文再说。\n\n（一）加强领导。各单位要重视。\n\n"
        "## 二、后考\n\n1\\. 读一遍\n\n2\\. 做一遍\n\n- 带笔\n"
    )


def test_parts_lectures_and_dotted_numbers_are_headings(root: Path, tmp_path: Path) -> None:
    """第一部分 stands above 第一讲; 一. becomes 一、; who and when below the title is no text."""
    file = tmp_path / "讲稿.txt"
    lines = [
        "学习讲稿",
        "某局机关党委　2026年4月",
        "第一部分 总则",
        "第一讲 纪律",
        "一.什么是纪律",
        "纪律是规矩。",
    ]
    file.write_text("\n".join([*lines, "第二讲 处分", "一.种类", "处分有五种。"]), encoding="utf-8")
    lesson = plan(root, file)
    assert lesson.text.split("---\n\n")[1] == (
        "## 第一部分 总则\n\n### 第一讲 纪律\n\n#### 一、什么是纪律\n\n纪律是规矩。\n\n"
        "### 第二讲 处分\n\n#### 一、种类\n\n处分有五种。\n"
    )
    assert [account.reason for account in lesson.unused] == ["署名、时间、地点"]


@pytest.mark.parametrize(
    ("lines", "remark"),
    [
        (
            ["1. 甲？", "A. 一", "B. 二", "2. 乙？", "A. 一", "B. 二", "C. 三"],
            "这个文件看着像试卷：题目请用 import 读入",
        ),
        ([f"第{n}条　甲。" for n in "一二三四五"], "这个文件看着像法规文本：请用 import-regulation 导入"),
    ],
)
def test_what_is_no_talk_is_pointed_out(root: Path, tmp_path: Path, lines: list[str], remark: str) -> None:
    """The other commands read it better."""
    file = tmp_path / "材料.txt"
    file.write_text("\n".join(["某份材料", *lines]), encoding="utf-8")
    assert remark in plan(root, file).remarks


def test_characters_that_nobody_sees_go(root: Path, tmp_path: Path) -> None:
    """Also from the title: YAML refuses some of them, others turn the direction of text."""
    file = tmp_path / "讲稿.txt"
    file.write_text("学习\u202e讲稿\x7f\n正文\ufffe很短，但是\u200b要写完整一句。\n", encoding="utf-8")
    assert [line for line in plan(root, file).text.split("\n") if "学习讲稿" in line or "正文" in line] == [
        "title: 学习讲稿",
        "summary: 正文很短，但是要写完整一句。",
        "正文很短，但是要写完整一句。",
    ]


def test_markdown_keeps_its_structure(root: Path, tmp_path: Path) -> None:
    """Levels, lists, tables, bold and footnotes stay; addresses become text, pictures are asked for."""
    file = tmp_path / "讲稿.md"
    file.write_text(
        "---\nauthor: 某人\n---\n# 学习讲稿\n\n## 先学\n\n**要点**在[这里](https://a.example)，\n见第一条[^a]。\n\n"
        "1. 一\n2. 二\n\n| 甲 | 乙 |\n|---|---|\n| 1 | 2 |\n\n![全景](会场.png)\n\n[^a]: 守则第二条\n",
        encoding="utf-8",
    )
    lesson = plan(root, file)
    assert lesson.text.split("---\n\n", 1)[1] == (
        "## 先学\n\n**要点**在这里，见[第一条](../../regulations/study-rules.md#art-1)[^1]。\n\n"
        "1. 一\n2. 二\n\n| 甲 | 乙 |\n| --- | --- |\n| 1 | 2 |\n\n全景\n\n"
        "[^1]: 守则[第二条](../../regulations/study-rules.md#art-2)\n"
    )
    assert [remark.message for remark in lesson.to_fill][-1] == (
        "图片 会场.png 不在这个文件里：请把图片放进讲稿的 Word 文件，或导入后自己加"
    )
    assert "https://a.example" in lesson.remarks[-1]


def test_slides_become_an_outline(root: Path, tmp_path: Path) -> None:
    """Titles are headings, texts lists by level; cover and speaker's notes are listed as not used."""
    slides = Presentation()
    cover = slides.slides.add_slide(slides.slide_layouts[0])
    cover.shapes.title.text, cover.placeholders[1].text = "学习守则导读", "机关纪委"
    first = slides.slides.add_slide(slides.slide_layouts[1])
    first.shapes.title.text, body = "谁来学", first.placeholders[1].text_frame
    body.text = "党员都要学（第一条）"
    inner = body.add_paragraph()
    inner.text, inner.level = "带头学", 1
    first.notes_slide.notes_text_frame.text = "讲五分钟"
    slides.save(str(tmp_path / "课件.pptx"))
    lesson = plan(root, tmp_path / "课件.pptx")
    assert lesson.title == "学习守则导读"
    assert lesson.text.split("---\n\n", 1)[1] == (
        "## 谁来学\n\n- 党员都要学（[第一条](../../regulations/study-rules.md#art-1)）\n    - 带头学\n"
    )
    assert [(a.where, a.text, a.reason) for a in lesson.unused][:2] == [
        ("幻灯片 1", "机关纪委", "封面上的文字"),
        ("幻灯片 2 的备注", "讲五分钟", "讲者备注不进网页：要用，请写进讲稿"),
    ]


def test_addresses_of_links_are_said(root: Path, tmp_path: Path) -> None:
    """Those of Word too, and an address with brackets leaves none of them behind."""
    link = '<w:hyperlink r:id="l1"><w:r><w:t>共产党员网</w:t></w:r></w:hyperlink>'
    word = write_docx(
        tmp_path / "讲稿.docx",
        paragraph(run("学习讲稿", bold=True)),
        paragraph("见", link, "。"),
        relations={"l1": ("hyperlink", "https://a.example/x")},
    )
    said = "站外的网址只作文字显示，不做链接（内网和离线包里打不开）："
    lesson = plan(root, word)
    assert "见共产党员网。" in lesson.text
    assert lesson.remarks[-1] == f"{said}https://a.example/x"
    file = tmp_path / "讲稿.md"
    file.write_text("# 学习讲稿\n\n看[坏](javascript:alert(1))的。\n", encoding="utf-8")
    lesson = plan(root, file)
    assert "看坏的。\n" in lesson.text
    assert lesson.remarks[-1] == f"{said}javascript:alert(1)"
