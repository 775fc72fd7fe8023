"""Compare two versions of a regulation article by article."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache

from lianxue.content.article import Article
from lianxue.content.article_matching import match_texts, moved, sources_of_parts
from lianxue.content.official_text import official_texts
from lianxue.content.regulation import PREAMBLE, Regulation
from lianxue.content.text_difference import Row, Run, compare_paragraphs
from lianxue.reading.folding import fold_width
from lianxue.reading.shortening import shortened

_BLANKS = re.compile(r"\s+")
_QUOTED = 12  # characters of a paragraph in a note
_SHORT_PARAGRAPH = 14  # characters; of a shorter one nobody can tell where it went


class Change(Enum):
    """What became of an article; the value is the word people read."""

    SAME = "没有改动"
    RENUMBERED = "只改序号"
    REWORDED = "改动"
    ADDED = "新增"
    REMOVED = "删去"


@dataclass(frozen=True, slots=True)
class Text:
    """One article, or the preamble (`article` None), with its official text."""

    label: str  # 第九十七条 · 总纲
    anchor: str
    article: Article | None
    paragraphs: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """An article and what it grew from; one side is None where it was added or removed."""

    change: Change
    old: Text | None
    new: Text | None
    is_moved: bool = False  # it stands before or behind others that it did not
    notes: tuple[str, ...] = ()  # a sentence each: 原第二款的内容见第十条
    rows: tuple[Row, ...] = ()  # paragraphs side by side; () where nothing was reworded

    @property
    def is_changed(self) -> bool:
        """Whether anything but the number is different."""
        return self.change not in (Change.SAME, Change.RENUMBERED)


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two versions compared; `pairs` in the new order, removed articles behind the one they followed."""

    pairs: tuple[Pair, ...]

    def count(self, change: Change) -> int:
        """How many articles met with this change."""
        return sum(pair.change is change for pair in self.pairs)

    @property
    def is_same(self) -> bool:
        """Whether nothing changed at all."""
        return self.count(Change.SAME) == len(self.pairs)


def texts_of(regulation: Regulation, body: str) -> tuple[Text, ...]:
    """The preamble and the articles of a page that carry official text, in order."""
    found = official_texts(body, regulation.preamble)
    texts = [Text(regulation.preamble, PREAMBLE, None, found[PREAMBLE])] if PREAMBLE in found else []
    for article in regulation.articles:
        if article.anchor in found:
            texts.append(Text(article.label, article.anchor, article, found[article.anchor]))
    return tuple(texts)


def full_texts(regulation: Regulation, body: str) -> tuple[Text, ...]:
    """The same where every article of the register carries official text, else ()."""
    texts = texts_of(regulation, body)
    articles = {text.article for text in texts}
    return texts if articles and all(article in articles for article in regulation.articles) else ()


@lru_cache(maxsize=16)
def compare(old: tuple[Text, ...], new: tuple[Text, ...]) -> Comparison:
    """Compare two versions. Articles belong together by content; preambles always do."""
    old_articles, new_articles = ([text for text in texts if text.article] for texts in (old, new))
    matches = match_texts(*([_whole(text) for text in texts] for texts in (old_articles, new_articles)))
    partner = {j: i for i, j in matches}
    out_of_order = moved([i for i, _j in matches])
    pairs = list(_preambles(old, new))
    followers = _removed_after(len(old_articles), partner)
    pairs += [_removed(old_articles[i]) for i in followers.get(-1, ())]
    for j, text in enumerate(new_articles):
        if j not in partner:
            pairs.append(Pair(change=Change.ADDED, old=None, new=text, rows=_one_sided(text, is_new=True)))
            continue
        before = old_articles[partner[j]]
        pairs.append(_pair(before, text, is_moved=partner[j] in out_of_order))
        pairs += [_removed(old_articles[i]) for i in followers.get(partner[j], ())]
    return Comparison(tuple(_with_notes(pairs, old_articles, new_articles)))


def _preambles(old: Sequence[Text], new: Sequence[Text]) -> Sequence[Pair]:
    before, after = (next((text for text in texts if not text.article), None) for texts in (old, new))
    if before and after:
        return [_pair(before, after)]
    if before:
        return [_removed(before)]
    return (
        [Pair(change=Change.ADDED, old=None, new=after, rows=_one_sided(after, is_new=True))] if after else []
    )


def _pair(old: Text, new: Text, *, is_moved: bool = False) -> Pair:
    if _folded(old) != _folded(new):
        rows = compare_paragraphs(old.paragraphs, new.paragraphs)
        return Pair(change=Change.REWORDED, old=old, new=new, is_moved=is_moved, rows=rows)
    change = Change.SAME if old.article == new.article else Change.RENUMBERED
    return Pair(change=change, old=old, new=new, is_moved=is_moved)


def _removed(text: Text) -> Pair:
    return Pair(change=Change.REMOVED, old=text, new=None, rows=_one_sided(text, is_new=False))


def _one_sided(text: Text, *, is_new: bool) -> tuple[Row, ...]:
    """Rows of an article without partner; its heading says so, nothing is marked."""
    runs = [(Run(paragraph, False),) for paragraph in text.paragraphs]
    return tuple(Row((), run) if is_new else Row(run, ()) for run in runs)


def _removed_after(olds: int, partner: Mapping[int, int]) -> Mapping[int, Sequence[int]]:
    """Old articles without successor by the nearest one before that has one (-1: there is none)."""
    kept = set(partner.values())
    followers: dict[int, list[int]] = {}
    last = -1
    for i in range(olds):
        if i in kept:
            last = i
        else:
            followers.setdefault(last, []).append(i)
    return followers


def _with_notes(pairs: Sequence[Pair], old: Sequence[Text], new: Sequence[Text]) -> list[Pair]:
    """The same pairs with a sentence for each paragraph that now stands in another article."""
    lost = [(number, text) for number, pair in enumerate(pairs) for text in _unpaired(pair, is_new=False)]
    gained = [(number, text) for number, pair in enumerate(pairs) for text in _unpaired(pair, is_new=True)]
    notes: dict[int, list[str]] = {}
    for (number, text), found in zip(lost, _holders([text for _, text in lost], new), strict=True):
        if found and found is not pairs[number].new:
            notes.setdefault(number, []).append(f"原来的“{shortened(text, _QUOTED)}”现在见{found.label}")
    for (number, text), found in zip(gained, _holders([text for _, text in gained], old), strict=True):
        if found and found is not pairs[number].old:
            notes.setdefault(number, []).append(f"“{shortened(text, _QUOTED)}”原来在{found.label}")
    return [
        Pair(
            change=pair.change,
            old=pair.old,
            new=pair.new,
            is_moved=pair.is_moved,
            notes=tuple(dict.fromkeys(notes.get(number, ()))),
            rows=pair.rows,
        )
        for number, pair in enumerate(pairs)
    ]


def _unpaired(pair: Pair, *, is_new: bool) -> list[str]:
    """Paragraphs of one side that have none beside them."""
    sides = [(row.new, row.old) if is_new else (row.old, row.new) for row in pair.rows]
    texts = ["".join(run.text for run in own) for own, other in sides if own and not other]
    return [text for text in texts if len(text) >= _SHORT_PARAGRAPH]


def _holders(paragraphs: Sequence[str], texts: Sequence[Text]) -> list[Text | None]:
    found = sources_of_parts(paragraphs, [_whole(text) for text in texts])
    return [None if index is None else texts[index] for index in found]


def _whole(text: Text) -> str:
    return "\n".join(text.paragraphs)


def _folded(text: Text) -> str:
    return _BLANKS.sub("", fold_width("".join(text.paragraphs)))
