"""Point out half-width punctuation and stray blanks in the prose of pages."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from difflib import SequenceMatcher
from pathlib import Path

from lianxue.content.kinds import DOCS
from lianxue.content.safety import find_secrets
from lianxue.content.wording_prose import blank_out, prose_lines
from lianxue.reading.front_matter import MarkdownSource, read_front_matter
from lianxue.reading.problem import Place, Problem, Report
from lianxue.reading.text_file import read_text, walk_files

MOST_A_PAGE = 5  # a pasted text has hundreds; five show what to do
# Blanks between Chinese and figures are left as the author has them: official papers have none.
_RULES = """\
rules:
  fullwidth: 1
  no-space-fullwidth: 1
  no-space-fullwidth-quote: 1
  halfwidth-word: 1
  space-word: 0
  space-punctuation: 0
  space-bracket: 0
  space-backticks: 0
  space-dash: 0
  space-dollar: 0
  halfwidth-punctuation: 0
  spellcheck: 0
"""
# Words of documents stay as they are printed there, and the dot behind a number that opens a line is no full stop.
# A blank would be an oddity of its own: filled by a character.
_QUOTATION = re.compile(
    r"^[#\s\0]*[〇一二三四五六七八九十百]+[.．]|“[^“”]*”|‘[^‘’]*’|《[^《》]*》|「[^「」]*」|\0+"
)
_FILLING = "一"
# What any slip has: most lines have none, and looking them over costs twenty times as much.
_SUSPICIOUS = re.compile(
    r"[\u4e00-\u9fff”》）][,.!?]|[,.!?][\u4e00-\u9fff“《（]|[^\S\n][，。、；：！？）》”]|[，。、；：！？（《“][^\S\n]"
    r"|[０-９Ａ-Ｚａ-ｚ]"
)
_WIDE_BLANK = "\u3000"  # behind 第一条 it is how documents are printed
_AROUND = 2  # characters shown on both sides


def load_typography_problems(root: Path) -> tuple[Problem, ...]:
    """Advice on the typography of every page below `root`. Raises OSError."""
    unread = Report()  # what cannot be read is noted by the catalog
    pages = []
    for file, path in walk_files(root, DOCS, unread):
        text = read_text(file, path, unread) if file.suffix == ".md" else None
        source = read_front_matter(text, path, unread) if text is not None else None
        if source is not None:
            pages.append(source)
    return check_typography(pages)


def check_typography(pages: Iterable[MarkdownSource]) -> tuple[Problem, ...]:
    """Advice on pages, at most a few lines each and how many more there are."""
    from autocorrect_py import format as correct  # only a check needs it, and it takes 40 ms to load
    from autocorrect_py import load_config  # type: ignore[attr-defined]

    load_config(_RULES)
    report = Report()
    for page in pages:
        slips = list(_slips(page, correct))
        left = len(slips) - MOST_A_PAGE
        for index, (line, column, was, right) in enumerate(slips[:MOST_A_PAGE], start=1):
            more = f"；这一页另有 {left} 处" if left > 0 and index == MOST_A_PAGE else ""
            message = f"“{was}”按中文排版习惯写成“{right}”{more}"
            report.note(Place(page.path, line, column), "typography", message)
    return tuple(report.problems)


def _slips(source: MarkdownSource, correct: Callable[[str], str]) -> Iterator[tuple[int, int, str, str]]:
    """(line, column, what stands there, what would be right) of each slip on a page."""
    for line, prose in prose_lines(source):
        if not _SUSPICIOUS.search(prose) or find_secrets(prose):
            continue  # what must not be published must not be quoted either
        text = blank_out(_QUOTATION, prose, _FILLING)
        is_shown = [character == other for character, other in zip(text, prose, strict=True)]
        right = correct(text)
        for tag, start, end, new_start, new_end in SequenceMatcher(None, text, right, False).get_opcodes():
            if tag != "equal" and all(is_shown[start:end]) and text[start:end] != _WIDE_BLANK:
                before, after = _around(text, is_shown, start, end)
                yield (
                    line,
                    start + 1,
                    f"{before}{text[start:end]}{after}",
                    f"{before}{right[new_start:new_end]}{after}",
                )


def _around(text: str, is_shown: list[bool], start: int, end: int) -> tuple[str, str]:
    """The nearest characters before and after a span, as far as they are the author's own."""
    left, right = start, end
    while left > max(0, start - _AROUND) and is_shown[left - 1]:
        left -= 1
    while right < min(len(text), end + _AROUND) and is_shown[right]:
        right += 1
    return text[left:start], text[end:right]
