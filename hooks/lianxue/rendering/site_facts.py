"""What mkdocs.yml says about the site and its organisation."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields

from markupsafe import escape

from lianxue.reading.problem import Place, Report
from lianxue.reading.spelling import is_month, is_plain_id
from lianxue.rendering.colours import colour_fault


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteFacts:
    """The facts under `extra.lianxue`; all but `site_id` may be ""."""

    site_id: str  # names the learners' record: changing it starts an empty one
    organisation: str = ""
    sponsor: str = ""
    phone: str = ""
    record_number: str = ""
    updated_on: str = ""
    notice: str = ""
    colour: str = ""  # such as #1f4e79; "" for the red of tokens.css
    sign_off_from: str = ""  # the first month whose pages must be signed; "" where none must


def parse_site_facts(raw: object, report: Report) -> SiteFacts:
    """The facts of a site; what is wrong is noted at mkdocs.yml."""
    place = Place("mkdocs.yml")
    facts = raw if isinstance(raw, Mapping) else {}
    known = {field.name for field in fields(SiteFacts)}
    for name in facts:
        if name not in known:
            message = f"extra.lianxue 的 {name} 不认识。可用：{'、'.join(sorted(known))}"
            report.note(place, "unknown-field", message)
    site_id = str(facts.get("site_id") or "")
    if not is_plain_id(site_id):
        message = "extra.lianxue 要写 site_id：小写英文字母、数字和连字符，如 county-office"
        report.note(place, "missing-field" if not site_id else "bad-id", message)
    sign_off_from = str(facts.get("sign_off_from") or "")
    if sign_off_from and not is_month(sign_off_from):
        message = (
            f"extra.lianxue 的 sign_off_from 是“{sign_off_from}”：请写月份，如 2026-04，从那个月起必须签发"
        )
        report.note(place, "bad-date", message)
    colour = str(facts.get("colour") or "")
    if colour and (fault := colour_fault(colour)):
        report.note(place, "unknown-value", f"extra.lianxue 的{fault}")
    texts = {name: escape(facts.get(name) or "") for name in known - {"site_id"}}
    return SiteFacts(site_id=site_id, **texts)
