"""Read what each of Moodle's question types adds to a stem."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from lxml import etree

from desk.drafts.draft import Draft
from desk.importing.records.fillings import split_points
from desk.importing.records.moodle_fields import child_text, rich_text
from desk.importing.records.plain_html import parse_html, plain_text
from desk.importing.records.stems import GAP_TEXT, with_gaps
from lianxue.content.letters import letter
from lianxue.reading.patterns import lazy_pattern

_CLOZE = lazy_pattern(r"\{(?P<points>\d*):(?P<kind>[A-Z_]+):(?P<answers>(?:\\.|[^\\}])*)\}", re.DOTALL)
_CLOZE_SHORT = ("SHORTANSWER", "SA", "MW", "SHORTANSWER_C", "SAC", "MWC")
_ESCAPED = lazy_pattern(r"\\(.)", re.DOTALL)
_WILD = lazy_pattern(r"(?<!\\)\*")
_FULL = 99.0  # percent; thirds and sevenths of a hundred do not add up to it


class NotReadable(Exception):
    """A question of Moodle's that has no like here; the text says why."""


def _text(node: etree._Element, own: Mapping[str, Any]) -> str:
    question = node.getparent()
    is_own = question is not None and question.find("lianxue") is not None
    return plain_text(rich_text(node), is_own=bool(own) or is_own)


def _fraction(answer: etree._Element) -> float:
    try:
        return float(answer.get("fraction", "0"))
    except ValueError:
        return 0.0


def _labels(own: Mapping[str, Any], name: str, count: int) -> list[str]:
    written = own.get(name)
    if isinstance(written, list) and len(written) == count:
        return [str(label) for label in written]
    return [letter(index) for index in range(count)]


def _choice(node: etree._Element, stem: str, own: Mapping[str, Any]) -> Draft:
    answers = node.findall("answer")
    labels = _labels(own, "labels", len(answers))
    options = tuple((label, _text(answer, own)) for label, answer in zip(labels, answers, strict=True))
    right = tuple(label for label, answer in zip(labels, answers, strict=True) if _fraction(answer) > 0)
    is_single = (
        child_text(node, "single") not in ("false", "0")
        if node.find("single") is None
        else ((node.findtext("single") or "").strip() in ("true", "1"))
    )
    doubts = []
    if is_single:
        full = tuple(label for label, a in zip(labels, answers, strict=True) if _fraction(a) >= _FULL)
        if len(right) > 1 and len(full) == 1:
            partly = "、".join(label for label in right if label not in full)
            doubts.append(f"选项 {partly} 在 Moodle 里得一部分分，这里没有这种选项")
            right = full
        elif len(right) > 1:
            doubts.append(f"题型是单选，答案却有 {len(right)} 个：{'、'.join(right)}")
    elif len(right) == 1:
        doubts.append(f"题型是多选，答案却只有 {right[0]}")
    if not right:
        doubts.append("没有答案")
    feedback = [
        f"{label}：{text}"
        for label, answer in zip(labels, answers, strict=True)
        if answer.find("feedback") is not None and (text := plain_text(rich_text(answer.find("feedback"))))
    ]
    return Draft(
        type="single_choice" if is_single else "multiple_choice",
        stem=stem,
        options=options,
        answer=right,
        explanation="\n".join(feedback),
        doubts=tuple(doubts),
    )


def _true_false(node: etree._Element, stem: str, own: Mapping[str, Any]) -> Draft:
    right = [child_text(answer).lower() for answer in node.findall("answer") if _fraction(answer) > _FULL]
    verdict = {"true": "对", "false": "错"}.get(right[0], "") if len(right) == 1 else ""
    doubts = () if verdict else ("没有答案",)
    return Draft(type="true_false", stem=stem, answer=(verdict,) if verdict else (), doubts=doubts)


def _gap_facts(own: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "any_order": bool(own.get("any_order")),
        "exact": tuple(map(bool, own.get("exact", ()))),
        "fold": tuple(tuple(map(str, names)) for names in own.get("fold", ())),
    }


def _short(node: etree._Element, stem: str, own: Mapping[str, Any]) -> Draft:
    answers = node.findall("answer")
    written = [child_text(answer) for answer in answers if _fraction(answer) > _FULL]
    partly = [child_text(answer) for answer in answers if 0 < _fraction(answer) <= _FULL]
    accepted = tuple(text.replace("\\*", "*") for text in written)
    gapped, count = with_gaps(stem)
    doubts = []
    if partly:
        doubts.append(f"填法“{'、'.join(partly)}”在 Moodle 里得一部分分，这里没有这种填法")
    if any(_WILD.search(text) for text in written):
        doubts.append("填法里的星号在 Moodle 里代表任意文字，请改成完整的填法")
    if not accepted:
        doubts.append("没有答案")
    if count == 0:
        doubts.append("填空题的题干里没有空")
    elif count > 1:
        doubts.append(f"题干有 {count} 个空，答案只有一个")
    return Draft(
        type="fill_in",
        stem=gapped,
        gaps=(accepted,) if accepted else (),
        doubts=tuple(doubts),
        **_gap_facts(own),
    )


def _cloze(node: etree._Element, stem: str, own: Mapping[str, Any]) -> Draft:
    """A cloze of short answers is a fill-in; any other mixes types and is refused."""
    matches = list(_CLOZE.finditer(stem))
    strange = sorted({match["kind"] for match in matches} - set(_CLOZE_SHORT))
    if strange or not matches:
        raise NotReadable(
            f"Moodle 的完形填空（cloze）里有 {'、'.join(strange) or '看不懂的写法'}，没有读入：请拆成几道题"
        )
    gaps: list[tuple[str, ...]] = []
    for match in matches:
        parts = _split(match["answers"], "~")
        full = [re.match(r"(?:=|%100%)(.*)", part, re.DOTALL) for part in parts]
        accepted = [_split(found[1], "#")[0] for found in full if found]
        if not accepted or any(re.match(r"%(?!100%|0%)", part) for part in parts):
            raise NotReadable("Moodle 的完形填空（cloze）里有只得一部分分的填法，没有读入")
        gaps.append(tuple(_ESCAPED.sub(r"\1", text).strip() for text in accepted))
    return Draft(type="fill_in", stem=_CLOZE.sub(GAP_TEXT, stem), gaps=tuple(gaps), **_gap_facts(own))


def _split(text: str, mark: str) -> list[str]:
    """The parts between marks that no backslash goes before."""
    return re.findall(rf"((?:\\.|[^\\{mark}])*)(?:{mark}|$)", text, re.DOTALL)


def _essay(node: etree._Element, stem: str, own: Mapping[str, Any]) -> Draft:
    source = rich_text(node.find("graderinfo"))
    is_own = node.find("lianxue") is not None
    items = parse_html(source).findall(".//li") if "<li" in source else []
    points: Sequence[str] = [plain_text(_inner_html(item), is_own=is_own) for item in items]
    points = [point for point in points if point] or split_points(plain_text(source))
    return Draft(type="short_answer", stem=stem, points=tuple(points), doubts=() if points else ("没有答案",))


def _inner_html(node: etree._Element) -> str:
    inner = etree.tostring(node, encoding="unicode", method="html", with_tail=False)
    return inner[inner.index(">") + 1 : inner.rindex("</")]


def _matching(node: etree._Element, stem: str, own: Mapping[str, Any]) -> Draft:
    lefts: list[str] = []
    rights: list[str] = []
    chosen: list[str] = []
    for sub in node.findall("subquestion"):
        left, right = _text(sub, own), child_text(sub.find("answer"))
        if right and right not in rights:
            rights.append(right)
        if left:
            lefts.append(left)
            chosen.append(right)
    if isinstance(own.get("right"), list) and sorted(own["right"]) == sorted(rights):
        rights = [str(text) for text in own["right"]]
    left_labels = own.get("left_labels")
    left_labels = left_labels if isinstance(left_labels, list) else [str(n) for n in range(1, len(lefts) + 1)]
    right_labels = _labels(own, "right_labels", len(rights))
    by_text = dict(zip(rights, right_labels, strict=True))
    doubts = [f"左列“{left}”没有对应的右列" for left, right in zip(lefts, chosen, strict=True) if not right]
    if len(lefts) < 2 or len(rights) < 2:
        doubts.append("连线题的左右两列至少各要两项")
    return Draft(
        type="matching",
        stem=stem,
        left=tuple(zip(map(str, left_labels), lefts, strict=False)),
        right=tuple(zip(right_labels, rights, strict=True)),
        pairs=tuple(
            (str(label), by_text[right]) for label, right in zip(left_labels, chosen, strict=False) if right
        ),
        doubts=tuple(doubts),
    )


def _ordering(node: etree._Element, stem: str, own: Mapping[str, Any]) -> Draft:
    texts = [_text(answer, own) for answer in node.findall("answer")]
    labels = _labels(own, "labels", len(texts))
    options = tuple(zip(labels, texts, strict=True))
    shown = own.get("shown")
    if isinstance(shown, list) and sorted(map(str, shown)) == sorted(labels):
        options = tuple((str(label), dict(options)[str(label)]) for label in shown)
    doubts = () if len(texts) > 1 else ("排序题至少要有两项",)
    return Draft(type="ordering", stem=stem, options=options, answer=tuple(labels), doubts=doubts)


BODIES: Mapping[str, Callable[[etree._Element, str, Mapping[str, Any]], Draft]] = {
    "multichoice": _choice,
    "truefalse": _true_false,
    "shortanswer": _short,
    "cloze": _cloze,
    "multianswer": _cloze,
    "essay": _essay,
    "matching": _matching,
    "ordering": _ordering,
}
