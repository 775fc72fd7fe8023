"""Write the facts at the head of a page."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence

from desk.lessons.inline import printable

# Texts that YAML reads as they stand; everything else goes into quotes.
_PLAIN = re.compile(r"[一-鿿A-Za-z0-9《“（【][^:#\n\[\]{},&*!|>'\"%@`\\]*$")


def front_matter(facts: Mapping[str, str | int | Sequence[str]], comment: str = "") -> str:
    """The lines between two `---`; empty facts are left out. No reader sees the comment."""
    lines = [f"{name}: {_value(value)}" for name, value in facts.items() if value not in ("", 0, (), [])]
    remark = [f"# {' '.join(comment.split())}"] if comment else []
    return "\n".join(["---", *remark, *lines, "---", ""])


def yaml_text(text: str) -> str:
    """A text as a YAML value on one line, quoted where it must be."""
    text = " ".join(printable(text).split())
    return text if _PLAIN.match(text) else json.dumps(text, ensure_ascii=False)


def _value(value: str | int | Sequence[str]) -> str:
    if isinstance(value, int):
        return str(value)
    if isinstance(value, str):
        return yaml_text(value)
    return f"[{', '.join(map(yaml_text, value))}]"
