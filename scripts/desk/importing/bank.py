"""The questions that the bank holds already, sound or not, as their files have them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from desk.importing.likeness import Content, content_of
from lianxue.content.catalog import QUIZZES, Catalog, is_quiz_file, load_register
from lianxue.content.question import Json
from lianxue.content.quiz import NO_QUIZ
from lianxue.content.quiz_tree import field_of, is_material, items_of
from lianxue.content.written_fields import written_fields
from lianxue.reading.problem import Place, Problem, Report
from lianxue.reading.text_file import read_text, walk_files
from lianxue.reading.yaml_source import Mapping as MappingNode
from lianxue.reading.yaml_source import Node, Scalar, read_yaml


@dataclass(frozen=True, slots=True, kw_only=True)
class Existing:
    """A question of the bank."""

    path: str
    quiz: str
    id: str
    fields: Mapping[str, Json]
    content: Content
    material: str  # id of its material, "" for none
    material_text: str

    @property
    def full_id(self) -> str:
        """Its name in the whole bank."""
        return f"{self.quiz}/{self.id}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Bank:
    """Every quiz file's questions, and the catalog for what they refer to."""

    root: Path
    catalog: Catalog
    questions: tuple[Existing, ...]
    regulations: Mapping[str, str]  # path → what the file's bare citations refer to
    titles: Mapping[str, str]  # path → what the quiz is called
    broken: Mapping[str, tuple[Problem, ...]]  # path → why the file cannot be read
    withdrawn: frozenset[str] = frozenset()  # paths of quizzes that were taken down

    def place_of(self, existing: Existing) -> str:
        """《第一季度自测》第 3 题."""
        number = self.of(existing.path).index(existing) + 1
        return f"{in_title_marks(self.titles.get(existing.path) or existing.path)}第 {number} 题"

    def of(self, path: str) -> tuple[Existing, ...]:
        """The questions of one file."""
        return tuple(question for question in self.questions if question.path == path)


def in_title_marks(title: str) -> str:
    """《…》; marks inside a title become 〈…〉, as GB/T 15834 has it."""
    return f"《{title.replace('《', '〈').replace('》', '〉')}》"


def load_bank(root: Path) -> Bank:
    """The bank of the project at `root`. Raises OSError."""
    questions: list[Existing] = []
    regulations: dict[str, str] = {}
    titles: dict[str, str] = {}
    broken: dict[str, tuple[Problem, ...]] = {}
    withdrawn: set[str] = set()
    for file, path in walk_files(root, QUIZZES, Report()):
        if not is_quiz_file(path):
            continue
        report = Report()
        text = read_text(file, path, report)
        tree = None if text is None else read_yaml(text, path, report)
        if tree is not None and not isinstance(tree, MappingNode) and not report.must_fix():
            report.note(Place(path), "wrong-kind", NO_QUIZ)
        if report.must_fix():
            broken[path] = tuple(report.problems)
        elif isinstance(tree, MappingNode):
            regulations[path] = _text(field_of(tree, "regulation"))
            titles[path] = _text(field_of(tree, "title"))
            if field_of(tree, "withdrawn_on") is not None:
                withdrawn.add(path)
            questions.extend(_questions(path, tree))
        else:
            regulations[path] = ""
    return Bank(
        root=root,
        catalog=load_register(root),
        questions=tuple(questions),
        regulations=regulations,
        titles=titles,
        broken=broken,
        withdrawn=frozenset(withdrawn),
    )


def _questions(path: str, tree: MappingNode) -> Iterator[Existing]:
    for item in items_of(field_of(tree, "questions")):
        if not is_material(item):
            yield _existing(path, item)
            continue
        name, text = _text(field_of(item, "id")), _text(field_of(item, "text"))
        for inner in items_of(field_of(item, "questions")):
            yield _existing(path, inner, name, text)


def _existing(path: str, item: MappingNode, material: str = "", material_text: str = "") -> Existing:
    fields = written_fields(item)
    return Existing(
        path=path,
        quiz=path.removeprefix(f"{QUIZZES}/").rpartition(".")[0],
        id=str(fields.get("id", "")),
        fields=fields,
        content=content_of(fields, material_text),
        material=material,
        material_text=material_text,
    )


def _text(node: Node | None) -> str:
    return node.text if isinstance(node, Scalar) else ""
