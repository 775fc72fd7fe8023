"""Choose questions of the bank for an export."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from desk.failures import DeskError
from desk.wanted import find_lesson, find_quizzes, find_regulation
from lianxue.content.catalog import Catalog
from lianxue.content.question import Json, Material, Question
from lianxue.content.question_types.registry import QUESTION_TYPES
from lianxue.content.quiz import Quiz
from lianxue.content.quiz_text import question_fields
from lianxue.content.vocabulary import DIFFICULTIES, DISCIPLINES, QUESTION_TYPE_NAMES


@dataclass(frozen=True, slots=True, kw_only=True)
class Filters:
    """What is asked for; an empty filter asks for all, several of one kind for any of them."""

    quizzes: tuple[str, ...] = ()  # ids or files
    lessons: tuple[str, ...] = ()
    regulations: tuple[str, ...] = ()  # ids or titles
    types: tuple[str, ...] = ()  # 单选, 单选题 or single_choice
    disciplines: tuple[str, ...] = ()  # 廉洁纪律 or 廉洁
    difficulties: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """A question to export. `question` is None for a draft (待确认), whose fields may not fit together."""

    quiz: Quiz
    number: int  # its position in the quiz, from 1
    question: Question | None
    fields: Mapping[str, Json]  # as in the quiz file, in canonical form
    material: Material | None = None  # id and text; what stands in it may be more than was chosen
    citations: tuple[str, ...] = ()  # 《中国共产党纪律处分条例》第九十七条, in words

    @property
    def full_id(self) -> str:
        """Its name in the whole bank."""
        return f"{self.quiz.id}/{self.fields.get('id', '')}"

    @property
    def kind(self) -> str:
        """Its type's name; of a draft it may be none we know."""
        return str(self.fields.get("type", ""))


@dataclass(frozen=True, slots=True, kw_only=True)
class Selection:
    """The questions chosen, in the order of the bank."""

    title: str
    items: tuple[Item, ...]

    @property
    def questions(self) -> tuple[Question, ...]:
        """The settled ones."""
        return tuple(item.question for item in self.items if item.question is not None)

    @property
    def drafts(self) -> tuple[Item, ...]:
        """The ones that are 待确认."""
        return tuple(item for item in self.items if item.question is None)


def plan_export(catalog: Catalog, filters: Filters) -> Selection:
    """The questions that pass every filter. Raises DeskError for a filter that names nothing there is."""
    quizzes = _quizzes(catalog, filters)
    chosen_regulations = {find_regulation(catalog, name).id for name in filters.regulations}
    kinds = {word: kind for word, kind in QUESTION_TYPE_NAMES.items() if kind in QUESTION_TYPES}
    types = {_known(name, kinds, "题型") for name in filters.types}
    disciplines = {_discipline(name) for name in filters.disciplines}
    levels = {level: level for level in DIFFICULTIES}
    difficulties = {_known(name, levels, "难度") for name in filters.difficulties}
    items = tuple(
        item
        for quiz in quizzes
        for item in _items(quiz, catalog)
        if (not types or item.kind in types)
        and (not disciplines or item.fields.get("discipline") in disciplines)
        and (not difficulties or item.fields.get("difficulty") in difficulties)
        and (not filters.tags or set(filters.tags) & set(_tags(item)))
        and (not chosen_regulations or chosen_regulations & _regulations(item, catalog))
    )
    if not items:
        raise DeskError("没有符合条件的题目：请减少条件，或用 lianxue stats 看看题库里有什么")
    titles = list(dict.fromkeys(item.quiz.title for item in items))
    return Selection(title=titles[0] if len(titles) == 1 else "题库", items=items)


def _quizzes(catalog: Catalog, filters: Filters) -> list[Quiz]:
    lessons = {find_lesson(catalog, name).id for name in filters.lessons}
    return [
        quiz
        for quiz in sorted(find_quizzes(catalog, filters.quizzes), key=lambda quiz: quiz.id)
        if not lessons or quiz.lesson in lessons
    ]


def _items(quiz: Quiz, catalog: Catalog) -> list[Item]:
    return sorted(_unsorted_items(quiz, catalog), key=lambda item: item.number)


def _unsorted_items(quiz: Quiz, catalog: Catalog) -> Iterator[Item]:
    for part in quiz.parts:
        material = part if isinstance(part, Material) else None
        for question in part.questions if isinstance(part, Material) else (part,):
            yield Item(
                quiz=quiz,
                number=question.number,
                question=question,
                fields=question_fields(question, quiz.regulation),
                material=material,
                citations=_citations(question, catalog),
            )
    for draft in quiz.drafts:
        material = (
            Material(id=draft.material, text=draft.material_text, questions=()) if draft.material else None
        )
        yield Item(quiz=quiz, number=draft.number, question=None, fields=draft.fields, material=material)


def _citations(question: Question, catalog: Catalog) -> tuple[str, ...]:
    return tuple(
        f"《{catalog.titles[citation.regulation].title}》{citation.label}"
        if citation.regulation in catalog.titles
        else f"《{citation.regulation}》{citation.label}"
        for citation in question.citations
    )


def _regulations(item: Item, catalog: Catalog) -> set[str]:
    """The ids of what a question cites; of one that cites nothing, its quiz's own."""
    citations = item.question.citations if item.question else ()
    names = [citation.regulation for citation in citations] or [item.quiz.regulation]
    return {catalog.titles[name].id for name in names if name in catalog.titles}


def _tags(item: Item) -> list[str]:
    tags = item.fields.get("tags")
    return [str(tag) for tag in tags] if isinstance(tags, list) else []


def _known(name: str, names: Mapping[str, str], what: str) -> str:
    value = names.get(name, name)
    if value not in names.values():
        words = dict.fromkeys(word for word in names if not any(other + "题" == word for other in names))
        raise DeskError(f"{what}“{name}”不认识。可用：{'、'.join(words)}")
    return value


def _discipline(name: str) -> str:
    full = name if name.endswith("纪律") else f"{name}纪律"
    return _known(full, {discipline: discipline for discipline in DISCIPLINES}, "纪律")
