"""Make a booklet: a Word file and a print page beside it."""

from __future__ import annotations

import tempfile
from dataclasses import dataclass
from pathlib import Path

from desk.booklets.booklet import Booklet, gather_booklet
from desk.booklets.booklet_docx import booklet_docx
from desk.booklets.booklet_page import booklet_page
from desk.booklets.reading import PageReading
from desk.building.mkdocs_run import read_config
from desk.building.organisation import organisation_of
from desk.failures import DeskError
from desk.output_files import check_places, write_outputs
from desk.safety.leaving import refuse_secrets
from desk.word.markdown import site_reader
from lianxue.content.catalog import load_catalog
from lianxue.reading.problem import Level


@dataclass(frozen=True, slots=True, kw_only=True)
class BookletReport:
    """What making a booklet came to."""

    booklet: Booklet
    files: tuple[Path, ...]  # the Word file first
    remarks: tuple[str, ...]


def make_booklet(
    root: Path, period: str, *, file: Path | None = None, replace: bool = False
) -> BookletReport:
    """Write the booklet of a year (2026) or a month (2026-04).

    `file` is dist/学习汇编-<period>.docx unless given; the print page has the same name with .html.
    Existing files are only replaced with `replace`. Raises DeskError and OSError.
    """
    target = file if file is not None else root / "dist" / f"学习汇编-{period.strip()}.docx"
    if target.suffix.lower() != ".docx":
        raise DeskError(f"学习汇编是 Word 文件，文件名要以 .docx 结尾，不是 {target.name}")
    places = (target, target.with_suffix(".html"))
    check_places(root, places, replace=replace)
    with tempfile.TemporaryDirectory(prefix="lianxue-") as folder:
        config = read_config(root, Path(folder))
    catalog = load_catalog(root)
    booklet = gather_booklet(
        catalog, period, organisation=organisation_of(config), site_name=str(config.site_name)
    )
    refuse_secrets(catalog, booklet.paths)
    reading = PageReading(root, site_reader(config))
    made = (booklet_docx(booklet, catalog, reading), booklet_page(booklet, catalog, reading))
    write_outputs(dict(zip(places, made, strict=True)))
    broken = [problem for problem in catalog.problems if problem.level is Level.MUST_FIX]
    remarks = (
        [f"内容里有 {len(broken)} 处需要修改，有关的部分可能不全（第一处：{broken[0]}）"] if broken else []
    )
    return BookletReport(
        booklet=booklet,
        files=places,
        remarks=(*remarks, *reading.remarks),
    )
