"""Read the provisions that a cell names."""

from __future__ import annotations

import re

from lianxue.content.article import parse_label

_TITLED = re.compile(r"《(?P<title>[^《》]+)》\s*(?P<label>.*)$", re.DOTALL)
_PREAMBLE = re.compile(r"(?:总纲|序言|前言)(?:第[0-9一二三四五六七八九十]+自然段)?$")
_BETWEEN = re.compile(r"[\n;；,，、]+(?=\s*(?:《|第))")
_OPENING = re.compile(r"^[【（(]?\s*(?:依据|法规依据|参考|出处|来源)\s*[】）)]?\s*[:：]?\s*")


def read_cites(text: str) -> tuple[tuple[str, ...], str]:
    """(provisions as `cite` takes them, text that names none). A bare label after a titled one is of the same."""
    text = _OPENING.sub("", text.strip())
    if not text:
        return (), ""
    cites: list[str] = []
    title = ""
    for part in _BETWEEN.split(text):
        match = _TITLED.match(part.strip().rstrip("。.；;，,"))
        label = match["label"].strip() if match else part.strip().rstrip("。.；;，,")
        title = match["title"] if match else title
        parsed = parse_label(label)
        if parsed is None and not _PREAMBLE.match(label):
            return (), text
        shown = parsed[0].label + parsed[1] if parsed else label
        cites.append(f"《{title}》{shown}" if title else shown)
    return tuple(dict.fromkeys(cites)), ""
