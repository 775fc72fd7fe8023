"""What a page says in its own words: neither code nor addresses nor quotations of documents."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lianxue.content.fences import lines_outside_fences
from lianxue.reading.front_matter import MarkdownSource

# Code, comments, tags, attributes, addresses: a reader does not see them, or sees them as they are.
_UNREAD = re.compile(
    r"`+[^`]*`+|<!--.*?-->|</?[A-Za-z][^<>]*>|\{[:.#][^{}]*\}|(?<=\])\([^()\s]*(?:\s+\"[^\"]*\")?\)"
    r"|(?<=\])\[[^\[\]]*\]|https?://[\x21-\x7e]+|^\s*\[[^\]]+\]:\s+\S+"
)


def prose_lines(source: MarkdownSource) -> Iterator[tuple[int, str]]:
    """(line of the file, text) of each line; what is no prose is filled with `\\0`, columns stay.

    Block quotations are left out: the official text on a regulation page is one.
    """
    is_quotation = False
    for index, line in lines_outside_fences(source.body):
        stripped = line.strip()
        is_quotation = stripped.startswith(">") or (is_quotation and bool(stripped))
        if stripped and not is_quotation:
            yield source.body_line + index, blank_out(_UNREAD, line, "\0")


def blank_out(pattern: re.Pattern[str], line: str, filling: str) -> str:
    """A line with each match filled by as many characters."""
    return pattern.sub(lambda match: filling * len(match[0]), line)
