"""Files for other programs: what they hold, and that they are the same each time."""

from __future__ import annotations

import io
import re
import sqlite3
import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest
from lxml import etree
from tests.support.questions import quiz_of, selection_of

from desk.exporting.anki import export_anki
from desk.exporting.moodle_xml import export_moodle_xml
from desk.exporting.qti21 import export_qti21
from desk.exporting.selection import Selection
from desk.exporting.xlsx import export_xlsx
from desk.failures import DeskError

QTI = "{http://www.imsglobal.org/xsd/imsqti_v2p1}"
PACKAGE = "{http://www.imsglobal.org/xsd/imscp_v1p1}"
NAME = re.compile(r"[A-Za-z_][\w.-]*$", re.ASCII)
DRAFT = {
    "id": "open",
    "type": "single_choice",
    "stem": "谁点名？",
    "options": {"A": "甲", "B": "乙"},
    "status": "unsettled",
}
SETTLED = {"id": "sure", "type": "true_false", "stem": "=1+1", "answer": "对", "explanation": "-2+3"}


@pytest.mark.parametrize("export", [export_xlsx, export_moodle_xml, export_qti21, export_anki])
def test_same_questions_same_bytes(export: Callable[[Selection], bytes], selection: Selection) -> None:
    """No clock and no chance in any of them."""
    assert export(selection) == export(selection)


def test_sheet_keeps_what_is_typed_as_text(selection: Selection) -> None:
    """Cells are text to Excel, kinds come from a list, the header stays in sight and can be filtered."""
    book = openpyxl.load_workbook(io.BytesIO(export_xlsx(selection)))
    sheet = book["题目"]
    header = [cell.value for cell in sheet[1]]
    assert header[:3] == ["编号（请勿改动）", "题型", "题干"]
    assert [name for name in header if name and len(name) == 1] == list("ABCDEF")
    assert {cell.number_format for cell in sheet[2]} == {"@"}
    assert sheet.freeze_panes == "D2"
    assert sheet.auto_filter.ref.startswith("A1:")
    lists = {rule.formula1 for rule in sheet.data_validations.dataValidation}
    assert '"单选,多选,判断,填空,匹配,排序,简答,材料"' in lists
    assert book.sheetnames == ["题目", "说明"]


def test_formula_in_a_text_stays_a_text() -> None:
    """A stem that begins with = is not computed."""
    selection = selection_of(quiz_of([dict(SETTLED)]))
    sheet = openpyxl.load_workbook(io.BytesIO(export_xlsx(selection)))["题目"]
    cell = next(cell for cell in sheet[2] if cell.value == "=1+1")
    assert cell.data_type == "s"


def test_drafts_are_marked_in_excel_and_left_out_elsewhere() -> None:
    """What is 待确认 goes to no learner."""
    selection = selection_of(quiz_of([dict(SETTLED), dict(DRAFT)]))
    sheet = openpyxl.load_workbook(io.BytesIO(export_xlsx(selection)))["题目"]
    status = [cell.value for cell in sheet[1]].index("状态")
    assert [row[status].value for row in sheet.iter_rows(min_row=2)] == [None, "待确认"]
    assert export_moodle_xml(selection).count(b"<idnumber>") == 1
    assert len(zipfile.ZipFile(io.BytesIO(export_qti21(selection))).namelist()) == 2
    assert len(_notes(export_anki(selection))) == 1


def test_text_too_long_for_a_cell_is_said() -> None:
    """Excel would cut it."""
    selection = selection_of(quiz_of([{**SETTLED, "explanation": "长" * 40000}]))
    with pytest.raises(DeskError) as caught:
        export_xlsx(selection)
    assert str(caught.value) == "random/sure 的解析太长（40000 字），Excel 的一格最多 32767 字"


def test_qti_items_are_whole_and_their_identifiers_resolve(selection: Selection) -> None:
    """The manifest names every item; interactions, choices and answers name each other."""
    package = zipfile.ZipFile(io.BytesIO(export_qti21(selection)))
    manifest = etree.fromstring(package.read("imsmanifest.xml"))
    listed = [node.get("href") for node in manifest.iter(f"{PACKAGE}file")]
    assert sorted([*listed, "imsmanifest.xml"]) == sorted(package.namelist())
    assert len(listed) == len(selection.questions)
    for path in listed:
        _check_item(etree.fromstring(package.read(path)))


def _check_item(item: etree._Element) -> None:
    assert item.tag == f"{QTI}assessmentItem"
    order = ["responseDeclaration", "outcomeDeclaration", "itemBody", "responseProcessing", "modalFeedback"]
    found = [etree.QName(child).localname for child in item]
    assert sorted(found, key=order.index) == found
    assert {"identifier", "title", "adaptive", "timeDependent"} <= set(item.attrib)
    names = [
        node.get("identifier") for node in item.iter(f"{QTI}simpleChoice", f"{QTI}simpleAssociableChoice")
    ]
    assert len(set(names)) == len(names)
    assert all(NAME.match(name or "") for name in [*names, item.get("identifier")])
    declared = {node.get("identifier"): node for node in item.iter(f"{QTI}responseDeclaration")}
    used = [node.get("responseIdentifier") for node in item.iter() if node.get("responseIdentifier")]
    assert sorted(used) == sorted(declared)
    for declaration in declared.values():
        for value in declaration.iter(f"{QTI}value"):
            if declaration.get("baseType") != "string":
                assert set((value.text or "").split()) <= set(names)
    outcomes = {node.get("identifier") for node in item.iter(f"{QTI}outcomeDeclaration")}
    assert {node.get("identifier") for node in item.iter(f"{QTI}setOutcomeValue")} <= outcomes


def _notes(data: bytes) -> list[list[str]]:
    """The fields of every note of an Anki package."""
    package = zipfile.ZipFile(io.BytesIO(data))
    base = sqlite3.connect(":memory:")
    base.deserialize(package.read("collection.anki2"))
    return [row[0].split("\x1f") for row in base.execute("select flds from notes order by id")]


def test_anki_card_has_answer_explanation_and_citation_behind(selection: Selection) -> None:
    """A note a question, of every kind; names of regulations in words."""
    notes = _notes(export_anki(selection))
    assert len(notes) == len(selection.questions)
    assert all(note[4] and note[6] for note in notes)
    first = next(note for note in notes if note[0] == "disciplinary-regulations/severe-warning-period")
    assert first[2] == "单选"
    assert first[5].startswith("<ul><li><b>A.</b> 半年</li>")
    assert first[6] == "C. 一年半"
    assert first[8].startswith("《中国共产党纪律处分条例》第")
    folder = Path(__file__).resolve().parents[3] / "scripts/desk/exporting/templates"
    back = (folder / "anki_back.html").read_text(encoding="utf-8")
    assert all(f"{{{{{name}}}}}" in back for name in ("答案", "解析", "依据"))


def test_anki_identity_outlives_an_edit() -> None:
    """Importing the package again updates the card: same note, other text."""
    quiz = quiz_of([dict(SETTLED)])
    edited = quiz_of([{**SETTLED, "stem": "改过的题干"}])
    guids = []
    for one in (quiz, edited):
        base = sqlite3.connect(":memory:")
        package = zipfile.ZipFile(io.BytesIO(export_anki(selection_of(one))))
        base.deserialize(package.read("collection.anki2"))
        guids.append(base.execute("select guid from notes").fetchall())
    assert guids[0] == guids[1]


def test_nothing_of_a_draft_is_needed_where_none_is_chosen(selection: Selection) -> None:
    """An export of settled questions only has no column that is never filled."""
    plain = replace(
        selection, items=tuple(i for i in selection.items if i.kind == "true_false" and not i.material)
    )
    sheet = openpyxl.load_workbook(io.BytesIO(export_xlsx(plain)))["题目"]
    header = [cell.value for cell in sheet[1]]
    assert "左列" not in header
    assert "所属材料（请勿改动）" not in header
