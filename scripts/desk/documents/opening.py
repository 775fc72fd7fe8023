"""Open trainers' files in a limited child process."""

from __future__ import annotations

import json
import os
import signal
import stat
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from desk.documents.limits import TOO_MUCH, WALL_SECONDS
from desk.documents.model import OpenedFile, UnreadableFile
from desk.documents.wire import read_frames, unpacked

_TOO_LONG = "读得太久，已经停下：请拆成几个文件，或另存为新的文件再试"
_BROKEN_OFF = "读到一半，读取程序中断了：文件可能已损坏，请用原来的程序打开，另存为新的文件再试"
_SCRIPTS = Path(__file__).resolve().parents[2]


def open_file(path: Path) -> OpenedFile:
    """What the file holds. Raises UnreadableFile (a sentence that names it) and OSError."""
    (result,) = open_files([path])
    if isinstance(result, UnreadableFile):
        raise result
    return result


def open_files(paths: Sequence[Path]) -> tuple[OpenedFile | UnreadableFile, ...]:
    """Each file in turn, by one child process; one that cannot be read does not keep the others back.

    Raises OSError for the first that cannot be found or is not allowed to be read.
    """
    results: dict[int, OpenedFile | UnreadableFile] = {}
    waiting = []
    for number, path in enumerate(paths):
        sentence = _outer_fault(path)
        if sentence:
            results[number] = UnreadableFile(sentence)
        else:
            waiting.append(number)
    while waiting:
        done = _results_of_child([paths[number] for number in waiting])
        for number, result in zip(waiting, done, strict=False):
            results[number] = result
        waiting = waiting[len(done) :]  # the rest gets a new child
    return tuple(results[number] for number in range(len(paths)))


def _outer_fault(path: Path) -> str:
    """Why the file need not even be opened; "" where it may."""
    status = path.stat()
    if stat.S_ISDIR(status.st_mode):
        return f"《{path.name}》是文件夹，这里需要文件：请指明文件夹里的哪一个文件"
    if not stat.S_ISREG(status.st_mode):
        return f"《{path.name}》不是普通文件（管道或设备），不读：请换成磁盘上的文件"
    if not status.st_size:
        return f"《{path.name}》是空文件（0 字节）：可能没有下载完，请重新取一份"
    return ""


def _results_of_child(paths: Sequence[Path]) -> list[OpenedFile | UnreadableFile]:
    """At least one result: all of them, or those before the file over which the child died.

    That file is only to blame where it was the child's first: else the ones before it may have used
    up what the child was allowed, and it is read again by a child of its own.
    """
    output, why = _run_child(paths)
    results: list[OpenedFile | UnreadableFile] = []
    for head, blobs in read_frames(output):
        results.append(_result(head, blobs))
    if not results:
        dead = UnreadableFile(f"《{paths[0].name}》{why[0]}")
        if why[1]:
            dead.add_note(why[1])  # for us; people see the sentence alone
        results.append(dead)
    return results


def _run_child(paths: Sequence[Path]) -> tuple[bytes, tuple[str, str]]:
    """What the child wrote, and why it stopped early if it did: (end of the sentence, its last words)."""
    command = [sys.executable, "-X", "utf8", "-P", "-s", "-m", "desk.documents.child"]
    request = json.dumps([os.path.abspath(path) for path in paths]).encode("ascii")  # noqa: PTH100 - keeps links
    seconds = WALL_SECONDS + 5 * len(paths)
    with subprocess.Popen(
        command,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": str(_SCRIPTS)},
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    ) as child:
        try:
            output, errors = child.communicate(request, timeout=seconds)
        except subprocess.TimeoutExpired:
            child.kill()
            output, _ = child.communicate()
            return output, (_TOO_LONG, "")
    if child.returncode == -getattr(signal, "SIGXCPU", 0):
        return output, (_TOO_LONG, "")
    words = errors.decode("utf-8", "replace")
    out_of_memory = "MemoryError" in words or "memory allocation" in words  # the latter are Rust's words
    return output, (TOO_MUCH if out_of_memory else _BROKEN_OFF, words)


def _result(head: dict[str, Any], blobs: tuple[bytes, ...]) -> OpenedFile | UnreadableFile:
    if "os_error" in head:
        number, text, name = head["os_error"]
        raise OSError(number, text, name)
    if "unreadable" in head:
        return UnreadableFile(head["unreadable"])
    return unpacked(head, blobs)
