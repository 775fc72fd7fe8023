"""Open trainers' files in a limited child process."""

from __future__ import annotations

import stat
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from desk.documents.limited import ChildRun, Ending, run_limited
from desk.documents.limits import TOO_MUCH, WALL_SECONDS
from desk.documents.model import OpenedFile, UnreadableFile
from desk.documents.wire import read_frames, unpacked

_WHY = {
    Ending.TOO_LONG: "读得太久，已经停下：请拆成几个文件，或另存为新的文件再试",
    Ending.TOO_MUCH: TOO_MUCH,
}
_BROKEN_OFF = "读到一半，读取程序中断了：文件可能已损坏，请用原来的程序打开，另存为新的文件再试"


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
        sentence = outer_fault(path)
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


def outer_fault(path: Path) -> str:
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
    run = run_limited("desk.documents.child", paths, WALL_SECONDS + 5 * len(paths))
    results: list[OpenedFile | UnreadableFile] = []
    for head, blobs in read_frames(run.output):
        results.append(refusal_in(head) or unpacked(head, blobs))
    return results or [death_sentence(run, paths[0])]


def death_sentence(run: ChildRun, path: Path) -> UnreadableFile:
    """What to say of the file over which a child died."""
    dead = UnreadableFile(f"《{path.name}》{_WHY.get(run.ending, _BROKEN_OFF)}")
    if run.last_words:
        dead.add_note(run.last_words)  # for us; people see the sentence alone
    return dead


def refusal_in(head: Mapping[str, Any]) -> UnreadableFile | None:
    """Why the child did not read a file, if that is its message. Raises the OSError it met."""
    if "os_error" in head:
        number, text, name = head["os_error"]
        raise OSError(number, text, name)
    return UnreadableFile(head["unreadable"]) if "unreadable" in head else None
