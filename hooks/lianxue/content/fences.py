"""Tell the text of a Markdown body from its fenced code."""

from __future__ import annotations

import re
from collections.abc import Iterator

_FENCE = re.compile(r"[ \t]*(?P<fence>`{3,}|~{3,})(?P<info>[^`]*)$")


def lines_outside_fences(body: str) -> Iterator[tuple[int, str]]:
    """(index, line) of every line that is not in a fenced code block; indexes count from 0."""
    fence = ""
    for index, line in enumerate(body.split("\n")):
        match = _FENCE.match(line)
        if fence:
            closes = match and match["fence"].startswith(fence) and not match["info"].strip()
            if closes:
                fence = ""
        elif match:
            fence = match["fence"]
        else:
            yield index, line
