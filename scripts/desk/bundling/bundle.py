"""Build the portal in a folder of its own and pack it."""

from __future__ import annotations

import tempfile
from dataclasses import dataclass
from pathlib import Path

from desk.building.mkdocs_run import build_pages, read_config
from desk.bundling.packing import pack_site
from lianxue.content.catalog import load_catalog
from lianxue.reading.problem import Problem


@dataclass(frozen=True, slots=True, kw_only=True)
class BundleReport:
    """What bundling came to."""

    problems: tuple[Problem, ...]
    remarks: tuple[str, ...]
    file: Path | None  # None where problems stopped it


def make_bundle(root: Path, output: Path) -> BundleReport:
    """Make the offline zip of the portal at `root` in the folder `output`.

    The built `site/` is neither used nor touched. Raises DeskError and OSError.
    """
    with tempfile.TemporaryDirectory(prefix="lianxue-") as folder:
        config = read_config(root, Path(folder))
        outcome = build_pages(config)
        file = None
        if not outcome.is_stopped:
            month = load_catalog(root).newest_month
            file = pack_site(Path(folder), output, name=config.site_name, month=month)
    return BundleReport(problems=outcome.problems, remarks=outcome.remarks, file=file)
