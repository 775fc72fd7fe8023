"""Read authors' files as text, refusing what must not be followed or guessed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from lianxue.reading.problem import Place, Report

# YAML 1.1 ends lines at the last three as well; texts pasted from web pages hold them.
_LINE_END = re.compile("\r\n|[\r\x85\u2028\u2029]")


def read_text(file: Path, path: str, report: Report) -> str | None:
    """The text of an author's file with LF line ends, or None and a problem at `path`.

    A byte order mark is dropped. Raises OSError where the file cannot be opened.
    """
    data = file.read_bytes()
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        report.note(Place(path, line), "file-encoding", _encoding_message(data))
        return None
    return _LINE_END.sub("\n", text)


def _encoding_message(data: bytes) -> str:
    advice = "请用记事本或 WPS “另存为”，编码选 UTF-8"
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return f"文件不是 UTF-8 编码（看来是 UTF-16）：{advice}"
    try:
        data.decode("gb18030")
    except UnicodeDecodeError:
        return f"文件不是 UTF-8 编码，也认不出是哪种编码：{advice}"
    return f"文件不是 UTF-8 编码（看来是 GBK）：{advice}"


def walk_files(root: Path, folder: str, report: Report) -> Iterator[tuple[Path, str]]:
    """Every file below `root/folder` in sorted order, with its path relative to `root`.

    A symbolic link is a problem and is not followed; names that begin with a dot are passed over.
    """
    start = root / folder
    if not start.is_dir():
        return
    for entry in sorted(start.iterdir(), key=lambda item: item.name):
        path = f"{folder}/{entry.name}"
        if entry.name.startswith("."):
            continue
        if entry.is_symlink():
            report.note(Place(path), "symlink", "这是一个符号链接，不会被发布：请放入文件本身")
        elif entry.is_dir():
            yield from walk_files(root, path, report)
        else:
            yield entry, path
