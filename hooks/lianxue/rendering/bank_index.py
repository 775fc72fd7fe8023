"""The index of the bank: what practice chooses questions by, in compact columns without their texts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from lianxue.content.catalog import Catalog
from lianxue.content.preset import Preset, PresetFilter
from lianxue.content.question import Json, Material, Question
from lianxue.content.question_types.registry import QUESTION_TYPES
from lianxue.content.quiz import Quiz
from lianxue.content.vocabulary import DIFFICULTIES, DISCIPLINES
from lianxue.rendering.urls import lesson_url, page_url, quiz_page, regulation_url

NONE = -1  # where a column points at nothing


@dataclass(frozen=True, slots=True)
class _Row:
    quiz: Quiz
    question: Question
    shard: int


def export_index(catalog: Catalog, shards: Mapping[str, Sequence[str]], shard_size: int) -> dict[str, Json]:
    """Lists of names, and columns with one entry a question whose numbers point into them.

    `shards` are the urls of each quiz's shards, each of which holds `shard_size` questions.
    """
    quizzes = list(catalog.quizzes)
    lessons = list(catalog.lessons.values())
    regulations = list(catalog.regulations.values())
    rows = list(_rows(catalog, shards, shard_size))
    return {
        "quizzes": [*quizzes],
        "quiz_titles": [quiz.title for quiz in catalog.quizzes.values()],
        "quiz_urls": [page_url(quiz_page(quiz)) for quiz in catalog.quizzes.values()],
        "quiz_lessons": [
            _place(quiz.lesson, [lesson.id for lesson in lessons]) for quiz in catalog.quizzes.values()
        ],
        "pass_marks": {quiz.id: quiz.pass_mark for quiz in catalog.quizzes.values()},
        "lessons": [
            {"id": lesson.id, "title": lesson.title, "month": lesson.month, "url": lesson_url(lesson)}
            for lesson in lessons
        ],
        "types": [*QUESTION_TYPES],
        "type_labels": [type_.label for type_ in QUESTION_TYPES.values()],
        "regulations": [regulation.id for regulation in regulations],
        "regulation_titles": [
            (regulation.short_titles or (regulation.title,))[0] for regulation in regulations
        ],
        "regulation_urls": [regulation_url(regulation) for regulation in regulations],
        "disciplines": [*DISCIPLINES],
        "difficulties": [*DIFFICULTIES],
        "presets": [_preset(preset, catalog) for preset in catalog.presets.values()],
        "shards": [url for urls in shards.values() for url in urls],
        "ids": [row.question.full_id for row in rows],
        "quiz": [_place(row.quiz.id, quizzes) for row in rows],
        "shard": [row.shard for row in rows],
        "type": [_place(row.question.type.name, list(QUESTION_TYPES)) for row in rows],
        "revision": [row.question.revision for row in rows],
        "regulation": [
            regulations.index(regulation) if (regulation := catalog.regulation_of(row.question)) else NONE
            for row in rows
        ],
        "article": [row.question.article_number for row in rows],
        "discipline": [_place(row.question.discipline, DISCIPLINES) for row in rows],
        "difficulty": [_place(row.question.difficulty, DIFFICULTIES) for row in rows],
        "points": [row.quiz.points_of(row.question) for row in rows],
        "materials": [*_materials(catalog)],
    }


def _materials(catalog: Catalog) -> Iterator[list[Json]]:
    """First row and number of questions of every shared material: practice keeps them together."""
    row = 0
    for quiz in catalog.quizzes.values():
        for part in quiz.parts:
            if isinstance(part, Material):
                yield [row, len(part.questions)]
            row += len(part.questions) if isinstance(part, Material) else 1


def _rows(catalog: Catalog, shards: Mapping[str, Sequence[str]], shard_size: int) -> Iterator[_Row]:
    before = 0  # shards of the quizzes already listed
    for quiz in catalog.quizzes.values():
        for number, question in enumerate(quiz.questions):
            yield _Row(quiz, question, before + number // shard_size)
        before += len(shards[quiz.id])


def _place(name: str, names: Sequence[str]) -> int:
    return names.index(name) if name in names else NONE


def _preset(preset: Preset, catalog: Catalog) -> dict[str, Json]:
    return {
        "id": preset.id,
        "title": preset.title,
        "minutes": preset.minutes,
        "pass_mark": preset.pass_mark,
        "draw": preset.draw,
        "this_month": preset.this_month,
        "filter": _filter(preset.filter, catalog),
        "rows": [
            {
                "type": row.type,
                "count": row.count,
                "points": row.points,
                "filter": _filter(row.filter, catalog),
            }
            for row in preset.rows
        ],
        "quotas": {**preset.quotas},
    }


def _filter(wanted: PresetFilter, catalog: Catalog) -> dict[str, Json]:
    """What a filter asks for, by ids; what it does not ask for is left out."""
    asked: dict[str, Json] = {
        "quizzes": [*wanted.quizzes],
        "lessons": [*wanted.lessons],
        "regulations": [catalog.titles[name].id for name in wanted.regulations if name in catalog.titles],
        "articles": [*wanted.articles] if wanted.articles else None,
        "disciplines": [*wanted.disciplines],
        "difficulties": [*wanted.difficulties],
    }
    return {name: names for name, names in asked.items() if names}
