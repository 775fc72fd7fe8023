"""Turn the bytes of a text file into text, or say that it cannot be done without guessing."""

from __future__ import annotations

import codecs
import re

from lianxue.reading.patterns import lazy_pattern

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16: it begins with the same two bytes
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_HANZI = lazy_pattern(r"[\u3400-\u9fff]")
_PLAIN = lazy_pattern(r"[\u0009-\u000d\u0020-\u007e\u3000-\u303f\u4e00-\u9fff\uff01-\uff5e“”‘’…—·①-⑳√×]")
_CONTROLS = lazy_pattern(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_SAVE_AS = "请用记事本打开看看是否正常，再另存为 UTF-8 编码"


class WrongBytes(Exception):
    """The text is no text; the message says why and what to do, without the file's name."""


def decode_text(data: bytes, declared: str = "") -> str:
    """`data` as text without a byte-order mark; `declared` is what the file says of itself.

    Raises WrongBytes rather than show wrong characters.
    """
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return _checked(_strict(data[len(mark) :], encoding))
    if b"\0" in data[:4096]:
        return _checked(_utf_16_without_mark(data))
    for encoding in (declared, "utf-8"):
        text = _decoded(data, encoding) if encoding else None
        if text is not None:
            return _checked(text)
    if _is_damaged_utf_8(data):
        return _strict(data, "utf-8")  # raises with the place
    text = _strict(data, "gb18030")
    if _is_other_code(text, data):
        raise WrongBytes(f"不是 UTF-8 或 GB18030 编码，读出来会是乱码：{_SAVE_AS}")
    return _checked(text)


def _decoded(data: bytes, encoding: str) -> str | None:
    wider = {"gb2312": "gb18030", "gbk": "gb18030"}.get(encoding.lower(), encoding)
    try:
        return data.decode(wider)
    except (UnicodeDecodeError, LookupError):
        return None


def _strict(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise WrongBytes(f"第 {line} 行有认不出的字节，可能没有保存或下载完整：{_SAVE_AS}") from error


def _utf_16_without_mark(data: bytes) -> str:
    """Text whose characters are nearly all common in one byte order; else it is no text."""
    for encoding in ("utf-16-le", "utf-16-be"):
        text = _decoded(data, encoding) if len(data) % 2 == 0 else None
        if text and len(_PLAIN.findall(text[:2000])) > 0.9 * len(text[:2000]):
            return text
    raise WrongBytes("不是文字文件：请用原来的程序打开，另存为 .docx、.xlsx 或 .txt")


def _is_damaged_utf_8(data: bytes) -> bool:
    """Mostly good UTF-8 with a few wrong bytes, which GB18030 would turn into nonsense without complaint."""
    text = data.decode("utf-8", "replace")
    damaged = text.count("\ufffd")
    return damaged * 20 < len(text) - len(text.encode("ascii", "ignore")) - damaged


def _is_other_code(text: str, data: bytes) -> bool:
    """Big5 or the like read as GB18030: most hanzi lie outside GB 2312."""
    hanzi = _HANZI.findall(text[:20_000])
    if len(hanzi) < 10:
        return bool(re.search(r"[\ue000-\uf8ff]", text))
    simplified = sum(1 for character in hanzi if _is_gb2312(character))
    return simplified < 0.7 * len(hanzi) and _decoded(data, "big5") is not None


def _is_gb2312(character: str) -> bool:
    try:
        character.encode("gb2312")
    except UnicodeEncodeError:
        return False
    return True


def _checked(text: str) -> str:
    controls = len(_CONTROLS.findall(text))
    if controls > 0.001 * len(text) or "\0" in text:
        raise WrongBytes("不是文字文件：请用原来的程序打开，另存为 .docx、.xlsx 或 .txt")
    return text.removeprefix("\ufeff")
