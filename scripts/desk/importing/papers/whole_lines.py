"""Lines that are one thing as a whole: headings, keys, materials, page marks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from desk.importing.papers.errata import is_erratum
from desk.importing.papers.headings import (
    Heading,
    read_case_heading,
    read_chapter,
    read_key_heading,
    read_material,
    read_ordinal,
    read_section,
)
from desk.importing.papers.keys import is_key_header, key_behind, read_key_entries, read_key_rows, read_sides
from desk.importing.papers.labels import label_at_start
from desk.importing.papers.lines import MOST_CHARACTERS, PaperLine
from desk.importing.papers.margins import is_closing, is_page_mark, is_page_words, is_rule, read_mark_note
from desk.importing.papers.numbers import read_number
from desk.importing.papers.options import (
    OptionMark,
)
from desk.importing.papers.pieces import Token, piece
from desk.importing.papers.runs import read_run
from desk.importing.papers.text import shown
from lianxue.content.safety import SecretKind, find_secrets, without_exam_marks
from lianxue.reading.patterns import lazy_pattern

_PLAIN_ANSWER = lazy_pattern(r"\s?(?:正确答案|【答案】|答案)\s?[:]?\s?(?:[A-H]{1,8}|对|错|正确|错误)\s?$")
# ○对（正确答案） under a true or false, as pages of surveys have it
_VERDICT_LINE = lazy_pattern(
    r"\s*(?P<bullet>[○●◯⚪◎□☐☑■])?\s*(?P<word>对|错|正确|错误|是|否)\s*(?P<mark>\(\s*(?:正确答案|正确选项|√)\s*\))?\s*$"
)
_LONGEST_LOWER = 4000
_LOWER_KEY = lazy_pattern(
    r"\s*(?:(?:参考|标准|正确)?答案\s?:?)?(?:[\s,;]*\d{1,3}\s?[-~]{1,2}\s?\d{1,3}\s?[.、:)]?\s?[a-h](?:[a-h\s]{0,80}[a-h])?)+[\s。.;]*$"
)
# 不正确答案：C, 最不符合题意的答案：C: no key, and no part of the option above
_STRANGE_ANSWER = lazy_pattern(
    r"\s*(?!故|所以|因此|本题|该题|此题|综上)[\u4e00-\u9fff]{1,12}答案\s?(?:是|为)?\s?[:]?\s?[A-H](?:[\s、,]{0,2}[A-H]){0,7}[\s。.;]*$"
)
_ONE_RANGE = lazy_pattern(r"\s*\d{1,3}\s*(?:-{1,3}|~|至|到)\s*\d{1,3}")
_SECRETS = {SecretKind.SECRET_MARK, SecretKind.EXAM_MARK}


def whole_line(
    lines: Sequence[PaperLine], head: OptionMark | None, index: int, folded: str, line: PaperLine
) -> list[Token]:
    """The tokens of a line that is one thing as a whole; [] for any other line."""
    if len(folded) > MOST_CHARACTERS:
        return [piece(lines, index, "unread", 0, 0, 0)]
    if line.struck and not folded.strip():
        return [piece(lines, index, "ignored", 0, 0, len(folded), reason="划掉的文字")]
    if _is_plainly_a_part(folded, head):
        return []
    if is_page_mark(folded):
        return [piece(lines, index, "ignored", 0, 0, len(folded), reason="页码")]
    if is_page_words(folded):
        return [piece(lines, index, "ignored", 0, 0, len(folded), reason="网页上的文字")]
    if is_erratum(folded):
        return [piece(lines, index, "ignored", 0, 0, len(folded), reason="更正的话，所说的题目待确认")]
    if read_mark_note(folded) and read_number(folded) is None and label_at_start(folded) is None:
        return [piece(lines, index, "ignored", 0, 0, len(folded), reason="考试说明")]
    if is_closing(folded):
        return [piece(lines, index, "ignored", 0, 0, len(folded), reason="考试说明")]
    if (verdict := _VERDICT_LINE.match(folded)) and (verdict["bullet"] or verdict["mark"]):
        token = piece(lines, index, "label", 0, verdict.start("word"), verdict.end("word"))
        token.label, token.reason = "answer" if verdict["mark"] else "others", "选项"
        return [token]
    if _is_strange_answer(folded):
        token = piece(lines, index, "label", 0, len(folded), len(folded))
        token.label, token.doubt = "others", f"“{shown(lines[index].text[:24])}”看不出是不是标准答案"
        return [token]
    if is_rule(folded):
        return [piece(lines, index, "ignored", 0, 0, len(folded), reason="分隔线")]
    if (
        "密" in folded
        and len(folded) <= 60
        and (kinds := {found.kind for found in find_secrets(line.text)} & _SECRETS)
    ):
        token = piece(lines, index, "secret", 0, 0, len(folded))
        token.label = "exam" if kinds == {SecretKind.EXAM_MARK} else "mark"
        if token.label == "mark" or not _has_more(without_exam_marks(line.text)):
            return [token]
    if is_key_header(folded):
        return [piece(lines, index, "ignored", 0, 0, len(folded), reason="答案表的表头")]
    if index + 1 < len(lines):
        pair = read_key_rows(folded, lines[index + 1].folded)
        if pair:
            top = piece(lines, index, "key", 0, len(folded), len(folded), reason="rows")
            top.value, top.label = -1, "row"
            return [
                top,
                *(
                    _key(lines, index + 1, entry.number, entry.answer, entry.doubt, len(pair))
                    for entry in pair
                ),
            ]
    if len(folded) <= _LONGEST_LOWER and _LOWER_KEY.match(folded):
        folded = folded.upper()
    entries = read_key_entries(folded)
    if len(entries) >= 2 or (entries and _ONE_RANGE.match(folded)):
        return [
            _key(lines, index, entry.number, entry.answer, entry.doubt, len(entries)) for entry in entries
        ]
    start, behind = key_behind(folded)
    if behind and (head_token := _key_head(lines, index, folded[:start])):
        return [
            head_token,
            *(_key(lines, index, entry.number, entry.answer, entry.doubt, len(behind)) for entry in behind),
        ]
    if sides := read_sides(folded):
        of_sides = Heading(kind="key", type="true_false", is_typed=True, title="判断题")
        head_token = _heading(lines, index, of_sides, folded)
        head_token.heading = of_sides
        keys = [_key(lines, index, entry.number, entry.answer, entry.doubt, len(sides)) for entry in sides]
        return [head_token, *keys]
    if run := read_run(folded):
        token = _heading(lines, index, run[0], folded)
        token.kind, token.text, token.heading = "run", run[1], run[0]
        return [token]
    for heading in (read_section(folded), read_key_heading(folded)):
        if heading is not None:
            return [_heading(lines, index, heading, folded)]
    return _standing_over(lines, head, index, folded, line)


def _is_plainly_a_part(folded: str, head: OptionMark | None) -> bool:
    """An option or an answer of a question, at a glance: most lines are."""
    if head is not None and head.strength == "mark" and head.letter not in "IVX":
        return True
    return bool(_PLAIN_ANSWER.match(folded))


def _is_strange_answer(folded: str) -> bool:
    return (
        bool(_STRANGE_ANSWER.match(folded))
        and label_at_start(folded) is None
        and read_run(folded) is None
        and not key_behind(folded)[1]
    )


def _has_more(text: str) -> bool:
    """Whether a line says more than its mark, such as the title of the paper."""
    return len(text.strip(" \t★☆*　")) >= 4


def _standing_over(
    lines: Sequence[PaperLine], head: OptionMark | None, index: int, folded: str, line: PaperLine
) -> list[Token]:
    number = read_number(folded) if folded[:1] not in "第专模附" or "题" in folded[:8] else None
    if number is None or number.style in ("han", "han_paren", "paren"):
        span = read_material(folded)
        if span is not None:
            token = piece(lines, index, "material", 0, 0, len(folded))
            token.span = span
            return [token]
    case = read_case_heading(folded)
    if case is not None and (entries := read_key_entries(folded, case[1])):
        of_case = Heading(kind="key", title=folded[: case[1]].strip(" :"), case=case[0])
        keys = [_key(lines, index, entry.number, entry.answer, entry.doubt, 2) for entry in entries]
        return [_heading(lines, index, of_case, folded), *keys]
    if case is not None:
        token = piece(lines, index, "case", 0, case[1], len(folded))
        token.value = case[0]
        return [token]
    if number is None and head is None and label_at_start(folded) is None:
        chapter = read_chapter(folded, line.heading)
        if chapter is not None:
            return [_heading(lines, index, chapter, folded)]
    return []


def _key_head(lines: Sequence[PaperLine], index: int, prefix: str) -> Token | None:
    """The heading before a key on the same line; None where the words are more than a heading."""
    words = prefix.strip(" :、.\t-【】[]()")
    heading = read_section(words) or read_key_heading(words)
    if heading is None and (ordinal := read_ordinal(prefix)) and len(words) <= 4:
        heading = Heading(kind="section", ordinal=ordinal, title=words)
    if heading is None and label_at_start(prefix) is not None and len(words) <= 8:
        heading = Heading(kind="key", title=words)
    return _heading(lines, index, heading, prefix) if heading else None


def _heading(lines: Sequence[PaperLine], index: int, heading: Heading, folded: str) -> Token:
    token = piece(lines, index, "heading", 0, 0, len(folded))
    is_titled = heading.kind != "key" and len(folded) == len(lines[index].folded)
    title = shown(lines[index].text.strip(" -=*#—")) if is_titled else heading.title
    token.heading = replace(heading, title=title)
    return token


def _key(lines: Sequence[PaperLine], index: int, number: int, answer: str, doubt: str, size: int) -> Token:
    token = piece(lines, index, "key", 0, 0, 0)
    token.value, token.label, token.text, token.folded = number, str(number), answer, answer
    token.doubt, token.reason = doubt, "many" if size > 1 else ""
    return token
