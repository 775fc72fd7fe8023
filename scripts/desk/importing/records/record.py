"""A question as a record holds it: every field as it was written."""

from __future__ import annotations

from dataclasses import dataclass

from desk.drafts.draft import SourceLine
from desk.importing.records.options import Options
from lianxue.reading.patterns import lazy_pattern

_LONG_BLANK = lazy_pattern(r"(\s{20})\s+")
Item = str | bool | int
GIVEN = ("explanation", "cite", "discipline", "difficulty", "tags")


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """The fields of one row or object, under the roles of `words.ROLE_NAMES`."""

    lines: tuple[SourceLine, ...]
    stem: str = ""
    type: str = ""  # a question type, CHOICE or ""; of its own or handed down
    has_own_type: bool = False  # the row says it, not a heading or a sheet's name
    options: Options = ()
    is_numbered: bool = False  # 1. 2. stood in front of the options
    flags: tuple[tuple[str, str], ...] = ()  # (label, what its right/wrong column says)
    answer: str = ""
    items: tuple[Item | tuple[str, ...], ...] = ()  # of an answer that is a list of its own
    explanation: str = ""
    cite: str = ""
    discipline: str = ""
    difficulty: str = ""
    tags: str = ""
    score: str = ""
    material: str = ""
    id: str = ""
    number: str = ""
    section: str = ""
    is_unsettled: bool = False
    given: tuple[str, ...] = ()  # of GIVEN, what the source has a place for
    doubts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Numbering:
    """What numeric answers of one column count from, and whether 1 and 0 are right and wrong."""

    base: int | None = None
    has_index: bool = False  # some answer can be nothing but a number of an option
    is_worded: bool = False  # answers are the texts of options: some can be nothing else, none a number
    is_binary: bool = False  # its true/false answers are 1 and 0
    has_true_false_letters: bool = False  # answers A and B without options
    convention: tuple[str, str] = ("", "")  # (the letter of right, that of wrong) where the source says so


def squeeze(text: str) -> str:
    """The text with no more than 20 blanks in a row: more say no more, and would be slow to read."""
    return _LONG_BLANK.sub(r"\1", text)
