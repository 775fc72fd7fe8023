"""Check what a trainer asked for: a month, a regulation, a file name."""

from __future__ import annotations

import re

from desk.failures import DeskError
from lianxue.content.catalog import Catalog
from lianxue.content.catalog_rules import unknown_regulation
from lianxue.content.regulation import Regulation

_MONTH = re.compile(r"20\d\d-(?:0[1-9]|1[0-2])$")
_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*$")
_LONGEST_SLUG = 60


def check_month(month: str) -> str:
    """The month as it is; raises DeskError where it is none."""
    if not _MONTH.match(month):
        raise DeskError(f"月份“{month}”写法不对：请写成 2026-04 的样子")
    return month


def check_slug(slug: str) -> str:
    """A file name without its ending; raises DeskError where it cannot be part of an address."""
    if not _SLUG.match(slug) or len(slug) > _LONGEST_SLUG or slug == "index":
        raise DeskError(
            f"文件名“{slug}”不能用：请用小写英文字母、数字和连字符，如 gift-rules，最多 {_LONGEST_SLUG} 个字符"
        )
    return slug


def find_regulation(catalog: Catalog, name: str) -> Regulation:
    """The regulation with an id; raises DeskError that names the nearest one."""
    regulation = catalog.regulations.get(name)
    if regulation is None:
        raise DeskError(f"{unknown_regulation(name, catalog)}（已登记：{'、'.join(catalog.regulations)}）")
    return regulation
