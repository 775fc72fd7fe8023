"""`lianxue export`: filters, the file it writes, what it says."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from tests.support.project import make_project

from desk.exporting.selection import Filters, Selection, plan_export
from desk.failures import DeskError
from desk.master_copy.cells import WAIVER_NAMES
from lianxue.content.catalog import Catalog
from lianxue.content.parse_question import WAIVABLE

QUIZ = """\
title: 守则自测
questions:
  - {id: one, type: true_false, stem: 请假要事先说明。, answer: 对, explanation: 守则写明。, difficulty: 易, tags: [请假]}
  - {id: two, type: single_choice, stem: 多久学习一次？, options: {A: 每周, B: 每月}, answer: B, explanation: 每月。}
  - {id: open, type: single_choice, stem: 谁点名？, options: {A: 甲, B: 乙}, status: unsettled}
"""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A portal with a quiz of two questions and a draft."""
    return make_project(
        tmp_path / "学习 园地", files={"quizzes/code.yml": QUIZ, "mkdocs.yml": "site_name: 园地\n"}
    )


def ids(selection: Selection) -> list[str]:
    """The questions chosen."""
    return [item.full_id for item in selection.items]


@pytest.mark.parametrize(
    ("filters", "holds"),
    [
        (Filters(types=("判断题",)), lambda item: item.kind == "true_false"),
        (Filters(disciplines=("廉洁",)), lambda item: item.fields.get("discipline") == "廉洁纪律"),
        (Filters(difficulties=("难", "易")), lambda item: item.fields.get("difficulty") in ("难", "易")),
        (Filters(quizzes=("integrity-code",)), lambda item: item.quiz.id == "integrity-code"),
        (
            Filters(types=("multiple_choice",), difficulties=("难",)),
            lambda item: item.kind == "multiple_choice",
        ),
    ],
)
def test_filters_choose_what_they_name(
    filters: Filters, holds: Callable[[Any], bool], catalog: Catalog, selection: Selection
) -> None:
    """Some of the bank, all of it fitting; the order is the bank's."""
    chosen = plan_export(catalog, filters)
    assert 0 < len(chosen.items) < len(selection.items)
    assert all(map(holds, chosen.items))
    assert ids(chosen) == [name for name in ids(selection) if name in ids(chosen)]


def test_regulation_may_be_named_by_any_of_its_names(catalog: Catalog) -> None:
    """By id, title, or title in its brackets."""
    by_id = ids(plan_export(catalog, Filters(regulations=("disciplinary-regulations",))))
    assert by_id == ids(plan_export(catalog, Filters(regulations=("《中国共产党纪律处分条例》",))))
    assert by_id


@pytest.mark.parametrize(
    ("filters", "said"),
    [
        (
            Filters(types=("选择",)),
            "题型“选择”不认识。可用：单选、多选、判断、填空、简答、匹配、连线题、排序",
        ),
        (Filters(difficulties=("很难",)), "难度“很难”不认识。可用：易、中、难"),
        (
            Filters(tags=("没有的标签",)),
            "没有符合条件的题目：请减少条件，或用 lianxue stats 看看题库里有什么",
        ),
    ],
)
def test_filter_that_names_nothing_is_said(filters: Filters, said: str, catalog: Catalog) -> None:
    """With what there is."""
    with pytest.raises(DeskError) as caught:
        plan_export(catalog, filters)
    assert str(caught.value) == said


def test_export_writes_a_workbook_and_says_what_is_in_it(lianxue: Callable[..., Any], project: Path) -> None:
    """Without a word more it is Excel, in dist/; drafts are in it and marked."""
    ran = lianxue("--root", project, "export", "--quiz", "code")
    file = project / "dist" / "code.xlsx"
    assert ran.err == ""
    assert ran.out == (
        f"已导出 3 题（判断 1、单选 1、待确认 1）：{file}\n其中 1 题待确认，在“状态”一列标出。\n"
    )
    assert file.read_bytes()[:2] == b"PK"


@pytest.mark.parametrize("to", ["docx", "moodle-xml", "qti21", "anki"])
def test_other_formats_leave_drafts_out_and_say_so(
    to: str, lianxue: Callable[..., Any], project: Path, tmp_path: Path
) -> None:
    """A learner never meets what is 待确认."""
    file = tmp_path / "导出 文件"
    ran = lianxue("--root", project, "export", "--to", to, "--quiz", "code", "--out", file)
    assert (ran.code, ran.err) == (0, "")
    assert ran.out == f"已导出 2 题（判断 1、单选 1）：{file}\n另有 1 题待确认，没有导出：code/open\n"
    assert file.stat().st_size > 0


def test_file_that_is_there_is_replaced_only_when_asked(lianxue: Callable[..., Any], project: Path) -> None:
    """It may hold twenty edits of a trainer."""
    lianxue("--root", project, "export")
    file = project / "dist" / "题库.xlsx"
    file.write_bytes(b"edited")
    ran = lianxue("--root", project, "export")
    assert ran.code == 1
    assert ran.err == f"已经有 {file}，没有动：要替换请加 --replace，或用 --out 换一个位置或名称。\n"
    assert file.read_bytes() == b"edited"
    assert lianxue("--root", project, "export", "--replace").code == 0
    assert file.read_bytes() != b"edited"


@pytest.mark.parametrize(
    ("out", "said"),
    [
        ("讲稿.docx/题库.xlsx", "{folder}/讲稿.docx 是文件，这里需要文件夹：请用 --out 换一个位置。\n"),
        ("", "{folder} 是文件夹：请在 --out 后写文件名。\n"),
    ],
)
def test_place_that_cannot_be_written_is_said(
    out: str, said: str, lianxue: Callable[..., Any], project: Path, tmp_path: Path
) -> None:
    """Before anything is made."""
    (tmp_path / "讲稿.docx").write_bytes(b"")
    ran = lianxue("--root", project, "export", "--out", tmp_path / out)
    assert (ran.code, ran.err) == (1, said.format(folder=tmp_path))


def test_a_name_of_another_format_is_refused(
    lianxue: Callable[..., Any], project: Path, tmp_path: Path
) -> None:
    """An Excel file called .docx would open nowhere."""
    ran = lianxue("--root", project, "export", "--to", "xlsx", "--out", tmp_path / "题.docx")
    assert (ran.code, ran.err) == (
        1,
        "题.docx 是 Word 文档的文件名，导出的却是 Excel 工作簿：请加 --to docx，或换一个以 .xlsx 结尾的名称。\n",
    )
    assert not (tmp_path / "题.docx").exists()


def test_only_drafts_cannot_go_to_learners(lianxue: Callable[..., Any], project: Path) -> None:
    """The sentence says where they can go."""
    (project / "quizzes" / "code.yml").write_text(
        "title: 守则自测\nquestions:\n  - {id: open, type: true_false, stem: 谁点名？, status: unsettled}\n",
        encoding="utf-8",
    )
    ran = lianxue("--root", project, "export", "--to", "anki", "--quiz", "code")
    assert (ran.code, ran.err) == (1, "选中的题目全部待确认，不能导出：请先核对，或导出为 xlsx。\n")


def test_unknown_format_is_wrong_usage(lianxue: Callable[..., Any], project: Path) -> None:
    """With the formats there are."""
    ran = lianxue("--root", project, "export", "--to", "pdf")
    assert ran.code == 2
    assert ran.err == (
        "选项 --to：不能导出成“pdf”。可用：xlsx、docx、moodle-xml、qti21、anki。\n用 lianxue export --help 看用法。\n"
    )


def test_every_waiver_has_a_name_in_the_workbook() -> None:
    """What a question may waive is written in words, and read back by them."""
    assert set(WAIVER_NAMES) == set(WAIVABLE)
    assert len(set(WAIVER_NAMES.values())) == len(WAIVER_NAMES)
