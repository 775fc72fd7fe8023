"""Citations name a regulation and a provision, and find them in the register."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.support.quizzes import TRUE_FALSE, catalog_of, quiz_text, read_quiz

from lianxue.content.article import Article
from lianxue.content.citation import Citation
from lianxue.content.question import Question
from lianxue.rendering.question_views import citation_views


def citation(text: str, regulation: str = "study-rules") -> Citation:
    """The citation that a text in `cite` is read as."""
    quiz, problems = read_quiz({**TRUE_FALSE, "cite": [text], "waive": {}}, regulation=regulation)
    assert problems == []
    return quiz.questions[0].citations[0]


@pytest.mark.parametrize(
    ("text", "regulation", "label", "article"),
    [
        ("第五条", "study-rules", "第五条", Article(5)),
        ("第5条第2款", "study-rules", "第五条第2款", Article(5)),
        ("《中国共产党章程》第三条第一款", "中国共产党章程", "第三条第一款", Article(3)),
        ("《章程》 第四十条之一", "章程", "第四十条之一", Article(40, 1)),
        ("总纲", "study-rules", "总纲", None),
        ("《章程》总纲第五自然段", "章程", "总纲第五自然段", None),
    ],
)
def test_a_citation_is_read(text: str, regulation: str, label: str, article: Article | None) -> None:
    """With a title in 《》 or of the quiz's own regulation; articles, inserted ones, a preamble."""
    found = citation(text)
    assert (found.regulation, found.label, found.article) == (regulation, label, article)


def question_citing(folder: Path, *texts: str) -> tuple[Question, list[tuple[str, str, str, bool]]]:
    """A question of the base case that cites these, and what its links show."""
    quiz = quiz_text(
        {**TRUE_FALSE, "id": "citing", "stem": "只为依据。", "cite": list(texts)}, regulation="守则"
    )
    catalog = catalog_of(folder, {"quizzes/more.yml": quiz})
    question = catalog.quizzes["more"].questions[0]
    views = citation_views(question.citations, catalog)
    return question, [(view.text, view.url, view.status, view.is_current) for view in views]


def test_a_citation_links_to_its_article(tmp_path: Path) -> None:
    """By id, title, short title or alias, to the article's anchor, with its regulation's status."""
    _, links = question_citing(
        tmp_path, "第五条第二款", "《党员学习守则》第五条之一", "总纲", "《study-rules》第一条"
    )
    assert links == [
        ("《学习守则》第五条第二款", "regulations/study-rules.html#art-5", "现行有效", True),
        ("《学习守则》第五条之一", "regulations/study-rules.html#art-5-1", "现行有效", True),
        ("《学习守则》总纲", "regulations/study-rules.html#preamble", "现行有效", True),
        ("《学习守则》第一条", "regulations/study-rules.html#art-1", "现行有效", True),
    ]


def test_a_short_name_shared_with_an_old_version_means_the_current_one(tmp_path: Path) -> None:
    """守则 is both versions' short title: the superseded one leaves it to its successor."""
    _, links = question_citing(tmp_path, "《守则》第一条", "《2019年守则》第一条")
    assert links == [
        ("《学习守则》第一条", "regulations/study-rules.html#art-1", "现行有效", True),
        ("《学习守则（2019年）》第一条", "regulations/study-rules-2019.html#art-1", "已修订", False),
    ]
