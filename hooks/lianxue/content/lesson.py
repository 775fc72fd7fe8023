"""A lesson: what members study in one month."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from lianxue.content.page import ContentKind, open_facts
from lianxue.content.vocabulary import DISCIPLINES, SIGN_OFF_FIELDS
from lianxue.content.withdrawal import WITHDRAWAL_FIELDS
from lianxue.reading.entry import Entry
from lianxue.reading.front_matter import MarkdownSource
from lianxue.reading.problem import Place, Report

FIELDS = (
    "title",
    "aliases",
    "month",
    "regulation",
    "audience",
    "discipline",
    "minutes",
    "summary",
    "source",
    "reviewed_by",
    "reviewed_on",
    "review_due",
    "security_review",
    *SIGN_OFF_FIELDS,
    *WITHDRAWAL_FIELDS,
)
_PATH = re.compile(r"(?P<year>20\d\d)/(?P<month>\d\d)-")


@dataclass(frozen=True, slots=True, kw_only=True)
class Lesson:
    """One lesson file. `id` is its path below docs/lessons/ without .md."""

    id: str
    path: str
    title: str
    month: str  # 2026-02
    regulations: tuple[str, ...]  # ids
    audience: tuple[str, ...]
    disciplines: tuple[str, ...]
    minutes: int  # 0 where not said
    summary: str
    source: str
    reviewed_by: str
    reviewed_on: date | None
    review_due: date | None
    security_review: str
    places: Mapping[str, Place]  # of each regulation named, and of `review_due`


def parse_lesson(source: MarkdownSource, lesson_id: str, report: Report) -> Lesson | None:
    """The lesson in a file, or None where its title or month cannot be read."""
    entry = open_facts(source, "课", report)
    if entry is None:
        return None
    entry.only(FIELDS)
    title = entry.text("title", required=True)
    month = _parse_month(entry, lesson_id)
    lesson = Lesson(
        id=lesson_id,
        path=source.path,
        title=title,
        month=month,
        regulations=entry.texts("regulation"),
        audience=entry.texts("audience"),
        disciplines=entry.texts("discipline", DISCIPLINES),
        minutes=entry.number("minutes", default=0, least=1, most=600),
        summary=entry.text("summary"),
        source=entry.text("source"),
        reviewed_by=entry.text("reviewed_by"),
        reviewed_on=entry.date("reviewed_on"),
        review_due=entry.date("review_due"),
        security_review=entry.text("security_review"),
        places=_places(entry),
    )
    return lesson if title and month else None


def _parse_month(entry: Entry, lesson_id: str) -> str:
    month = entry.month("month", required=True)
    path = _PATH.match(lesson_id)
    if month and path and f"{path['year']}-{path['month']}" != month:
        message = f"month 是 {month}，文件却放在 lessons/{lesson_id}：两处最好一致"
        entry.note("month", "month-path", message)
    return month


def _places(entry: Entry) -> Mapping[str, Place]:
    places = {scalar.text: scalar.place for scalar in entry.scalars("regulation")}
    if entry.has("review_due"):
        places["review_due"] = entry.fields["review_due"][1].place
    return places


LESSON = ContentKind("lesson", "lessons", "lesson.html", "lessons.html", parse_lesson, "课文")
