"""Habits that show only in a whole quiz: where the answer stands, how often 对, how often 以上都对."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from math import sqrt

from desk.bank.linting_model import (
    MULTIPLE,
    SINGLE,
    THRESHOLDS,
    TRUE_FALSE,
    LintFinding,
    choices_of,
    name_some,
    right_texts,
    wrong_texts,
)
from lianxue.content.letters import letter
from lianxue.content.question import Question
from lianxue.content.question_types.choice import Choice
from lianxue.content.quiz import Quiz
from lianxue.reading.problem import Place

_CATCH_ALL = re.compile(
    r"(?:以上|上述|前面|前[三四]项)(?:\w{0,4})?(?:都|均|全|皆)?(?:对|是|正确|不对|不是|不正确|错)$"
    r"|(?:以上|上述)(?:都|均|全|皆).{0,6}$|(?:都|均|全部?|皆)(?:对|是|正确)$|(?:都|均)不(?:对|是|正确)$|[A-D][、和]?[A-D](?:[、和]?[A-D])*[都均](?:对|是|正确)$"
)
_Chosen = Sequence[tuple[Question, Choice]]


def lint_shares(quiz: Quiz) -> Iterator[LintFinding]:
    """Findings about a quiz as a whole."""
    singles = choices_of(quiz, SINGLE)
    if len(singles) >= THRESHOLDS.least_for_shares:
        yield from _positions(quiz, singles)
        yield from _longest(quiz, singles)
    multiples = choices_of(quiz, MULTIPLE)
    if len(multiples) >= THRESHOLDS.least_for_shares:
        yield from _all_right(quiz, multiples)
    statements = choices_of(quiz, TRUE_FALSE)
    if len(statements) >= THRESHOLDS.least_for_shares:
        yield from _balance(quiz, statements)
    yield from _catch_all(quiz, [*singles, *multiples])


def _finding(quiz: Quiz, rule: str, message: str, questions: Sequence[Question] = ()) -> LintFinding:
    return LintFinding(
        place=Place(quiz.path),
        rule=rule,
        message=message,
        questions=tuple(question.full_id for question in questions),
    )


def _is_no_chance(count: int, chances: Sequence[float]) -> bool:
    """Whether `count` hits lie so far from what independent chances give that habit explains them."""
    expected = sum(chances)
    deviation = sqrt(sum(chance * (1 - chance) for chance in chances))
    is_far = abs(count - expected) > THRESHOLDS.deviations * deviation
    return is_far and not expected / THRESHOLDS.excess < count < expected * THRESHOLDS.excess


def _positions(quiz: Quiz, singles: _Chosen) -> Iterator[LintFinding]:
    most = max(len(choice.options) for _, choice in singles)
    counts = [0] * most
    for _, choice in singles:
        counts[[option.id for option in choice.options].index(choice.answer[0])] += 1
    odd = [
        position
        for position in range(most)
        if _is_no_chance(
            counts[position],
            [1 / len(choice.options) for _, choice in singles if position < len(choice.options)],
        )
    ]
    if odd:
        shares = "，".join(f"{letter(i)} {counts[i]} 道" for i in range(most))
        message = f"单选题的答案位置不匀（{len(singles)} 道里 {shares}），猜同一个字母就能多得分：请调换一些选项的次序"
        yield _finding(quiz, "answer-position", message)


def _longest(quiz: Quiz, singles: _Chosen) -> Iterator[LintFinding]:
    longest = [
        question
        for question, choice in singles
        if min(map(len, right_texts(choice))) > max(map(len, wrong_texts(choice)), default=0)
    ]
    chances = [1 / len(choice.options) for _, choice in singles]
    if len(longest) > sum(chances) and _is_no_chance(len(longest), chances):
        named = name_some([question.label for question in longest])
        message = (
            f"{len(singles)} 道单选题里有 {len(longest)} 道的正确选项最长，挑最长的就能答对："
            f"请把错的选项写得一样完整，或者精简正确选项（{named}）"
        )
        yield _finding(quiz, "longest-is-right", message, longest)


def _all_right(quiz: Quiz, multiples: _Chosen) -> Iterator[LintFinding]:
    whole = [question for question, choice in multiples if len(choice.answer) == len(choice.options)]
    if len(whole) > THRESHOLDS.all_right_share * len(multiples):
        named = name_some([question.label for question in whole])
        message = f"{len(multiples)} 道多选题里有 {len(whole)} 道全选才对，不读题全选就能得分：请加几个错的选项（{named}）"
        yield _finding(quiz, "all-right", message, whole)


def _balance(quiz: Quiz, statements: _Chosen) -> Iterator[LintFinding]:
    right = sum(choice.answer == ("对",) for _, choice in statements)
    least, most = THRESHOLDS.true_share
    if not least <= right / len(statements) <= most and _is_no_chance(right, [0.5] * len(statements)):
        rare = "错" if right * 2 > len(statements) else "对"
        message = f"{len(statements)} 道判断题里“对” {right} 道、“错” {len(statements) - right} 道：请多出几道“{rare}”的"
        yield _finding(quiz, "true-false-balance", message)


def _catch_all(quiz: Quiz, chosen: _Chosen) -> Iterator[LintFinding]:
    caught = [
        (question, choice)
        for question, choice in chosen
        if "catch-all-option" not in question.waived
        and any(_CATCH_ALL.match(option.text.strip("。；")) for option in choice.options)
    ]
    if len(caught) < max(THRESHOLDS.least_catch_all, THRESHOLDS.catch_all_share * len(chosen)):
        return
    right = sum(any(_CATCH_ALL.match(text.strip("。；")) for text in right_texts(c)) for _, c in caught)
    named = name_some([question.label for question, _ in caught])
    message = f"{len(caught)} 道题有“以上都对”一类的选项，其中 {right} 道正是答案：请改成多选题，或换一个具体的选项（{named}）"
    yield _finding(quiz, "catch-all-option", message, [question for question, _ in caught])
