"""Single and multiple choice: the answer side."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from desk.importing.papers.answers import (
    is_option_text,
    letters_by_text,
    likeness,
    read_letters,
    read_true_false,
    split_letters,
)
from desk.importing.papers.body import (
    NO_ANSWER,
    Body,
    answer_texts,
    read_options,
    repeats_itself,
    take_end_letters,
)
from desk.importing.papers.items import Item
from desk.importing.papers.judgements import as_judgement, read_judgement
from desk.importing.papers.stems import Stem, without_answer
from desk.importing.papers.text import fold, quoted

_LETTER_AHEAD = re.compile(r"[A-Z](?![A-Za-z])")


def read_choice(item: Item, stem: Stem, declared: str, marked: tuple[str, ...], mark_name: str) -> Body:
    """Single or multiple choice, or true and false where the answer says so."""
    body = Body()
    ending = "" if answer_texts(item) or stem.letter_spans else take_end_letters(item)
    options, ticked = read_options(item)
    body.options = tuple(options)
    labels = [letter for letter, _ in options]
    _check_labels(item, labels, body)
    texts = answer_texts(item)
    answers: list[tuple[str, ...]] = [tuple(ending)] if ending else []
    for text in texts:
        letters = _letters_of(text, options, body)
        if letters:
            answers.append(letters)
        elif judged := as_judgement(text, options):
            return _judged(item, stem, judged, declared, body)
        elif not body.doubts or f"“{quoted(text)}”" not in body.doubts[-1]:
            body.doubts.append(f"答案“{quoted(text)}”看不出是哪个选项")
    spans = _letters_in_stem(stem, labels, answers, body)
    if ticked and (not answers or set(answers[0]) != set(ticked)):
        answers.append(ticked)
        body.remarks.append("答案由选项上的记号看出")
    if not answers and marked and not texts:
        answers.append(marked)
        body.remarks.append(f"答案由{mark_name}看出")
    body.stem = without_answer(stem, spans)
    body.type = declared if declared == "ordering" else ""
    _settle(answers, labels, body, has_text=bool(texts))
    _name_choice(declared, body)
    return body


def _name_choice(declared: str, body: Body) -> None:
    if declared in ("single_choice", "multiple_choice"):
        body.type = declared
    elif declared in ("", "choice", "case", "fill_in", "short_answer"):
        if len(body.answer) == 1:
            body.type = "single_choice"
        elif body.answer or declared == "choice":
            body.type = "multiple_choice"
        else:
            body.type = ""
    else:
        body.type = declared
    if not body.type and not body.doubts:
        body.doubts.append("看不出是单选还是多选")


def _check_labels(item: Item, labels: Sequence[str], body: Body) -> None:
    if len(labels) < 2:
        body.doubts.append("没有选项" if not labels else "选项不足两个")
        return
    repeated = [letter for letter, count in Counter(labels).items() if count > 1]
    if repeated:
        body.doubts.append(f"选项 {'、'.join(repeated)} 重复")
    else:
        expected = [chr(ord("A") + index) for index in range(len(labels))]
        if list(labels) != expected:
            missing = [
                letter for letter in map(chr, range(ord("A"), ord(max(labels)) + 1)) if letter not in labels
            ]
            if missing:
                body.doubts.append(f"缺选项 {'、'.join(missing)}")
    seen: dict[str, str] = {}
    for letter, text in body.options:
        first = seen.setdefault(likeness(text), letter) if text.strip() else letter
        if first != letter:
            body.doubts.append(f"选项 {first} 与选项 {letter} 的内容相同")
    doubled = [letter for letter, text in body.options if repeats_itself(letter, text)]
    if doubled:
        body.doubts.append(f"选项 {'、'.join(doubled)} 里又有自己的字母，像是两道题粘在一起")
    empty = [option.letter for option in item.options if not any(text.strip() for text in option.texts)]
    if empty:
        body.doubts.append(f"选项 {'、'.join(empty)} 没有文字")


def _letters_of(text: str, options: Sequence[tuple[str, str]], body: Body) -> tuple[str, ...]:
    labels = [letter for letter, _ in options]
    letters = read_letters(text, labels)
    if letters:
        return letters
    named, rest = split_letters(text)
    if named:
        letters = read_letters(named, labels)
        own = dict(options).get(letters[0], "") if len(letters) == 1 else ""
        if rest and own and is_option_text(rest, own):
            return letters
        if rest and len(letters) == 1 and any(is_option_text(rest, option) for _, option in options):
            body.doubts.append(f"答案写的是“{quoted(text)}”，与选项 {letters[0]} 的文字不同")
            return ()
        several = _lettered_texts(text, options)
        if several:
            return several
        if (
            letters
            and not _LETTER_AHEAD.match(fold(rest))
            and (len(rest) > 12 or fold(text.strip())[len(named) : len(named) + 1] in "。;,( \n")
        ):
            body.note = rest
            return letters
    return letters_by_text(text, options)


def _lettered_texts(text: str, options: Sequence[tuple[str, str]]) -> tuple[str, ...]:
    """Letters each followed by its option's own text: A.警告；B.严重警告."""
    folded = fold(text)
    found = []
    position = 0
    for letter, option in options:
        at = folded.find(letter, position)
        if at < 0:
            continue
        behind = folded[at + 1 :].lstrip(" .、:,")
        if option and behind.startswith(fold(option)):
            found.append(letter)
            position = at + 1 + len(option)
    rest = folded
    for letter, option in options:
        if letter in found:
            rest = rest.replace(fold(option), "", 1).replace(letter, "", 1)
    return tuple(found) if found and not rest.strip(" .、:,;。；\n") else ()


def _letters_in_stem(
    stem: Stem, labels: Sequence[str], answers: list[tuple[str, ...]], body: Body
) -> list[tuple[int, int]]:
    """The bracket of the stem that holds the answer; `answers` gains its letters."""
    spans = stem.letter_spans
    if not spans:
        return []
    if answers:
        equal = [(start, end) for start, end, letters in spans if set(letters) == set(answers[0])]
        if equal and len(spans) == 1:
            return equal
        if len(spans) == 1 and set(spans[0][2]) <= set(labels) and _is_answer_place(stem, spans[0]):
            answers.append(tuple(spans[0][2]))
            return []
        return []
    if len(spans) > 1:
        if len({letters for _, _, letters in spans}) == 1:
            answers.append(tuple(spans[0][2]))
            return [(start, end) for start, end, _ in spans]
        body.doubts.append("题干里有几个带字母的括号，看不出哪个是答案")
        return []
    answers.append(tuple(spans[0][2]))
    return [(spans[0][0], spans[0][1])]


def _is_answer_place(stem: Stem, span: tuple[int, int, str]) -> bool:
    """A bracket with letters is an answer rather than a name, unless an empty bracket stands beside it."""
    folded = fold(stem.text)
    return not re.search(r"\(\s*\)|_{2,}", folded)


def _settle(answers: Sequence[tuple[str, ...]], labels: Sequence[str], body: Body, *, has_text: bool) -> None:
    """One answer out of all that were found, or a doubt."""
    if not answers:
        if not has_text:
            body.doubts.append(NO_ANSWER)
        return
    distinct = {frozenset(answer) for answer in answers}
    if len(distinct) > 1:
        said = "，一处写的是 ".join("".join(answer) for answer in dict.fromkeys(answers))
        body.doubts.append(f"答案前后不一致：一处写的是 {said}")
        return
    answer = answers[0]
    if len(set(answer)) < len(answer):
        body.doubts.append(f"答案 {''.join(answer)} 里有重复的字母")
        return
    outside = [letter for letter in answer if letter not in labels]
    if outside:
        if labels:
            body.doubts.append(f"答案 {'、'.join(outside)} 不在选项 {'、'.join(labels)} 中")
        else:
            body.remarks.append(f"原来的答案是 {''.join(answer)}")
        return
    if len(set(labels)) < len(labels):
        return
    body.answer = (
        answer if body.type == "ordering" else tuple(letter for letter in labels if letter in answer)
    )


def _judged(item: Item, stem: Stem, judged: str, declared: str, body: Body) -> Body:
    if declared in ("single_choice", "multiple_choice"):
        letter = next(letter for letter, text in body.options if read_true_false(text)[0] == judged)
        body.answer = (letter,)
        body.type = declared
        body.stem = without_answer(stem, [])
        return body
    result = read_judgement(item, stem)
    result.doubts = [*body.doubts, *result.doubts]
    return result
