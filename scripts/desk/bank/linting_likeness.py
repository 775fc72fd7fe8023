"""Find questions of a bank that are nearly the same."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from rapidfuzz import fuzz

from desk.bank.linting_model import THRESHOLDS, LintFinding
from lianxue.content.question import Question
from lianxue.content.quiz import Quiz
from lianxue.reading.folding import fold_for_likeness
from lianxue.reading.shortening import shortened

_GRAM = 3
_MOST_QUOTED = 30  # characters of a stem
_SHARED = 0.6  # of the grams: of 40 characters three scattered ones may differ


def lint_likeness(quizzes: Sequence[Quiz]) -> Iterator[LintFinding]:
    """Each question that is nearly another one before it, beside the nearest; equal stems are a check's."""
    questions = [(quiz, question) for quiz in quizzes for question in quiz.questions]
    texts = [likeness_text(question) for _, question in questions]
    stems = [fold_for_likeness(question.stem) for _, question in questions]
    nearest: dict[int, tuple[float, int]] = {}
    for earlier, later, score in near_pairs(texts, THRESHOLDS.likeness, THRESHOLDS.shortest_like):
        if stems[earlier] != stems[later]:
            nearest[later] = max(nearest.get(later, (0.0, 0)), (score, earlier))
    for later, (score, earlier) in sorted(nearest.items()):
        (_, question), (other_quiz, other) = questions[later], questions[earlier]
        reason = question.waived.get("near-duplicate") or other.waived.get("near-duplicate", "")
        message = (
            f"{question.label}：与 {other_quiz.path} {other.label}有 {score:.0f}% 相同："
            f"“{shortened(other.stem, _MOST_QUOTED)}”。请留一道，或把考点分开"
        )
        yield LintFinding(
            place=question.place,
            rule="near-duplicate",
            message=message,
            questions=(question.full_id, other.full_id),
            reason=reason,
        )


def likeness_text(question: Question) -> str:
    """What two questions are compared by: stem and options, whatever their order, folded."""
    shown = question.body.shown()
    options = sorted(option.text for option in (*shown.options, *shown.left, *shown.right))
    return fold_for_likeness("".join([question.stem, *(o for o in options if o not in ("对", "错"))]))


def near_pairs(texts: Sequence[str], likeness: float, shortest: int) -> Iterator[tuple[int, int, float]]:
    """(earlier, later, percent) of texts that are like each other.

    Prefix filtering: two texts that share most of their grams share one of their rarest, so only
    those are looked up; 10,000 questions take about two seconds.
    """
    grams = [{text[i : i + _GRAM] for i in range(len(text) - _GRAM + 1)} for text in texts]
    frequency = Counter(gram for one in grams for gram in one)
    index: dict[str, list[int]] = defaultdict(list)
    for later, text in enumerate(texts):
        if len(text) < shortest:
            continue
        rarest = sorted(grams[later], key=lambda gram: (frequency[gram], gram))
        candidates: set[int] = set()
        for gram in rarest[: len(rarest) - int(_SHARED * len(rarest)) + 1]:
            if frequency[gram] > 1:
                candidates.update(index[gram])
                index[gram].append(later)
        for earlier in sorted(candidates):
            score = fuzz.ratio(texts[earlier], text, score_cutoff=likeness)
            if score:
                yield earlier, later, score
