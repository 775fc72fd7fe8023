"""Check the words of pages and questions against the wording file."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count

from lianxue.content.kinds import DOCS
from lianxue.content.question import question_label
from lianxue.content.vocabulary import FIELD_NAMES, TRUE_FALSE
from lianxue.content.wording import WordHit, WordList
from lianxue.content.wording_prose import prose_lines
from lianxue.reading.front_matter import read_front_matter
from lianxue.reading.problem import Place, Report
from lianxue.reading.yaml_source import Mapping, Node, Scalar, Sequence, read_yaml

_FACTS = ("title", "summary")  # of a page's front matter, as readers see them
_CLAIMS = ("stem", "text", "explanation")  # what a question says itself
_CHOICES = ("options", "left", "right", "answer", "points")
_IS_DELIBERATE = "如果是有意写错的选项或判断，在这道题下写 waive: {wording: 理由}"


def check_words(words: WordList, text: str, path: str, report: Report) -> None:
    """Note the wrong forms in a page or a quiz file; other files have no prose of ours."""
    if not words.is_suspicious(text):
        return
    if path.startswith(f"{DOCS}/") and path.endswith(".md"):
        _check_page(words, text, path, report)
    elif path.startswith("quizzes/") and path.endswith((".yml", ".yaml")):
        root = read_yaml(text, path, Report())  # what is wrong with it is noted where it is parsed
        if isinstance(root, Mapping):
            _check_quiz(words, text, root, report)


def _check_page(words: WordList, text: str, path: str, report: Report) -> None:
    source = read_front_matter(text, path, Report())
    if source is None:
        return
    for name, value in _fields(source.facts).items():
        if name in _FACTS and isinstance(value, Scalar):
            for hit, place in _places(words, value, text):
                _note(hit, place, report)
    for line, prose in prose_lines(source):
        for hit in words.find(prose):
            _note(hit, Place(path, line, hit.start + 1), report)


def _note(hit: WordHit, place: Place, report: Report, label: str = "") -> None:
    report.note(place, "wrong-name" if hit.wording.is_name else "wording", f"{label}{hit}")


def _check_quiz(words: WordList, text: str, root: Mapping, report: Report) -> None:
    fields = _fields(root)
    if isinstance(title := fields.get("title"), Scalar):
        for hit, place in _places(words, title, text):
            _note(hit, place, report)
    for label, fields in _questions(root, count(1)):
        waived = fields.get("waive")
        is_waived = isinstance(waived, Mapping) and any(key.text == "wording" for key, _ in waived.items)
        doubtful = (*_CHOICES, "stem") if _is_false(fields) else _CHOICES  # may be wrong on purpose
        for field in (*_CLAIMS, *_CHOICES):
            for scalar in _scalars(fields.get(field)):
                for hit, place in _places(words, scalar, text):
                    if field in doubtful and not is_waived:
                        report.note(place, "wording", f"{label}：{hit}。{_IS_DELIBERATE}")
                    elif field not in doubtful and (hit.wording.is_name or not is_waived):
                        _note(hit, place, report, f"{label}：")


def _questions(parent: Mapping, numbers: Iterator[int]) -> Iterator[tuple[str, dict[str, Node]]]:
    """How messages name each question and material, and its fields."""
    node = _fields(parent).get("questions")
    for item in node.items if isinstance(node, Sequence) else ():
        if not isinstance(item, Mapping):
            next(numbers)  # the author counts it too
            continue
        fields = _fields(item)
        name = fields.get("id")
        shown_id = name.text if isinstance(name, Scalar) else ""
        if "questions" in fields:
            yield f"材料（{shown_id}）" if shown_id else "材料", fields
            yield from _questions(item, numbers)
        else:
            yield question_label(next(numbers), shown_id), fields


def _fields(mapping: Mapping | None) -> dict[str, Node]:
    items = mapping.items if mapping else ()
    return {FIELD_NAMES.get(key.text, key.text): value for key, value in items}


def _is_false(fields: dict[str, Node]) -> bool:
    """Whether a statement is there to be called wrong."""
    answer = fields.get("answer")
    return isinstance(answer, Scalar) and TRUE_FALSE.get(answer.text) == "错"


def _scalars(node: Node | None) -> Iterator[Scalar]:
    if isinstance(node, Scalar):
        yield node
    elif isinstance(node, Sequence):
        for item in node.items:
            yield from _scalars(item)
    elif node is not None:
        for _key, value in node.items:
            yield from _scalars(value)


def _places(words: WordList, scalar: Scalar, text: str) -> Iterator[tuple[WordHit, Place]]:
    """The hits in a YAML text with their places in the file, which may break and indent its lines."""
    hits = list(words.find(scalar.text))
    if not hits:
        return  # as nearly always: finding the place is what costs
    line_start = 0
    for _ in range(scalar.place.line - 1):
        line_start = text.find("\n", line_start) + 1
    offset = line_start + scalar.place.column - 1
    for hit in hits:
        at = text.find(hit.wrong, offset)
        if at < 0:
            yield hit, scalar.place  # a line break within the word
            continue
        offset = at + len(hit.wrong)
        line = text.count("\n", 0, at) + 1
        yield hit, Place(scalar.place.path, line, at - text.rfind("\n", 0, at))
