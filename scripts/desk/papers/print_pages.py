"""The print pages of a paper: each one HTML file that needs no other."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from markupsafe import Markup

from desk.page_templates import page_templates
from desk.papers.map_docx import NOTE, cells, heads
from desk.papers.mapping import MappedQuestion
from desk.papers.paper import Paper
from desk.papers.sheet_docx import GRID_TYPES, PER_ROW
from desk.papers.sheet_docx import IDENTITY as IDENTITY_FIELDS
from desk.papers.views import NOT_WRITTEN, VariantView
from desk.word import seal
from lianxue.reading.chinese_numerals import format_number

_FOLDER = Path(__file__).with_name("templates")
_TEMPLATES = page_templates(_FOLDER)


def paper_page(view: VariantView) -> bytes:
    """The paper on A4 with the sealing line on its first page."""
    numerals = [format_number(place + 1) for place in range(len(view.sections))]
    return _render(
        "paper.html",
        f"{view.title}　{view.name}".strip(),
        view=view,
        numerals=numerals,
        identity=seal.IDENTITY,
        seal_note=seal.NOTE,
    )


def sheet_page(view: VariantView) -> bytes:
    """The answer sheet."""
    title = f"{view.title}　{view.name}　答题卡"
    return _render("sheet.html", title, view=view, identity_fields=IDENTITY_FIELDS, **_GRIDS)


def key_page(view: VariantView) -> bytes:
    """Answers and explanations."""
    title = f"{view.title}　{view.name}　答案与解析"
    return _render("key.html", title, view=view, not_written=NOT_WRITTEN, **_GRIDS)


def map_page(paper: Paper, mapped: Iterable[MappedQuestion]) -> bytes:
    """The table that maps variants."""
    rows = [cells(question) for question in mapped]
    title = f"{paper.title}　对照表"
    return _render("map.html", title, paper=paper, heads=heads(paper), rows=rows, note=NOTE)


_GRIDS: dict[str, object] = {"grid_types": GRID_TYPES, "per_row": PER_ROW}


def _render(template: str, title: str, **context: object) -> bytes:
    css = Markup((_FOLDER / "print.css").read_text(encoding="utf-8"))
    return _TEMPLATES.get_template(template).render(title=title, css=css, **context).encode()
