"""Record who signed a month, when, and the check code of what was signed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from desk.failures import DeskError
from desk.output_files import write_outputs
from desk.publishing.facts import edited, set_page_facts
from desk.wanted import find_pages
from lianxue.content.catalog import load_catalog
from lianxue.content.sign_off import Parts, check_code, name_changes, read_month_parts
from lianxue.content.sign_off_record import read_packs
from lianxue.content.vocabulary import FIELD_NAMES
from lianxue.reading.front_matter import MarkdownSource
from lianxue.reading.problem import ContentProblems, Report
from lianxue.reading.yaml_source import Scalar


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
    root: Path,
    month: str,
    signatures: Signatures,
    *,
    code: str,
    on: date,
    today: date,
    replace: bool = False,
) -> SignOffReport:
    """Write the signatures into the month's pages, where `code` is that of the paper that was signed.

    Raises DeskError where nothing was handed in, or the content is no longer that, naming what
    changed; where `on` is after `today`; and where other signatures of the same content are there
    and not to be replaced.
    """
    catalog = load_catalog(root)
    pages = find_pages(catalog, month)
    if not signatures.approved_by.strip():
        raise DeskError("没有写签发人：请用 --approved-by 写上")
    if on > today:
        raise DeskError(f"签发日期 {on} 还没有到（今天 {today}）：请核对日期")
    parts = read_month_parts(catalog, month)
    now = check_code(parts)
    _check_handed_in(root, month, code, parts)
    values = {
        "drafted_by": signatures.drafted_by,
        "reviewed_by": signatures.reviewed_by,
        "reviewed_on": str(on) if signatures.reviewed_by else "",
        "approved_by": signatures.approved_by,
        "approved_on": str(on),
        "check_code": now,
    }
    values = {name: value for name, value in values.items() if value}  # what is not said stays as it is
    if not replace:
        _check_not_signed(month, [catalog.sources[page] for page in pages], values)
    try:
        files = {root / page: edited(root, page, set_page_facts, values) for page in pages}
    except ContentProblems as error:
        raise DeskError(f"{error}；没有改动任何文件") from error
    write_outputs(files)
    return SignOffReport(month=month, code=now, pages=pages)


def _folded(code: str) -> str:
    return "".join(code.upper().split()).replace("-", "")


def _check_handed_in(root: Path, month: str, code: str, parts: Parts) -> None:
    """The code is that of a 送审单, and of the content as it is. The right code is never told: it is on the paper."""
    pack = read_packs(root, Report()).get(month)
    if pack is None:
        raise DeskError(f"还没有做过 {month} 的送审单：请先运行 review-pack {month}，签好字再登记")
    handed_in = [one for one in (pack, pack.signed) if one and _folded(one.code) == _folded(code)]
    if not handed_in:
        raise DeskError(
            f"{month} 最近的送审单不是校验码 {code}：请核对送审单首页的校验码；内容改过的，重新送审"
        )
    if _folded(code) != _folded(check_code(parts)):
        changes = "、".join(name_changes(handed_in[0].parts, parts)) or "内容与送审时不同"
        raise DeskError(f"{month} 送审后有改动：{changes}。请重新做送审单，再签一次")


def _check_not_signed(month: str, pages: Sequence[MarkdownSource], values: Mapping[str, str]) -> None:
    """Nobody's signature under the same content is written over unasked."""
    for page in pages:
        said = {
            FIELD_NAMES.get(key.text, key.text): value.text
            for key, value in (page.facts.items if page.facts else ())
            if isinstance(value, Scalar)
        }
        if _folded(said.get("check_code", "")) != _folded(values["check_code"]):
            continue
        if any(said.get(name, "") not in ("", value) for name, value in values.items()):
            who, day = said.get("approved_by", ""), said.get("approved_on", "")
            raise DeskError(
                f"{month} 已登记由{who}于 {day} 签发，没有改动：登记错了要改，请加 --replace 再登记一次"
            )
