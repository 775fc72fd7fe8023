"""Take texts out of the elements of Moodle XML."""

from __future__ import annotations

import json
import re
from typing import Any

from lxml import etree

from desk.importing.records.plain_html import plain_text
from desk.importing.records.record import squeeze
from lianxue.reading.patterns import lazy_pattern

_MATERIAL = lazy_pattern(r'<div class="lianxue-material">(?P<material>.*?)</div>', re.DOTALL)


def child_text(node: etree._Element | None, name: str = "text") -> str:
    """The text of a child; "" where it is not there."""
    child = node.find(name) if node is not None else None
    return (child.text or "").strip() if child is not None else ""


def rich_text(node: etree._Element | None) -> str:
    """The source of a text that may be HTML; a plain one comes back escaped, so that it reads the same."""
    if node is None:
        return ""
    text = squeeze(child_text(node))
    if node.get("format") == "plain_text":
        text = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    if node.get("format") in ("plain_text", "moodle_auto_format"):
        return text.replace("\n", "<br>")
    return text


def own_facts(node: etree._Element) -> dict[str, Any] | None:
    """What an export of ours adds for coming back whole; None in files of other programs."""
    written = node.find("lianxue")
    if written is None:
        return None
    try:
        facts = json.loads(written.text or "{}")
    except ValueError:
        return {}
    return facts if isinstance(facts, dict) else {}


def material_and_stem(source: str, *, is_own: bool) -> tuple[str, str]:
    """(text of the material before the stem, stem)."""
    match = _MATERIAL.match(source)
    if match is None:
        return "", plain_text(source, is_own=is_own)
    return plain_text(match["material"], is_own=is_own), plain_text(source[match.end() :], is_own=is_own)
