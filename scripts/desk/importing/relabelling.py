"""Give a question back the labels and settings of the bank where its source cannot keep them."""

from __future__ import annotations

from collections.abc import Mapping

from lianxue.content.question import Json

Fields = Mapping[str, Json]


def as_labelled(read: Fields, bank: Fields) -> dict[str, Json]:
    """The fields that were read, with the bank's labels, order and settings where both say the same.

    Moodle keeps options without labels in whatever order, and nothing of 不分先后 or 一字不差.
    """
    fields = dict(read)
    if read.get("type") != bank.get("type"):
        return fields
    names: dict[str, dict[str, str]] = {}
    for name in ("options", "left", "right"):
        names[name] = _same_texts(read.get(name), bank.get(name))
        if names[name]:
            fields[name] = bank[name]
    answer = read.get("answer")
    if isinstance(answer, dict):
        fields["answer"] = {
            names["left"].get(left, left): names["right"].get(str(right), right)
            for left, right in answer.items()
        }
    elif names["options"]:
        fields["answer"] = _labels(answer, names["options"], list(_items(bank["options"])), read.get("type"))
    elif read.get("type") == "fill_in" and _accepted(answer) == _accepted(bank.get("answer")):
        fields["answer"] = bank["answer"]
        if "any_order" in bank:
            fields["any_order"] = bank["any_order"]
    return fields


def _items(group: Json) -> dict[str, str]:
    return {label: str(text) for label, text in group.items()} if isinstance(group, dict) else {}


def _same_texts(read: Json, bank: Json) -> dict[str, str]:
    """Label read → label of the bank, where both have the same texts, each once; else {}."""
    by_text = {text: label for label, text in _items(bank).items()}
    texts = _items(read)
    if len(set(texts.values())) < len(texts) or set(texts.values()) != set(by_text):
        return {}
    return {label: by_text[text] for label, text in texts.items()}


def _labels(answer: Json, names: Mapping[str, str], order: list[str], kind: Json) -> Json:
    if not isinstance(answer, list):
        return names.get(str(answer), answer)
    labels = [names.get(str(label), str(label)) for label in answer]
    if kind != "ordering":
        labels.sort(key=lambda label: order.index(label) if label in order else len(order))
    return list(labels)


def _accepted(answer: Json) -> list[list[str]]:
    """Of each gap the fillings, whatever else is said of it."""
    gaps = answer if isinstance(answer, list) else [answer]
    found = []
    for gap in gaps:
        accept = gap.get("accept") if isinstance(gap, dict) else gap
        found.append([str(one) for one in (accept if isinstance(accept, list) else [accept])])
    return found
