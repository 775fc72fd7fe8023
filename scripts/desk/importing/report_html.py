"""A plan, or what was written by it, as one self-contained HTML page."""

from __future__ import annotations

from pathlib import Path

from desk.importing.plan import ImportPlan
from desk.importing.report_view import report_view
from desk.output_files import check_places, write_outputs
from desk.page_templates import page_templates

_HERE = Path(__file__).parent


def write_report(plan: ImportPlan, file: Path, *, is_written: bool, replace: bool = False) -> None:
    """Write the page where a person wants it. Raises DeskError and OSError."""
    check_places(plan.request.root, [file], replace=replace, option="--report")
    write_outputs({file.absolute(): report_page(plan, is_written=is_written).encode()})


def report_page(plan: ImportPlan, *, is_written: bool) -> str:
    """The page; it loads nothing and runs nothing."""
    view = report_view(plan, is_written=is_written)
    return page_templates(_HERE).get_template("report.html").render(view=view)
