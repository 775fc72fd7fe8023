"""The question bank as the browser loads it: an index in columns, and shards with the answers."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from lianxue.content.catalog import Catalog
from lianxue.content.question import Json, Question
from lianxue.content.question_types.registry import QUESTION_TYPES
from lianxue.content.quiz import Quiz
from lianxue.content.vocabulary import DIFFICULTIES, DISCIPLINES
from lianxue.rendering.question_views import citation_views
from lianxue.rendering.rich_text import render_block, render_line

SHARD_SIZE = 100  # questions
FOLDER = "assets/bank"


@dataclass(frozen=True, slots=True)
class Asset:
    """A generated file: its url below the site and its text. The name carries a content hash."""

    url: str
    text: str


@dataclass(frozen=True, slots=True)
class Bank:
    """Every generated script of the bank."""

    index: Asset
    shards: Mapping[str, tuple[Asset, ...]]  # quiz id → its shards

    def assets(self) -> Iterator[Asset]:
        """The index and all shards."""
        yield self.index
        for shards in self.shards.values():
            yield from shards


def export_bank(catalog: Catalog) -> Bank:
    """The bank of a catalog."""
    return Bank(
        index=_asset("index", f"Lianxue.bank.index({_json(_index(catalog))});\n"),
        shards={quiz.id: _shards(quiz, catalog) for quiz in catalog.quizzes.values()},
    )


def _shards(quiz: Quiz, catalog: Catalog) -> tuple[Asset, ...]:
    questions = quiz.questions
    name = quiz.id.replace("/", "-")
    return tuple(
        _shard(name, quiz, questions[start : start + SHARD_SIZE], catalog)
        for start in range(0, len(questions), SHARD_SIZE)
    )


def _shard(name: str, quiz: Quiz, questions: Sequence[Question], catalog: Catalog) -> Asset:
    content: dict[str, Json] = {
        "quiz": quiz.id,
        "pass_mark": quiz.pass_mark,
        "questions": [export_question(question, quiz, catalog) for question in questions],
    }
    return _asset(name, f"Lianxue.bank.add({_json(content)});\n")


def export_question(question: Question, quiz: Quiz, catalog: Catalog) -> dict[str, Json]:
    """What grading.js and the verdict need of a question."""
    key = question.body.answer_key()
    if question.type.name == "short_answer":
        points = question.body.answer_lines()
        key = {"answer": [str(render_line(point)) for point in points]}
    return {
        "id": question.full_id,
        "revision": question.revision,
        "type": question.type.name,
        "rule": quiz.scoring.value,
        "points": quiz.points_of(question),
        **key,
        "explanation": str(render_block(question.explanation)),
        "cite": [
            {"text": citation.text, "url": citation.url, "status": citation.status}
            for citation in citation_views(question.citations, catalog)
        ],
    }


def _index(catalog: Catalog) -> dict[str, Json]:
    """Columns, one entry a question; numbers point into the lists of names, -1 is none."""
    quizzes = list(catalog.quizzes)
    regulations = list(catalog.regulations)
    types = list(QUESTION_TYPES)
    rows = [(quiz, question) for quiz in catalog.quizzes.values() for question in quiz.questions]

    def place(name: str, names: Sequence[str]) -> int:
        return names.index(name) if name in names else -1

    def regulation_of(question: Question) -> str:
        first = question.citations[0] if question.citations else None
        found = catalog.titles.get(first.regulation) if first else None
        return found.id if found else ""

    return {
        "quizzes": [*quizzes],
        "types": [*types],
        "regulations": [*regulations],
        "disciplines": [*DISCIPLINES],
        "difficulties": [*DIFFICULTIES],
        "pass_marks": {quiz.id: quiz.pass_mark for quiz in catalog.quizzes.values()},
        "ids": [question.full_id for _quiz, question in rows],
        "quiz": [place(quiz.id, quizzes) for quiz, _question in rows],
        "type": [place(question.type.name, types) for _quiz, question in rows],
        "revision": [question.revision for _quiz, question in rows],
        "regulation": [place(regulation_of(question), regulations) for _quiz, question in rows],
        "discipline": [place(question.discipline, DISCIPLINES) for _quiz, question in rows],
        "difficulty": [place(question.difficulty, DIFFICULTIES) for _quiz, question in rows],
        "points": [quiz.points_of(question) for quiz, question in rows],
    }


def _json(value: Json) -> str:
    """Compact JSON that is also a sound script in old engines."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return text.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")


def _asset(name: str, text: str) -> Asset:
    digest = hashlib.sha256(text.encode()).hexdigest()[:10]
    return Asset(f"{FOLDER}/{name}-{digest}.js", text)
