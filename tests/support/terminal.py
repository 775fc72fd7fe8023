"""A standard input at which somebody sits."""

from __future__ import annotations

import io


class Terminal(io.StringIO):
    """What was typed, in a stream that calls itself a terminal."""

    def isatty(self) -> bool:
        return True
