"""Keep the list of what a new version leaves to be reviewed."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from desk.failures import DeskError
from desk.output_files import write_outputs
from desk.regulations.comparing import Affected
from desk.regulations.succession import FileChange
from lianxue.content.catalog import Catalog
from lianxue.content.review_list import (
    REVIEWS,
    Review,
    cite_digest,
    line_digest,
    open_reviews,
    question_digest,
    read_reviews,
    reviews_text,
)
from lianxue.reading.entry import nearest_name
from lianxue.reading.problem import Report


def review_change(catalog: Catalog, title: str, affected: Iterable[Affected]) -> FileChange | None:
    """The list with these places and what was open before; None where there is nothing to review.

    Raises DeskError where the list of before cannot be read: nothing of it may be lost.
    """
    new = [_review(catalog, title, item) for item in affected]
    if not new:
        return None
    places = {(one.path, one.question, one.digest, one.cited) for one in new}
    earlier = open_reviews(catalog, _read(catalog.root))
    kept = [one for one in earlier if (one.path, one.question, one.digest, one.cited) not in places]
    file = catalog.root / REVIEWS
    before = file.read_bytes() if file.is_file() else None
    return FileChange(REVIEWS, before, reviews_text([*kept, *new]).encode())


def settle_reviews(root: Path, names: Iterable[str]) -> tuple[Review, ...]:
    """Take places off the list that were looked at and need no change; what was taken off.

    A name is a file (quizzes/x.yml, docs/glossary.md) or one question of it (quizzes/x.yml#id).
    Raises DeskError where one of them is not on the list, and OSError.
    """
    reviews = _read(root)
    settled: list[Review] = []
    for name in names:
        found = [one for one in reviews if name in (one.name, one.path)]
        if not found:
            raise DeskError(_not_listed(root, name, reviews))
        settled += found
    left = [one for one in reviews if one not in settled]
    if left:
        write_outputs({root / REVIEWS: reviews_text(left).encode()})
    elif settled:
        (root / REVIEWS).unlink()
    return tuple(dict.fromkeys(settled))


def _not_listed(root: Path, name: str, reviews: Iterable[Review]) -> str:
    """What to do about a name that is not on the list. Only a place in the same file may be meant."""
    path, _, question = name.partition("#")
    near = nearest_name(question, [one.question for one in reviews if one.path == path]) if question else ""
    is_there = (root / path).is_file()
    if is_there and (not question or question in (root / path).read_text("utf-8", "replace")):
        return f"“{name}”没有要复核的，或者已经登记过了"
    if near:
        return f"需复核的清单里没有“{name}”，是不是 {path}#{near}？"
    return f"需复核的清单里没有“{name}”：请照 check 列出的写，如 quizzes/x.yml#题目编号 或 docs/glossary.md"


def _read(root: Path) -> tuple[Review, ...]:
    report = Report()
    reviews = read_reviews(root, report)
    for problem in report.problems:
        raise DeskError(f"需复核的清单 {REVIEWS} 第 {problem.line} 行读不懂，没有写入：{problem.message}")
    return reviews


def _review(catalog: Catalog, title: str, item: Affected) -> Review:
    if item.question:
        digest = question_digest(catalog, item.path, item.question)
    elif item.line < catalog.sources[item.path].body_line:
        digest = cite_digest(item.cited)
    else:
        digest = line_digest(catalog, item.path, item.line)
    return Review(item.path, item.question, title, item.cited, item.verdict, digest)
