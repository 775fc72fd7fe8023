"""The words of a booklet that are the same in Word and on the print page."""

from __future__ import annotations

from desk.booklets.booklet import Page
from lianxue.content.lesson import Lesson
from lianxue.content.regulation import Regulation
from lianxue.reading.spelling import day_words

REGULATION_HEADS = ("名称", "制定机关", "施行日期", "效力")
QUIZ_NOTE = "<p>（题目见本月的自测题，答案与解析在书末。）</p>"


def lesson_facts(page: Page) -> str:
    """学习对象：党员、党员领导干部　建议用时：40 分钟　来源：…"""
    lesson = page.record
    assert isinstance(lesson, Lesson)
    facts = [
        ("学习对象", "、".join(lesson.audience)),
        ("建议用时", f"{lesson.minutes} 分钟" if lesson.minutes else ""),
        ("来源", lesson.source),
    ]
    return "　　".join(f"{name}：{text}" for name, text in facts if text)


def regulation_cells(regulation: Regulation) -> tuple[str, str, str, str]:
    """One row of the list of regulations; what is not known is a dash."""
    number = f"（{regulation.document_number}）" if regulation.document_number else ""
    return (
        f"《{regulation.title}》{number}",
        regulation.issuer or "—",
        day_words(regulation.effective_on) if regulation.effective_on else "—",
        regulation.shown_status,
    )
