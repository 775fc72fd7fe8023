"""Write text as Markdown that shows exactly that text, with bold, links and footnotes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from desk.lessons.blocks import Runs, plain

_SPECIAL = re.compile(r"[\\`*_{}\[\]|]")
_ENTITY = re.compile(r"&(?=#?\w{1,32};)")
# What nobody sees, and what turns the direction of text; YAML refuses some of them.
_CONTROL = re.compile(
    r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ufdd0-\ufdef\ufffe\uffff]"
)
# What Markdown reads at the start of a line, and how to keep it from doing so.
_OPENINGS: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"^(\d{1,9})([.)])(?=\s|$)"), r"\1\\\2"),
    (re.compile(r"^([#>+!-])"), r"\\\1"),
    (re.compile(r"^([:~=?])"), ""),
)


@dataclass(frozen=True, slots=True)
class Link:
    """Characters of a text that lead somewhere."""

    start: int
    end: int
    target: str


def printable(text: str) -> str:
    """Text without the characters that are no part of it to a reader."""
    return _CONTROL.sub("", text)


def escape_text(text: str, *, opens_line: bool = False) -> str:
    """Text as Markdown shows it literally; `opens_line` where it stands at the start of one."""
    text = printable(text)
    text = _ENTITY.sub("&amp;", text)
    text = _SPECIAL.sub(lambda match: "\\" + match.group(), text).replace("<", "&lt;")
    if opens_line:
        for pattern, replacement in _OPENINGS:
            if pattern.match(text):
                if replacement:
                    return pattern.sub(replacement, text, count=1)
                return f"&#{ord(text[0])};{text[1:]}"
    return text


def render_runs(runs: Runs, links: Sequence[Link] = (), *, opens_line: bool = True) -> str:
    """One line of Markdown. `links` are in order and do not overlap."""
    result: list[str] = []
    is_first = opens_line
    for text, is_bold, target in _merged(list(_pieces(runs, links))):
        is_strong = is_bold and bool(text.strip())
        opens = is_first and not is_strong and not target
        body = escape_text(text.strip() if is_strong else text, opens_line=opens)
        if target:
            body = f"[{body}]({target})"
        if is_strong:
            before = text[: len(text) - len(text.lstrip())]
            after = text[len(text.rstrip()) :]
            body = f"{before}**{body}**{after}"
        result.append(body)
        is_first = False
    return "".join(result)


def render_noted(runs: Runs, links: Sequence[Link], marks: Sequence[tuple[str, int]]) -> str:
    """The same with `marks`, Markdown of their own, each with how many characters stand before it.

    One that lies inside a link comes behind it.
    """
    result: list[str] = []
    start = 0
    for mark, at in sorted(marks, key=lambda one: one[1]):
        end = next((link.end for link in links if link.start < at < link.end), at)
        result += [_part(runs, links, start, end), mark]
        start = max(start, end)
    return "".join([*result, _part(runs, links, start, len(plain(runs)))])


def _part(runs: Runs, links: Sequence[Link], start: int, end: int) -> str:
    """The Markdown of some characters; no link is cut by their ends."""
    parts, position = [], 0
    for text, is_bold in runs:
        parts.append((text[max(0, start - position) : max(0, end - position)], is_bold))
        position += len(text)
    inside = [link for link in links if start <= link.start and link.end <= end]
    shifted = [Link(link.start - start, link.end - start, link.target) for link in inside]
    kept = tuple((text, is_bold) for text, is_bold in parts if text)
    return render_runs(kept, shifted, opens_line=start == 0)


def _pieces(runs: Runs, links: Sequence[Link]) -> Iterator[tuple[str, bool, str]]:
    """Runs cut at the ends of links: (text, is bold, target or "")."""
    targets = [""] * len(plain(runs))
    for link in links:
        for index in range(link.start, link.end):
            targets[index] = f"{link.start}\n{link.target}"  # neighbours stay apart
    position = 0
    for text, is_bold in runs:
        start = 0
        for index in range(1, len(text) + 1):
            if index == len(text) or targets[position + index] != targets[position + start]:
                if text[start:index]:
                    yield text[start:index], is_bold, targets[position + start]
                start = index
        position += len(text)


def _merged(pieces: list[tuple[str, bool, str]]) -> Iterator[tuple[str, bool, str]]:
    """Neighbours with the same marks as one; a link is bold where its first character is."""
    merged: list[list[object]] = []
    for text, is_bold, key in pieces:
        if merged and merged[-1][2] == key and (key or merged[-1][1] == is_bold):
            merged[-1][0] = f"{merged[-1][0]}{text}"
        else:
            merged.append([text, is_bold, key])
    for piece in merged:
        target = str(piece[2]).partition("\n")[2]
        yield str(piece[0]), bool(piece[1]), target
