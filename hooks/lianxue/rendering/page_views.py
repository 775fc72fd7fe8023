"""What each kind of page is given to show, by its template."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from lianxue.content.catalog import Catalog
from lianxue.content.kinds import DOCS, kind_of
from lianxue.rendering.cards import (
    lesson_card,
    lesson_cards,
    neighbours,
    quiz_card,
    regulation_card,
    regulation_cards,
)
from lianxue.rendering.overviews import home_view, quiz_groupings, year_views
from lianxue.rendering.question_views import answer_views
from lianxue.rendering.urls import answers_page, quiz_page


@dataclass(frozen=True, slots=True)
class Channel:
    """A place in the header bar."""

    title: str
    url: str
    is_current: bool


_CHANNELS = (
    ("首页", "index.html", ""),
    ("每月一法规", "lessons/index.html", "lessons/"),
    ("法规库", "regulations/index.html", "regulations/"),
    ("自测题", "quizzes/index.html", "quizzes/"),
    ("使用说明", "help/learner.html", "help/"),
)


def channels(url: str) -> Sequence[Channel]:
    """The header bar as seen from a page."""
    return [
        Channel(title, target, url == target or bool(folder and url.startswith(folder)))
        for title, target, folder in _CHANNELS
    ]


def page_view(path: str, template: str, catalog: Catalog) -> Mapping[str, object]:
    """The template variables of a page below docs/, by name."""
    place = kind_of(f"{DOCS}/{path}")
    if place and place[0].name == "lesson" and place[1] in catalog.lessons:
        return _lesson(place[1], catalog)
    if place and place[0].name == "regulation" and place[1] in catalog.regulations:
        return _regulation(place[1], catalog)
    if template == "home.html":
        return {"home": home_view(catalog)}
    if template == "lessons.html":
        return {"years": year_views(lesson_cards(catalog))[::-1]}
    if template == "regulations.html":
        return {"regulations": regulation_cards(catalog)}
    if template == "quizzes.html":
        return {"groups": quiz_groupings(catalog)}
    for quiz in catalog.quizzes.values():
        if path == quiz_page(quiz):
            return {"quiz": quiz_card(quiz, catalog)}
        if path == answers_page(quiz):
            return {"quiz": quiz_card(quiz, catalog), "answers": answer_views(quiz, catalog)}
    return {}


def _lesson(lesson_id: str, catalog: Catalog) -> Mapping[str, object]:
    card = lesson_card(catalog.lessons[lesson_id], catalog)
    before, after = neighbours(card, lesson_cards(catalog))
    return {"lesson": card, "previous_lesson": before, "next_lesson": after}


def _regulation(regulation_id: str, catalog: Catalog) -> Mapping[str, object]:
    regulation = catalog.regulations[regulation_id]
    older = catalog.regulations.get(regulation.supersedes)
    newer = [item for item in catalog.regulations.values() if item.supersedes == regulation_id]
    return {
        "regulation": regulation_card(regulation, catalog),
        "supersedes": regulation_card(older, catalog) if older else None,
        "superseded_by": regulation_card(newer[0], catalog) if newer else None,
        "lessons": [
            card for card in lesson_cards(catalog) if regulation_id in catalog.lessons[card.id].regulations
        ],
        "quizzes": [
            quiz_card(quiz, catalog)
            for quiz in catalog.quizzes.values()
            if catalog.titles.get(quiz.regulation) is regulation
        ],
    }
