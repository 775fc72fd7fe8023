"""What a walk through the tokens gathers: questions in the making, sections, keys, materials."""

from __future__ import annotations

from dataclasses import dataclass, field

from desk.importing.papers.pieces import Token


@dataclass(slots=True, kw_only=True)
class Section:
    """The questions under one heading."""

    title: str = ""
    type: str = ""
    is_typed: bool = False
    ordinal: int = 0
    score: str = ""
    convention: tuple[str, str] = ("", "")
    chapter: int = 0
    items: list[Item] = field(default_factory=list)


@dataclass(slots=True, kw_only=True)
class Material:
    """A text that several questions share; `first` to `last` are their numbers, 0 where none are given."""

    texts: list[str] = field(default_factory=list)
    lines: list[int] = field(default_factory=list)
    first: int = 0
    last: int = 0
    is_used: bool = False
    number: int = 0  # of 案例一


@dataclass(slots=True, kw_only=True)
class Option:
    """An option; `pieces` are (line, start, end), for the marks of colour and bold."""

    letter: str
    texts: list[str]
    pieces: list[tuple[int, int, int]]
    tick: str = ""


@dataclass(slots=True, kw_only=True)
class Item:
    """A question in the making."""

    section: Section
    number: str = ""
    value: int = 0
    style: str = ""
    tag: str = ""
    tag_type: str = ""
    score: str = ""
    tick: str = ""
    stem: list[str] = field(default_factory=list)
    stem_pieces: list[tuple[int, int, int]] = field(default_factory=list)
    options: list[Option] = field(default_factory=list)
    answers: list[list[str]] = field(default_factory=list)
    explanation: list[str] = field(default_factory=list)
    cites: list[str] = field(default_factory=list)
    points: list[str] = field(default_factory=list)
    fields: dict[str, str] = field(default_factory=dict)
    lines: list[int] = field(default_factory=list)
    material: Material | None = None
    keys: list[Entry] = field(default_factory=list)
    doubts: list[str] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)
    part: str = "stem"  # what a line without a mark goes on with
    inner: int = 0  # the last number taken as text

    def own(self, line: int) -> None:
        """The line is part of this question."""
        if not self.lines or self.lines[-1] != line:
            self.lines.append(line)


@dataclass(slots=True, kw_only=True)
class Entry:
    """What a key says of one number."""

    number: int
    answer: list[str] = field(default_factory=list)
    explanation: list[str] = field(default_factory=list)
    cites: list[str] = field(default_factory=list)
    lines: list[int] = field(default_factory=list)
    doubt: str = ""
    part: str = "answer"
    is_labelled: bool = False  # its answer stands behind a label, or is nothing but letters
    is_used: bool = False


@dataclass(slots=True, kw_only=True)
class KeySection:
    """The entries of a key under one heading of it."""

    title: str = ""
    type: str = ""
    is_typed: bool = False
    ordinal: int = 0
    entries: list[Entry] = field(default_factory=list)
    chapter: int = 0  # of the questions it speaks of, where a heading of the key says so
    case: int = 0  # whose questions it speaks of: 案例一：1.B 2.ABD
    runs: list[tuple[int, str]] = field(default_factory=list)  # (line, answers without numbers)


@dataclass(slots=True, kw_only=True)
class Zone:
    """A key: its sections, and how many question sections stood before it."""

    sections: list[KeySection] = field(default_factory=list)
    after: int = 0
    chapter: int = 0


@dataclass(slots=True, kw_only=True)
class Outline:
    """A whole paper taken apart."""

    sections: list[Section] = field(default_factory=list)
    zones: list[Zone] = field(default_factory=list)
    ignored: dict[int, str] = field(default_factory=dict)  # line → reason
    unsure: dict[int, str] = field(default_factory=dict)
    title: str = ""
    exam_marks: int = 0

    @property
    def items(self) -> list[Item]:
        """All questions in order."""
        return [item for section in self.sections for item in section.items]


@dataclass(slots=True, frozen=True, kw_only=True)
class Plan:
    """A way to read the numbers of a paper: which open a question, which a material."""

    questions: frozenset[str]
    materials: frozenset[str] = frozenset()


def whole(token: Token, line_text: str) -> str:
    """A token's text with its mark, as it stands in the line."""
    return line_text[token.start : token.end].strip()
