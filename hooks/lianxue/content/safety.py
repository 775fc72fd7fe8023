"""Find what must not be published in a text: marks of secrecy, and numbers that lead to a person."""

from __future__ import annotations

import re
from bisect import bisect
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import Enum

from lianxue.content.safety_numbers import (
    is_bank_card,
    is_identity_number,
    is_old_identity_number,
    plain_digits,
)
from lianxue.reading.patterns import lazy_pattern


class SecretKind(Enum):
    """What was found; the value is the word people read."""

    SECRET_MARK = "密级标志"
    EXAM_MARK = "试卷的密级标志"  # 启用前: printed on examination papers, void once they were sat
    SECRET_LABEL = "密级字样"  # 密级：…, 【…】, or a grade alone on its line, without the star
    IDENTITY_NUMBER = "身份证号码"
    OLD_IDENTITY_NUMBER = (
        "旧身份证号码"  # of 15 digits, without a check digit: 1 % of all such numbers look like one
    )
    MOBILE_NUMBER = "手机号码"
    BANK_CARD = "银行卡号"  # 10 % of all such numbers pass the check
    EMAIL = "电子邮箱"

    @property
    def blocks(self) -> bool:
        """Whether nothing that holds it may be published; the others are for a person to look at."""
        return self in _BLOCKING


_BLOCKING = (SecretKind.SECRET_MARK, SecretKind.EXAM_MARK, SecretKind.IDENTITY_NUMBER)


@dataclass(frozen=True, slots=True)
class Finding:
    """One find, from `start` to before `end` of the text. `masked` may be shown; the text itself may not."""

    start: int
    end: int
    kind: SecretKind
    masked: str


# Blanks, invisible characters, tags and emphasis that may part the characters of a mark on one line.
_GAP = (
    r"(?:[^\S\n]|[\u00ad\u200b-\u200d\u2060\ufe0e\ufe0f\ufeff]|&(?:nbsp|ensp|emsp|thinsp|#160|#12288|#x3000|#xa0);"
    r"|</?[A-Za-z][^<>\n]{0,80}>|\*\*|__)*+"
)
_STAR = r"(?:[★☆＊✦✩✪✭✮✯⭐⭑🌟]|&(?:#9733|#9734|#x2605|#x2606|starf?|bigstar|#42|ast);|\\u260[56]|\\\*)"
_GRADE = rf"(?:[绝絕机機秘祕]{_GAP}密(?:{_GAP}级)?)"
# 启用前 must end what it stands in: 机密★启用前请登记 is no examination paper.
_EXAM = r"(?:启\s?用|启\s?封|开\s?封|拆\s?封|考\s?试|开\s?考)(?:开始|结束|之|以){0,2}[^\S\n]?前(?=[\s，。；|<）)】\]]|$)"
_PERIOD = (
    rf"(?P<period>(?:[^\S\n]|[\ufe0e\ufe0f])*(?:(?P<exam>{_EXAM})"
    r"|[0-9０-９〇一二三四五六七八九十]{1,4}[^\S\n]*(?:年|个月|月|天|日)|长期))"
)
_MARK = re.compile(
    rf"(?P<grade>{_GRADE})(?:{_GAP}[】］\])）]?{_GAP}{_STAR}|[^\S\n]*(?P<plain>\*+)){_PERIOD}?", re.IGNORECASE
)
# A mark over two lines has its period, or ★ opens the next point of a list.
_BROKEN_MARK = lazy_pattern(rf"(?P<grade>{_GRADE}){_GAP}\n{_GAP}(?P<plain>)★{_PERIOD}")
_LABEL = lazy_pattern(
    r"密[^\S\n]*级[^\S\n]*[:：][^\S\n]*(?:绝[^\S\n]*密|机[^\S\n]*密|秘[^\S\n]*密)(?![、，])"
    rf"|【{_GRADE}】|^[^\S\n]*{_GRADE}(?=[^\S\n]*$|[^\S\n]+(?:内部|注意|不得|禁止|请勿))",
    re.MULTILINE,
)
_RUN = lazy_pattern(r"(?<![*\\])\*+")

_BLANK = r"[ \u3000\u00a0\-－‐‑–]"
# Ends of a number that is none of those inside ids, addresses, decimals and hashes.
_HEAD, _TAIL = r"(?<![\dA-Za-z_.+\-/#])", r"(?![\dA-Za-z_\-/]|\.\d)"
# Inside a lookahead, so that a number that only begins too early does not hide the one behind it.
_IDENTITY = lazy_pattern(
    rf"(?<!\d)(?=[1-9１-９])(?=(?P<number>\d(?:{_BLANK}?\d){{16}}{_BLANK}?[\dXxＸｘ])(?!\d))"
)
_OLD_IDENTITY = lazy_pattern(rf"{_HEAD}(?P<number>[1-8１-８]\d{{14}}){_TAIL}")
_MOBILE = lazy_pattern(
    rf"{_HEAD}(?:[+＋]?(?:00)?86{_BLANK}?)?(?P<number>[1１][3-9３-９]\d{_BLANK}?\d{{4}}{_BLANK}?\d{{4}}){_TAIL}"
)
_CARD = lazy_pattern(rf"{_HEAD}(?P<number>\d{{4}}(?:{_BLANK}?\d{{4}}){{3}}(?:{_BLANK}?\d{{1,3}})?){_TAIL}")
_EMAIL = lazy_pattern(
    r"(?<![A-Za-z0-9_.+\-/:@])[A-Za-z0-9][A-Za-z0-9._%+\-]*[@＠](?:[A-Za-z0-9-]+\.)+[A-Za-z]{2,}(?![A-Za-z0-9_-])"
)
_NO_PERSON = lazy_pattern(r"(?:\.(?:png|jpe?g|gif|svg|webp|ico)|[@.]example(?:\.(?:com|org|net|cn))?)$", re.I)
# Where a number may stand: found first, because it costs a tenth of looking for each kind everywhere.
_DIGITS = re.compile(rf"[0-9０-９](?:{_BLANK}?[0-9０-９]){{10,}}")
_BEHIND = 4  # characters after the digits that decide: a blank, X, and what may not follow
_AT = re.compile("[@＠]")
_LONGEST_NAME, _LONGEST_HOST = 64, 255


def find_secrets(text: str) -> tuple[Finding, ...]:
    """Every mark and number in a text, in order; no two overlap.

    Names of secrecy without a mark (绝密、机密、秘密 in the words of a law) are none.
    """
    found: list[Finding] = []
    if "密" in text:
        found.extend(_find_marks(text))
    for match in _DIGITS.finditer(text):
        found.extend(_find_numbers(text, max(0, match.start() - 1), match.end() + _BEHIND))  # +86
    for match in _AT.finditer(text):
        found.extend(_find_emails(text, match.start()))
    return tuple(_without_overlaps(found)) if found else ()


def without_exam_marks(text: str) -> str:
    """A text without the marks of examination papers, such as the one ending in 启用前."""
    for finding in reversed(find_secrets(text)):
        if finding.kind is SecretKind.EXAM_MARK:
            text = text[: finding.start] + text[finding.end :]
    return text


def mask_secrets(text: str) -> str:
    """A text that may be shown: whatever was found is masked."""
    for finding in reversed(find_secrets(text)):
        text = text[: finding.start] + finding.masked + text[finding.end :]
    return text


def _find_marks(text: str) -> Iterator[Finding]:
    for match in (*_MARK.finditer(text), *_BROKEN_MARK.finditer(text)):
        if match["plain"] and _is_emphasis(text, match.start("plain"), match.end("plain")):
            continue
        kind = SecretKind.EXAM_MARK if match["exam"] else SecretKind.SECRET_MARK
        masked = f"*密★{'…' if match['period'] else ''}"
        yield Finding(match.start(), match.end(), kind, masked)
    for match in _LABEL.finditer(text):
        masked = "密级：*密" if match[0].startswith("密") else "*密"
        yield Finding(match.start(), match.end(), SecretKind.SECRET_LABEL, masked)


def _is_emphasis(text: str, start: int, end: int) -> bool:
    """Whether asterisks are Markdown's: with others of their line they open or close **bold**."""
    line_start = text.rfind("\n", 0, start) + 1
    line_end = text.find("\n", end)
    line = text[line_start : len(text) if line_end < 0 else line_end]
    at, length = start - line_start, end - start
    runs = [run.span() for run in _RUN.finditer(line) if len(run[0]) == length]
    before = [right for left, right in runs if left < at and not line[right : right + 1].isspace()]
    if len(before) % 2:
        return True
    follows = line[at + length : at + length + 1]
    is_opening = bool(follows) and not follows.isspace()
    return is_opening and any(left > at and not line[left - 1].isspace() for left, _ in runs)


def _find_numbers(text: str, start: int, end: int) -> Iterator[Finding]:
    for pattern, kind, is_one, shown in _NUMBERS:
        for match in pattern.finditer(text, start, end):
            digits = plain_digits(match["number"])
            if is_one(digits):
                yield Finding(*match.span("number"), kind, _mask(digits, *shown))


# pattern, kind, its proof, how many characters at both ends may be shown
_NUMBERS: tuple[tuple[re.Pattern[str], SecretKind, Callable[[str], bool], tuple[int, int]], ...] = (
    (_IDENTITY, SecretKind.IDENTITY_NUMBER, is_identity_number, (6, 4)),
    (_OLD_IDENTITY, SecretKind.OLD_IDENTITY_NUMBER, is_old_identity_number, (6, 3)),
    (_CARD, SecretKind.BANK_CARD, is_bank_card, (4, 4)),
    (_MOBILE, SecretKind.MOBILE_NUMBER, lambda digits: len(digits) == 11, (3, 4)),
)


def _find_emails(text: str, at: int) -> Iterator[Finding]:
    for match in _EMAIL.finditer(text, max(0, at - _LONGEST_NAME), at + _LONGEST_HOST):
        name, _, host = match[0].replace("＠", "@").partition("@")
        if match.start() < at < match.end() and not _NO_PERSON.search(match[0]):
            yield Finding(match.start(), match.end(), SecretKind.EMAIL, f"{name[0]}***@{host}")


def _mask(digits: str, head: int, tail: int) -> str:
    return f"{digits[:head]}{'*' * (len(digits) - head - tail)}{digits[-tail:]}"


def _without_overlaps(found: list[Finding]) -> Iterator[Finding]:
    """The graver of two that overlap, then the earlier."""
    grave = sorted(found, key=lambda one: (not one.kind.blocks, one.start, -one.end))
    kept: list[Finding] = []  # in order; none overlap
    for finding in grave:
        at = bisect(kept, finding.start, key=lambda one: one.start)
        is_free_before = at == 0 or kept[at - 1].end <= finding.start
        if is_free_before and (at == len(kept) or finding.end <= kept[at].start):
            kept.insert(at, finding)
    yield from kept
