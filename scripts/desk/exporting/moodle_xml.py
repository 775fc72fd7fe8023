"""Write questions as Moodle XML, which Moodle imports and we read back whole."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from lxml import etree

from desk.exporting.moodle_text import to_html
from desk.exporting.selection import Item, Selection
from lianxue.content.letters import letters
from lianxue.content.question import Json, Question
from lianxue.content.question_types.choice import Choice
from lianxue.content.question_types.fill_in import GAP, FillIn
from lianxue.content.question_types.matching import Matching
from lianxue.content.question_types.ordering import Ordering
from lianxue.content.question_types.short_answer import ShortAnswer
from lianxue.reading.folding import FOLDINGS

_NAME_LENGTH = 40  # of what Moodle's lists show of a stem


def export_moodle_xml(selection: Selection) -> bytes:
    """The settled questions of a selection in UTF-8, a category for each quiz."""
    root = etree.Element("quiz")
    last = ""
    for item in selection.items:
        if item.question is None:
            continue
        if item.quiz.id != last:
            last = item.quiz.id
            _category(root, item.quiz.title)
        _question(root, item, item.question)
    etree.indent(root, space="  ")
    text: bytes = etree.tostring(root, encoding="utf-8", xml_declaration=True)
    return text + b"\n"


def _category(root: etree._Element, title: str) -> None:
    node = etree.SubElement(root, "question", type="category")
    _text(
        node, "category", f"$course$/top/{title.replace('/', '//')}"
    )  # Moodle doubles a slash that is part of a name


def _question(root: etree._Element, item: Item, question: Question) -> None:
    kind, write = _WRITERS[question.type.name]
    body = question.body
    if isinstance(body, FillIn) and len(body.gaps) > 1:
        kind = "cloze"
    node = etree.SubElement(root, "question", type=kind)
    _text(node, "name", " ".join(question.stem.split())[:_NAME_LENGTH])
    stem = _cloze(question.stem, body) if kind == "cloze" and isinstance(body, FillIn) else question.stem
    material = f'<div class="lianxue-material">{to_html(item.material.text)}</div>' if item.material else ""
    _html(node, "questiontext", f"{material}<p>{to_html(stem)}</p>")
    cites = (
        f'<p class="lianxue-cite">依据：{to_html("；".join(item.citations))}</p>' if item.citations else ""
    )
    explanation = f"<p>{to_html(question.explanation)}</p>" if question.explanation else ""
    _html(node, "generalfeedback", explanation + cites)
    for name, value in (
        ("defaultgrade", str(item.quiz.points_of(question))),
        ("penalty", "0"),
        ("hidden", "0"),
    ):
        etree.SubElement(node, name).text = value
    etree.SubElement(node, "idnumber").text = item.full_id
    own: dict[str, Json] = {}
    write(node, body, own)
    if item.material:
        own["material"] = f"{item.quiz.id}/{item.material.id}"
    if question.waived:
        own["waive"] = dict(question.waived)
    _tags(node, item)
    etree.SubElement(node, "lianxue").text = json.dumps(own, ensure_ascii=False)


def _tags(node: etree._Element, item: Item) -> None:
    """Facts that Moodle has no place for are tags too, so that they can be searched there."""
    fields = item.fields
    named = [(name, fields.get(key)) for name, key in (("纪律", "discipline"), ("难度", "difficulty"))]
    facts = [f"{name}：{value}" for name, value in named if value]
    facts += [f"依据：{cite}" for cite in _list(fields.get("cite"))]
    tags = etree.SubElement(node, "tags")
    for text in (*_list(fields.get("tags")), *facts):
        _text(tags, "tag", text)


def _list(value: Json) -> list[str]:
    return [str(item) for item in value] if isinstance(value, list) else []


def _text(parent: etree._Element, name: str, text: str) -> etree._Element:
    node = etree.SubElement(parent, name)
    etree.SubElement(node, "text").text = text
    return node


def _html(parent: etree._Element, name: str, source: str) -> etree._Element:
    node = _text(parent, name, source)
    node.set("format", "html")
    return node


def _answer(parent: etree._Element, source: str, fraction: str, *, is_html: bool = True) -> None:
    node = _html(parent, "answer", source) if is_html else _text(parent, "answer", source)
    node.set("fraction", fraction)
    _html(node, "feedback", "")


def _fraction(share: float) -> str:
    """As Moodle writes them, so that it knows a third again: 33.33333."""
    return f"{share:.5f}".rstrip("0").rstrip(".")


def _choice(node: etree._Element, body: object, own: dict[str, Json]) -> None:
    assert isinstance(body, Choice)
    is_single = len(body.answer) == 1
    etree.SubElement(node, "single").text = "true" if is_single else "false"
    etree.SubElement(node, "shuffleanswers").text = "true"
    etree.SubElement(node, "answernumbering").text = "ABCD"
    for option in body.options:
        is_right = option.id in body.answer
        # A wrong option takes away all that right ones earned, as here.
        wrong = "0" if is_single else "-100"
        _answer(node, to_html(option.text), _fraction(100 / len(body.answer)) if is_right else wrong)
    _own_labels(own, "labels", [option.id for option in body.options])


def _own_labels(own: dict[str, Json], name: str, labels: Iterable[str]) -> None:
    written: list[Json] = [*labels]
    if written != list(letters(len(written))):
        own[name] = written


def _true_false(node: etree._Element, body: object, own: dict[str, Json]) -> None:
    assert isinstance(body, Choice)
    for word, verdict in (("true", "对"), ("false", "错")):
        _answer(node, word, "100" if body.answer == (verdict,) else "0", is_html=False)


def _fill_in(node: etree._Element, body: object, own: dict[str, Json]) -> None:
    assert isinstance(body, FillIn)
    if len(body.gaps) == 1:
        etree.SubElement(node, "usecase").text = "0" if "case" in body.gaps[0].folding else "1"
        for filling in body.gaps[0].accept:
            _answer(node, filling.replace("*", "\\*"), "100", is_html=False)
    if any(not gap.folding for gap in body.gaps):
        own["exact"] = [not gap.folding for gap in body.gaps]
    if any(gap.folding not in ((), tuple(FOLDINGS)) for gap in body.gaps):
        own["fold"] = [[*gap.folding] for gap in body.gaps]
    if body.any_order:
        own["any_order"] = True


def _cloze(stem: str, body: FillIn) -> str:
    """The stem with `{1:SHORTANSWER:=五~=5}` for each gap."""
    gaps = iter(body.gaps)

    def gap_source(_match: object) -> str:
        fillings = "~".join("=" + _cloze_escape(text) for text in next(gaps).accept)
        return f"{{1:SHORTANSWER:{fillings}}}"

    return GAP.sub(gap_source, stem)


def _cloze_escape(text: str) -> str:
    return "".join(f"\\{character}" if character in '\\}#~/"*' else character for character in text)


def _short_answer(node: etree._Element, body: object, own: dict[str, Json]) -> None:
    assert isinstance(body, ShortAnswer)
    etree.SubElement(node, "responseformat").text = "plain"
    etree.SubElement(node, "responsefieldlines").text = "8"
    points = "".join(f"<li>{to_html(point)}</li>" for point in body.points)
    _html(node, "graderinfo", f"<ul>{points}</ul>")


def _matching(node: etree._Element, body: object, own: dict[str, Json]) -> None:
    assert isinstance(body, Matching)
    etree.SubElement(node, "shuffleanswers").text = "true"
    right = {option.id: option.text for option in body.right}
    spare = [option for option in body.right if option.id not in body.answer.values()]
    pairs = [(to_html(option.text), right[body.answer[option.id]]) for option in body.left]
    for left_text, right_text in (*pairs, *(("", option.text) for option in spare)):
        sub = _html(node, "subquestion", left_text)
        _text(sub, "answer", right_text)
    own["left_labels"] = [option.id for option in body.left]
    own["right_labels"] = [option.id for option in body.right]
    own["right"] = [option.text for option in body.right]


def _ordering(node: etree._Element, body: object, own: dict[str, Json]) -> None:
    """Moodle takes the items in their right order."""
    assert isinstance(body, Ordering)
    settings = {
        "layouttype": "VERTICAL",
        "selecttype": "ALL",
        "selectcount": "0",
        "gradingtype": "ABSOLUTE_POSITION",
    }
    for name, value in {**settings, "showgrading": "SHOW"}.items():
        etree.SubElement(node, name).text = value
    texts = {option.id: option.text for option in body.options}
    for position, label in enumerate(body.answer, start=1):
        _answer(node, to_html(texts[label]), str(position))
    own["labels"] = [*body.answer]
    own["shown"] = [option.id for option in body.options]


_Writer = Callable[[etree._Element, object, dict[str, Any]], None]
_WRITERS: Mapping[str, tuple[str, _Writer]] = {
    "single_choice": ("multichoice", _choice),
    "multiple_choice": ("multichoice", _choice),
    "true_false": ("truefalse", _true_false),
    "fill_in": ("shortanswer", _fill_in),
    "short_answer": ("essay", _short_answer),
    "matching": ("matching", _matching),
    "ordering": ("ordering", _ordering),
}
