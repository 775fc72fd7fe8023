"""How the cells of a column look: filled, alike, numbers, answers."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Sequence

from desk.drafts.verdict_words import verdict_word
from desk.importing.records.answers import strip_opening
from lianxue.reading.folding import fold_width
from lianxue.reading.patterns import lazy_pattern

Cells = Sequence[str]

_ANSWER_LETTERS = lazy_pattern(r"[A-Ha-h](?:[\s,，、;；|/]*[A-Ha-h]){0,7}[\s。.]*$")
_ANSWER_NUMBERS = lazy_pattern(r"[0-9](?:\.0)?(?:[,，、;；|\s]+[0-9](?:\.0)?)*$")
_WHOLE = lazy_pattern(r"\d{1,6}(?:\.0)?$")


def looks_like_answer(text: str) -> bool:
    """Whether a cell may hold the answer of a question: letters, numbers of options, a verdict."""
    folded = fold_width(strip_opening(text)).strip()
    return bool(_ANSWER_LETTERS.match(folded) or _ANSWER_NUMBERS.match(folded) or verdict_word(text))


def is_letters_or_verdict(text: str) -> bool:
    """Whether a cell holds letters, or a word for right or wrong."""
    return bool(_ANSWER_LETTERS.match(fold_width(strip_opening(text)).strip()) or verdict_word(text))


def says_verdict(text: str) -> bool:
    """Whether a cell says right or wrong, in whatever way."""
    return bool(verdict_word(text)) or text.strip() in ("A", "B", "0", "1")


def are_numbers(column: int, rows: Sequence[Cells]) -> bool:
    """Whether a column numbers the questions, in whatever order."""
    numbers = [cell_of(row, column) for row in rows if cell_of(row, column)]
    whole = [number for number in numbers if _WHOLE.match(number)]
    return len(whole) >= 0.95 * len(numbers) and len(set(whole)) >= 0.95 * len(numbers)


def counts_up(column: int, rows: Sequence[Cells]) -> bool:
    """Whether nearly every number of a column is greater than the one above."""
    numbers = [cell_of(row, column) for row in rows]
    if not all(_WHOLE.match(number) for number in numbers if number):
        return False
    values = [float(number) for number in numbers if number]
    rising = sum(a < b for a, b in itertools.pairwise(values))
    return len(values) >= 2 and rising >= 0.8 * (len(values) - 1)


def cell_of(row: Cells, column: int) -> str:
    """The text of a cell; "" beyond the end of its row."""
    return row[column].strip() if 0 <= column < len(row) else ""


def fill(column: int, rows: Sequence[Cells]) -> float:
    """The share of the rows that have something in a column, from 0 to 1."""
    return sum(bool(cell_of(row, column)) for row in rows) / len(rows) if rows else 0


def share(column: int, rows: Sequence[Cells], is_so: Callable[[str], object]) -> float:
    """The share of the filled cells of a column of which something is so, from 0 to 1."""
    texts = [cell_of(row, column) for row in rows if cell_of(row, column)]
    return sum(bool(is_so(text)) for text in texts) / len(texts) if texts else 0


def mean_length(column: int, rows: Sequence[Cells]) -> float:
    """How many characters the filled cells of a column have on average."""
    texts = [cell_of(row, column) for row in rows if cell_of(row, column)]
    return sum(map(len, texts)) / len(texts) if texts else 0
