"""The bank as an Excel workbook: edited there and read again, exactly what was edited changes."""

from __future__ import annotations

import difflib
import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from tests.support.project import CASES

from desk.exporting.exporting import export_bank
from desk.exporting.selection import Filters
from desk.importing.importing import apply_import, plan_import
from desk.importing.plan import Fate
from lianxue.content.catalog import load_catalog


@pytest.fixture
def bank(portal: Path) -> Path:
    """A portal with every kind of question, hand-made."""
    shutil.copy(CASES / "quizzes" / "good" / "every-kind.yml", portal / "quizzes")
    sayings = "".join(
        f"  - id: saying-{number}\n    type: true_false\n    stem: 第 {number} 组的记录可以代签吗。\n"
        f"    answer: 错  # 核对过\n    explanation: 不可以。\n\n"
        for number in range(1, 16)
    )
    text = f"title: 说法\nregulation: first\nquestions:\n{sayings}"
    (portal / "quizzes" / "sayings.yml").write_text(text, encoding="utf-8", newline="\n")
    return portal


def export(root: Path, folder: Path) -> Path:
    """The workbook of the whole bank."""
    report = export_bank(root, "xlsx", Filters(), folder / "总 表.xlsx")
    return report.path


def cells(sheet: Any) -> dict[str, dict[str, Any]]:
    """id → header → cell."""
    header = [str(cell.value).partition("（")[0] for cell in sheet[1]]
    rows = (dict(zip(header, row, strict=True)) for row in sheet.iter_rows(min_row=2))
    return {str(row["编号"].value): row for row in rows if row["编号"].value}


def test_a_workbook_that_nobody_edited_changes_nothing(bank: Path, tmp_path: Path) -> None:
    """Every kind of question comes back as it was."""
    plan = plan_import(bank, [export(bank, tmp_path)])
    assert [one.id for one in plan.questions if one.fate is not Fate.UNCHANGED] == []
    assert (dict(plan.after), plan.untouched) == ({}, ())


def test_twenty_edited_cells_are_twenty_changes(bank: Path, tmp_path: Path) -> None:
    """Each goes to its own file and field; ids and what learners' records hang on stay."""
    file = export(bank, tmp_path)
    before = {question.full_id: question.revision for question in questions(bank)}
    texts = {path.name: path.read_text(encoding="utf-8") for path in (bank / "quizzes").glob("*.yml")}
    workbook = openpyxl.load_workbook(file)
    rows = cells(workbook.worksheets[0])
    edits = [(f"sayings/saying-{n}", "解析", f"不可以代签（{n}）。") for n in range(1, 11)]
    edits += [(f"sayings/saying-{n}", "难度", "易") for n in range(1, 6)]
    edits += [
        ("sayings/saying-12", "答案", "对"),
        ("sayings/saying-13", "题干", "每一组的记录都可以代签吗。"),
        ("every-kind/single", "A", "另一个选项"),
        ("every-kind/verdict", "标签", "新标签"),
        ("first/first", "解析", "学习既是权利也是义务。"),
    ]
    for name, column, text in edits:
        rows[name][column].value = text
    workbook.save(file)
    plan = plan_import(bank, [file])
    changes = [
        (f"{question.path[8:-4]}/{question.id}", change.name)
        for question in plan.questions
        for change in question.changes
    ]
    wanted = [(name, column.replace("A", "选项 A")) for name, column, _text in edits]
    assert sorted(changes) == sorted(wanted) and len(changes) == 20
    apply_import(plan)
    assert changed_lines(bank, texts) == 20
    after = {question.full_id: question.revision for question in questions(bank)}
    assert {name for name in before if before[name] != after[name]} == {
        "sayings/saying-12",
        "every-kind/single",
    }
    assert list(before) == list(after)


def test_an_emptied_cell_empties_its_field(bank: Path, tmp_path: Path) -> None:
    """A workbook whose column was taken out says nothing of that field."""
    file = export(bank, tmp_path)
    workbook = openpyxl.load_workbook(file)
    rows = cells(workbook.worksheets[0])
    rows["sayings/saying-3"]["解析"].value = None
    sheet = workbook.worksheets[0]
    sheet.delete_cols(next(cell.column for cell in sheet[1] if cell.value == "标签"))
    workbook.save(file)
    (changed,) = plan_import(bank, [file]).of(Fate.CHANGED)
    assert [(one.name, one.before, one.after) for one in changed.changes] == [("解析", "不可以。", "")]


def test_texts_that_look_like_codes_come_back_as_they_are(bank: Path, tmp_path: Path) -> None:
    """Excel writes some characters as _x0041_; a text may say so itself. A tab is no change."""
    text = (
        "title: 代码\nquestions:\n  - id: codes\n    type: true_false\n    stem: 编号 _x0041_ 完\n"
        '    answer: 对\n    explanation: "_xD800_ 与\\t_x005F_"\n'
    )
    (bank / "quizzes" / "codes.yml").write_text(text, encoding="utf-8", newline="\n")
    plan = plan_import(bank, [export(bank, tmp_path)])
    assert [(one.id, one.changes) for one in plan.questions if one.fate is not Fate.UNCHANGED] == []


def test_a_workbook_of_before_is_known(bank: Path, tmp_path: Path) -> None:
    """Its column of quizzes bore another name; nothing in it has changed."""
    file = export(bank, tmp_path)
    workbook = openpyxl.load_workbook(file)
    (head,) = (cell for cell in workbook.worksheets[0][1] if str(cell.value).startswith("所属自测题"))
    head.value = "所属套题（请勿改动）"
    workbook.save(file)
    questions = plan_import(bank, [file]).questions
    assert questions
    assert {one.fate for one in questions} == {Fate.UNCHANGED}


def add_rows(file: Path, *quizzes: str | None) -> None:
    """New questions at the end of a workbook, each with the name of its quiz or none."""
    workbook = openpyxl.load_workbook(file)
    sheet = workbook.worksheets[0]
    header = [str(cell.value).partition("（")[0] for cell in sheet[1]]
    for number, quiz in enumerate(quizzes, start=1):
        values = {"题型": "判断", "题干": f"新的第 {number} 句。", "答案": "对", "所属自测题": quiz}
        sheet.append([values.get(name) for name in header])
    workbook.save(file)


def test_new_rows_go_where_they_say_or_it_is_said(bank: Path, tmp_path: Path) -> None:
    """A row may name its quiz; one that does not, among rows of several quizzes, is remarked."""
    file = export(bank, tmp_path)
    add_rows(file, "说法", None)
    plan = plan_import(bank, [file])
    assert [question.path for question in plan.of(Fate.NEW)] == [
        "quizzes/sayings.yml",
        "quizzes/zong-biao.yml",
    ]
    assert plan.remarks == (
        "1 题没有写明属于题库里的哪一套，放进 quizzes/zong-biao.yml，不与其他题在一起："
        "要放进某一套，请写上所属自测题，或用 --into 指明",
    )


def test_a_new_row_without_a_quiz_joins_the_only_one(bank: Path, tmp_path: Path) -> None:
    """A workbook of one quiz: its rows belong together, and it is said."""
    file = export_bank(bank, "xlsx", Filters(quizzes=("sayings",)), tmp_path / "说法.xlsx").path
    add_rows(file, None)
    plan = plan_import(bank, [file])
    assert [question.path for question in plan.of(Fate.NEW)] == ["quizzes/sayings.yml"]
    assert plan.remarks == ("1 题没有写明属于题库里的哪一套，与其他题一起放进《说法》",)


def questions(root: Path) -> Iterator[Any]:
    """Every question of the bank."""
    for quiz in load_catalog(root).quizzes.values():
        yield from quiz.questions


def changed_lines(root: Path, before: dict[str, str]) -> int:
    """How many lines came."""
    return sum(
        line.startswith("+ ")
        for name, text in before.items()
        for line in difflib.ndiff(
            text.splitlines(), (root / "quizzes" / name).read_text(encoding="utf-8").splitlines()
        )
    )


def test_moodle_gives_back_what_it_was_given(bank: Path, tmp_path: Path) -> None:
    """Its own export has our ids, but drops the element of ours: labels, order and settings stay the bank's.

    Bold words and lists of a text come back as plain ones, and are shown as changes.
    """
    file = tmp_path / "题库.xml"
    export_bank(bank, "moodle-xml", Filters(), file)
    text = file.read_text(encoding="utf-8")
    stripped = re.sub(r"\s*<lianxue>.*?</lianxue>", "", text, flags=re.DOTALL)
    assert stripped.count("<lianxue>") == 0 < text.count("<lianxue>")
    file.write_text(stripped, encoding="utf-8", newline="\n")
    changed = [
        (one.id, [change.name for change in one.changes])
        for one in plan_import(bank, [file]).of(Fate.CHANGED)
    ]
    assert changed == [("single", ["题干", "解析"])]
