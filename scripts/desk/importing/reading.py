"""Send every opened file to the reader of its kind: records to one, papers to the other."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from desk.documents.model import OpenedFile
from desk.drafts.blanks import shorten_blanks
from desk.drafts.draft import PaperReading

Begin = Callable[[str], None]


def read_files(opened: Sequence[OpenedFile], begin: Begin = lambda _name: None) -> tuple[PaperReading, ...]:
    """The readings in the order of the files; files of questions and their keys find each other.

    `begin` is told the name of each file before it is read.
    """
    opened = [shorten_blanks(file) for file in opened]
    papers = [position for position, file in enumerate(opened) if not file.sheets and not file.raw]
    readings = dict(zip(papers, _papers([opened[position] for position in papers], begin), strict=True))
    for position, file in enumerate(opened):
        if position not in readings:
            readings[position] = _records(file, begin)
    return tuple(readings[position] for position in range(len(opened)))


# Each reader is loaded only where it is needed: a child that reads must start fast.


def _papers(opened: Sequence[OpenedFile], begin: Begin) -> tuple[PaperReading, ...]:
    if not opened:
        return ()
    from desk.importing.papers.reading import read_papers

    return read_papers(opened, begin)


def _records(opened: OpenedFile, begin: Begin) -> PaperReading:
    from desk.importing.records.reading import read_records

    begin(opened.name)
    return read_records(opened, _paper)


def _paper(opened: OpenedFile) -> PaperReading:
    (reading,) = _papers([opened], lambda _name: None)
    return reading
