"""What a preview shows of a question that is still 待确认: a card to read, with what is open in it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup, escape

from lianxue.content.draft_question import DraftQuestion
from lianxue.content.question import Json, Option
from lianxue.content.question_types.registry import QUESTION_TYPES
from lianxue.rendering.option_views import OptionView, option_views
from lianxue.rendering.rich_text import render_line
from lianxue.rendering.urls import question_anchor

_UNKNOWN_TYPE = "题型待定"


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftView:
    """A draft as a card: nothing in it can be answered or is counted."""

    anchor: str
    number: int
    type_label: str
    stem: Markup
    options: tuple[OptionView, ...]  # of every kind: left and right items too
    answer: tuple[Markup, ...]  # as the author's file has it, fitting or not
    reasons: tuple[Markup, ...]
    note: Markup  # what the importer found open, and where it stood
    place: Markup  # quizzes/x.yml 第 30 行
    template: str = "questions/draft.html"


def draft_view(draft: DraftQuestion) -> DraftView:
    """One draft as a card."""
    fields = draft.fields
    kind = QUESTION_TYPES.get(_text(fields.get("type")))
    options = [
        Option(label, _text(text))
        for name in ("options", "left", "right")
        if isinstance(group := fields.get(name), dict)
        for label, text in group.items()
    ]
    answer = [line for name in ("answer", "points") for line in _lines(fields.get(name))]
    return DraftView(
        anchor=question_anchor(draft),
        number=draft.number,
        type_label=kind.label if kind else _UNKNOWN_TYPE,
        stem=render_line(_text(fields.get("stem"))),
        options=option_views(options),
        answer=tuple(render_line(line) for line in answer),
        reasons=tuple(Markup(escape(reason)) for reason in draft.reasons),
        note=escape(draft.note),
        place=escape(f"{draft.place.path} 第 {draft.place.line} 行"),
    )


def _text(value: Json) -> str:
    return value if isinstance(value, str) else ""


def _lines(value: Json) -> Iterator[str]:
    """An answer of any shape, one line an entry."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        for item in value:
            yield from _lines(item)
    elif isinstance(value, dict) and isinstance(value.get("accept"), list):
        yield " 或 ".join(_lines(value["accept"]))
    elif isinstance(value, dict):
        yield from (f"{label} → {_text(text)}" for label, text in value.items())
