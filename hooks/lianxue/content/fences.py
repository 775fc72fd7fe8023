"""Tell the text of a Markdown body from its fenced code and its comments."""

from __future__ import annotations

import re
from collections.abc import Iterator

_FENCE = re.compile(r"[ \t]*(?P<fence>`{3,}|~{3,})(?P<info>[^`]*)$")


def lines_outside_fences(body: str) -> Iterator[tuple[int, str]]:
    """(index, line) of every line that a reader sees; indexes count from 0.

    Fenced code blocks and comments over several lines are left out; a comment within a line is
    not, because a quiz mark is one.
    """
    fence, is_comment = "", False
    for index, line in enumerate(body.split("\n")):
        if is_comment:
            is_comment = "-->" not in line
            continue
        match = _FENCE.match(line)
        if fence:
            closes = match and match["fence"].startswith(fence) and not match["info"].strip()
            if closes:
                fence = ""
        elif match:
            fence = match["fence"]
        elif line.rfind("<!--") > line.rfind("-->"):
            is_comment = True
        else:
            yield index, line
