"""What is printed of a paper, computed once for Word and for the print page."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from markupsafe import Markup

from desk.papers.paper import Group, Paper, PrintedQuestion, Section, Variant
from desk.papers.words import (
    exam_facts,
    instructions,
    number_ranges,
    section_heading,
    section_task,
    variant_title,
)
from lianxue.content.catalog import Catalog
from lianxue.content.question import Option, Question
from lianxue.content.question_types.fill_in import GAP, FillIn
from lianxue.content.question_types.short_answer import ShortAnswer
from lianxue.rendering.rich_text import render_block, render_line

# A private-use character stands for a gap while Markdown is rendered.
_GAP_MARK = "\ue000"
NOT_WRITTEN = "（待补）"
BRACKET = f"（{chr(0xA0) * 8}）"  # blanks at which no line ends
_EMPTY_BRACKET = re.compile(r"[（(][\s　_]*[）)]")
_MARKUP = re.compile(r"\*\*|__|`")
_WIDE = re.compile(r"[^\x00-\x7f]")


@dataclass(frozen=True, slots=True)
class OptionView:
    """A printed option."""

    label: str
    text: Markup


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionView:
    """A printed question. `rows` are the lines of its options."""

    number: int
    type: str
    type_label: str  # 单选
    points: int  # 0: not said
    stem: Markup
    rows: tuple[tuple[OptionView, ...], ...]
    columns: int  # options a line: 4, 2 or 1
    left: tuple[OptionView, ...]  # of a matching; `rows` are its right side, one a line
    gaps: tuple[int, ...]  # widths of what is filled in, in characters
    room: int  # lines to write a short answer on
    answer: tuple[str, ...]  # printed labels, fillings or points
    answer_text: Markup  # the same as a line of the key
    because: Markup  # the explanation, opened by its word
    citations: str  # "" where there is none


@dataclass(frozen=True, slots=True)
class GroupView:
    """Questions with the text they share; `opening` says which questions it is for."""

    opening: str
    material: Markup
    questions: tuple[QuestionView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SectionView:
    """A section with its heading."""

    type: str
    heading: str
    task: str
    total: int
    groups: tuple[GroupView, ...]

    @property
    def questions(self) -> tuple[QuestionView, ...]:
        """Every question in its order."""
        return tuple(question for group in self.groups for question in group.questions)


@dataclass(frozen=True, slots=True, kw_only=True)
class VariantView:
    """A whole printed paper."""

    title: str
    name: str  # A 卷
    organisation: str
    facts: str
    instructions: tuple[str, ...]
    sections: tuple[SectionView, ...]


def variant_view(paper: Paper, variant: Variant, catalog: Catalog, line: float) -> VariantView:
    """One variant; `line` is how many Chinese characters of the body a printed line holds."""
    return VariantView(
        title=paper.title,
        name=variant_title(variant.name, paper),
        organisation=paper.organisation,
        facts=exam_facts(paper),
        instructions=instructions(paper),
        sections=tuple(
            SectionView(
                type=section.type,
                heading=section_heading(place, section),
                task=section_task(section, catalog),
                total=section.total,
                groups=tuple(_group_views(variant.sections[: place + 1], catalog, line)),
            )
            for place, section in enumerate(variant.sections)
        ),
    )


def _group_views(sections: Sequence[Section], catalog: Catalog, line: float) -> Iterator[GroupView]:
    """The groups of the last section; a text that stood in an earlier one is not printed again."""
    seen = {
        (group.questions[0].question.quiz, group.material.id): group.questions[0].number
        for section in sections[:-1]
        for group in section.groups
        if group.material
    }
    for group in sections[-1].groups:
        questions = tuple(question_view(question, catalog, line) for question in group.questions)
        opening, material = _opening(group, seen), Markup("")
        if group.material and (group.questions[0].question.quiz, group.material.id) not in seen:
            material = render_block(group.material.text)
        yield GroupView(opening, material, questions)


def _opening(group: Group, seen: dict[tuple[str, str], int]) -> str:
    if group.material is None:
        return ""
    before = seen.get((group.questions[0].question.quiz, group.material.id))
    if before:
        numbers = number_ranges(question.number for question in group.questions)
        return f"根据第 {before} 题前的材料，回答第 {numbers} 题。"
    return opening_of(group)


def opening_of(group: Group) -> str:
    """阅读材料，回答第 12—14 题。"""
    return f"阅读材料，回答第 {number_ranges(question.number for question in group.questions)} 题。"


def question_view(printed: PrintedQuestion, catalog: Catalog, line: float) -> QuestionView:
    """One question as it is printed."""
    question = printed.question
    options = tuple(OptionView(option.id, _line(option.text)) for option in printed.options)
    is_listed = question.type.name in ("single_choice", "multiple_choice", "ordering")
    columns = _columns(printed.options, line) if is_listed else 1
    body = question.body
    return QuestionView(
        number=printed.number,
        type=question.type.name,
        type_label=question.type.label,
        points=printed.points,
        stem=_stem(question),
        rows=tuple(_rows(options, columns)) if question.type.name != "true_false" else (),
        columns=columns,
        left=tuple(OptionView(option.id, _line(option.text)) for option in printed.left),
        gaps=tuple(gap_widths(body)) if isinstance(body, FillIn) else (),
        room=_room(body) if isinstance(body, ShortAnswer) else 0,
        answer=_answer(printed),
        answer_text=_answer_text(printed),
        because=titled("解析：", render_block(question.explanation)),
        citations=citation_words(question, catalog),
    )


def _stem(question: Question) -> Markup:
    """The stem with a bracket to write in, and gaps as long as what belongs into them."""
    body = question.body
    if isinstance(body, FillIn):
        widths = iter(gap_widths(body))
        html = _line(GAP.sub(_GAP_MARK, question.stem))
        return Markup(re.sub(_GAP_MARK, lambda _: "_" * (2 * next(widths, 4)), html))
    if question.type.name not in ("single_choice", "multiple_choice", "true_false"):
        return _line(question.stem)
    stem, count = _EMPTY_BRACKET.subn(BRACKET, question.stem)
    return _line(stem if count else f"{stem}{BRACKET}")


def gap_widths(body: FillIn) -> list[int]:
    """How many characters wide each gap is printed; handwriting needs more room than type."""
    widths = [max(text_width(text) for text in gap.accept) for gap in body.gaps]
    if body.any_order:
        widths = [max(widths)] * len(widths)
    return [min(20, max(4, round(width * 1.6) + 1)) for width in widths]


def _room(body: ShortAnswer) -> int:
    written = sum(text_width(point) for point in body.points)
    return min(24, max(6, round(written * 1.6 / 30) + len(body.points)))


def text_width(text: str) -> float:
    """Width in Chinese characters as type sets it; marks of Markdown do not count."""
    shown = _MARKUP.sub("", text)
    wide = len(_WIDE.findall(shown))
    return wide + (len(shown) - wide) * 0.55


@lru_cache(maxsize=4096)
def _line(text: str) -> Markup:
    """Every variant prints the same texts."""
    return render_line(text)


def _columns(options: Sequence[Option], line: float) -> int:
    """Four options a line where every one is short enough, else two, else one."""
    widest = max((text_width(f"{option.id}．{option.text}") for option in options), default=0)
    if any("\n" in option.text for option in options):
        return 1
    for columns in (4, 2):
        if widest + 1 <= (line - 2) / columns and len(options) >= columns:
            return columns
    return 1


def _rows(options: Sequence[OptionView], columns: int) -> Iterator[tuple[OptionView, ...]]:
    for start in range(0, len(options), columns):
        yield tuple(options[start : start + columns])


def _answer(printed: PrintedQuestion) -> tuple[str, ...]:
    if printed.question.type.name == "true_false":
        return ("√" if printed.answer() == ("对",) else "×",)
    return printed.answer() or printed.question.body.answer_lines()


def _answer_text(printed: PrintedQuestion) -> Markup:
    """The right answer for whoever marks the paper; the options themselves are printed above it."""
    labels = printed.answer()
    kind = printed.question.type.name
    if kind == "true_false":
        return Markup("√（正确）" if labels == ("对",) else "×（错误）")
    if labels:
        return _line({"ordering": " → ", "matching": "　"}.get(kind, "").join(labels))
    lines = printed.question.body.answer_lines()
    if kind == "short_answer":
        points = (f"（{number}）{line}" for number, line in enumerate(lines, start=1))
        return Markup("<br>").join(_line(point) for point in points)
    return _line("；".join(lines))


def citation_words(question: Question, catalog: Catalog) -> str:
    """《中国共产党纪律处分条例》第十条、第二十一条."""
    named: dict[str, list[str]] = {}
    for citation in question.citations:
        regulation = catalog.titles.get(citation.regulation)
        title = regulation.title if regulation else citation.regulation
        named.setdefault(title, []).append(citation.label)
    return "；".join(f"《{title}》{'、'.join(labels)}" for title, labels in named.items())


def titled(title: str, html: Markup) -> Markup:
    """Blocks with a word before them: inside the first paragraph where that is one."""
    if not html:
        return Markup(f"<p>{title}{NOT_WRITTEN}</p>")
    if html.startswith("<p>"):
        return Markup(f"<p>{title}{html.removeprefix('<p>')}")
    return Markup(f"<p>{title}</p>{html}")
