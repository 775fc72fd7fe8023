"""A booklet as one HTML page to print."""

from __future__ import annotations

from pathlib import Path

from markupsafe import Markup

from desk.booklets.booklet import ANSWERS, Booklet, MonthPart, Page
from desk.booklets.booklet_docx import contents
from desk.booklets.facts import QUIZ_NOTE, REGULATION_HEADS, lesson_facts, regulation_cells
from desk.booklets.reading import PageReading
from desk.page_templates import page_templates
from desk.papers.paper_docx import line_characters
from desk.papers.question_list import quiz_groups
from desk.papers.views import NOT_WRITTEN
from desk.word.markdown import with_own_pictures
from desk.word.pages import A4
from lianxue.content.catalog import Catalog
from lianxue.content.quiz import Quiz

_HERE = Path(__file__).parent
_PAPERS = _HERE.parent / "papers"
_TEMPLATES = page_templates(_HERE / "templates", _PAPERS / "templates")


def booklet_page(booklet: Booklet, catalog: Catalog, reading: PageReading) -> bytes:
    """The whole booklet with its pictures inside; its contents are links, for paper the Word file has pages."""
    styles = [
        (folder / "templates" / name).read_text(encoding="utf-8")
        for folder, name in ((_PAPERS, "print.css"), (_HERE, "booklet.css"))
    ]
    text = _TEMPLATES.get_template("booklet.html").render(
        title=f"{booklet.title}（{booklet.period}）",
        css=Markup("\n".join(styles)),
        booklet=booklet,
        entries=list(contents(booklet)),
        months=[_month(month, catalog, reading) for month in booklet.months],
        quizzes=[_quiz(quiz, catalog) for quiz in booklet.quizzes],
        answers_title=ANSWERS,
        regulation_heads=REGULATION_HEADS,
        not_written=NOT_WRITTEN,
    )
    return text.encode()


def _month(month: MonthPart, catalog: Catalog, reading: PageReading) -> dict[str, object]:
    return {
        "title": month.title,
        "lessons": [_page(page, reading) | {"facts": lesson_facts(page)} for page in month.lessons],
        "regulations": [regulation_cells(regulation) for regulation in month.regulations],
        "cases": [_page(page, reading) for page in month.cases],
        "quizzes": [_quiz(quiz, catalog) for quiz in month.quizzes],
    }


def _page(page: Page, reading: PageReading) -> dict[str, object]:
    html = reading.html(page, QUIZ_NOTE)
    path = page.source.path
    own = with_own_pictures(html, root=reading.root, path=path, remark=reading.remark)
    return {"title": page.title, "html": Markup(own)}


def _quiz(quiz: Quiz, catalog: Catalog) -> dict[str, object]:
    return {"title": quiz.title, "groups": quiz_groups(quiz, catalog, line_characters(A4))}
