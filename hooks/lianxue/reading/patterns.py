"""Compile a pattern when it is first used."""

from __future__ import annotations

import re
from typing import Any, cast


def lazy_pattern(text: str, flags: int = 0) -> re.Pattern[str]:
    """As `re.compile`, but late.

    The readers of questions know more than three hundred patterns, which take a sixth of a second to
    compile; any one file needs a third of them.
    """
    return cast("re.Pattern[str]", LatePattern(text, flags))


class LatePattern:
    """Stands for a pattern: what is asked of it once is at hand from then on."""

    def __init__(self, text: str, flags: int) -> None:
        self._source = (text, flags)

    def __getattr__(self, name: str) -> Any:
        found = getattr(re.compile(*self._source), name)
        setattr(self, name, found)
        return found
