"""Shorten texts that a message or a report quotes."""


def shortened(text: str, most: int) -> str:
    """The first characters of a text, in one line."""
    line = " ".join(text.split())
    return line if len(line) <= most else f"{line[:most]}…"
