"""Send every opened file to the reader of its kind: records to one, papers to the other."""

from __future__ import annotations

from collections.abc import Sequence

from desk.documents.model import OpenedFile
from desk.drafts.blanks import shorten_blanks
from desk.drafts.draft import PaperReading
from desk.importing.papers.reading import read_paper, read_papers
from desk.importing.records.reading import read_records


def read_files(opened: Sequence[OpenedFile]) -> tuple[PaperReading, ...]:
    """The readings in the order of the files; files of questions and their keys find each other."""
    opened = [shorten_blanks(file) for file in opened]
    papers = [position for position, file in enumerate(opened) if not file.sheets and not file.raw]
    readings = dict(zip(papers, read_papers([opened[position] for position in papers]), strict=True))
    for position, file in enumerate(opened):
        if position not in readings:
            readings[position] = read_records(file, read_paper)
    return tuple(readings[position] for position in range(len(opened)))
