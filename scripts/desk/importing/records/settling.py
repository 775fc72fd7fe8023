"""Settle what a record says into a draft question, and what it leaves open into doubts."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from desk.drafts.contradictions import explanation_doubt
from desk.drafts.draft import Draft
from desk.drafts.fillings import is_left_out, remark_in, split_fillings, take_order
from desk.drafts.judgement_letters import LETTER_DOUBT, by_habit, letter_doubt
from desk.drafts.option_words import likeness
from desk.drafts.provisions import read_provisions
from desk.drafts.verdict_words import verdict_word, without_bracket
from desk.importing.records.answers import is_lettered, names_options, strip_opening
from desk.importing.records.choosing import are_verdicts, chosen_of
from desk.importing.records.fillings import items_as_fillings, split_points
from desk.importing.records.options import Options, split_options
from desk.importing.records.record import Numbering, Record
from desk.importing.records.stems import (
    has_gap,
    inner_answers,
    read_stem,
    with_gaps,
    without_answers,
)
from desk.importing.records.verdicts import says_verdict, verdict_of
from desk.importing.records.words import CHOICE, MATERIAL, difficulty_of, discipline_of
from lianxue.reading.folding import clean, fold_width
from lianxue.reading.patterns import lazy_pattern

_CHOICES = ("single_choice", "multiple_choice", CHOICE)
_ICONS = lazy_pattern(r"[\ue000-\uf8ff\ufffc\ufffd]")  # of fonts that only their program has
_EMPTY_LINES = lazy_pattern(r"\s*\n\s*")
_TAG_SEPARATORS = lazy_pattern(r"[,，、;；|/\n\t]+|\s{2,}")


@dataclass(slots=True)
class _Notes:
    doubts: list[str] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)


def settle(record: Record, numbering: Numbering) -> Draft:
    """The draft of a record. Nothing is guessed: what the record does not prove is a doubt."""
    notes = _Notes(doubts=list(record.doubts))
    stem = read_stem(record.stem)
    kind = record.type if record.has_own_type and record.type else stem.type or record.type
    record = replace(record, type="" if kind == MATERIAL else kind, options=_tidy_options(record.options))
    answer = strip_opening(record.answer)
    text = _tidy(stem.text)
    inner = inner_answers(text)
    if len(inner) == 1 and not record.items and not record.flags:
        if not answer:
            notes.remarks.append("答案取自题干的括号")
        elif _bare(inner[0]) != _bare(answer):
            notes.doubts.append(f"题干的括号里写的是 {inner[0]}，答案写的是 {answer}")
        if not answer or _bare(inner[0]) == _bare(answer):
            answer, text = answer or inner[0], without_answers(text)
    if not record.options and not record.flags and kind in ("", *_CHOICES):
        text, record = _options_in_stem(text, record)
    if not text:
        notes.doubts.append("没有题干")
    draft = _body(replace(record, stem=text, answer=answer), numbering, notes)
    draft = _facts(draft, record, notes)
    is_by_habit = any(doubt.endswith(LETTER_DOUBT) for doubt in notes.doubts)
    if not is_by_habit and (said := explanation_doubt(draft.answer, draft.explanation)):
        notes.doubts.append(said)
    if record.is_unsettled:
        notes.doubts.append("文件里标为待确认")
    return replace(
        draft,
        number=record.number or stem.number,
        score=record.score or stem.score,
        section=record.section,
        lines=record.lines,
        id=record.id,
        given=record.given,
        doubts=tuple(dict.fromkeys(notes.doubts)),
        remarks=tuple(notes.remarks),
    )


def _bare(answer: str) -> str:
    return verdict_word(answer) or "".join(sorted(re.sub(r"[\W_]", "", fold_width(answer)).upper()))


def _options_in_stem(text: str, record: Record) -> tuple[str, Record]:
    """A cell that holds the options behind the stem, taken apart; others as they are."""
    cell = split_options(text)
    is_whole = len(cell.options) > 1 and all(option for _label, option in cell.options)
    if not is_whole or not cell.lead or cell.is_numbered:
        return text, record
    return cell.lead, replace(record, options=_tidy_options(cell.options))


def _tidy_options(options: Options) -> Options:
    """Options that hold something, without the icons and empty lines that were copied with them."""
    tidy = ((label, _tidy(text)) for label, text in options)
    return tuple((label, text) for label, text in tidy if text)


def _tidy(text: str) -> str:
    return clean(_EMPTY_LINES.sub("\n", _ICONS.sub("", text)))


def _facts(draft: Draft, record: Record, notes: _Notes) -> Draft:
    cites, is_all = read_provisions(record.cite)
    rest = "" if is_all else record.cite.strip()
    explanation = clean(record.explanation)
    if draft.explanation:  # what stood behind a verdict: 错，应为……
        explanation = f"{draft.explanation}\n{explanation}".strip()
    if rest:
        rest = re.sub(r"^[【（(]?\s*(?:法规)?依据\s*[】）)]?\s*[:：]\s*", "", rest)
        explanation = f"{explanation}\n依据：{rest}".strip()
    difficulty = difficulty_of(record.difficulty)
    if record.difficulty.strip() and not difficulty:
        notes.remarks.append(f"难度“{record.difficulty.strip()}”没有读入：请填易、中、难")
    discipline = discipline_of(record.discipline)
    tags = [clean(tag) for tag in _TAG_SEPARATORS.split(record.tags)]
    if record.discipline.strip() and not discipline:
        tags.append(clean(record.discipline))
    return replace(
        draft,
        explanation=explanation,
        cite=cites,
        discipline=discipline,
        difficulty=difficulty,
        tags=tuple(dict.fromkeys(filter(None, tags))),
        material=clean(record.material),
    )


def _body(record: Record, numbering: Numbering, notes: _Notes) -> Draft:
    kind = record.type
    if kind == "short_answer" and not record.has_own_type and len(record.options) > 1:
        kind = CHOICE  # 三、案例分析题 over questions with options
        record = replace(record, type=kind)
    if kind in ("", CHOICE) and are_verdicts(record.options) and says_verdict(record):
        return _true_false(replace(record, type="true_false"), numbering, notes)
    if kind == "true_false":
        return _true_false(record, numbering, notes)
    if kind == "fill_in":
        return _fill_in(record, notes)
    if kind == "short_answer":
        return _short_answer(record, notes)
    if kind in (*_CHOICES, "ordering") or record.options or record.flags:
        return _choice(record, numbering, notes)
    if kind == "matching":
        notes.doubts.append(f"匹配题的左右两列没有读出来，答案写的是“{record.answer}”")
        return Draft(type=kind, stem=clean(record.stem))
    return _untold(record, numbering, notes)


def _untold(record: Record, numbering: Numbering, notes: _Notes) -> Draft:
    """No type and no options: the answer alone may prove what it is."""
    verdict = verdict_of(record, numbering)[0]
    if verdict or (numbering.has_true_false_letters and record.answer.upper() in ("A", "B")):
        return _true_false(record, numbering, notes)
    if has_gap(record.stem) and (record.answer or record.items):
        return _fill_in(record, notes)
    if names_options(record.answer, record.items):
        said = record.answer or "、".join(map(str, record.items))
        notes.doubts.append(f"答案是 {said}，却没有选项")
        return Draft(stem=clean(record.stem))
    if record.answer or record.items:
        return _short_answer(record, notes)
    notes.doubts += ["看不出题型", "没有答案"]
    return Draft(stem=clean(record.stem))


def _choice(record: Record, numbering: Numbering, notes: _Notes) -> Draft:
    chosen = chosen_of(record, numbering)
    options = tuple((label, clean(text)) for label, text in record.options)
    notes.doubts += chosen.doubts
    _check_options(options, notes)
    kind = record.type
    if kind in ("", CHOICE):
        kind = {0: "", 1: "single_choice"}.get(len(chosen.labels), "multiple_choice")
        if not kind:
            notes.doubts.append("看不出是单选还是多选")
    elif kind == "single_choice" and len(chosen.labels) > 1:
        notes.doubts.append(f"题型是单选，答案却有 {len(chosen.labels)} 个：{'、'.join(chosen.labels)}")
    elif kind == "multiple_choice" and len(chosen.labels) == 1:
        notes.doubts.append(f"题型是多选，答案却只有 {chosen.labels[0]}")
    elif kind == "ordering" and chosen.labels and len(chosen.labels) != len(options):
        notes.doubts.append(f"排序题的答案只排了 {len(chosen.labels)} 项，选项有 {len(options)} 项")
    answer = chosen.labels
    if kind != "ordering":
        answer = tuple(label for label, _text in options if label in chosen.labels)
    return Draft(type=kind, stem=clean(record.stem), options=options, answer=answer)


def _check_options(options: Options, notes: _Notes) -> None:
    if not options:
        notes.doubts.append("没有选项")
    elif len(options) == 1:
        notes.doubts.append("选项只有一个，或者没有分开")
    labels = [label for label, _text in options]
    if twice := [label for label in dict.fromkeys(labels) if labels.count(label) > 1]:
        notes.doubts.append(f"选项 {'、'.join(twice)} 有两个")
    seen: dict[str, str] = {}
    for label, text in options:
        first = seen.setdefault(likeness(text), label)
        if first != label:
            notes.doubts.append(f"选项 {first} 与选项 {label} 的内容相同")


def _true_false(record: Record, numbering: Numbering, notes: _Notes) -> Draft:
    verdict, rest = verdict_of(record, numbering)
    letter = record.answer.strip().upper()
    if not verdict and letter in ("A", "B") and not record.options:
        if letter in numbering.convention:
            verdict = "对" if letter == numbering.convention[0] else "错"
        else:
            verdict = by_habit(letter)
            notes.doubts.append(letter_doubt(letter))
    elif not verdict and not letter and not record.items:
        notes.doubts.append("没有答案")
    elif not verdict:
        notes.doubts.append(f"判断题的答案“{record.answer or record.items[0]}”看不出是对还是错")
    if record.options and not are_verdicts(record.options):
        notes.remarks.append(f"判断题不带选项，没有读入：{'；'.join(text for _l, text in record.options)}")
    return Draft(
        type="true_false",
        stem=without_bracket(clean(record.stem)),
        answer=(verdict,) if verdict else (),
        explanation=rest,
    )


def _fill_in(record: Record, notes: _Notes) -> Draft:
    stem, count = with_gaps(record.stem)
    answer, is_any = take_order(record.answer)
    record = replace(record, answer=answer)
    gaps = None
    if record.options:
        notes.remarks.append(f"填空题不带选项，没有读入：{'；'.join(text for _l, text in record.options)}")
    if not record.answer and not record.items:
        notes.doubts.append("没有答案")
    elif not count:
        notes.doubts.append("填空题的题干里没有空")
        gaps = ((record.answer,),) if record.answer else items_as_fillings(record.items, len(record.items))
    else:
        gaps = (
            split_fillings(record.answer, count) if record.answer else items_as_fillings(record.items, count)
        )
        if not gaps or not all(gaps):
            said = record.answer or "、".join(map(str, record.items))
            notes.doubts.append(f"题干有 {count} 个空，答案“{said}”看不出怎样分到各空")
    if gaps and (remark := remark_in(gaps)):
        notes.doubts.append(f"答案“{remark}”里有说明的话，看不出哪些字算对")
    return Draft(type="fill_in", stem=clean(stem), gaps=gaps or (), any_order=is_any and count > 1)


def _short_answer(record: Record, notes: _Notes) -> Draft:
    points = () if is_left_out(record.answer) else split_points(record.answer)
    if record.items:
        points = tuple(clean(item if isinstance(item, str) else str(item)) for item in record.items)
    if not points:
        notes.doubts.append("没有答案")
    elif is_lettered(record.answer, record.items):
        notes.doubts.append(f"简答题的答案是 {'、'.join(points)}，像是选项的字母，却没有选项")
    return Draft(type="short_answer", stem=clean(record.stem), points=points)
