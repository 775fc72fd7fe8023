"""Say which words of a workbook were struck through and left out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from desk.documents.model import Aside
from lianxue.reading.shortening import shortened

_TOLD = 5  # rows of a sheet whose words are quoted; the others are numbered
_QUOTED = 30  # characters of them
Struck = Mapping[int, Sequence[str]]


def struck_remarks(sheets: Mapping[str, Struck]) -> Iterator[str]:
    """A sentence a row, and one for the rest of many."""
    for sheet, rows in sheets.items():
        told = [(number, words) for number, words in rows.items() if words]
        for number, words in told[:_TOLD]:
            said = "”“".join(shortened(word, _QUOTED) for word in words)
            yield f"工作表“{sheet}”第 {number} 行划掉的“{said}”没有读入"
        if rest := "、".join(str(number) for number, _words in told[_TOLD:]):
            yield f"工作表“{sheet}”第 {rest} 行也有划掉的字没有读入"


def struck_asides(sheets: Mapping[str, Struck]) -> Iterator[Aside]:
    """The words: a secret is one although it was crossed out."""
    for sheet, rows in sheets.items():
        for number, words in rows.items():
            if words:
                yield Aside(where=f"工作表“{sheet}”第 {number} 行划掉的字", text="\n".join(words))
