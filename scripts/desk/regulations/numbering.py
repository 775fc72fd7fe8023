"""Tell the articles of a text from mentions of articles, and check that they count from 1 to N."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from desk.regulations.labels import article_label, division_of
from desk.regulations.model import TextLine, TextProblem
from lianxue.content.article import Article

# Where an article can begin inside a line: behind the end of a sentence.
_INSIDE = re.compile(r"(?<=[。；！？”）])[\s　]*(?=第[0-9０-９〇零○一二三四五六七八九十百千]+条)")
_ENDS = "。；：！？…”）】;:!?)"  # of a paragraph
_MOST_MISSING = 8  # labels that a message names one by one


class LabelledLine(NamedTuple):
    """A line and the article that begins with it."""

    line: TextLine
    article: Article | None
    is_double: bool = False  # an article that was there before: its text is nobody's


def split_inside(lines: Sequence[TextLine]) -> list[TextLine]:
    """The same lines, cut where an article begins inside one: only where the count needs it."""
    result: list[TextLine] = []
    highest = Article(0)
    later = _next_articles(lines)
    for number, line in enumerate(lines):
        following = later[number + 1]
        pieces = _INSIDE.split(line.text)
        current = pieces[0]
        label = article_label(current)
        if label and label.article > highest:
            highest = label.article
        for piece in pieces[1:]:
            label = article_label(piece)
            is_due = label is not None and _follows(highest, label.article)
            is_needed = is_due and (following is None or (label is not None and following > label.article))
            if label and is_needed and not (label.is_reference and not label.is_apart):
                result.append(TextLine(current, line.where, line.is_heading))
                current, highest = piece, label.article
            else:
                current = line.text[line.text.index(current) : line.text.index(piece) + len(piece)]
        result.append(TextLine(current, line.where, line.is_heading))
    return result


def _next_articles(lines: Sequence[TextLine]) -> list[Article | None]:
    """For each line, and behind the last, the first article that begins there or later."""
    later: list[Article | None] = [None]
    for line in reversed(lines):
        label = article_label(line.text)
        is_start = label is not None and (label.is_apart or not label.is_reference)
        later.append(label.article if label and is_start else later[-1])
    return later[::-1]


def _follows(last: Article, article: Article) -> bool:
    """Whether an article is the next one in the count."""
    if article.inserted:
        return article == Article(last.number, last.inserted + 1)
    return article.number == last.number + 1


def article_starts(lines: Sequence[TextLine]) -> tuple[list[LabelledLine], list[TextProblem]]:
    """Each line with the article it begins, and what is wrong with the count.

    A name with a blank behind it begins an article. One without does where the text is written
    so throughout, or the count asks for it; never where the words go on like a sentence.
    """
    labels = [article_label(line.text) for line in lines]
    apart = sum(1 for label in labels if label and label.is_apart)
    glued = sum(1 for label in labels if label and not label.is_apart and not label.is_reference)
    result: list[LabelledLine] = []
    problems: list[TextProblem] = []
    seen: dict[Article, str] = {}
    highest = Article(0)
    before = ""
    for line, label in zip(lines, labels, strict=True):
        article = label.article if label else None
        if label and article:
            is_new = article > highest
            is_due = _follows(highest, article)
            is_start = (label.is_apart and (is_due or not label.is_reference)) or (
                not label.is_reference and (is_due or (glued > apart and is_new))
            )
            if not is_start:
                article = None
        if article and article in seen:
            # Else a sentence goes on: 违反|第三条 的.
            is_double = not before or before[-1] in _ENDS or division_of(before) is not None
            use = "没有写进页面" if is_double else "接在前面的文字后面"
            message = f"{article.label}前面已经有了（{seen[article]}），这一处{use}，请核对原文"
            problems.append(TextProblem(line.where, message))
            result.append(LabelledLine(line, None, is_double))
            before = line.text
            continue
        before = line.text
        if article and article < highest:
            message = f"{article.label}排在{highest.label}后面，页面上按条文次序排列"
            problems.append(TextProblem(line.where, message))
        if article:
            problems += _gap(highest, article, line.where)
            seen[article] = line.where
            highest = max(highest, article)
        result.append(LabelledLine(line, article))
    return result, _without_found(problems, seen)


def _gap(highest: Article, article: Article, where: str) -> list[TextProblem]:
    if article.inserted:
        return [
            TextProblem(where, f"{article.label}是插入的条文，登记为 {article.number}之{article.inserted}")
        ]
    missing = [Article(number) for number in range(highest.number + 1, article.number)]
    if not missing:
        return []
    names = "、".join(item.label for item in missing[:_MOST_MISSING])
    more = f"等 {len(missing)} 条" if len(missing) > _MOST_MISSING else ""
    return [TextProblem(where, f"{article.label}前面缺{names}{more}：请核对原文")]


def _without_found(problems: Sequence[TextProblem], seen: dict[Article, str]) -> list[TextProblem]:
    """Leave out a gap that a later article closed: that one is reported as out of order."""
    kept = []
    for problem in problems:
        match = re.match(r".+前面缺(?P<names>第[^等：]+?)(?:等|：)", problem.message)
        names = match["names"].split("、") if match else []
        labels = [article_label(name) for name in names]
        if names and all(label and label.article in seen for label in labels):
            continue
        kept.append(problem)
    return kept
