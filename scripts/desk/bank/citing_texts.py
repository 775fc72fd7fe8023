"""Gather what a question may rest on: every article in force, with its official text or our own words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import takewhile

from lianxue.content.article import Article
from lianxue.content.catalog import Catalog
from lianxue.content.official_text import QuotedSection, quoted_sections
from lianxue.content.regulation import PREAMBLE, Regulation

# Links, bold and escapes of Markdown: only the words count.
_LOOKS = re.compile(
    r"!?\[([^\]]*)\]\([^)]*\)|\*\*|(?<=\S)\[\^[^\]]+\]|\\(?=[\\`*_{}\[\]|#>+.!-])|^\s*(?:[-*>]|\d+\.)\s+"
)
SUBJECT, OFFICIAL, NOTE, CHAPTER = 2.0, 1.0, 0.8, 0.5  # what a word in each of them counts


@dataclass(frozen=True, slots=True)
class Provision:
    """An article (or the preamble, `article` None) as it is shown beside a question."""

    regulation: Regulation
    label: str
    article: Article | None
    parts: tuple[tuple[str, float], ...]  # weighted texts to compare with
    text: str  # to show: official text, else our own words


def provisions(catalog: Catalog) -> Iterator[Provision]:
    """Every article of every regulation in force, in order; those without any words too."""
    for regulation in catalog.regulations.values():
        if not regulation.is_stale:
            yield from _of_regulation(regulation, catalog)


def _of_regulation(regulation: Regulation, catalog: Catalog) -> Iterator[Provision]:
    body = catalog.sources[regulation.path].body
    lines = body.split("\n")
    chapter = ""
    for section in quoted_sections(body, regulation.preamble):
        heading = section.heading
        if heading is None:
            continue
        if heading.article is None and heading.anchor != PREAMBLE:
            chapter = heading.text
            continue
        label = heading.article.label if heading.article else regulation.preamble
        subject = heading.text.replace("　", " ").partition(" ")[2] if heading.article else label
        notes = _notes(section, lines)
        parts = [(subject, SUBJECT), (chapter, CHAPTER), (notes, NOTE)]
        parts += [(text, OFFICIAL) for text in section.paragraphs]
        shown = "\n".join(section.paragraphs) or "\n".join(filter(None, [subject, notes]))
        kept = tuple((text, weight) for text, weight in parts if text)
        yield Provision(regulation, label, heading.article, kept, shown)


def _notes(section: QuotedSection, lines: list[str]) -> str:
    """Our own words below an article, as a reader sees them, down to whatever heading comes next."""
    own = lines[section.rest if section.paragraphs else section.first + 1 : section.end]
    texts = takewhile(lambda line: not line.startswith("#"), own)
    return "\n".join(_LOOKS.sub(r"\1", line) for line in texts if line.strip())
