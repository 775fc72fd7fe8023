"""What is exported comes back as the same questions."""

from __future__ import annotations

import tempfile
from dataclasses import replace
from pathlib import Path
from typing import Any

from hypothesis import given, settings
from tests.support.questions import Fields, quiz_fields, quiz_of, selection_of

from desk.documents.model import OpenedFile
from desk.documents.reading import read_opened
from desk.drafts.draft import Draft
from desk.exporting.moodle_xml import export_moodle_xml
from desk.exporting.selection import Selection
from desk.exporting.xlsx import export_xlsx
from desk.importing.records.parts import draft_of_fields
from desk.importing.records.reading import read_records


def said(draft: Draft) -> Draft:
    """A draft without where and how it was written; the answer of a choice is a set."""
    answer = draft.answer if draft.type == "ordering" else tuple(sorted(draft.answer))
    without: dict[str, Any] = {
        "lines": (),
        "number": "",
        "section": "",
        "score": "",
        "remarks": (),
        "given": (),
        "quiz": "",
    }
    return replace(draft, answer=answer, **without)


def drafts_of(selection: Selection) -> list[Draft]:
    """What the questions of a selection say."""
    return [
        said(
            draft_of_fields(
                item.fields,
                quiz=item.quiz.id,
                material=(item.material.id, item.material.text) if item.material else ("", ""),
            )
        )
        for item in selection.items
    ]


@settings(max_examples=35, deadline=None, derandomize=True)
@given(quiz_fields())
def test_every_kind_of_question_comes_back_from_excel_as_it_was(parts: list[Fields]) -> None:
    """Ids, options under any labels, fillings, foldings, materials, waivers and drafts included."""
    selection = selection_of(quiz_of(parts))
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "题库.xlsx"
        file.write_bytes(export_xlsx(selection))
        reading = read_records(read_opened(file))
    assert reading.unsure == ()
    assert [said(draft) for draft in reading.drafts] == drafts_of(selection)


@settings(max_examples=40, deadline=None, derandomize=True)
@given(quiz_fields())
def test_every_settled_question_comes_back_from_moodle_xml_as_it_was(parts: list[Fields]) -> None:
    """What Moodle has no place for is carried in tags and in one element of ours."""
    whole = selection_of(quiz_of(parts))
    settled = replace(whole, items=tuple(item for item in whole.items if item.question))
    if not settled.items:
        return
    raw = export_moodle_xml(settled).decode()
    reading = read_records(OpenedFile(name="题库.xml", kind="xml", raw=raw))
    assert reading.unsure == ()
    assert [said(draft) for draft in reading.drafts] == drafts_of(settled)
