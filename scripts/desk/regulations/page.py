"""Put an official text into a regulation page: what the author wrote there stays."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from desk.regulations.labels import close_up
from desk.regulations.model import Provision
from lianxue.content.official_text import quotation_lines, read_quotation
from lianxue.content.regulation import ATTRIBUTES, find_headings

LEFT_OVER = "## 原有说明"
_OWN_QUOTE = "（原有引文）"
_HEADING = re.compile(r"(?P<level>#{2,4}) +(?P<text>.+?)\s*#*$")
_BLANKS = re.compile(r"\s+")
_LIKE = 0.3  # share of characters; a quotation less like the text is the author's own


@dataclass(frozen=True, slots=True)
class Section:
    """A heading of a page with the author's own lines below it."""

    heading: str  # the line itself
    is_article: bool
    notes: tuple[str, ...]  # without blank lines at both ends
    paragraphs: tuple[str, ...]  # of official text


@dataclass(frozen=True, slots=True)
class OwnPage:
    """What an author's page holds beside official text."""

    intro: tuple[str, ...]
    sections: Mapping[str, Section]  # by anchor, or by the words of a heading without number


@dataclass(slots=True)
class Merged:
    """A page's new body, and what came of the author's lines."""

    lines: list[str] = field(default_factory=list)
    left_over: list[str] = field(default_factory=list)  # headings whose place is gone; notes stand at the end
    renamed: list[tuple[str, str]] = field(default_factory=list)  # headings of divisions: before, after
    changed: list[str] = field(default_factory=list)  # headings whose official text is another now


NO_PAGE = OwnPage((), {})


def own_page(body: str, preamble: str, provisions: Sequence[Provision]) -> OwnPage:
    """A page cut into sections that `provisions` can be laid over."""
    lines = body.split("\n")
    headings = {heading.index: heading for heading in find_headings(body, preamble)}
    words = {item.heading for item in provisions if not item.article}
    starts: list[tuple[int, str, bool]] = []
    for index, line in enumerate(lines):
        heading = headings.get(index)
        match = _HEADING.match(line)
        if heading:
            starts.append((index, heading.anchor, heading.article is not None))
        elif match and (text := close_up(ATTRIBUTES.sub("", match["text"]))) in words:
            starts.append((index, text, False))
    ends = [*(start for start, _key, _is_article in starts), len(lines)][1:]
    sections: dict[str, Section] = {}
    for (start, key, is_article), end in zip(starts, ends, strict=True):
        rest, paragraphs = read_quotation(lines, start + 1, end)
        section = Section(lines[start], is_article, _trimmed(lines[rest:end]), paragraphs)
        sections[key if key not in sections else f"{key}@{start}"] = section
    first = starts[0][0] if starts else len(lines)
    return OwnPage(_trimmed(lines[:first]), sections)


def merge(provisions: Sequence[Provision], own: OwnPage) -> Merged:
    """The official text with the author's intro, subjects and notes. Nothing of theirs is lost."""
    merged = Merged(lines=[*own.intro] if own.intro else [])
    used: set[str] = set()
    for key, provision in zip(keys_of(provisions), provisions, strict=True):
        section = own.sections.get(key)
        if section:
            used.add(key)
        heading = _heading(provision, section, merged)
        quotation = quotation_lines(provision.paragraphs)
        notes = list(section.notes) if section else []
        if section and section.paragraphs and section.paragraphs != provision.paragraphs:
            if not provision.paragraphs or _is_own(section.paragraphs, provision.paragraphs):
                notes = [
                    _OWN_QUOTE,
                    "",
                    *quotation_lines(section.paragraphs),
                    *([""] if notes else []),
                    *notes,
                ]
            else:
                merged.changed.append(provision.heading)
        for block in ([heading], quotation, notes):
            if block:
                merged.lines += ["", *block] if merged.lines else block
    _append_left_over(own, used, merged)
    return merged


def keys_of(provisions: Sequence[Provision]) -> list[str]:
    """The anchor of each provision on its page; the words of a heading that has none."""
    lines = [f"### {item.heading}" if item.article else f"## {item.heading}" for item in provisions]
    preamble = next((item.heading for item in provisions if item.is_preamble), "")
    anchors = {heading.index: heading.anchor for heading in find_headings("\n".join(lines), preamble)}
    return [anchors.get(index, item.heading) for index, item in enumerate(provisions)]


def _heading(provision: Provision, section: Section | None, merged: Merged) -> str:
    plain = f"### {provision.heading}" if provision.article else f"## {provision.heading}"
    if section is None:
        return plain
    match = _HEADING.match(section.heading)
    if provision.article or provision.is_preamble or match is None:
        return section.heading
    before = ATTRIBUTES.sub("", match["text"])
    if _BLANKS.sub("", before) == _BLANKS.sub("", provision.heading):
        return section.heading
    merged.renamed.append((before, provision.heading))
    return f"{match['level']} {provision.heading}"


def _is_own(before: Sequence[str], after: Sequence[str]) -> bool:
    """Whether a quotation was never this article's text, an older wording of it included."""
    left, right = (
        {text[i : i + 2] for text in texts for i in range(len(text) - 1)} for texts in (before, after)
    )
    return len(left & right) < _LIKE * min(len(left), len(right))


def _append_left_over(own: OwnPage, used: set[str], merged: Merged) -> None:
    """Keep notes whose article or chapter the text no longer has, at the end of the page."""
    gone = [section for key, section in own.sections.items() if key not in used]
    lines: list[str] = []
    for section in gone:
        match = _HEADING.match(section.heading)
        title = ATTRIBUTES.sub("", match["text"]) if match else section.heading
        if section.notes or (section.is_article and " " in title):
            merged.left_over.append(title)
            lines += ["", f"**{title}**"]
            lines += ["", *section.notes] if section.notes else []
    if lines:
        heading = [] if LEFT_OVER in merged.lines else ["", LEFT_OVER]
        merged.lines += [*heading, *lines]


def _trimmed(lines: Sequence[str]) -> tuple[str, ...]:
    first, last = 0, len(lines)
    while first < last and not lines[first].strip():
        first += 1
    while last > first and not lines[last - 1].strip():
        last -= 1
    return tuple(lines[first:last])


def carried(section: Section, label: str, *, with_notes: bool) -> Section:
    """An author's subject, and their notes if wanted, under another article's number."""
    match = _HEADING.match(section.heading)
    words = ATTRIBUTES.sub("", match["text"]).replace("　", " ").partition(" ")[2].strip() if match else ""
    return Section(f"### {label} {words}".rstrip(), True, section.notes if with_notes else (), ())
