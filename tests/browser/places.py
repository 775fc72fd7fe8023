"""Where a learner meets a site: over http below a sub-path, or as files in a folder."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Page, expect

from .bank import BankQuestion, read_bank


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """One site, one way to open it."""

    folder: Path
    base: str  # ends with a slash

    def url(self, path: str) -> str:
        """The address of a site-relative url, as the browser writes it."""
        return self.base + path

    @property
    def is_file(self) -> bool:
        """Whether it is opened without a server."""
        return self.base.startswith("file:")

    def questions(self) -> tuple[BankQuestion, ...]:
        """Every question of the site with its answer."""
        return read_bank(self.folder)

    def question_of_kind(self, kind: str, quiz: str) -> BankQuestion:
        """The first question of a kind in a quiz."""
        return next(item for item in self.questions() if item.kind == kind and item.quiz == quiz)

    def lesson_of(self, month: str) -> str:
        """The url of the lesson of a month ("2026-02")."""
        year, number = month.split("-")
        return _only(self.folder, f"lessons/{year}/{number}-*.html")

    def page(self, kind: str) -> str:
        """The address of a page of one of PAGE_TYPES."""
        return self.url(PAGE_TYPES[kind])


# One page of every type that the real site has.
_REAL_PAGES: Mapping[str, str] = {
    "home": "index.html",
    "lessons": "lessons/index.html",
    "lesson": "lessons/2026/02-disciplinary-regulations.html",
    "regulations": "regulations/index.html",
    "regulation": "regulations/disciplinary-regulations.html",
    "old regulation": "regulations/disciplinary-regulations-2018.html",
    "cases": "cases/index.html",
    "case": "cases/2026/banquet-gifts.html",
    "quizzes": "quizzes/index.html",
    "quiz": "quizzes/disciplinary-regulations.html",
    "answers": "quizzes/disciplinary-regulations-answers.html",
    "practice": "practice/index.html",
    "session": "practice/session.html?mode=daily",
    "mistakes": "practice/mistakes.html",
    "notes": "practice/notes.html",
    "exams": "practice/exams.html",
    "screen": "practice/screen.html",
    "study": "study/index.html",
    "search index": "search/index.html",
    "glossary": "glossary.html",
    "help": "help/learner.html",
}
# The others: 404.html stands right only where site_url says, and no real site has drafts.
SMALL_PAGES: Mapping[str, str] = {
    "404": "404.html",
    "comparison": "comparisons/loan-rules.html",
    "imported regulation": "regulations/loan-rules.html",
    "imported old regulation": "regulations/loan-rules-2019.html",
    "plain case": "cases/2026/late-book.html",
    "withdrawn": "lessons/2026/01-withdrawn.html",
    "drafts": "quizzes/every-kind.html",
}
PAGE_TYPES: Mapping[str, str] = {**_REAL_PAGES, **SMALL_PAGES}


def open_page(page: Page, url: str) -> None:
    """Open a page, and wait for its view where it has one."""
    page.goto(url)
    expect(page.locator("[data-lx-page]:not([data-lx-ready])")).to_have_count(0)


def file_base(folder: Path) -> str:
    """The file:// address of a folder."""
    return folder.resolve().as_uri() + "/"


def _only(folder: Path, pattern: str) -> str:
    found = sorted(folder.glob(pattern))
    assert len(found) == 1, f"{len(found)} pages {pattern}"
    return found[0].relative_to(folder).as_posix()
