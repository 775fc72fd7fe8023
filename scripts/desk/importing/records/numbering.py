"""Find out from all answers of a source what its numbers count from."""

from __future__ import annotations

from collections.abc import Sequence

from desk.drafts.judgement_letters import LETTERS, Lettered, evident_convention, said_convention
from desk.drafts.option_words import likeness
from desk.drafts.verdict_words import verdict_word
from desk.importing.records.answers import is_numeric, numbers_in, strip_opening
from desk.importing.records.choosing import are_verdicts
from desk.importing.records.record import Numbering, Record
from desk.importing.records.words import CHOICE
from lianxue.reading.folding import fold_width

_CHOICES = ("single_choice", "multiple_choice", "ordering", CHOICE, "")


def find_numbering(records: Sequence[Record], headers: Sequence[str] = ()) -> Numbering:
    """What the answers of one column or list prove together, and what `headers` say of their letters.

    A 0 proves counting from 0, a number equal to the count of options counting from 1; both or
    neither prove nothing. True/false answers are 1 and 0 where both, or 0 alone, occur: beside
    words such as 对, but beside no other number, and without a type beside nothing else at all.
    Where options are counted from 0, a 0 may as well be the first of 正确 and 错误; beside these
    two it proves nothing.
    """
    has_zero = has_last = has_index = has_text = False
    verdicts: set[str] = set()
    letters = others = 0
    for record in records:
        is_text = _is_text(record)
        has_text = has_text or (is_text and not is_numeric(record.answer) and len(record.answer) > 1)
        answers = [] if is_text else _numbers(record)
        has_index = has_index or bool(answers)
        if record.options and record.type in _CHOICES:
            has_zero = has_zero or (0 in answers and not are_verdicts(record.options))
            has_last = has_last or len(record.options) in answers
        elif not record.options and record.type in ("true_false", ""):
            answer = fold_width(strip_opening(record.answer)).upper().removesuffix(".0")
            is_worded = record.type == "true_false" and (answer in ("A", "B") or verdict_word(answer))
            verdicts.add("" if is_worded and answer not in ("0", "1") else answer)
            letters += answer in ("A", "B")
            others += answer not in ("A", "B")
    base = None if has_zero == has_last else 0 if has_zero else 1
    verdicts.discard("")
    return Numbering(
        base=base,
        has_index=has_index,
        is_worded=has_text and not has_index,
        is_binary="0" in verdicts and verdicts <= {"0", "1"} and not has_zero,
        has_true_false_letters=letters > 0 and letters >= 9 * others,
        convention=_convention(records, headers) if letters else ("", ""),
    )


def _convention(records: Sequence[Record], headers: Sequence[str]) -> tuple[str, str]:
    said = {found for text in headers if (found := said_convention(fold_width(text))) != ("", "")}
    if len(said) == 1:
        return said.pop()
    return evident_convention(_lettered(record) for record in records if record.type == "true_false")


def _lettered(record: Record) -> Lettered:
    answer = strip_opening(record.answer).upper()
    if answer not in LETTERS:
        return Lettered(options=record.options)
    return Lettered(letter=answer, options=record.options, explanation=record.explanation)


def _is_text(record: Record) -> bool:
    """Whether an answer is the text of an option: 1949 may be one as well as a number may."""
    answer = likeness(strip_opening(record.answer))
    return bool(answer) and any(likeness(text) == answer for _label, text in record.options)


def _numbers(record: Record) -> list[int]:
    if record.items:
        return [item for item in record.items if isinstance(item, int) and not isinstance(item, bool)]
    text = fold_width(strip_opening(record.answer))
    return numbers_in(text, len(record.options)) if is_numeric(text) else []
