"""Tell which file names an archive may hold so that it unpacks alike everywhere, and only there."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

_FORBIDDEN = re.compile(r'[\x00-\x1f\x7f\\:*?"<>|]')  # Windows; a backslash hides a folder there
_DEVICES = re.compile(r"(con|prn|aux|nul|com[0-9]|lpt[0-9])(\..*)?", re.IGNORECASE)


def name_fault(name: str) -> str | None:
    """Why a file with this name (forward slashes) must not be in an archive, or None."""
    if name.startswith("/"):
        return "用了绝对路径"
    if _FORBIDDEN.search(name):
        return "文件名里有不能用的字符"
    for part in name.split("/"):
        if part in ("", ".", ".."):
            return "路径会跑到文件夹外面"
        if part.endswith((".", " ")) or _DEVICES.fullmatch(part):
            return "文件名在 Windows 上不能用"
    return None


def clashing_names(names: Iterable[str]) -> list[tuple[str, str]]:
    """Pairs of names that are one file on some system: equal but for case or composition."""
    seen: dict[str, str] = {}
    clashes = []
    for name in names:
        key = unicodedata.normalize("NFC", name).casefold()
        if key in seen:
            clashes.append((seen[key], name))
        seen.setdefault(key, name)
    return clashes
