"""A case (案例): a short story of a breach, made up or made public, and what the provisions say of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from lianxue.content.citation import Citation, parse_citations
from lianxue.content.page import ContentKind, open_facts
from lianxue.content.vocabulary import DISCIPLINES, SIGN_OFF_FIELDS
from lianxue.reading.entry import Entry
from lianxue.reading.front_matter import MarkdownSource
from lianxue.reading.problem import Place, Report

FIELDS = (
    "title",
    "aliases",
    "regulation",
    "cite",
    "discipline",
    "month",
    "summary",
    "source",
    "reviewed_by",
    "reviewed_on",
    "review_due",
    "security_review",
    *SIGN_OFF_FIELDS,
)
MADE_UP = "虚构"
NOTE = "本案例为虚构，如有雷同，纯属巧合。"


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """One case file. `id` is its path below docs/cases/ without .md."""

    id: str
    path: str
    title: str
    regulations: tuple[str, ...]  # ids
    citations: tuple[Citation, ...]
    disciplines: tuple[str, ...]
    month: str  # 2026-02, of the lesson it goes with; "" where it goes with none
    summary: str
    source: str  # where a true case was made public; "" for one made up
    is_made_up: bool
    reviewed_on: date | None
    review_due: date | None
    places: Mapping[str, Place]  # of each regulation named, of `month` and of `review_due`


def parse_case(source: MarkdownSource, case_id: str, report: Report) -> Case | None:
    """The case in a file, or None where its title cannot be read.

    A bare article in `cite` refers to the first regulation named.
    """
    entry = open_facts(source, "案例", report)
    if entry is None:
        return None
    entry.only(FIELDS)
    title = entry.text("title", required=True)
    regulations = entry.texts("regulation")
    is_made_up = MADE_UP in source.body
    if not entry.has("source") and not is_made_up:
        message = f"看不出案例是虚构的还是公开通报的：虚构的请在正文写“{NOTE}”，公开通报的请写 source（来源）"
        report.note(Place(source.path, source.body_line), "case-origin", message)
    case = Case(
        id=case_id,
        path=source.path,
        title=title,
        regulations=regulations,
        citations=parse_citations(entry, regulations[0] if regulations else ""),
        disciplines=entry.texts("discipline", DISCIPLINES),
        month=entry.month("month"),
        summary=entry.text("summary"),
        source=entry.text("source"),
        is_made_up=is_made_up,
        reviewed_on=entry.date("reviewed_on"),
        review_due=entry.date("review_due"),
        places=_places(entry),
    )
    if not entry.has("cite"):
        entry.note("cite", "no-citation", "没有依据（cite）：学员不知道该看哪一条")
    return case if title else None


def _places(entry: Entry) -> Mapping[str, Place]:
    places = {scalar.text: scalar.place for scalar in entry.scalars("regulation")}
    for name in ("month", "review_due"):
        if entry.has(name):
            places[name] = entry.fields[name][1].place
    return places


CASE = ContentKind("case", "cases", "case.html", "cases.html", parse_case, "案例")
