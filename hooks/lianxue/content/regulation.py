"""A regulation: its row in the register and the headings of our page about it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from lianxue.content.article import Article, parse_articles, parse_label
from lianxue.content.fences import lines_outside_fences
from lianxue.content.page import ContentKind, open_facts
from lianxue.content.vocabulary import STATUSES, UNCONFIRMED
from lianxue.content.withdrawal import WITHDRAWAL_FIELDS
from lianxue.reading.chinese_numerals import parse_number
from lianxue.reading.entry import Entry
from lianxue.reading.front_matter import MarkdownSource
from lianxue.reading.problem import Place, Report

FIELDS = (
    "id",
    "title",
    "short_titles",
    "aliases",
    "issuer",
    "document_number",
    "issued_on",
    "effective_on",
    "status",
    "articles",
    "preamble",
    "supersedes",
    "checked_on",
    "source",
    *WITHDRAWAL_FIELDS,
)
CURRENT = STATUSES[0]
NO_ARTICLES = "无"  # in `articles`: the document counts 一、二、三 and has no 第…条
PREAMBLE = "preamble"  # the anchor of 总纲 or 序言
ATTRIBUTES = re.compile(r"\s*\{[^{}]*\}\s*$")  # an author's own; citations need our anchors
# A heading to a reader's eye that is none of ours: of another level, indented, or in a list.
_LIKE_HEADING = re.compile(r"[ \t>*+-]*#{1,6}\s*(?P<label>第[0-9〇零一二三四五六七八九十百千两]+条\S*)")
_HEADING = re.compile(r"#{2,4} +(?P<text>.+?)\s*#*$")
_DIVISION = re.compile(r"第(?P<number>[〇零一二三四五六七八九十百0-9]{1,8})(?P<kind>编|章|节)(?:\s|　|$)")
_ANCHORS = {"编": "part", "章": "ch", "节": "sec"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Regulation:
    """One regulation, one version. `articles` are in order and may be cited; () where it has none."""

    id: str
    path: str
    title: str
    short_titles: tuple[str, ...]
    aliases: tuple[str, ...]
    issuer: str
    document_number: str
    issued_on: date | None
    effective_on: date | None
    status: str
    articles: tuple[Article, ...]
    preamble: str
    supersedes: str
    supersedes_place: Place
    checked_on: date | None
    source: str
    place: Place

    @property
    def shown_status(self) -> str:
        """The status a learner sees: 待核 until somebody checked it against a text; that it is a past one is said at once."""
        return self.status if self.is_stale or (self.checked_on and self.source) else UNCONFIRMED

    @property
    def is_stale(self) -> bool:
        """Whether another version or nothing has taken its place."""
        return self.status != CURRENT

    @property
    def titles(self) -> tuple[str, ...]:
        """Every name by which authors may cite it."""
        return (self.id, self.title, *self.short_titles, *self.aliases)


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of a regulation page that stands for a division or an article."""

    index: int  # of its line in the body, from 0
    text: str
    anchor: str
    article: Article | None


def parse_regulation(source: MarkdownSource, regulation_id: str, report: Report) -> Regulation | None:
    """The regulation in a file, or None where its title or articles cannot be read."""
    entry = open_facts(source, "法规", report)
    if entry is None:
        return None
    entry.only(FIELDS)
    said_id = entry.text("id") or regulation_id
    if said_id != regulation_id:
        message = f"id 是 {said_id}，文件名却是 {regulation_id}.md：两处要一致"
        entry.note("id", "bad-id", message)
    title = entry.text("title", required=True)
    articles = _parse_articles(entry)
    preamble = entry.text("preamble")
    regulation = Regulation(
        id=regulation_id,
        path=source.path,
        title=title,
        short_titles=entry.texts("short_titles"),
        aliases=entry.texts("aliases"),
        issuer=entry.text("issuer"),
        document_number=entry.text("document_number"),
        issued_on=entry.date("issued_on"),
        effective_on=entry.date("effective_on"),
        status=entry.one_of("status", STATUSES, default=CURRENT),
        articles=articles or (),
        preamble=preamble,
        supersedes=entry.text("supersedes"),
        supersedes_place=_place(entry, "supersedes"),
        checked_on=entry.date("checked_on"),
        source=entry.text("source"),
        place=_place(entry, "title"),
    )
    if articles is None or not title:
        return None
    _check_headings(source, articles, preamble, report)
    return regulation


def _place(entry: Entry, name: str) -> Place:
    return entry.fields[name][1].place if entry.has(name) else entry.place


def _parse_articles(entry: Entry) -> tuple[Article, ...] | None:
    texts = [part for text in entry.texts("articles") for part in text.split(",") if part.strip()]
    if not entry.has("articles"):
        entry.note("articles", "missing-field", "缺少 articles：请写条文范围，如 1-158")
        return None
    if texts == [NO_ARTICLES]:
        return ()
    articles = parse_articles(texts)
    if not articles:
        message = "articles 写法不对：如 1-158；第一百二十条之一写成 120之1，用半角逗号隔开；没有编条的写“无”"
        entry.note("articles", "bad-articles", message)
        return None
    return articles


def find_headings(body: str, preamble: str) -> Iterator[Heading]:
    """The headings of parts, chapters, the preamble and articles, in order.

    Where chapters are counted anew in every part, the later ones are part-2-ch-1; sections, which
    are always counted anew, are ch-3-sec-1.
    """
    part = chapter = ""
    used: set[str] = set()
    for index, line in lines_outside_fences(body):
        match = _HEADING.match(line)
        if match is None:
            continue
        text = ATTRIBUTES.sub("", match["text"])
        first, _, _rest = text.replace("　", " ").partition(" ")
        division = _DIVISION.match(text)
        article = parse_label(first)
        if division:
            kind = division["kind"]
            anchor = f"{_ANCHORS[kind]}-{_division_number(division['number'])}"
            if kind == "编":
                part = anchor
            elif kind == "章":
                anchor = f"{part}-{anchor}" if part and anchor in used else anchor
                chapter = anchor
            elif chapter:
                anchor = f"{chapter}-{anchor}"
            used.add(anchor)
            yield Heading(index, text, anchor, None)
        elif article and not article[1]:
            yield Heading(index, text, article[0].anchor, article[0])
        elif preamble and text == preamble:
            yield Heading(index, text, PREAMBLE, None)


def _division_number(text: str) -> int:
    return int(text) if text.isascii() else parse_number(text) or 0


def _check_headings(
    source: MarkdownSource, articles: tuple[Article, ...], preamble: str, report: Report
) -> None:
    """Headings stand once, those of articles in the register's range and in its order."""
    last: Article | None = None
    divisions: set[str] = set()
    headings = list(find_headings(source.body, preamble))
    _check_likenesses(source, {heading.index for heading in headings}, report)
    for heading in headings:
        place = Place(source.path, source.body_line + heading.index)
        if heading.article is None:
            if heading.anchor in divisions:
                message = f"“{heading.text}”的序号前面已经用过：请核对"
                report.note(place, "article-heading", message)
            divisions.add(heading.anchor)
            continue
        label = heading.article.label
        if heading.article not in articles:
            extent = f"到{articles[-1].label}为止" if articles else "登记为没有编条"
            message = f"{label}不在登记的条文范围内（{extent}）"
            report.note(place, "article-heading", message)
        elif last and heading.article <= last:
            how = "写了两次" if heading.article == last else f"排在{last.label}后面"
            report.note(place, "article-heading", f"{label}{how}：请按条文次序写")
        last = max(last, heading.article) if last else heading.article


def _check_likenesses(source: MarkdownSource, indexes: set[int], report: Report) -> None:
    for index, line in lines_outside_fences(source.body):
        match = _LIKE_HEADING.match(line)
        if match and index not in indexes:
            message = f"“{match['label']}”没有认作条文标题：请顶格写成“### {match['label']} 主题”"
            place = Place(source.path, source.body_line + index)
            report.note(place, "article-heading", message)


REGULATION = ContentKind(
    "regulation", "regulations", "regulation.html", "regulations.html", parse_regulation, "法规"
)
