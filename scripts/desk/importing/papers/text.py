"""Text of a paper: folded for looking at, cleaned for showing, joined from broken lines."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable

from lianxue.reading.patterns import lazy_pattern

_INVISIBLE = "\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\u00ad\u202a\u202b\u202c\u202d\u202e\x00\x0b\x0c"
# One character that stands for several: ⒈ is “1.”, ⑴ is “(1)”, ㈠ is “(一)”.
_COMPOSED = lazy_pattern("[\u2474-\u249b\u3220-\u3229]")
_MOST_REPEATED = 60
_REPEATED = lazy_pattern(r"(.)\1{59,}")
_MOST_BLANKS = 20  # in a row: more say no more, and would be slow to look through
_BLANKS = lazy_pattern(r"\s{21,}")
_HAS_UNSEEN = lazy_pattern(f"[{_INVISIBLE}]")
_UNSEEN = str.maketrans(dict.fromkeys(_INVISIBLE))


def _folding() -> dict[int, str]:
    table = {code: chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)}
    table.update(dict.fromkeys(map(ord, "\u3000\u00a0\u2002\u2003\u2009\u202f\r\n"), " "))
    table.update(dict.fromkeys(map(ord, "–—―‐‑−"), "-"))
    table.update(zip(map(ord, "﹙﹚﹝﹞〔〕〖〗﹒﹕∶︰﹔∼〜"), "()[][]【】.:::;~~", strict=True))
    table.update(zip(map(ord, "АВСЕНΑΒΕΗ"), "ABCEHABEH", strict=True))  # what OCR takes for Latin letters
    table.update({0x24B6 + offset: chr(ord("A") + offset) for offset in range(26)})  # Ⓐ
    table.update(dict.fromkeys(map(ord, "✓✔☑✅"), "√"))
    table.update(dict.fromkeys(map(ord, "✗✘╳❌☒✕✖"), "×"))
    return table


_FOLDING = _folding()
_SHOWN = {
    code: chr(code - 0xFEE0)
    for code in (*range(0xFF10, 0xFF1A), *range(0xFF21, 0xFF3B), *range(0xFF41, 0xFF5B))
}
_IS_WIDE = lazy_pattern("[０-９Ａ-Ｚａ-ｚ]")
_OPEN_END = lazy_pattern(r"[^。！？；：!?;:…）)】”]$")


def clean(text: str) -> str:
    """A line without what nobody sees; signs composed of several characters are written out.

    One character repeated without end is cut short: it says nothing, and would cost time.
    """
    if _HAS_UNSEEN.search(text):
        text = text.translate(_UNSEEN)
    if len(text) > _MOST_BLANKS:
        text = _BLANKS.sub(lambda match: match.group()[:_MOST_BLANKS], text)
    if len(text) >= _MOST_REPEATED:
        text = _REPEATED.sub(lambda match: match[1] * _MOST_REPEATED, text)
    return _COMPOSED.sub(lambda match: unicodedata.normalize("NFKC", match.group()), text)


def fold(text: str) -> str:
    """Text for looking at: width, dashes, ticks and look-alike letters made one; as long as it was."""
    return text.translate(_FOLDING)


def shown(text: str) -> str:
    """Text as it is kept: letters and digits of plain width, Chinese punctuation as written."""
    return (
        unicodedata.normalize("NFC", text.translate(_SHOWN) if _IS_WIDE.search(text) else text)
        .replace("\u3000", " ")
        .replace("\u00a0", " ")
        .strip()
    )


def join_broken(lines: Iterable[str]) -> str:
    """Lines of one text: a line that ends inside a sentence goes on in the next one."""
    result = ""
    for line in lines:
        if not line:
            continue
        if not result:
            result = line
        elif _OPEN_END.search(result[-1]) and not _starts_a_list(line):
            glue = " " if result[-1].isascii() and line[0].isascii() and result[-1].isalnum() else ""
            result += glue + line
        else:
            result += "\n" + line
    return result


def _starts_a_list(line: str) -> bool:
    return bool(_LIST_START.match(line))


_LIST_START = lazy_pattern(
    r"[①-⑳]|空\s?\d|第[一二三四五六七八九十\d]{1,2}空|[(（]?\d{1,2}[)）.、．]|[(（]?[一二三四五六七八九十]{1,2}[)）、]"
)


def quoted(text: str, limit: int = 24) -> str:
    """Text short enough to be quoted in a message."""
    text = " ".join(text.split())
    return text if len(text) <= limit else text[: limit - 1] + "…"
