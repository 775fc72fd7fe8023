"""Which of the letters A and B says right, where true or false is answered by letters."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from desk.drafts.verdict_words import verdict_word
from lianxue.reading.patterns import lazy_pattern

LETTERS = ("A", "B")
LETTER_DOUBT = "没有写明 A 是对还是错；先按 A 对、B 错读入"
_ENOUGH = 3  # explanations that say the same
_VERDICT = lazy_pattern(
    r"\s*(?:(?:本|此|该|这|原)题?|题干|题目|上述|这种)?(?:中?的?(?:说法|表述|观点|命题|叙述|做法))?(?:是)?"
    r"(?P<verdict>不正确|不对|正确|错误|对|错)(?=的|[。．.,，;；:：!！\s]|$)"
)
# Tried in this order: 正确的选A，错误的选B · 错误的选A，正确的选B · A为正确，B为错误
_SAID = (
    lazy_pattern(
        r"(?:正确|对)(?:的|者)?[^。;错×B]{0,16}?[“\"'(]?(?P<right>[A-Z])[^A-Za-z。;]{0,10}[;,、。]?[^A-Z。]{0,14}"
        r"错误?(?:的|者)?[^。;A-Z]{0,14}?[“\"'(]?(?P<wrong>[A-Z])(?![A-Za-z])"
    ),
    lazy_pattern(
        r"错误?(?:的|者)[^。;√对正A-Z]{0,12}?[“\"'(]?(?P<wrong>[A-Z])[^A-Za-z。;]{0,10}[;,、。]?"
        r"(?:正确|对)(?:的|者)[^。;错A-Z]{0,12}?[“\"'(]?(?P<right>[A-Z])(?![A-Za-z])"
    ),
    lazy_pattern(
        r"(?<![A-Za-z])(?P<one>[A-Z])\s?(?:为|是|表示|代表|即|[.、:=\-])?\s?[“\"'(]?(?P<first>正确|对|错误|错)[的者”\"')]{0,2}[\s,;、/]{0,3}"
        r"(?P<other>[A-Z])\s?(?:为|是|表示|代表|即|[.、:=\-])?\s?[“\"'(]?(?P<second>正确|对|错误|错)"
    ),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Lettered:
    """What one true or false says of its letters."""

    letter: str = ""  # its answer
    options: tuple[tuple[str, str], ...] = ()
    explanation: str = ""


def letter_doubt(letter: str) -> str:
    """The doubt about an answer A or B that nobody explains."""
    return f"判断题的答案写的是 {letter}，{LETTER_DOUBT}"


def by_habit(letter: str) -> str:
    """What most people mean by A and B; to be confirmed."""
    return {"A": "对", "B": "错"}.get(letter, "")


def said_convention(folded: str) -> tuple[str, str]:
    """(the letter of right, that of wrong) where a folded text says which is which; ("", "") else."""
    for pattern in _SAID:
        match = pattern.search(folded)
        if match is None:
            continue
        groups = match.groupdict()
        if "one" in groups:
            is_right = verdict_word(groups["first"]) == "对"
            if verdict_word(groups["first"]) == verdict_word(groups["second"]):
                continue
            pair = (groups["one"], groups["other"]) if is_right else (groups["other"], groups["one"])
        else:
            pair = (groups["right"], groups["wrong"])
        if pair[0] != pair[1]:
            return pair
    return ("", "")


def evident_convention(questions: Iterable[Lettered]) -> tuple[str, str]:
    """The same where questions of one section prove it; ("", "") else.

    Proof are options A.正确 B.错误 under some of them, or explanations that open with 正确 or 错误
    and never speak against each other.
    """
    verdicts: dict[str, set[str]] = {}
    has_options, told = False, 0
    for question in questions:
        named = [(label, verdict_word(text)) for label, text in question.options]
        if len(named) == 2 and all(verdict for _label, verdict in named):
            has_options = True
        elif not question.options and (match := _VERDICT.match(question.explanation)):
            named = [(question.letter, verdict_word(match["verdict"]))]
            told += 1
        else:
            continue
        for label, verdict in named:
            verdicts.setdefault(label, set()).add(verdict)
    if not (has_options or told >= _ENOUGH) or not set(verdicts) <= set(LETTERS):
        return ("", "")
    if verdicts.get("A", {"对"}) == {"对"} and verdicts.get("B", {"错"}) == {"错"}:
        return ("A", "B")
    if verdicts.get("A", {"错"}) == {"错"} and verdicts.get("B", {"对"}) == {"对"}:
        return ("B", "A")
    return ("", "")
