"""What the question templates show: quizzes as forms, and their answers as a list."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter

from markupsafe import Markup, escape

from lianxue.content.catalog import Catalog
from lianxue.content.citation import Citation
from lianxue.content.question import Material, Question
from lianxue.content.question_types.fill_in import GAP
from lianxue.content.question_types.registry import QUESTION_TYPES
from lianxue.content.quiz import Quiz
from lianxue.rendering.draft_views import DraftView, draft_view
from lianxue.rendering.option_views import OptionView, option_views
from lianxue.rendering.rich_text import render_block, render_line
from lianxue.rendering.urls import answers_page, citation_url, page_url, question_anchor

# A private-use character stands for a gap while Markdown is rendered.
_GAP_MARK = "\ue000"


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionView:
    """One question as a form; nothing of its answer is in here."""

    id: str
    full_id: str
    anchor: str
    number: int
    type: str
    type_label: str
    stem: Markup
    stem_parts: tuple[Markup, ...]  # one more than there are gaps
    options: tuple[OptionView, ...]
    left: tuple[OptionView, ...]
    right: tuple[OptionView, ...]
    discipline: str
    difficulty: str
    revision: str
    stale_citations: tuple[str, ...]  # regulations it rests on that are no longer in force
    template: str = "questions/question.html"


@dataclass(frozen=True, slots=True)
class MaterialView:
    """A text that the questions of its block share."""

    id: str
    text: Markup


@dataclass(frozen=True, slots=True)
class Block:
    """Questions in a row, with the material they share if they do; `cards` are these with the drafts."""

    material: MaterialView | None
    cards: tuple[QuestionView | DraftView, ...]

    @property
    def questions(self) -> tuple[QuestionView, ...]:
        """What learners can answer."""
        return tuple(card for card in self.cards if isinstance(card, QuestionView))


@dataclass(frozen=True, slots=True, kw_only=True)
class QuizView:
    """A quiz as a section of a page."""

    id: str
    title: str
    anchor: str
    pass_mark: int
    question_count: int
    draft_count: int  # these a preview alone shows
    answers_url: str
    shards: tuple[str, ...]
    heading_level: int
    own_page: bool
    blocks: tuple[Block, ...]

    @property
    def card_count(self) -> int:
        """How many questions stand on the page: their numbers go up to it."""
        return self.question_count + self.draft_count


@dataclass(frozen=True, slots=True)
class CitationView:
    """A provision as a link."""

    text: str
    url: str
    status: str
    is_current: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerView:
    """One question with its answer, for readers without JavaScript and for paper."""

    number: int
    type_label: str
    stem: Markup
    lines: tuple[Markup, ...]
    explanation: Markup
    citations: tuple[CitationView, ...]


def quiz_view(quiz: Quiz, catalog: Catalog, shards: Sequence[str], *, own_page: bool) -> QuizView:
    """A quiz for its own page, or for the lesson it stands in."""
    return QuizView(
        id=quiz.id,
        title=escape(quiz.title),
        anchor=f"quiz-{quiz.id.replace('/', '.')}",
        pass_mark=quiz.pass_mark,
        question_count=len(quiz.questions),
        draft_count=len(quiz.drafts),
        answers_url=page_url(answers_page(quiz)),
        shards=tuple(shards),
        heading_level=2 if own_page else 3,
        own_page=own_page,
        blocks=tuple(_blocks(quiz, catalog)),
    )


def _blocks(quiz: Quiz, catalog: Catalog) -> Iterator[Block]:
    """Cards in the author's order, a material's together."""
    materials = {draft.material: draft.material_text for draft in quiz.drafts}
    cards: list[tuple[int, str, QuestionView | DraftView]] = [
        (draft.number, draft.material, draft_view(draft)) for draft in quiz.drafts
    ]
    for part in quiz.parts:
        if isinstance(part, Material):
            materials[part.id] = part.text
        inner = part.questions if isinstance(part, Material) else (part,)
        name = part.id if isinstance(part, Material) else ""
        cards += [(question.number, name, question_view(question, catalog)) for question in inner]
    for name, group in groupby(sorted(cards, key=itemgetter(0)), key=itemgetter(1)):
        material = MaterialView(name, render_block(materials[name])) if name else None
        yield Block(material, tuple(card for _number, _name, card in group))


def question_view(question: Question, catalog: Catalog) -> QuestionView:
    """One question as a form."""
    shown = question.body.shown()
    stem = render_line(GAP.sub(_GAP_MARK, question.stem))
    return QuestionView(
        id=question.id,
        full_id=question.full_id,
        anchor=question_anchor(question),
        number=question.number,
        type=question.type.name,
        type_label=question.type.label,
        stem=Markup(stem.replace(_GAP_MARK, "____")),
        stem_parts=tuple(Markup(part) for part in stem.split(_GAP_MARK)),
        options=option_views(shown.options),
        left=option_views(shown.left),
        right=option_views(shown.right),
        discipline=question.discipline,
        difficulty=question.difficulty,
        revision=question.revision,
        stale_citations=tuple(
            dict.fromkeys(
                escape(regulation.title)
                for citation in question.citations
                if (regulation := catalog.titles.get(citation.regulation)) and regulation.is_stale
            )
        ),
    )


def blank_question_views() -> tuple[QuestionView, ...]:
    """One empty question of every type, whose form practice pages fill in the browser."""
    nothing = Markup("")
    one = (OptionView("", nothing),)
    return tuple(
        QuestionView(
            id="",
            full_id="",
            anchor="",
            number=0,
            type=type_.name,
            type_label=type_.label,
            stem=nothing,
            stem_parts=(nothing, nothing),
            options=one,
            left=one,
            right=one,
            discipline="",
            difficulty="",
            revision="",
            stale_citations=(),
        )
        for type_ in QUESTION_TYPES.values()
    )


def citation_views(citations: Sequence[Citation], catalog: Catalog) -> tuple[CitationView, ...]:
    """The citations whose regulation is in the register, as links."""
    return tuple(
        CitationView(
            text=f"《{regulation.title}》{citation.label}",
            url=citation_url(citation, regulation),
            status=regulation.shown_status,
            is_current=not regulation.is_stale,
        )
        for citation in citations
        if (regulation := catalog.titles.get(citation.regulation))
    )


def answer_views(quiz: Quiz, catalog: Catalog) -> list[AnswerView]:
    """Every question of a quiz with its answer."""
    return [
        AnswerView(
            number=question.number,
            type_label=question.type.label,
            stem=render_line(question.stem),
            lines=tuple(render_line(line) for line in question.body.answer_lines()),
            explanation=render_block(question.explanation),
            citations=citation_views(question.citations, catalog),
        )
        for question in quiz.questions
    ]
