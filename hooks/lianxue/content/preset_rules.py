"""The rules that hold between presets and the bank: names that exist, and questions enough."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from lianxue.content.preset import Preset, PresetFilter
from lianxue.content.preset_matching import find_shortage
from lianxue.content.question import Question
from lianxue.content.question_types.registry import QUESTION_TYPES
from lianxue.content.quiz import Quiz
from lianxue.content.unknown_names import unknown_lesson, unknown_quiz
from lianxue.reading.problem import Level, Place, Report

if TYPE_CHECKING:
    from lianxue.content.catalog import Catalog


def check_presets(
    catalog: Catalog, lesson_ids: Collection[str], unknown_regulation: Callable[[str], str], report: Report
) -> None:
    """Every rule of presets. `unknown_regulation` says what is wrong with a name, "" where nothing is."""
    is_bank_whole = not any(
        problem.level is Level.MUST_FIX and problem.path in catalog.paths for problem in report.problems
    )
    for preset in catalog.presets.values():
        own = Report()
        for wanted in (preset.filter, *(row.filter for row in preset.rows)):
            _check_names(wanted, catalog, lesson_ids, unknown_regulation, own)
        report.extend(own.problems)
        if is_bank_whole and not own.must_fix():  # else what seems to lack may only be broken
            _check_supply(preset, catalog, report)


def _check_names(
    wanted: PresetFilter,
    catalog: Catalog,
    lesson_ids: Collection[str],
    unknown_regulation: Callable[[str], str],
    report: Report,
) -> None:
    for (field, name), place in wanted.places.items():
        if field == "regulations" and (message := unknown_regulation(name)):
            report.note(place, "unknown-regulation", message)
        elif field == "lessons" and name not in lesson_ids:
            report.note(place, "unknown-lesson", unknown_lesson(name, lesson_ids))
        elif field == "quizzes" and not _is_quiz_there(name, catalog):
            report.note(place, "unknown-quiz", unknown_quiz(name, catalog.quizzes))


def _is_quiz_there(name: str, catalog: Catalog) -> bool:
    return any(f"quizzes/{name}{suffix}" in catalog.paths for suffix in (".yml", ".yaml"))


def _check_supply(preset: Preset, catalog: Catalog, report: Report) -> None:
    months = sorted({lesson.month for lesson in catalog.lessons.values() if catalog.quizzes_of(lesson.id)})
    if not preset.this_month or not months:
        _note_lacks(preset, "", list(drawable(preset, catalog, "")), catalog, report)
        return
    for month in months:
        opening = f"考 {month} 的课时，"
        _note_lacks(preset, opening, list(drawable(preset, catalog, month)), catalog, report)


def drawable(preset: Preset, catalog: Catalog, month: str) -> Iterator[tuple[Quiz, Question]]:
    """What a preset may draw from: all of it, or the lessons of one month."""
    for quiz in catalog.quizzes.values():
        lesson = catalog.lessons.get(quiz.lesson)
        if not preset.this_month or (lesson and lesson.month == month):
            yield from (
                (quiz, question)
                for question in quiz.questions
                if _fits(preset.filter, quiz, question, catalog)
            )


def _note_lacks(
    preset: Preset,
    opening: str,
    questions: Sequence[tuple[Quiz, Question]],
    catalog: Catalog,
    report: Report,
) -> None:
    for place, message in find_lacks(preset, questions, catalog):
        report.note(place, "short-preset", opening + message)


def pools_of(preset: Preset, questions: Sequence[tuple[Quiz, Question]], catalog: Catalog) -> list[list[int]]:
    """For each row of a preset the questions (by their place in `questions`) that fit it."""
    return [
        [
            number
            for number, (quiz, question) in enumerate(questions)
            if question.type.name == row.type and _fits(row.filter, quiz, question, catalog)
        ]
        for row in preset.rows
    ]


def find_lacks(
    preset: Preset, questions: Sequence[tuple[Quiz, Question]], catalog: Catalog
) -> Iterator[tuple[Place, str]]:
    """Which rows and quotas of a preset `questions` are too few for, in words, and where those stand."""
    pools = pools_of(preset, questions, catalog)
    groups = {
        number: question.discipline
        for number, (_quiz, question) in enumerate(questions)
        if question.discipline
    }
    shortage = find_shortage(pools, [row.count for row in preset.rows], groups, preset.quotas)
    for row, have in shortage.rows.items():
        yield _row_words(preset, row, have, len(pools[row]))
    for discipline, have in shortage.quotas.items():
        wanted = preset.quotas[discipline]
        message = _lack(f"{discipline}至少要 {wanted} 题，各行能抽到的", wanted, have)
        yield preset.quota_places[discipline], message


def _row_words(preset: Preset, number: int, have: int, alone: int) -> tuple[Place, str]:
    row = preset.rows[number]
    before = "" if have == min(alone, row.count) else "除去前面各行要用的，"
    label = f"第 {number + 1} 行 {QUESTION_TYPES[row.type].label}题"
    return row.place, _lack(f"{label}要 {row.count} 题，{before}题库里符合的", row.count, have)


def _lack(what: str, wanted: int, have: int) -> str:
    return f"{what}只有 {have} 题，还差 {wanted - have} 题"


def _fits(wanted: PresetFilter, quiz: Quiz, question: Question, catalog: Catalog) -> bool:
    """Whether a question may be drawn; practice/selection.js answers the same from the bank's index."""
    regulation = catalog.regulation_of(question)
    asked: Mapping[str, tuple[tuple[str, ...], str]] = {
        "quizzes": (wanted.quizzes, quiz.id),
        "lessons": (wanted.lessons, quiz.lesson),
        "disciplines": (wanted.disciplines, question.discipline),
        "difficulties": (wanted.difficulties, question.difficulty),
        "regulations": (
            tuple(catalog.titles[name].id for name in wanted.regulations if name in catalog.titles),
            regulation.id if regulation else "",
        ),
    }
    if any(names and name not in names for names, name in asked.values()):
        return False
    if wanted.articles is None:
        return True
    first, last = wanted.articles
    return first <= question.article_number <= last
