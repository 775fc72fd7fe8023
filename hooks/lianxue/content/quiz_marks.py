"""Find where an author put quizzes into a page."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lianxue.content.fences import lines_outside_fences
from lianxue.reading.problem import Place, Report

MARK = re.compile(r"<!--\s*quiz:\s*(?P<quiz>[\w/-]+)\s*-->")
_EXAMPLE = "<!-- quiz: disciplinary-regulations -->"
# Any comment that speaks of a quiz was most likely meant as a mark.
_NEAR = re.compile(r"<!-*[^>]*(?:qui+z|qiuz|quzi|自测|测验|题库|套题)[^>]*>?", re.IGNORECASE)
_CODE = re.compile(r"`+[^`]*`+")


@dataclass(frozen=True, slots=True)
class QuizMark:
    """One mark: the quiz it names and its line in the file."""

    quiz: str
    place: Place


def find_marks(body: str, path: str, first_line: int, report: Report) -> Iterator[QuizMark]:
    """The marks of a page in order; near misses are problems."""
    for index, line in lines_outside_fences(body):
        text = _CODE.sub("", line)
        place = Place(path, first_line + index, len(line) - len(line.lstrip()) + 1)
        match = MARK.fullmatch(text.strip())
        if match:
            yield QuizMark(match["quiz"], place)
        elif MARK.search(text):
            report.note(place, "quiz-mark", f"自测题标记要独占一行：{_EXAMPLE}")
        elif near := _NEAR.search(text):
            message = f"“{near.group()}”像是自测题标记，但写法不对：应写成 {_EXAMPLE}"
            report.note(place, "quiz-mark", message)
