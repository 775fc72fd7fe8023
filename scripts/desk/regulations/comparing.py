"""Find every question, lesson and page that rests on an article which changed, moved or vanished."""

from __future__ import annotations

import posixpath
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from desk.regulations.model import TextProblem
from lianxue.content.article import Article, parse_label
from lianxue.content.catalog import QUIZZES, Catalog
from lianxue.content.citation import Citation
from lianxue.content.comparison import Change, Comparison, Pair, compare, full_texts
from lianxue.content.fences import lines_outside_fences
from lianxue.content.regulation import PREAMBLE, Regulation, find_headings
from lianxue.content.review_list import question_digest, unread_paths
from lianxue.content.vocabulary import FIELD_NAMES
from lianxue.reading.front_matter import MarkdownSource
from lianxue.reading.problem import Level
from lianxue.reading.yaml_source import Scalar

__all__ = ["Affected", "Change", "Comparison", "Pair", "affected", "compare", "full_texts"]

_LINK = re.compile(r"\]\((?P<path>[^)\s#]*\.md)#(?P<anchor>art-\d+(?:-\d+)?|preamble)\)")
_NUMERAL = "[0-9〇零一二三四五六七八九十百]{1,9}"
_ITEM = re.compile(
    rf"第(?P<numerals>{_NUMERAL}(?:[、，]{_NUMERAL}){{0,20}})条(?P<sub>之[一二三四五六七八九十]+)?"
)
_AHEAD = re.compile(rf"(?={_ITEM.pattern})".replace("?P<numerals>", "").replace("?P<sub>", "?:"))
_WITHIN = rf"(?:第[（(]?{_NUMERAL}[）)]?[款项][、，和及与]?){{0,20}}"  # 第一款第（二）项
_JOINT = re.compile(rf"{_WITHIN}(?P<joint>[、，,和及与至到—－~～-]|以及|或者|或)?(?=第)")
_THROUGH = tuple("至到—－~～-")


@dataclass(frozen=True, slots=True, kw_only=True)
class Affected:
    """One place to review: what it cites, what became of that, both texts."""

    path: str
    line: int
    question: str  # its id; "" for a line of a page
    what: str  # 第 3 题（gift-limits） · 课《……》 · 页面《……》
    cited: str  # 第九十七条第二款
    verdict: str  # 改动，现在是第九十九条 · 只改序号，现在是第九十九条 · 删去 …
    old_text: tuple[str, ...]
    new_text: tuple[str, ...]
    pair: Pair | None  # None where there is nothing to compare


def affected(catalog: Catalog, old: Regulation, comparison: Comparison | None) -> tuple[Affected, ...]:
    """Every citation of `old` whose article is not the same word for word under the same number.

    Without a comparison (the old page has no official text) all of them, to be looked at one by one.
    """
    pairs = {pair.old.anchor: pair for pair in comparison.pairs if pair.old} if comparison else {}
    found = [*_questions(catalog, old, pairs), *_cases(catalog, old, pairs), *_pages(catalog, old, pairs)]
    return tuple(
        item
        for item in found
        if comparison is None or item.pair is None or item.pair.change is not Change.SAME
    )


def unread(catalog: Catalog) -> Iterator[TextProblem]:
    """The files of the portal that could not be looked through, or not all of them."""
    for path in sorted(unread_paths(catalog)):
        what = "其中的题" if path.startswith(f"{QUIZZES}/") else "其中的依据"
        yield TextProblem(path, f"读不了，{what}没有核对：请运行 check 改好，再导入一次")
    faults = Counter(item.path for item in catalog.problems if item.level is Level.MUST_FIX)
    for quiz in (*catalog.quizzes.values(), *catalog.withdrawn_quizzes.values()):
        if quiz.path in faults:
            message = f"有 {faults[quiz.path]} 处需要修改，有关的题没有核对：请运行 check 改好，再导入一次"
            yield TextProblem(quiz.path, message)


def _questions(catalog: Catalog, old: Regulation, pairs: Mapping[str, Pair]) -> Iterator[Affected]:
    """Of questions, of those still 待确认, and of quizzes that were taken down: all may be published again."""
    for quiz in (*catalog.quizzes.values(), *catalog.withdrawn_quizzes.values()):
        for question in quiz.citations:
            if not question_digest(catalog, quiz.path, question.id):
                continue  # `unread` names the file
            for citation in question.citations:
                if catalog.titles.get(citation.regulation) is old:
                    place = (quiz.path, citation.place.line, question.id)
                    yield _affected(place, question.label, citation.label, pairs.get(_anchor_of(citation)))


def _cases(catalog: Catalog, old: Regulation, pairs: Mapping[str, Pair]) -> Iterator[Affected]:
    """What cases cite at their heads."""
    for case in sorted(catalog.cases.values(), key=lambda case: case.path):
        for citation in case.citations:
            if catalog.titles.get(citation.regulation) is old:
                place = (case.path, citation.place.line, "")
                what = f"《{case.title}》"
                yield _affected(place, what, citation.label, pairs.get(_anchor_of(citation)))


def _anchor_of(citation: Citation) -> str:
    return citation.article.anchor if citation.article else PREAMBLE


def _pages(catalog: Catalog, old: Regulation, pairs: Mapping[str, Pair]) -> Iterator[Affected]:
    """Links to articles of the old page, and its articles by name, on every other page."""
    names = sorted({old.title, *old.short_titles, *old.aliases}, key=len, reverse=True)
    named = re.compile(rf"《(?:{'|'.join(map(re.escape, names))})》(?=第)")
    for path, source in sorted(catalog.sources.items()):
        if path == old.path:
            continue
        lesson = next((item for item in catalog.lessons.values() if item.path == path), None)
        what = f"课《{lesson.title}》" if lesson else f"《{_page_title(source)}》"
        own = {heading.index for heading in find_headings(source.body, "")}
        only = lesson is not None and tuple(lesson.regulations) == (old.id,)
        for index, line in lines_outside_fences(source.body):
            if index in own:
                continue
            seen: set[Article | str] = set()
            starts = (named, _AHEAD) if only else (named,)
            for anchor, label in _mentions(line, path, old, starts):
                if anchor not in seen:
                    seen.add(anchor)
                    place = (path, source.body_line + index, "")
                    yield _affected(place, what, label, pairs.get(anchor))


def _page_title(source: MarkdownSource) -> str:
    """What readers know a page by: its title, its first heading, or where it lies."""
    for key, value in source.facts.items if source.facts else ():
        if FIELD_NAMES.get(key.text, key.text) == "title" and isinstance(value, Scalar):
            return value.text
    headings = (line[2:].strip() for _at, line in lines_outside_fences(source.body) if line.startswith("# "))
    return next(headings, source.path)


def _mentions(
    line: str, path: str, old: Regulation, starts: Iterable[re.Pattern[str]]
) -> Iterator[tuple[str, str]]:
    """(anchor, label) of each article of the old page that a line links to, or names behind one of `starts`."""
    for match in _LINK.finditer(line):
        target = posixpath.normpath(posixpath.join(posixpath.dirname(path), match["path"]))
        if target == old.path:
            yield match["anchor"], _label_of(match["anchor"], old)
    text = re.sub(r"\[[^\]]*\]\([^)]*\)", "", line)
    for start in starts:
        for match in start.finditer(text):
            for article in _listed(text, match.end()):
                yield article.anchor, article.label


def _listed(text: str, position: int) -> Iterator[Article]:
    """The articles of a list that begins at a place: 第一条、第二条第一款和第五条至第七条, 第十、十二条."""
    last: Article | None = None
    joint = ""
    while match := _ITEM.match(text, position):
        numerals = re.split("[、，]", match["numerals"])
        for numeral in numerals:
            parsed = parse_label(f"第{numeral}条{match['sub'] or ''}")
            if parsed is None:
                return
            if last and joint in _THROUGH:
                yield from (Article(number) for number in range(last.number + 1, parsed[0].number))
            yield parsed[0]
            last, joint = parsed[0], ""
        joined = _JOINT.match(text, match.end())
        if joined is None:
            return
        joint, position = joined["joint"], joined.end()


def _label_of(anchor: str, old: Regulation) -> str:
    numbers = [int(part) for part in anchor.split("-")[1:] if part.isdigit()]
    return Article(*numbers).label if numbers else old.preamble


def _affected(place: tuple[str, int, str], what: str, label: str, pair: Pair | None) -> Affected:
    path, line, question = place
    return Affected(
        path=path,
        line=line,
        question=question,
        what=what,
        cited=label,
        verdict=verdict_of(pair),
        old_text=pair.old.paragraphs if pair and pair.old else (),
        new_text=pair.new.paragraphs if pair and pair.new else (),
        pair=pair,
    )


def verdict_of(pair: Pair | None) -> str:
    """What became of an article, in a few words."""
    if pair is None:
        return "无法对照"
    if pair.new is None or pair.old is None:
        return pair.change.value
    number = "" if pair.old.anchor == pair.new.anchor else f"，现在是{pair.new.label}"
    return f"{pair.change.value}{number}"
