"""Questions answered in words: gaps with their fillings, and points."""

from __future__ import annotations

import re
from collections.abc import Sequence

from desk.drafts.draft import TO_CHECK
from desk.drafts.fillings import is_left_out, remark_in, split_fillings, take_order
from desk.importing.papers.body import NO_ANSWER, ONLY_LETTERS, Body, answer_texts
from desk.importing.papers.gaps import number_of_fillings, with_gaps, words_in_brackets
from desk.importing.papers.items import Item
from desk.importing.papers.lines import PaperLine
from desk.importing.papers.marks import underlined_in_stem
from desk.importing.papers.points import read_points
from desk.importing.papers.stems import Stem, without_answer
from desk.importing.papers.text import fold, join_broken, quoted, shown
from lianxue.reading.patterns import lazy_pattern

IN_BRACKETS = f"括号里的文字当作答案{TO_CHECK}"
_NOTE = lazy_pattern(
    r"\s*(?:以下|简称|又称|即|如|例如|比如|含|不含|包括|注[:：]|见|参见|详见|共\d|\d{4}\s*年\S{0,3}(?:修|版))|.*(?:修订|修正|试行|暂行|草案|征求意见稿)$"
)
_GLUED_QUESTION = lazy_pattern(r"\s*(?:[A-H]{1,6}|对|错|正确|错误|√|×)\s*(?:\d{1,4}\s*[、.]|[\[【(])")
_GLUED_OPTIONS = lazy_pattern(r"\s*[A-H]{1,6}\s*[.、:].{1,400}?B\s*[.、:]", re.DOTALL)


def read_fill_in(item: Item, stem: Stem, lines: Sequence[PaperLine], *, is_declared: bool) -> Body:
    """Fill-in: each gap of the stem with its fillings."""
    body = Body(type="fill_in")
    ordered = [take_order(text) for text in answer_texts(item)]
    texts = [text for text, _any in ordered]
    count, labelled = number_of_fillings(texts[0]) if texts else (0, False)
    body.stem, found = with_gaps(stem.text, count, labelled, is_declared)
    if found < 0:
        found = -found
        body.remarks.append("题干里单独的数字当作空")
    if not found and not texts and (words := underlined_in_stem(item, lines)):
        return _filled_in(stem, words, body)
    if not found and not texts and is_declared and (inside := words_in_brackets(stem.text)):
        result = _filled_in(stem, inside, body)
        result.remarks = []
        note = next((word for word in inside if _is_note(word, stem.text)), "")
        result.doubts.append(f"括号里的“{quoted(note[1:-1])}”像是注释{TO_CHECK}" if note else IN_BRACKETS)
        return result
    body.stem = shown(body.stem)
    body.has_gaps = bool(found)
    if not found:
        body.doubts.append("题干里没有空")
    if not texts:
        body.doubts.append(NO_ANSWER)
        return body
    if not found:
        body.remarks.append(f"原来的答案是“{quoted(texts[0])}”")
        return body
    if all(ONLY_LETTERS.match(fold(text)) for text in texts):
        body.doubts.append(f"答案“{quoted(texts[0])}”是选项的字母，却没有看到选项")
        return body
    read = [split_fillings(text, found) for text in texts]
    if not all(read):
        body.doubts.append(f"题干有 {found} 个空，答案“{quoted(texts[0])}”分不成 {found} 个")
    elif len(set(read)) > 1:
        body.doubts.append("答案前后不一致")
    else:
        body.gaps = read[0]
        body.any_order = found > 1 and any(is_any for _text, is_any in ordered)
        if remark := remark_in(body.gaps):
            body.doubts.append(f"答案“{quoted(remark)}”里有说明的话，看不出哪些字算对")
    return body


def _is_note(word: str, stem: str) -> bool:
    """Whether a bracket says something of what stands before it: 《…条例》（2023年修订）, （以下简称…）."""
    before = stem[: stem.find(word)].rstrip()
    return before[-1:] in "》。！？" or bool(_NOTE.match(word[1:-1]))


def _filled_in(stem: Stem, words: Sequence[str], body: Body) -> Body:
    text, position = stem.text, 0
    for word in words:
        at = text.find(word, position)
        if at < 0:
            body.doubts.append(NO_ANSWER)
            return body
        text = text[:at] + "____" + text[at + len(word) :]
        position = at + 4
    body.stem, body.has_gaps = shown(text), True
    body.gaps = tuple((shown(word.strip("（）()_ ")),) for word in words)
    body.remarks.append("答案由下划线文字看出")
    return body


def read_short_answer(item: Item, stem: Stem) -> Body:
    """A question answered in words: its points."""
    body = Body(type="short_answer", stem=without_answer(stem, []))
    keyed = [line for entry in item.keys for line in entry.answer]
    inline = [line for lines in item.answers for line in lines]
    source = item.points or inline or keyed
    body.points = () if is_left_out("".join(source)) else read_points(source)
    if body.points and _GLUED_QUESTION.match(fold(body.points[0])):
        body.doubts.append("答案后面像是粘着下一题")
        return body
    if body.points and _GLUED_OPTIONS.match(fold(" ".join(body.points))):
        body.doubts.append("答案里像是粘着选项")
        return body
    if len(body.points) == 1 and ONLY_LETTERS.match(fold(body.points[0])):
        body.doubts.append(f"答案“{body.points[0]}”是选项的字母，却没有看到选项")
        body.points = ()
        return body
    if sum(any(line.strip() for line in lines) for lines in item.answers) > 1:
        body.doubts.append("有两处答案，像是两道题粘在一起")
    if item.points and inline:
        body.note = join_broken([shown(line) for line in inline])
    if not body.points:
        body.doubts.append(NO_ANSWER)
    return body
