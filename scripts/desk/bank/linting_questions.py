"""What could be better in one question: how it asks and how its options look."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from desk.bank.linting_model import (
    MULTIPLE,
    SINGLE,
    THRESHOLDS,
    LintFinding,
    choices_of,
    right_texts,
    wrong_texts,
)
from lianxue.content.question import Question
from lianxue.content.question_types.choice import Choice
from lianxue.content.quiz import Quiz
from lianxue.reading.folding import fold_for_likeness

# The words by which a question asks for what is wrong; 不能、没有 … only where they lead to 的是（ ）.
_NEGATIVE = re.compile(
    r"(?P<word>不正确|不准确|不恰当|不妥当|不符合|不属于|不包括|不包含|不构成|不适用|不属|不对)(?=[^，。；？！]*(?:$|[（(？?]))"
    r"|(?P<wrong>错误|有误|不当)(?=的?(?:一项|是|有(?=哪|[（(])|说法|表述|做法|理解|选项|观点))"
    r"|(?<=说法|表述|做法|理解|选项|观点)(?P<said>错误|有误|不当)"
    r"|(?P<modal>不能|不得|不应当|不应该|不应|不可以|不需要|不会|不是|没有)"
    r"(?=[^，。；？！]{0,24}的(?:一项)?(?:是|有(?=哪|[（(])|情形|做法)[^，。；]{0,6}$)"
    r"|(?P<except>除)(?=[^，。；（(]{1,16}外)"
)
_LISTS = re.compile(r"下列|以下|哪")
_ASKS = re.compile(r"下列|以下|哪|的是|的有|[（(]\s*[）)]|[？?]")
_CLAUSE = re.compile(r"[。；！\n]")
_BOLD = re.compile(r"\*\*[^*]+\*\*")
_ENDING = re.compile(r"[。；;，,、.]$")
_ABSOLUTE = re.compile(
    r"一律|绝对|永远|从来不|任何情况|在任何|毫无例外|必然|肯定会|完全不|完全没有|全部都|所有.{0,6}都|只要.{1,12}就"
)
_BLANKS = re.compile(r"[（(]\s*[）)]|_{2,}")

Check = Callable[[Question, Choice], str]


def lint_questions(quiz: Quiz) -> Iterator[LintFinding]:
    """Findings about single questions of a quiz; waived ones carry their reason."""
    for question, choice in choices_of(quiz, SINGLE, MULTIPLE):
        for rule, check in CHECKS.items():
            message = check(question, choice)
            if message:
                yield LintFinding(
                    place=question.place,
                    rule=rule,
                    message=f"{question.label}：{message}",
                    questions=(question.full_id,),
                    reason=question.waived.get(rule, ""),
                )


def _negative_stem(question: Question, choice: Choice) -> str:
    plain = _BOLD.sub(lambda match: "\0" * len(match[0]), question.stem)
    clause = next((part for part in reversed(_CLAUSE.split(plain)) if part.strip()), "")
    match = _NEGATIVE.search(clause.strip()) if _ASKS.search(clause) else None
    if match is None or "\0" in clause or (match["except"] and not _LISTS.search(clause)):
        return ""
    return f"反向提问的“{match[0]}”没有标出，容易看漏：写成“**{match[0]}**”"


def _option_length(question: Question, choice: Choice) -> str:
    if len(choice.answer) > 1:
        return ""
    right = max(map(len, right_texts(choice)))
    others = max(map(len, wrong_texts(choice)), default=0)
    if right < others * THRESHOLDS.length_ratio or right - others < THRESHOLDS.length_difference:
        return ""
    return f"正确选项（{right} 个字）比其他选项（最多 {others} 个字）长得多，不读也猜得到：请写得差不多长"


def _option_ending(question: Question, choice: Choice) -> str:
    with_mark = [option.id for option in choice.options if _ENDING.search(option.text)]
    if not with_mark or len(with_mark) == len(choice.options):
        return ""
    without = [option.id for option in choice.options if option.id not in with_mark]
    return f"选项 {'、'.join(with_mark)} 结尾有标点，{'、'.join(without)} 没有：请统一"


def _stem_gives_answer(question: Question, choice: Choice) -> str:
    stem = fold_for_likeness(_BLANKS.sub("", question.stem))
    right, wrong = right_texts(choice), wrong_texts(choice)
    shown = [text for text in right if _stands_in(text, stem, THRESHOLDS.least_in_stem)]
    if len(shown) != len(right) or any(_stands_in(text, stem, THRESHOLDS.least_in_stem) for text in wrong):
        return ""
    return f"题干里已有正确选项的原话“{shown[0]}”：请换一个问法"


def _stands_in(text: str, folded_stem: str, least: int) -> bool:
    folded = fold_for_likeness(text)
    return len(folded) >= least and folded in folded_stem


def _absolute_word(question: Question, choice: Choice) -> str:
    if any(_ABSOLUTE.search(text) for text in right_texts(choice)):
        return ""
    found = [match[0] for text in wrong_texts(choice) if (match := _ABSOLUTE.search(text))]
    if len(found) < 2 or len(found) < len(wrong_texts(choice)):
        return ""
    words = "、".join(dict.fromkeys(found))
    return f"错的选项个个都有“{words}”这样绝对的字眼，正确选项没有，不懂也能排除：请改几个"


# What the findings are called, and waived by.
CHECKS: dict[str, Check] = {
    "negative-stem": _negative_stem,
    "option-length": _option_length,
    "option-ending": _option_ending,
    "stem-gives-answer": _stem_gives_answer,
    "absolute-word": _absolute_word,
}
