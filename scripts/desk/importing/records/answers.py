"""Read what an answer cell says: labels, numbers, the text of an option, fillings."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from desk.drafts.option_words import labels_by_text, likeness, names_all
from desk.importing.records.options import CIRCLED, Options
from lianxue.content.letters import letter
from lianxue.reading.folding import fold_width
from lianxue.reading.patterns import lazy_pattern
from lianxue.reading.shortening import shortened

_OPENING = lazy_pattern(
    r"^[【\[（(]?\s*(?:正确答案|标准答案|参考答案|答案|正确选项|答|answer|ans)\s*[】\])）]?\s*(?:[:：是为]|(?=[】\]]))+\s*",
    re.IGNORECASE,
)
_OPTION_WORD = lazy_pattern(r"选项\s*(?=[A-Za-z](?![A-Za-z]))")  # 选项A、选项C
_QUOTED = 30  # characters of an answer in a doubt
_JOIN = r"[\s,，、;；|/\\+&和及与.．]*"
_LETTERS = lazy_pattern(rf"[（(\[【]?\s*[A-Za-z](?:{_JOIN}[A-Za-z])*[\s。.．;；,，、]*[)）\]】]?$")
_BARE_LETTERS = lazy_pattern(
    r"\s*(?:应|应该|故|故应)?选?\s*[（(\[【]?\s*[A-H](?:[\s,，、;；|/和及与]{0,3}[A-H]){0,7}\s*[)）\]】]?[\s。.]*$",
    re.IGNORECASE,
)
_SEVERAL_NUMBERS = lazy_pattern(r"[1-9](?:\s*[,，、;；|]\s*[1-9])+$")
_RANGE = lazy_pattern(r"(?P<first>[A-Za-z])\s*[-~—–至到]+\s*(?P<last>[A-Za-z])$")
_ONLY_LETTERS = lazy_pattern(r"[A-H]{1,8}$")
_NUMBERS = lazy_pattern(r"\d{1,2}(?:\.0)?(?:[\s,，、;；|/]+\d{1,2}(?:\.0)?)*[\s,，、;；|]*$")
_DIGITS = lazy_pattern(r"\d{2,9}$")
_CIRCLES = lazy_pattern(rf"[{CIRCLED}](?:{_JOIN}[{CIRCLED}])*$")
_LABEL_AND_TEXT = lazy_pattern(
    r"(?P<label>[A-Za-z])(?:\s*[（(](?P<inner>.+)[)）]|(?:\s*[.．、:：]\s*|\s+(?=[^\x00-\x7f]))(?P<text>.+))$",
    re.DOTALL,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Chosen:
    """Which options an answer names, and what is doubtful about that."""

    labels: tuple[str, ...] = ()
    doubts: tuple[str, ...] = ()


def strip_opening(text: str) -> str:
    """An answer without the word 答案 in front."""
    text = text.strip().lstrip("'’‘`")
    return _OPTION_WORD.sub("", _OPENING.sub("", text)).strip()


def rival_doubt(answers: Sequence[str]) -> str:
    """A doubt where one question has two answers in letters that differ, each in a place of its own; "" else."""
    letters = ["".join(sorted(re.sub(r"[\s,，、;；]", "", fold_width(text)).upper())) for text in answers]
    said = list(dict.fromkeys(one for one in letters if _ONLY_LETTERS.match(one)))
    return f"有两处答案，一处写的是 {said[0]}，一处写的是 {said[1]}" if len(said) > 1 else ""


def is_lettered(answer: str, items: Sequence[object] = ()) -> bool:
    """Whether an answer is nothing but letters of options: A, （BC）, 选A、C."""
    texts = [str(item) for item in items] or [answer]
    return all(_BARE_LETTERS.match(fold_width(text)) for text in texts)


def names_options(answer: str, items: Sequence[object] = ()) -> bool:
    """Whether an answer speaks of options, by letters, by several numbers or as B.文字."""
    if items:
        is_counted = all(isinstance(item, int) and 0 <= item < 10 for item in items)
        return is_counted or all(names_options(str(item)) for item in items)
    folded = fold_width(answer)
    return is_lettered(answer) or bool(_SEVERAL_NUMBERS.match(folded) or _LABEL_AND_TEXT.match(folded))


def is_numeric(text: str) -> bool:
    """Whether an answer is made of option numbers: 2, 1,3, 13."""
    return bool(_NUMBERS.match(text) or _DIGITS.match(text))


def numbers_in(text: str, count: int) -> list[int]:
    """The option numbers in a numeric answer; glued digits are apart where there are fewer than ten options."""
    if _DIGITS.match(text) and (count < 10 or len(text) > 2):
        return [int(digit) for digit in text]
    return [int(number.removesuffix(".0")) for number in re.findall(r"\d+(?:\.0)?", text)]


def read_choice(text: str, options: Options, base: int | None) -> Chosen:
    """The options that an answer names by label, number or text; never more than it says.

    `base` is what numbers count from, 0 or 1; None where the source does not prove it.
    """
    text = strip_opening(text)
    if not text:
        return Chosen(doubts=("没有答案",))
    labels = [label for label, _text in options]
    by_text = labels_by_text(text, options)
    by_label = _by_label(text, options, base)
    if by_label is None and by_text:
        return Chosen(labels=by_text)
    if by_label is None:
        if is_numeric(fold_width(text)):
            return Chosen(doubts=(f"答案写的是序号 {text}，看不出从 0 还是从 1 数起",))
        return Chosen(doubts=(f"答案“{shortened(text, _QUOTED)}”不是选项的字母，也不是选项的文字",))
    outside = [label for label in by_label.labels if label not in labels]
    if by_text and outside:
        return Chosen(labels=by_text)  # Party is an option's text, not the labels P, A, R, T and Y
    if by_text and set(by_text) != set(by_label.labels):
        said = f"既可以是选项 {'、'.join(by_label.labels)}，也可以是选项 {by_text[0]} 的文字"
        return Chosen(doubts=(f"答案“{shortened(text, _QUOTED)}”{said}",))
    if by_label.doubts:
        return by_label
    if outside:
        if not options:
            return Chosen(labels=(), doubts=(f"答案是 {''.join(by_label.labels)}，却没有选项",))
        return Chosen(doubts=(f"答案 {'、'.join(outside)} 不在选项 {'、'.join(labels)} 中",))
    return by_label


def _by_label(text: str, options: Options, base: int | None) -> Chosen | None:
    """What an answer says by labels or numbers; None where it holds neither."""
    folded = fold_width(text) if not any(circle in text for circle in CIRCLED) else text
    labels = [label for label, _text in options]
    if folded.strip() in labels:
        return Chosen(labels=(folded.strip(),))
    if _LETTERS.match(folded):
        return _once([character.upper() for character in re.findall("[A-Za-z]", folded)])
    if match := _RANGE.match(folded):
        first, last = ord(match["first"].upper()), ord(match["last"].upper())
        if first < last:
            return Chosen(labels=tuple(map(chr, range(first, last + 1))))
    if names_all(folded):
        return Chosen(labels=tuple(labels)) if labels else None
    if _CIRCLES.match(text):
        return _once([letter(CIRCLED.index(circle)) for circle in text if circle in CIRCLED])
    if base is not None and is_numeric(folded):
        numbers = [number - base for number in numbers_in(folded, len(options))]
        if min(numbers) < 0:
            return Chosen(doubts=(f"答案序号 {text} 超出选项的范围",))
        return _once([letter(number) for number in numbers])
    match = _LABEL_AND_TEXT.match(folded)
    if match and match["label"].upper() in labels:
        return _label_with_text(match, options)
    if "\n" in text or _several_labelled(folded):
        return _each_labelled(folded, options)
    return None


def _label_with_text(match: re.Match[str], options: Options) -> Chosen | None:
    label = match["label"].upper()
    said = likeness(match["text"] or match["inner"])
    own = likeness(dict(options)[label])
    if said == own:
        return Chosen(labels=(label,))
    if _several_labelled(match.group()):
        return _each_labelled(match.group(), options)
    return Chosen(doubts=(f"答案“{shortened(match.group(), _QUOTED)}”与选项 {label} 的文字不同",))


def _several_labelled(text: str) -> bool:
    return len(re.findall(r"(?:^|[\s,，;；|、])[A-Z]\s*[.．、:：]", text)) > 1


def _each_labelled(text: str, options: Options) -> Chosen | None:
    """`A.甲；C.丙`: every part is a label with its option's text."""
    parts = [
        part.strip(" ,，;；|、\t")
        for part in re.split(r"\n|(?<=\S)[\s,，;；|、]+(?=[A-Z]\s*[.．、:：])", text)
    ]
    labels: list[str] = []
    for part in filter(None, parts):
        match = _LABEL_AND_TEXT.match(part)
        if match is None or match["label"].upper() not in dict(options):
            return None
        if likeness(match["text"] or match["inner"]) != likeness(dict(options)[match["label"].upper()]):
            return Chosen(
                doubts=(f"答案“{shortened(part, _QUOTED)}”与选项 {match['label'].upper()} 的文字不同",)
            )
        labels.append(match["label"].upper())
    return _once(labels) if labels else None


def _once(labels: Sequence[str]) -> Chosen:
    """The labels, each named once: AAB is a slip that only its author can mend."""
    twice = [label for label in dict.fromkeys(labels) if labels.count(label) > 1]
    if twice:
        return Chosen(doubts=(f"答案里 {'、'.join(twice)} 写了两次",))
    return Chosen(labels=tuple(labels))
