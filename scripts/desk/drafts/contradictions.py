"""What an explanation says against the answer it stands under."""

from __future__ import annotations

from desk.drafts.verdict_words import verdict_word
from lianxue.reading.patterns import lazy_pattern

_CHOSEN = lazy_pattern(
    r"(?<![不误错])(?:故|应|因此|所以|综上|本题|答案)(?:本题|此题|应当?|答案)?(?:选择?|为|是|应为)\s*[:：]?\s*"
    r"(?P<letters>[A-H](?:\s*项?\s*[、,，和及]?\s*[A-H])*)(?![A-Za-z])"
)
_HEAD = lazy_pattern(r"\s*(?:选\s*(?P<chosen>[A-H]{1,8})\s*[。．，,；;]|(?P<right>[A-H])\s*项?正确)")
_RIGHT = lazy_pattern(r"([A-H])\s*项?正确")
_NEGATIVE = lazy_pattern(r"不选|不当选|错误的是|不正确的是|不属于|除外|题目要求选(?:错|不)")
_WITHDRAWN = lazy_pattern(
    r"(?:本|此|该)题(?:的?(?:参考|标准|正确|原)?答案)?(?:可能|似乎)?(?:有争议|有误|存疑|待核实?|作废|暂不使用|已作废|不计分|无正确答案)|暂不使用"
    r"|(?:^|[：:。；])\s*答案(?:可能|似乎)?(?:有误|存疑|待核实?|有争议)"
)
_VERDICT = lazy_pattern(
    r"\s*[（(【]?\s*(?:(?:本|此|该)题|题干)?(?:的?(?:说法|表述|观点))?(?:是)?(?P<verdict>不正确|不对|正确|错误|对|错)(?:的)?\s*"
    r"[）)】]?\s*(?P<stop>[。．.,，;；:：!！\n]|$)"
)


def explanation_doubt(answer: tuple[str, ...], explanation: str) -> str:
    """A doubt where an explanation names other letters, or the other verdict, than the answer; "" else."""
    if not answer or not explanation:
        return ""
    if match := _WITHDRAWN.search(explanation):
        return f"解析里写着“{match.group()}”"
    if answer in (("对",), ("错",)):
        match = _VERDICT.match(explanation)
        said = verdict_word(match["verdict"]) if match else ""
        return f"解析开头说的是{said}，答案写的是{answer[0]}" if said and said != answer[0] else ""
    if not all(len(letter) == 1 and letter.isascii() for letter in answer):
        return ""
    named = [
        "".join(sorted(set(match["letters"]) & set("ABCDEFGH"))) for match in _CHOSEN.finditer(explanation)
    ]
    head = _HEAD.match(explanation)
    if head and head["chosen"]:
        named.append("".join(sorted(set(head["chosen"]))))
    said_right = set(_RIGHT.findall(explanation))
    is_plain = len(said_right) == 1 and not _NEGATIVE.search(explanation)
    if head and head["right"] and head["right"] not in answer and is_plain:
        return f"解析里说 {head['right']} 正确，答案写的是 {''.join(answer)}"
    if not named or "".join(sorted(answer)) in named:
        return ""
    return f"解析里说选 {named[-1]}，答案写的是 {''.join(answer)}"


def without_verdict(answer: tuple[str, ...], explanation: str) -> str:
    """An explanation without the bracketed verdict that opens it and says the same: （错误）…"""
    match = _BRACKETED.match(explanation)
    return (
        explanation[match.end() :] if match and (verdict_word(match["verdict"]),) == answer else explanation
    )


_BRACKETED = lazy_pattern(r"\s*[（(](?P<verdict>正确|错误)[）)]\s*")
