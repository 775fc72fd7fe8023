"""The parts of a lesson between its source and its Markdown."""

from __future__ import annotations

from dataclasses import dataclass, field

Runs = tuple[tuple[str, bool], ...]  # text, whether it is bold
Notes = tuple[tuple[str, int], ...]  # key of a footnote, how many characters stand before its mark


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """A heading; `level` counts from 2, because the title is the page's own."""

    text: str
    where: str
    level: int = 2
    notes: tuple[str, ...] = ()  # keys of footnotes; their marks stand at the end


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """A paragraph of one line or several (soft breaks)."""

    lines: tuple[Runs, ...]
    where: str
    notes: tuple[Notes, ...] = ()  # of each line; () where none has any
    is_quote: bool = False

    @property
    def noted_lines(self) -> tuple[tuple[Runs, Notes], ...]:
        """Each line with its footnotes."""
        return tuple(zip(self.lines, self.notes or ((),) * len(self.lines), strict=True))

    @property
    def text(self) -> str:
        """The plain text, soft breaks as line ends."""
        return "\n".join(plain(runs) for runs in self.lines)


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """An item of a list; a numbered one shows the number it had."""

    runs: Runs
    where: str
    indent: int = 0
    number: int = 0  # 0 for a bullet
    notes: Notes = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Grid:
    """A table; `caption` stood in a row of its own across all columns."""

    rows: tuple[tuple[str, ...], ...]
    where: str
    caption: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Image:
    """A picture of the source by name; `caption` is the line below it (图 1 …)."""

    name: str
    where: str
    caption: str = ""


Block = Heading | Paragraph | Item | Grid | Image


@dataclass(frozen=True, slots=True, kw_only=True)
class Outline:
    """A source read as a lesson."""

    title: str
    blocks: tuple[Block, ...]
    audience: tuple[str, ...] = ()
    footnotes: dict[str, str] = field(default_factory=dict)


def plain(runs: Runs) -> str:
    """The text of runs."""
    return "".join(text for text, _is_bold in runs)
