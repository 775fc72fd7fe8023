"""A talk in a file becomes a lesson: the story of one month."""

from __future__ import annotations

import io
import json
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from PIL import Image
from tests.support.office import paragraph, part, picture, run, table, write_docx
from tests.support.page_cases import check_project
from tests.support.project import make_project
from tests.support.terminal import Terminal

from desk.failures import DeskError
from desk.lessons.importing import apply_lesson, plan_lesson
from desk.lessons.plan import LessonPlan

Run = Callable[..., "Ran"]  # see conftest


class Ran:
    code: int
    out: str
    err: str


TODAY = date(2026, 3, 20)
GLOSSARY = "---\ntitle: 术语\n---\n\n### 学时\n\n学习的时间。\n\n### 结业\n\n学完。\n"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """The base case with a glossary, in a folder with blanks and Chinese."""
    return make_project(tmp_path / "学习 园地", files={"docs/glossary.md": GLOSSARY})


def plan(root: Path, file: Path, **choices: str) -> LessonPlan:
    """The plan for April on the base case's regulation."""
    wanted = {"month": "2026-04", "regulation": "study-rules", **choices}
    return plan_lesson(root, file, today=TODAY, **wanted)  # type: ignore[arg-type]


def image(mode: str, size: tuple[int, int], kind: str) -> bytes:
    """A plain picture with a note of its making inside."""
    stream = io.BytesIO()
    exif = Image.Exif()
    exif[0x010E] = "某人的相机"
    Image.new(mode, size, "white").save(stream, kind, exif=exif)
    return stream.getvalue()


def talk(folder: Path) -> Path:
    """A talk as trainers write it: bold headings, a table, two pictures, a footnote, a header."""
    note = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    footnotes = f'<w:footnote w:id="2">{paragraph("见《学习守则》第三条。")}</w:footnote>'
    return write_docx(
        folder / "四月 讲稿.docx",
        paragraph(run("谁来学、怎么学", bold=True)),
        paragraph("主讲人：机关纪委"),
        paragraph("授课对象：党员、入党积极分子"),
        paragraph("同志们："),
        paragraph("今天学习《学习守则》，弄清楚学什么、怎样学。第二条说的是对象。", note),
        paragraph(run("一、为什么学", bold=True)),
        paragraph("所谓", run("补课", bold=True), "，是指缺课以后再学。学时按《守则》总纲计算。"),
        paragraph(run("（一）学的内容", bold=True)),
        paragraph(
            "本守则第五条之一、第九十九条和《公务员法》第五十九条都讲到学习，网址 http://a.example/x 。"
        ),
        paragraph("第六条　每月至少集中学习一次，缺课的应当在一个月以内补上。"),
        table([["情形", "依据"], ["缺课", "第七条"], ["补课", "学习守则第八条"]]),
        paragraph(picture("p1", "三个人在读书")),
        paragraph(picture("p2", "图片 2")),
        paragraph(run("二、结语", bold=True)),
        paragraph("请大家对照检查。"),
        paragraph("谢谢大家！"),
        relations={
            "p1": ("image", "media/image1.png"),
            "p2": ("image", "media/image2.jpg"),
            "f": ("footnotes", "footnotes.xml"),
        },
        parts={
            "media/image1.png": image("RGB", (40, 20), "PNG"),
            "media/image2.jpg": image("RGB", (2400, 1200), "JPEG"),
            "footnotes.xml": part("w:footnotes", footnotes),
        },
    )


PAGE = """\
---
# 由《四月 讲稿.docx》导入，2026-03-20
title: 谁来学、怎么学
month: 2026-04
regulation: study-rules
audience: [党员, 入党积极分子]
minutes: 5
summary: 今天学习《学习守则》，弄清楚学什么、怎样学。
source: 《学习守则》（2025年12月1日发布）
---

今天学习《学习守则》，弄清楚学什么、怎样学。[第二条](../../regulations/study-rules.md#art-2)说的是对象。[^1]

## 一、为什么学

所谓**补课**，是指缺课以后再学。学时按《守则》[总纲](../../regulations/study-rules.md#preamble)计算。

### （一）学的内容

本守则[第五条之一](../../regulations/study-rules.md#art-5-1)、第九十九条和《公务员法》第五十九条都讲到学习，网址 http://a.example/x 。

> [第六条](../../regulations/study-rules.md#art-6)　每月至少集中学习一次，缺课的应当在一个月以内补上。

| 情形 | 依据 |
| --- | --- |
| 缺课 | [第七条](../../regulations/study-rules.md#art-7) |
| 补课 | 学习守则[第八条](../../regulations/study-rules.md#art-8) |

![三个人在读书](images/04-study-rules-1.png)

![待补：图片说明](images/04-study-rules-2.png)

## 二、结语

请大家对照检查。

[^1]: 见《学习守则》[第三条](../../regulations/study-rules.md#art-3)。
"""


def test_a_talk_becomes_a_lesson(root: Path, tmp_path: Path) -> None:
    """Headings, bold, table, pictures, footnote and provisions stand as our lessons have them."""
    lesson = plan(root, talk(tmp_path))
    assert lesson.text == PAGE
    assert not (root / lesson.path).exists()
    assert apply_lesson(lesson) == (
        "docs/lessons/2026/04-study-rules.md",
        "docs/lessons/2026/images/04-study-rules-1.png",
        "docs/lessons/2026/images/04-study-rules-2.png",
    )
    problems = check_project(root)
    assert [line for line in problems if "需要修改" in line] == []
    assert [line for line in problems if "left-to-fill" in line] == [
        "docs/lessons/2026/04-study-rules.md:31:1: 图片还没有说明“待补：图片说明”：请写上图里有什么，"
        "看不见图的学员靠它 [待补 left-to-fill]"
    ]


def test_the_report_says_what_was_not_done(root: Path, tmp_path: Path) -> None:
    """Provisions that stay text, what is 待补, terms for the glossary and remarks are data."""
    lesson = plan(root, talk(tmp_path))
    assert [(r.where, r.text, r.message) for r in lesson.unlinked] == [
        ("第 9 段", "第九十九条", "《学习守则》没有第九十九条（到第十条为止）"),
        ("第 9 段", "第五十九条", "法规库里没有《公务员法》：登记以后才能做链接"),
    ]
    assert [(r.where, r.text) for r in lesson.to_fill] == [("第 12 段", "04-study-rules-2.png")]
    assert lesson.terms == ("学时",)
    assert [(r.where, r.text) for r in lesson.new_terms] == [("第 7 段", "补课")]
    assert lesson.remarks == (
        "还没有这一课的自测题：写入以后用 new quiz --lesson 2026/04-study-rules 新建一套，题目就会出现在课文后面",
        "站外的网址只作文字显示，不做链接（内网和离线包里打不开）：http://a.example/x",
    )


def test_every_line_is_accounted_for(root: Path, tmp_path: Path) -> None:
    """Fifteen paragraphs, a table and a footnote: each has become something or has a reason."""
    lesson = plan(root, talk(tmp_path))
    assert [(a.where, a.became) for a in lesson.accounts] == [
        ("第 1 段", "课名"),
        ("第 2 段", "没有用"),
        ("第 3 段", "学习对象"),
        ("第 4 段", "没有用"),
        ("第 5 段", "正文"),
        ("第 6 段", "标题"),
        ("第 7 段", "正文"),
        ("第 8 段", "标题"),
        ("第 9 段", "正文"),
        ("第 10 段", "正文"),
        ("表格 1", "表格"),
        ("第 11 段", "图片"),
        ("第 12 段", "图片"),
        ("第 13 段", "标题"),
        ("第 14 段", "正文"),
        ("第 15 段", "没有用"),
        ("脚注 2", "脚注"),
    ]
    assert [(a.text, a.reason) for a in lesson.unused] == [
        ("主讲人：机关纪委", "署名、时间、地点"),
        ("同志们：", "称呼、问候语"),
        ("谢谢大家！", "结束语、致谢"),
    ]


def test_pictures_are_small_and_say_nothing_of_their_making(root: Path, tmp_path: Path) -> None:
    """The longer side is at most 1600 pixels, the file 300 KB, and the camera's note is gone."""
    for made in plan(root, talk(tmp_path)).pictures:
        with Image.open(io.BytesIO(made.data)) as opened:
            assert max(opened.size) <= 1600
            assert not opened.getexif()
        assert len(made.data) <= 300_000
        assert "某人的相机".encode() not in made.data


def test_the_command_shows_asks_and_writes(
    lianxue: Run, root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A description given in the preview stands on the page; a no writes nothing."""
    file = talk(tmp_path)
    command = ["--root", root, "import-lesson", file, "--month", "2026-04", "--regulation", "study-rules"]
    monkeypatch.setattr("sys.stdin", Terminal("\nn\n"))
    ran = lianxue(*command)
    assert (ran.code, "没有写入。" in ran.out) == (0, True)
    assert not (root / "docs/lessons/2026/04-study-rules.md").exists()
    monkeypatch.setattr("sys.stdin", Terminal("会场 *全景*\ny\n"))
    ran = lianxue(*command)
    assert ran.code == 0
    assert "已写入：docs/lessons/2026/04-study-rules.md" in ran.out
    text = (root / "docs/lessons/2026/04-study-rules.md").read_text(encoding="utf-8")
    assert r"![会场 \*全景\*](images/04-study-rules-2.png)" in text


def test_json_writes_only_when_told(lianxue: Run, root: Path, tmp_path: Path) -> None:
    """The plan for programs holds text, accounts and what was written."""
    command = ["--root", root, "import-lesson", talk(tmp_path), "--month", "2026-04"]
    command += ["--regulation", "study-rules", "--json"]
    shown = json.loads(lianxue(*command).out)
    body = PAGE.partition("---\n\n")[2]  # the command's day stands in the head
    assert (shown["text"].partition("---\n\n")[2], shown["written"], shown["exists"]) == (body, [], False)
    assert json.loads(lianxue(*command, "--yes").out)["written"][0] == "docs/lessons/2026/04-study-rules.md"


def test_a_lesson_that_is_there_is_replaced_only_when_told(root: Path, tmp_path: Path) -> None:
    """The difference is shown; without a word the page stays, and so does one edited meanwhile."""
    file = talk(tmp_path)
    apply_lesson(plan(root, file))
    page = root / "docs/lessons/2026/04-study-rules.md"
    page.write_text(page.read_text(encoding="utf-8").replace("对照检查", "对照"), encoding="utf-8")
    again = plan(root, file)
    assert [line for line in again.diff if line[0] in "+-"][2:] == ["-请大家对照。", "+请大家对照检查。"]
    with pytest.raises(DeskError) as error:
        apply_lesson(again)
    assert str(error.value) == (
        "已经有 docs/lessons/2026/04-study-rules.md，没有动它：看过差别后加 --replace 替换，或用 --slug 换一个文件名"
    )
    apply_lesson(again, replace_earlier=True)
    assert page.read_text(encoding="utf-8") == PAGE
    page.write_text("改过", encoding="utf-8")
    with pytest.raises(DeskError, match="在预览之后又改过"):
        apply_lesson(again, replace_earlier=True)
    assert page.read_text(encoding="utf-8") == "改过"


def test_a_lesson_that_is_there_already_is_left_alone(
    root: Path, tmp_path: Path, lianxue: Callable[..., Ran]
) -> None:
    """The same talk again is no failure, whatever is asked for; a page in GBK is shown and compared."""
    command = ["--root", root, "import-lesson", talk(tmp_path), "--month", "2026-04"]
    command += ["--regulation", "study-rules", "--yes"]
    assert lianxue(*command).code == 0
    ran = lianxue(*command)
    assert (ran.code, ran.out.endswith("，内容相同。\n没有要写的。\n")) == (0, True)
    page = root / "docs/lessons/2026/04-study-rules.md"
    page.write_bytes(page.read_text(encoding="utf-8").encode("gb18030"))
    ran = lianxue(*command)
    assert (ran.code, "没有动它：看过差别后加 --replace 替换" in ran.err) == (1, True)


def test_a_picture_that_is_left_over_is_named(root: Path, tmp_path: Path) -> None:
    """It would be published although no page shows it."""
    apply_lesson(plan(root, talk(tmp_path)))
    shorter = tmp_path / "讲稿.txt"
    shorter.write_text("讲稿\n\n正文在此，说得清楚。\n", encoding="utf-8")
    assert plan(root, shorter).remarks[-1] == (
        "以前导入的图片这一课不再用，请到 docs/lessons/2026/images 里删去："
        "04-study-rules-1.png、04-study-rules-2.png"
    )


def test_the_quiz_of_the_lesson_gets_its_place(root: Path, tmp_path: Path) -> None:
    """A quiz that names the lesson stands at its end."""
    quiz = (root / "quizzes/study-rules.yml").read_text(encoding="utf-8")
    named = quiz.replace("lesson: 2026/02-study-rules", "lesson: 2026/04-study-rules")
    (root / "quizzes/study-rules.yml").write_text(named, encoding="utf-8")
    assert plan(root, talk(tmp_path)).text.endswith("\n\n## 自测\n\n<!-- quiz: study-rules -->\n")
