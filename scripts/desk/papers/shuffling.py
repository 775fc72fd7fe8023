"""Print a question with its options in an order of chance, where that changes nothing but the order."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence

from desk.papers.chance import Random, shuffle
from desk.papers.paper import PrintedQuestion
from lianxue.content.question import Option, Question
from lianxue.content.question_types.ordering import Ordering

# An option that speaks of the others: 以上都对, 前两项, 均不正确.
_OF_OTHERS = re.compile(
    "(?:^|[，；：、。“（(])(?:以上|上述|前述|上面|前面|其余|其他选项)"
    "|(?:以上|上述|前述)(?:各|都|均|皆|全|选|说|情|内|[两三四五])"
    "|[前后上下][一二两三四五][项者个]|[各诸]项(?:都|均|皆|$)|[二两三四五]者(?:都|均|皆|$)"
    "|[都均皆](?:是|不是|对|不对|错|正确|不正确|错误|可|可以|不可|符合|不符合)$"
    "|全(?:部)?(?:都)?(?:是|对|不对|选|错|正确|错误)$|选项"
)
# A stem or an explanation that counts the options: 第三项才对, 后两者错误, 首项. 第九十七条第一项 is of a text.
_COUNTED = re.compile(
    "(?<![款条])第[一二三四五六1-6](?:个|种|条)?(?:选项|项|说法|个)|[前后上下][一二两三四](?:个|种)?(?:选项|说法|项|者)"
    "|[首末]项|最后一(?:个|种)?(?:选项|说法|项)|选项[一二三四五六甲乙丙丁戊己1-6]"
)
_LATIN = "A-Za-z"


def print_question(
    question: Question, number: int, points: int, random: Random | None = None
) -> PrintedQuestion:
    """The question as one variant has it; without `random` as its author wrote it."""
    shown = question.body.shown()
    chance = random if may_shuffle(question) else None
    options, printed_as = _relabel(shown.options or shown.right, chance)
    if isinstance(question.body, Ordering) and chance is not None:
        options, printed_as = _unlike_answer(question.body, shown.options, options, printed_as)
    left, left_printed_as = _relabel(shown.left, chance)
    return PrintedQuestion(
        number=number,
        question=question,
        points=points,
        options=options,
        left=left,
        printed_as=printed_as,
        left_printed_as=left_printed_as,
    )


def may_shuffle(question: Question) -> bool:
    """Whether no text of the question speaks of an option by its label or its place."""
    if question.type.name == "true_false":
        return False
    shown = question.body.shown()
    options = (*shown.options, *shown.left, *shown.right)
    if not options:
        return False
    label = _label_pattern([option.id for option in options])
    texts = [option.text for option in options]
    if any(_OF_OTHERS.search(text) for text in texts):
        return False
    # The explanation is printed beside the key: “A 项错误” must go on meaning the same. A keyboard for
    # Chinese writes Ａ as readily as A, and Ⓐ stands for it too.
    said = [unicodedata.normalize("NFKC", text) for text in (*texts, question.stem, question.explanation)]
    return not any(label.search(text) for text in said) and not any(map(_COUNTED.search, said[-2:]))


def _label_pattern(labels: Sequence[str]) -> re.Pattern[str]:
    """Labels that stand alone or together (A, AB), and others that are named as options (第 1 项)."""
    letters = [label for label in labels if len(label) == 1 and label.isascii() and label.isalpha()]
    others = [re.escape(unicodedata.normalize("NFKC", label)) for label in labels if label not in letters]
    parts = [r"[前后上下][一二两三四]项"]
    if letters:
        small = "".join(letters).swapcase()  # a word of an option may be one of these; 选b and b项 are labels
        parts.append(rf"(?<![{_LATIN}])[{''.join(letters)}]+(?![{_LATIN}])")
        parts.append(rf"(?:选|答案[为是]?)\s*[{small}]+(?![{_LATIN}])|(?<![{_LATIN}])[{small}]\s*项")
    if others:
        parts.append(rf"(?:选项|第)\s*(?:{'|'.join(others)})\s*项?")
    return re.compile("|".join(parts))


def _relabel(
    options: Sequence[Option], random: Random | None
) -> tuple[tuple[Option, ...], Mapping[str, str]]:
    """The labels stay in their order; the texts move. Also the author's label → the printed one."""
    order = list(options) if random is None else shuffle(options, random)
    labels = [option.id for option in options]
    printed = tuple(Option(label, option.text) for label, option in zip(labels, order, strict=True))
    return printed, {option.id: label for label, option in zip(labels, order, strict=True)}


def _unlike_answer(
    body: Ordering, authored: Sequence[Option], options: tuple[Option, ...], printed_as: Mapping[str, str]
) -> tuple[tuple[Option, ...], Mapping[str, str]]:
    """The steps of an ordering never stand in the right sequence already: they turn by one place."""
    if [printed_as[label] for label in body.answer] != [option.id for option in options]:
        return options, printed_as
    labels = [option.id for option in authored]
    turned = dict(zip(labels, (*labels[1:], labels[0]), strict=True))
    texts = {turned[option.id]: option.text for option in options}
    moved = tuple(Option(label, texts[label]) for label in labels)
    return moved, {label: turned[printed] for label, printed in printed_as.items()}
