"""Make the 送审单 of a month and keep a record of what was handed in."""

from __future__ import annotations

import tempfile
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from desk.building.checking import check_portal
from desk.building.mkdocs_run import read_config
from desk.building.organisation import organisation_of
from desk.failures import DeskError
from desk.output_files import check_places, write_outputs
from desk.publishing.review_pack import ReviewPack, packs_with, plan_review_pack
from desk.publishing.review_pack_docx import review_pack_docx
from desk.word.markdown import site_reader
from lianxue.content.sign_off_record import PACKS


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewReport:
    """What was written."""

    pack: ReviewPack
    file: Path
    remarks: tuple[str, ...]


def make_review_pack(
    root: Path, month: str, *, on: date, file: Path | None = None, replace: bool = False
) -> ReviewReport:
    """Write dist/送审单-<month>.docx, or `file`, and the record in sign-offs.yml.

    Raises DeskError where the month has no page or must be mended first, or the file is there and
    not to be replaced; and OSError.
    """
    target = file if file is not None else root / "dist" / f"送审单-{month}.docx"
    if target.suffix.lower() != ".docx":
        raise DeskError(f"送审单是 Word 文件，文件名要以 .docx 结尾，不是 {target.name}")
    check_places(root, [target], replace=replace)
    pack = plan_review_pack(root, month, check_portal(root, today=on).problems)
    with tempfile.TemporaryDirectory(prefix="lianxue-") as folder:
        config = read_config(root, Path(folder))
    remarks: list[str] = []
    data = review_pack_docx(
        pack,
        root,
        site_reader(config),
        organisation=organisation_of(config),
        on=on,
        remark=remarks.append,
    )
    write_outputs({target: data, root / PACKS: packs_with(root, pack)})
    return ReviewReport(pack=pack, file=target, remarks=tuple(dict.fromkeys(remarks)))
