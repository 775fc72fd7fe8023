"""The state of one build: what hooks ask page by page, and the problems found on the way."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from lianxue.content.catalog import Catalog, load_catalog
from lianxue.content.kinds import DOCS, kind_of
from lianxue.content.left_to_edit import without_open_alts
from lianxue.content.quiz import Quiz
from lianxue.content.quiz_marks import MARK
from lianxue.content.sign_off_rules import check_sign_offs, load_signed_months
from lianxue.reading.problem import (
    Level,
    Problem,
    Report,
    sort_problems,
    without_drafts,
)
from lianxue.rendering.bank import Bank, export_bank
from lianxue.rendering.cards import Cards, make_cards
from lianxue.rendering.comparison_views import comparable
from lianxue.rendering.page_rules import check_html, check_links, without_broken_addresses
from lianxue.rendering.page_scan import PageScan, scan_page
from lianxue.rendering.question_views import QuizView, quiz_view
from lianxue.rendering.regulation_outline import complete_outline
from lianxue.rendering.search_index import SearchIndex, build_index
from lianxue.rendering.search_lists import usable_processes
from lianxue.rendering.search_records import SearchPage, plain_text
from lianxue.rendering.search_sources import (
    content_page,
    generated_page,
    quiz_search_page,
    search_kinds,
)
from lianxue.rendering.urls import answers_page, comparison_page, page_url, quiz_page

# Pages for practice and for the learner's record: the scripts fill them.
LEARNING_PAGES: Mapping[str, tuple[str, str]] = {
    "practice/index.md": ("练习", "practice/practice.html"),
    "practice/session.md": ("做题", "practice/session.html"),
    "practice/mistakes.md": ("错题本", "practice/mistakes.html"),
    "practice/notes.md": ("我的笔记", "practice/notes.html"),
    "practice/exams.md": ("模拟考试", "practice/exams.html"),
    "practice/screen.md": ("大屏答题", "practice/screen.html"),
    "study/index.md": ("我的学习", "study.html"),
}
GLOSSARY = "glossary.md"  # below docs/
CASE_INDEX = "docs/cases/index.md"  # made where no author wrote it
WITHDRAWN_PAGE = "withdrawn.html"
WITHDRAWN_QUIZ = '<p class="lx-withdrawn">这套自测题已撤下。</p>'
# Ours to empty at any time; git ignores it.
SEARCH_CACHE = Path(".cache", "search")
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)


class PagesReady(Exception):
    """Raised in a build that was only wanted for checking, once all pages have been checked."""

    def __init__(self, portal: Portal) -> None:
        super().__init__("all pages are checked")
        self.portal = portal


@dataclass(slots=True)
class Portal:
    """One build of one catalog. Page paths here are below docs/ (lessons/2026/02-x.md)."""

    catalog: Catalog
    bank: Bank
    cards: Cards
    generated_pages: Mapping[str, str]  # path → Markdown of the pages that no author wrote
    drafts: bool = False  # whether 待确认 questions are shown instead of stopping
    scans: dict[str, PageScan] = field(default_factory=dict)  # page url → scan
    report: Report = field(default_factory=Report)  # problems of rendered pages
    search_pages: dict[str, SearchPage] = field(default_factory=dict)  # page path → what is found on it
    search: SearchIndex | None = None  # once all pages are rendered

    @property
    def problems(self) -> list[Problem]:
        """Everything found so far, sorted by place."""
        found = sort_problems([*self.catalog.problems, *self.report.problems])
        return without_drafts(found) if self.drafts else found

    def must_stop(self) -> bool:
        """Whether the site must not be built."""
        return any(problem.level is Level.MUST_FIX for problem in self.problems)

    def has_symlinks(self) -> bool:
        """Whether a symbolic link leads out of the content."""
        return any(problem.rule == "symlink" for problem in self.problems)

    def is_unreadable(self, path: str) -> bool:
        """Whether an author's page could not be read; its problem has been noted."""
        return f"{DOCS}/{path}" not in self.catalog.sources

    def template_of(self, path: str) -> str | None:
        """The template of a page that holds a record of a content kind, or was taken down."""
        place = kind_of(f"{DOCS}/{path}")
        if place and self.is_record(path):
            return place[0].template
        return WITHDRAWN_PAGE if f"{DOCS}/{path}" in self.catalog.withdrawn else None

    def is_record(self, path: str) -> bool:
        """Whether a page shows a record of a content kind: a lesson taken down shows only its notice."""
        place = kind_of(f"{DOCS}/{path}")
        is_withdrawn = f"{DOCS}/{path}" in self.catalog.withdrawn
        return bool(place and not (is_withdrawn and place[1] not in self.catalog.records[place[0].name]))

    def prepare_markdown(self, path: str, markdown: str) -> str:
        """A page's Markdown before it is rendered: outlines completed, quizzes of a lesson placed."""
        source = self.catalog.sources.get(f"{DOCS}/{path}")
        if source is not None and source.path in self.catalog.withdrawn:
            markdown = source.body  # the notice; the author's text stays in the file
        if source is not None:
            markdown = without_open_alts(without_broken_addresses(markdown, source, self.report))
        place = kind_of(f"{DOCS}/{path}")
        if place is None:
            return markdown
        kind, record_id = place
        if kind.name == "regulation" and record_id in self.catalog.regulations:
            return complete_outline(markdown, self.catalog.regulations[record_id], self.catalog)
        if kind.name == "lesson":
            placed = {mark.quiz for mark in self.catalog.marks.get(f"{DOCS}/{path}", ())}
            missing = [quiz for quiz in self.catalog.quizzes_of(record_id) if quiz.id not in placed]
            if missing:
                marks = "\n\n".join(f"<!-- quiz: {quiz.id} -->" for quiz in missing)
                return f"{markdown}\n\n## 自测\n\n{marks}\n"
        return markdown

    def finish_content(
        self, path: str, url: str, title: str, html: str, render_quiz: Callable[[QuizView], str]
    ) -> str:
        """A page's HTML with its quizzes put in, after the author's part was checked.

        `url` is where the builder puts the page, percent-encoded: README.md becomes index.html.
        """
        source = self.catalog.sources.get(f"{DOCS}/{path}")
        if source is None and path not in self.generated_pages:
            return html
        if not self.is_withdrawn(path):
            self.note_for_search(path, url, title, html, is_written=source is not None)
        scan = scan_page(html, refuse=source is not None)
        if source is not None:
            check_html(scan, source, self.report)
        quizzes: list[Quiz] = []

        def put_in(match: re.Match[str]) -> str:
            mark = MARK.fullmatch(match.group())
            if mark is None:
                return match.group()  # an author's own comment, whatever it says
            if mark["quiz"] in self.catalog.withdrawn_quizzes:
                return WITHDRAWN_QUIZ
            quiz = self.catalog.quizzes.get(mark["quiz"])
            if quiz is None or quiz in quizzes:
                return ""
            quizzes.append(quiz)
            view = self.view_of(quiz, own_page=path == quiz_page(quiz))
            if view.own_page:
                self.search_pages[path] = quiz_search_page(url, view)
            return render_quiz(view)

        content = _COMMENT.sub(put_in, html)
        self.check_marks(path, quizzes)
        if quizzes:
            scan.anchors |= scan_page(content, refuse=False).anchors
        self.scans[page_url(path)] = scan
        return content

    def is_withdrawn(self, path: str) -> bool:
        """Whether only a notice stands on a page."""
        quizzes = map(quiz_page, self.catalog.withdrawn_quizzes.values())
        return f"{DOCS}/{path}" in self.catalog.withdrawn or path in quizzes

    def load_signatures(self, required_from: str) -> None:
        """See that what was signed is still so; `required_from` is the first month that must be, or ""."""
        months = load_signed_months(self.catalog, required_from, self.report)
        check_sign_offs(months, self.catalog, required_from, self.report)

    def note_for_search(self, path: str, url: str, title: str, html: str, *, is_written: bool) -> None:
        """Keep what is found on a page; answers are not looked for."""
        if is_written:
            self.search_pages[path] = content_page(path, url, plain_text(title), html, self.catalog)
        elif path not in map(answers_page, self.catalog.quizzes.values()):
            self.search_pages[path] = generated_page(url, title)

    @property
    def glossary(self) -> SearchPage | None:
        """The page of terms, once it is rendered; None where there is none."""
        return self.search_pages.get(GLOSSARY)

    def finish_search(self, *, is_preview: bool) -> SearchIndex:
        """The index of all pages, once they are rendered. A preview forks no process: it has threads."""
        self.search = build_index(
            list(self.search_pages.values()),
            search_kinds(),
            synonyms=self.catalog.synonyms,
            glossary=self.glossary.url if self.glossary else "",
            cache=self.catalog.root / SEARCH_CACHE,
            processes=1 if is_preview else usable_processes(),
        )
        return self.search

    def check_marks(self, path: str, placed: Sequence[Quiz]) -> None:
        """Every mark of a page has become a quiz: Markdown makes code of an indented one."""
        for mark in self.catalog.marks.get(f"{DOCS}/{path}", ()):
            if mark.quiz in self.catalog.quizzes and self.catalog.quizzes[mark.quiz] not in placed:
                message = "这个自测题标记成了代码，题目不会出现：请去掉前面的空格，顶格写"
                self.report.note(mark.place, "quiz-mark", message)

    def view_of(self, quiz: Quiz, *, own_page: bool) -> QuizView:
        """A quiz for the question templates."""
        shards = [shard.url for shard in self.bank.shards[quiz.id]]
        return quiz_view(quiz, self.catalog, shards, own_page=own_page)

    def check_pages(self, site_files: Iterable[str]) -> None:
        """The links of all pages, once all of them are rendered; `site_files` are urls."""
        files = frozenset(site_files)
        withdrawn = {page_url(path.removeprefix(f"{DOCS}/")) for path in self.catalog.withdrawn}
        anchors: Mapping[str, set[str]] = {
            url: scan.anchors for url, scan in self.scans.items() if url not in withdrawn
        }
        sources = {page_url(path): source for path, source in self.catalog.sources.items()}
        for url, scan in self.scans.items():
            check_links(url, scan, sources.get(url), files, anchors, self.report)


def open_portal(root: Path, *, drafts: bool = False) -> Portal:
    """The portal of the project in `root`. Raises OSError where a file cannot be opened."""
    catalog = load_catalog(root)
    pages = dict(_generated_pages(catalog))
    return Portal(catalog, export_bank(catalog), make_cards(catalog), pages, drafts)


def _generated_pages(catalog: Catalog) -> Iterator[tuple[str, str]]:
    yield "quizzes/index.md", _page("自测题", "quizzes.html", "")
    if catalog.cases and CASE_INDEX not in catalog.paths:
        yield CASE_INDEX.removeprefix(f"{DOCS}/"), _page("案例", "cases.html", "")
    yield "search/index.md", _page("法规和术语索引", "search_index.html", "")
    for path, (title, template) in LEARNING_PAGES.items():
        yield path, _page(title, template, "")
    for new, _old in comparable(catalog):
        yield comparison_page(new), _page(f"《{new.title}》新旧对照", "comparison.html", "")
    for quiz in catalog.withdrawn_quizzes.values():
        assert quiz.withdrawal is not None
        yield quiz_page(quiz), _page(quiz.title, WITHDRAWN_PAGE, quiz.withdrawal.notice)
    for quiz in catalog.quizzes.values():
        yield quiz_page(quiz), _page(quiz.title, "quiz.html", f"<!-- quiz: {quiz.id} -->")
        yield answers_page(quiz), _page(f"{quiz.title}：答案与解析", "answers.html", "")


def _page(title: str, template: str, body: str) -> str:
    """A generated page; JSON strings are YAML."""
    facts = {"title": title, "template": template}
    head = "\n".join(f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in facts.items())
    return f"---\n{head}\n---\n{body}\n"
