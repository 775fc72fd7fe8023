"""True or false: the answer side."""

from __future__ import annotations

from collections.abc import Sequence

from desk.drafts.judgement_letters import by_habit, letter_doubt
from desk.drafts.verdict_words import without_bracket
from desk.importing.papers.answers import (
    read_letters,
    read_true_false,
)
from desk.importing.papers.body import NO_ANSWER, Body, answer_texts, read_options
from desk.importing.papers.items import Item
from desk.importing.papers.stems import Stem, without_answer
from desk.importing.papers.text import quoted
from lianxue.reading.patterns import lazy_pattern

_CORRECTS = lazy_pattern(
    r"[\s，,；;。]{0,4}(?:改正|更正|订正|改为|应为|应改为|应该是|应是|正确的?(?:说法)?(?:应为|应是|为|是)|理由|因为|错因|原因|解析)"
)


def read_judgement(item: Item, stem: Stem) -> Body:
    """True or false: by words, by a sign, by the letter of an option, or by what the heading says A is."""
    options, ticked = read_options(item)
    body = Body(type="true_false")
    answers: list[str] = []
    for text in answer_texts(item):
        judged = _judgement_of(text, options, item.section.convention, body)
        if judged:
            answers.append(judged)
    if stem.tick:
        answers.append(stem.tick)
    if stem.has_many_ticks:
        body.doubts.append("题干里有几个对错记号，看不出哪个是答案")
    if item.tick and (judged := _judgement_of(item.tick, options, item.section.convention, body)):
        answers.append(judged)
    if not answers and len(ticked) == 1 and (judged := read_true_false(dict(options).get(ticked[0], ""))[0]):
        answers.append(judged)
        body.remarks.append("答案由选项上的记号看出")
    if not answers and len(stem.letter_spans) == 1:
        judged = _judgement_of(stem.letter_spans[0][2], options, item.section.convention, body)
        if judged:
            answers.append(judged)
            stem.tick_span = stem.letter_spans[0][:2]
    _take_correction(stem, body)
    body.stem = without_bracket(without_answer(stem, [stem.tick_span] if stem.tick_span[1] else []))
    if options and not all(read_true_false(text)[0] for _, text in options):
        body.options = tuple(options)
        body.doubts.append("判断题带有别的选项")
    if len(set(answers)) > 1:
        body.doubts.append(f"答案前后不一致：一处写的是{'，一处写的是'.join(dict.fromkeys(answers))}")
    elif answers:
        body.answer = (answers[0],)
    elif not body.doubts:
        body.doubts.append(NO_ANSWER)
    return body


def _take_correction(stem: Stem, body: Body) -> None:
    """What stands behind the sign of a whole sentence explains it: …有表决权。（×）改正：没有表决权。"""
    start, end = stem.tick_span
    rest = stem.text[end:].strip()
    if not end or not stem.text[:start].strip() or not rest.strip("。.；;，, "):
        return
    is_whole = stem.text[:start].rstrip()[-1] in "。.！!？?”"
    if is_whole or _CORRECTS.match(rest):
        stem.text = stem.text[:end]
        body.note = "\n".join(filter(None, (body.note, rest.lstrip("，,；;。 "))))


def _judgement_of(
    text: str, options: Sequence[tuple[str, str]], convention: tuple[str, str], body: Body
) -> str:
    judged, rest = read_true_false(text)
    letters = read_letters(text, ())
    if len(letters) == 1 and letters[0] in dict(options):
        by_option = read_true_false(dict(options)[letters[0]])[0]
        if by_option:
            return by_option
    if len(letters) == 1 and not options and letters[0] in convention:
        return "对" if letters[0] == convention[0] else "错"
    if judged:
        if rest:
            body.note = rest
        return judged
    if letters and not options:
        habit = by_habit("".join(letters))
        said = letter_doubt(letters[0]) if habit else f"判断题的答案“{''.join(letters)}”看不出是对还是错"
        body.doubts.append(said)
        return habit
    if letters:
        body.doubts.append(f"判断题的答案“{quoted(text)}”不在选项中")
    else:
        body.doubts.append(f"答案“{quoted(text)}”看不出是对还是错")
    return ""


def as_judgement(text: str, options: Sequence[tuple[str, str]]) -> str:
    """对 or 错, where the options are these two and the answer is one of the words."""
    if len(options) != 2 or not all(read_true_false(option)[0] for _, option in options):
        return ""
    judged, rest = read_true_false(text)
    return judged if not rest else ""
