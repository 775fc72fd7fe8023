"""Turn what went wrong outside the content into a sentence that says what to do."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable
from pathlib import Path

_SENTENCES = {
    errno.ENOENT: "找不到 {name}：请检查路径是否写对",
    errno.EACCES: "没有权限读写 {name}：请检查文件夹权限，并关闭正在使用它的程序",
    errno.EPERM: "没有权限读写 {name}：请检查文件夹权限，并关闭正在使用它的程序",
    errno.EROFS: "{name} 所在的磁盘是只读的：请换一个能写入的位置",
    errno.ENOSPC: "磁盘已满，写不下 {name}：请先腾出空间",
    errno.ENOTDIR: "{name} 的路径里有一段不是文件夹：请检查路径是否写对",
    errno.EISDIR: "{name} 是文件夹，这里需要文件",
    errno.ENAMETOOLONG: "{name} 的路径太长：请换一个短一些的位置",
    errno.EBUSY: "{name} 正被别的程序使用：请关闭后再试",
}


class DeskError(Exception):
    """The desk cannot go on; the text is a Chinese sentence for the person at the keyboard."""


def os_error_sentence(error: OSError) -> str:
    """What an OSError means and what to do about it; names the file where the error does."""
    name = "文件" if error.filename is None else os.fsdecode(error.filename)
    if isinstance(error, PermissionError):  # Windows gives numbers of its own
        return _SENTENCES[errno.EACCES].format(name=name)
    sentence = _SENTENCES.get(error.errno or 0, "读写 {name} 时出错（{detail}）")
    return sentence.format(name=name, detail=error.strerror or str(error))


def failure_of(action: Callable[[], object]) -> str | None:
    """Run `action`; where it fails, the sentence to show instead of a traceback."""
    try:
        action()
    except DeskError as error:
        sentence = str(error).rstrip(".。")  # details by MkDocs end in a stop of their own
        return sentence if sentence.endswith("？") else f"{sentence}。"
    except OSError as error:
        return f"{os_error_sentence(error)}。"
    except Exception as error:  # noqa: BLE001 - the one place where an error of our own meets a person
        return f"{_own_error_sentence(error)}。"
    return None


def _own_error_sentence(error: Exception) -> str:
    """The traceback goes to a file that the sentence names."""
    import tempfile  # only in need: these two are a tenth of what a child needs to start
    import traceback

    kind = type(error).__name__
    try:
        handle, name = tempfile.mkstemp(prefix="lianxue-", suffix=".log")
        os.close(handle)
        Path(name).write_text("".join(traceback.format_exception(error)), encoding="utf-8", newline="\n")
    except OSError:
        return f"程序自身出错（{kind}：{error}），详细记录没能写下，请把这句话交给维护人员"
    return f"程序自身出错（{kind}：{error}），详细记录在 {name}，请把它交给维护人员"
