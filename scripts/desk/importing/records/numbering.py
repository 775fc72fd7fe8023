"""Find out from all answers of a source what its numbers count from."""

from __future__ import annotations

from collections.abc import Sequence

from desk.importing.records.answers import is_numeric, likeness, numbers_in, strip_opening
from desk.importing.records.record import Numbering, Record
from desk.importing.records.words import CHOICE
from lianxue.reading.folding import fold_width

_CHOICES = ("single_choice", "multiple_choice", "ordering", CHOICE, "")


def find_numbering(records: Sequence[Record]) -> Numbering:
    """What the answers of one column or list prove together.

    A 0 proves counting from 0, a number equal to the count of options counting from 1; both or
    neither prove nothing. True/false answers are 1 and 0 where both, or 0 alone, occur.
    """
    has_zero = has_last = has_index = False
    verdicts: set[str] = set()
    letters = others = 0
    for record in records:
        answers = [] if _is_text(record) else _numbers(record)
        has_index = has_index or bool(answers)
        if record.options and record.type in _CHOICES:
            has_zero = has_zero or 0 in answers
            has_last = has_last or len(record.options) in answers
        elif not record.options and record.type in ("true_false", ""):
            answer = fold_width(strip_opening(record.answer)).upper().removesuffix(".0")
            verdicts.add(answer)
            letters += answer in ("A", "B")
            others += answer not in ("A", "B")
    base = None if has_zero == has_last else 0 if has_zero else 1
    verdicts.discard("")
    return Numbering(
        base=base,
        has_index=has_index,
        is_binary="0" in verdicts and verdicts <= {"0", "1"},
        has_true_false_letters=letters > 0 and letters >= 9 * others,
    )


def _is_text(record: Record) -> bool:
    """Whether an answer is the text of an option: 1949 may be one as well as a number may."""
    answer = likeness(strip_opening(record.answer))
    return bool(answer) and any(likeness(text) == answer for _label, text in record.options)


def _numbers(record: Record) -> list[int]:
    if record.items:
        return [item for item in record.items if isinstance(item, int) and not isinstance(item, bool)]
    text = fold_width(strip_opening(record.answer))
    return numbers_in(text, len(record.options)) if is_numeric(text) else []
