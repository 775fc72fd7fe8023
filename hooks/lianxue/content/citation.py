"""The provision a question rests on."""

from __future__ import annotations

import re
from dataclasses import dataclass

from lianxue.content.article import Article, parse_label
from lianxue.reading.entry import Entry
from lianxue.reading.problem import Place

_TITLED = re.compile(r"《(?P<title>[^《》]+)》\s*(?P<label>.*)$", re.DOTALL)
_COMMA = re.compile("[，、；]")
_PREAMBLE = re.compile(r"[一-鿿]{2,6}(?:第[0-9一二三四五六七八九十]+自然段)?$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation:
    """A provision as the author named it; the catalog finds the regulation.

    `regulation` is an id or a title; `article` is None for a preamble such as 总纲, which
    `label` then names.
    """

    regulation: str
    label: str
    article: Article | None
    place: Place


def parse_citations(entry: Entry, default_regulation: str) -> tuple[Citation, ...]:
    """The citations in `cite`: a bare label refers to `default_regulation`."""
    citations = []
    for scalar in entry.scalars("cite"):
        title, label = split_citation(scalar.text)
        title = title or default_regulation
        parsed = parse_label(label)
        if parsed is None and (comma := _comma_between(scalar.text)):
            message = f"依据“{scalar.text}”里是全角的“{comma}”：各条之间请用半角逗号“,”"
            entry.note_at(scalar.place, "fullwidth-punctuation", message)
        elif parsed is None and not _PREAMBLE.match(label):
            example = "第九十七条，或《中国共产党章程》第三条"
            message = f"依据“{scalar.text}”看不出是哪一条：请写成 {example}"
            entry.note_at(scalar.place, "bad-citation", message)
        elif not title:
            message = f"依据“{scalar.text}”没有写明法规：请加书名号，或在文件开头写 regulation"
            entry.note_at(scalar.place, "bad-citation", message)
        else:
            article = parsed[0] if parsed else None
            shown = parsed[0].label + parsed[1] if parsed else label
            citations.append(Citation(regulation=title, label=shown, article=article, place=scalar.place))
    return tuple(citations)


def split_citation(text: str) -> tuple[str, str]:
    """What names the regulation and what names the provision: 《党章》第三条; ("", text) for a bare label."""
    match = _TITLED.match(text)
    return (match["title"], match["label"]) if match else ("", text)


def _comma_between(text: str) -> str:
    """The full-width mark between several provisions written as one; "" where there is none."""
    match = _COMMA.search(text)
    parts = [split_citation(part.strip())[1] for part in _COMMA.split(text)]
    return match.group() if match and all(map(parse_label, parts)) else ""
