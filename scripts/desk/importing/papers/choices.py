"""Single and multiple choice: the answer side."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from desk.drafts.option_words import labels_by_text, likeness, names_all
from desk.importing.papers.answers import (
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
from desk.importing.papers.strays import stray_doubts, without_filling
from desk.importing.papers.text import fold, quoted
from lianxue.reading.patterns import lazy_pattern

_INNER_ITEM = lazy_pattern(r"(?:^|[\s。;])\d{1,3}\s?[.、]\s?[^\d\s][^()]{1,200}\(\s*[A-H√×]?\s*\)")
_MARKED = lazy_pattern(r"[(\[【]\s*[A-H]{1,8}\s*[)\]】][^√×]{0,60}[√×]\s*$")
_TORN = lazy_pattern(
    r"[A-H]\s*(?:→|->|⇒)\s*[A-H]|[A-H]\s?\(?\s?[√×]|[;,]\s?[A-H]\s?\(|[A-H]\s?\(\s?(?:或|原|曾)?\s?[A-H]\s?\)"
)
_EITHER = lazy_pattern(
    r"\s*[A-H]\s*[/或]\s*[A-H]\s*[。.]?\s*$|\s*[A-H](?:\s*[、,/或和]?\s*[A-H]){1,7}\s*[(,]?\s*(?:均可|都可|皆可|任选|任一|选一|选其一)"
)
_CORRECTED = lazy_pattern(
    r"[（(，,；;。\s](?:更正|勘误|订正|或\s?[A-H]|应为|应是|应改|改为|有误|存疑|待定|待核|有争议|旧|原为|已?失效|作废|已?废止)"
)
_NEGATIVE = lazy_pattern(r"不属于|不是|不正确|不对|不包括|不符合|错误的|除外")
_ASKS_BEHIND = lazy_pattern(r"\s?[类款组栏型](?![似别])|[^。]{3,}(?:几|哪|什么|多少|谁|如何)[^。]*[?？]")
_LETTER_AHEAD = lazy_pattern(r"[A-Z](?![A-Za-z])")


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
        if letters and declared != "ordering" and _TORN.search(fold(text)):
            body.doubts.append(f"答案“{quoted(text)}”里有箭头、对错记号或几个版本，看不出以哪个为准")
        if letters and declared != "multiple_choice" and _EITHER.match(fold(text)):
            body.doubts.append(f"答案“{quoted(text)}”是都选，还是选哪个都算对，看不出来")
        if letters:
            answers.append(letters)
        elif judged := as_judgement(text, options):
            return _judged(item, stem, judged, declared, body)
        elif not body.doubts or f"“{quoted(text)}”" not in body.doubts[-1]:
            body.doubts.append(f"答案“{quoted(text)}”看不出是哪个选项")
    spans = _letters_in_stem(stem, labels, answers, body)
    if item.tick and (ahead := re.sub(r"[^A-H]", "", item.tick)):  # （B）1．
        answers.append(tuple(ahead))
    if ticked and (not answers or set(answers[0]) != set(ticked)):
        answers.append(ticked)
        body.remarks.append("答案由选项上的记号看出")
        if len(ticked) == len(labels) - 1 > 1 and _NEGATIVE.search(stem.text):
            body.doubts.append("题目问的是不符合的一项，选项上的记号看不出是对错还是答案")
    if not answers and marked and not texts:
        answers.append(marked)
        body.remarks.append(f"答案由{mark_name}看出")
    body.stem = without_answer(stem, spans)
    _doubt_corrections(texts, body)
    body.type = declared if declared == "ordering" else ""
    _settle(answers, labels, body, has_text=bool(texts))
    _name_choice(declared, body)
    body.doubts += stray_doubts(item, body.options, body.stem)
    if not stem_is_marked(item):
        body.stem, doubt = without_filling(body.stem, body.options, body.answer)
        body.doubts += [doubt] if doubt else []
    return body


def stem_is_marked(item: Item) -> bool:
    """Whether a ✓ or ✗ stands behind the bracket of a stem with options: a paper that was marked."""
    return bool(item.stem) and bool(_MARKED.search(fold(item.stem[-1])))


def _doubt_corrections(texts: Sequence[str], body: Body) -> None:
    """An answer that is itself put right, or called wrong, behind its letters."""
    for text in texts:
        if match := _CORRECTED.search(text):
            body.doubts.append(f"答案后面写着“{quoted(text[match.start() :].strip('（()） '))}”")


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
    if stem_is_marked(item):
        body.doubts.append("题干后面有批改的记号，括号里写的可能是学员的答案")
    if item.value == 0 and item.number.strip() == "0":
        body.doubts.append("题号是 0，像是示例")
    held = [letter for letter, text in body.options if _INNER_ITEM.search(fold(text))]
    if held:
        body.doubts.append(f"选项 {'、'.join(held)} 里像是还有一道题")
    empty = [option.letter for option in item.options if not any(text.strip() for text in option.texts)]
    if empty:
        body.doubts.append(f"选项 {'、'.join(empty)} 没有文字")


def _letters_of(text: str, options: Sequence[tuple[str, str]], body: Body) -> tuple[str, ...]:
    labels = [letter for letter, _ in options]
    letters = read_letters(text, labels)
    if letters and names_all(fold(text)) and (own_text := labels_by_text(text, options)):
        said = f"既可以是全部选项，也可以是选项 {'、'.join(own_text)} 的文字"
        body.doubts.append(f"答案“{quoted(text)}”{said}")
        return ()
    if letters:
        return letters
    named, rest = split_letters(text)
    if named:
        letters = read_letters(named, labels)
        own = dict(options).get(letters[0], "") if len(letters) == 1 else ""
        if rest and own and likeness(rest) == likeness(own):
            return letters
        if rest and len(letters) == 1 and likeness(rest) in {likeness(option) for _, option in options}:
            body.doubts.append(f"答案写的是“{quoted(text)}”，与选项 {letters[0]} 的文字不同")
            return ()
        if len(letters) > 1 and set(labels_by_text(rest.strip(";； "), options)) == set(letters):
            return letters
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
    return labels_by_text(text, options)


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
            return [(spans[0][0], spans[0][1])]
        return []
    apart = [span for span in spans if _is_apart(stem, span)]
    if len(spans) > 1 and len(apart) == 1:
        spans = apart  # 乙（B）…（ B ）: the others are names
    if len(spans) > 1:
        if len({letters for _, _, letters in spans}) == 1:
            answers.append(tuple(spans[0][2]))
            return [(start, end) for start, end, _ in spans]
        body.doubts.append("题干里有几个带字母的括号，看不出哪个是答案")
        return []
    if not _is_apart(stem, spans[0]) and _ASKS_BEHIND.match(stem.text, spans[0][1]):
        body.doubts.append(f"题干里的“（{spans[0][2]}）”看不出是答案还是名称")
        return []
    answers.append(tuple(spans[0][2]))
    return [(spans[0][0], spans[0][1])]


def _is_apart(stem: Stem, span: tuple[int, int, str]) -> bool:
    """Whether blanks stand in a bracket beside its letters, as where an answer was put into a gap."""
    inside = stem.text[span[0] + 1 : span[1] - 1]
    return inside != inside.strip()


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
