"""Tell whether a record's answer is 对 or 错."""

from __future__ import annotations

import re
from dataclasses import replace

from desk.drafts.verdict_words import verdict_word
from desk.importing.records.choosing import binary_verdict, chosen_of
from desk.importing.records.record import Numbering, Record
from lianxue.reading.patterns import lazy_pattern

_LETTERED = lazy_pattern(r"^[AB]\s*[.．、:：]\s*(?=\S)")  # B.错误
_VERDICT = lazy_pattern(
    r"(?P<verdict>[^\s，,。；;：:（(]{1,3})\s*[，,。；;：:（(]\s*(?P<rest>.+)$", re.DOTALL
)


def says_verdict(record: Record) -> bool:
    """Whether the answer itself is the word or true, not the label of an option that is."""
    if len(record.items) == 1 and isinstance(record.items[0], bool):
        return True
    labels = [label for label, _text in record.options]
    return bool(verdict_word(record.answer)) and record.answer.strip().upper() not in labels


def verdict_of(record: Record, numbering: Numbering) -> tuple[str, str]:
    """(对, 错 or "", what the author wrote behind it)."""
    if record.flags or (record.options and record.type == "true_false"):
        chosen = chosen_of(record, numbering)
        texts = [text for label, text in record.options if label in chosen.labels]
        if len(texts) == 1 and (verdict := verdict_word(texts[0])):
            return verdict, ""
    if len(record.items) == 1:
        item = record.items[0]
        if isinstance(item, bool):
            return ("对" if item else "错"), ""
        return verdict_of(replace(record, answer=str(item), items=()), numbering)
    if numbering.is_binary and (verdict := binary_verdict(record.answer)):
        return verdict, ""
    if verdict := verdict_word(_LETTERED.sub("", record.answer)):
        return verdict, ""
    match = _VERDICT.match(record.answer)
    if match and record.type == "true_false" and (verdict := verdict_word(match["verdict"])):
        return verdict, match["rest"].strip("）) \n")
    return "", ""
