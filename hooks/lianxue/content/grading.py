"""Judge a learner's response; grading.js in the browser answers the same truth tables."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Literal

Verdict = Literal["correct", "partial", "wrong"]


class Scoring(Enum):
    """What a response earns that is neither wholly right nor wrong; a quiz sets one.

    A wrong option in a multiple choice earns nothing under every rule (错选零分).
    """

    HALF_IF_INCOMPLETE = "half_if_incomplete"  # 少选得一半
    ALL_OR_NOTHING = "all_or_nothing"  # 全对得分
    PER_CORRECT = "per_correct"  # 每个正确项计分


@dataclass(frozen=True, slots=True)
class Grade:
    """What a response earns: a share from 0 to 1 of the question's points.

    `parts` says of each piece of the response whether it is right: the options chosen, the gaps,
    the left items, the positions, or the points ticked.
    """

    verdict: Verdict
    share: float
    parts: tuple[bool, ...]


def grade_of(share: float, parts: Sequence[bool]) -> Grade:
    """A grade whose verdict follows from its share."""
    verdict: Verdict = "correct" if share == 1 else "wrong" if share == 0 else "partial"
    return Grade(verdict, share, tuple(parts))


def grade_parts(parts: Sequence[bool], scoring: Scoring) -> Grade:
    """Gaps, pairs or positions: the share that is right, or nothing unless all are."""
    right = sum(parts)
    if scoring is Scoring.ALL_OR_NOTHING and right < len(parts):
        return grade_of(0, parts)
    return grade_of(right / len(parts) if parts else 0, parts)


def as_texts(response: object) -> list[str]:
    """A response as a list of texts; anything else in it becomes ""; never raises."""
    if not isinstance(response, list):
        return []
    return [item if isinstance(item, str) else "" for item in response]
