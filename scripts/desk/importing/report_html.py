"""A plan, or what was written by it, as one self-contained HTML page."""

from __future__ import annotations

from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from desk.importing.plan import ImportPlan
from desk.importing.report_view import report_view
from desk.output_files import check_report_place, write_outputs

_HERE = Path(__file__).parent


def write_report(plan: ImportPlan, file: Path, *, is_written: bool, replace: bool = False) -> None:
    """Write the page where a person wants it. Raises DeskError and OSError."""
    check_report_place(plan.request.root, file, replace=replace)
    write_outputs({file.absolute(): report_page(plan, is_written=is_written).encode()})


def report_page(plan: ImportPlan, *, is_written: bool) -> str:
    """The page; it loads nothing and runs nothing."""
    environment = Environment(
        loader=FileSystemLoader(_HERE),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=StrictUndefined,
    )
    view = report_view(plan, is_written=is_written)
    return environment.get_template("report.html").render(view=view)
