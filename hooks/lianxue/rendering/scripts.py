"""Scripts as they are published: without what only their readers in the project need."""

from __future__ import annotations

import re

FOLDER = "assets/js/"  # our own, below the theme

# Comments that have their lines to themselves. Nothing else may look like one: our scripts hold no text of
# several lines (a test sees to it), so no parser is needed.
_REMARK = re.compile(r"^[ \t]*(?:/\*(?:(?!\*/).)*\*/[ \t]*|//[^\n]*)(?:\n|\Z)", re.MULTILINE | re.DOTALL)
_INDENT = re.compile(r"^[ \t]+|[ \t]+$", re.MULTILINE)


def publish_script(text: str) -> str:
    """A third less to load: whole-line comments and indentation are left out, line breaks stay."""
    return _INDENT.sub("", _REMARK.sub("", text))
