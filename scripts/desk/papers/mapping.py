"""The table that maps variants (对照表): where each question and each option stands in every one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from desk.papers.paper import Paper, PrintedQuestion
from lianxue.content.question_types.registry import QUESTION_TYPES

UNMOVED = "不变"


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """A question as another variant has it."""

    number: int
    answer: str
    moved: tuple[tuple[str, str], ...]  # label in the first variant → here; all of them, moved or not
    moved_left: tuple[tuple[str, str], ...]  # of a matching

    @property
    def options(self) -> str:
        """A→C　B→A, or 不变."""
        pairs = (*self.moved_left, *self.moved)
        if all(first == second for first, second in pairs):
            return UNMOVED if pairs else "—"
        return "　".join(f"{first}→{second}" for first, second in pairs)


@dataclass(frozen=True, slots=True, kw_only=True)
class MappedQuestion:
    """One question through all variants; the first standing is the first variant's own."""

    section: str
    id: str  # in the bank
    standings: tuple[Standing, ...]


def map_variants(paper: Paper) -> Iterator[MappedQuestion]:
    """Every question in the order of the first variant."""
    others = [
        {printed.question.full_id: printed for printed in variant.questions} for variant in paper.variants
    ]
    for section in paper.variants[0].sections:
        for printed in section.questions:
            full_id = printed.question.full_id
            yield MappedQuestion(
                section=QUESTION_TYPES[section.type].label,
                id=full_id,
                standings=tuple(_standing(printed, own[full_id]) for own in others),
            )


def _standing(first: PrintedQuestion, here: PrintedQuestion) -> Standing:
    kind = here.question.type.name
    answer = here.answer()
    return Standing(
        number=here.number,
        answer=("√" if answer == ("对",) else "×") if kind == "true_false" else _joined(answer, kind),
        moved=() if kind == "true_false" else _moves(first, here),
        moved_left=tuple(
            (first.left_printed_as[label], here.left_printed_as[label])
            for label in sorted(first.left_printed_as, key=lambda one: first.left_printed_as[one])
        ),
    )


def _moves(first: PrintedQuestion, here: PrintedQuestion) -> tuple[tuple[str, str], ...]:
    authored = {printed: label for label, printed in first.printed_as.items()}
    return tuple((option.id, here.printed_as[authored[option.id]]) for option in first.options)


def _joined(answer: tuple[str, ...], kind: str) -> str:
    return (" " if kind == "matching" else "").join(answer) or "见答案与解析"
