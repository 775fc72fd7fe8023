"""Write each kind of question as a QTI 2.1 item."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from lxml import etree

from desk.exporting.qti_parts import (
    add,
    add_block,
    add_mapping,
    add_text,
    declare_outcomes,
    declare_response,
    item_root,
    name_of,
    process_gaps,
    process_match,
    show_feedback,
)
from desk.exporting.selection import Item
from lianxue.content.question import Question
from lianxue.content.question_types.choice import Choice
from lianxue.content.question_types.fill_in import GAP, FillIn
from lianxue.content.question_types.matching import Matching
from lianxue.content.question_types.ordering import Ordering
from lianxue.content.question_types.short_answer import ShortAnswer

_TITLE_LENGTH = 40
_VERDICTS = {"对": "true", "错": "false"}


def item_identifier(item: Item) -> str:
    """The item's name in the package: Q-<quiz>.<id>."""
    return name_of(item.full_id.replace("/", "."), "Q-")


def qti_item(item: Item, question: Question) -> bytes:
    """One assessmentItem."""
    root = item_root(item_identifier(item), " ".join(question.stem.split())[:_TITLE_LENGTH])
    points = item.quiz.points_of(question)
    feedback = [question.explanation] if question.explanation else []
    feedback += [f"依据：{'；'.join(item.citations)}"] if item.citations else []
    body = question.body
    is_graded = not isinstance(body, ShortAnswer)
    _DECLARE[type(body)](root, body)
    declare_outcomes(root, points, has_feedback=bool(feedback))
    shown = add(root, "itemBody")
    if item.material:
        add_block(add(shown, "blockquote"), item.material.text)
    _SHOW[type(body)](shown, question, body)
    if isinstance(body, FillIn):
        processing = process_gaps(root, _responses(body), points)
    elif is_graded:
        processing = process_match(root, points)
    else:
        processing = add(root, "responseProcessing")
    if feedback:
        show_feedback(processing)
        modal = add(
            root, "modalFeedback", outcomeIdentifier="FEEDBACK", identifier="explanation", showHide="show"
        )
        for text in feedback:
            add_block(modal, text)
    elif not len(processing):
        root.remove(processing)
    etree.cleanup_namespaces(root, keep_ns_prefixes=["xsi"])
    written: bytes = etree.tostring(root, encoding="utf-8", xml_declaration=True)
    return written + b"\n"


def _option_name(label: str) -> str:
    return _VERDICTS.get(label) or name_of(label, "O-")


def _declare_choice(root: etree._Element, body: object) -> None:
    assert isinstance(body, Choice)
    cardinality = "single" if len(body.answer) == 1 else "multiple"
    declare_response(root, "RESPONSE", cardinality, "identifier", map(_option_name, body.answer))


def _show_choice(shown: etree._Element, question: Question, body: object) -> None:
    assert isinstance(body, Choice)
    is_verdict = question.type.name == "true_false"
    interaction = add(
        shown,
        "choiceInteraction",
        responseIdentifier="RESPONSE",
        shuffle="false" if is_verdict else "true",
        maxChoices="1" if len(body.answer) == 1 else "0",
    )
    add_block(interaction, question.stem, "prompt")
    for option in body.options:
        add_block(interaction, option.text, "simpleChoice", identifier=_option_name(option.id))


def _responses(body: FillIn) -> list[str]:
    return [f"RESPONSE-{number}" for number in range(1, len(body.gaps) + 1)]


def _declare_fill_in(root: etree._Element, body: object) -> None:
    """Where the gaps have no order, each takes what any of them takes."""
    assert isinstance(body, FillIn)
    everywhere = {text: not gap.folding for gap in body.gaps for text in gap.accept}
    for name, gap in zip(_responses(body), body.gaps, strict=True):
        declaration = declare_response(root, name, "single", "string", gap.accept[:1])
        own = dict.fromkeys(gap.accept, not gap.folding)
        add_mapping(declaration, everywhere if body.any_order else own)


def _show_fill_in(shown: etree._Element, question: Question, body: object) -> None:
    assert isinstance(body, FillIn)
    paragraph = add(shown, "p")
    pieces = GAP.split(question.stem)
    for name, piece, gap in zip(_responses(body), pieces, body.gaps, strict=False):
        add_text(paragraph, piece)
        length = str(max(8, 2 * max(map(len, gap.accept))))
        add(paragraph, "textEntryInteraction", responseIdentifier=name, expectedLength=length)
    add_text(paragraph, pieces[-1])


def _declare_ordering(root: etree._Element, body: object) -> None:
    assert isinstance(body, Ordering)
    declare_response(root, "RESPONSE", "ordered", "identifier", map(_option_name, body.answer))


def _show_ordering(shown: etree._Element, question: Question, body: object) -> None:
    assert isinstance(body, Ordering)
    interaction = add(shown, "orderInteraction", responseIdentifier="RESPONSE", shuffle="true")
    add_block(interaction, question.stem, "prompt")
    for option in body.options:
        add_block(interaction, option.text, "simpleChoice", identifier=_option_name(option.id))


def _declare_matching(root: etree._Element, body: object) -> None:
    assert isinstance(body, Matching)
    pairs = (f"{name_of(left, 'L-')} {name_of(right, 'R-')}" for left, right in body.answer.items())
    declare_response(root, "RESPONSE", "multiple", "directedPair", pairs)


def _show_matching(shown: etree._Element, question: Question, body: object) -> None:
    assert isinstance(body, Matching)
    count = len(body.left)
    interaction = add(
        shown, "matchInteraction", responseIdentifier="RESPONSE", shuffle="true", maxAssociations=str(count)
    )
    add_block(interaction, question.stem, "prompt")
    for opening, options, most in (("L-", body.left, 1), ("R-", body.right, count)):
        side = add(interaction, "simpleMatchSet")
        for option in options:
            name = name_of(option.id, opening)
            add_block(side, option.text, "simpleAssociableChoice", identifier=name, matchMax=str(most))


def _declare_short_answer(root: etree._Element, body: object) -> None:
    declare_response(root, "RESPONSE", "single", "string", ())


def _show_short_answer(shown: etree._Element, question: Question, body: object) -> None:
    """The points are for whoever marks the answer."""
    assert isinstance(body, ShortAnswer)
    rubric = add(shown, "rubricBlock", view="scorer")
    points = add(rubric, "ul")
    for point in body.points:
        add_block(points, point, "li")
    interaction = add(shown, "extendedTextInteraction", responseIdentifier="RESPONSE", expectedLines="8")
    add_block(interaction, question.stem, "prompt")


_DECLARE: Mapping[type, Callable[[etree._Element, object], None]] = {
    Choice: _declare_choice,
    FillIn: _declare_fill_in,
    Ordering: _declare_ordering,
    Matching: _declare_matching,
    ShortAnswer: _declare_short_answer,
}
_SHOW: Mapping[type, Callable[[etree._Element, Question, object], None]] = {
    Choice: _show_choice,
    FillIn: _show_fill_in,
    Ordering: _show_ordering,
    Matching: _show_matching,
    ShortAnswer: _show_short_answer,
}
