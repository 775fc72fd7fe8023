"""Cut the gathered spans of a web page's paragraph into trimmed lines."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from desk.documents.model import Span


def lines_of(spans: list[Span]) -> Iterator[tuple[str, tuple[Span, ...]]]:
    """(text, its spans or () where nothing is marked) between line ends; blanks at joints are single."""
    row: list[Span] = []
    for span in [*spans, Span(text="\n")]:
        for index, part in enumerate(span.text.split("\n")):
            if index:
                yield _trimmed(row)
                row = []
            if part:
                row.append(replace(span, text=part))


def _trimmed(row: list[Span]) -> tuple[str, tuple[Span, ...]]:
    spans: list[Span] = []
    for span in row:
        text = span.text.replace("\u00a0", " ")
        if span.is_underlined and not text.strip() and len(text) > 1:
            text = "____"
        if not spans:
            text = text.lstrip(" ")
        elif text.startswith(" ") and spans[-1].text.endswith(" "):
            text = text[1:]
        if text:
            spans.append(replace(span, text=text))
    while spans and not spans[-1].text.rstrip(" "):
        spans.pop()
    if spans:
        spans[-1] = replace(spans[-1], text=spans[-1].text.rstrip(" "))
    text = "".join(span.text for span in spans)
    is_marked = any(s.is_bold or s.is_underlined or s.colour or s.highlight or s.is_struck for s in spans)
    return text, tuple(spans) if is_marked else ()
