"""Where pages stand on the site. Every url here is relative to the site's root."""

from __future__ import annotations

from lianxue.content.case import Case
from lianxue.content.citation import Citation
from lianxue.content.draft_question import DraftQuestion
from lianxue.content.kinds import DOCS
from lianxue.content.lesson import Lesson
from lianxue.content.question import Question
from lianxue.content.quiz import Quiz
from lianxue.content.regulation import PREAMBLE, Regulation

COMPARISONS = "comparisons/"  # the folder of pages that compare two versions


def page_url(path: str) -> str:
    """The url of a page from its file below the project (docs/a/b.md → a/b.html)."""
    return path.removeprefix(f"{DOCS}/").removesuffix(".md") + ".html"


def lesson_url(lesson: Lesson) -> str:
    """The url of a lesson."""
    return page_url(lesson.path)


def case_url(case: Case) -> str:
    """The url of a case."""
    return page_url(case.path)


def regulation_url(regulation: Regulation) -> str:
    """The url of a regulation's page."""
    return page_url(regulation.path)


def citation_url(citation: Citation, regulation: Regulation) -> str:
    """The url of the article a citation names, on its regulation's page."""
    anchor = citation.article.anchor if citation.article else PREAMBLE
    return f"{regulation_url(regulation)}#{anchor}"


def comparison_page(regulation: Regulation) -> str:
    """The generated page that compares a regulation with the version before it, below docs."""
    return f"{COMPARISONS}{regulation.id}.md"


def quiz_page(quiz: Quiz) -> str:
    """The generated page of a quiz, below docs."""
    return f"quizzes/{quiz.id}.md"


def answers_page(quiz: Quiz) -> str:
    """The generated page of a quiz's answers, below docs."""
    return f"quizzes/{quiz.id}-answers.md"


def question_anchor(question: Question | DraftQuestion) -> str:
    """The id of a question's form or of a draft's card, the only one on any page."""
    name = question.id or question.number  # only a draft may lack an id
    return f"q-{question.quiz.replace('/', '.')}--{name}"  # no id of ours holds "." or "--"
