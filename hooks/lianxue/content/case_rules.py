"""The rules between cases and the rest: their regulations, citations, months and review dates."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from lianxue.content.catalog_rules import check_citation, is_registered
from lianxue.content.unknown_names import unknown_regulation
from lianxue.reading.problem import Place, Report

if TYPE_CHECKING:
    from lianxue.content.catalog import Catalog


def check_cases(catalog: Catalog, report: Report, today: date | None) -> None:
    """Every case rests on regulations and articles that exist; overdue reviews where `today` is given."""
    for case in catalog.cases.values():
        known = [name for name in case.regulations if is_registered(name, catalog)]
        for name in case.regulations:
            if name not in known:
                report.note(case.places[name], "unknown-regulation", unknown_regulation(name, catalog))
        for citation in case.citations:
            if citation.regulation not in case.regulations or citation.regulation in known:
                check_citation("", citation, catalog, report)
        if today and case.review_due and case.review_due < today:
            place = case.places.get("review_due", Place(case.path))
            message = f"应在 {case.review_due} 前复核，已过期：请对照现行文本复核后改日期"
            report.note(place, "review-overdue", message)
