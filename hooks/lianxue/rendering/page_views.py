"""What each kind of page is given to show, by its template."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from lianxue.content.catalog import Catalog
from lianxue.content.kinds import DOCS, kind_of
from lianxue.content.regulation import Regulation
from lianxue.rendering.cards import Cards, QuizCard
from lianxue.rendering.case_cards import case_groups
from lianxue.rendering.comparison_views import comparison_view, version_before
from lianxue.rendering.overviews import home_view, quiz_groupings, year_views
from lianxue.rendering.question_views import answer_views, blank_question_views
from lianxue.rendering.search_records import SearchPage
from lianxue.rendering.term_index import term_index
from lianxue.rendering.urls import COMPARISONS, answers_page, comparison_page, page_url, quiz_page


@dataclass(frozen=True, slots=True)
class Channel:
    """A place in the header bar."""

    title: str
    url: str
    is_current: bool


CASE_INDEX = "cases/index.html"
_CHANNELS = (  # title, where it leads, the folders whose pages belong to it
    ("首页", "index.html", ()),
    ("每月一法规", "lessons/index.html", ("lessons/",)),
    ("法规库", "regulations/index.html", ("regulations/", COMPARISONS)),
    ("案例", CASE_INDEX, ("cases/",)),
    ("自测题", "quizzes/index.html", ("quizzes/",)),
    ("练习", "practice/index.html", ("practice/",)),
    ("我的学习", "study/index.html", ("study/",)),
    ("使用说明", "help/learner.html", ("help/",)),
)


def channels(url: str, catalog: Catalog) -> Sequence[Channel]:
    """The header bar as seen from a page; a portal without cases has no place for them."""
    return [
        Channel(title, target, url == target or url.startswith(folders))
        for title, target, folders in _CHANNELS
        if target != CASE_INDEX or catalog.cases
    ]


def page_view(
    path: str, template: str, catalog: Catalog, cards: Cards, glossary: SearchPage | None = None
) -> Mapping[str, object]:
    """The template variables of a page below docs/, by name. `glossary` is the page of terms.

    A content kind without a view of its own gives its template the record under the kind's name.
    """
    place = kind_of(f"{DOCS}/{path}")
    if place and place[1] in catalog.records[place[0].name]:
        kind, record_id = place
        view = _RECORD_VIEWS.get(kind.name)
        record = catalog.records[kind.name][record_id]
        return view(record_id, catalog, cards) if view else {kind.name: record}
    if template in _TEMPLATE_VIEWS:
        return _TEMPLATE_VIEWS[template](catalog, cards)
    if template == "search_index.html":
        return {"index": term_index(catalog, cards, glossary)}
    if template == "comparison.html":
        new = next(item for item in catalog.regulations.values() if path == comparison_page(item))
        old = version_before(new, catalog)
        return {"comparison": comparison_view(new, old, catalog)} if old else {}
    for quiz in catalog.quizzes.values():
        if path == quiz_page(quiz):
            return {"quiz": cards.quizzes[quiz.id]}
        if path == answers_page(quiz):
            return {"quiz": cards.quizzes[quiz.id], "answers": answer_views(quiz, catalog)}
    return {}


def _lesson(lesson_id: str, catalog: Catalog, cards: Cards) -> Mapping[str, object]:
    index = [card.id for card in cards.lessons].index(lesson_id)
    return {
        "lesson": cards.lessons[index],
        "previous_lesson": cards.lessons[index - 1] if index else None,
        "next_lesson": cards.lessons[index + 1] if index + 1 < len(cards.lessons) else None,
        "cases": [case for case in cards.cases if case.month == cards.lessons[index].month],
    }


def _case(case_id: str, catalog: Catalog, cards: Cards) -> Mapping[str, object]:
    case = next(card for card in cards.cases if card.id == case_id)
    return {
        "case": case,
        "lessons": [card for card in cards.lessons if card.month == case.month],
        "quizzes": _quizzes_of(catalog.cases[case_id].regulations, catalog, cards),
    }


def _quizzes_of(regulations: Sequence[str], catalog: Catalog, cards: Cards) -> Sequence[QuizCard]:
    return [
        cards.quizzes[quiz.id]
        for quiz in catalog.quizzes.values()
        if (regulation := catalog.titles.get(quiz.regulation)) and regulation.id in regulations
    ]


def _regulation(regulation_id: str, catalog: Catalog, cards: Cards) -> Mapping[str, object]:
    regulation = catalog.regulations[regulation_id]
    newer = next((item for item in catalog.regulations.values() if item.supersedes == regulation_id), None)
    return {
        "regulation": cards.regulations[regulation_id],
        "supersedes": cards.regulations.get(regulation.supersedes),
        "comparison_url": _comparison_url(regulation, catalog),
        "superseded_by": cards.regulations[newer.id] if newer else None,
        "later_comparison_url": _comparison_url(newer, catalog) if newer else "",
        "lessons": [card for card in cards.lessons if regulation_id in catalog.lessons[card.id].regulations],
        "cases": [card for card in cards.cases if regulation_id in catalog.cases[card.id].regulations],
        "quizzes": _quizzes_of((regulation_id,), catalog, cards),
    }


def _comparison_url(regulation: Regulation, catalog: Catalog) -> str:
    """The page that sets it beside the version before it; "" where there is none."""
    return page_url(comparison_page(regulation)) if version_before(regulation, catalog) else ""


def _register(cards: Cards) -> Mapping[str, object]:
    """The register: what is in force, and what was."""
    past = [card for card in cards.regulations.values() if card.is_past]
    return {"regulations": [card for card in cards.regulations.values() if not card.is_past], "past": past}


_RECORD_VIEWS = {"lesson": _lesson, "regulation": _regulation, "case": _case}
_TEMPLATE_VIEWS: Mapping[str, Callable[[Catalog, Cards], Mapping[str, object]]] = {
    "home.html": lambda catalog, cards: {"home": home_view(catalog, cards)},
    "lessons.html": lambda _catalog, cards: {"years": year_views(cards)[::-1]},
    "regulations.html": lambda _catalog, cards: _register(cards),
    "cases.html": lambda _catalog, cards: {"case_groups": case_groups(cards.cases, cards.regulations)},
    **dict.fromkeys(
        ("practice/session.html", "practice/mistakes.html", "practice/exams.html", "practice/screen.html"),
        lambda _catalog, _cards: {"blanks": blank_question_views()},
    ),
    "quizzes.html": lambda catalog, cards: {"groups": quiz_groupings(catalog, cards)},
}
