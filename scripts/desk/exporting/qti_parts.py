"""Build the elements of QTI 2.1 that all interactions share."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from lxml import etree

NAMESPACE = "http://www.imsglobal.org/xsd/imsqti_v2p1"
_SCHEMA = "http://www.w3.org/2001/XMLSchema-instance"
_BOLD = re.compile(r"\*\*(.+?)\*\*", re.DOTALL)
_NO_NAME = re.compile(r"[^A-Za-z0-9_.-]")


def add(parent: etree._Element, name: str, text: str = "", **attributes: str) -> etree._Element:
    """A child element of the QTI namespace."""
    node = etree.SubElement(parent, f"{{{NAMESPACE}}}{name}", attributes)
    node.text = text or None
    return node


def add_text(parent: etree._Element, text: str) -> None:
    """Text with `<br/>` for line ends and `<strong>` for bold, behind what the parent holds."""
    for index, piece in enumerate(_BOLD.split(text)):
        target = add(parent, "strong") if index % 2 else parent
        for number, line in enumerate(piece.split("\n")):
            if number:
                add(target, "br")
            _append(target, line)


def _append(parent: etree._Element, text: str) -> None:
    if len(parent):
        parent[-1].tail = (parent[-1].tail or "") + text
    else:
        parent.text = (parent.text or "") + text


def add_block(parent: etree._Element, text: str, name: str = "p", **attributes: str) -> etree._Element:
    """A paragraph of text."""
    node = add(parent, name, **attributes)
    add_text(node, text)
    return node


def item_root(identifier: str, title: str) -> etree._Element:
    """An empty assessmentItem."""
    root = etree.Element(f"{{{NAMESPACE}}}assessmentItem", nsmap={None: NAMESPACE, "xsi": _SCHEMA})  # type: ignore[dict-item]
    root.set(f"{{{_SCHEMA}}}schemaLocation", f"{NAMESPACE} {NAMESPACE}.xsd")
    root.set("identifier", identifier)
    root.set("title", title)
    root.set("adaptive", "false")
    root.set("timeDependent", "false")
    root.set("{http://www.w3.org/XML/1998/namespace}lang", "zh-CN")
    return root


def name_of(text: str, opening: str) -> str:
    """An identifier made of a text: a letter first, then letters, digits, `_`, `.` and `-`."""
    return opening + _NO_NAME.sub(lambda match: f"_{ord(match.group()):x}", text)


def declare_response(
    root: etree._Element, identifier: str, cardinality: str, base: str, correct: Iterable[str]
) -> etree._Element:
    """A response with its right value."""
    node = add(root, "responseDeclaration", identifier=identifier, cardinality=cardinality, baseType=base)
    values = list(correct)
    if values:
        response = add(node, "correctResponse")
        for value in values:
            add(response, "value", value)
    return node


def add_mapping(declaration: etree._Element, fillings: Mapping[str, bool]) -> None:
    """Every filling that counts as right (text → whether capitals matter), worth one."""
    mapping = add(declaration, "mapping", defaultValue="0")
    for filling, is_exact in fillings.items():
        add(
            mapping,
            "mapEntry",
            mapKey=filling,
            mappedValue="1",
            caseSensitive="true" if is_exact else "false",
        )


def declare_outcomes(root: etree._Element, points: int, *, has_feedback: bool) -> None:
    """SCORE up to `points`, and what shows the explanation."""
    for name, value in (("SCORE", "0"), ("MAXSCORE", str(points))):
        node = add(root, "outcomeDeclaration", identifier=name, cardinality="single", baseType="float")
        add(add(node, "defaultValue"), "value", value)
    if has_feedback:
        add(root, "outcomeDeclaration", identifier="FEEDBACK", cardinality="single", baseType="identifier")


def process_match(root: etree._Element, points: int) -> etree._Element:
    """All points for the right response, none for any other."""
    processing = add(root, "responseProcessing")
    condition = add(processing, "responseCondition")
    right = add(condition, "responseIf")
    match = add(right, "match")
    add(match, "variable", identifier="RESPONSE")
    add(match, "correct", identifier="RESPONSE")
    _set(right, "SCORE", "float", str(points))
    _set(add(condition, "responseElse"), "SCORE", "float", "0")
    return processing


def process_gaps(root: etree._Element, responses: Iterable[str], points: int) -> etree._Element:
    """The share of gaps that are right."""
    names = list(responses)
    processing = add(root, "responseProcessing")
    product = add(add(processing, "setOutcomeValue", identifier="SCORE"), "product")
    divide = add(product, "divide")
    total = add(divide, "sum")
    for name in names:
        add(total, "mapResponse", identifier=name)
    add(divide, "baseValue", str(len(names)), baseType="float")
    add(product, "baseValue", str(points), baseType="float")
    return processing


def show_feedback(processing: etree._Element) -> None:
    """The explanation comes with the verdict, right or wrong."""
    _set(processing, "FEEDBACK", "identifier", "explanation")


def _set(parent: etree._Element, name: str, base: str, value: str) -> None:
    add(add(parent, "setOutcomeValue", identifier=name), "baseValue", value, baseType=base)
