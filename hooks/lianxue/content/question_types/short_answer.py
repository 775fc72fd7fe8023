"""Short answer: the learner writes freely, then ticks the listed points that were met."""

from __future__ import annotations

from dataclasses import dataclass

from lianxue.content.grading import Grade, Scoring, grade_of
from lianxue.content.question import Json, Shown
from lianxue.reading.entry import Entry


@dataclass(frozen=True, slots=True)
class ShortAnswer:
    """The points a full answer has."""

    points: tuple[str, ...]

    def grade(self, response: object, scoring: Scoring) -> Grade:
        """The share of points that the learner ticked; the scoring rule changes nothing."""
        ticked = response.get("ticked") if isinstance(response, dict) else None
        # In Python True is 1; in the browser it is not.
        numbers = [n for n in ticked if not isinstance(n, bool)] if isinstance(ticked, list) else []
        parts = [index in numbers for index in range(len(self.points))]
        return grade_of(sum(parts) / len(parts), parts)

    def shown(self) -> Shown:
        """Nothing beside the stem: the points come with the verdict."""
        return Shown()

    def answer_lines(self) -> tuple[str, ...]:
        """The points."""
        return self.points

    def answer_key(self) -> dict[str, Json]:
        """The points; rendering turns them into safe HTML."""
        return {"answer": list(self.points)}

    def revision_parts(self) -> tuple[str, ...]:
        """The points' texts, whatever their order."""
        return tuple(sorted(self.points))


def parse_short_answer(entry: Entry) -> ShortAnswer | None:
    """`points`, a list."""
    points = entry.texts("points")
    if not entry.has("points"):
        entry.note("points", "missing-field", "缺少 points：请列出参考答案的要点")
    return ShortAnswer(points) if points else None
