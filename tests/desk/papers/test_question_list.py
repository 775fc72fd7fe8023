"""A list of questions as a Word file, with answers or without."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import docx

from desk.papers.question_list import question_list_docx
from lianxue.content.catalog import Catalog


def texts_of(file: Path) -> list[str]:
    """The paragraphs of a Word file."""
    return [paragraph.text for paragraph in docx.Document(str(file)).paragraphs]


def test_every_question_is_listed_with_its_answer(catalog: Catalog, tmp_path: Path) -> None:
    """In the author's order with the author's labels."""
    file = tmp_path / "题目.docx"
    quizzes = [catalog.quizzes["bank"]]
    file.write_bytes(question_list_docx(quizzes, catalog, title="全部题目", organisation="某局机关党委"))
    texts = texts_of(file)
    assert texts[:4] == ["某局机关党委", "全部题目", "共 1 套、23 题", "bank 自测（23 题）"]
    start = texts.index("1．（单选）第 1 个单选题，应当选哪一项（\xa0\xa0\xa0\xa0\xa0\xa0\xa0\xa0）")
    assert texts[start + 1 : start + 5] == [
        "A．1 的错项 aa\tB．1 的对项 bb\tC．1 的错项 cc\tD．1 的错项 dd",
        "答案：B",
        "解析：书上有。",
        "依据：（待补）",
    ]
    assert "阅读材料，回答第 22—23 题。" in texts
    assert "23．（单选）材料的第 2 问（\xa0\xa0\xa0\xa0\xa0\xa0\xa0\xa0）" in texts
    assert "答案：第 1 空：五 或 5；第 2 空：省级以上机关党委" in texts


def test_answers_can_be_left_out_and_quizzes_cut_down(catalog: Catalog, tmp_path: Path) -> None:
    """What is printed are the parts that are handed in."""
    quiz = catalog.quizzes["bank"]
    cut = replace(quiz, parts=quiz.parts[8:9])
    file = tmp_path / "题目.docx"
    file.write_bytes(question_list_docx([cut], catalog, with_answers=False))
    texts = texts_of(file)
    assert texts[:3] == ["题目清单", "共 1 套、1 题（不含答案）", "bank 自测（1 题）"]
    assert not any(text.startswith(("答案", "解析", "依据")) for text in texts)
    assert texts[3:] == [
        "1．（单选）下列说法（\xa0\xa0\xa0\xa0\xa0\xa0\xa0\xa0）正确。",
        "A．甲说\tB．乙说\tC．丙说\tD．以上都对",
    ]


def test_same_questions_same_bytes(catalog: Catalog) -> None:
    """Twice the same."""
    quizzes = list(catalog.quizzes.values())
    assert question_list_docx(quizzes, catalog) == question_list_docx(quizzes, catalog)
