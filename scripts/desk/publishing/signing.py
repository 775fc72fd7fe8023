"""Record who signed a month, when, and the check code of what was signed."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from desk.failures import DeskError
from desk.output_files import write_outputs
from desk.publishing.facts import edited, set_page_facts
from lianxue.content.catalog import load_catalog
from lianxue.content.sign_off import Parts, check_code, months_of, name_changes, read_month_parts, read_packs
from lianxue.reading.problem import ContentProblems, Report


@dataclass(frozen=True, slots=True, kw_only=True)
class Signatures:
    """Who signed; "" where nobody did."""

    drafted_by: str = ""
    reviewed_by: str = ""
    approved_by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SignOffReport:
    """What was recorded."""

    month: str
    code: str
    pages: tuple[str, ...]


def sign_off(
    root: Path, month: str, signatures: Signatures, *, code: str, on: date, today: date
) -> SignOffReport:
    """Write the signatures into the month's pages, where `code` is that of the paper that was signed.

    Raises DeskError where the content is no longer what was handed in, naming what changed, and
    where `on` is after `today`.
    """
    catalog = load_catalog(root)
    pages = months_of(catalog).get(month, ())
    if not pages:
        raise DeskError(f"{month} 没有课文：{_known(months_of(catalog))}")
    if not signatures.approved_by.strip():
        raise DeskError("没有写签发人：请用 --approved-by 写上")
    if on > today:
        raise DeskError(f"签发日期 {on} 还没有到（今天 {today}）：请核对日期")
    parts = read_month_parts(catalog, month)
    now = check_code(parts)
    if _folded(code) != _folded(now):
        raise DeskError(_mismatch(root, month, code, parts, now))
    values = {
        "drafted_by": signatures.drafted_by,
        "reviewed_by": signatures.reviewed_by,
        "reviewed_on": str(on) if signatures.reviewed_by else "",
        "approved_by": signatures.approved_by,
        "approved_on": str(on),
        "check_code": now,
    }
    values = {name: value for name, value in values.items() if value}  # what is not said stays as it is
    try:
        files = {root / page: edited(root, page, set_page_facts, values) for page in pages}
    except ContentProblems as error:
        raise DeskError(f"{error}；没有改动任何文件") from error
    write_outputs(files)
    return SignOffReport(month=month, code=now, pages=pages)


def current_code(root: Path, month: str) -> str:
    """The check code of a month as it is now. Raises DeskError where the month has no page."""
    catalog = load_catalog(root)
    if month not in months_of(catalog):
        raise DeskError(f"{month} 没有课文：{_known(months_of(catalog))}")
    return check_code(read_month_parts(catalog, month))


def _known(months: Collection[str]) -> str:
    names = "、".join(list(months)[-6:])
    return f"有课文的月份是 {names}" if names else "请先用 new lesson 或 import-lesson 建一课"


def _folded(code: str) -> str:
    return "".join(code.upper().split()).replace("-", "")


def _mismatch(root: Path, month: str, code: str, parts: Parts, now: str) -> str:
    pack = read_packs(root, Report()).get(month)
    packs = (one for one in (pack, pack.signed if pack else None) if one)
    before = next((one for one in packs if _folded(one.code) == _folded(code)), None)
    changes = name_changes(before.parts, parts) if before else ()
    if changes:
        return f"{month} 送审后有改动：{'、'.join(changes)}。请重新做送审单，再签一次"
    return f"校验码 {code} 与现在的内容（{now}）不符：请核对送审单上的校验码；内容改过的，重新送审"
