"""Where a walk through a paper is: the section, the question, the material and the key that are open."""

from __future__ import annotations

from collections.abc import Sequence

from desk.importing.papers.items import Entry, Item, KeySection, Material, Outline, Plan, Section, Zone
from desk.importing.papers.lines import PaperLine
from desk.importing.papers.looking_ahead import Ahead
from desk.importing.papers.pairs import read_pairs
from desk.importing.papers.pieces import Token
from desk.importing.papers.text import fold
from lianxue.reading.patterns import lazy_pattern

# An answer to which nothing can be added: letters, or a word for right or wrong.
_COMPLETE = lazy_pattern(
    r"[\s(\[【]*(?:[A-Z](?:[\s、,;/→]{0,3}[A-Z])*|√|×|对|错|正确|错误|[TF]|全选)[\s)\]】。.;]*$"
)
_WITH_TEXT = lazy_pattern(r"\s?[A-H]\s?[:.、][^;]{1,200};\s*(?:[A-H]\s?[:.、][^;]{1,200};\s*){0,7}$")  # C:五;
_NUMBERS = lazy_pattern(r"[\s(]*(?:\d|[①-⑳])(?:[\s、,;/)(]{0,4}(?:\d|[①-⑳])){0,7}[\s)。.;]*$")


def is_complete(text: str) -> bool:
    """Whether nothing can be added to an answer: letters, numbers of options, pairs, right or wrong."""
    folded = fold(text)
    return bool(
        _COMPLETE.match(folded) or _WITH_TEXT.match(folded) or _NUMBERS.match(folded) or read_pairs(folded)
    )


class Walk:
    """What is open while the tokens are taken one by one; the outline grows with it."""

    def __init__(self, tokens: Sequence[Token], lines: Sequence[PaperLine], plan: Plan) -> None:
        self.tokens, self.lines, self.plan = tokens, lines, plan
        self.ahead = Ahead(tokens, plan)
        self.outline = Outline()
        self.section = Section()
        self.outline.sections.append(self.section)
        self.item: Item | None = None
        self.material: Material | None = None
        self.zone: Zone | None = None
        self.key: KeySection | None = None
        self.entry: Entry | None = None
        self.chapter = 0
        self.chapters: list[str] = []  # their titles
        self.key_chapter = 0  # that the open key speaks of
        self.last_value = 0

    def ignore(self, line: int, reason: str) -> None:
        """A line is no part of a question, for a reason."""
        self.outline.ignored.setdefault(line, reason)
