"""The check code of a month, as a person reads it on the 送审单."""

from __future__ import annotations

from pathlib import Path

from lianxue.content.catalog import load_catalog
from lianxue.content.sign_off import check_code, read_month_parts


def current_code(root: Path, month: str) -> str:
    """The code of a month's content as it is now."""
    return check_code(read_month_parts(load_catalog(root), month))
