"""What goes wrong when a lesson is imported, and text that only looks like Markdown."""

from __future__ import annotations

import html
import os
import re
import stat
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import markdown
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.support.office import paragraph, run, write_docx
from tests.support.project import make_project

from desk.documents.model import Line, Span, Table
from desk.failures import DeskError
from desk.lessons.blocks import Grid
from desk.lessons.citations import find_citations, names_for
from desk.lessons.headings import find_headings
from desk.lessons.importing import apply_lesson, plan_lesson
from desk.lessons.inline import render_runs
from desk.lessons.leftovers import line_reason
from desk.lessons.tables import read_grid
from lianxue.content.catalog import load_catalog

EXTENSIONS = ["abbr", "admonition", "attr_list", "def_list", "footnotes", "tables", "toc"]
EXTENSIONS += ["pymdownx.details", "pymdownx.superfences", "pymdownx.tasklist"]
HOSTILE = (
    *("<script>alert(1)</script>", "# 不是标题", "1. 不是列表", "- 不是列表", "+ 不是列表", "> 不是引用"),
    *(
        "*不是斜体* **不是粗体** _不是_ __不是__",
        "`不是代码`",
        "[不是链接](http://a.example)",
        "![不是图](x.png)",
    ),
    *(
        "&lt;b&gt; &amp; &#60;",
        "{: .x onclick=y }",
        "结尾 { #id }",
        "| 甲 | 乙 |",
        "!!! note 不是框",
        "??? 不是框",
    ),
    *(
        "---",
        "===",
        "***",
        "___",
        "~~~",
        "```",
        ": 不是定义",
        "[^1]: 不是脚注",
        "*[缩写]: 不是",
        "[ ] 不是任务",
    ),
    *(
        "<!-- quiz: study-rules -->",
        "a\\*b",
        "http://a.example/a_b_c",
        "____",
        "<http://a.example>",
        "3)",
        "12.",
        "-",
    ),
)


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The base case."""
    return make_project(tmp_path_factory.mktemp("corners") / "园地")


def shown(source: str) -> str:
    """What a reader sees of Markdown, blanks collapsed."""
    page = markdown.Markdown(extensions=EXTENSIONS).convert(source)
    assert re.sub(r"</?p>|<br ?/?>", "", page).count("<") == 0, page
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", page)).split())


@pytest.mark.parametrize("text", HOSTILE)
def test_text_that_looks_like_markdown_is_shown_as_it_is(text: str) -> None:
    """In a paragraph of its own, and as the second line of one."""
    assert shown(render_runs(((text, False),))) == " ".join(text.split())
    assert shown(f"前文  \n{render_runs(((text, False),))}") == " ".join(f"前文 {text}".split())


@settings(max_examples=200, deadline=None, derandomize=True)
@given(st.text(st.sampled_from("甲乙 *_`#<>&;[](){}!|\\-+=~:.1)/\"'lt^?"), min_size=1, max_size=12))
def test_any_mixture_of_marks_is_shown_as_it_is(text: str) -> None:
    """Whatever stands in a talk is text."""
    text = " ".join(text.split())
    if text:
        assert shown(render_runs(((text, False),))) == text


def linked(text: str, root: Path) -> list[str]:
    """The provisions of a text that became links."""
    catalog = load_catalog(root)
    return list(find_citations(text, names_for(catalog, catalog.regulations["study-rules"])).labels)


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        (
            "《学习守则》第十条、第二条和第3条。",
            ["《学习守则》第十条", "《学习守则》第二条", "《学习守则》第三条"],
        ),
        ("依照守则第五条之一第二款第（一）项。", ["《学习守则》第五条之一"]),
        ("《守则》第一条至第三条", ["《学习守则》第一条", "《学习守则》第三条"]),
        ("《学习守则（2019年）》第八条", ["《学习守则（2019年）》第八条"]),
        ("《学习守则》总纲", ["《学习守则》总纲"]),
        ("《公务员法》第一条。第二条另说。", []),
        ("《公务员法》第一条。《守则》第二条。第三条。", ["《学习守则》第二条", "《学习守则》第三条"]),
        ("问责守则第一条", []),
        ("本守则第一条和守则第二条", ["《学习守则》第一条", "《学习守则》第二条"]),
        ("《学习守则（2019年修订）》第八条", ["《学习守则（2019年）》第八条"]),
        ("《学习守则》（2019年修订）第八条", ["《学习守则（2019年）》第八条"]),
        ("《学习守则》（2011年修订）第八条", []),
        ("《学习守则》（以下简称《守则》）第八条", ["《学习守则》第八条"]),
        ("第十、二条", []),
        ("第〇条，第十一条", []),
    ],
)
def test_a_bare_article_belongs_to_what_the_sentence_speaks_of(
    root: Path, text: str, labels: Sequence[str]
) -> None:
    """The regulation named before it, else the lesson's own; a doubtful one stays text."""
    assert linked(text, root) == list(labels)


def bold(text: str) -> Line:
    return Line(text=text, where="", spans=(Span(text=text, is_bold=True),))


def test_styled_headings_rule_over_numbers() -> None:
    """Numbers in a heading's style give their rank to unstyled bold ones below them."""
    lines = [
        Line(text="一、甲", where="", heading=1),
        bold("（一）乙"),
        Line(text="正文说到这里。", where=""),
        bold("小结论"),
        Line(text="二、丙", where="", heading=1),
        Line(text="1. 一句话，很长很长，说完才算。", where=""),
    ]
    assert find_headings(lines) == {0: 2, 1: 3, 3: 4, 4: 2}


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("目　录", "目录：网页自己有目录"),
        ("一、学习目的……………3", "目录：网页自己有目录"),
        ("- 12 -", "页码"),
        ("第 3 页 共 10 页", "页码"),
        ("各位领导、同志们：", "称呼、问候语"),
        ("我的宣讲到此结束，谢谢大家！", "结束语、致谢"),
        ("大家都要学习，不能只靠别人。还要考试。", ""),
        ("同志们要牢记：纪律是尺子；规矩是界线。", ""),
    ],
)
def test_what_is_no_part_of_a_lesson_has_a_reason(text: str, reason: str) -> None:
    """Contents, page numbers, greetings and thanks; a sentence that only begins so stays."""
    assert line_reason(text, "") == reason


def test_a_merged_first_row_is_the_caption() -> None:
    """Empty rows and columns go, a box of one column is text."""
    table = Table(where="表格 1", rows=(("标题",) * 3, ("甲", "", "乙"), ("", "", ""), ("1", "", "2")))
    assert read_grid(table) == Grid(where="表格 1", caption="标题", rows=(("甲", "乙"), ("1", "2")))
    assert read_grid(Table(where="表格 1", rows=(("一\n二",), ("三",)))) == ("一", "二", "三")
    assert read_grid(Table(where="表格 1", rows=(("", ""),))) is None


@pytest.mark.parametrize(
    ("choices", "sentence"),
    [
        ({"month": "2026-13"}, "月份“2026-13”写法不对：请写成 2026-04 的样子"),
        ({"month": "四月"}, "月份“四月”写法不对：请写成 2026-04 的样子"),
        (
            {"regulation": "study-rule"},
            "法规库里没有“study-rule”，是不是“study-rules”？",
        ),
        (
            {"regulation": "《保密规定》"},
            "法规库里没有“保密规定”：请先用 import-regulation 导入（现有：study-rules-2019、study-rules）",
        ),
        (
            {"slug": "../x"},
            "文件名“../x”不能用：请用小写英文字母、数字和连字符，如 gift-rules，最多 60 个字符",
        ),
    ],
)
def test_a_wrong_choice_gets_a_sentence(
    root: Path, tmp_path: Path, choices: dict[str, str], sentence: str
) -> None:
    """Month, regulation (with the nearest) and file name are checked before the file is opened."""
    wanted = {"month": "2026-04", "regulation": "study-rules", **choices}
    with pytest.raises(DeskError) as error:
        plan_lesson(root, tmp_path / "没有.docx", today=date(2026, 3, 1), **wanted)  # type: ignore[arg-type]
    assert str(error.value) == sentence


def test_a_workbook_is_no_talk(root: Path, tmp_path: Path) -> None:
    """A file of another kind is refused by name."""
    file = tmp_path / "题库.csv"
    file.write_text("题干,答案\n甲,对\n", encoding="utf-8")
    with pytest.raises(DeskError) as error:
        plan_lesson(root, file, month="2026-04", regulation="study-rules", today=date(2026, 3, 1))
    assert str(error.value) == (
        "《题库.csv》不是讲稿：请用 Word（.docx）、文本（.txt）、Markdown（.md）或幻灯片（.pptx）文件"
    )


def test_a_secret_talk_is_refused(root: Path, tmp_path: Path) -> None:
    """A 密级 mark stops the import before anything is shown of it."""
    file = write_docx(tmp_path / "讲稿.docx", paragraph("机密★一年"), paragraph("正文在此。"))
    with pytest.raises(DeskError, match=r"讲稿\.docx"):
        plan_lesson(root, file, month="2026-04", regulation="study-rules", today=date(2026, 3, 1))


def test_five_thousand_characters_keep_every_one(root: Path, tmp_path: Path) -> None:
    """A long talk loses no sentence and says how long it takes."""
    sentences = [f"第{number}件事，学习守则要求大家每月按时学习并作好记录。" for number in range(1, 201)]
    file = write_docx(tmp_path / "长.docx", paragraph(run("长讲稿", bold=True)), *map(paragraph, sentences))
    lesson = plan_lesson(root, file, month="2026-04", regulation="study-rules", today=date(2026, 3, 1))
    assert [sentence for sentence in sentences if sentence not in lesson.text] == []
    assert "minutes: 30\n" in lesson.text


def test_a_folder_that_cannot_be_written_leaves_nothing(tmp_path: Path) -> None:
    """The sentence names the place, and no half page is there."""
    root = make_project(tmp_path / "只读")
    file = tmp_path / "讲稿.txt"
    file.write_text("讲稿\n\n正文在此，说得清楚。\n", encoding="utf-8")
    lesson = plan_lesson(root, file, month="2026-04", regulation="study-rules", today=date(2026, 3, 1))
    folder = root / "docs/lessons/2026"
    before = sorted(folder.iterdir())
    folder.chmod(stat.S_IRUSR | stat.S_IXUSR)
    try:
        if os.access(folder, os.W_OK):
            pytest.skip("root may write anywhere")
        with pytest.raises(PermissionError):
            apply_lesson(lesson)
    finally:
        folder.chmod(stat.S_IRWXU)
    assert sorted(folder.iterdir()) == before
