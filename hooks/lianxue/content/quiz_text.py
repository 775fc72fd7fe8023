"""Write a quiz file's text from questions: the very file a person would write."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, ClassVar, cast

import yaml

from lianxue.content.canonical import QUESTION_ORDER
from lianxue.content.citation import Citation
from lianxue.content.question import Json, Material, Question
from lianxue.content.question_types.choice import Choice
from lianxue.content.question_types.fill_in import FillIn, Gap
from lianxue.content.question_types.matching import Matching
from lianxue.content.question_types.ordering import Ordering
from lianxue.content.question_types.short_answer import ShortAnswer
from lianxue.content.quiz import QUIZ_FIELDS
from lianxue.reading.folding import FOLDINGS

Fields = dict[str, Json]
_FLOW = ("answer", "cite", "tags", "accept", "fold")  # short lists that stand on one line
_LINE_END = re.compile(r"\r\n?|[\u0085\u2028\u2029]")


class _Flow(list[Any]):
    """A list to be written as [a, b]."""


class _FlowPairs(dict[str, Any]):
    """A mapping to be written as {a: b}."""


class _Dumper(yaml.CSafeDumper):
    """Every scalar is a text: `NO`, `010` and `12:30` need no quotes."""

    yaml_implicit_resolvers: ClassVar[dict[Any, Any]] = {}  # type: ignore[misc]  # PyYAML sets it on the class


_Dumper.add_representer(
    _Flow, lambda dumper, items: dumper.represent_sequence("tag:yaml.org,2002:seq", items, flow_style=True)
)
_Dumper.add_representer(
    _FlowPairs,
    lambda dumper, pairs: dumper.represent_mapping("tag:yaml.org,2002:map", pairs, flow_style=True),
)


def question_fields(question: Question, regulation: str = "") -> Fields:
    """The fields of a question in canonical order; empty ones are left out.

    `regulation` is the quiz's own, which citations need not name.
    """
    fields: Fields = {
        "id": question.id,
        "type": question.type.name,
        "stem": question.stem,
        **_body_fields(question.body),
        "explanation": question.explanation,
        "cite": [_citation_text(citation, regulation) for citation in question.citations],
        "discipline": question.discipline,
        "difficulty": question.difficulty,
        "tags": list(question.tags),
        "waive": dict(question.waived),
    }
    return _in_order(fields)


def material_fields(material: Material, regulation: str = "") -> Fields:
    """The fields of a material with its questions."""
    questions: list[Json] = [
        cast("Json", question_fields(question, regulation)) for question in material.questions
    ]
    return {"id": material.id, "type": "material", "text": material.text, "questions": questions}


def part_fields(part: Question | Material, regulation: str = "") -> Fields:
    """The fields of what stands in a quiz: a question, or a material with several."""
    if isinstance(part, Material):
        return material_fields(part, regulation)
    return question_fields(part, regulation)


def quiz_text(
    head: Mapping[str, Json], questions: Iterable[Fields], notes: Mapping[str, Sequence[str]] | None = None
) -> str:
    """A quiz file in canonical form, questions a blank line apart.

    `head` holds the quiz's own fields, `notes` comment lines by question id, written above it.
    """
    top = {name: head[name] for name in QUIZ_FIELDS if head.get(name) not in (None, "", {}, [])}
    top.pop("questions", None)
    text = _fields_text(top) + "questions:\n"
    for number, fields in enumerate(questions):
        comments = "".join(f"# {note}\n" for note in (notes or {}).get(str(fields.get("id", "")), ()))
        text_of_question = comments + _item_text(_in_order(fields))
        text += ("\n" if number else "") + _indent(text_of_question)
    return text


def _fields_text(fields: Mapping[str, Json]) -> str:
    """A mapping in block style; libyaml would not indent the lists in it."""
    return "".join(
        f"{name}:\n" + _indent("".join(map(_item_text, value)))
        if isinstance(value, list) and not _is_flow(name, value)
        else _dump({name: _flowing(value, name)})
        for name, value in fields.items()
    )


def _item_text(item: Json) -> str:
    if isinstance(item, dict):
        return "- " + _indent(_fields_text(item)).removeprefix("  ")
    return _dump([_flowing(item)])


def _indent(text: str) -> str:
    return "".join(f"  {line}" if line.strip() else line for line in text.splitlines(keepends=True))


def _body_fields(body: object) -> Fields:
    if isinstance(body, Choice):
        if [option.id for option in body.options] == ["对", "错"]:
            return {"answer": body.answer[0]}
        answer: Json = list(body.answer) if len(body.answer) > 1 else body.answer[0]
        return {"options": {option.id: option.text for option in body.options}, "answer": answer}
    if isinstance(body, FillIn):
        gaps: list[Json] = [_gap_fields(gap) for gap in body.gaps]
        return {"answer": gaps, "any_order": "true" if body.any_order else ""}
    if isinstance(body, Matching):
        return {
            "left": {option.id: option.text for option in body.left},
            "right": {option.id: option.text for option in body.right},
            "answer": dict(body.answer),
        }
    if isinstance(body, Ordering):
        return {
            "options": {option.id: option.text for option in body.options},
            "answer": list(body.answer),
        }
    assert isinstance(body, ShortAnswer), body
    return {"points": list(body.points)}


def _gap_fields(gap: Gap) -> Fields:
    fields: Fields = {"accept": list(gap.accept)}
    if not gap.folding:
        fields["exact"] = "true"
    elif gap.folding != tuple(FOLDINGS):
        fields["fold"] = list(gap.folding)
    return fields


def _citation_text(citation: Citation, regulation: str) -> str:
    is_own = citation.regulation in ("", regulation)
    return citation.label if is_own else f"《{citation.regulation}》{citation.label}"


def _in_order(fields: Fields) -> Fields:
    return {name: fields[name] for name in QUESTION_ORDER if fields.get(name) not in (None, "", {}, [])}


def _is_flow(name: str, value: Json) -> bool:
    """Whether a field's value stands on one line: short lists, and the pairs of a matching."""
    if isinstance(value, dict):
        return name == "answer"
    return name in _FLOW and isinstance(value, list) and all(isinstance(item, str) for item in value)


def _flowing(value: Json, name: str = "") -> Any:
    """The same value, marked where it is to stand on one line; line ends are \\n."""
    if isinstance(value, dict):
        inner = {key: _flowing(item, key) for key, item in value.items()}
        return _FlowPairs(inner) if _is_flow(name, value) else inner
    if isinstance(value, list):
        return (_Flow if _is_flow(name, value) else list)(_flowing(item) for item in value)
    return _LINE_END.sub("\n", value) if isinstance(value, str) else value


def _dump(value: object) -> str:
    text: str = yaml.dump(
        value,
        Dumper=_Dumper,
        allow_unicode=True,
        sort_keys=False,
        default_flow_style=False,
        width=2**30,
        line_break="\n",
    )
    return text
