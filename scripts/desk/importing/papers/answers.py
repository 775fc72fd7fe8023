"""Answers as trainers write them: letters, ranges, words and signs."""

from __future__ import annotations

import re
from collections.abc import Sequence

from desk.drafts.option_words import names_all
from desk.drafts.verdict_words import verdict_word
from desk.importing.papers.text import fold
from lianxue.reading.patterns import lazy_pattern

_WRAP = " \t。.;,，、；：:()[]【】“”\"'《》<>"
_SEPARATORS = lazy_pattern(r"[\s、,;/|.和与及&+→⇒]+|(?<=[A-Z])->?(?=[A-Z]->?[A-Z]|[A-Z]$)")
_RANGE = lazy_pattern(r"([A-Za-z])\s*(?:-+|~|至|到)\s*([A-Za-z])$")
_CHOSEN = lazy_pattern(r"(?:应?选择?|选项|故选|答案为?是?)?\s*(.*?)\s*(?:选项|项|正确)?$")
_LETTERS = lazy_pattern(r"[A-Za-z]{1,26}$")
_LEADING = lazy_pattern(
    r"[\s(\[【]*(?P<letters>[A-Z](?:[\s、,;/→]{0,3}[A-Z])*(?![A-Za-z]))[\s)\]】]*(?P<rest>[.、。:;,\s\u4e00-\u9fff“《(].*)?$",
    re.DOTALL,
)
_TF_LEADING = lazy_pattern(
    r"[\s(\[【“\"]*(?P<word>正确|错误|不正确|不对|对|错|是|否|√|×|[TF](?![A-Za-z])|[Tt]rue|[Ff]alse|TRUE|FALSE|[Xx](?![A-Za-z]))(?:的)?[\s)\]】”\"]*(?P<rest>[。.;,，:、\s(].*)?$",
    re.DOTALL,
)


def read_letters(text: str, labels: Sequence[str]) -> tuple[str, ...]:
    """The option letters an answer names, in the order written; () where it is no list of letters."""
    folded = fold(text).strip(_WRAP)
    if not folded:
        return ()
    if names_all(folded):
        return tuple(labels)
    match = _CHOSEN.match(folded)
    folded = (match[1] if match else folded).strip(_WRAP)
    if span := _RANGE.match(folded):
        first, last = span[1].upper(), span[2].upper()
        if first < last:
            return tuple(chr(code) for code in range(ord(first), ord(last) + 1))
        return ()
    compact = _SEPARATORS.sub("", folded).translate(dict.fromkeys(map(ord, "()[]【】")))
    if not _LETTERS.match(compact) or (compact.islower() and len(compact) > 1 and not labels):
        return ()
    return tuple(compact.upper())


def split_letters(text: str) -> tuple[str, str]:
    """Letters that open an answer, and the words behind them: ("A", "四种")."""
    folded = fold(text)
    match = _LEADING.match(folded)
    if match is None:
        return "", text
    rest = text[match.start("rest") :] if match["rest"] else ""
    return match["letters"], rest.strip().strip(".、。:：;；,，．（）()").strip()


def read_true_false(text: str) -> tuple[str, str]:
    """(对 or 错, the words behind it); ("", text) where the answer says neither."""
    folded = fold(text).strip()
    if said := verdict_word(folded.strip(_WRAP)):
        return said, ""
    match = _TF_LEADING.match(folded)
    if match is None:
        return "", text
    offset = len(fold(text)) - len(fold(text).lstrip())
    rest = text[match.start("rest") + offset :] if match["rest"] else ""
    return verdict_word(match["word"]), rest.strip().strip("。.;；,，:：、 ").strip()
