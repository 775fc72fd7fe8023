"""From the content of a portal to the pages of its search: kinds, ranks, names, and quizzes as sections."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lianxue.content.catalog import Catalog
from lianxue.content.kinds import CONTENT_KINDS, DOCS, kind_of
from lianxue.content.regulation import REGULATION, Regulation
from lianxue.rendering.question_views import QuestionView, QuizView
from lianxue.rendering.search_meta import ORDINARY, REGULATION_LIKE, SearchKind, rank_of_title
from lianxue.rendering.search_records import PAGE, TOP, SearchPage, Section, plain_text
from lianxue.rendering.urls import COMPARISONS

QUESTION = SearchKind("question", "自测题", 0.7)
ORDINARY_PAGE = SearchKind("page", "其他", 0.9)
_LESSER = 0  # of pages that only lead to others, or explain the site itself
_HELP = "help/"


def search_kinds() -> Sequence[SearchKind]:
    """Every kind of page there is, as the filter shows them."""
    of_content = [SearchKind(kind.name, kind.label, kind.search_weight) for kind in CONTENT_KINDS]
    return [*of_content, QUESTION, ORDINARY_PAGE]


def content_page(path: str, url: str, title: str, html: str, catalog: Catalog) -> SearchPage:
    """A page an author wrote. `path` is below docs/; `html` its content before quizzes are put in."""
    place = kind_of(f"{DOCS}/{path}")
    record = catalog.records[place[0].name].get(place[1]) if place else None
    regulation = record if isinstance(record, Regulation) else None
    names = catalog.aliases.get(f"{DOCS}/{path}", ())
    is_lesser = path.rsplit("/", 1)[-1] == "index.md" or path.startswith(_HELP)
    return SearchPage(
        url=url,
        title=title,
        kind=place[0].name if place else ORDINARY_PAGE.name,
        html=html,
        status=regulation.shown_status if regulation else "",
        rank=_rank(
            title, is_lesser=is_lesser, is_regulation=regulation is not None, is_record=place is not None
        ),
        names=tuple(dict.fromkeys([*regulation.short_titles, *regulation.aliases, *names]))
        if regulation
        else names,
    )


def _rank(title: str, *, is_lesser: bool, is_regulation: bool, is_record: bool) -> int:
    if is_lesser:
        return _LESSER
    if is_regulation:
        return rank_of_title(title, REGULATION_LIKE)
    return ORDINARY if is_record else rank_of_title(title)  # 《……条例》解读 is a lesson, whatever its title


def generated_page(url: str, title: str) -> SearchPage:
    """A page that no author wrote: found by its title alone. A comparison belongs to its regulation."""
    kind = REGULATION.name if url.startswith(COMPARISONS) else ORDINARY_PAGE.name
    return SearchPage(url=url, title=title, kind=kind, rank=_LESSER)


def quiz_search_page(url: str, quiz: QuizView) -> SearchPage:
    """A quiz on its own page: one section a question with stem and options, nothing of an answer.

    A material that questions share stands in the section of the first of them.
    """
    title = plain_text(quiz.title)
    sections = [Section(PAGE, "", "", "")]
    for block in quiz.blocks:
        material = block.material.text if block.material else ""
        for question in block.questions:
            sections.append(_question_section(question, material))
            material = ""
    return SearchPage(url=url, title=title, kind=QUESTION.name, sections=sections)


def _question_section(question: QuestionView, material: str) -> Section:
    heading = f"第 {question.number} 题（{question.type_label}题）"
    return Section(TOP, question.anchor, heading, plain_text(" ".join([material, *_shown(question)])))


def _shown(question: QuestionView) -> Iterator[str]:
    """HTML of what a learner sees before answering; 对 and 错 as options say nothing."""
    yield question.stem
    for option in (*question.options, *question.left, *question.right):
        if option.text != option.id:
            yield f"{option.id}．{option.text}"
