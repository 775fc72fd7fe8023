"""A question in the making becomes a draft: its type, its answer, and every doubt about them."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from desk.drafts.contradictions import explanation_doubt, without_verdict
from desk.drafts.draft import Draft
from desk.drafts.judgement_letters import LETTER_DOUBT
from desk.drafts.provisions import read_provisions
from desk.importing.papers.answers import read_true_false
from desk.importing.papers.body import NO_ANSWER, Body
from desk.importing.papers.choices import read_choice
from desk.importing.papers.fillings import read_fill_in, read_short_answer
from desk.importing.papers.gaps import has_empty_bracket
from desk.importing.papers.headings import TYPE_WORDS
from desk.importing.papers.items import Item
from desk.importing.papers.judgements import read_judgement
from desk.importing.papers.lines import PaperLine
from desk.importing.papers.numbered_options import take_numbered_options
from desk.importing.papers.pairs import is_matching, read_matching
from desk.importing.papers.stems import Stem, read_stem
from desk.importing.papers.text import fold, join_broken, quoted, shown

_DIFFICULTIES = {
    "易": "易",
    "简单": "易",
    "容易": "易",
    "较易": "易",
    "低": "易",
    "中": "中",
    "中等": "中",
    "一般": "中",
    "适中": "中",
    "难": "难",
    "困难": "难",
    "较难": "难",
    "高": "难",
}
_DISCIPLINES = ("政治纪律", "组织纪律", "廉洁纪律", "群众纪律", "工作纪律", "生活纪律")


@dataclass(slots=True, kw_only=True)
class Context:
    """What all questions of a file share."""

    lines: Sequence[PaperLine]
    file_type: str = ""  # as the file's name or title says
    marked: Mapping[int, tuple[str, ...]] = field(default_factory=dict)
    mark_name: str = ""
    has_letters: bool = False  # some question has options with letters


def make_draft(item: Item, position: int, context: Context) -> Draft:
    """The draft of the question at `position`."""
    stem = read_stem(item)
    declared, said = _declared(item, stem, context)
    if not item.options and not stem.tick:
        take_numbered_options(item, declared, has_letters=context.has_letters)
        stem = read_stem(item)
    marked = context.marked.get(position, ())
    body = _body(item, stem, declared, marked, context)
    if any(entry.doubt for entry in item.keys) or any("个选项全是" in doubt for doubt in item.doubts):
        body.doubts = [doubt for doubt in body.doubts if doubt != NO_ANSWER]
    doubts = [*item.doubts, *(entry.doubt for entry in item.keys if entry.doubt), *body.doubts]
    if said and (clause := _contradiction(declared, body, said)):
        doubts.append(clause)
    if any(context.lines[line].has_picture for line in item.lines):
        doubts.append("题目带有图片，图片没有读入")
    if not body.stem.strip():
        doubts.append("没有题干")
    struck = [context.lines[line].struck for line in item.lines if context.lines[line].struck]
    remarks = [*item.remarks, *body.remarks, *(f"划掉的“{quoted(words)}”没有读入" for words in struck)]
    explanation, cites = _explanation(item, body)
    if not any(doubt.endswith(LETTER_DOUBT) for doubt in doubts):
        doubts += filter(None, [explanation_doubt(body.answer, explanation)])
    explanation = without_verdict(body.answer, explanation)
    sources = [context.lines[line].source for line in item.lines]
    return Draft(
        type=body.type,
        stem=body.stem,
        options=body.options,
        left=body.left,
        right=body.right,
        pairs=body.pairs,
        answer=body.answer,
        gaps=body.gaps,
        any_order=body.any_order,
        points=body.points,
        explanation=explanation,
        cite=cites,
        difficulty=_DIFFICULTIES.get(item.fields.get("difficulty", "").strip(" 。"), ""),
        discipline=next(
            (name for name in _DISCIPLINES if name == item.fields.get("discipline", "").strip(" 。")), ""
        ),
        tags=_tags(item.fields.get("tags", "")),
        score=stem.score or item.fields.get("score", "").strip(" 分") or item.score,
        material=join_broken([shown(text) for text in item.material.texts]) if item.material else "",
        number=item.number,
        section=shown(item.section.title),
        lines=tuple(sources),
        doubts=tuple(dict.fromkeys(doubts)),
        remarks=tuple(dict.fromkeys(remarks)),
    )


def _declared(item: Item, stem: Stem, context: Context) -> tuple[str, str]:
    """The type the source says, and the words that say it; an item's own tag beats its section's."""
    written = item.fields.get("type", "").strip(" 。:：")
    if written in TYPE_WORDS:
        return TYPE_WORDS[written], written
    if item.tag:
        return item.tag_type, item.tag
    if stem.tag:
        return stem.type, stem.tag
    if item.section.is_typed:
        return item.section.type, item.section.title
    return context.file_type, ""


def _body(item: Item, stem: Stem, declared: str, marked: tuple[str, ...], context: Context) -> Body:
    if declared in ("fill_in",):
        return read_fill_in(item, stem, context.lines, is_declared=True)
    if declared == "true_false":
        return read_judgement(item, stem)
    if declared == "matching" or (not declared and is_matching(item)):
        return read_matching(item, stem, context.lines)
    if item.options:
        return read_choice(item, stem, declared, marked, context.mark_name)
    if declared in ("single_choice", "multiple_choice", "choice"):
        return read_choice(item, stem, declared, marked, context.mark_name)
    if declared == "short_answer":
        return read_short_answer(item, stem)
    return _by_answer(item, stem, declared, context)


def _by_answer(item: Item, stem: Stem, declared: str, context: Context) -> Body:
    """The type that only the answer tells."""
    texts = [text for lines in _answers(item) for text in lines]
    first = " ".join(texts).strip()
    if (
        stem.tick
        or (item.tick and read_true_false(item.tick)[0])
        or (first and read_true_false(first)[0] and len(first) <= 60 and not item.points)
    ):
        return read_judgement(item, stem)
    if declared == "case":
        return read_short_answer(item, stem)
    if not first and not re.search("_{2,}", fold(stem.text)):
        body = read_short_answer(item, stem)
        body.type = "" if has_empty_bracket(stem.text) else body.type
        return body
    body = read_fill_in(item, stem, context.lines, is_declared=False)
    if body.has_gaps and (body.gaps or not first):
        return body
    if body.has_gaps and len(fold(first)) <= 60:
        return body
    return read_short_answer(item, stem)


def _answers(item: Item) -> list[list[str]]:
    return [lines for lines in [*item.answers, *(entry.answer for entry in item.keys)] if any(lines)]


def _contradiction(declared: str, body: Body, said: str) -> str:
    """What speaks against the type the source says."""
    count = len(body.answer)
    if body.type == "single_choice" and declared == "single_choice" and count > 1:
        return f"题型是单选，答案有 {count} 个：{'、'.join(body.answer)}"
    if body.type == "multiple_choice" and declared == "multiple_choice" and count == 1:
        return f"题型是多选，答案只有一个：{body.answer[0]}"
    return ""


def _explanation(item: Item, body: Body) -> tuple[str, tuple[str, ...]]:
    texts = [*([body.note] if body.note else []), *item.explanation]
    cites: list[str] = []
    for entry in item.keys:
        texts += [text for text in entry.explanation if text not in texts]
    for text in [*item.cites, *(cite for entry in item.keys for cite in entry.cites)]:
        found, is_all = read_provisions(text)
        cites += found
        if not is_all:
            texts.append(text)
    return join_broken([shown(text) for text in texts]), tuple(dict.fromkeys(cites))


def _tags(text: str) -> tuple[str, ...]:
    return tuple(
        dict.fromkeys(
            part
            for part in (
                shown(part)
                for part in text.replace("；", "、").replace(";", "、").replace("，", "、").split("、")
            )
            if part
        )
    )[:8]
