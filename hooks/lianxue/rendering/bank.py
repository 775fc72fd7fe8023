"""The question bank as the browser loads it: an index in columns, and shards with the answers."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from lianxue.content.catalog import Catalog
from lianxue.content.question import Json, Material, Question
from lianxue.content.quiz import Quiz
from lianxue.rendering.bank_index import export_index
from lianxue.rendering.question_views import citation_views, question_view
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
    shards = {quiz.id: _shards(quiz, catalog) for quiz in catalog.quizzes.values()}
    urls = {quiz_id: [shard.url for shard in assets] for quiz_id, assets in shards.items()}
    index = export_index(catalog, urls, SHARD_SIZE)
    return Bank(index=_asset("index", f"Lianxue.bank.index({_json(index)});\n"), shards=shards)


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
        "materials": {
            part.id: str(render_block(part.text)) for part in quiz.parts if isinstance(part, Material)
        },
        "questions": [export_question(question, quiz, catalog) for question in questions],
    }
    return _asset(name, f"Lianxue.bank.add({_json(content)});\n")


def export_question(question: Question, quiz: Quiz, catalog: Catalog) -> dict[str, Json]:
    """What the question's form, grading.js and the verdict need of a question."""
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
        **_shown(question, quiz, catalog),
        **key,
        "explanation": str(render_block(question.explanation)),
        "cite": [
            {"text": citation.text, "url": citation.url, "status": citation.status}
            for citation in citation_views(question.citations, catalog)
        ],
    }


def _shown(question: Question, quiz: Quiz, catalog: Catalog) -> dict[str, Json]:
    """What question_form.js puts into an empty form: what the templates put into one at build time."""
    view = question_view(question, catalog)
    lists = {"options": view.options, "left": view.left, "right": view.right}
    return {
        "number": question.number,
        "stem": [str(part) for part in view.stem_parts],
        **{
            name: [[option.id, str(option.text)] for option in options]
            for name, options in lists.items()
            if options
        },
        "material": _material_of(question, quiz),
        "stale": [str(title) for title in view.stale_citations],
    }


def _material_of(question: Question, quiz: Quiz) -> str:
    """The id of the text a question shares with others, "" where it has none."""
    shared = (part.id for part in quiz.parts if isinstance(part, Material) and question in part.questions)
    return next(shared, "")


def _json(value: Json) -> str:
    """Compact JSON that is also a sound script in old engines."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return text.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")


def _asset(name: str, text: str) -> Asset:
    digest = hashlib.sha256(text.encode()).hexdigest()[:10]
    return Asset(f"{FOLDER}/{name}-{digest}.js", text)
