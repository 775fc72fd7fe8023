"""Print Chinese on any console, with one line of progress that rewrites itself where the console can."""

from __future__ import annotations

import io
import os
import sys
import unicodedata

from launcher.places import IS_WINDOWS


def prepare_streams() -> None:
    """Let a console that lacks a character (cp936, C locale) show a question mark instead of failing.

    Into a file or a pipe the desk writes UTF-8 everywhere, so on Windows the launcher does too.
    """
    is_set = "PYTHONIOENCODING" in os.environ
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            is_utf8 = IS_WINDOWS and not is_set and not stream.isatty()
            stream.reconfigure(encoding="utf-8" if is_utf8 else None, errors="replace")


def say(text: str) -> None:
    """Print a line now."""
    print(text, flush=True)


def say_error(text: str) -> None:
    """Print a line to the standard error now."""
    print(text, file=sys.stderr, flush=True)


def display_width(text: str) -> int:
    """The columns `text` takes on a console; Chinese characters take two."""
    return sum(2 if unicodedata.east_asian_width(character) in "WF" else 1 for character in text)


class ProgressLine:
    """One line that is rewritten on a console; elsewhere (a file, CI) nothing is shown."""

    def __init__(self) -> None:
        self._is_shown = sys.stdout is not None and sys.stdout.isatty()
        self._width = 0

    def show(self, text: str) -> None:
        """Replace the line."""
        if self._is_shown:
            width = display_width(text)
            print(f"\r{text}{' ' * (self._width - width)}", end="", flush=True)
            self._width = width

    def clear(self) -> None:
        """Leave an empty line for what comes next."""
        if self._is_shown and self._width:
            print(f"\r{' ' * self._width}\r", end="", flush=True)
            self._width = 0
