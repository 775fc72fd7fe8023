"""One page prepared for the index: its texts in parts, its articles, and its folded sections."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from lianxue.content.article import Article, parse_label
from lianxue.rendering.search_records import MARK, PAGE, SearchPage, Section, page_sections
from lianxue.rendering.search_terms import CHINESE, Variants

PART_CHARACTERS = 8000  # of headings and texts; a longer section stays whole
# An article's name at the start of a heading, alone or before its subject.
_LABEL = re.compile(
    r"第\s?[0-9〇零一二三四五六七八九十百千两]+\s?条(?:之[0-9一二三四五六七八九十百]+)?(?=$|[\s　【［〔（(《“：:])"
)
# 总 则: characters with a blank after each, as old print sets short headings.
_SPACED_OUT = re.compile(rf"(?<![^ ])[{CHINESE}](?: [{CHINESE}])+(?![^ ])")


@dataclass(frozen=True, slots=True)
class Part:
    """Sections of a page in a row, and the headings they stand below, as the JSON of a text shard.

    It is two lists without brackets around them: [[level, anchor, heading, text], …],[[level, heading], …].
    """

    digest: str
    first: int  # number of its first section
    body: bytes


@dataclass(frozen=True, slots=True)
class PreparedPage:
    """What the index keeps of a page."""

    parts: tuple[Part, ...]
    sections: int
    articles: str  # runs section:first~last, see export_articles
    size: int  # characters of headings and texts


def digest_of(body: bytes) -> str:
    """Sixteen hex digits that stand for a file's content."""
    return hashlib.sha256(body).hexdigest()[:16]


def page_key(page: SearchPage) -> str:
    """Thirty-two hex digits that change with everything prepare_page looks at."""
    fields = [page.title, page.html]
    for section in page.sections:
        fields += [str(section.level), section.anchor, section.heading, section.text]
    return hashlib.blake2b(MARK.join(fields).encode(), digest_size=16).hexdigest()


def prepare_page(page: SearchPage, variants: Variants) -> tuple[PreparedPage, str]:
    """A page cut into sections, and its folded sections (see join_pages)."""
    sections = page_sections(page)
    folded = fold_sections(sections, variants)
    prepared = PreparedPage(
        parts=tuple(_parts(sections)),
        sections=len(sections),
        articles=export_articles(sections),
        size=len(folded),
    )
    return prepared, folded


def fold_sections(sections: Sequence[Section], variants: Variants) -> str:
    """Heading, text, heading, text … folded, with MARK between them; 总 则 in a heading becomes 总则."""
    return variants.fold(
        MARK.join([text for section in sections for text in (close_up(section.heading), section.text)])
    )


def close_up(heading: str) -> str:
    """A heading without the blanks that only space its characters out."""
    return (
        _SPACED_OUT.sub(lambda match: match.group().replace(" ", ""), heading) if " " in heading else heading
    )


def parse_sections(prepared: PreparedPage) -> list[Section]:
    """The sections a page was prepared from."""
    return [Section(*fields) for part in prepared.parts for fields in json.loads(b"[%b]" % part.body)[0]]


def export_json(value: object) -> str:
    """Compact JSON that is also a sound script in old engines."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return text.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")


def _parts(sections: Sequence[Section]) -> Iterator[Part]:
    first = size = 0
    above: list[Section] = []  # what stands above the first section, outermost first
    for number, section in enumerate(sections):
        length = len(section.heading) + len(section.text)
        if size and size + length > PART_CHARACTERS:
            yield _part(sections[first:number], first, above)
            above = _above([*above, *sections[first:number]], section)
            first, size = number, 0
        size += length
    yield _part(sections[first:], first, above)


def _above(before: Sequence[Section], section: Section) -> list[Section]:
    open_sections: list[Section] = []
    for other in before:
        open_sections = [standing for standing in open_sections if standing.level < other.level]
        open_sections.append(other)
    return [standing for standing in open_sections if PAGE < standing.level < section.level]


def _part(sections: Sequence[Section], first: int, above: Sequence[Section]) -> Part:
    rows = [[section.level, section.anchor, section.heading, section.text] for section in sections]
    heads = [[section.level, section.heading] for section in above]
    body = f"{export_json(rows)},{export_json(heads)}".encode()
    return Part(digest_of(body), first, body)


def export_articles(sections: Sequence[Section]) -> str:
    """Where articles stand: `2:1~7,10:8~30,33:120-1` (section:articles), "" where none do.

    A run is of consecutive articles in consecutive sections; an inserted article stands alone.
    """
    runs: list[tuple[int, Article, int]] = []  # section of the first, the first, how many
    for number, section in enumerate(sections):
        article = find_article(section.heading) if section.heading.startswith("第") else None
        if article is None:
            continue
        if runs and not article.inserted:
            start, first, count = runs[-1]
            if not first.inserted and (number, article.number) == (start + count, first.number + count):
                runs[-1] = (start, first, count + 1)
                continue
        runs.append((number, article, 1))
    return ",".join(_export_run(*run) for run in runs)


def _export_run(section: int, first: Article, count: int) -> str:
    inserted = f"-{first.inserted}" if first.inserted else ""
    last = f"~{first.number + count - 1}" if count > 1 else ""
    return f"{section}:{first.number}{inserted}{last}"


def find_article(heading: str) -> Article | None:
    """The article a heading names first (第九十七条 收受礼品), or None."""
    match = _LABEL.match(heading)
    return _parse_article(match.group()) if match else None


@cache
def _parse_article(label: str) -> Article | None:
    found = parse_label(label)
    return found[0] if found else None
