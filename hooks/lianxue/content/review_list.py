"""What rests on an article that a new version changed, until somebody has looked at it (需复核)."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from collections.abc import Mapping as MappingOf
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from lianxue.content.question import Json, Material
from lianxue.content.quiz_text import question_fields
from lianxue.reading.entry import Entry, open_entry
from lianxue.reading.problem import Level, Place, Report
from lianxue.reading.text_file import read_text
from lianxue.reading.yaml_source import Mapping, Sequence, read_mapping

if TYPE_CHECKING:
    from lianxue.content.catalog import Catalog

REVIEWS = "to-review.yml"  # beside docs/: nobody but the desk reads it
NO_REVIEWS = "需复核的清单由 import-regulation 写成：不再需要，就删去整个文件"
_HEAD = (
    "# 需复核：法规换了新版本，下面各处所引的条文变了。由 import-regulation 写成，不用手改：\n"
    "# 改好一处，检查时就不再列出那一处；看过、不用改的，用 check --reviewed 登记。\n"
)
# Of a question, what rests on an article; who changes its difficulty has not looked at that.
_RESTING = ("stem", "options", "left", "right", "answer", "points", "explanation", "cite")
_FIELDS = ("path", "question", "regulation", "cited", "verdict", "digest")


@dataclass(frozen=True, slots=True)
class Review:
    """One place to look at. `digest` is of its content: what has another one has been dealt with."""

    path: str
    question: str  # its id; "" for a line of a page
    regulation: str  # the title of the new version
    cited: str  # 第三条第二款
    verdict: str  # 删去 · 改动，现在是第四条
    digest: str

    @property
    def name(self) -> str:
        """What a person names it by: quizzes/x.yml#gift-limits, docs/glossary.md."""
        return f"{self.path}#{self.question}" if self.question else self.path


def question_digest(catalog: Catalog, path: str, question_id: str) -> str:
    """Eight hex digits of what a question asks, holds right and cites; "" where there is no such question.

    Drafts are questions here, and so are those of a quiz that was taken down: both may come back.
    """
    found = _find_question(catalog, path, question_id)
    if found is None:
        return ""
    fields, material, _place = found
    kept = [fields.get(name) for name in _RESTING]
    return _digest(json.dumps([*kept, material], ensure_ascii=False))


def cite_digest(cited: str) -> str:
    """The same of a citation at the head of a page."""
    return _digest(f"cite {cited}")


def _find_question(
    catalog: Catalog, path: str, question_id: str
) -> tuple[MappingOf[str, Json], str, Place] | None:
    """(fields, text of its material, place) of a question or a draft."""
    quizzes = (*catalog.quizzes.values(), *catalog.withdrawn_quizzes.values())
    quiz = next((quiz for quiz in quizzes if quiz.path == path), None)
    for part in quiz.parts if quiz else ():
        material = part.text if isinstance(part, Material) else ""
        for question in part.questions if isinstance(part, Material) else (part,):
            if quiz and question.id == question_id:
                return question_fields(question, quiz.regulation), material, question.place
    for draft in quiz.drafts if quiz else ():
        if draft.id == question_id:
            return draft.fields, draft.material_text, draft.place
    return None


def line_digest(catalog: Catalog, path: str, line: int) -> str:
    """Eight hex digits of a line of a page, blanks at its ends aside."""
    source = catalog.sources[path]
    return _digest(source.body.split("\n")[line - source.body_line].strip())


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:8]


def read_reviews(root: Path, report: Report) -> tuple[Review, ...]:
    """The list as it is kept; what is wrong with it is noted. Raises OSError."""
    file = root / REVIEWS
    if file.is_symlink() or not file.is_file():  # a link is noted among the pages
        return ()
    text = read_text(file, REVIEWS, report)
    node = read_mapping(text, REVIEWS, NO_REVIEWS, report) if text is not None else None
    listed = open_entry(node, "", report).node("items") if node is not None else None
    items = listed.items if isinstance(listed, Sequence) else ()
    return tuple(_review(open_entry(item, "", report)) for item in items if isinstance(item, Mapping))


def _review(entry: Entry) -> Review:
    return Review(*(entry.text(name) for name in _FIELDS))


def reviews_text(reviews: Iterable[Review]) -> str:
    """The list as its file, one line an item."""
    lines = [
        ", ".join(f"{name}: {json.dumps(getattr(review, name), ensure_ascii=False)}" for name in _FIELDS)
        for review in sorted(set(reviews), key=lambda one: (one.path, one.question, one.cited, one.digest))
    ]
    return _HEAD + "items:\n" + "".join(f"  - {{{line}}}\n" for line in lines)


def open_reviews(catalog: Catalog, reviews: Iterable[Review]) -> dict[Review, Place]:
    """Those that nobody has dealt with, and where each stands now.

    What cannot be read at the moment is open too: nobody can say that it was dealt with.
    """
    unread = unread_paths(catalog) | {item.path for item in catalog.problems if item.level is Level.MUST_FIX}
    found: dict[Review, Place] = {}
    for review in reviews:
        place = _place_of(catalog, review, unread)
        if place:
            found[review] = place
    return found


def unread_paths(catalog: Catalog) -> frozenset[str]:
    """The pages and quiz files that are there and cannot be read."""
    quizzes = (*catalog.quizzes.values(), *catalog.withdrawn_quizzes.values())
    return catalog.paths - {*catalog.sources, *(quiz.path for quiz in quizzes)}


def _place_of(catalog: Catalog, review: Review, unread: frozenset[str]) -> Place | None:
    if review.question:
        found = _find_question(catalog, review.path, review.question)
        if found is None:
            return Place(review.path) if review.path in unread else None
        is_same = question_digest(catalog, review.path, review.question) == review.digest
        return found[2] if is_same else None
    source = catalog.sources.get(review.path)
    if source is None:
        return Place(review.path) if review.path in unread else None
    for case in catalog.cases.values():
        for citation in case.citations if case.path == review.path else ():
            if cite_digest(citation.label) == review.digest:
                return citation.place
    for index, line in enumerate(source.body.split("\n")):
        if _digest(line.strip()) == review.digest:
            return Place(review.path, source.body_line + index)
    return None


def check_review_list(catalog: Catalog, report: Report) -> None:
    """Name every place that is still to be looked at."""
    for review, place in open_reviews(catalog, read_reviews(catalog.root, report)).items():
        message = (
            f"{f'题目 {review.question}：' if review.question else ''}所引《{review.regulation}》{review.cited}"
            f"在新版本里：{review.verdict}。请复核；看过、不用改的，用 check --reviewed {review.name} 登记"
        )
        report.note(place, "article-changed", message)
