"""Turn the text of questions into HTML that other programs show and that can be read back."""

from __future__ import annotations

import re

_BOLD = re.compile(r"\*\*(.+?)\*\*", re.DOTALL)


def to_html(text: str) -> str:
    """Escaped text with `<br>` for line ends and `<strong>` for bold; runs of blanks are kept."""
    escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    bold = _BOLD.sub(r"<strong>\1</strong>", escaped)
    return bold.replace("\n", "<br>").replace("  ", " &nbsp;")
