"""Read the pages of a booklet as readers see them, and gather what could not be shown."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

import markdown

from desk.booklets.booklet import Page
from desk.word.markdown import page_html


@dataclass(frozen=True, slots=True)
class PageReading:
    """The project and its Markdown, with the remarks that come up."""

    root: Path
    reader: markdown.Markdown
    remarks: list[str] = field(default_factory=list)

    def html(self, page: Page, quiz_note: str) -> str:
        """The safe HTML of a page."""
        return page_html(page.source.body, self.reader, quiz_note)

    def remark(self, text: str) -> None:
        """Keep a remark, each once."""
        if text not in self.remarks:
            self.remarks.append(text)
